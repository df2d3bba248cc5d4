"""What is needed before the first day: answers, a look for signs, and days to compare with.

Decides nothing about the person's wish to begin; it says what is still open. Source: the guide,
sections 6a (5 of 7 days), 6c (7 of 14 days) and 2b (guards).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from myolog.journal.facts import is_due
from myolog.journal.model import Journal
from myolog.programme.caffeine import LEAST_BASELINE_DAYS, baseline_values
from myolog.programme.guards import (
    FACTS,
    Effect,
    Facts,
    Guarded,
    facts_of,
    guarded_parts,
    open_facts,
    told_parts,
)

__all__ = ["Readiness", "days_to_compare", "is_enough_to_compare", "readiness"]

COMPARED_DAYS: Final = 14
LEAST_COMPARED_DAYS: Final = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """How far a person is from the first day.

    Attributes
    ----------
    facts : what the guards rest on
    open_facts : facts that have to be told first, or once more because they may have changed
    guarded : part of a step to what the guards make of it
    told_parts : the same before all has been asked, by what is known to hold
    n_caffeine_days : of the 7 days before, how many have an amount of caffeine
    n_observed_days : of the 14 days before, on how many the person looked back
    """

    facts: Facts
    open_facts: tuple[str, ...]
    guarded: Mapping[str, Guarded]
    told_parts: Mapping[str, Guarded]
    n_caffeine_days: int
    n_observed_days: int

    @property
    def stopped_by(self) -> str | None:
        """What stands against any programme, as a word: doctor, age, questions, check or None."""
        if self.facts.get("urgent") == "yes":
            return "doctor"
        if "age_years" not in self.open_facts and self._is_child:
            return "age"
        if self.open_facts:
            return "questions"
        return "check" if self.facts.get("urgent") is None else None

    @property
    def _is_child(self) -> bool:
        return any("GUARD-CHILD" in part.guards for part in self.guarded.values())

    @property
    def needs_caffeine_days(self) -> bool:
        """Whether a plan for caffeine would be made, and too few days are known for it."""
        planned = (self.guarded["caffeine"].effect or 0) < Effect.LIMIT
        return planned and self.n_caffeine_days < LEAST_BASELINE_DAYS

    @property
    def can_compare(self) -> bool:
        """Whether there are enough days to compare the last two weeks of the programme with."""
        return is_enough_to_compare(self.n_observed_days)


def days_to_compare(journal: Journal, start: date) -> int:
    """Count the days among the 14 before a start on which the person looked back."""
    before = {start - timedelta(days=back) for back in range(1, COMPARED_DAYS + 1)}
    return len(before & journal.observed_days)


def is_enough_to_compare(n_days: int) -> bool:
    """Say whether better or worse can be told at all with so many days before the start."""
    return n_days >= LEAST_COMPARED_DAYS


def readiness(journal: Journal, start: date, *, today: date, urgent: bool | None) -> Readiness:
    """Return what a start on `start` would find.

    Parameters
    ----------
    today
        As of when facts are known.
    urgent
        Whether the newest result of the check asks for a doctor within 48 hours or sooner; None
        without a finished result that still holds.
    """
    facts = facts_of(journal, today, urgent=urgent)
    to_ask, guarded = _to_ask(journal, today, open_facts(facts)), guarded_parts(facts)
    return Readiness(
        facts=facts,
        open_facts=to_ask,
        guarded=guarded,
        told_parts=_told_parts(journal, facts) if to_ask else guarded,
        n_caffeine_days=len(baseline_values(journal, start)),
        n_observed_days=days_to_compare(journal, start),
    )


def _told_parts(journal: Journal, facts: Facts) -> Mapping[str, Guarded]:
    """Return what guards say by what is known; a water tablet may be one that keeps potassium."""
    answers, _ = journal.last_answers
    if facts["potassium_medicine"] is None and answers.get("long_term_medicine") is True:
        facts = {**facts, "potassium_medicine": "yes"}
    return told_parts(facts)


def _to_ask(journal: Journal, today: date, unknown: tuple[str, ...]) -> tuple[str, ...]:
    """Return what is unknown or told too long ago; until then a "yes" counts as it was."""
    due = {code for code in FACTS if is_due(journal, code, today)}
    return tuple(code for code in (*FACTS, "weight_kg") if code in unknown or code in due)
