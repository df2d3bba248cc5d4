"""When the programme ran, with its pauses."""

from datetime import date, timedelta

import pytest

from myolog.journal.model import Journal
from myolog.journal.periods import ProgrammePeriod, latest_period, periods
from tests.factories import programme

START = date(2026, 3, 1)


def on(number):
    """Give the date of the calendar day `number`, 1 being the start."""
    return START + timedelta(days=number - 1)


def journal(**events):
    """Give a journal from event="1 5 9": the calendar days on which it happened."""
    return Journal(
        tuple(
            programme(day=on(int(number)), event=event)
            for event, numbers in events.items()
            for number in numbers.split()
        )
    )


def test_without_a_start_there_is_none():
    assert latest_period(Journal(), START) is None
    assert periods(journal(stopped="3", paused="4")) == ()


def test_the_days_are_counted_from_the_start():
    period = latest_period(journal(started="1"), on(6))
    assert period == ProgrammePeriod(started=START)
    assert [period.number_of(on(n)) for n in (1, 6, 28, 29, 60)] == [1, 6, 28, 29, 29]
    assert period.date_of(21) == on(21)
    assert list(period.days(on(3))) == [on(1), on(2), on(3)]
    assert len(list(period.days(on(60)))) == 28


def test_a_pause_takes_nothing_from_the_28_days():
    period = latest_period(journal(started="1", paused="5", resumed="15"), on(40))
    assert [period.paused_on(on(n)) for n in (4, 5, 14, 15)] == [False, True, True, False]
    assert [period.number_of(on(n)) for n in (4, 5, 14, 15, 38, 39)] == [4, 4, 4, 5, 28, 29]
    assert [period.date_of(n) for n in (4, 5, 28)] == [on(4), on(15), on(38)]
    assert len(list(period.days(on(60)))) == 28
    assert on(10) not in period.days(on(60))


def test_a_pause_that_lasts_keeps_its_day():
    period = latest_period(journal(started="1", paused="5"), on(90))
    assert period.number_of(on(90)) == 4
    assert period.paused_on(on(90))
    assert list(period.days(on(90))) == [on(1), on(2), on(3), on(4)]


def test_a_pause_on_the_first_day_leaves_all_28():
    period = latest_period(journal(started="1", paused="1", resumed="4"), on(4))
    assert period.pauses == ((on(1), on(4)),)
    assert (period.number_of(on(1)), period.number_of(on(4))) == (0, 1)


def test_pauses_add_up():
    period = latest_period(journal(started="1", paused="3 10", resumed="5 12"), on(40))
    assert period.pauses == ((on(3), on(5)), (on(10), on(12)))
    assert period.number_of(on(12)) == 8
    assert period.date_of(8) == on(12)


def test_what_does_not_fit_changes_nothing():
    twice = journal(started="1 9", paused="3 4", resumed="2 6 7")
    assert periods(twice) == (ProgrammePeriod(started=START, pauses=((on(3), on(6)),)),)


def test_a_stop_ends_it():
    period = latest_period(journal(started="1", stopped="5"), on(9))
    assert period.stopped == on(5)
    assert list(period.days(on(60)))[-1] == on(5)


@pytest.mark.parametrize(("again", "n_runs"), [("28", 1), ("29", 2)])
def test_after_28_days_a_new_one_may_begin(again, n_runs):
    assert len(periods(journal(started=f"1 {again}"))) == n_runs


def test_after_a_stop_a_new_one_may_begin():
    found = periods(journal(started="1 8", stopped="5", resumed="6"))
    assert [period.started for period in found] == [on(1), on(8)]
    assert latest_period(journal(started="1 8", stopped="5"), on(7)).stopped == on(5)
