"""Which questions must still be answered before calm may be shown.

Decides it from the table of rules: every question that a hard rule reads must
have an answer, unless another answer has made it pointless (the signs of lithium
poisoning in somebody who takes none) or the person is too young for it. Source:
the guide, section 3b, "Missing answer is never no".
"""

from __future__ import annotations

from collections.abc import Set
from functools import cache

from myolog.triage.answers import INPUTS, is_too_young
from myolog.triage.conditions import Values, Way
from myolog.triage.rules import RULES

__all__ = ["must_answer", "still_missing"]

_MITIGATING = frozenset(name for name, question in INPUTS.items() if question.mitigating)


@cache
def must_answer() -> tuple[str, ...]:
    """Return the questions that a hard rule reads, in the order of the guide.

    Counting rules (two or more items) do not make each of their items a must, nor is a must what
    is asked beyond the guide: a check done before it was asked stays whole.
    """
    read = {name for rule in RULES if not (rule.soft or rule.when.counts) for name in rule.inputs}
    return tuple(
        name
        for name, question in INPUTS.items()
        if name in read
        and not (question.mitigating or question.added)
        and "asked" in question.origin
    )


@cache
def _ways_with(name: str) -> tuple[Way, ...]:
    return tuple(
        way
        for rule in RULES
        if not rule.when.counts
        for way in rule.when.ways()
        if any(atom.input == name for atom in way)
    )


def still_missing(values: Values, definite: Set[str], answered: Set[str]) -> tuple[str, ...]:
    """Return the questions that must still be answered.

    Parameters
    ----------
    values
        What rules read for every question, defaults included.
    definite
        The questions whose answer is certain.
    answered
        The questions with any answer, "not sure" included.
    """
    settled = definite | _MITIGATING
    age = values["age_years"] if "age_years" in definite else None
    return tuple(
        name
        for name in must_answer()
        if name not in answered
        and not is_too_young(name, age)
        and _can_matter(name, values, settled)
    )


def _can_matter(name: str, values: Values, settled: Set[str]) -> bool:
    """Return whether some rule could still fire through `name`."""
    return any(
        all(atom.holds(values) for atom in way if atom.input != name and atom.input in settled)
        for way in _ways_with(name)
    )
