"""Which reminders a person has, and for which days."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from myolog.journal.periods import ProgrammePeriod, latest_period
from myolog.programme.reminders import days_to_look, gone_from, look_dates, reminders_of
from tests.unit.programme.test_plan import begun, event, on


def found(journal, number=60):
    return reminders_of(journal, latest_period(journal, on(number)))


def looks(journal, number=60):
    found = days_to_look(journal, latest_period(journal, on(number)))
    return tuple((one.code, one.day) for one in found)


def test_there_is_none_by_default():
    assert found(begun()) == ()


def test_a_reminder_runs_from_the_day_it_was_chosen_to_day_28():
    (one,) = found(begun(event(3, "reminder", "STEP-4", "18:30")))
    assert (one.code, one.at, one.first, one.last) == ("STEP-4", time(18, 30), on(3), on(28))
    assert one.without == ()


def test_the_latest_time_counts_and_off_ends_it():
    twice = begun(event(3, "reminder", "STEP-4", "18:30"), event(5, "reminder", "STEP-4", "07:00"))
    assert [(one.at, one.first) for one in found(twice)] == [(time(7), on(5))]
    ended = twice.with_entries([event(6, "reminder", "STEP-4", "off")])
    assert found(ended) == ()


@pytest.mark.parametrize("value", [None, "late", "25:00"])
def test_a_time_that_cannot_be_read_is_none(value):
    assert found(begun(event(3, "reminder", "STEP-4", value))) == ()


def test_they_come_in_the_order_of_the_steps():
    journal = begun(
        event(1, "reminder", "STEP-5", "20:00"), event(1, "reminder", "STEP-3", "22:00")
    )
    assert [one.code for one in found(journal)] == ["STEP-3", "STEP-5"]


def test_paused_days_are_left_out_and_an_open_pause_ends_it_for_now():
    chosen = event(1, "reminder", "STEP-4", "18:30")
    (one,) = found(begun(chosen, event(5, "paused"), event(8, "resumed")))
    assert one.without == (on(5), on(6), on(7))
    assert one.last == on(31)
    (now,) = found(begun(chosen, event(5, "paused")))
    assert now.last == on(4)
    chosen_then = event(6, "reminder", "STEP-4", "18:30")
    assert found(begun(event(5, "paused"), chosen_then)) == ()
    assert found(begun(event(5, "paused"), chosen_then, event(8, "stopped"))) == ()


@pytest.mark.parametrize(("at", "later"), [("03:59", 1), ("04:00", 0), ("18:30", 0)])
def test_where_a_day_ends_at_four_a_time_before_it_rings_on_the_next_date(at, later):
    turns = [event(3, "reminder", "STEP-4", at), event(5, "paused"), event(6, "resumed")]
    (one,) = found(replace(begun(*turns), day_ends_hour=4))
    assert (one.first, one.last) == (on(3 + later), on(29 + later))
    assert one.without == (on(5 + later),)


def test_a_stop_ends_it():
    (one,) = found(begun(event(1, "reminder", "STEP-4", "18:30"), event(9, "stopped")))
    assert one.last == on(8), "from the day of the stop on nothing rings"
    same_day = begun(event(9, "reminder", "STEP-4", "18:30"), event(9, "stopped"))
    assert found(same_day) == ()


def test_days_to_look_back_and_again():
    assert looks(begun()) == (("day-21", on(22)), ("day-28", on(29)))
    paused = begun(event(5, "paused"), event(8, "resumed"))
    assert looks(paused) == (("day-21", on(25)), ("day-28", on(32))), "the same looks, later"
    assert looks(begun(event(5, "paused"))) == ()
    assert looks(begun(event(9, "stopped"))) == ()
    again = event(28, "recheck", value=(on(28) + timedelta(days=90)).isoformat())
    assert looks(begun(again))[-1] == ("again-1", on(118))
    assert isinstance(looks(begun(again))[-1][1], date)


def test_the_page_and_the_calendar_name_the_same_dates_of_the_looks():
    period = ProgrammePeriod(started=date(2026, 11, 30), stopped=None, pauses=())
    assert look_dates(period) == (date(2026, 12, 21), date(2026, 12, 28))


def test_no_look_is_announced_after_a_stop_or_while_a_pause_lasts():
    begun_then = date(2026, 11, 30)
    stopped = ProgrammePeriod(started=begun_then, stopped=date(2026, 12, 9))
    rests = ProgrammePeriod(started=begun_then, pauses=((date(2026, 12, 9), None),))
    assert (look_dates(stopped), look_dates(rests)) == ((), ())


def test_what_an_earlier_file_held_is_named_as_gone():
    journal = begun(
        event(2, "reminder", "STEP-4", "18:30"),
        event(3, "reminder", "STEP-3", "22:00"),
        event(9, "stopped"),
    )
    period = latest_period(journal, on(9))
    assert gone_from(journal, period, {"STEP-3"}) == {
        "STEP-4": on(2), "day-21": on(22), "day-28": on(29),
    }  # fmt: skip
