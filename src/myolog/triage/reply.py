"""A reply to one screen of the check: which answers it gives, and which lines say too little.

Source: the guide, sections 3b to 3d.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from myolog.journal.doubt import is_unsure
from myolog.triage.answers import INPUTS, NOT_SURE, Answer
from myolog.triage.assessment import decide
from myolog.triage.screens import Line, Screen, answers_from, combine, told_on
from myolog.triage.unsure import level_alone
from myolog.triage.urgency import Urgency

__all__ = [
    "Problem",
    "Reply",
    "doubted_parts",
    "is_untold",
    "read_reply",
    "signs_in",
    "without_signs_of",
]

_DENIALS: Final = frozenset({"none", "no"})

Problem = Literal["choose_part", "choose_answer", "choose_doubt", "give_age", "other_age"]
"""What a line lacks; `other_age` where an age is not that of the person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a person did on one screen.

    Parameters
    ----------
    ticks
        Codes of the lines that were ticked; empty for "None of these".
    unsure
        Codes of the ticked lines marked "I am not sure".
    parts
        Line to what was chosen or typed under it, question by question; where several parts of one
        question were chosen, the gravest. A part that was only doubted stands as that doubt.
    values
        On a screen of plain questions: question to answer; ``"not_sure"`` is one.
    asked
        Codes of the lines, or of the plain questions, of which it was asked once more which part
        fits or is in doubt.
    """

    ticks: Collection[str] = ()
    unsure: Collection[str] = ()
    parts: Mapping[str, Mapping[str, Answer]] = field(default_factory=dict)
    values: Mapping[str, Answer] = field(default_factory=dict)
    asked: Collection[str] = ()


def read_reply(screen: Screen, given: Reply) -> tuple[dict[str, Answer], dict[str, Problem]]:
    """Turn what was done on a screen into answers, and say which lines lack something.

    A line that is ticked without saying which part fits is a yes to the line: each part is open,
    and weighs as a doubt about it would. On the first screen it is asked once more which one it is,
    where one of them can wait; which one is in doubt, on every screen.

    Returns
    -------
    answers : question to answer, for what was really asked
    problems : line to what it lacks; its answers stay open meanwhile

    Raises
    ------
    InvalidAnswer
        A part does not belong to the screen.
    """
    if screen.questions:
        open_: dict[str, Problem] = {
            name: "choose_doubt" for name in screen.questions if _is_vague(given, name)
        }
        return answers_from(screen, choices=given.values), open_
    ticked = [line for line in screen.lines if line.code in given.ticks]
    chosen: dict[str, Answer] = {}
    for line in ticked:
        chosen = combine(chosen, _of_line(screen, line, _parts(screen, line, given)))
    problems: dict[str, Problem] = {}
    for line in ticked:
        if line.needs and not chosen.keys() & set(line.needs):
            problems[line.code] = "choose_answer" if line.own_doubt else "choose_part"
            doubted = line.code in given.unsure
            said = screen.doubt if doubted else screen.tick
            chosen |= {name: said(line, name) for name in line.doubted}
        elif ("age_years", None) in line.choices and "age_years" not in chosen:
            problems[line.code] = "give_age"
        elif is_untold(screen, given, line.code):
            problems[line.code] = "choose_doubt" if line.code in given.unsure else "choose_part"
    return answers_from(screen, ticks=[line.code for line in ticked], choices=chosen), problems


def _of_line(screen: Screen, line: Line, parts: Mapping[str, Answer]) -> dict[str, Answer]:
    """Return what was said of a line with each doubt named as one about that line.

    Another line that asks the same question is then not doubted with it.
    """
    return {
        name: screen.doubt(line, name) if value == NOT_SURE else value
        for name, value in parts.items()
    }


def signs_in(screen: Screen, answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """Return the answers without those that only say what was not ticked."""
    denied = {name: value for line in screen.lines for name, value in line.denies.items()}
    return {name: value for name, value in answers.items() if denied.get(name) != value}


def _parts(screen: Screen, line: Line, given: Reply) -> dict[str, Answer]:
    """Return what was chosen under a ticked line, and what was left in doubt about it."""
    parts = dict(given.parts.get(line.code, {}))
    if line.code in given.unsure:
        if line.own_doubt:
            return line.own_doubt
        named = any(is_unsure(value) for value in parts.values())
        return {**dict.fromkeys(line.in_doubt(named=named), NOT_SURE), **parts}
    if parts or not screen.urgent or not line.choices or _presses(line.sets):
        return parts
    return {name: screen.tick(line, name) for name in line.doubted}


def is_untold(screen: Screen, given: Reply, code: str) -> bool:
    """Say whether nobody told which part fits, or is in doubt, it matters, and it was not asked.

    The part in doubt matters where another part asks for more, on every screen: a doubt about the
    whole line weighs as its gravest part in doubt. Which part fits matters on the first alone.
    """
    line = screen.line(code)
    if code in given.asked or given.parts.get(code):
        return False
    if code in given.unsure:
        levels = {decide({**line.sets, name: value}).urgency for name, value in line.claims}
        return len(levels) > 1 and not line.own_doubt
    if not screen.urgent:
        return False
    parts = [one for one in line.choices if one[0] in (line.needs or line.inputs) and one[1]]
    return not all(_presses({**line.sets, name: value}) for name, value in parts if value)


def doubted_parts(name: str) -> tuple[str, ...]:
    """Return the parts of a sign of which one can be in doubt; none where it has one or none."""
    question = INPUTS[name]
    if question.kind != "ordered" or question.default not in _DENIALS:
        return ()
    parts = tuple(str(value) for value in question.answers if question.rank(value) > 0)
    return parts if len({level_alone(name, part) for part in parts}) > 1 else ()


def _is_vague(given: Reply, name: str) -> bool:
    """Say whether a plain question was answered "not sure" and it was not asked of which part."""
    return (
        given.values.get(name) == NOT_SURE and name not in given.asked and bool(doubted_parts(name))
    )


def _presses(answers: Mapping[str, Answer]) -> bool:
    """Say whether answers call for care within a day by themselves."""
    alone = decide(answers).urgency if answers else None
    return alone is not None and alone >= Urgency.SAME_DAY


def without_signs_of(answers: Mapping[str, Answer], screen: Screen) -> dict[str, Answer]:
    """Return the answers without the signs this screen shows, so that it is answered anew.

    A sign that another screen told, and that no ticked line shows here, cannot be taken back here.
    Denials stay: they are the calmest answers, and any sign told anew stands above them.
    """
    shown = {name for line in screen.lines for name in told_on(line, answers)}
    return {
        name: value
        for name, value in answers.items()
        if name not in screen.questions and (name not in shown or value == INPUTS[name].default)
    }
