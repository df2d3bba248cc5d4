"""How often a person is asked: usual, drawn days, a quiet week, a pause that ends by itself."""

from collections import Counter
from datetime import date, timedelta

import pytest

from myolog.attention.rest import DRAWN_DAYS, LENGTHS, Noting, drawn_days, noting_on
from myolog.journal.daily import daily_events
from myolog.journal.model import Journal
from tests.factories import DAY, episode, exposure, fact

MONDAY = date(2026, 3, 9)


def chose(way, *, ago=0):
    return fact("noting", way, day=DAY - timedelta(days=ago))


def on(*told, seed=1, day=DAY):
    return noting_on(Journal((exposure(), fact(), *told)), day, seed=seed)


def test_without_a_choice_every_day_is_asked_for():
    assert on() == Noting(way="usual", asked=True)
    assert on(chose("usual")).asked
    assert not on().rests


@pytest.mark.parametrize(("way", "days"), [("quiet", 7), ("pause", 14)])
def test_a_rest_ends_by_itself(way, days):
    assert LENGTHS[way] == days
    last = on(chose(way, ago=days - 1))
    assert (last.way, last.asked, last.last_day, last.rests) == (way, False, DAY, True)
    assert on(chose(way, ago=days)) == Noting()


def test_after_a_rest_what_held_before_holds_again():
    told = (chose("sampled", ago=60), chose("pause", ago=14))
    assert on(*told).way == "sampled"
    assert on(*told, day=DAY - timedelta(days=1)).way == "pause"


def test_a_rest_can_be_ended_early():
    assert on(chose("pause", ago=3), chose("usual", ago=1)) == Noting()


def test_a_choice_does_not_reach_back_before_it_was_made():
    assert on(chose("pause"), day=DAY - timedelta(days=1)) == Noting()


def test_drawn_days_are_three_of_the_week_and_only_they_are_asked_for():
    week = [MONDAY + timedelta(days=step) for step in range(7)]
    found = [on(chose("sampled", ago=30), day=day) for day in week]
    assert {one.drawn for one in found} == {drawn_days(MONDAY, seed=1)}
    assert [day for day, one in zip(week, found, strict=True) if one.asked] == list(found[0].drawn)
    assert len(found[0].drawn) == DRAWN_DAYS
    assert not found[0].rests


def test_the_draw_is_the_same_at_every_look_and_differs_by_person_and_week():
    first = drawn_days(MONDAY, seed=7)
    assert first == drawn_days(MONDAY + timedelta(days=6), seed=7)
    assert all(MONDAY <= day < MONDAY + timedelta(days=7) for day in first)
    assert len({drawn_days(MONDAY, seed=seed) for seed in range(50)}) > 15
    weeks = {
        tuple(day.weekday() for day in drawn_days(MONDAY + timedelta(weeks=week), seed=7))
        for week in range(50)
    }
    assert len(weeks) > 15


def test_every_weekday_is_drawn_about_as_often():
    days = Counter(
        day.weekday()
        for week in range(1400)
        for day in drawn_days(MONDAY + timedelta(weeks=week), seed=3)
    )
    # 1,400 draws of 3 of 7: 600 a weekday, standard deviation 18.5; four of them are 74.
    assert all(abs(days[weekday] - 600) < 74 for weekday in range(7))


def test_days_of_a_rest_stay_missing_and_a_log_in_it_counts():
    journal = Journal((chose("pause", ago=3), episode()))
    start = DAY - timedelta(days=3)
    seen = daily_events(journal, start, DAY)
    assert [str(value) for value in seen] == ["nan", "nan", "nan", "1.0"]
    assert journal.observed_days == {DAY}
