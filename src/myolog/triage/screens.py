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
from myolog.triage.answers import INPUTS, NOT_SURE, Answer, checked

__all__ = ["Line", "Screen", "answers_from", "combine"]

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
    """

    code: str
    sets: Mapping[str, Answer] = FrozenDict()
    choices: tuple[Choice, ...] = ()
    needs: tuple[str, ...] = ()
    denies: Mapping[str, Answer] = FrozenDict()

    @property
    def inputs(self) -> tuple[str, ...]:
        """The questions that the line can answer."""
        return tuple(dict.fromkeys((*self.sets, *(name for name, _ in self.choices))))

    @property
    def doubted(self) -> tuple[str, ...]:
        """The questions that stay open when nobody can say which part of a ticked line fits."""
        listed = dict.fromkeys(name for name, value in self.choices if value is not None)
        return self.needs or tuple(listed)

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
        Whether "not sure" counts as the graver answer on this screen.
    """

    code: str
    lines: tuple[Line, ...] = ()
    questions: tuple[str, ...] = ()
    urgent: bool = False

    def can_doubt(self, line: Line) -> bool:
        """Say whether "I am not sure" is offered with a line.

        On an urgent screen a tick that says enough by itself is for those in doubt, too.
        """
        return not (self.urgent and line.sets)

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
    allowed = {name for line in ticked for name, _ in line.choices} | set(screen.questions)
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
        answers = combine(answers, _from_line(line, chosen, urgent=screen.urgent))
    return answers


def _from_line(line: Line, chosen: Mapping[str, Answer], *, urgent: bool) -> dict[str, Answer]:
    found = dict(line.sets)
    picked = {name: chosen[name] for name in line.inputs if name in chosen}
    if line.needs and not picked.keys() & set(line.needs):
        raise InvalidAnswer(
            "You ticked {line}; choose which part of it fits.", line=line.code, code="choice_needed"
        )
    for name, value in picked.items():
        offered = line.offered(name)
        if urgent and value == NOT_SURE and INPUTS[name].kind == "ordered":
            value = max((v for v in offered if v is not None), key=INPUTS[name].rank)
        found[name] = value
    return found


def combine(*parts: Mapping[str, Answer]) -> dict[str, Answer]:
    """Join answers of several screens: the graver answer to a question stands.

    "Not sure" gives way to a definite sign, and stands against a plain no.
    """
    joined: dict[str, Answer] = {}
    for part in parts:
        for name, value in part.items():
            joined[name] = _graver(name, joined[name], value) if name in joined else value
    return joined


def _graver(name: str, one: Answer, other: Answer) -> Answer:
    question = INPUTS[name]
    if NOT_SURE in (one, other):
        definite = other if one == NOT_SURE else one
        if definite == NOT_SURE or question.rank(definite) <= question.rank(question.default):
            return NOT_SURE
        return definite
    return max(one, other, key=question.rank)
