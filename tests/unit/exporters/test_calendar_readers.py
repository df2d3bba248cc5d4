"""Other people's readers of calendar files see the reminders when they are meant.

ical.js (JavaScript) and python-dateutil go by the rules in the file; the instants are written here
by hand. Seen before: icalendar 7 writes the spring change an hour late, a zone nobody uses stood in
the file of UTC, and a day to look back was another event after a pause.
"""

import json
from datetime import UTC, date, datetime, time, timedelta
from io import StringIO
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical

from myolog.content.catalogue import load
from myolog.exporters.reminders import as_calendar
from myolog.exporters.zone_rules import zone_rules
from myolog.journal.model import Journal
from myolog.journal.periods import latest_period
from myolog.journal.records import ProgrammeEvent
from myolog.journal.reminders import Reminder
from myolog.programme.reminders import LookBack, days_to_look
from tests.validators.run import validate

SCRIPT = Path(__file__).parents[2] / "validators" / "calendar.cjs"
NOW = datetime(2026, 1, 1, 9, tzinfo=UTC)


def written(zone: str, *, at: time, first: date, days: int, looks: Any = (), **over: Any) -> bytes:
    given = {"code": "STEP-4", "at": at, "first": first, "without": ()}
    last = first + timedelta(days=days - 1)
    one = Reminder(**given | {"last": last} | over)
    return as_calendar(load(), [one], looks, zone=zone, name="p", now=NOW, follows=False)


def seen_by_ical_js(file: bytes, folder: Path) -> dict[str, Any]:
    path = folder / "reminders.ics"
    path.write_bytes(file)
    return dict(json.loads(validate(SCRIPT, path, cwd=folder)))


def hours(*texts: str) -> list[str]:
    return [f"{text}:00.000Z" for text in texts]


@pytest.mark.parametrize(
    ("zone", "at", "first", "expected"),
    [
        ("Europe/Berlin", time(3, 30), date(2026, 3, 28),
         hours("2026-03-28T02:30", "2026-03-29T01:30", "2026-03-30T01:30")),
        ("Europe/Berlin", time(18, 30), date(2026, 10, 24),
         hours("2026-10-24T16:30", "2026-10-25T17:30", "2026-10-26T17:30")),
        ("Europe/Dublin", time(2, 15), date(2026, 3, 28),
         hours("2026-03-28T02:15", "2026-03-29T01:15", "2026-03-30T01:15")),
        ("America/New_York", time(3, 30), date(2026, 3, 7),
         hours("2026-03-07T08:30", "2026-03-08T07:30", "2026-03-09T07:30")),
        ("America/St_Johns", time(21, 0), date(2026, 10, 31),
         hours("2026-10-31T23:30", "2026-11-02T00:30", "2026-11-03T00:30")),
        ("Pacific/Auckland", time(3, 30), date(2026, 9, 26),
         hours("2026-09-25T15:30", "2026-09-26T14:30", "2026-09-27T14:30")),
        ("Australia/Lord_Howe", time(2, 45), date(2026, 10, 3),
         hours("2026-10-02T16:15", "2026-10-03T15:45", "2026-10-04T15:45")),
        ("Asia/Kolkata", time(18, 30), date(2026, 3, 28),
         hours("2026-03-28T13:00", "2026-03-29T13:00", "2026-03-30T13:00")),
        ("UTC", time(18, 30), date(2026, 3, 28),
         hours("2026-03-28T18:30", "2026-03-29T18:30", "2026-03-30T18:30")),
    ],
)  # fmt: skip
def test_ical_js_rings_when_it_should(
    zone: str, at: time, first: date, expected: list[str], tmp_path: Path
) -> None:
    seen = seen_by_ical_js(written(zone, at=at, first=first, days=3), tmp_path)
    assert [event["at"] for event in seen["events"]] == [expected]
    assert seen["zones"] == ([] if zone == "UTC" else [zone])


def test_ical_js_leaves_paused_days_out_and_sees_whole_days(tmp_path: Path) -> None:
    file = written(
        "Europe/Berlin", at=time(18, 30), first=date(2026, 3, 28), days=3,
        without=(date(2026, 3, 29),), looks=[LookBack(code="day-21", day=date(2026, 4, 10))],
    )  # fmt: skip
    seen = seen_by_ical_js(file, tmp_path)
    assert [event["at"] for event in seen["events"]] == [
        hours("2026-03-28T17:30", "2026-03-30T16:30"),
        ["2026-04-10"],
    ]


def test_ical_js_rings_on_the_days_of_the_week_across_the_change_and_in_no_quiet_week(
    tmp_path: Path,
) -> None:
    """Sunday and Wednesday at 20:30 in Berlin; the clock changes on 25 October 2026."""
    file = written(
        "Europe/Berlin", at=time(20, 30), first=date(2026, 10, 18), days=18, code="day",
        weekdays=(2, 6), without=(date(2026, 10, 28),),
    )  # fmt: skip
    seen = seen_by_ical_js(file, tmp_path)
    assert [event["at"] for event in seen["events"]] == [
        hours("2026-10-18T18:30", "2026-10-21T18:30", "2026-10-25T19:30", "2026-11-01T19:30",
              "2026-11-04T19:30"),
    ]  # fmt: skip
    assert [event["summary"] for event in seen["events"]] == ["A minute for the day"]


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "zone",
    ["Europe/Berlin", "Europe/Dublin", "Europe/London", "America/New_York", "America/St_Johns",
     "America/Santiago", "America/Sao_Paulo", "Africa/Casablanca", "Africa/Cairo",
     "Antarctica/Troll", "Asia/Kathmandu", "Asia/Jerusalem", "Asia/Tokyo", "Australia/Sydney",
     "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Chatham", "Pacific/Apia"],
)  # fmt: skip
def test_dateutil_reads_the_zone_as_it_is_at_every_hour(zone: str) -> None:
    """A year of hours; the hour that comes twice is read the first time."""
    rules = zone_rules(zone, first=date(2025, 6, 1), last=date(2027, 6, 1)).to_ical().decode()
    text = f"BEGIN:VCALENDAR\r\n{rules}END:VCALENDAR\r\n"
    read, real = tzical(StringIO(text)).get(zone), ZoneInfo(zone)
    begin = datetime(2026, 1, 2, 0, 30, tzinfo=UTC)
    for hour in range(24 * 364):
        instant = begin + timedelta(hours=hour)
        local = instant.astimezone(real)
        if not local.fold:
            wall = local.replace(tzinfo=None)
            assert wall.replace(tzinfo=read).utcoffset() == local.utcoffset(), (zone, instant)


@pytest.mark.parametrize("zone", ["UTC", "Etc/UTC", "GMT"])
def test_a_zone_nobody_uses_is_not_in_the_file(zone: str) -> None:
    file = written(zone, at=time(8), first=date(2026, 3, 28), days=2)
    assert b"VTIMEZONE" not in file
    assert b"DTSTART:20260328T080000Z" in file


def test_the_spring_change_stands_at_the_wall_time_before_it() -> None:
    rules = zone_rules("Europe/Berlin", first=date(2026, 1, 1), last=date(2026, 12, 31))
    lines = rules.to_ical().decode().split("\r\n")
    assert lines == [
        "BEGIN:VTIMEZONE", "TZID:Europe/Berlin",
        "BEGIN:STANDARD", "DTSTART:20260101T010000", "TZNAME:CET", "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0100", "END:STANDARD",
        "BEGIN:DAYLIGHT", "DTSTART:20260329T020000", "TZNAME:CEST", "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200", "END:DAYLIGHT",
        "BEGIN:STANDARD", "DTSTART:20261025T030000", "TZNAME:CET", "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100", "END:STANDARD",
        "END:VTIMEZONE", "",
    ]  # fmt: skip


def test_after_a_pause_the_same_events_stand_on_later_days(tmp_path: Path) -> None:
    """A calendar that took the file before the pause moves its events, and keeps none behind."""

    def taken(*turns: tuple[int, str]) -> dict[str, list[str]]:
        events = [ProgrammeEvent(day=date(2026, 3, day), event=event) for day, event in turns]
        journal = Journal(tuple(events), "Europe/Berlin")
        period = latest_period(journal, date(2026, 3, 20))
        assert period is not None
        looks = days_to_look(journal, period)
        file = written("Europe/Berlin", at=time(8), first=date(2026, 3, 2), days=2, looks=looks)
        return {one["uid"]: one["at"] for one in seen_by_ical_js(file, tmp_path)["events"]}

    before = taken((1, "started"))
    after = taken((1, "started"), (5, "paused"), (8, "resumed"))
    assert list(before) == list(after)
    assert list(before.values())[1:] == [["2026-03-22"], ["2026-03-29"]]
    assert list(after.values())[1:] == [["2026-03-25"], ["2026-04-01"]]
