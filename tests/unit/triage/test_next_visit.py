"""The next visit is the earliest one still to come, whether booked or told at a visit."""

from datetime import date

import pytest

from myolog.journal.model import Journal
from myolog.triage.due import booked_on, days_of_visits, visits_ahead, waiting
from myolog.triage.follow_up import follow_up
from myolog.triage.urgency import Urgency
from myolog.wording.visits import state_in_words
from myolog.wording.weeks import weeks_of
from tests.factories import examination, told, visit

TODAY = date(2026, 12, 2)
FAMILY = visit(day=date(2026, 11, 30), on=TODAY, by="family_doctor")
NEUROLOGY = visit(day=TODAY, on=date(2026, 12, 16), by="neurologist")


def seen(day=TODAY, **more):
    return examination(day=day, what="visit", by="family_doctor", tests=("examination",), **more)


REVIEW = seen(review=date(2026, 12, 16))
CASES = (
    ("still to come", (FAMILY,), [(2, "family_doctor")]),
    ("over on its day", (FAMILY, REVIEW), [(16, "")]),
    ("told twice", (FAMILY, REVIEW, NEUROLOGY), [(16, "neurologist")]),
    ("booked without a visit", (FAMILY, NEUROLOGY), [(2, "family_doctor"), (16, "neurologist")]),
    ("a review before a booking", (seen(review=date(2026, 12, 9)), NEUROLOGY),
     [(9, ""), (16, "neurologist")]),
    ("put off", (FAMILY, visit(day=TODAY, on=date(2026, 12, 4), by="family_doctor")),
     [(4, "family_doctor")]),
    ("a review told anew", (seen(date(2026, 12, 1), review=date(2026, 12, 5)), REVIEW), [(16, "")]),
    ("passed", (seen(date(2026, 11, 1), review=date(2026, 12, 1)),), []),
)  # fmt: skip


@pytest.mark.parametrize(("says", "entries", "days"), CASES, ids=[one[0] for one in CASES])
def test_the_earliest_still_to_come(says, entries, days):
    ahead = visits_ahead(Journal(entries), TODAY)
    assert [(one.on.day, one.by) for one in ahead] == days


def test_on_the_day_itself_nobody_is_asked_for_an_earlier_one():
    results = (told(date(2026, 11, 30), Urgency.SAME_DAY),)
    found = follow_up(Journal((FAMILY,)), results, today=TODAY)
    assert (found.state, found.is_today) == ("booked", True)
    assert state_in_words(found) == "The visit is today, Wednesday 2 December 2026."
    day_before = follow_up(Journal((FAMILY,)), results, today=date(2026, 12, 1))
    assert "Ask if there is an earlier day" in state_in_words(day_before)


def test_a_visit_is_booked_on_its_day_until_it_is_put_off():
    assert booked_on(Journal((FAMILY, NEUROLOGY)), TODAY) == (FAMILY,)
    put_off = visit(day=date(2026, 12, 1), on=date(2026, 12, 4), by="family_doctor")
    assert booked_on(Journal((FAMILY, put_off)), TODAY) == ()
    assert booked_on(Journal((visit(day=TODAY, on=TODAY),)), TODAY) == (), "told on that day"


def test_a_visit_told_as_the_next_one_stands_on_its_day_once():
    asked = seen(review=date(2026, 12, 9), id="0195a0b0-0000-7000-8000-000000000009")
    (line,) = booked_on(Journal((asked,)), date(2026, 12, 9))
    assert (line.id, line.on) == (asked.id, date(2026, 12, 9))
    assert booked_on(Journal((asked,)), date(2026, 12, 8)) == ()
    booked = visit(day=date(2026, 12, 1), on=date(2026, 12, 9), by="neurologist")
    assert booked_on(Journal((asked, booked)), date(2026, 12, 9)) == (booked,)
    anew = seen(day=date(2026, 12, 3), review=date(2026, 12, 20))
    assert booked_on(Journal((asked, anew)), date(2026, 12, 9)) == ()
    (week,) = (one for one in weeks_of(Journal((asked,)), today=date(2026, 12, 10)).weeks[:1])
    assert any("9 December" in str(row) for row in week.rows)


def test_every_day_for_which_a_visit_stands_is_known_and_none_that_took_place():
    both = Journal((FAMILY, NEUROLOGY))
    assert days_of_visits(both, TODAY) == {date(2026, 12, 2), date(2026, 12, 16)}
    passed = days_of_visits(both, date(2026, 12, 20))
    assert passed == {date(2026, 12, 2), date(2026, 12, 16)}, "nobody told what became of them"
    reviewed = Journal((FAMILY, seen(review=date(2026, 12, 9)), NEUROLOGY))
    assert days_of_visits(reviewed, TODAY) == {date(2026, 12, 9), date(2026, 12, 16)}
    put_off = visit(day=date(2026, 12, 1), on=date(2026, 12, 4), by="family_doctor")
    assert days_of_visits(Journal((FAMILY, put_off)), TODAY) == {date(2026, 12, 4)}


def test_an_unfinished_check_ends_no_wait_and_waits_for_nothing():
    first, then, last = (
        told(date(2026, 3, day), level)
        for day, level in ((1, Urgency.SOON), (2, None), (3, Urgency.SOON))
    )
    assert list(waiting((first, then, last), ())) == [last, first]
