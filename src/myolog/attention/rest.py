"""How often a person wants to be asked to note, and what that means for one day.

Decides between noting as usual, on three drawn days a week, a quiet week and a pause of two weeks.
A quiet week and a pause end by themselves and give way to what held before. On a day that is not
asked for, noting stays possible and the check stays open; what is not noted is missing, never zero.
Source: guide section 8, DP-1 and DP-10; the drawn days and the quiet week are our own (hazard H3).
"""

import hashlib
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import Final

from myolog.journal.entries import ProfileFact
from myolog.journal.model import Journal

LENGTHS: Final = {"quiet": 7, "pause": 14}
"""Days that a rest lasts, the first one included."""

DRAWN_DAYS: Final = 3
"""Days of a week, Monday to Sunday, on which a person is asked who notes on drawn days."""

_CHOICES: Final = tuple(combinations(range(7), DRAWN_DAYS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Noting:
    """How a person notes on one day.

    Attributes
    ----------
    way : usual, sampled, quiet or pause
    asked : whether the person is asked to note on this day
    last_day : the last day of a quiet week or pause; None for the lasting ways
    drawn : the drawn days of this week; empty for the other ways
    """

    way: str = "usual"
    asked: bool = True
    last_day: date | None = None
    drawn: tuple[date, ...] = ()

    @property
    def rests(self) -> bool:
        """Whether this is a quiet week or a pause."""
        return self.last_day is not None


def noting_on(journal: Journal, day: date, *, seed: int) -> Noting:
    """Return how the person notes on `day`, as chosen up to then.

    Parameters
    ----------
    seed
        The person's own number, so that the drawn days stay the same for a week.
    """
    for fact in reversed(journal.of(ProfileFact)):
        if fact.code != "noting" or fact.day > day:
            continue
        way = str(fact.value)
        if way not in LENGTHS:
            return _lasting(way, day, seed)
        last = fact.day + timedelta(days=LENGTHS[way] - 1)
        if day <= last:
            return Noting(way=way, asked=False, last_day=last)
    return Noting()


def _lasting(way: str, day: date, seed: int) -> Noting:
    if way != "sampled":
        return Noting(way=way)
    drawn = drawn_days(day, seed=seed)
    return Noting(way=way, asked=day in drawn, drawn=drawn)


def drawn_days(day: date, *, seed: int) -> tuple[date, ...]:
    """Draw the days of noting in the week of `day`, each choice of three equally often.

    The draw is a digest of seed and week, so it is the same on every computer and at every look.

    Returns
    -------
    days : three dates from Monday to Sunday, in order
    """
    monday = day - timedelta(days=day.weekday())
    digest = hashlib.sha256(f"{seed}/{monday.isoformat()}".encode()).digest()
    chosen = _CHOICES[int.from_bytes(digest, "big") % len(_CHOICES)]
    return tuple(monday + timedelta(days=step) for step in chosen)
