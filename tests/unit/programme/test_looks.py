"""When the programme is looked back on, and its weeks."""

import pytest

from myolog.journal.model import Journal
from myolog.journal.periods import latest_period
from myolog.programme.looks import look_due, weeks_of
from myolog.programme.reminders import look_dates
from tests.factories import none_today, tally
from tests.unit.programme.test_plan import begun, event, on


def due(journal, number):
    found = look_due(journal, latest_period(journal, on(number)), on(number))
    return None if found is None else (found.number, found.day, found.kept)


@pytest.mark.parametrize(
    ("number", "look"), [(20, None), (21, None), (22, 21), (28, 21), (29, 28), (90, 28)]
)
def test_a_look_is_due_the_day_after_its_last_day(number, look):
    found = due(begun(), number)
    assert (None if found is None else found[0]) == look
    assert found is None or found[1] == on(look + 1)


def test_it_waits_until_its_last_day_is_whole_and_comes_on_the_day_that_is_announced():
    """A note on the last day brings it no sooner: page, calendar and journal say one day."""
    journal = begun(none_today(day=on(21)))
    assert due(journal, 21) is None
    assert due(journal, 22) == (21, on(22), None)
    assert look_dates(latest_period(journal, on(22)))[0] == on(22)


def test_a_pause_moves_it():
    journal = begun(event(10, "paused"), event(17, "resumed"))
    assert due(journal, 28) is None
    assert due(journal, 29) == (21, on(29), None)


def test_a_stopped_programme_is_judged_by_the_days_it_had():
    assert due(begun(event(20, "stopped")), 60) is None
    assert due(begun(event(24, "stopped")), 60) == (21, on(22), None)


@pytest.mark.parametrize("kept_on", [21, 22])
def test_a_kept_verdict_is_told_also_one_of_an_earlier_version(kept_on):
    journal = begun(event(kept_on, "verdict", value="SOME"))
    assert due(journal, 25) == (21, on(kept_on), "SOME")
    assert due(journal, 29) == (28, on(29), None)
    last = begun(event(kept_on + 7, "verdict", value="UNCERTAIN"))
    assert due(last, 60) == (28, on(kept_on + 7), "UNCERTAIN")


def test_weeks_begin_two_weeks_before_the_start():
    days = [tally(day=on(n), count=4, amount=None) for n in range(-13, 4)]
    journal = Journal((*begun().entries, *days))
    weeks, began = weeks_of(journal, latest_period(journal, on(4)), on(4))
    assert began == 2
    assert [week.n_noted for week in weeks] == [7, 7, 3]
    assert weeks[2].first_day == on(1)
    assert weeks[2].n_days == 4


def test_weeks_end_with_the_programme():
    journal = begun()
    weeks, _ = weeks_of(journal, latest_period(journal, on(90)), on(90))
    assert len(weeks) == 6
    stopped = begun(event(9, "stopped"))
    weeks, _ = weeks_of(stopped, latest_period(stopped, on(90)), on(90))
    assert weeks[-1].first_day == on(8)
    paused = begun(event(9, "paused"))
    weeks, _ = weeks_of(paused, latest_period(paused, on(90)), on(90))
    assert len(weeks) == 6
