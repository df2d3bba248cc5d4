"""When the programme is looked back on, and its weeks."""

import pytest

from myolog.journal.model import Journal
from myolog.journal.periods import latest_period
from myolog.programme.looks import look_due, weeks_of
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
    assert found is None or found[1] == on(look)


@pytest.mark.parametrize("number", [21, 28])
def test_or_on_that_day_once_it_has_a_note(number):
    journal = begun(none_today(day=on(number)))
    assert due(journal, number) == (number, on(number), None)


def test_a_pause_moves_it():
    journal = begun(event(10, "paused"), event(17, "resumed"))
    assert due(journal, 28) is None
    assert due(journal, 29) == (21, on(28), None)


def test_a_stopped_programme_is_judged_by_the_days_it_had():
    assert due(begun(event(20, "stopped")), 60) is None
    assert due(begun(event(24, "stopped")), 60) == (21, on(21), None)


def test_a_kept_verdict_is_told():
    journal = begun(event(21, "verdict", value="SOME"))
    assert due(journal, 25) == (21, on(21), "SOME")
    assert due(journal, 29) == (28, on(28), None)


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
