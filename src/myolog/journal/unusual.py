"""What can be true but seldom is: values to ask about once before they are kept.

Decides for each kind of entry which values are unusual. The hard limits of an entry refuse what
cannot be; between the two a person may be right, so nothing is refused here. For exposures it is
the range of ordinary days of the guide, section 5; the other limits are chosen here. A word that
was chosen in place of a number is never unusual.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from myolog.frozen import FrozenDict
from myolog.journal.entries import CheckWindow, DayExposure, DayTally, Entry, Episode, ProfileFact
from myolog.vocabulary.exposures import exposure, outside_soft
from myolog.vocabulary.own import is_own

__all__ = ["is_unusual"]

TWITCHES_A_DAY: Final = 500
"""More at one place on one day are asked about."""

TWITCHES_A_LOOK: Final = 200
"""More in one look of two minutes are asked about."""

LENGTH_S: Final = 6 * 3600
"""A longer single twitch is asked about."""

ADDS_UP: Final = frozenset({"water_ml"})
"""Told bit by bit on a day that goes on, so that little of it is nothing to ask about."""

TOO_LITTLE: Final = 0.1
"""Below this share of the change worth talking about, and not 0, a number that was typed surely
stands for litres, hours or cups."""

FACTS: Final[Mapping[str, tuple[float, float]]] = FrozenDict(
    {"age_years": (12, 100), "weight_kg": (35, 200)}
)
"""Lowest and highest value of somebody who writes that needs no second look."""


def is_unusual(entry: Entry, *, of_other: bool = False) -> bool:
    """Tell whether an entry holds a number that few people have.

    Parameters
    ----------
    of_other
        Whether it tells of somebody else than who writes, and so perhaps of a child.

    Examples
    --------
    >>> from datetime import date
    >>> is_unusual(DayTally(day=date(2026, 3, 9), site="calf", count=99_999))
    True
    """
    match entry:
        case DayExposure() if _is_too_little(entry):
            return True
        case DayExposure(code=code, value=amount) if code in ADDS_UP:
            return amount > exposure(code).soft_high
        case DayExposure():
            return not entry.said and outside_soft(entry.code, entry.value)
        case DayTally(count=int(count)):
            return count > TWITCHES_A_DAY
        case CheckWindow():
            return entry.count > TWITCHES_A_LOOK
        case Episode(duration_s=int(seconds)):
            return seconds > LENGTH_S
        case ProfileFact(code=code, value=int() | float() as value) if code in FACTS:
            lowest, highest = FACTS[code]
            return value > highest or (value < lowest and not of_other)
        case _:
            return False


def _is_too_little(entry: DayExposure) -> bool:
    what = exposure(entry.code)
    if what.kind != "amount" or entry.said or entry.servings or is_own(entry.code):
        return False
    return 0 < entry.value < abs(what.change) * TOO_LITTLE
