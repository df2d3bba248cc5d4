"""A booking alone is no visit: its day passes, it is asked, and the last day to be seen stands.

The days were worked out by hand: a result of 11 March (day 0) asks to be seen by 1 April (day 21).
"""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from myolog.journal.model import Journal
from myolog.triage.follow_up import follow_up
from myolog.triage.took_place import untold_visit
from myolog.triage.urgency import Urgency
from tests.factories import examination, told, visit

FIRST = date(2026, 3, 11)


def day(after):
    return FIRST + timedelta(days=after)


SOON = (told(FIRST, Urgency.SOON),)


def booked(on, by="family_doctor", told_on=1):
    return visit(day=day(told_on), on=day(on), by=by)


def seen(after, by="family_doctor", **over):
    return examination(**{"day": day(after), "what": "visit", "by": by} | over)


NOT_HELD = replace(booked(5), event="missed")

CASES = (
    # what is noted, today: state, whether it is asked, overdue, the day that is said to be booked
    ("on its day", (booked(5),), 5, "booked", False, False, 5),
    ("the day after", (booked(5),), 6, "passed", True, False, 5),
    ("on the last day", (booked(5),), 21, "passed", True, False, 5),
    ("the last day is not met by a booking", (booked(5),), 22, "passed", True, True, 5),
    ("asked for four weeks", (booked(5),), 33, "passed", True, True, 5),
    ("and no longer", (booked(5),), 34, "passed", False, True, 5),
    ("it did not take place", (NOT_HELD,), 6, "open", False, False, None),
    ("the last day stands as before", (NOT_HELD,), 21, "open", False, False, None),
    ("and passes as before", (NOT_HELD,), 22, "open", False, True, None),
    ("booked anew after that", (NOT_HELD, booked(12, told_on=6)), 7, "booked", False, False, 12),
    ("moved", (booked(9),), 6, "booked", False, False, 9),
    ("booked anew later", (booked(5), booked(9, told_on=6)), 6, "booked", False, False, 9),
    ("seen that day", (booked(5), seen(5)), 6, "seen", False, False, None),
    ("seen later", (booked(5), seen(8)), 9, "seen", False, False, None),
    ("seen by nobody named", (booked(5), seen(5, by="")), 6, "seen", False, False, None),
    ("another one was seen", (booked(5, "neurologist"), seen(5)), 6, "seen", True, False, None),
    ("seen before it", (booked(5), seen(3)), 6, "seen", True, False, None),
    ("two have passed", (booked(3), booked(5, "neurologist")), 6, "passed", True, False, 5),
)  # fmt: skip


@pytest.mark.parametrize(
    ("says", "entries", "now", "state", "asked", "overdue", "coming"),
    CASES,
    ids=[case[0] for case in CASES],
)
def test_what_a_booked_visit_counts_for_once_its_day_has_passed(
    says, entries, now, state, asked, overdue, coming
):
    found = follow_up(Journal(entries), SOON, today=day(now))
    assert found.state == state
    assert (found.untold is not None) is asked
    assert found.overdue is overdue
    assert found.coming == (None if coming is None else day(coming))
    assert found.due == (None if state == "seen" else day(21))


def test_the_visit_that_passed_last_is_asked_about_also_without_a_result():
    told = Journal((booked(3), booked(5, "neurologist")))
    asked = untold_visit(told, day(6))
    assert (asked.on, asked.by) == (day(5), "neurologist")
    found = follow_up(told, (), today=day(6))
    assert (found.state, found.untold) == ("none", asked)


def test_a_next_visit_that_did_not_take_place_leaves_the_one_before_uncovered():
    look = seen(2, tests=("examination",))
    awaited = booked(10, "neurologist", told_on=3)
    for next_one in (awaited, replace(awaited, event="missed")):
        found = follow_up(Journal((look, next_one)), SOON, today=day(11))
        assert found.examined is None
        assert (found.look.why, found.look.missed) == ("missed", day(10))
    anew = Journal((look, replace(awaited, event="missed"), booked(20, "neurologist", told_on=11)))
    assert follow_up(anew, SOON, today=day(11)).examined == look
