"""The screens of the check as they fit one person: what cannot be true of them is not asked.

Decides by age, and by who answers, which lines are left out. What is left out stays unknown; the
completeness of a result knows the same ages (`myolog.triage.completeness`). Source: the guide,
sections 3b and 3c (S-CHILD); the ages are told at the questions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from myolog.frozen import FrozenDict
from myolog.journal.subject import CHILD_BELOW, Subject
from myolog.triage.answers import Answer, is_too_young
from myolog.triage.screens import Line, Screen

__all__ = ["fitted", "settled_by_sex"]

_AGE_ASKED = ("age_years", None)
_OF_WOMEN: Final = frozenset({"pregnant", "preeclampsia_signs"})


def fitted(screen: Screen, subject: Subject) -> Screen:
    """Return a screen with the lines that can be true of somebody, under the same headings."""
    lines: list[Line] = []
    headings: dict[str, str] = {}
    for heading, group in screen.grouped:
        kept = [_aged(line, subject) for line in group if _can_be_true(line, subject)]
        if kept and heading:
            headings[kept[0].code] = heading
        lines += kept
    return replace(screen, lines=tuple(lines), headings=FrozenDict(headings))


def _can_be_true(line: Line, subject: Subject) -> bool:
    age = subject.age_years
    if _AGE_ASKED in line.choices and subject.told and age is not None and age >= CHILD_BELOW:
        return False
    if subject.is_man and _OF_WOMEN.issuperset(line.inputs):
        return False
    return not all(is_too_young(name, age) for name in line.inputs)


def settled_by_sex(screen: Screen, subject: Subject) -> Mapping[str, Answer]:
    """Return what a screen need not ask of a man, as denied: nothing is left open by it."""
    if not subject.is_man:
        return {}
    lines = (one for one in screen.lines if _OF_WOMEN.issuperset(one.inputs))
    return {name: no for line in lines for name, no in line.denies.items()}


def _aged(line: Line, subject: Subject) -> Line:
    """Return a line for a child without the age, which is known, and what cannot be true yet."""
    age = subject.age_years
    if age is None or age >= CHILD_BELOW:
        return line
    left_out = {name for name in line.inputs if is_too_young(name, age)} | {"age_years"}
    return replace(
        line,
        choices=tuple(one for one in line.choices if one[0] not in left_out),
        needs=tuple(name for name in line.needs if name not in left_out),
        denies=FrozenDict({name: no for name, no in line.denies.items() if name not in left_out}),
    )
