"""From numbers by day to weeks: the middle day, and the range around it.

Decides when a week can be summed up: with three days noted or more. The range is that of the
days noted, without the lowest and the highest one when there are six or seven. Whatever the
counts look like, it covers the median of days like these with a chance of at least 75 %, as far as
the days do not hang together (order statistics).

References
----------
David and Nagaraja, Order Statistics, 3rd edition (2003), section 7.1.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from typing import Final

__all__ = ["Spread", "Week", "weekly_medians"]

FEWEST_DAYS: Final = 3
_TRIMMED_FROM: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """The middle day of some days, per day, with the range of most of them."""

    low: float
    median: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """Seven days, or those up to the last one.

    Attributes
    ----------
    first_day : its first day
    n_days : 1 to 7; fewer than 7 only in the last week
    n_noted : days with a number
    spread : None with fewer than three days noted
    """

    first_day: date
    n_days: int
    n_noted: int
    spread: Spread | None


def weekly_medians(counts: Sequence[float], *, first_day: date) -> tuple[Week, ...]:
    """Sum up counts by weeks that begin with the first day.

    Parameters
    ----------
    counts
        Shape (n_days,), per day; NaN on a day without a note, which is left out.

    Returns
    -------
    weeks : in the order of time, one for every seven days begun

    Examples
    --------
    >>> weeks = weekly_medians([3, 0, 5, 4, 9, 2, 4], first_day=date(2026, 3, 2))
    >>> weeks[0].spread
    Spread(low=2.0, median=4.0, high=5.0)
    """
    return tuple(
        _summed_up(counts[start : start + 7], first_day + timedelta(days=start))
        for start in range(0, len(counts), 7)
    )


def _summed_up(days: Sequence[float], first_day: date) -> Week:
    noted = sorted(float(count) for count in days if not math.isnan(count))
    return Week(first_day=first_day, n_days=len(days), n_noted=len(noted), spread=_spread(noted))


def _spread(noted: Sequence[float]) -> Spread | None:
    if len(noted) < FEWEST_DAYS:
        return None
    cut = int(len(noted) >= _TRIMMED_FROM)
    return Spread(low=noted[cut], median=median(noted), high=noted[-1 - cut])
