"""What an emergency or same-day result means for the next check.

Decides when it is asked first whether somebody has seen the person, and for how long a calmer
result says why it may still not be enough. No level is changed here. Source: the guide, DP-9.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from myolog.journal.model import Journal
from myolog.journal.records import Examination
from myolog.journal.visits import is_visit
from myolog.triage.due import came_after
from myolog.triage.examined import examined_for
from myolog.triage.history import Told
from myolog.triage.result import expires_on
from myolog.triage.urgency import Urgency, can_wait

__all__ = ["Aftermath", "not_seen_since", "still_counts", "visit_since"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aftermath:
    """A result of today that came before a calmer one.

    Attributes
    ----------
    told : that result
    seen : whether a visit was noted since
    """

    told: Told
    seen: bool


def not_seen_since(results: Sequence[Told], journal: Journal, *, today: date) -> Told | None:
    """Return the newest result where it asked for care that day and no visit was noted since."""
    if not results or can_wait(results[-1].assessment.urgency):
        return None
    if _was_seen(results[-1], journal, today):
        return None
    return None if examined_for(journal, results, today=today) else results[-1]


def visit_since(results: Sequence[Told], journal: Journal, *, today: date) -> Examination | None:
    """Return the visit after which no check was done yet; None where the result asked for none.

    A check asks then what was explained. One that was not finished asked only a part of it.
    """
    finished = [one for one in results if one.urgency is not None]
    if not finished or finished[-1].urgency == Urgency.SELF_CARE:
        return None
    visits = [one for one in journal.until(today).of(Examination) if is_visit(one)]
    return visits[-1] if visits and came_after(visits[-1], finished[-1]) else None


def still_counts(results: Sequence[Told], journal: Journal, *, today: date) -> Aftermath | None:
    """Return the result of today that a calmer one has followed within 14 days.

    One that was put right counts on its day, and in the result that took its place. Of several the
    last that nobody has looked at since, else the last that was put right.
    """
    if not results or not can_wait(results[-1].assessment.urgency):
        return None
    found = [
        Aftermath(told=one, seen=_was_seen(one, journal, today))
        for nth, one in enumerate(results)
        if not can_wait(one.assessment.urgency) and results[-1].day <= expires_on(one.day)
        if not one.withdrawn or one.day == results[-1].day or nth + 2 == len(results)
    ]
    return max(found, key=_weight, default=None)


def _weight(one: Aftermath) -> tuple[bool, bool, date]:
    return (not one.seen and not one.told.withdrawn, one.told.withdrawn, one.told.day)


def _was_seen(told: Told, journal: Journal, today: date) -> bool:
    visits = filter(is_visit, journal.until(today).of(Examination))
    return any(came_after(one, told) for one in visits)
