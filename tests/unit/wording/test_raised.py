"""That the advice has changed, on which day, and which entry or sign changed it."""

from datetime import date

import pytest

from myolog.content.languages import speaking
from myolog.journal.model import Journal
from myolog.triage.assessment import decide
from myolog.triage.since import Rise, what_raised
from myolog.triage.urgency import Urgency
from myolog.wording.raised import raised_in_words
from tests import factories as make

SAID, ROSE, READ = date(2026, 3, 1), date(2026, 3, 9), date(2026, 3, 10)
CALF = make.tally(day=date(2026, 2, 27), site="calf", side="left")
THIGH = make.tally(day=date(2026, 3, 8), site="thigh", side="right")
FAILS = make.tasks(day=ROSE, answers={"jar": "cannot"})
PILLS = make.medicine(day=date(2026, 3, 7), name="Sertraline", action="start")


def told(then, now, was, found, *, today=READ):
    """Return the notice of a rise, and each reason beside it."""
    before, after = Journal(then, make.ZONE), Journal(now, make.ZONE)
    was, found = decide(was), decide(found)
    raised = what_raised(then=before, now=after, was=was, found=found, said=SAID)
    return raised_in_words(Rise(by=raised, found=found, day=ROSE), after, today=today)


@pytest.mark.parametrize(
    ("today", "english", "german"),
    [
        (
            READ,
            "Your advice changed on 9 March.",
            "Seit dem 9. März ist der Rat für Sie ein anderer.",
        ),
        (
            ROSE,
            "Your advice has changed today.",
            "Seit heute ist der Rat für Sie ein anderer.",
        ),
        (
            date(2027, 1, 5),
            "Your advice changed on 9 March 2026.",
            "Seit dem 9. März 2026 ist der Rat für Sie ein anderer.",
        ),
    ],
)
def test_the_day_is_that_of_the_rise_and_today_is_said_as_today(today, english, german):
    given = ((CALF,), (CALF,), {"run_days": 12}, {"run_days": 20})
    assert told(*given, today=today)[0] == english
    with speaking("de"):
        assert told(*given, today=today)[0] == german


def test_a_place_that_changed_the_answer_is_the_reason():
    given = ((CALF,), (CALF, THIGH), {"site_scope": "single"}, {"site_scope": "spread"})
    assert told(*given)[1:] == (
        "It has also twitched in your right thigh, first noted for 8 March.",
    )
    with speaking("de"):
        (place,) = told(*given)[1:]
    assert place == (
        "Es hat auch hier gezuckt: Oberschenkel rechts, zuerst eingetragen für den 8. März."
    )


def test_a_daily_task_that_fails_is_the_reason_and_a_place_beside_it_is_not():
    given = ((CALF,), (CALF, THIGH, FAILS), {"weakness": "none"}, {"weakness": "functional"})
    (task,) = told(*given)[1:]
    assert task == "Noted: open a jar or a bottle (I cannot)."


def test_days_that_went_by_are_a_sign_without_an_entry():
    given = ((CALF,), (CALF,), {"run_days": 12}, {"run_days": 20})
    assert told(*given)[1:] == ("It has gone on for over two weeks.",)


def test_a_medicine_is_named_with_its_day():
    given = ((CALF,), (CALF, PILLS), {"new_medicine": False}, {"new_medicine": True})
    (sign,) = told(*given)[1:]
    assert "Sertraline" in sign
    assert "7 March" in sign


def test_a_sign_that_the_older_result_told_is_no_reason():
    """Only what asks for more than before is named; what both results tell is not."""
    was = {"trend": "worsening"}
    found = {**was, "speech_swallow": "choking"}
    (sign,) = told((CALF,), (CALF,), was, found)[1:]
    assert sign == "Your swallowing or speech needs a look today."


def test_where_only_how_many_there_are_asks_for_more_the_new_ones_are_named():
    was = {"weakness": "functional"}
    found = {**was, "trend": "worsening", "site_scope": "spread"}
    assert decide(was).urgency == Urgency.SOON
    assert decide(found).urgency == Urgency.URGENT
    assert told((CALF,), (CALF, THIGH), was, found)[1:] == (
        "It has also twitched in your right thigh, first noted for 8 March.",
        "It has become more or stronger over the past weeks.",
    )


def test_what_was_said_in_despair_is_not_told_in_a_notice():
    assert told((CALF,), (CALF,), {"mood": "none"}, {"mood": "suicidal"})[1:] == ()


def test_where_nothing_has_risen_nothing_is_said() -> None:
    assert raised_in_words(None, Journal(), today=ROSE) == ()
