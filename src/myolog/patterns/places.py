"""Where it twitches: on how many days each place was noted, and how sure that share is.

Decides nothing about what a place means: places stand in the order of the body, from head to foot,
never by number. Which places are new is judged by the check, not here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import date
from math import sqrt
from typing import TYPE_CHECKING, Final

from myolog.journal.daily import Place
from myolog.journal.model import Journal
from myolog.statistics.rates import lag_one
from myolog.vocabulary.sites import SITES

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["PlaceDays", "PlacePattern", "in_order", "place_pattern", "places_of"]

LEAST_DAYS: Final = 14
"""Days looked back on, before a share says anything."""

_TOGETHER: Final = 0.90
"""Confidence of all intervals together, so that each alone is wider."""

_SIDES: Final = ("left", "right", "both", None)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceDays:
    """One place.

    Parameters
    ----------
    site, side
        As noted.
    days
        Days on which it twitched.
    share
        The same of all days looked back on, 0 to 1.
    low90, high90
        Interval of the share of days, held at once with those of the other places; None where
        there are too few days.
    """

    site: str
    side: str | None
    days: int
    share: float
    low90: float | None
    high90: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacePattern:
    """Every place that was noted, from head to foot.

    Parameters
    ----------
    days
        Days looked back on.
    days_needed
        Such days before a share says anything; None when there are enough.
    places
        Every place noted.
    """

    days: int
    days_needed: int | None
    places: tuple[PlaceDays, ...]


def place_pattern(journal: Journal, *, today: date) -> PlacePattern:
    """Count the days of each place.

    Parameters
    ----------
    journal
        Any; entries after `today` are left out.
    """
    past = journal.until(today)
    return places_of(sorted(past.told_days), past.place_days)


def places_of(observed: list[date], seen: Mapping[Place, Set[date]]) -> PlacePattern:
    """Count the days of each place among some that tell.

    Parameters
    ----------
    observed
        The days looked back on, in order.
    seen
        Days on which each place twitched, all of them looked back on.

    References
    ----------
    Wilson, JASA 1927;22:209, with the number of days cut by the correlation of one day with the
    next (guide 6c).
    """
    enough = len(observed) >= LEAST_DAYS
    places = in_order(seen)
    quantile = _quantile(len(places)) if places else 0.0
    found = []
    for place in places:
        low, high = _interval(observed, seen[place], quantile) if enough else (None, None)
        found.append(
            PlaceDays(
                site=place[0],
                side=place[1],
                days=len(seen[place]),
                share=len(seen[place]) / len(observed),
                low90=low,
                high90=high,
            )
        )
    return PlacePattern(
        days=len(observed), days_needed=None if enough else LEAST_DAYS, places=tuple(found)
    )


def in_order(places: Iterable[Place]) -> list[Place]:
    """Return places from head to foot, the left side first."""
    order = {site: number for number, site in enumerate(SITES)}
    return sorted(places, key=lambda one: (order[one[0]], _SIDES.index(one[1])))


def _quantile(n_places: int) -> float:
    """Return the normal quantile with which all intervals hold together."""
    from scipy.special import ndtri

    return float(ndtri(0.5 + _TOGETHER ** (1 / n_places) / 2))


def _interval(observed: list[date], noted: Set[date], quantile: float) -> tuple[float, float]:
    """Return the Wilson interval of a share of days that resemble their neighbours."""
    import numpy as np

    here: NDArray[np.float64] = np.array([day in noted for day in observed], dtype=float)
    share = float(here.mean())
    numbers = np.array([(day - observed[0]).days for day in observed], dtype=float)
    alike = lag_one((here - share).tolist(), numbers.tolist())
    n = len(observed) * (1 - alike) / (1 + alike)
    middle = (share + quantile**2 / (2 * n)) / (1 + quantile**2 / n)
    half = sqrt(share * (1 - share) / n + quantile**2 / (4 * n**2)) * quantile
    half /= 1 + quantile**2 / n
    return max(middle - half, 0.0), min(middle + half, 1.0)
