"""From what rules read to what they say together.

Decides the order of reasons, the result as the highest level that fired, and
when a planned review is enough. Source: the guide, section 3c.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import replace
from typing import Final

from myolog.journal.doubt import part_in_doubt, ticked_line
from myolog.triage.answers import INPUTS, Answer
from myolog.triage.checklist import CHECKLIST
from myolog.triage.conditions import Condition, Values
from myolog.triage.mitigation import lowered, read_explained
from myolog.triage.result import ChecklistAnswer, Reason
from myolog.triage.rule import Rule
from myolog.triage.rules import RULES
from myolog.triage.unsure import counts_as_yes, unsure_reason
from myolog.triage.urgency import Urgency

__all__ = ["answered_items", "asks_only_for_review", "highest", "reasons_for"]

_PLACE: Final = {rule.code: place for place, rule in enumerate(RULES)}


def reasons_for(values: Values, *, doubts: Mapping[str, str], examined: bool) -> tuple[Reason, ...]:
    """Return every reason that fires, deciding ones first.

    Parameters
    ----------
    values
        What is known for every question; a doubt about a part stands as what is certain.
    doubts
        Questions answered with "not sure" and how, in the order of the guide.
    examined
        Whether a normal examination, unchanged since, lowers soft rules.
    """
    parts = {name: part for name, doubt in doubts.items() if (part := part_in_doubt(doubt))}
    certain = read_explained(values)
    graver = _with_parts(values, parts) if parts else certain
    yes = {name: doubt for name, doubt in doubts.items() if name in counts_as_yes()}
    sure = [rule for rule in RULES if rule.when.holds(certain)]
    codes = {rule.code for rule in sure}
    feared = [
        rule
        for rule in RULES
        if parts
        and rule.urgency >= Urgency.SAME_DAY
        and rule.code not in codes
        and rule.when.holds(graver)
    ]
    codes |= {rule.code for rule in feared}
    graver_doubts = yes | {name: doubts[name] for name in parts}
    found = [_reason(rule, certain, codes, yes, examined) for rule in sure]
    found += [_reason(rule, graver, codes, graver_doubts, examined) for rule in feared]
    for name in doubts:
        part = parts.get(name, "")
        most = _level(_with_parts(values, {name: part}), examined) if part else Urgency.EMERGENCY
        if (reason := unsure_reason(name, doubts[name], at_most=most)) is not None:
            found.append(reason)
    return _folded(sorted(found, key=_order))


def _with_parts(values: Values, parts: Mapping[str, str]) -> dict[str, Answer]:
    """Return what rules read if the parts in doubt hold."""
    held = {n: max(values[n], part, key=INPUTS[n].rank) for n, part in parts.items()}
    return read_explained({**values, **held})


def _level(values: Values, examined: bool) -> Urgency:
    """Return what answers lead to below care within a day."""
    return max(
        (
            lowered(rule.urgency) if examined and rule.soft else rule.urgency
            for rule in RULES
            if rule.urgency < Urgency.SAME_DAY and rule.when.holds(values)
        ),
        default=Urgency.SELF_CARE,
    )


def _folded(reasons: list[Reason]) -> tuple[Reason, ...]:
    """Return the reasons with each doubt, and each bare tick, told once, by the most pressing."""
    told: list[Reason] = []
    said: list[Set[object]] = []
    for reason in reasons:
        left_open = _left_open(reason)
        is_told = reason.unsure and any(left_open <= before for before in said)
        said.append(left_open)
        told.append(replace(reason, folded=True) if is_told else reason)
    return tuple(sorted(told, key=_order))


def _left_open(reason: Reason) -> Set[object]:
    """Return what a reason says: its inputs, what is open, and a line ticked without a part."""
    lines = {name: line for name, doubt in reason.unsure if (line := ticked_line(doubt))}
    doubts = {one for one in reason.unsure if one[0] not in lines}
    return {*lines.values(), *doubts, *(name for name in reason.inputs if name not in lines)}


def _reason(
    rule: Rule, values: Values, codes: Set[str], doubts: Mapping[str, str], examined: bool
) -> Reason:
    mitigated = examined and rule.soft
    inputs = rule.when.because(values)
    unsure = tuple((name, doubts[name]) for name in inputs if name in doubts)
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
        unsure=unsure,
        beside=tuple((name, values[name]) for name in inputs if unsure and name not in doubts),
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
