"""Days and times are read as people type them, and never guessed."""

from datetime import UTC, date, datetime

import pytest

from myolog.cli.when import read_coming_day, read_day, read_time
from myolog.errors import InvalidEntry, Unclear

NOW = datetime(2026, 3, 10, 13, 30, tzinfo=UTC)  # 14:30 in Berlin
ZONE = "Europe/Berlin"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("now", "2026-03-10T14:30+01:00"),
        ("14:20", "2026-03-10T14:20+01:00"),
        ("7.05", "2026-03-10T07:05+01:00"),
        ("today 9:15", "2026-03-10T09:15+01:00"),
        ("Yesterday  14:20", "2026-03-09T14:20+01:00"),
        ("3 days ago 23:59", "2026-03-07T23:59+01:00"),
        ("2026-03-01 08:00", "2026-03-01T08:00+01:00"),
        ("2026-03-01T08:00", "2026-03-01T08:00+01:00"),
        ("2026-03-01T08:00Z", "2026-03-01T09:00+01:00"),
        ("2026-03-01T08:00:30-05:00", "2026-03-01T14:00:30+01:00"),
        ("20 minutes ago", "2026-03-10T14:10+01:00"),
        ("20min ago", "2026-03-10T14:10+01:00"),
        ("1 h ago", "2026-03-10T13:30+01:00"),
        ("an hour ago", "2026-03-10T13:30+01:00"),
        ("half an hour ago", "2026-03-10T14:00+01:00"),
        ("2 days ago", "2026-03-08T14:30+01:00"),
        ("14:34", "2026-03-10T14:34+01:00"),
        ("yesterday 14:40", "2026-03-09T14:40+01:00"),
        ("14", "2026-03-10T14:00+01:00"),
        ("noon", "2026-03-10T12:00+01:00"),
        ("yesterday 6:30 pm", "2026-03-09T18:30+01:00"),
        ("2026-03-01 18.30", "2026-03-01T18:30+01:00"),
        ("yesterday 18 Uhr 30", "2026-03-09T18:30+01:00"),
        ("13:30+00:00", "2026-03-10T14:30+01:00"),
        ("yesterday 23:30-05:00", "2026-03-10T05:30+01:00"),
        ("gestern 14:20", "2026-03-09T14:20+01:00"),
        ("vor 20 Minuten", "2026-03-10T14:10+01:00"),
        ("vor einer halben Stunde", "2026-03-10T14:00+01:00"),
        ("jetzt", "2026-03-10T14:30+01:00"),
        ("on Monday 7:00", "2026-03-09T07:00+01:00"),
        ("1.3.2026 8:00", "2026-03-01T08:00+01:00"),
    ],
)
def test_a_time_is_read(text, expected):
    moment = read_time(text, now=NOW, zone=ZONE)
    assert moment == datetime.fromisoformat(expected)
    assert moment.tzinfo is UTC


def test_a_time_to_come_is_said_to_lie_ahead():
    with pytest.raises(InvalidEntry, match=r"09:00 on 2026-03-11 is in the future"):
        read_time("tomorrow 9:00", now=NOW, zone=ZONE)


def test_hours_ago_count_real_hours_when_the_clocks_change():
    after = datetime(2026, 3, 29, 1, 30, tzinfo=UTC)  # 03:30 summer time; 02:30 did not exist
    assert read_time("1 hour ago", now=after, zone=ZONE) == datetime(2026, 3, 29, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "now", "expected"),
    [
        ("20 minutes ago", "2026-10-25T01:10Z", "2026-10-25T00:50Z"),
        ("02:50", "2026-10-25T01:10Z", "2026-10-25T00:50Z"),
        ("today 02:05", "2026-10-25T01:10Z", "2026-10-25T01:05Z"),
        ("yesterday 02:50", "2026-10-26T08:00Z", "2026-10-25T01:50Z"),
        ("2026-10-25T02:50+02:00", "2026-10-26T08:00Z", "2026-10-25T00:50Z"),
    ],
)
def test_an_hour_that_comes_twice_is_its_latest_that_has_passed(text, now, expected):
    moment = read_time(text, now=datetime.fromisoformat(now), zone=ZONE)
    assert moment == datetime.fromisoformat(expected)


def test_a_time_that_clocks_left_out_is_refused():
    after = datetime(2026, 3, 29, 8, tzinfo=UTC)
    with pytest.raises(InvalidEntry, match=r"never showed 02:30 on 2026-03-29"):
        read_time("today 02:30", now=after, zone=ZONE)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "25:00",
        "14:60",
        "2026-03-09",
        "yesterday noonish",
        "0x10",
        "-5 min ago",
        "99999 weeks ago",
        "2026-13-01 10:00",
        "half an day ago 10:00",
        "now now",
    ],
)
def test_a_time_that_is_not_understood_is_refused_in_one_sentence(text):
    with pytest.raises(InvalidEntry, match=r"not understood; write it like|too far away"):
        read_time(text, now=NOW, zone=ZONE)


@pytest.mark.parametrize("text", ["half past six", "yesterday 6", "halb sieben"])
def test_an_hour_before_or_after_noon_is_asked_and_in_a_script_refused(text):
    with pytest.raises(Unclear, match=r"Write 06:(00|30) or 18:(00|30)\."):
        read_time(text, now=NOW, zone=ZONE)


@pytest.mark.parametrize("text", ["today 14:40", "2026-03-11 08:00", "2027-01-01T00:00Z"])
def test_the_future_is_refused(text):
    with pytest.raises(InvalidEntry, match=r"(in the future|to come) in Europe/Berlin") as caught:
        read_time(text, now=NOW, zone=ZONE)
    assert caught.value.code == "in_the_future"


def test_a_time_before_1900_is_refused():
    with pytest.raises(InvalidEntry, match="from 1900"):
        read_time("1899-12-31 10:00", now=NOW, zone=ZONE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("today", "2026-03-10"),
        ("yesterday", "2026-03-09"),
        ("the day before yesterday", "2026-03-08"),
        ("3 days ago", "2026-03-07"),
        ("a week ago", "2026-03-03"),
        ("2026-02-28", "2026-02-28"),
    ],
)
def test_a_day_is_read(text, expected):
    assert read_day(text, today=date(2026, 3, 10)) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-02-30",
        "march",
        "5 hours ago",
        "20260301",
        "2026-03-11",
        "1899-01-01",
        "half an week ago",
    ],
)
def test_a_wrong_day_is_refused_in_one_sentence(text):
    with pytest.raises(InvalidEntry, match=r"\.$"):
        read_day(text, today=date(2026, 3, 10))


# 10 March 2026 is a Tuesday.
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tomorrow", "2026-03-11"),
        ("übermorgen", "2026-03-12"),
        ("Monday", "2026-03-16"),
        ("am Freitag", "2026-03-13"),
        ("in 2 weeks", "2026-03-24"),
        ("in einer Woche", "2026-03-17"),
        ("in 3 Tagen", "2026-03-13"),
        ("27.3.2026", "2026-03-27"),
        ("27. 03. 2026", "2026-03-27"),
        ("2026-03-27", "2026-03-27"),
        ("yesterday", "2026-03-09"),  # what it is for refuses it, and says why
    ],
)
def test_a_day_to_come_is_read(text, expected):
    assert read_coming_day(text, today=date(2026, 3, 10)) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    "text", ["", "soon", "3/4/2026", "Tuesday", "next Friday", "in 2 hours", "31.2.2026", "in a"]
)
def test_a_day_to_come_with_two_readings_or_none_is_refused(text):
    with pytest.raises(InvalidEntry, match=r"“tomorrow” or “in 2 weeks”"):
        read_coming_day(text, today=date(2026, 3, 10))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Monday", "2026-03-09"), ("am Mittwoch", "2026-03-04"), ("vorgestern", "2026-03-08"),
     ("vor 3 Tagen", "2026-03-07"), ("28.2.2026", "2026-02-28")],
)  # fmt: skip
def test_a_day_that_has_passed_is_read_as_it_is_said(text, expected):
    assert read_day(text, today=date(2026, 3, 10)) == date.fromisoformat(expected)


@pytest.mark.parametrize("text", ["tomorrow", "in 2 days", "morgen"])
def test_a_day_to_come_is_no_day_that_has_passed(text):
    with pytest.raises(InvalidEntry, match="future"):
        read_day(text, today=date(2026, 3, 10))


def test_a_time_that_has_not_come_today_asks_for_its_day():
    with pytest.raises(InvalidEntry, match=r"14:40 has not come yet today\."):
        read_time("14:40", now=NOW, zone=ZONE)
