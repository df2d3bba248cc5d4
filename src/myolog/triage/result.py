"""What a check gives back: codes and numbers, never sentences.

Decides the form of an assessment, how it is hashed and how long it holds.
Source: the guide, sections 3a to 3c; DP-9 for the 14 days.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import sha256
from typing import Final, Literal

from myolog.triage.answers import Answer
from myolog.triage.urgency import Urgency, can_wait

__all__ = [
    "CRISIS",
    "RESULT_VALID_DAYS",
    "Assessment",
    "ChecklistAnswer",
    "Reason",
    "digest_of",
    "expires_on",
    "has_risen",
    "holds_on",
]

RESULT_VALID_DAYS: Final = 14
"""A saved result older than this is no longer shown as the present one."""

CRISIS: Final = frozenset({"crisis_service", "mental_health_today"})
"""Whom to see when the way to help is a conversation first."""

ChecklistAnswer = Literal["yes", "no", "not_asked"]
"""``not_asked`` also stands for a person who was asked and cannot tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One rule that fired, with what follows from it.

    Parameters
    ----------
    code
        The rule, or ``NOTSURE-<input>``.
    urgency
        What it says, after any mitigation.
    who
        Key of whom to see.
    workup
        Keys of what to discuss there.
    source
        Keys of the sources, separated by commas.
    inputs
        The questions whose answers made it fire.
    soft
        Whether a documented normal examination may lower it.
    folded
        Whether another reason already says all of it.
    mitigated
        Whether a documented normal examination lowered it.
    unsure
        Those of `inputs` that the person could not tell, each with the doubt; the reason states
        none of them.
    beside
        Where something is unsure: the other `inputs`, each with what was told or suggested.
    """

    code: str
    urgency: Urgency
    who: str
    workup: tuple[str, ...]
    source: str
    inputs: tuple[str, ...]
    soft: bool = False
    folded: bool = False
    mitigated: bool = False
    unsure: tuple[tuple[str, str], ...] = ()
    beside: tuple[tuple[str, Answer], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """How soon to see somebody, and why.

    Parameters
    ----------
    urgency
        The highest level that fired. None when nothing fired and questions
        that must be answered are still open.
    reasons
        Every rule that fired, the deciding ones first.
    checklist
        The items C1 to C6 that hold.
    checklist_answers
        Each item C1 to C6: yes, no or not asked.
    table_rows
        The rows of the warning-sign table that hold.
    missing
        Questions that must still be answered, in the order of the guide.
    derived
        What the journal suggests, by question.
    inputs
        What is known about each question: answered, from the profile or
        derived. A doubt stands as it was answered.
    keep_review
        Whether the planned review is enough: only an examined and unchanged
        state asks for a visit.
    rules_version
        Version of the table.
    digest
        Hash of `inputs`, `derived` and `rules_version`; equal digests mean an
        equal result.
    """

    urgency: Urgency | None
    reasons: tuple[Reason, ...]
    checklist: tuple[str, ...]
    checklist_answers: Mapping[str, ChecklistAnswer] = field(hash=False)
    table_rows: tuple[str, ...]
    missing: tuple[str, ...]
    derived: Mapping[str, Answer] = field(hash=False)
    inputs: Mapping[str, Answer] = field(hash=False)
    keep_review: bool
    rules_version: str
    digest: str

    @property
    def complete(self) -> bool:
        """Whether every question that must be answered has an answer."""
        return not self.missing

    @property
    def help_only(self) -> bool:
        """Whether only help may be shown: thoughts of suicide, and no other sign of today."""
        pressing = [one for one in self.reasons if not can_wait(one.urgency)]
        return bool(pressing) and all(one.who in CRISIS for one in pressing)

    def as_dict(self) -> dict[str, object]:
        """Return the result as plain data, as command line and API print it."""
        return {
            "urgency": None if self.urgency is None else self.urgency.name,
            "reasons": [reason.code for reason in self.reasons],
            "complete": self.complete,
            "missing": list(self.missing),
            "checklist": list(self.checklist),
            "rules_version": self.rules_version,
        }


def digest_of(
    inputs: Mapping[str, Answer], derived: Mapping[str, Answer], rules_version: str
) -> str:
    """Return a hash of what an assessment rests on.

    Parameters
    ----------
    inputs
        What is known about each question, in any order.
    derived
        What the journal suggests, in any order.
    rules_version
        Version of the table.

    Returns
    -------
    digest : 64 hexadecimal digits, the same on every machine
    """
    canonical = json.dumps(
        {"derived": dict(derived), "inputs": dict(inputs), "rules_version": rules_version},
        sort_keys=True,
        separators=(",", ":"),
    )
    return sha256(canonical.encode()).hexdigest()


def expires_on(assessed: date) -> date:
    """Return the last day on which a result of day `assessed` holds."""
    return assessed + timedelta(days=RESULT_VALID_DAYS)


def holds_on(assessed: date, *, today: date) -> bool:
    """Return whether a result of day `assessed` may still be shown as the present one.

    One that is dated in the future counts as expired: a clock was wrong, and nobody knows how old
    it is. A day's difference may come from travelling.
    """
    return assessed - timedelta(days=1) <= today <= expires_on(assessed)


def has_risen(previous: Urgency | None, current: Urgency | None) -> bool:
    """Return whether `current` asks for more than `previous` did.

    An incomplete result that names no urgency counts as the calmest.
    """
    return (current or Urgency.SELF_CARE) > (previous or Urgency.SELF_CARE)
