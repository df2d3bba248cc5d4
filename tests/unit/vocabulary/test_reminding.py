"""How the facts about reminders are written, and what is refused."""

from datetime import date, time

import pytest

from myolog.errors import InvalidEntry
from myolog.vocabulary.profile import check_fact
from myolog.vocabulary.reminding import Ring, quiet_in, ring_in, say_quiet, say_ring


@pytest.mark.parametrize(
    ("text", "ring"),
    [
        ("20:30 mon wed", Ring(at=time(20, 30), weekdays=(0, 2))),
        ("07:05 sun", Ring(at=time(7, 5), weekdays=(6,))),
        ("off", None),
    ],
)
def test_a_reminder_is_read_and_written(text, ring):
    assert ring_in(text) == ring
    assert say_ring(ring) == text
    check_fact("remind_day", text)


@pytest.mark.parametrize("text", ["", "20:30", "soon mon", "20:30 noday"])
def test_what_is_no_reminder_is_read_as_none(text):
    assert ring_in(text) is None


def test_a_quiet_time_is_read_and_written():
    span = (date(2026, 12, 20), date(2027, 1, 3))
    assert quiet_in("2026-12-20/2027-01-03") == span
    assert say_quiet(span) == "2026-12-20/2027-01-03"
    assert quiet_in("off") is quiet_in("2026-12-20/later") is None
    assert say_quiet(None) == "off"
    check_fact("remind_quiet", "2026-12-20/2026-12-20")
    check_fact("remind_quiet", "2026-12-20/2027-12-20")


@pytest.mark.parametrize(
    ("code", "value", "says"),
    [
        ("remind_day", "20:30 wed mon", "Reminder of the check-in: give a time and days"),
        ("remind_day", "20:30+02:00 mon", "Reminder of the check-in: give a time and days"),
        ("remind_day", "8:30 mon", "Reminder of the check-in: give a time and days"),
        ("remind_day", 20, "Reminder of the check-in: give a time and days"),
        ("remind_week", "18:00 sat sun", "like 18:00 sun"),
        ("remind_quiet", "2026-12-20", "give the first and the last day"),
        ("remind_quiet", None, "give the first and the last day"),
        ("remind_quiet", "2026-12-20/2026-12-19", "must not end before it begins"),
        ("remind_quiet", "2026-12-20/2027-12-21", "can last a year at most"),
    ],
)
def test_what_cannot_be_is_refused(code, value, says):
    with pytest.raises(InvalidEntry, match=says):
        check_fact(code, value)
