"""Once a visit in time is booked, a result asks to keep it and no longer to call."""

from datetime import date, timedelta

import pytest

from myolog.journal.model import Journal
from myolog.triage.assessment import decide
from myolog.triage.due import with_due
from myolog.triage.follow_up import follow_up
from myolog.triage.history import Told
from myolog.wording.result import expiry_in_words
from myolog.wording.visits import booked_action
from tests.factories import visit

FIRST = date(2026, 11, 30)
SOON, GRAVE = decide({"weakness": "functional"}), decide({"breathing": "lying_flat_or_rest"})
THAT_DAY = decide({"speech_swallow": "choking"})


def said(assessment, booked, *, today=FIRST):
    journal = Journal([visit(day=FIRST, on=booked, by="family_doctor")])
    results = with_due([Told(day=FIRST, assessment=assessment, has_risen=False)], journal)
    return booked_action(follow_up(journal, results, today=today), assessment)


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
        (SOON, date(2026, 12, 4), date(2026, 12, 5)),
        (GRAVE, date(2026, 12, 1), FIRST),
        (THAT_DAY, FIRST, FIRST),
        (decide({}), date(2026, 12, 4), FIRST),
    ],
)
def test_too_late_a_missed_and_a_pressing_one_ask_as_before(assessment, booked, today):
    assert said(assessment, booked, today=today) == ""


def test_the_visit_is_needed_although_the_result_counts_no_more():
    assert expiry_in_words(None, None) == ""
    until = FIRST + timedelta(days=14)
    assert expiry_in_words(until, date(2026, 12, 21)) == (
        "Good until Monday 14 December. Until then, check again only if something is new. The "
        "visit is needed all the same, also after that day."
    )
    assert expiry_in_words(until, date(2026, 12, 14)) == expiry_in_words(until, None)
