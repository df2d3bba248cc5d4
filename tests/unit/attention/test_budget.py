"""When a day holds plenty of single logs, and a week plenty of checks (DP-1, DP-3)."""

from datetime import UTC, datetime, timedelta

import pytest

from myolog.attention.budget import (
    CHECKS,
    LOOKING_MIN,
    SINGLE_LOGS,
    is_spent,
    logs_on,
)
from myolog.attention.looking import Looking, looking_in_week
from myolog.journal.model import Journal
from tests.factories import AT, DAY, answers, episode, examination, exposure, tally, tasks


@pytest.mark.parametrize(("n_logs", "spent"), [(0, False), (4, False), (5, True), (60, True)])
def test_five_single_logs_are_plenty(n_logs, spent):
    assert SINGLE_LOGS == 5
    assert is_spent(n_logs) is spent


def test_only_single_logs_of_that_day_count():
    others = (episode(started_at=AT - timedelta(days=1)), tally(), exposure())
    journal = Journal((episode(), episode(started_at=AT + timedelta(hours=1)), *others))
    assert logs_on(journal, DAY) == 2


def checked(*days_ago):
    at = datetime(2026, 3, 9, 12, tzinfo=UTC)
    return tuple(
        answers(at=at - timedelta(days=ago, minutes=n), zone="UTC")
        for n, ago in enumerate(days_ago)
    )


@pytest.mark.parametrize(
    ("days_ago", "n_checks", "note"),
    [
        ((), 0, ""),
        ((0, 0, 0), 3, ""),
        ((0, 0, 0, 0), 4, "many_checks"),
        ((0, 2, 4, 6), 4, "many_checks"),
        ((0, 2, 4, 7), 3, ""),
    ],
)
def test_more_than_three_checks_in_seven_days_bring_a_note(days_ago, n_checks, note):
    found = looking_in_week(Journal(checked(*days_ago)), today=DAY)
    assert (CHECKS, found.n_checks, found.note) == (3, n_checks, note)


@pytest.mark.parametrize(
    ("days_ago", "minutes", "note"),
    [(0, 31, "long_looks"), (6, 31, "long_looks"), (0, 30, ""), (7, 90, ""), (-1, 90, "")],
)
def test_more_than_half_an_hour_of_looking_brings_a_note(days_ago, minutes, note):
    entry = exposure(code="checking_min", value=minutes, day=DAY - timedelta(days=days_ago))
    assert looking_in_week(Journal((entry,)), today=DAY).note == note
    assert LOOKING_MIN == 30


def test_looking_that_was_not_noted_is_unknown_and_brings_no_note():
    found = looking_in_week(Journal((exposure(),)), today=DAY)
    assert found == Looking(n_checks=0, longest_min=None)
    assert found.note == ""


def test_one_note_at_a_time():
    assert Looking(n_checks=4, longest_min=90).note == "many_checks"


def test_a_check_that_a_daily_task_asked_for_is_not_one_too_many():
    """Myolog asked for the check, and then said that there had been many.

    The check of the day of the task told nothing of it, so that the next one was asked for, too.
    """
    given = checked(3, 2, 1, 0)
    asked = tasks(day=DAY - timedelta(days=1), answers={"stairs": "cannot"})
    before = tasks(day=DAY - timedelta(days=20), answers={"stairs": "fine"})
    found = looking_in_week(Journal((before, asked, *given)), today=DAY)
    assert (found.n_checks, found.note) == (2, "")
    assert looking_in_week(Journal((before, *given)), today=DAY).note == "many_checks"


@pytest.mark.parametrize(
    ("visits_ago", "n_checks"),
    [((), 5), ((4,), 4), ((4, 1), 3), ((1, 1), 4), ((9,), 5), ((0,), 4), ((-1,), 5), ((6,), 4)],
)
def test_of_each_visit_the_first_check_after_it_is_not_counted(visits_ago, n_checks):
    """A test of blood is no visit, and a visit before the first check asked for none."""
    given = checked(6, 4, 3, 1, 0)
    seen = [examination(day=DAY - timedelta(days=ago), what="visit", by="") for ago in visits_ago]
    bloods = examination(day=DAY, what="bloods", by="")
    assert looking_in_week(Journal((*given, *seen, bloods)), today=DAY).n_checks == n_checks
