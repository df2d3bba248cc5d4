"""When a person is reminded of the check-in and the weekly look, and when they have quiet."""

from datetime import date, time, timedelta

import pytest

from myolog.attention.reminders import chosen_rings, standing_gone, standing_reminders
from myolog.attention.rest import drawn_days
from myolog.errors import InvalidEntry
from myolog.journal.entries import ProfileFact
from myolog.journal.model import Journal

MONDAY = date(2026, 3, 2)


def told(*facts, ends=0):
    entries = [ProfileFact(day=day, code=code, value=value) for day, code, value in facts]
    return Journal(tuple(entries), "Europe/Berlin", ends)


def found(journal, today=MONDAY):
    return standing_reminders(journal, today=today, seed=7)


def rings(one, n_days=21):
    """Return the dates on which it rings, among the first days of its span."""
    days = [one.first + timedelta(days=n) for n in range(n_days)]
    return [d for d in days if d.weekday() in one.weekdays and d not in one.without]


def test_there_is_none_by_default_and_never_one_of_the_check():
    assert found(told()) == ()
    with pytest.raises(InvalidEntry):
        ProfileFact(day=MONDAY, code="remind_check", value="20:30 mon")


def test_the_check_in_rings_on_the_days_chosen_for_a_year():
    (one,) = found(told((MONDAY, "remind_day", "20:30 tue thu")))
    assert (one.code, one.at, one.weekdays) == ("day", time(20, 30), (1, 3))
    assert (one.first, one.last) == (date(2026, 3, 3), date(2027, 2, 25))
    assert one.without == ()


def test_both_come_and_the_latest_choice_counts():
    journal = told(
        (MONDAY, "remind_day", "20:30 mon tue wed thu fri sat sun"),
        (MONDAY, "remind_week", "18:00 sun"),
        (date(2026, 3, 4), "remind_week", "17:00 sat"),
    )
    assert [(one.code, one.at, one.first) for one in found(journal, date(2026, 3, 5))] == [
        ("day", time(20, 30), date(2026, 3, 5)),
        ("week", time(17), date(2026, 3, 7)),
    ]


def test_off_ends_it_and_an_earlier_file_is_struck_out():
    journal = told((MONDAY, "remind_week", "18:00 sun"), (date(2026, 3, 4), "remind_week", "off"))
    assert found(journal) == ()
    assert chosen_rings(journal) == {}
    assert standing_gone(journal, ()) == {"week": date(2026, 3, 4)}
    assert standing_gone(journal, ("week",)) == {}


def test_a_quiet_week_and_a_pause_are_quiet():
    journal = told(
        (MONDAY, "remind_day", "20:30 mon tue wed thu fri sat sun"),
        (MONDAY, "remind_week", "18:00 sun"),
        (date(2026, 3, 4), "noting", "quiet"),
    )
    day, week = found(journal)
    assert rings(day, 10) == [date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 11)]
    assert week.first == date(2026, 3, 15), "the Sunday of the quiet week rings nothing"
    paused = told((MONDAY, "remind_week", "18:00 sun"), (MONDAY, "noting", "pause"))
    assert found(paused)[0].first == date(2026, 3, 22)


def test_on_drawn_days_the_check_in_rings_on_those_alone_and_the_weekly_look_as_chosen():
    journal = told(
        (MONDAY, "remind_day", "20:30 mon tue wed thu fri sat sun"),
        (MONDAY, "remind_week", "18:00 sun"),
        (MONDAY, "noting", "sampled"),
    )
    day, week = found(journal)
    drawn = {d for n in range(3) for d in drawn_days(MONDAY + timedelta(weeks=n), seed=7)}
    until = MONDAY + timedelta(days=21)
    assert [d for d in rings(day, 28) if d < until] == sorted(drawn)
    assert rings(week, 21) == [date(2026, 3, 8), date(2026, 3, 15), date(2026, 3, 22)]


def test_the_time_without_reminders_is_left_out():
    quiet = (MONDAY, "remind_quiet", "2026-03-07/2026-03-20")
    journal = told(
        (MONDAY, "remind_day", "20:30 fri sat"), (MONDAY, "remind_week", "18:00 sun"), quiet
    )
    day, week = found(journal)
    assert day.first == date(2026, 3, 6)
    assert day.without == (
        date(2026, 3, 7), date(2026, 3, 13), date(2026, 3, 14), date(2026, 3, 20),
    )  # fmt: skip
    assert week.first == date(2026, 3, 22)
    ended = journal.with_entries(
        [ProfileFact(day=date(2026, 3, 3), code="remind_quiet", value="off")]
    )
    assert found(ended)[0].without == ()


def test_a_whole_year_of_quiet_rings_nothing():
    quiet = (MONDAY, "remind_quiet", "2026-03-02/2027-03-02")
    assert found(told((MONDAY, "remind_day", "20:30 fri"), quiet)) == ()


def test_where_the_day_ends_at_four_a_time_of_the_night_rings_on_the_next_date():
    journal = told(
        (MONDAY, "remind_day", "01:00 mon sun"),
        (MONDAY, "remind_quiet", "2026-03-08/2026-03-08"),
        ends=4,
    )
    (one,) = found(journal)
    assert one.weekdays == (0, 1), "of Monday on Tuesday, of Sunday on Monday"
    assert (one.first, one.without) == (date(2026, 3, 3), (date(2026, 3, 9),))
