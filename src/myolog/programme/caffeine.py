"""Less caffeine, little by little: the most for each day, and when to stay on the same amount.

Decides the ceilings of the taper, the week before it, and what a headache changes. Source: the
guide, section 6a (STEP-1). Where the guide is silent, the limit of 14 days is taken for each of
two blocks of a long taper.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction
from itertools import chain
from statistics import median
from typing import Final

from myolog.errors import InvalidEntry
from myolog.journal.model import Journal
from myolog.vocabulary.exposures import validate

__all__ = [
    "BASELINE_DAYS",
    "LEAST_BASELINE_DAYS",
    "TARGET_MG",
    "baseline_values",
    "caffeine_baseline",
    "eased_taper",
    "half_of",
    "swap_on",
    "taper",
]

TARGET_MG: Final = 100
SMALL_CUT_MG: Final = 25
"""A cut of this size or less needs no taper."""

DAILY_CUT_MG: Final = 100
LEAST_DAYS: Final = 7
MOST_DAYS: Final = 10
LARGEST_CUT_MG: Final = 125
"""More than this a day over `MOST_DAYS` makes two blocks."""

HOLD_DAYS: Final = 3
STEP_MG: Final = 5

BASELINE_DAYS: Final = 7
LEAST_BASELINE_DAYS: Final = 5

BAD_HEADACHE: Final = 5
MOST_REPEATS: Final = 2
MOST_BLOCK_DAYS: Final = 14

SWAPS: Final = ("powders", "afternoon", "morning")
"""What to take away first, next and last."""


def taper(baseline_mg: float, target_mg: float = TARGET_MG) -> tuple[int, ...]:
    """Return the most caffeine for each day of the way down.

    The way takes 7 to 10 days; one that would cut more than 125 mg a day is split in two, with
    three days on the amount half way. The numbers are multiples of 5 mg, half rounded up, never
    rise, never fall below the target and end on it.

    Parameters
    ----------
    baseline_mg
        Caffeine of a usual day, 0 to 2,000 mg.
    target_mg
        Where to end, 0 to 2,000 mg; a part of a milligram is rounded.

    Returns
    -------
    ceilings : one a day, mg; empty when 25 mg or less are to be cut

    Raises
    ------
    InvalidEntry
        An amount is no number or outside its range.

    References
    ----------
    The guide, STEP-1 and section 6a.

    Examples
    --------
    >>> taper(600)
    (530, 455, 385, 315, 245, 170, 100)
    >>> taper(120)
    ()
    """
    return tuple(chain.from_iterable(_blocks(baseline_mg, target_mg)))


def _blocks(baseline_mg: float, target_mg: float) -> tuple[tuple[int, ...], ...]:
    baseline = Fraction(validate("caffeine", baseline_mg))
    target = _rounded(Fraction(validate("caffeine", target_mg)), 1)
    if baseline - target <= SMALL_CUT_MG:
        return ()
    if baseline - target <= LARGEST_CUT_MG * MOST_DAYS:
        return (_block(baseline, target),)
    middle = _rounded((baseline + target) / 2)
    held = (middle,) * HOLD_DAYS
    return (_block(baseline, middle), held, _block(Fraction(middle), target))


def _block(top: Fraction, bottom: int) -> tuple[int, ...]:
    n_days = min(MOST_DAYS, max(LEAST_DAYS, math.ceil((top - bottom) / DAILY_CUT_MG)))
    falling = (top - (top - bottom) * day / n_days for day in range(1, n_days))
    return (*(max(bottom, _rounded(amount)) for amount in falling), bottom)


def _rounded(amount: Fraction, step: int = STEP_MG) -> int:
    return step * math.floor(amount / step + Fraction(1, 2))


def eased_taper(
    baseline_mg: float, target_mg: float, headaches: Mapping[int, int]
) -> tuple[int, ...]:
    """Return the ceilings with the days repeated that a headache asks for.

    A headache of 5 or more on two days in a row repeats the ceiling of the second day, twice at
    the most, as long as a block stays within 14 days.

    Parameters
    ----------
    headaches
        Day of the taper (1 is the first) to how bad it was, 0 to 10; a day not asked is absent.

    Returns
    -------
    ceilings : one a day, mg

    References
    ----------
    The guide, section 6a.

    Examples
    --------
    >>> eased_taper(600, 100, {2: 6, 3: 7})
    (530, 455, 385, 385, 315, 245, 170, 100)
    """
    lived: list[int] = []
    for block in _blocks(baseline_mg, target_mg):
        spare = max(0, MOST_BLOCK_DAYS - len(block)) if len(block) > HOLD_DAYS else 0
        for ceiling in block:
            lived.append(ceiling)
            repeats = 0
            while repeats < min(MOST_REPEATS, spare) and _aches(headaches, len(lived)):
                lived.append(ceiling)
                repeats += 1
            spare -= repeats
    return tuple(lived)


def _aches(headaches: Mapping[int, int], day: int) -> bool:
    return min(headaches.get(day, 0), headaches.get(day - 1, 0)) >= BAD_HEADACHE


def baseline_values(journal: Journal, start: date) -> tuple[float, ...]:
    """Return the caffeine of each noted day among the seven before `start`, mg."""
    before = (start - timedelta(days=back) for back in range(BASELINE_DAYS, 0, -1))
    values = journal.exposure_values
    return tuple(values[day]["caffeine"] for day in before if "caffeine" in values.get(day, {}))


def caffeine_baseline(journal: Journal, start: date) -> int:
    """Return the caffeine of a usual day: the median of the week before `start`, whole mg.

    Raises
    ------
    InvalidEntry
        Fewer than five of the seven days have an amount.
    """
    values = baseline_values(journal, start)
    if len(values) < LEAST_BASELINE_DAYS:
        raise InvalidEntry(
            "Caffeine is noted on {days} of the {all} days before the start, and {needed} "
            "are needed. Note more days, or leave this step out.",
            days=len(values),
            all=BASELINE_DAYS,
            needed=LEAST_BASELINE_DAYS,
            code="too_few_caffeine_days",
        )
    return _rounded(Fraction(median(values)), 1)


def half_of(baseline_mg: float) -> int:
    """Return half of the usual amount, as a target in steps of 5 mg."""
    return _rounded(Fraction(baseline_mg) / 2)


def swap_on(day: int, n_days: int) -> str:
    """Return what to take away on a day of the taper: the powders first, the morning cup last.

    Parameters
    ----------
    day
        From 1 to `n_days`.

    Returns
    -------
    swap : one of `SWAPS`
    """
    return SWAPS[min(len(SWAPS) - 1, (day - 1) * len(SWAPS) // n_days)]
