"""When the programme is looked back on, and the weeks beside each other.

Decides when the days of a look are over: the day after its last one, or on that day itself once it
has a note. Source: the guide, section 6c and DP-2 (weekly middle days, no number of today).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from myolog.journal.daily import daily_events
from myolog.journal.model import Journal
from myolog.journal.periods import PROGRAMME_DAYS, ProgrammePeriod
from myolog.journal.weekly import Week, weekly_medians
from myolog.programme.record import events_of
from myolog.programme.verdict import BASELINE_DAYS, LOOKS

__all__ = ["DueLook", "look_due", "weeks_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DueLook:
    """A look back whose days are over.

    Attributes
    ----------
    number : day of the programme it belongs to, 21 or 28
    day : its date
    kept : code of the verdict that was kept for it, or None
    """

    number: int
    day: date
    kept: str | None


def look_due(journal: Journal, period: ProgrammePeriod, today: date) -> DueLook | None:
    """Return the latest look back that can be taken; None before day 21."""
    lived = tuple(period.days(today))
    for look in reversed(LOOKS):
        if len(lived) < look.day:
            continue
        last = lived[look.day - 1]
        if last < today or last in journal.observed_days:
            verdicts = events_of(journal, period, "verdict")
            kept = next((one.value for one in verdicts if one.day == last), None)
            return DueLook(number=look.day, day=last, kept=kept)
    return None


def weeks_of(
    journal: Journal, period: ProgrammePeriod, today: date
) -> tuple[tuple[Week, ...], int]:
    """Return the weeks from 14 days before the start on, and which of them the start begins.

    Bouts by observed day, as noted; a day without a look back is missing.
    """
    first = period.started - timedelta(days=BASELINE_DAYS)
    last = min(today, period.last_day or today, period.date_of(PROGRAMME_DAYS))
    counts = daily_events(journal.until(today), first, max(last, period.started))
    return weekly_medians(counts, first_day=first), BASELINE_DAYS // 7
