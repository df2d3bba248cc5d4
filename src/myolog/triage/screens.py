"""The whole check as data: screens, their lines, and what each tick answers.

Decides the order of asking and what "None of these" may be taken to mean: only
what the screen really asks is denied by it, so that a report can say "asked and
denied". The first screen holds everything that can need care within a day. Page
and command line show the same screens; the words are ``[screen.<code>]`` and
``[line.<code>]`` in the catalogue. Source: the guide, sections 3b and 3c.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from myolog.errors import InvalidAnswer
from myolog.frozen import FrozenDict
from myolog.journal.doubt import (
    NOT_SURE,
    is_open,
    names_part,
    part_in_doubt,
    tick_of,
    ticked_line,
    unsure_up_to,
    unsure_whether,
)
from myolog.journal.subject import CHILD_BELOW
from myolog.triage.answers import INPUTS, Answer, checked
from myolog.triage.unsure import doubt_level, level_alone

__all__ = [
    "Line",
    "Screen",
    "answers_from",
    "combine",
    "doubt_about",
    "is_doubted",
    "is_ticked",
    "told_on",
]

Choice = tuple[str, str | bool | None]
"""A question and one answer offered to it; None asks for a number or a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line that can be ticked, with the questions that follow a tick.

    Parameters
    ----------
    code
        Stable key of the line and its words.
    sets
        What a tick answers by itself.
    choices
        Answers offered once the line is ticked. Those to one question exclude
        each other; those to different questions do not.
    needs
        Questions of which at least one must then be answered; empty when the
        tick says enough.
    denies
        What is answered when the line is left unticked: only what it asks in
        its own right.
    only_named
        Questions that a doubt about the line as a whole leaves aside: what was asked of them has
        to be named.
    """

    code: str
    sets: Mapping[str, Answer] = FrozenDict()
    choices: tuple[Choice, ...] = ()
    needs: tuple[str, ...] = ()
    denies: Mapping[str, Answer] = FrozenDict()
    only_named: tuple[str, ...] = ()

    @property
    def inputs(self) -> tuple[str, ...]:
        """The questions that the line can answer."""
        return tuple(dict.fromkeys((*self.sets, *(name for name, _ in self.choices))))

    @property
    def doubted(self) -> tuple[str, ...]:
        """The questions that stay open when nobody can say which part of a ticked line fits."""
        listed = dict.fromkeys(name for name, value in self.choices if value is not None)
        asked = self.needs or tuple(listed)
        return tuple(name for name in asked if name not in self.only_named)

    @property
    def claims(self) -> tuple[tuple[str, str | bool], ...]:
        """Every part of the line that a person can be unsure about: a question and an answer."""
        every = (*self.sets.items(), *self.choices)
        return tuple(
            (name, value)
            for name, value in every
            if isinstance(value, str | bool) and INPUTS[name].rank(value) > 0
        )

    @property
    def own_doubt(self) -> dict[str, Answer]:
        """The answer of the line that is a doubt already, such as "perhaps"; empty without one."""
        return {name: value for name, value in self.choices if value == "unsure"}

    def in_doubt(self, *, named: bool) -> tuple[str, ...]:
        """Return the questions that stay open when a person is not sure about a ticked line.

        Parameters
        ----------
        named
            Whether the person has named the parts; then only the one thing that the tick itself
            says stays open beside them.
        """
        if named:
            return tuple(self.sets) if len(self.sets) == 1 and not self.needs else ()
        return (*self.sets, *(() if self.sets and not self.needs else self.doubted))

    def offered(self, name: str) -> tuple[str | bool | None, ...]:
        """Return the answers offered to the question `name` after a tick."""
        return tuple(value for other, value in self.choices if other == name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """One screen: lines to tick with "None of these", or plain questions.

    Parameters
    ----------
    code
        Stable key of the screen and its words.
    lines
        What can be ticked.
    questions
        Questions asked one by one; a suggestion of the journal stands beside.
    urgent
        Whether "not sure" counts as yes on this screen.
    headings
        Code of a line to that of the heading before it; the lines after it share its meaning.
    """

    code: str
    lines: tuple[Line, ...] = ()
    questions: tuple[str, ...] = ()
    urgent: bool = False
    headings: Mapping[str, str] = FrozenDict()

    @property
    def grouped(self) -> tuple[tuple[str, tuple[Line, ...]], ...]:
        """The lines by meaning: the code of each heading, "" for none, and the lines under it."""
        groups: list[tuple[str, list[Line]]] = []
        for line in self.lines:
            if line.code in self.headings or not groups:
                groups.append((self.headings.get(line.code, ""), []))
            groups[-1][1].append(line)
        return tuple((code, tuple(lines)) for code, lines in groups)

    def doubt(self, line: Line, name: str) -> Answer:
        """Return the answer to a question of a line of which nobody can say which part fits.

        An urgent screen keeps the gravest part in doubt: there, not sure counts as yes.
        """
        parts = [str(value) for asked, value in line.claims if asked == name]
        if not self.urgent or INPUTS[name].kind != "ordered":
            return NOT_SURE
        gravest = max(parts, key=INPUTS[name].rank)
        return unsure_up_to(gravest) if len(parts) > 1 else unsure_whether(gravest)

    def tick(self, line: Line, name: str) -> Answer:
        """Return the answer to a question of a ticked line of which nobody told the part.

        It weighs as the doubt does, and is a yes to what the line says.
        """
        return tick_of(line.code, part_in_doubt(self.doubt(line, name)))

    def line(self, code: str) -> Line:
        """Return the line called `code`.

        Raises
        ------
        InvalidAnswer
            The screen has no such line.
        """
        for line in self.lines:
            if line.code == code:
                return line
        raise InvalidAnswer(
            "The screen {screen} has no line {line}; show it again.",
            screen=self.code,
            line=code,
            key="no_such_line",
        )


def answers_from(
    screen: Screen, *, ticks: Collection[str] = (), choices: Mapping[str, object] | None = None
) -> dict[str, Answer]:
    """Turn what was ticked and chosen on a screen into answers.

    Parameters
    ----------
    screen
        Which screen.
    ticks
        Codes of the lines that were ticked; empty for "None of these".
    choices
        Question to the answer chosen in a follow-up, or on a screen of plain
        questions; ``"not_sure"`` is allowed everywhere.

    Returns
    -------
    answers : question to answer, for what was really asked

    Raises
    ------
    InvalidAnswer
        A line, a question or an answer does not belong to the screen, or (code
        ``choice_needed``) a ticked line says nothing without a choice.
    """
    chosen = checked(choices or {}, allow_not_sure=True)
    ticked = [screen.line(code) for code in dict.fromkeys(ticks)]
    allowed = {name for line in ticked for name in line.inputs} | set(screen.questions)
    for name in chosen:
        if name not in allowed:
            raise InvalidAnswer(
                "The screen {screen} does not ask {name} there; leave it out.",
                screen=screen.code,
                name=name,
                key="not_asked_there",
            )
    answers: dict[str, Answer] = {name: chosen[name] for name in screen.questions if name in chosen}
    for line in screen.lines:
        for name, value in line.denies.items():
            answers.setdefault(name, value)
    for line in ticked:
        answers = combine(answers, _from_line(screen, line, chosen))
    return answers


def _from_line(screen: Screen, line: Line, chosen: Mapping[str, Answer]) -> dict[str, Answer]:
    found = dict(line.sets)
    picked = {name: chosen[name] for name in line.inputs if name in chosen}
    if line.needs and not picked.keys() & set(line.needs):
        raise InvalidAnswer(
            "You ticked {line}; choose which part of it fits.", line=line.code, code="choice_needed"
        )
    for name, value in picked.items():
        found[name] = screen.doubt(line, name) if value == NOT_SURE else value
    return found


def combine(*parts: Mapping[str, Answer]) -> dict[str, Answer]:
    """Join answers of several screens: the graver answer to a question stands.

    "Not sure" gives way to a definite sign unless it is about something that leads to more, and
    stands against a plain no.
    """
    joined: dict[str, Answer] = {}
    for part in parts:
        for name, value in part.items():
            joined[name] = _graver(name, joined[name], value) if name in joined else value
    return joined


def doubt_about(name: str, value: str | bool) -> dict[str, Answer]:
    """Return the answer of a person who is not sure whether one part of a line holds."""
    return {name: unsure_whether(value) if isinstance(value, str) else NOT_SURE}


def _graver(name: str, one: Answer, other: Answer) -> Answer:
    if not (is_open(one) or is_open(other)):
        return max(one, other, key=INPUTS[name].rank)
    return max(one, other, key=lambda value: _weight(name, value))


def _weight(name: str, value: Answer) -> tuple[int, ...]:
    """Return how much an answer weighs beside a doubt: a no, a bare doubt, then what leads to more.

    Of a doubt and a sign that lead to equally much, the sign stands; of a doubt and a tick, the
    tick.
    """
    rank, part, ticked = INPUTS[name].rank, part_in_doubt(value), bool(ticked_line(value))
    if part:
        return (2, doubt_level(name, part), 0, rank(part), 2 * ticked or names_part(value))
    if is_open(value):
        return (1, ticked)
    return (2, level_alone(name, value), 1) if rank(value) > rank(INPUTS[name].default) else (0,)


def is_ticked(line: Line, known: Mapping[str, Answer]) -> bool:
    """Say whether what is known ticks a line already."""
    if ("age_years", None) in line.choices:
        age = known.get("age_years")
        if not isinstance(age, int) or age >= CHILD_BELOW:
            return False
    if not all(_says(line, known, *part) for part in line.sets.items()):
        return False
    return (bool(line.sets) and not line.needs) or any(
        bool(known.get(name)) if value is None else _says(line, known, name, value)
        for name, value in line.choices
        if name in line.needs
    )


def told_on(line: Line, known: Mapping[str, Answer]) -> frozenset[str]:
    """Return the questions whose answer a line shows: ticked, chosen, typed or in doubt there.

    None where the line is not shown ticked, whatever another line has told of its questions.
    """
    if not is_ticked(line, known):
        return frozenset()
    return frozenset(
        name
        for name, value in (*line.sets.items(), *line.choices)
        if name in known and (value is None or _says(line, known, name, value))
    )


def _says(line: Line, known: Mapping[str, Answer], name: str, value: Answer) -> bool:
    """Say whether what is known is this part of a line, a doubt about it, or the bare tick."""
    if ticked_line(known.get(name)):
        return ticked_line(known[name]) == line.code
    return known.get(name) == value or is_doubted(line, known, name, value)


def is_doubted(line: Line, known: Mapping[str, Answer], name: str, value: Answer) -> bool:
    """Say whether what is known is a doubt about a part of a line.

    A doubt about a whole question belongs to the line that asks it in its own right.
    """
    told = known.get(name)
    if ticked_line(told):
        return False
    if part_in_doubt(told):
        return part_in_doubt(told) == value
    return is_open(told) and (INPUTS[name].kind == "bool" or name in line.denies)
