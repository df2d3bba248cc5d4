"""Check windows: offered for an hour after a set time, once, and only where times were set."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from myolog.attention.windows import window_due, window_times
from myolog.content.names import fact_value
from myolog.errors import InvalidEntry
from myolog.journal.entries import CheckWindow
from myolog.journal.model import Journal
from myolog.vocabulary.profile import say_times, times_in
from tests.factories import DAY, fact

ZONE = "Europe/Berlin"


def at(clock: str, day=DAY) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), ZoneInfo(ZONE))


def due(clock: str, *told: object, times: str = "09:00 20:30") -> bool:
    return window_due(Journal((fact("window_times", times, day=DAY), *told), ZONE), at(clock))


def look(clock: str, day=DAY) -> CheckWindow:
    return CheckWindow(at=at(clock, day), zone=ZONE, count=1)


@pytest.mark.parametrize(
    ("clock", "expected"),
    [("08:59", False), ("09:00", True), ("09:59", True), ("10:00", False), ("20:45", True)],
)
def test_a_look_is_offered_for_an_hour_after_its_time(clock, expected):
    assert due(clock) is expected


def test_a_look_is_offered_once():
    assert not due("09:30", look("09:10"))
    assert due("20:45", look("09:10"))
    assert due("09:30", look("08:00"))
    assert due("09:30", look("09:10", DAY - timedelta(days=1)))


def test_a_look_at_half_past_eleven_is_offered_over_midnight():
    late, before = "23:30", DAY - timedelta(days=1)
    assert due("00:10", times=late)
    assert not due("00:30", times=late)
    assert not due("00:10", look("23:40", before), times=late)
    assert due("00:10", look("23:10", before), times=late)


def test_without_set_times_no_look_is_offered():
    assert not window_due(Journal((), ZONE), at("09:30"))
    assert not due("09:30", times="")
    assert window_times(Journal((fact("window_times", "07:15", day=DAY),), ZONE)) == (time(7, 15),)


def test_times_are_read_and_said_in_order():
    assert say_times(times_in("20:30 soon 09:00:59 09:00")) == "09:00 20:30"
    assert fact_value("window_times", "09:00") == "09:00"
    assert fact_value("window_times", "") == "nothing"


@pytest.mark.parametrize("value", ["9:00", "20:30 09:00", "07:00 08:00 09:00 10:00", "soon", 9])
def test_more_than_three_times_or_another_form_is_refused(value):
    with pytest.raises(InvalidEntry, match="3 times of day at most"):
        fact("window_times", value, day=DAY)
