"""The time of day: whether bouts prefer one, over days rather than bouts.

Decides what counts as awake and when it can be told. Noticing needs being awake, so only waking
hours are compared; they reach from 7 to 23, or as far as the person's own notes do. What is seen is
when bouts were *noticed*, which is not always when they come.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final, Literal
from zoneinfo import ZoneInfo

from myolog.journal.entries import CheckWindow, Episode
from myolog.journal.model import Journal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    FloatArray = NDArray[np.float64]

__all__ = ["HourPattern", "hour_pattern"]

LEAST_DAYS: Final = 21
"""Days with a bout whose time is known, before anything is tested."""

LEVEL: Final = 0.025
"""Half of 5 %: two things are tested, the time of day and the length of bouts."""

EVEN: Final = 0.25
"""A resultant surely below this is even enough: the best time has at most half as many again."""

_AWAKE: Final = (7.0, 23.0)
_EDGES: Final = (0.025, 0.975)
"""Share of notes that may lie outside the waking hours at either end."""

_NOON: Final = 12.0
"""Where a bout that was noted later, without a time, is put."""

_ROUNDED: Final = 0.5
"""Share of times on the full hour from which noon is a time like any other."""

Verdict = Literal["uneven", "even", "cannot_tell"]


@dataclass(frozen=True, slots=True, kw_only=True)
class HourPattern:
    """What is known about the time of day.

    Parameters
    ----------
    verdict
        uneven: there is a preferred time; even: no time stands out; cannot_tell.
    days
        Days with a bout whose time is known, in waking hours.
    days_needed
        Such days before a test; None when there are enough.
    bouts, at_night
        Bouts with a known time in waking hours, and outside them.
    awake_from, awake_until
        Hours of the local clock, such as 7.0 and 23.0.
    days_by_hour
        Shape (24,): days with a bout in that hour.
    p_value
        Of the test for an even spread, to be held against `LEVEL`; None if not tested.
    hour, hour_low, hour_high
        The preferred hour and its 90 % interval; None unless one stands out.
    """

    verdict: Verdict
    days: int
    days_needed: int | None
    bouts: int
    at_night: int
    awake_from: float
    awake_until: float
    days_by_hour: tuple[int, ...]
    p_value: float | None = None
    hour: float | None = None
    hour_low: float | None = None
    hour_high: float | None = None


def hour_pattern(journal: Journal, *, today: date, seed: int = 0) -> HourPattern:
    """Look for a preferred time of day.

    Parameters
    ----------
    journal
        Any; entries after `today` are left out. Tallies have no time and do not count.
    seed
        For the draws of the test.
    """
    import numpy as np

    past = journal.until(today)
    hours = _timed(past)
    opened, closed = _awake(past)
    inside = {
        day: kept
        for day, noted in hours.items()
        if (kept := [hour for hour in noted if opened <= hour < closed])
    }
    by_hour = [0] * 24
    for noted in hours.values():
        for hour in {int(hour) for hour in noted}:
            by_hour[hour] += 1
    n_bouts = sum(len(kept) for kept in inside.values())
    found = HourPattern(
        verdict="cannot_tell",
        days=len(inside),
        days_needed=LEAST_DAYS if len(inside) < LEAST_DAYS else None,
        bouts=n_bouts,
        at_night=sum(len(noted) for noted in hours.values()) - n_bouts,
        awake_from=opened,
        awake_until=closed,
        days_by_hour=tuple(by_hour),
    )
    if found.days_needed is not None:
        return found
    around = 2 * np.pi / (closed - opened)
    return _tested(found, [(np.array(kept) - opened) * around for kept in inside.values()], seed)


def _timed(past: Journal) -> dict[date, list[float]]:
    """Return the hours of each day's bouts, without those that were noted without a time."""
    noted = [(bout.day, _hour(bout)) for bout in _clocked(past)]
    rounded = sum(hour == int(hour) for _, hour in noted) >= _ROUNDED * len(noted)
    hours: defaultdict[date, list[float]] = defaultdict(list)
    for day, hour in noted:
        if rounded or hour != _NOON:
            hours[day].append(hour)
    return dict(hours)


def _clocked(past: Journal) -> list[Episode]:
    """Return the bouts whose time was told by the clock."""
    return [bout for bout in past.episodes if not bout.time_said]


def _tested(found: HourPattern, angles: list[FloatArray], seed: int) -> HourPattern:
    import numpy as np

    from myolog.statistics.circular import preferred_time

    time = preferred_time(angles, seed=seed)
    hours = (found.awake_until - found.awake_from) / (2 * np.pi)
    uneven = time.p_value <= LEVEL
    even = not uneven and time.resultant_high < EVEN
    found = replace(
        found,
        p_value=time.p_value,
        verdict="uneven" if uneven else "even" if even else "cannot_tell",
    )
    one_peak = time.p_one_peak <= LEVEL and time.resultant >= EVEN
    if not (uneven and one_peak):
        return found
    middle = time.direction * hours
    spread = time.half_width * hours
    return replace(
        found,
        hour=found.awake_from + middle,
        hour_low=found.awake_from + max(middle - spread, 0.0),
        hour_high=min(found.awake_from + middle + spread, found.awake_until),
    )


def _hour(entry: Episode | CheckWindow) -> float:
    """Return the local hour of an entry, 0 to below 24."""
    at = entry.started_at if isinstance(entry, Episode) else entry.at
    local = at.astimezone(ZoneInfo(entry.zone))
    return local.hour + local.minute / 60


def _awake(past: Journal) -> tuple[float, float]:
    """Return the waking hours: usual ones, or as wide as the notes of bouts and looks show."""
    import numpy as np

    noted = [*map(_hour, _clocked(past)), *map(_hour, past.of(CheckWindow))]
    if not noted:
        return _AWAKE
    early, late = np.quantile(noted, _EDGES)
    return min(_AWAKE[0], float(np.floor(early))), max(_AWAKE[1], float(np.ceil(late)))
