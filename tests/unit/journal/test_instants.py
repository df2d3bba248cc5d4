"""From a clock on a wall to the instant that was meant: every value here was worked out by hand.

The offsets are those of the tz database: Berlin +1/+2, New York -5/-4, St John's -3:30/-2:30,
Lord Howe +10:30/+11, Auckland +12/+13, Santiago -4/-3, Kolkata +5:30 all year, Apia +13.
"""

from datetime import UTC, date, datetime, time

import pytest

from myolog.errors import InvalidEntry
from myolog.journal.instants import day_at, instant_of, instant_said, latest_passed


def utc(text: str) -> datetime:
    """Read an instant such as "2026-10-25 00:50"."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def read(day: str, clock: str, zone: str, now: str, ends: int = 0) -> datetime:
    """Read what a person says at an instant."""
    return instant_of(
        date.fromisoformat(day) if day else None,
        time.fromisoformat(clock) if clock else None,
        zone=zone,
        now=utc(now),
        day_ends_hour=ends,
    )


@pytest.mark.parametrize(
    ("day", "clock", "zone", "now", "meant"),
    [
        # plain days
        ("", "", "Europe/Berlin", "2026-11-29 15:40", "2026-11-29 15:40"),
        ("", "16:35", "Europe/Berlin", "2026-11-29 15:40", "2026-11-29 15:35"),
        ("2026-11-29", "16:35", "Europe/Berlin", "2026-11-29 15:40", "2026-11-29 15:35"),
        ("2026-11-29", "", "Europe/Berlin", "2026-11-29 15:40", "2026-11-29 15:40"),
        ("2026-11-28", "", "Europe/Berlin", "2026-11-29 15:40", "2026-11-28 11:00"),
        ("", "00:45", "Asia/Tokyo", "2026-11-28 15:50", "2026-11-28 15:45"),
        ("2026-11-29", "00:45", "Asia/Tokyo", "2026-11-28 15:50", "2026-11-28 15:45"),
        ("", "23:50", "Asia/Tokyo", "2026-11-28 15:05", "2026-11-28 14:50"),
        ("", "23:50", "Asia/Kolkata", "2026-11-28 18:32", "2026-11-28 18:20"),
        ("", "16:40", "Europe/Berlin", "2026-11-29 15:37", "2026-11-29 15:40"),  # a fast clock
        # the night of 25 October 2026 in Berlin: 02:00 to 03:00 twice
        ("", "02:50", "Europe/Berlin", "2026-10-25 00:55", "2026-10-25 00:50"),
        ("", "02:50", "Europe/Berlin", "2026-10-25 01:10", "2026-10-25 00:50"),
        ("", "02:05", "Europe/Berlin", "2026-10-25 01:10", "2026-10-25 01:05"),
        ("2026-10-25", "02:50", "Europe/Berlin", "2026-10-25 01:10", "2026-10-25 00:50"),
        ("2026-10-25", "02:50", "Europe/Berlin", "2026-10-25 09:00", "2026-10-25 01:50"),
        ("", "01:50", "Europe/Berlin", "2026-10-25 01:10", "2026-10-24 23:50"),
        # 29 March 2026 in Berlin: 01:59 is followed by 03:00
        ("", "01:50", "Europe/Berlin", "2026-03-29 01:10", "2026-03-29 00:50"),
        ("", "03:05", "Europe/Berlin", "2026-03-29 01:10", "2026-03-29 01:05"),
        ("", "23:30", "Europe/Berlin", "2026-03-29 01:10", "2026-03-28 22:30"),
        # 1 November 2026 in New York and 8 March 2026
        ("", "01:30", "America/New_York", "2026-11-01 06:10", "2026-11-01 05:30"),
        ("2026-11-01", "01:30", "America/New_York", "2026-11-01 12:00", "2026-11-01 06:30"),
        ("", "03:10", "America/New_York", "2026-03-08 07:15", "2026-03-08 07:10"),
        # St John's the same nights, half an hour earlier
        ("", "01:30", "America/St_Johns", "2026-11-01 04:40", "2026-11-01 04:00"),
        ("2026-11-01", "01:30", "America/St_Johns", "2026-11-01 12:00", "2026-11-01 05:00"),
        # Lord Howe, 5 April 2026: only 01:30 to 02:00 comes twice
        ("", "01:45", "Australia/Lord_Howe", "2026-04-04 15:05", "2026-04-04 14:45"),
        ("2026-04-05", "01:45", "Australia/Lord_Howe", "2026-04-05 02:00", "2026-04-04 15:15"),
        ("2026-04-05", "01:15", "Australia/Lord_Howe", "2026-04-05 02:00", "2026-04-04 14:15"),
        # Auckland, 5 April 2026: 02:00 to 03:00 twice; new year there
        ("2026-04-05", "02:30", "Pacific/Auckland", "2026-04-05 00:00", "2026-04-04 14:30"),
        ("", "02:45", "Pacific/Auckland", "2026-04-04 14:10", "2026-04-04 13:45"),
        ("", "23:55", "Pacific/Auckland", "2026-12-31 11:03", "2026-12-31 10:55"),
        ("2027-01-01", "00:01", "Pacific/Auckland", "2026-12-31 11:03", "2026-12-31 11:01"),
        # Santiago puts clocks back at midnight: 23:00 to 24:00 of 4 April 2026 comes twice
        ("2026-04-04", "23:30", "America/Santiago", "2026-04-05 12:00", "2026-04-05 03:30"),
        ("", "23:50", "America/Santiago", "2026-04-05 03:10", "2026-04-05 02:50"),
        # 29 February
        ("2028-02-29", "23:30", "America/New_York", "2028-03-01 12:00", "2028-03-01 04:30"),
    ],
)
def test_a_time_is_its_latest_reading_that_has_passed(
    day: str, clock: str, zone: str, now: str, meant: str
) -> None:
    assert read(day, clock, zone, now) == utc(meant)


@pytest.mark.parametrize(
    ("day", "clock", "zone", "now"),
    [
        ("2026-03-29", "02:30", "Europe/Berlin", "2026-03-29 08:00"),
        ("", "02:30", "Europe/Berlin", "2026-03-29 08:00"),
        ("", "02:30", "Europe/Berlin", "2026-03-29 01:35"),
        ("", "02:30", "Europe/Berlin", "2026-03-29 01:02"),
        ("2026-03-08", "02:00", "America/New_York", "2026-03-09 08:00"),
        ("2026-10-04", "02:15", "Australia/Lord_Howe", "2026-10-05 08:00"),
        ("2026-09-27", "02:59", "Pacific/Auckland", "2026-09-27 08:00"),
        ("2026-09-06", "00:30", "America/Santiago", "2026-09-06 20:00"),
        ("2011-12-30", "12:00", "Pacific/Apia", "2026-01-01 08:00"),
        ("2011-12-30", "", "Pacific/Apia", "2026-01-01 08:00"),
    ],
)
def test_a_time_that_clocks_never_showed_is_refused(
    day: str, clock: str, zone: str, now: str
) -> None:
    with pytest.raises(InvalidEntry, match=f"Clocks in {zone} never showed") as refused:
        read(day, clock, zone, now)
    assert refused.value.code == "time_left_out"


@pytest.mark.parametrize(
    ("day", "clock", "zone", "now"),
    [
        ("2026-11-29", "16:46", "Europe/Berlin", "2026-11-29 15:40"),
        ("2026-11-30", "", "Europe/Berlin", "2026-11-29 15:40"),
        ("2026-11-29", "00:45", "Asia/Tokyo", "2026-11-28 15:30"),
        ("2027-01-01", "00:01", "America/New_York", "2027-01-01 04:50"),
    ],
)
def test_a_time_to_come_is_refused_by_the_clock_of_its_zone(
    day: str, clock: str, zone: str, now: str
) -> None:
    with pytest.raises(InvalidEntry, match=f"in the future in {zone}"):
        read(day, clock, zone, now)


@pytest.mark.parametrize(
    ("day", "clock", "now", "meant"),
    [
        # at 01:30 on Wednesday 11 March in Berlin; the day ends at 4, so it is Tuesday still
        ("", "", "2026-03-11 00:30", "2026-03-11 00:30"),
        ("2026-03-10", "", "2026-03-11 00:30", "2026-03-11 00:30"),
        ("2026-03-11", "", "2026-03-11 00:30", "2026-03-11 00:30"),
        ("2026-03-10", "00:45", "2026-03-11 00:30", "2026-03-10 23:45"),
        ("2026-03-11", "00:45", "2026-03-11 00:30", "2026-03-10 23:45"),
        ("2026-03-10", "22:00", "2026-03-11 00:30", "2026-03-10 21:00"),
        ("2026-03-10", "03:00", "2026-03-11 00:30", "2026-03-10 02:00"),
        ("", "23:00", "2026-03-11 00:30", "2026-03-10 22:00"),
        # in the morning after
        ("2026-03-10", "00:45", "2026-03-11 09:00", "2026-03-10 23:45"),
        ("2026-03-11", "00:45", "2026-03-11 09:00", "2026-03-10 23:45"),
        ("2026-03-09", "00:45", "2026-03-11 09:00", "2026-03-09 23:45"),
        ("2026-03-10", "04:00", "2026-03-11 09:00", "2026-03-10 03:00"),
    ],
)
def test_where_a_day_ends_late_its_night_belongs_to_it(
    day: str, clock: str, now: str, meant: str
) -> None:
    assert read(day, clock, "Europe/Berlin", now, ends=4) == utc(meant)


@pytest.mark.parametrize(
    ("moment", "zone", "ends", "day"),
    [
        ("2026-11-28 15:45", "Asia/Tokyo", 0, "2026-11-29"),
        ("2026-11-28 15:45", "Asia/Tokyo", 1, "2026-11-28"),
        ("2026-11-28 16:00", "Asia/Tokyo", 1, "2026-11-29"),
        ("2026-11-29 03:30", "America/New_York", 0, "2026-11-28"),
        ("2027-01-01 02:59", "Europe/Berlin", 4, "2026-12-31"),
        ("2027-01-01 03:00", "Europe/Berlin", 4, "2027-01-01"),
        ("2028-03-01 02:00", "Europe/Berlin", 6, "2028-02-29"),
        # the second 02:59 of the night is before 3, and a skipped 2 o'clock ends a day at 3
        ("2026-10-25 01:59", "Europe/Berlin", 3, "2026-10-24"),
        ("2026-03-29 00:59", "Europe/Berlin", 2, "2026-03-28"),
        ("2026-03-29 01:00", "Europe/Berlin", 2, "2026-03-29"),
    ],
)
def test_the_day_of_an_instant(moment: str, zone: str, ends: int, day: str) -> None:
    assert day_at(utc(moment), zone, day_ends_hour=ends) == date.fromisoformat(day)


def test_a_flight_over_the_date_line_has_the_days_of_its_places() -> None:
    landed = utc("2026-11-28 21:00")  # Auckland to Honolulu: it is the day before there
    assert day_at(landed, "Pacific/Auckland") == date(2026, 11, 29)
    assert day_at(landed, "Pacific/Honolulu") == date(2026, 11, 28)
    now = "2026-11-28 21:10"
    assert read("", "10:30", "Pacific/Honolulu", now) == utc("2026-11-28 20:30")
    assert read("2026-11-29", "09:30", "Pacific/Auckland", now) == utc("2026-11-28 20:30")


def test_a_part_of_the_day_that_clocks_left_out_is_told_later() -> None:
    small_hours, now = datetime.fromisoformat("2026-03-29T02:30"), utc("2026-03-29 08:00")
    told = latest_passed((small_hours,), zone="Europe/Berlin", now=now, rough=True)
    assert told == utc("2026-03-29 01:30")
    assert latest_passed((), zone="Europe/Berlin", now=now) is None


def test_a_day_outside_every_journal_is_refused() -> None:
    with pytest.raises(InvalidEntry, match="too far away"):
        read("1899-12-31", "12:00", "Europe/Berlin", "2026-01-01 08:00")


@pytest.mark.parametrize(
    ("day", "clock", "zone", "now", "meant"),
    [
        ("2026-11-28", "18:30+02:00", "America/New_York", "2026-11-29 15:40", "2026-11-28 16:30"),
        ("2026-11-28", "18:30Z", "Asia/Tokyo", "2026-11-29 15:40", "2026-11-28 18:30"),
        ("", "15:35+00:00", "Asia/Tokyo", "2026-11-29 15:40", "2026-11-29 15:35"),
        # no clock in Berlin showed it, but one an hour behind did
        ("2026-03-29", "02:30+00:00", "Europe/Berlin", "2026-03-29 09:00", "2026-03-29 02:30"),
    ],
)
def test_a_clock_with_an_offset_is_that_instant_whatever_the_zone(day, clock, zone, now, meant):
    assert read(day, clock, zone, now) == utc(meant)


def test_a_clock_with_an_offset_that_is_still_to_come_is_refused():
    with pytest.raises(InvalidEntry, match="in the future"):
        read("2026-11-29", "18:30-05:00", "Europe/Berlin", "2026-11-29 15:40")


@pytest.mark.parametrize(
    ("clock", "zone", "now"),
    [
        ("23:30", "Asia/Kolkata", "2026-12-04 17:30"),  # 23:00 there
        ("11:15", "Asia/Kolkata", "2026-12-04 05:20"),  # 10:50 there
        ("16:50", "Europe/Berlin", "2026-11-29 15:37"),
        ("16:35+00:00", "Asia/Tokyo", "2026-11-29 15:40"),
    ],
)
def test_a_clock_that_has_not_come_today_asks_for_its_day(clock: str, zone: str, now: str) -> None:
    with pytest.raises(InvalidEntry, match=r"has not come yet today\. Give the day as well\."):
        read("", clock, zone, now)


def test_last_night_is_meant_in_the_morning() -> None:
    assert read("", "22:30", "Asia/Kolkata", "2026-12-04 01:30") == utc("2026-12-03 17:00")


@pytest.mark.parametrize(
    ("day", "word", "now", "meant"),
    [
        ("2026-12-03", "evening", "2026-12-04 09:30", "2026-12-03 14:30"),
        ("", "evening", "2026-12-04 09:30", "2026-12-03 14:30"),  # 15:00 there: that of yesterday
        ("", "morning", "2026-12-04 09:30", "2026-12-04 03:30"),
        ("2026-12-04", "afternoon", "2026-12-04 08:30", "2026-12-04 08:30"),  # 14:00: it has begun
        ("2026-12-03", "day", "2026-12-04 09:30", "2026-12-03 06:30"),
        ("2026-12-04", "day", "2026-12-04 09:30", "2026-12-04 09:30"),
    ],
)
def test_a_part_of_the_day_keeps_a_place(day: str, word: str, now: str, meant: str) -> None:
    told = date.fromisoformat(day) if day else None
    found = instant_said(told, word, zone="Asia/Kolkata", now=utc(now))
    assert found == utc(meant)


def test_an_evening_that_has_not_come_is_refused() -> None:
    with pytest.raises(InvalidEntry, match="in the future"):
        instant_said(date(2026, 12, 4), "evening", zone="Asia/Kolkata", now=utc("2026-12-04 09:30"))
