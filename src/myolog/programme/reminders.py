"""Reminders of the steps: which the person wants, at which time, and for which days.

Decides the days only; there is none by default, and never one that asks for twitches. Source: the
guide, section 6b and DP-1.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta

from myolog.journal.model import Journal
from myolog.journal.periods import PROGRAMME_DAYS, ProgrammePeriod
from myolog.programme.record import OFF, events_of
from myolog.programme.steps import STEPS, Step
from myolog.programme.verdict import LOOKS

__all__ = ["LookBack", "Reminder", "chosen_times", "days_to_look", "look_dates", "reminders_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """A daily reminder of one step.

    Attributes
    ----------
    step : which of the five
    at : the person's local time
    first, last : first and last date on which it rings
    without : dates between them whose day of the programme was paused
    """

    step: Step
    at: time
    first: date
    last: date
    without: tuple[date, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LookBack:
    """A day on which to look back.

    Attributes
    ----------
    code : which look it is, whatever day it falls on
    """

    code: str
    day: date


def chosen_times(journal: Journal, period: ProgrammePeriod) -> dict[str, tuple[time, date]]:
    """Return the time chosen for each step, and the day it was chosen on; a pause changes none."""
    chosen = {one.step: one for one in events_of(journal, period, "reminder")}
    return {
        code: (at, chosen[code].day)
        for code in STEPS
        if code in chosen and (at := _time_of(chosen[code].value)) is not None
    }


def reminders_of(journal: Journal, period: ProgrammePeriod) -> tuple[Reminder, ...]:
    """Return the reminders of a run of the programme, in the order of the steps.

    A reminder begins on the day its time was chosen; while a pause lasts there is none. Where a day
    ends late, a time of the night rings on the date after its day.
    """
    rests = period.pauses[-1][0] if period.pauses and period.pauses[-1][1] is None else None
    last = period.last_day or (rests or period.date_of(PROGRAMME_DAYS)) - timedelta(days=1)
    found = []
    for code, (at, first) in chosen_times(journal, period).items():
        night = timedelta(days=at.hour < journal.day_ends_hour)
        days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
        without = tuple(day + night for day in days if period.paused_on(day))
        if len(without) < len(days):
            found.append(
                Reminder(
                    step=STEPS[code], at=at, first=first + night, last=last + night, without=without
                )
            )
    return tuple(found)


def _time_of(text: str | None) -> time | None:
    try:
        return None if text is None or text == OFF else time.fromisoformat(text)
    except ValueError:
        return None


def look_dates(period: ProgrammePeriod) -> tuple[date, ...]:
    """Return when the two looks back come: each on the date after its last day, which is whole."""
    return tuple(period.date_of(look.day) + timedelta(days=1) for look in LOOKS)


def days_to_look(journal: Journal, period: ProgrammePeriod) -> tuple[LookBack, ...]:
    """Return the days after day 21 and day 28, and the day the person chose to look again."""
    again = tuple(
        LookBack(code=f"again-{number}", day=date.fromisoformat(one.value))
        for number, one in enumerate(events_of(journal, period, "recheck"), start=1)
        if one.value is not None
    )
    if period.last_day is None or period.stopped is not None:
        return again
    looks = (
        LookBack(code=f"day-{look.day}", day=on)
        for look, on in zip(LOOKS, look_dates(period), strict=True)
    )
    return (*looks, *again)
