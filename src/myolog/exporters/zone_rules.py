"""The rules of a time zone for a calendar file: every change of its clock around some days.

Decides that a change stands at the wall time before it, which is how RFC 5545 (3.6.5) wants it;
icalendar 7 writes the wall time after it, which moves a spring change by an hour. Each change is
written by itself: no rule is guessed beyond the days asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Timezone

__all__ = ["zone_rules"]

_DAY: Final = timedelta(days=1)
_SECOND: Final = timedelta(seconds=1)


def zone_rules(zone: str, *, first: date, last: date) -> Timezone:
    """Return the zone as it is from `first` to `last`."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    place = ZoneInfo(zone)
    rules = Timezone()
    rules.add("tzid", zone)
    before = _offset(datetime.combine(first, time(), UTC), place)
    for instant in _changes(place, first, last):
        local = instant.astimezone(place)
        after = _offset(instant, place)
        change = TimezoneDaylight() if local.dst() else TimezoneStandard()
        change.add("dtstart", (instant + before).replace(tzinfo=None))
        change.add("tzoffsetfrom", before)
        change.add("tzoffsetto", after)
        change.add("tzname", local.tzname())
        rules.add_component(change)
        before = after
    return rules


def _offset(instant: datetime, place: ZoneInfo) -> timedelta:
    return instant.astimezone(place).utcoffset() or timedelta()


def _changes(place: ZoneInfo, first: date, last: date) -> Iterator[datetime]:
    """Yield the beginning, and each instant from which the offset is another."""
    early = datetime.combine(first, time(), UTC)
    end = datetime.combine(last, time(), UTC)
    yield early
    while early < end:
        late = early + _DAY
        if _offset(early, place) != _offset(late, place):
            yield _first_after(early, late, place)
        early = late


def _first_after(early: datetime, late: datetime, place: ZoneInfo) -> datetime:
    """Return the first second with the offset of `late`, found by halving."""
    offset = _offset(late, place)
    while late - early > _SECOND:
        middle = early + (late - early) // _SECOND // 2 * _SECOND
        early, late = (early, middle) if _offset(middle, place) == offset else (middle, late)
    return late
