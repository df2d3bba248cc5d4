"""The day of the menstrual cycle, counted on from the last one that was noted.

Decides that a count begins with what the person told or a file brought, never with what was filled
in from the day before, and that beyond the longest cycle there is none.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from myolog.journal.model import Journal
from myolog.journal.provenance import Provenance
from myolog.vocabulary.exposures import EXPOSURES

__all__ = ["CYCLE_DAY", "CycleCount", "counted_on"]

CYCLE_DAY: Final = "cycle_day"


@dataclass(frozen=True, slots=True)
class CycleCount:
    """A day of the cycle that nobody noted.

    Attributes
    ----------
    number : 2 to 60
    since : the day from which it was counted on
    """

    number: float
    since: date


def counted_on(journal: Journal, day: date) -> CycleCount | None:
    """Return which day of the cycle `day` is by the last one noted before it; None for none.

    Examples
    --------
    >>> from myolog.journal.entries import DayExposure
    >>> first = DayExposure(day=date(2026, 3, 2), code="cycle_day", value=1)
    >>> counted_on(Journal((first,)), date(2026, 3, 18)).number
    17.0
    """
    last = int(EXPOSURES[CYCLE_DAY].high)
    for back in range(1, last):
        since = day - timedelta(days=back)
        told = journal.exposures_told.get(since, {}).get(CYCLE_DAY)
        if told is not None and told.provenance is not Provenance.SAME_AS_YESTERDAY:
            number = told.value + back
            return CycleCount(number, since) if number <= last else None
    return None
