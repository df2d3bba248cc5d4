"""A journal as counts: what each day tells of each place, without its single entries.

Ten years of twitches are counted where they are stored and never read one by one. What a day comes
to is decided in `journal.daily`, for this and for a whole journal alike.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from math import nan

from myolog.frozen import FrozenDict
from myolog.journal.daily import Place, day_range, told_at
from myolog.journal.entries import DayTally, NoneToday
from myolog.journal.model import Journal

__all__ = ["Counted", "Seen", "counted", "put_together"]

Seen = tuple[date, str, str | None]
"""A day, and the site and side that was noted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """Bouts by day and place.

    Attributes
    ----------
    days : each day that tells of every place, with the bouts of those that twitched
        A day that is not there is missing; one without a place is a day without twitches.
    in_words : days of which a place was told in a word, such as "some"
    """

    days: Mapping[date, Mapping[Place, int]]
    in_words: frozenset[date] = frozenset()

    def events(self, first: date, last: date) -> list[float]:
        """Return the bouts of each day; NaN where nothing was told."""
        return [
            float(sum(self.days[day].values())) if day in self.days else nan
            for day in day_range(first, last)
        ]

    def told(self, first: date, last: date) -> list[date]:
        """Return the days that tell, in order."""
        return [day for day in day_range(first, last) if day in self.days]

    def place_days(self, first: date, last: date) -> Mapping[Place, frozenset[date]]:
        """Return the days on which each place twitched."""
        found: defaultdict[Place, set[date]] = defaultdict(set)
        for day in self.told(first, last):
            for place in self.days[day]:
                found[place].add(day)
        return {place: frozenset(days) for place, days in found.items()}


def counted(journal: Journal) -> Counted:
    """Count a journal."""
    bouts: defaultdict[Seen, int] = defaultdict(int)
    for one in journal.episodes:
        bouts[one.day, one.site, one.side] += 1
    return put_together(bouts, (*journal.tallies, *journal.of(NoneToday)))


def put_together(bouts: Mapping[Seen, int], told: Iterable[DayTally | NoneToday]) -> Counted:
    """Return the counts of single twitches, counted already, with what was told of whole days.

    Parameters
    ----------
    bouts
        Twitches by day and place.
    """
    single: defaultdict[date, dict[Place, int]] = defaultdict(dict)
    tallied: defaultdict[date, dict[Place, DayTally]] = defaultdict(dict)
    for (day, site, side), n_bouts in bouts.items():
        single[day][site, side] = n_bouts
    days = set(single)
    for one in told:
        days.add(one.day)
        if isinstance(one, DayTally):
            tallied[one.day][one.site, one.side] = one
    return Counted(
        days=FrozenDict(
            {
                day: FrozenDict({at: n for at, n in _at(single, tallied, day).items() if n})
                for day in days
            }
        ),
        in_words=frozenset(
            day for day, at in tallied.items() if any(one.count is None for one in at.values())
        ),
    )


def _at(
    single: Mapping[date, dict[Place, int]],
    tallied: Mapping[date, dict[Place, DayTally]],
    day: date,
) -> Mapping[Place, int]:
    return told_at(single.get(day, {}), tallied.get(day, {}))
