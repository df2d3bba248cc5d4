"""Reminders of the steps: which the person wants, at which time, and for which days.

Decides the days only; there is none by default, and never one that asks for twitches. Source: the
guide, section 6b and DP-1.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta

from myolog.journal.model import Journal
from myolog.journal.periods import PROGRAMME_DAYS, ProgrammePeriod
from myolog.journal.records import ProgrammeEvent
from myolog.journal.reminders import Reminder, reminder_on
from myolog.programme.record import OFF, events_of
from myolog.programme.steps import STEPS
from myolog.programme.verdict import LOOKS

__all__ = [
    "LookBack",
    "chosen_times",
    "days_to_look",
    "gone_from",
    "look_dates",
    "reminders_of",
]


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

    A reminder begins on the day its time was chosen; while a pause lasts there is none, nor from
    the day of a stop on.
    """
    rests = period.pauses[-1][0] if period.pauses and period.pauses[-1][1] is None else None
    ends = period.stopped or rests or period.date_of(PROGRAMME_DAYS + 1)
    last = ends - timedelta(days=1)
    found = (
        reminder_on(journal, code, at, first=first, last=last, rests=period.paused_on)
        for code, (at, first) in chosen_times(journal, period).items()
    )
    return tuple(one for one in found if one is not None)


def _time_of(text: str | None) -> time | None:
    try:
        return None if text is None or text == OFF else time.fromisoformat(text)
    except ValueError:
        return None


def look_dates(period: ProgrammePeriod) -> tuple[date, ...]:
    """Return when the two looks back come: each on the date after its last day, which is whole.

    None while a pause lasts, and after a stop.
    """
    if period.last_day is None or period.stopped is not None:
        return ()
    return tuple(period.date_of(look.day) + timedelta(days=1) for look in LOOKS)


def days_to_look(journal: Journal, period: ProgrammePeriod) -> tuple[LookBack, ...]:
    """Return the days after day 21 and day 28, and the day the person chose to look again."""
    again = tuple(
        LookBack(code=f"again-{number}", day=date.fromisoformat(one.value))
        for number, one in enumerate(events_of(journal, period, "recheck"), start=1)
        if one.value is not None
    )
    looks = (
        LookBack(code=f"day-{look.day}", day=on)
        for look, on in zip(LOOKS, look_dates(period), strict=False)
    )
    return (*looks, *again)


def gone_from(
    journal: Journal, period: ProgrammePeriod, kept: Collection[str]
) -> Mapping[str, date]:
    """Return what an earlier file may have held and holds no more: its code, and a day of it.

    Parameters
    ----------
    kept
        Codes of the steps and looks that hold.
    """
    once = {
        one.step: one.day
        for one in journal.of(ProgrammeEvent)
        if one.event == "reminder" and one.step is not None and one.step in STEPS
    }
    looks = {f"day-{look.day}": period.date_of(look.day) + timedelta(days=1) for look in LOOKS}
    return {code: day for code, day in (once | looks).items() if code not in kept}
