"""Once a visit in time is booked, a result asks to keep it and no longer to call."""

from datetime import date, timedelta

import pytest

from myolog.journal.model import Journal
from myolog.triage.assessment import decide
from myolog.triage.due import with_due
from myolog.triage.follow_up import follow_up
from myolog.triage.history import Told
from myolog.wording.help_numbers import help_in
from myolog.wording.result import expiry_in_words, head_of
from myolog.wording.visits import with_visit
from tests.factories import examination, visit

FIRST = date(2026, 11, 30)
SOON, GRAVE = decide({"weakness": "functional"}), decide({"breathing": "lying_flat_or_rest"})
THAT_DAY = decide({"speech_swallow": "choking"})


def heads(assessment, entry, *, today=FIRST):
    """Return the head of a result before and after it is known what became of the visit."""
    journal = Journal([entry])
    results = with_due([Told(day=FIRST, assessment=assessment, has_risen=False)], journal)
    head = head_of(
        assessment, answered=FIRST, numbers=help_in("DE"), due=results[0].due, today=today
    )
    return head, with_visit(head, follow_up(journal, results, today=today))


def said(assessment, booked, *, today=FIRST):
    """Return what takes the place of the request; "" where it stays."""
    entry = visit(day=FIRST, on=booked, by="family_doctor")
    before, after = heads(assessment, entry, today=today)
    return after.action if after != before else ""


def test_a_visit_in_time_is_kept():
    assert said(SOON, date(2026, 12, 4)) == (
        "A visit is booked for Friday 4 December. That is in time: keep it, and take the page for "
        "the doctor with you. If anything gets worse before then, do the check again at once."
    )
    assert said(SOON, date(2026, 12, 4), today=date(2026, 12, 4)).startswith(
        "The visit is booked for today, Friday 4 December."
    )


@pytest.mark.parametrize(
    ("assessment", "booked", "today"),
    [
        (SOON, date(2026, 12, 22), FIRST),
        (GRAVE, date(2026, 12, 1), FIRST),
        (THAT_DAY, FIRST, FIRST),
        (decide({}), date(2026, 12, 4), FIRST),
    ],
)
def test_too_late_and_a_pressing_one_ask_as_before(assessment, booked, today):
    assert said(assessment, booked, today=today) == ""


def test_a_booked_day_that_is_over_is_asked_about():
    assert said(SOON, date(2026, 12, 4), today=date(2026, 12, 5)) == (
        "A visit was booked for Friday 4 December 2026, and that day has passed. Note here what "
        "came of it. If it did not take place, ask now for the next free one."
    )


def test_once_the_last_day_has_passed_a_later_visit_is_kept_and_an_earlier_one_asked_for():
    assert said(SOON, date(2027, 1, 8), today=date(2026, 12, 22)) == (
        "The last day for this visit, Monday 21 December 2026, has passed. A visit is booked for "
        "Friday 8 January 2027: keep it, and take the page for the doctor with you. Ask if there "
        "is an earlier day. If anything gets worse before then, do the check again at once."
    )


@pytest.mark.parametrize(
    ("assessment", "says"),
    [
        (SOON, "ask now for the next free appointment."),
        (THAT_DAY, "have this looked at today."),
        (decide({"stroke_signs": True}), "have this looked at today."),
    ],
)
def test_a_visit_that_was_noted_stands_in_place_of_a_day_that_has_passed(assessment, says):
    seen = examination(day=date(2026, 12, 1), what="visit", by="neurologist", result="unknown")
    _, first = heads(assessment, seen, today=FIRST)
    before, after = heads(assessment, seen, today=date(2027, 3, 1))
    assert first.passed == ""
    assert after.passed == (
        "A visit is noted for Tuesday 1 December 2026. If it was about this, do the check again: "
        "it asks what was explained, and whether anything is new since. If it was about something "
        f"else, {says}"
    )
    assert after.action.endswith(after.passed)
    assert before.passed not in after.action
    assert after.action.startswith("Call 112 now.") == (after.level == "EMERGENCY")


def test_the_visit_is_needed_although_the_result_counts_no_more():
    assert expiry_in_words(None, None) == ""
    until = FIRST + timedelta(days=14)
    assert expiry_in_words(until, date(2026, 12, 21)) == (
        "Good until Monday 14 December. Until then, check again only if something is new. The "
        "visit is needed all the same, also after that day."
    )
    assert expiry_in_words(until, date(2026, 12, 14)) == expiry_in_words(until, None)
