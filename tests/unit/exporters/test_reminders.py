"""Reminders as an iCalendar file: right hours across clock changes, and nothing of health."""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from myolog.content.catalogue import load
from myolog.exporters.reminders import as_calendar
from myolog.journal.reminders import Reminder
from myolog.programme.reminders import LookBack
from myolog.programme.steps import STEPS

WORDS = load()
NOW = datetime(2026, 3, 20, 9, tzinfo=UTC)
HEALTH = ("twitch", "muscle", "caffeine", "health", "doctor", "symptom", "programme", "myolog")


def reminder(**over):
    given = {
        "code": "STEP-4",
        "at": time(18, 30),
        "first": date(2026, 3, 20),
        "last": date(2026, 4, 16),
        "without": (),
    }
    return Reminder(**given | over)


def made(*reminders, looks=(), zone="Europe/Berlin", name="p", **over):
    given = {"now": NOW, "follows": False} | over
    file = as_calendar(WORDS, reminders, looks, zone=zone, name=name, **given)
    return file, Calendar.from_ical(file)


def events(calendar):
    return list(calendar.walk("VEVENT"))


@pytest.mark.parametrize(
    ("zone", "spring"),
    [
        ("Europe/Berlin", date(2026, 3, 29)),
        ("America/New_York", date(2026, 3, 8)),
        ("Australia/Sydney", date(2026, 4, 5)),
        ("Africa/Casablanca", date(2026, 3, 22)),
        ("Asia/Tokyo", date(2026, 3, 29)),
        ("UTC", date(2026, 3, 29)),
    ],
)
def test_the_hour_stays_when_clocks_change(zone, spring):
    """The file's own rules give the same instants as the zone's."""
    first, last = spring - timedelta(days=3), spring + timedelta(days=3)
    _, calendar = made(reminder(first=first, last=last), zone=zone)
    (event,) = events(calendar)
    begins = event.decoded("dtstart")
    assert event["dtstart"].params.get("TZID", "UTC") == zone
    (rules,) = calendar.walk("VTIMEZONE") or [None]
    if rules is None:
        assert zone == "UTC"
        return
    carried = rules.to_tz(lookup_tzid=False)
    for n in range(7):
        local = datetime.combine(begins.date() + timedelta(days=n), time(18, 30))
        assert local.replace(tzinfo=carried).utcoffset() == (
            local.replace(tzinfo=ZoneInfo(zone)).utcoffset()
        )


def test_it_ends_with_the_last_day_in_utc():
    _, calendar = made(reminder())
    (event,) = events(calendar)
    (until,) = event["rrule"]["UNTIL"]
    assert until == datetime(2026, 4, 16, 16, 30, tzinfo=UTC)
    assert event["rrule"]["FREQ"] == ["DAILY"]


def test_paused_days_are_left_out():
    _, calendar = made(reminder(without=(date(2026, 3, 24), date(2026, 3, 30))))
    (event,) = events(calendar)
    left_out = [one.dt.date() for one in event["exdate"].dts]
    assert left_out == [date(2026, 3, 24), date(2026, 3, 30)]


def test_days_to_look_back_are_whole_days():
    _, calendar = made(looks=(LookBack(code="day-21", day=date(2026, 4, 10)),))
    (event,) = events(calendar)
    assert event.decoded("dtstart") == date(2026, 4, 10)
    assert not event.walk("VALARM")
    assert not calendar.walk("VTIMEZONE")


def test_nothing_on_a_lock_screen_speaks_of_health():
    file, calendar = made(
        *(reminder(code=code) for code in (*STEPS, "day", "week")),
        looks=(LookBack(code="day-21", day=date(2026, 4, 10)),),
    )
    assert len(events(calendar)) == 8
    for one in events(calendar):
        assert one["class"] == "PRIVATE"
        shown = " ".join(str(one.get(name, "")) for name in ("summary", "description", "location"))
        shown += " ".join(str(alarm["description"]) for alarm in one.walk("VALARM"))
        assert not [word for word in HEALTH if word in shown.lower()], shown
    lines = [line for line in file.decode().splitlines() if not line.startswith("PRODID")]
    assert not [word for word in HEALTH if word in "\n".join(lines).lower()]


def test_events_keep_their_names_from_one_file_to_the_next_and_hide_the_person():
    def names(name):
        return [str(one["uid"]) for one in events(made(reminder(), name=name)[1])]

    assert names("person-1") == names("person-1")
    assert names("person-1") != names("person-2")
    assert "person" not in made(reminder(), name="person-1")[0].decode()


def test_a_file_says_that_it_does_not_follow_and_an_address_follows():
    looks = (LookBack(code="day-21", day=date(2026, 4, 10)),)
    _, file = made(reminder(), looks=looks)
    says = ["This file does not follow changes. After a change, save a new one: it takes the place"
            " of this one."] * 2  # fmt: skip
    assert [str(one["description"]) for one in events(file)] == says
    assert "refresh-interval" not in file
    _, followed = made(reminder(), looks=looks, follows=True)
    assert "refresh-interval" in followed
    assert not any("description" in one for one in events(followed))


def test_a_later_file_takes_the_place_of_an_earlier_one_and_strikes_out_what_is_gone():
    (first,) = events(made(reminder())[1])
    later = made(now=NOW + timedelta(hours=2), gone={"STEP-4": NOW.date(), "day-21": NOW.date()})[1]
    step, look = events(later)
    assert step["uid"] == first["uid"]
    assert int(step["sequence"]) - int(first["sequence"]) == 7_200
    assert [one["status"] for one in (step, look)] == ["CANCELLED", "CANCELLED"]
    assert not step.walk("VALARM")
    assert str(step["summary"]) == "Reminders", "what nobody is to be told any more is not named"


def test_the_file_is_well_formed():
    file, calendar = made(reminder())
    assert not calendar.errors
    assert file.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in file.split(b"\r\n"))
    assert not re.search(rb"(?<!\r)\n", file)
    assert events(calendar)[0].decoded("duration") == timedelta(minutes=10)


def test_one_day_is_whole_neutral_and_rings_at_nine():
    from myolog.exporters.reminders import one_day

    made = one_day(
        load(), {"due": date(2026, 4, 1)}, name="a1", now=datetime(2026, 3, 11, 8, tzinfo=UTC)
    ).decode()
    assert "DTSTART;VALUE=DATE:20260401" in made
    assert "SUMMARY:Last day for an appointment" in made
    assert "TRIGGER:PT9H" in made


def test_what_is_booked_after_a_visit_leaves_that_visit_in_the_calendar():
    from myolog.exporters.reminders import one_day

    now = datetime(2026, 12, 4, 12, tzinfo=UTC)
    files = (
        one_day(load(), {"booked": day}, n_seen=seen, name="a1", now=now)
        for day, seen in ((date(2026, 12, 4), 0), (date(2026, 12, 3), 0), (date(2027, 1, 15), 1))
    )
    first, moved, review = (Calendar.from_ical(file).walk("VEVENT")[0]["uid"] for file in files)
    assert first == moved != review


def test_a_day_that_holds_no_more_is_struck_out_under_its_own_name():
    """RFC 5545 3.8.1.11 and 3.8.7.4: same UID, STATUS:CANCELLED, a higher SEQUENCE."""
    from myolog.exporters.reminders import one_day

    first, then = datetime(2026, 3, 11, 8, tzinfo=UTC), datetime(2026, 3, 12, 9, 30, tzinfo=UTC)
    due, booked = {"due": date(2026, 4, 1)}, {"booked": date(2026, 3, 20)}
    (put,) = Calendar.from_ical(one_day(load(), due, name="a1", now=first)).walk("VEVENT")
    later = one_day(load(), booked, gone=due, name="a1", now=then)
    gone, coming = Calendar.from_ical(later).walk("VEVENT")
    assert (gone["uid"], gone["status"], gone["dtstart"].dt) == (
        put["uid"], "CANCELLED", date(2026, 4, 1),
    )  # fmt: skip
    assert gone["sequence"] - put["sequence"] == (25 * 60 + 30) * 60
    assert not gone.walk("VALARM")
    assert (coming["dtstart"].dt, "status" in coming) == (date(2026, 3, 20), False)
    assert coming["uid"] != gone["uid"]
