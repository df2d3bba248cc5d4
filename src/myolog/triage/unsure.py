"""What "not sure" means for each question.

Decides it from the table of rules, never by hand: a yes/no question that can
lead to care within a day counts as yes, and so does a doubt about a named part
for the rules that lead there; any other doubt adds a reason of its own, one
level below what the answer could have led to, and never above what the same part
would lead to if it were certain. Source: the guide, section 3b.
"""

from __future__ import annotations

from functools import cache

from myolog.journal.doubt import NOT_SURE, part_in_doubt
from myolog.triage.answers import INPUTS, Answer
from myolog.triage.result import Reason
from myolog.triage.rules import RULES
from myolog.triage.urgency import Urgency

__all__ = ["counts_as_yes", "doubt_level", "level_alone", "unsure_level", "unsure_reason"]

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
def unsure_level(name: str, part: str = "") -> Urgency | None:
    """Return the urgency that "not sure" about `name`, or a part of it, adds; None for none.

    None for questions that count as yes, for a missing age (which is asked
    again), for measures tried (whose order holds "unknown" already) and for
    answers that can only lower urgency.
    """
    question = INPUTS[name]
    if name in _NO_REASON or question.mitigating or name in counts_as_yes():
        return None
    return Urgency(max(Urgency.ROUTINE, _reach_alone(name, part) - 1))


def _reach_alone(name: str, part: str) -> int:
    """Return the highest level below SAME_DAY that `name`, or a part of it, reaches by itself."""
    defaults = {other: question.default for other, question in INPUTS.items()}
    every: tuple[Answer, ...] = INPUTS[name].answers or tuple(_NUMBERS_TRIED)
    answers: tuple[Answer, ...] = (part,) if part else every
    return max(
        (
            rule.urgency
            for value in answers
            for rule in RULES
            if rule.urgency < Urgency.SAME_DAY and rule.when.holds({**defaults, name: value})
        ),
        default=Urgency.SELF_CARE,
    )


@cache
def level_alone(name: str, value: Answer) -> Urgency:
    """Return what an answer leads to beside the calmest ones."""
    values = {other: question.default for other, question in INPUTS.items()} | {name: value}
    return max(
        (rule.urgency for rule in RULES if rule.when.holds(values)), default=Urgency.SELF_CARE
    )


def doubt_level(name: str, part: str) -> Urgency:
    """Return what a doubt about a part leads to beside the calmest answers."""
    certain = level_alone(name, part)
    if certain >= Urgency.SAME_DAY:
        return certain
    return min(certain, unsure_level(name, part) or Urgency.SELF_CARE)


def unsure_reason(
    name: str, doubt: str = NOT_SURE, *, at_most: Urgency = Urgency.EMERGENCY
) -> Reason | None:
    """Return the reason that "not sure" about `name`, or a part of it, adds; None for none.

    Parameters
    ----------
    at_most
        What the part in doubt would lead to if it were certain.
    """
    level = unsure_level(name, part_in_doubt(doubt))
    if level is None:
        return None
    return Reason(
        code=f"NOTSURE-{name}",
        urgency=min(level, at_most),
        who="doctor",
        workup=("examination",),
        source="guide",
        inputs=(name,),
        unsure=((name, doubt),),
    )
