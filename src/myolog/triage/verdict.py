"""From what rules read to what they say together.

Decides the order of reasons, the result as the highest level that fired, and
when a planned review is enough. Source: the guide, section 3c.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from typing import Final

from myolog.triage.answers import INPUTS
from myolog.triage.checklist import CHECKLIST
from myolog.triage.conditions import Condition, Values
from myolog.triage.mitigation import lowered
from myolog.triage.result import ChecklistAnswer, Reason
from myolog.triage.rule import Rule
from myolog.triage.rules import RULES
from myolog.triage.unsure import unsure_reason
from myolog.triage.urgency import Urgency

__all__ = ["answered_items", "asks_only_for_review", "highest", "reasons_for"]

_PLACE: Final = {rule.code: place for place, rule in enumerate(RULES)}


def reasons_for(values: Values, *, unsure: Iterable[str], examined: bool) -> tuple[Reason, ...]:
    """Return every reason that fires, deciding ones first.

    Parameters
    ----------
    values
        What rules read for every question, explained signs already taken out.
    unsure
        Questions answered with "not sure", in the order of the guide.
    examined
        Whether a normal examination, unchanged since, lowers soft rules.
    """
    firing = tuple(rule for rule in RULES if rule.when.holds(values))
    codes = frozenset(rule.code for rule in firing)
    found = [_reason(rule, values, codes, examined) for rule in firing]
    found += [reason for name in unsure if (reason := unsure_reason(name)) is not None]
    return tuple(sorted(found, key=_order))


def _reason(rule: Rule, values: Values, codes: Set[str], examined: bool) -> Reason:
    mitigated = examined and rule.soft
    inputs = rule.when.because(values)
    covered = values["explained_unchanged"]
    if "explained_unchanged" in inputs and isinstance(covered, tuple):
        inputs = tuple(name for name in INPUTS if name in inputs or name in covered)
    return Reason(
        code=rule.code,
        urgency=lowered(rule.urgency) if mitigated else rule.urgency,
        who=rule.who,
        workup=rule.workup,
        source=rule.source,
        inputs=inputs,
        soft=rule.soft,
        folded=rule.folded_by in codes,
        mitigated=mitigated,
    )


def _order(reason: Reason) -> tuple[int, bool, bool, int]:
    return (-reason.urgency, reason.soft, reason.folded, _PLACE.get(reason.code, len(_PLACE)))


def highest(reasons: Iterable[Reason]) -> Urgency:
    """Return the highest level among `reasons`; `Urgency.SELF_CARE` for none."""
    return max((reason.urgency for reason in reasons), default=Urgency.SELF_CARE)


def asks_only_for_review(reasons: tuple[Reason, ...]) -> bool:
    """Return whether the planned review is enough.

    True when the result is `Urgency.ROUTINE` and everything at that level was
    examined before: an explained sign, or a soft rule after a normal examination.
    """
    return highest(reasons) == Urgency.ROUTINE and all(
        reason.mitigated or reason.code == "R-EXPLAINED"
        for reason in reasons
        if reason.urgency == Urgency.ROUTINE
    )


def answered_items(values: Values, known: Set[str]) -> dict[str, ChecklistAnswer]:
    """Return for each checklist item whether it holds, fails or is still open."""
    return {code: _answered(item, values, known) for code, item in CHECKLIST.items()}


def _answered(item: Condition, values: Values, known: Set[str]) -> ChecklistAnswer:
    if item.holds(values):
        return "yes"
    refuted = all(
        any(atom.input in known and not atom.holds(values) for atom in way) for way in item.ways()
    )
    return "no" if refuted else "not_asked"
