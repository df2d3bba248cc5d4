"""Which places a person is asked about first: the same ones in the browser and in a terminal."""

from datetime import date
from typing import Final

from myolog.journal.model import Journal

__all__ = ["OF_A_DAY", "places_of_day", "recent_places"]

Where = tuple[str, str | None]
"""A site and its side."""

OF_A_DAY: Final = 8
"""Places asked about on a day; more can be added."""


def recent_places(journal: Journal, *, limit: int) -> tuple[Where, ...]:
    """Return the places that twitched last, newest first, then those of the story.

    Examples
    --------
    >>> recent_places(Journal(), limit=6)
    ()
    """
    noted = ((entry.site, entry.side) for entry in reversed(journal.sightings))
    return tuple(dict.fromkeys((*noted, *story_places(journal))))[:limit]


def places_of_day(journal: Journal, day: date) -> tuple[Where, ...]:
    """Return the places to ask about when looking back on a day, first those it tells of."""
    noted = ((entry.site, entry.side) for entry in journal.tallies if entry.day == day)
    recent = recent_places(journal.until(day), limit=OF_A_DAY)
    return tuple(dict.fromkeys((*noted, *recent)))


def story_places(journal: Journal) -> tuple[Where, ...]:
    """Return the places the story so far names."""
    told = journal.story
    if told is None:
        return ()
    later = ((place.site, place.side) for place in told.sites)
    return ((told.first_site, told.first_side), *later)
