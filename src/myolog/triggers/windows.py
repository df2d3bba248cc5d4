"""From a journal to the days and numbers that a search for triggers may use.

Decides that days begin with the first day the person looked back on and end with the last one up
to `today`; that a day without a look back stays missing; and what is no candidate: time spent
looking for twitches raises what is noticed, so it stands in the model as attention, and the day of
a cycle has no more and less. Sleep of a day is the night that ends on it. Source: the guide,
sections 3d and 5 ("attention masquerades as cause").
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, isnan
from typing import TYPE_CHECKING, Final

from myolog.journal.daily import (
    Sighting,
    daily_events,
    daily_exposures,
    daily_windows,
)
from myolog.journal.entries import DayTally, Episode, NoneToday
from myolog.journal.model import Journal
from myolog.journal.own import own_things
from myolog.vocabulary.exposures import exposure
from myolog.vocabulary.sites import groups_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    FloatArray = NDArray[np.float64]

__all__ = [
    "ANYWHERE",
    "ATTENTION",
    "CYCLIC",
    "ENOUGH_DAYS",
    "Windows",
    "counted_days",
    "first_findings_day",
    "noted_days",
    "settled_day",
    "windows_of",
]

ATTENTION: Final = "checking_min"
"""Raises what is noticed rather than what happens: a covariate, never a candidate."""

CYCLIC: Final = "cycle_day"
"""Day 28 lies beside day 1: no line can be drawn through it."""

ANYWHERE: Final = "anywhere"
"""The twitches most exposures are compared with: all of them."""

ASKED: Final = ("infection", ATTENTION)
"""What moves habits and twitching alike; an analysis without it says so."""

ENOUGH_DAYS: Final = 28
"""Days looked back on before most findings can come; a strong one may come sooner."""

OFTEN: Final = 0.5
"""Share of the logged days on which looking must be told to be used."""

_EYELID: Final = "bulbar_eyelid"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Windows:
    """What one journal offers to an analysis.

    Parameters
    ----------
    counts
        Where twitches were to shape (n_days,): `ANYWHERE`, and the groups that an exposure of the
        journal is compared with. NaN is a day that was not looked back on.
    first_day
        Date of the first of these days.
    exposures
        Candidates on the same days, by code; NaN where not told.
    attention
        Shape (n_days,), minutes of looking; None where they are not known.
    compared_with
        Exposure to the key of its counts.
    asked
        Codes of what the person never told and should: illness, time spent looking.
    """

    counts: Mapping[str, FloatArray]
    first_day: date
    exposures: Mapping[str, FloatArray]
    attention: FloatArray | None
    compared_with: Mapping[str, str]
    asked: tuple[str, ...]


def settled_day(today: date) -> date:
    """Return the last day of the week that a person sees findings from.

    Findings are looked at again each Sunday, over days that are past: the Saturday before.

    Examples
    --------
    >>> settled_day(date(2026, 3, 11)), settled_day(date(2026, 3, 15))
    (datetime.date(2026, 3, 7), datetime.date(2026, 3, 14))
    """
    return today - timedelta(days=(today.weekday() + 1) % 7 + 1)


def first_findings_day(journal: Journal, *, today: date) -> date | None:
    """Return the Sunday on which first findings may come, at the pace of the last four weeks.

    Returns
    -------
    sunday : the next one where enough days are noted; None where none was noted in that time
    """
    noted = counted_days(journal.until(today))
    missing = max(ENOUGH_DAYS - len(noted), 0)
    span = min((today - noted[0]).days + 1, ENOUGH_DAYS) if noted else ENOUGH_DAYS
    lately = sum((today - day).days < span for day in noted)
    if not lately:
        return None
    full = today + timedelta(days=ceil(missing * span / lately))
    return full + timedelta(days=7 - (full.weekday() + 1) % 7)


def windows_of(journal: Journal, *, today: date) -> Windows | None:
    """Return the arrays that a journal offers up to the end of `today`.

    Returns
    -------
    windows : None when no day was looked back on
    """
    import numpy as np

    past = journal.until(today)
    counted = _looked_back(past)
    if counted is None:
        return None
    start, end = counted
    events = np.array(daily_events(past, start, end))
    told = {code: np.array(column) for code, column in daily_exposures(past, start, end).items()}
    checking = told.pop(ATTENTION, None)
    told.pop(CYCLIC, None)
    logged = ~np.isnan(events)
    told = {code: column for code, column in told.items() if not np.isnan(column).all()}
    compared = {code: _compared_with(code, past) for code in told}
    attention = _attention(past, start, end, checking, logged)
    knows = {"infection": "infection" in told, ATTENTION: checking is not None}
    return Windows(
        counts={ANYWHERE: events}
        | {
            group: np.array(daily_events(past, start, end, among=_in_group(group)))
            for group in dict.fromkeys(compared.values())
            if group != ANYWHERE
        },
        first_day=start,
        exposures=told,
        attention=attention,
        compared_with=compared,
        asked=tuple(code for code in ASKED if not knows[code]),
    )


def _looked_back(past: Journal) -> tuple[date, date] | None:
    """Return the first and last day with a count."""
    days = counted_days(past)
    return (days[0], days[-1]) if days else None


def counted_days(past: Journal) -> tuple[date, ...]:
    """Return the days that were looked back on, oldest first."""
    looks = (entry for entry in past.entries if isinstance(entry, Episode | DayTally | NoneToday))
    return tuple(dict.fromkeys(entry.day for entry in looks))


def noted_days(past: Journal) -> dict[str, int]:
    """Count the days that a search could use of each thing that is noted now.

    Returns
    -------
    days : code to the days with both a look back and a value of it
        In the vocabulary's order, then the person's own things: those that are asked about have
        their 0, too, and those in the archive are left out.
    """
    found: dict[str, int] = {}
    counted = counted_days(past)
    if counted:
        looked_back = {(day - counted[0]).days for day in counted}
        for code, values in daily_exposures(past, counted[0], counted[-1]).items():
            found[code] = sum(
                number in looked_back and not isnan(value) for number, value in enumerate(values)
            )
    own = {code: one.archived for code, one in own_things(past).items()}
    listed = {
        code: days
        for code, days in found.items()
        if days and code not in own and code not in (ATTENTION, CYCLIC)
    }
    return listed | {code: found.get(code, 0) for code, archived in own.items() if not archived}


def _attention(
    past: Journal, start: date, end: date, checking: FloatArray | None, logged: NDArray[np.bool_]
) -> FloatArray | None:
    """Return minutes of fixed looks, and of checking where that is told often enough."""
    import numpy as np

    minutes = np.array(daily_windows(past, start, end)[1])
    if checking is not None and np.mean(~np.isnan(checking[logged])) >= OFTEN:
        return np.asarray(minutes + checking, dtype=float)
    return minutes if minutes.any() else None


def _compared_with(code: str, past: Journal) -> str:
    """Return the group of twitches that an exposure is compared with."""
    where = exposure(code).where
    if where == "eyelid":
        return _EYELID
    if where == "same_group":
        return _usual_group(past)
    return ANYWHERE


def _usual_group(past: Journal) -> str:
    """Return the group noted on most days: "the muscle that twitches" of the question."""
    days = past.group_days
    return min(days, key=lambda group: (-len(days[group]), group), default=ANYWHERE)


def _in_group(group: str) -> Callable[[Sighting], bool]:
    return lambda entry: group in groups_of(entry.site, entry.side)
