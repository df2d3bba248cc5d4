"""A reminder that comes again: at which time, and on which dates it rings.

Decides that a time of the night rings on the date after its day where a day ends late, that no
reminder rings in the time the person keeps free of them, and that the first and the last date are
dates on which it rings. Our own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Final

from myolog.journal.entries import ProfileFact
from myolog.journal.model import Journal
from myolog.vocabulary.reminding import WEEKDAYS, quiet_in

__all__ = ["EVERY_DAY", "Reminder", "quiet_time", "reminder_on"]

EVERY_DAY: Final = tuple(range(len(WEEKDAYS)))
"""Every day of the week, as `date.weekday` counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """A reminder that comes again.

    Attributes
    ----------
    code : what it reminds of: a step, the check-in (day) or the weekly look (week)
    at : the person's local time
    first, last : first and last date on which it rings
    weekdays : days of the week on which it rings, as `date.weekday` counts
    without : dates between them on which it does not ring
    """

    code: str
    at: time
    first: date
    last: date
    weekdays: tuple[int, ...] = EVERY_DAY
    without: tuple[date, ...] = ()


def quiet_time(journal: Journal) -> tuple[date, date] | None:
    """Return first and last day of the time without reminders that was chosen last."""
    chosen = [one for one in journal.of(ProfileFact) if one.code == "remind_quiet"]
    return quiet_in(str(chosen[-1].value)) if chosen else None


def reminder_on(
    journal: Journal,
    code: str,
    at: time,
    *,
    first: date,
    last: date,
    rests: Callable[[date], bool],
    weekdays: tuple[int, ...] = EVERY_DAY,
) -> Reminder | None:
    """Return a reminder for the person's days from `first` to `last`; None where it never rings.

    Parameters
    ----------
    rests
        Says whether there is no reminder on one of these days, whatever was chosen.
    """
    quiet, n_days = quiet_time(journal), (last - first).days + 1
    days = [day for n in range(n_days) if (day := first + timedelta(days=n)).weekday() in weekdays]
    silent = {day for day in days if rests(day) or (quiet and quiet[0] <= day <= quiet[1])}
    rung = [day for day in days if day not in silent]
    if not rung:
        return None
    late = at.hour < journal.day_ends_hour
    night = timedelta(days=late)
    return Reminder(
        code=code,
        at=at,
        first=rung[0] + night,
        last=rung[-1] + night,
        weekdays=tuple(sorted((one + late) % len(WEEKDAYS) for one in weekdays)),
        without=tuple(day + night for day in sorted(silent) if rung[0] < day < rung[-1]),
    )
