"""Where it began and where it came to later, as far as an order was told or noted.

Decides that only different days make an order: what was told or noted for one and the same day
stands side by side. The first place of a story is first because the person said so. Where it began
before anything was noted, the days of the entries are no order at all. Source: the guide, sections
3d and 8. A side of a place that was there on both sides is no place of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from myolog.journal.doubt import NOT_SURE
from myolog.journal.model import Journal
from myolog.journal.records import PRECISIONS, Story, StorySite
from myolog.vocabulary.sites import groups_of, is_told_in

__all__ = ["Joined", "Joining", "first_days", "joined_on", "joining_of", "new_beside"]

Spot = tuple[str, str | None]

_EYELID: Final = "bulbar_eyelid"

_ROUGHLY: Final = timedelta(days=1)
"""Within which a beginning that was told as a number of days is that of the entries."""


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
    untold : whether it began before the first entry, at a place that nobody told
    """

    first: Spot | None
    along: tuple[Spot, ...]
    later: tuple[Joined, ...]
    untold: bool = False

    @property
    def only_eyelids_later(self) -> bool:
        """Whether nothing but eyelids came later: they are no new part (guide, section 3d)."""
        return bool(self.later) and all(
            _EYELID in groups_of(one.site, one.side) for one in self.later
        )


def joining_of(journal: Journal, *, least_days: int = 1, began: date | None = None) -> Joining:
    """Return where it began and where it came to.

    Parameters
    ----------
    least_days
        Days on which a place must have twitched that only the journal shows, unless the journal
        begins with it.
    began
        Since when it twitches by the length that was told in the check; None where none was.
    """
    told = _told(journal)
    begins = min(map(min, journal.place_days.values()), default=date.max)
    if journal.place_days and not told and began is not None and began < begins - _ROUGHLY:
        return Joining(first=None, along=(), later=(), untold=True)
    start = min(told.values(), default=begins)
    noted = {
        spot: min(days)
        for spot, days in journal.place_days.items()
        if len(days) >= least_days or (not told and min(days) == start)
    }
    since = {**noted, **{spot: min(day, noted.get(spot, day)) for spot, day in told.items()}}
    along = sorted((spot for spot in noted if spot not in told), key=_plainest_first)
    beginning = [spot for spot in (*told, *along) if since[spot] <= start]
    begun = new_beside((), beginning)
    first = begun[0] if told or len(begun) == 1 else None
    after = sorted(
        (spot for spot, day in since.items() if day > start),
        key=lambda spot: (since[spot], _plainest_first(spot)),
    )
    later = (joined_on(journal, spot, since[spot]) for spot in new_beside(beginning, after))
    return Joining(
        first=first,
        along=tuple(spot for spot in begun if spot != first),
        later=tuple(sorted(later, key=lambda one: (one.since, one.site, one.side or ""))),
    )


def new_beside(known: Iterable[Spot], spots: Iterable[Spot]) -> tuple[Spot, ...]:
    """Return those of the places that are new beside the known ones and those before them.

    Examples
    --------
    >>> new_beside([("calf", "both")], [("calf", "left"), ("hand", "left"), ("hand", "right")])
    (('hand', 'left'), ('hand', 'right'))
    """
    every, found = list(known), []
    for spot in spots:
        if not is_told_in(*spot, every):
            found.append(spot)
        every.append(spot)
    return tuple(found)


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
    known = {}
    if story is not None:
        known = {spot: one.since_precision for spot, one in _later_in(story).items()}
        known[story.first_site, story.first_side] = story.onset_precision
    told = _told(journal).get(spot) == day and known[spot] != NOT_SURE
    return Joined(
        site=spot[0],
        side=spot[1],
        since=day,
        told=told,
        precision=known.get(spot, "day") if told else "day",
    )


def _plainest_first(spot: Spot) -> int:
    """Order places of one day: both sides, then a side, then those whose side was not noted."""
    return {"both": 0, None: 2}.get(spot[1], 1)


def _told(journal: Journal) -> dict[Spot, date]:
    """Return each place of the story with its day, the first one first."""
    story = journal.story
    if story is None:
        return {}
    later = {spot: place.since for spot, place in _later_in(story).items()}
    first = (story.first_site, story.first_side)
    return {first: story.onset_day, **{spot: day for spot, day in later.items() if spot != first}}


def _later_in(story: Story) -> dict[Spot, StorySite]:
    """Return the further places of a story; one named twice has twitched since its earlier day.

    Of two tellings of one day the more exact one holds.
    """
    found: dict[Spot, StorySite] = {}
    for place in sorted(story.sites, key=lambda one: PRECISIONS.index(one.since_precision)):
        spot = (place.site, place.side)
        found[spot] = min(found.get(spot, place), place, key=lambda one: one.since)
    return {(one.site, one.side): found[one.site, one.side] for one in story.sites}
