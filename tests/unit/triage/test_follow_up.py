"""What became of a result: the day to be seen, what is booked, and what is overdue."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from myolog.journal.model import Journal
from myolog.triage.due import asks_whether_after, with_due
from myolog.triage.follow_up import explainable, follow_up
from myolog.triage.history import history_of
from myolog.triage.urgency import Urgency
from tests.factories import examination, told, visit

FIRST = date(2026, 3, 11)


def day(after: int) -> date:
    return FIRST + timedelta(days=after)


def given(*pairs):
    """Give results as pairs of days after the first and a level."""
    return tuple(
        told(day(after), None if level is None else Urgency[level]) for after, level in pairs
    )


SOON = given((0, "SOON"))


def booked(told, on, by="family_doctor"):
    return visit(day=day(told), on=day(on), by=by)


def later(told, on):
    return visit(event="later", day=day(told), on=day(on), by="")


def seen(after, **over):
    return examination(**{"day": day(after), "what": "visit"} | over)


CASES = (
    ("no result", (), (), 5, "none", None, False),
    ("unfinished", given((0, None)), (), 5, "none", None, False),
    ("calm", given((0, "SELF_CARE")), (), 60, "none", None, False),
    ("on the last day", SOON, (), 21, "open", 21, False),
    ("a day later", SOON, (), 22, "open", 21, True),
    ("a normal visit is never called overdue", given((0, "ROUTINE")), (), 40, "open", 28, False),
    ("within 48 hours", given((0, "URGENT")), (), 3, "open", 2, True),
    ("today", given((0, "SAME_DAY")), (), 1, "open", 0, True),
    ("at once", given((0, "EMERGENCY")), (), 1, "open", 0, True),
    ("booked in time", SOON, (booked(1, 16),), 10, "booked", 21, False),
    ("booked too late, but booked", SOON, (booked(1, 40),), 30, "booked", 21, False),
    ("on the booked day", SOON, (booked(1, 25),), 25, "booked", 21, False),
    ("the booked day has passed", SOON, (booked(1, 25),), 26, "passed", 21, True),
    ("passed before the last day", SOON, (booked(1, 5),), 6, "passed", 21, False),
    ("booked before the result, and gone", SOON, (booked(-9, -3),), 5, "open", 21, False),
    ("booked before the result, to come", SOON, (booked(-9, 9),), 5, "booked", 21, False),
    ("put off", SOON, (booked(1, 5), booked(3, 30)), 10, "booked", 21, False),
    ("two visits", SOON, (booked(1, 5), booked(1, 30, "neurologist")), 10, "booked", 21, False),
    ("seen", SOON, (seen(9),), 40, "seen", None, False),
    ("that day, after", SOON, (seen(0, to_result="after"),), 40, "seen", None, False),
    ("that day, before", SOON, (seen(0, to_result="before"),), 22, "open", 21, True),
    ("that day, not sure", SOON, (seen(0, to_result="unknown"),), 22, "open", 21, True),
    ("that day, not told", SOON, (seen(0),), 22, "open", 21, True),
    ("told of another day", SOON, (seen(9, to_result="before"),), 40, "seen", None, False),
    ("a day too early", SOON, (seen(-1, to_result="after"),), 22, "open", 21, True),
    ("seen before the result", SOON, (seen(-1),), 22, "open", 21, True),
    ("only a blood test", SOON, (seen(9, what="bloods"),), 22, "open", 21, True),
    ("somebody did it", SOON, (seen(9, what="emg", by="neurologist"),), 22, "seen", None, False),
    ("to be reminded", SOON, (later(22, 26),), 25, "open", 21, False),
    ("on the day of the reminder", SOON, (later(22, 26),), 26, "open", 21, True),
    ("reminded, and past", SOON, (later(22, 26),), 27, "open", 21, True),
    ("told for a day to come is not known", SOON, (seen(30),), 22, "open", 21, True),
    ("checking again moves no day", given((0, "SOON"), (14, "SOON")), (), 22, "open", 21, True),
    ("the sooner day holds", given((0, "SOON"), (3, "URGENT")), (), 4, "open", 5, False),
    ("it is less by now", given((0, "URGENT"), (9, "SOON")), (), 10, "open", 2, True),
    ("calm between", given((0, "SOON"), (5, "SELF_CARE"), (20, "SOON")), (), 25, "open", 41, False),
    ("calm at the end", given((0, "SOON"), (5, "SELF_CARE")), (), 25, "none", None, False),
    ("unfinished at the end", given((0, "SOON"), (5, None)), (), 25, "open", 21, True),
    ("normal after soon", given((0, "SOON"), (5, "ROUTINE")), (), 25, "open", 21, False),
    ("unfinished between", given((0, "SOON"), (3, None), (5, "SOON")), (), 9, "open", 21, False),
    ("again after a visit", given((0, "SOON"), (20, "SOON")), (seen(9),), 30, "open", 41, False),
)  # fmt: skip


@pytest.mark.parametrize(
    ("says", "results", "entries", "now", "state", "due", "overdue"),
    CASES,
    ids=[case[0] for case in CASES],
)
def test_what_became_of_a_result(says, results, entries, now, state, due, overdue):
    found = follow_up(Journal(tuple(entries)), results, today=day(now))
    assert found.state == state
    assert found.due == (None if due is None else day(due))
    assert found.overdue is overdue


def test_each_result_keeps_the_day_that_it_gave():
    results = given(
        (0, "ROUTINE"), (3, "ROUTINE"), (5, "SELF_CARE"), (8, "SOON"), (10, "ROUTINE"),
        (12, "SOON"), (13, None),
    )  # fmt: skip
    dated = with_due(results, Journal((seen(11), seen(12, what="bloods"))))
    assert [one.due for one in dated] == [day(28), day(28), None, day(29), day(29), day(33), None]


def test_a_visit_booked_before_a_result_that_asks_for_one_counts_for_it():
    journal = Journal((booked(1, 8), booked(4, 20)))
    results = with_due(
        given((0, "ROUTINE"), (3, "ROUTINE"), (5, "SAME_DAY"), (6, "SELF_CARE"), (9, "ROUTINE")),
        journal,
    )
    acts = [[one.on for one in past.acts] for past in history_of(results, journal, today=day(0))]
    assert acts == [[day(8)], [day(8), day(20)], [], [], [day(20)]]
    assert history_of(results[:1], Journal(), today=day(0))[0].acts == ()


def test_the_next_visit_is_the_nearest_of_those_told_last():
    told = Journal((booked(1, 5), booked(2, 30), booked(2, 20, "neurologist")))
    found = follow_up(told, SOON, today=day(3))
    assert (found.booked.by, found.coming) == ("neurologist", day(20))
    gone = follow_up(told, SOON, today=day(31))
    assert (gone.state, gone.coming) == ("passed", day(30))


def test_the_next_visit_may_be_told_at_the_last_one():
    told = Journal((seen(9, review=day(90)),))
    assert follow_up(told, SOON, today=day(90)).coming == day(90)
    assert follow_up(told, SOON, today=day(91)).coming is None
    assert follow_up(told, SOON, today=day(10)).since is None


def test_only_what_an_examination_can_explain_is_offered():
    assert explainable(("speech_swallow", "weakness", "run_days", "wasting")) == (
        "weakness",
        "wasting",
    )


def test_a_result_whose_answers_stand_no_more_sets_no_day_for_a_later_one():
    mistaken, right = given((0, "URGENT"), (0, "ROUTINE"))
    assert with_due((mistaken, right), Journal())[-1].due == day(2)
    gone = replace(mistaken, withdrawn=True)
    first, second = with_due((gone, right), Journal())
    assert (first.due, second.due) == (day(2), day(28))


def test_a_check_that_was_not_finished_takes_no_open_visit_back():
    found = follow_up(Journal(), given((0, "ROUTINE"), (15, None)), today=day(15))
    assert (found.state, found.due, found.urgency) == ("open", day(28), Urgency.ROUTINE)
    calm = follow_up(Journal(), given((0, "ROUTINE"), (15, "SELF_CARE")), today=day(15))
    assert calm.state == "none"


@pytest.mark.parametrize(
    ("entries", "after", "waits"),
    [
        ((), 15, True),
        ((), 40, True),
        ((booked(1, 30),), 15, False),
        ((booked(1, 20),), 22, True),
        ((seen(5),), 15, False),
        ((later(15, 20),), 16, False),
        ((later(15, 20),), 20, True),
        ((later(15, 20),), 21, True),
    ],
)
def test_a_visit_waits_until_it_is_told_what_became_of_it(entries, after, waits):
    assert follow_up(Journal(entries), given((0, "ROUTINE")), today=day(after)).waits is waits


@pytest.mark.parametrize(
    ("level", "entry", "is_open"),
    [
        ("SOON", seen(0), True),
        ("SOON", seen(0, to_result="unknown"), True),
        ("EMERGENCY", seen(0), True),
        ("SOON", seen(0, to_result="before"), False),
        ("SOON", seen(0, to_result="after"), False),
        ("SOON", seen(1), False),
        ("SELF_CARE", seen(0), False),
    ],
)
def test_of_a_visit_on_the_day_of_a_result_it_is_left_open_whether_it_was_after_it(
    level, entry, is_open
):
    found = follow_up(Journal((entry,)), given((0, level)), today=day(2))
    assert found.undecided == (entry if is_open else None)


@pytest.mark.parametrize(
    ("told", "noted", "asks"),
    [
        (given((0, "ROUTINE")), None, True),
        (given((0, "EMERGENCY")), None, True),
        (given((0, "SELF_CARE")), None, False),
        (given((0, None)), None, False),
        (given((1, "SOON")), None, False),
        ((), None, False),
        ((replace(SOON[0], withdrawn=True),), None, False),
        ((replace(SOON[0], visits_known=frozenset({"v"})),), "v", False),
        ((replace(SOON[0], visits_known=frozenset({"v"})),), "w", True),
    ],
)
def test_it_is_asked_whether_a_visit_was_after_a_result_of_its_day(told, noted, asks):
    assert asks_whether_after(told, day(0), visit=noted) is asks
