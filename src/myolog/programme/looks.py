"""When the programme is looked back on, and the weeks beside each other.

Decides when the days of a look are over: on the day after its last one, which is whole by then. It
is announced for that day and kept under it. Source: the guide, section 6c and DP-2 (weekly middle
days, no number of today).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from myolog.journal.daily import daily_events
from myolog.journal.model import Journal
from myolog.journal.periods import PROGRAMME_DAYS, ProgrammePeriod
from myolog.journal.records import ProgrammeEvent
from myolog.journal.weekly import Week, weekly_medians
from myolog.programme.verdict import BASELINE_DAYS, LOOKS

__all__ = ["DueLook", "look_due", "weeks_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DueLook:
    """A look back whose days are over.

    Attributes
    ----------
    number : day of the programme it belongs to, 21 or 28
    day : the date of looking back, or the one under which it was kept
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
        day = last + timedelta(days=1)
        if day <= today:
            verdicts = [one for one in journal.of(ProgrammeEvent) if one.event == "verdict"]
            kept = next((one for one in verdicts if one.day in (last, day)), None)
            if kept is not None:
                return DueLook(number=look.day, day=kept.day, kept=kept.value)
            return DueLook(number=look.day, day=day, kept=None)
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
