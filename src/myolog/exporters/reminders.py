"""Reminders as an iCalendar file, for the calendar of a phone or a computer.

Decides that times are local times of the person's zone, with its rules carried along, so that a
reminder stays at its hour when clocks change; that an event keeps its name when its day moves, so
that a calendar moves it too; that a later file outdoes an earlier one and strikes out what holds no
more; and that nothing on a lock screen speaks of health.
Source: RFC 5545 (VTIMEZONE, RRULE with UNTIL in UTC, SEQUENCE and STATUS), RFC 5546, RFC 7986.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from myolog.content.catalogue import Catalogue
from myolog.exporters.zone_rules import zone_rules
from myolog.frozen import FrozenDict
from myolog.journal.reminders import EVERY_DAY, Reminder
from myolog.programme.reminders import LookBack
from myolog.vocabulary.reminding import WEEKDAYS

if TYPE_CHECKING:
    from icalendar import Alarm, Calendar, Event

__all__ = ["as_calendar", "one_day"]

LASTS: Final = timedelta(minutes=10)
MORNING: Final = timedelta(hours=9)
REFRESHED: Final = timedelta(hours=12)
A_YEAR: Final = timedelta(days=366)

_SECONDS_BEFORE: Final = 1_577_836_800
"""Seconds until 2020: those after it fit the 31 bits of a sequence number until 2088."""


def as_calendar(
    words: Catalogue,
    reminders: Sequence[Reminder],
    looks: Sequence[LookBack],
    *,
    zone: str,
    name: str,
    now: datetime,
    follows: bool,
    gone: Mapping[str, date] = FrozenDict(),
) -> bytes:
    """Return the calendar.

    Parameters
    ----------
    looks
        When to look back or again; whole days, without an alarm.
    zone
        The person's IANA time zone.
    name
        What makes the events this person's own; it is not to be seen in the file.
    now
        Aware datetime, the file's own time.
    follows
        Whether a calendar reads it again by itself; a file that does not says so in each event.
    gone
        Codes of reminders and looks of earlier files that hold no more, with a day of each.

    Returns
    -------
    file : iCalendar, UTF-8, lines of at most 75 bytes
    """
    calendar = _empty()
    calendar.add("x-wr-calname", words.text("reminder.calendar"))
    if follows:
        calendar.add("refresh-interval", REFRESHED, parameters={"VALUE": "DURATION"})
    again = [_again(words, one, zone=zone, name=name, now=now) for one in reminders]
    if any("TZID" in event["dtstart"].params for event in again):  # UTC needs no rules
        first = min(one.first for one in reminders)
        last = max(one.last for one in reminders)
        calendar.add_component(zone_rules(zone, first=first - A_YEAR, last=last + A_YEAR))
    coming = [*again, *(_whole_day(words, look, name=name, now=now) for look in looks)]
    for event in coming:
        if not follows:
            event.add("description", words.text("reminder.stays"))
        calendar.add_component(event)
    for code, day in gone.items():
        calendar.add_component(_gone(words, code, day, name=name, now=now))
    return _written(calendar)


def one_day(
    words: Catalogue,
    days: Mapping[str, date],
    *,
    name: str,
    now: datetime,
    gone: Mapping[str, date] = FrozenDict(),
    n_seen: int = 0,
) -> bytes:
    """Return a file with whole days, each with an alarm at nine in the morning of its place.

    Parameters
    ----------
    days
        Which date it is, and its day: its words say no more than that there is an appointment or a
        reminder, and a later file for the same date moves the day.
    name, now
        As in `as_calendar`.
    gone
        Dates of earlier files that hold no more: a calendar that has them strikes them out.
    n_seen
        Visits that have taken place: what is booked after one is another appointment, and a
        calendar keeps both.
    """
    calendar = _empty()
    for code, day in {**gone, **days}.items():
        summary = words.text(f"reminder.{code}")
        of_visit = f"{code}/{n_seen}" if code == "booked" and n_seen else code
        event = _event(f"{name}/{of_visit}", summary, now)
        event.add("dtstart", day)
        if code in days:
            event.add_component(_alarm(summary, MORNING))
        else:
            event.add("status", "CANCELLED")
        calendar.add_component(event)
    return _written(calendar)


def _empty() -> Calendar:
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Myolog//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    return calendar


def _written(calendar: Calendar) -> bytes:
    return bytes(calendar.to_ical())


def _event(name: str, summary: str, now: datetime) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", str(uuid5(NAMESPACE_URL, name)))
    event.add("dtstamp", now.astimezone(UTC))
    event.add("sequence", int(now.timestamp()) - _SECONDS_BEFORE)  # later files outdo earlier ones
    event.add("summary", summary)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    return event


def _again(words: Catalogue, one: Reminder, *, zone: str, name: str, now: datetime) -> Event:
    place = ZoneInfo(zone)
    begins = datetime.combine(one.first, one.at, place)
    ends = datetime.combine(one.last, one.at, place)
    summary = words.text(f"reminder.{one.code}")
    event = _event(f"{name}/{one.code}", summary, now)
    event.add("dtstart", begins)
    event.add("duration", LASTS)
    event.add("rrule", {**_rhythm(one), "until": ends.astimezone(UTC)})
    if one.without:
        event.add("exdate", [datetime.combine(day, one.at, place) for day in one.without])
    event.add_component(_alarm(summary, timedelta()))
    return event


def _rhythm(one: Reminder) -> dict[str, object]:
    if one.weekdays == EVERY_DAY:
        return {"freq": "daily"}
    return {"freq": "weekly", "byday": [WEEKDAYS[nth][:2].upper() for nth in one.weekdays]}


def _alarm(summary: str, after: timedelta) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm.add("trigger", after)
    return alarm


def _whole_day(words: Catalogue, look: LookBack, *, name: str, now: datetime) -> Event:
    event = _event(f"{name}/{look.code}", words.text("reminder.look"), now)
    event.add("dtstart", look.day)
    return event


def _gone(words: Catalogue, code: str, day: date, *, name: str, now: datetime) -> Event:
    event = _event(f"{name}/{code}", words.text("reminder.calendar"), now)
    event.add("dtstart", day)
    event.add("status", "CANCELLED")
    return event
