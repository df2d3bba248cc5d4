"""What "not sure" means for each question.

Decides it from the table of rules, never by hand: a yes/no question that can
lead to care within a day counts as yes; any other adds a reason of its own, one
level below what the answer could have led to. Source: the guide, section 3b.
"""

from __future__ import annotations

from functools import cache

from myolog.triage.answers import INPUTS, Answer
from myolog.triage.result import Reason
from myolog.triage.rules import RULES
from myolog.triage.urgency import Urgency

__all__ = ["counts_as_yes", "unsure_level", "unsure_reason"]

_NUMBERS_TRIED = range(121)
_NO_REASON = frozenset({"age_years", "measures_tried"})


@cache
def counts_as_yes() -> frozenset[str]:
    """Return the yes/no questions whose "not sure" is read as yes.

    Their yes, alone or with its partner, fires a rule of `Urgency.SAME_DAY` or above.
    """
    return frozenset(
        atom.input
        for rule in RULES
        if rule.urgency >= Urgency.SAME_DAY
        for way in rule.when.ways()
        for atom in way
        if INPUTS[atom.input].kind == "bool"
    )


@cache
def unsure_level(name: str) -> Urgency | None:
    """Return the urgency that "not sure" about `name` adds; None for none.

    None for questions that count as yes, for a missing age (which is asked
    again), for measures tried (whose order holds "unknown" already) and for
    answers that can only lower urgency.
    """
    question = INPUTS[name]
    if name in _NO_REASON or question.mitigating or name in counts_as_yes():
        return None
    return Urgency(max(Urgency.ROUTINE, _reach_alone(name) - 1))


def _reach_alone(name: str) -> int:
    """Return the highest level below SAME_DAY that `name` reaches by itself."""
    defaults = {other: question.default for other, question in INPUTS.items()}
    answers: tuple[Answer, ...] = INPUTS[name].answers or tuple(_NUMBERS_TRIED)
    return max(
        (
            rule.urgency
            for value in answers
            for rule in RULES
            if rule.urgency < Urgency.SAME_DAY and rule.when.holds({**defaults, name: value})
        ),
        default=Urgency.SELF_CARE,
    )


def unsure_reason(name: str) -> Reason | None:
    """Return the reason that "not sure" about `name` adds; None for none."""
    level = unsure_level(name)
    if level is None:
        return None
    return Reason(
        code=f"NOTSURE-{name}",
        urgency=level,
        who="doctor",
        workup=("examination",),
        source="guide",
        inputs=(name,),
    )
