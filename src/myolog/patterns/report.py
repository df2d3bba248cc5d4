"""Time, place and length together, as one value for every shell."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from myolog.journal.model import Journal
from myolog.patterns.hours import HourPattern, hour_pattern
from myolog.patterns.lengths import LengthPattern, length_pattern
from myolog.patterns.places import PlacePattern, place_pattern

__all__ = ["PatternReport", "find_patterns"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternReport:
    """When, where and for how long.

    Parameters
    ----------
    hours, places, lengths
        One part each.
    """

    hours: HourPattern
    places: PlacePattern
    lengths: LengthPattern

    def as_dict(self) -> dict[str, Any]:
        """Return the report as plain data, as command line and API print it."""
        return asdict(self)


def find_patterns(journal: Journal, *, today: date, seed: int = 0) -> PatternReport:
    """Look for patterns in time, place and length.

    Parameters
    ----------
    journal
        Any; entries after `today` are left out.
    seed
        For the draws of the test of hours.

    Examples
    --------
    >>> find_patterns(Journal(), today=date(2026, 3, 9)).hours.verdict
    'cannot_tell'
    """
    return PatternReport(
        hours=hour_pattern(journal, today=today, seed=seed),
        places=place_pattern(journal, today=today),
        lengths=length_pattern(journal, today=today),
    )
