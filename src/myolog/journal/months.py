"""What each day of a month tells: twitches, none, or nothing; and what else fell on it.

A day that tells nothing of twitches is never a day without them, whatever else was noted of it. How
much is told in steps: the bouts of all places together, as `journal.daily` counts them.
Source: guide section 3d (missing is missing).
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from math import isnan
from typing import Final

from myolog.journal.daily import MANY, SOME, daily_events, day_range
from myolog.journal.entries import CheckWindow, ProfileFact, tells_twitch
from myolog.journal.model import Journal
from myolog.journal.periods import periods
from myolog.journal.records import Examination, ProgrammeEvent
from myolog.journal.visits import Visit

__all__ = ["AMOUNTS", "MonthDay", "last_of_month", "month_days", "months_of"]

AMOUNTS: Final = ("none", "few", "some", "many")
"""How much a day twitched, from nothing on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthDay:
    """One day of a month.

    Attributes
    ----------
    amount : one of `AMOUNTS`; "" where the day tells nothing of twitches
    noted : whether anything was noted of it
    steps : whether the programme ran
    result : whether a check had its result, or notes raised one
    visit : whether the person was seen or tested
    booked : whether a visit is booked for it
    """

    day: date
    amount: str = ""
    noted: bool = False
    steps: bool = False
    result: bool = False
    visit: bool = False
    booked: bool = False


def last_of_month(day: date) -> date:
    """Return the last day of a month.

    Examples
    --------
    >>> last_of_month(date(2028, 2, 3))
    datetime.date(2028, 2, 29)
    """
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def month_days(
    journal: Journal,
    month: date,
    *,
    today: date,
    results: Collection[date] = (),
    booked: Collection[date] = (),
) -> tuple[MonthDay, ...]:
    """Return each day of a month.

    Parameters
    ----------
    journal
        What was noted in the month, with every entry of the programme.
    month
        Any day of it.
    results
        Days on which a result was told.
    booked
        Days for which a visit stands.
    """
    first, last = month.replace(day=1), last_of_month(month)
    days = day_range(first, last)
    entries = [one for one in journal.between(first, last) if not isinstance(one, ProfileFact)]
    noted = {one.day for one in entries if not isinstance(one, ProgrammeEvent | Visit)}
    looks = {one.day for one in entries if isinstance(one, CheckWindow) and tells_twitch(one)}
    seen = {one.day for one in entries if isinstance(one, Examination)}
    steps = {day for run in periods(journal) for day in run.days(min(last, today))}
    return tuple(
        MonthDay(
            day=day,
            amount=_amount(bouts) or ("few" if day in looks else ""),
            noted=day in noted,
            steps=day in steps,
            result=day in results,
            visit=day in seen,
            booked=day in booked,
        )
        for day, bouts in zip(days, daily_events(journal, first, last), strict=True)
    )


def _amount(bouts: float) -> str:
    if isnan(bouts):
        return ""
    return AMOUNTS[(bouts > 0) + (bouts >= SOME) + (bouts >= MANY)]


def months_of(days: Iterable[date]) -> tuple[tuple[date, ...], ...]:
    """Return the first of each month in which a day lies, a group for each year, newest first.

    Examples
    --------
    >>> months_of([date(2026, 3, 9), date(2027, 1, 2), date(2026, 3, 1)])
    ((datetime.date(2027, 1, 1),), (datetime.date(2026, 3, 1),))
    """
    months = sorted({(day.year, day.month) for day in days}, reverse=True)
    years = groupby(months, key=lambda one: one[0])
    return tuple(tuple(date(*one, 1) for one in of_year) for _, of_year in years)
