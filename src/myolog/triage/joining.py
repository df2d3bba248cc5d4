"""Where it began and where it came to later, as far as an order was told or noted.

Decides that only different days make an order: what was told or noted for one and the same day
stands side by side. The first place of a story is first because the person said so. Source: the
guide, sections 3d and 8.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from myolog.journal.model import Journal

__all__ = ["Joined", "Joining", "first_days", "joined_on", "joining_of"]

Spot = tuple[str, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """A place that came later, and how that is known.

    Attributes
    ----------
    since : the day since which it twitches as told, else the first day on which it was noted
    told : whether the person said that day
    precision : how well the day is known: day, week, month or year
    """

    site: str
    side: str | None
    since: date
    told: bool
    precision: str = "day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """The places in the order in which they joined.

    Attributes
    ----------
    first : where it began; None where nothing was told and several places share the first day
    along : places of the beginning without an order of their own
    later : places of later days, by their days
    """

    first: Spot | None
    along: tuple[Spot, ...]
    later: tuple[Joined, ...]


def joining_of(journal: Journal, *, least_days: int = 1) -> Joining:
    """Return where it began and where it came to.

    Parameters
    ----------
    least_days
        Days on which a place must have twitched that only the journal shows, unless the journal
        begins with it.
    """
    told = _told(journal)
    begins = min(map(min, journal.place_days.values()), default=date.max)
    start = min(told.values(), default=begins)
    noted = {
        spot: min(days)
        for spot, days in journal.place_days.items()
        if len(days) >= least_days or (not told and min(days) == start)
    }
    since = {**noted, **{spot: min(day, noted.get(spot, day)) for spot, day in told.items()}}
    begun = list(dict.fromkeys(spot for spot in (*told, *noted) if since[spot] <= start))
    first = begun[0] if told or len(begun) == 1 else None
    later = (joined_on(journal, spot, day) for spot, day in since.items() if day > start)
    return Joining(
        first=first,
        along=tuple(spot for spot in begun if spot != first),
        later=tuple(sorted(later, key=lambda one: (one.since, one.site, one.side or ""))),
    )


def first_days(journal: Journal) -> Mapping[Spot, date]:
    """Return each place with the day since which it was told, or noted where that is earlier.

    The earliest comes first.
    """
    found = {spot: min(days) for spot, days in journal.place_days.items()}
    for spot, day in _told(journal).items():
        found[spot] = min(day, found.get(spot, day))
    return dict(sorted(found.items(), key=lambda item: item[1]))


def joined_on(journal: Journal, spot: Spot, day: date) -> Joined:
    """Return a place with its first day: told, and as exactly as told, where the story says so."""
    story = journal.story
    told = _told(journal).get(spot) == day
    known = {}
    if story is not None:
        known = {(one.site, one.side): one.since_precision for one in story.sites}
        known[story.first_site, story.first_side] = story.onset_precision
    return Joined(
        site=spot[0],
        side=spot[1],
        since=day,
        told=told,
        precision=known.get(spot, "day") if told else "day",
    )


def _told(journal: Journal) -> dict[Spot, date]:
    """Return each place of the story with its day, the first one first."""
    story = journal.story
    if story is None:
        return {}
    later = {(place.site, place.side): place.since for place in story.sites}
    first = (story.first_site, story.first_side)
    return {first: story.onset_day, **{spot: day for spot, day in later.items() if spot != first}}
