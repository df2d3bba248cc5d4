"""When it happened: parts of a day, clocks with two readings, dates, and nights with a change."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from myolog.errors import InvalidEntry
from myolog.phrases.reading import read_line

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 3, 11, 14, 20, tzinfo=BERLIN)  # a Wednesday


def when(text, now=NOW):
    said = read_line(text, now=now, zone=str(now.tzinfo))
    if said.day is None:
        return None
    return said.day.isoformat() if said.clock is None else f"{said.day} {said.clock:%H:%M}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("now", "2026-03-11 14:20"),
        ("just had one", "2026-03-11 14:20"),
        ("bad sleep but now", "2026-03-11 14:20"),
        ("left calf now loads, cramp in the night too", "2026-03-11 14:20"),
        ("left calf right now and also last night", "2026-03-11 14:20"),
        ("cramp in the night too", "2026-03-11 03:00"),
        ("today", "2026-03-11"),
        ("yesterday", "2026-03-10"),
        ("the day before yesterday", "2026-03-09"),
        ("yesterday evening", "2026-03-10 20:00"),
        ("last night", "2026-03-10 22:00"),
        ("last night at 11", "2026-03-10 23:00"),
        ("last night at 2", "2026-03-11 02:00"),
        ("monday night at 1", "2026-03-10 01:00"),
        ("middle of the night", "2026-03-11 03:00"),
        ("at 2 in the night", "2026-03-11 02:00"),
        ("in the evening", "2026-03-10 20:00"),
        ("this morning", "2026-03-11 09:00"),
        ("8 this morning", "2026-03-11 08:00"),
        ("this morning 8", "2026-03-11 08:00"),
        ("yesterday at 1 at lunch", "2026-03-10 13:00"),
        ("at 11 before lunch", "2026-03-11 11:00"),
        ("at midnight", "2026-03-11 00:00"),
        ("evening of tuesday", "2026-03-10 20:00"),
        ("early this morning", "2026-03-11 06:00"),
    ],
)
def test_parts_of_a_day_stand_for_a_clock(text, expected):
    assert when(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at 3", "2026-03-11 03:00"),
        ("at 1", "2026-03-11 13:00"),
        ("at 12", "2026-03-11 12:00"),
        ("3ish", "2026-03-11 03:00"),
        ("yesterday at 3", "2026-03-10 15:00"),
        ("monday at 8", "2026-03-09 08:00"),
        ("at 3pm", "2026-03-10 15:00"),
        ("12 am", "2026-03-11 00:00"),
        ("12 pm", "2026-03-11 12:00"),
        ("15:40", "2026-03-10 15:40"),
        ("at 15:40 pm", "2026-03-10 15:40"),
        ("03:10", "2026-03-11 03:10"),
        ("at 0310", "2026-03-11 03:10"),
        ("yesterday 2230", "2026-03-10 22:30"),
        ("13h", "2026-03-11 13:00"),
        ("half three", "2026-03-11 03:30"),
        ("quarter to four", "2026-03-11 03:45"),
        ("quarter to 1", "2026-03-11 12:45"),
        ("ten to eight", "2026-03-11 07:50"),
        ("20 past 1", "2026-03-11 13:20"),
        ("1 thirty pm", "2026-03-11 13:30"),
        ("one thirty", "2026-03-11 13:30") ,
        ("two o'clock", "2026-03-11 14:00"),
        ("at 24", None),
        ("75 past 3", None),
        ("my morning coffee", None),
        ("at 4 coffees", None),
        ("2230", None),
    ],
)  # fmt: skip
def test_a_clock_without_am_or_pm_is_the_latest_that_has_come(text, expected):
    assert when(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Monday", "2026-03-09"),
        ("Wednesday at 6pm", "2026-03-04 18:00"),
        ("wednesday at 9am", "2026-03-11 09:00"),
        ("last wednesday", "2026-03-04"),
        ("sat 4pm", "2026-03-07 16:00"),
        ("i sat down", None),
        ("2026-03-09 08:15", "2026-03-09 08:15"),
        ("on the 9th", "2026-03-09"),
        ("on the 20th", "2026-02-20"),
        ("3 march", "2026-03-03"),
        ("3rd of March 2025", "2025-03-03"),
        ("20 march", "2025-03-20"),
        ("March 3rd 7pm", "2026-03-03 19:00"),
        ("30 february", None),
        ("28/2", "2026-02-28"),
        ("2/28", "2026-02-28"),
        ("12/3", "2025-12-03"),
        ("9/3/26", "2026-03-09"),
        ("5/5/2026", None),
        ("31/31", None),
        ("09.03.2026", "2026-03-09"),
        ("2026-02-31", None),
        ("3 days ago", "2026-03-08"),
        ("two days ago in the evening", "2026-03-09 20:00"),
        ("a few days ago", "2026-03-08"),
        ("a week ago", "2026-03-04"),
        ("2 weeks ago", "2026-02-25"),
        ("the other day", None),
        ("since Monday", None),
        ("last week", None),
        ("every morning", None),
    ],
)
def test_a_day_is_the_latest_that_is_not_to_come(text, expected):
    assert when(text) == expected


@pytest.mark.parametrize(
    ("text", "expected", "duration_s"),
    [
        ("10 min ago", "2026-03-11 14:10", None),
        ("half an hour ago", "2026-03-11 13:50", None),
        ("a couple of hours ago", "2026-03-11 12:20", None),
        ("some minutes ago", "2026-03-11 14:15", None),
        ("for the last 20 minutes", "2026-03-11 14:00", 1200),
        ("for the past hour", "2026-03-11 13:20", 3600),
        ("in the last hour", "2026-03-11 13:20", None),
        ("since 3 hours", "2026-03-11 11:20", 10_800),
        ("hours ago", None, None),
        ("from 1 to 1:15 pm", "2026-03-11 13:00", 900),
        ("10:00 - 10:20", "2026-03-11 10:00", 1200),
        ("between 1 and 2pm", "2026-03-11 13:00", None),
        ("from calf to foot", None, None),
        ("from 1pm to 1pm", "2026-03-11 13:00", None),
        ("from 40 to 50", None, None),
    ],
)
def test_a_stretch_of_time_says_when_it_began(text, expected, duration_s):
    assert when(text) == expected
    assert read_line(text, now=NOW, zone="Europe/Berlin").duration_s == duration_s


@pytest.mark.parametrize(
    "text", ["left calf tomorrow", "left calf today at 5pm", "left calf next monday"]
)
def test_a_time_to_come_is_left_out_and_said(text):
    said = read_line(text, now=NOW, zone="Europe/Berlin")
    assert said.in_the_future
    assert (said.day, said.clock) == (None, None)
    assert said.obstacle == "future"
    assert said.note


def test_a_part_of_today_that_has_not_come_is_today_alone():
    assert when("this evening", now=NOW.replace(hour=19)) == "2026-03-11"
    assert when("left calf tonight", now=NOW.replace(hour=21)) == "2026-03-11"


def test_the_first_of_two_times_is_the_coffees():
    assert when("coffee at 10, eyelid at 11") == "2026-03-11 11:00"


@pytest.mark.parametrize("said", ["left calf at 2:30 am", "left calf today 02:30"])
@pytest.mark.parametrize("minute", [2, 40])
def test_a_time_that_clocks_left_out_is_refused(said, minute):
    now = datetime(2026, 3, 29, 1, minute, tzinfo=UTC)  # 02:00 became 03:00 at 01:00 UTC
    with pytest.raises(InvalidEntry, match="never showed 02:30 on 2026-03-29"):
        read_line(said, now=now, zone="Europe/Berlin")


def test_a_part_of_the_night_that_clocks_left_out_is_told_later():
    now = datetime(2026, 3, 29, 8, tzinfo=UTC)  # in Kyiv 03:00 became 04:00
    said = read_line("left calf in the small hours", now=now, zone="Europe/Kyiv")
    assert said.started_at.astimezone(UTC) == datetime(2026, 3, 29, 1, tzinfo=UTC)
    assert said.clock == time(4)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("left calf 20 min ago", "2026-10-25T00:50+00:00"),
        ("left calf at 02:50", "2026-10-25T00:50+00:00"),
        ("left calf at 02:05", "2026-10-25T01:05+00:00"),
        ("left calf yesterday 02:50", "2026-10-24T00:50+00:00"),
    ],
)
def test_an_hour_that_comes_twice_is_its_latest_that_has_passed(said, meant):
    now = datetime(2026, 10, 25, 1, 10, tzinfo=UTC)  # the second 02:10 in Berlin
    started = read_line(said, now=now, zone="Europe/Berlin").started_at
    assert started.astimezone(UTC) == datetime.fromisoformat(meant)


def test_an_hour_ago_counts_real_minutes_in_the_night_with_an_hour_twice():
    now = datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=BERLIN)
    said = read_line("left calf 45 min ago", now=now, zone="Europe/Berlin")
    assert said.clock == time(2, 45)
    assert now.timestamp() - said.started_at.timestamp() == timedelta(minutes=45).total_seconds()


@pytest.mark.parametrize(
    ("said", "day", "clock"),
    [
        ("left calf now", "2026-03-10", "01:30"),
        ("left calf 20 min ago", "2026-03-10", "01:10"),
        ("left calf at 23:00", "2026-03-10", "23:00"),
        ("left calf today 23:00", "2026-03-10", "23:00"),
        ("left calf yesterday 23:00", "2026-03-09", "23:00"),
        ("left calf 3 hours ago", "2026-03-10", "22:30"),
    ],
)
def test_the_day_of_a_time_is_the_persons_own_where_it_ends_late(said, day, clock):
    now = datetime(2026, 3, 11, 1, 30, tzinfo=BERLIN)  # their day ends at four
    told = read_line(said, now=now, zone="Europe/Berlin", day_ends_hour=4)
    assert (told.day.isoformat(), f"{told.clock:%H:%M}") == (day, clock)


@pytest.mark.parametrize(
    ("said", "clock", "doubts"),
    [
        ("left calf this morning at 7:52", "07:52", ()),
        ("left calf this morning at 5", "05:00", ()),
        ("left calf in the evening at half past nine", "21:30", ("not_today",)),
        ("left calf yesterday evening 8 after coffee", "20:00", ()),
        ("left calf this morning from 7 to 7:30", "07:00", ()),
        ("left calf this morning around 7:52", "07:52", ("about",)),
        ("left calf this morning at about 5", "05:00", ("about",)),
        ("left calf yesterday evening, 9ish", "21:00", ("about",)),
        ("left calf this morning", "09:00", ()),
        ("left calf yesterday evening", "20:00", ()),
    ],
)
def test_a_clock_is_told_exactly_and_a_part_of_the_day_as_a_rough_word(said, clock, doubts):
    told = read_line(said, now=NOW, zone="Europe/Berlin")
    assert f"{told.clock:%H:%M}" == clock
    assert told.doubts("when") == doubts


@pytest.mark.parametrize(
    ("text", "clock", "note"),
    [
        ("right eyelid around noon, and then again at 5:45pm", time(17, 45), "noon"),
        ("left calf in the morning and at 8pm", time(20), "morning"),
        ("left calf at night 11pm", time(23), ""),
        ("left calf this afternoon at 5", time(17), ""),
        ("left calf at noon, 12:10", time(12, 10), ""),
        ("left calf in the middle of the night at 3:20", time(3, 20), ""),
    ],
)
def test_a_part_of_the_day_that_is_another_time_than_the_clock_stays_in_the_note(text, clock, note):
    said = read_line(text, now=datetime(2026, 3, 10, 23, 50, tzinfo=UTC), zone="UTC")
    assert said.clock == clock
    assert (note in said.note) if note else said.note == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("yesterday evening", "evening"),
        ("this morning", "morning"),
        ("monday at lunch", "midday"),
        ("yesterday afternoon", "afternoon"),
        ("last night", "night"),
        ("overnight", "night"),
        ("yesterday", "day"),
        ("on 9/3", "day"),
        ("today", "day"),
        ("this afternoon", "day"),  # typed at 14:20: three o'clock is still to come
        ("yesterday evening at 8", ""),
        ("yesterday at noon", ""),
        ("at midnight", ""),
        ("20 minutes ago", ""),
        ("now", ""),
    ],
)
def test_a_time_without_a_clock_is_kept_in_words(text, said):
    assert read_line(f"left calf {text}", now=NOW, zone="Europe/Berlin").time_said == said


@pytest.mark.parametrize(
    ("hour", "text", "doubts"),
    [
        ((23, 0), "23:30", ("not_today",)),
        ((10, 50), "11:15 am", ("not_today",)),
        ((7, 0), "22:30", ()),
        ((7, 0), "22:30 yesterday", ()),
        ((23, 0), "yesterday 23:30", ()),
        ((23, 0), "02:00", ()),
    ],
)
def test_a_clock_that_has_not_come_today_is_a_doubt_where_it_lies_far_back(hour, text, doubts):
    now = datetime(2026, 3, 11, *hour, tzinfo=BERLIN)
    said = read_line(f"left calf {text}", now=now, zone="Europe/Berlin")
    assert said.doubts("when") == doubts
