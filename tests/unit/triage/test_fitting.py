"""Who it is for and how old they are decides which lines are shown, and never what is denied."""

from datetime import date, timedelta

import pytest

from myolog.journal.model import Journal
from myolog.journal.subject import Subject, subject_of
from myolog.triage.answers import INPUTS, NOT_SURE
from myolog.triage.assessment import assess
from myolog.triage.check import EMERGENCY, SCREENS
from myolog.triage.conversation import Conversation
from myolog.triage.fitting import fitted
from myolog.triage.reply import Reply
from myolog.triage.urgency import Urgency
from tests import factories as make

TODAY = date(2026, 3, 1)


def lines(**told: object) -> set[str]:
    subject = Subject(**told)  # type: ignore[arg-type]
    return {line.code for screen in SCREENS for line in fitted(screen, subject).lines}


EVERY = lines()


@pytest.mark.parametrize(
    ("told", "left_out"),
    [
        ({}, set()),
        ({"age_years": 40}, set()),
        ({"answered_by": "parent", "told": True}, set()),
        ({"answered_by": "parent", "told": True, "age_years": 15}, set()),
        ({"answered_by": "parent", "told": True, "age_years": 16}, {"child"}),
        ({"answered_by": "carer", "told": True, "age_years": 81}, {"child"}),
        ({"answered_by": "self", "told": True, "age_years": 40}, {"child"}),
        ({"answered_by": "parent", "told": True, "age_years": 9}, {"pregnancy", "pregnant"}),
        ({"answered_by": "parent", "told": True, "age_years": 10}, set()),
        ({"age_years": 9}, {"pregnancy", "pregnant"}),
        (
            {"answered_by": "parent", "told": True, "age_years": 2},
            {"pregnancy", "pregnant", "dark_thoughts", "mood"},
        ),
        ({"answered_by": "parent", "told": True, "age_years": 3}, {"pregnancy", "pregnant"}),
    ],
)
def test_only_what_cannot_be_true_is_left_out(told: dict[str, object], left_out: set[str]) -> None:
    assert EVERY - lines(**told) == left_out


def test_a_heading_stays_above_what_is_left_of_its_lines() -> None:
    small = fitted(EMERGENCY, Subject(answered_by="parent", age_years=5, told=True))
    assert {code: [line.code for line in group] for code, group in small.grouped}["some"] == [
        "child",
        "cancer",
    ]
    baby = fitted(EMERGENCY, Subject(answered_by="parent", age_years=0, told=True))
    assert "mood" not in dict(baby.grouped)


def test_the_age_of_a_child_is_asked_once() -> None:
    asked = EMERGENCY.line("child").choices
    known = fitted(EMERGENCY, Subject(answered_by="parent", age_years=7, told=True)).line("child")
    open_ = fitted(EMERGENCY, Subject(answered_by="parent", told=True)).line("child")
    assert ("age_years", None) in asked
    assert open_.choices == asked
    assert known.choices == asked[:-1]


def child(age: int) -> Journal:
    facts = (make.fact("answered_by", "parent"), make.fact("age_years", age, day=TODAY))
    return Journal(facts)


def answered(journal: Journal) -> Conversation:
    told = Conversation(journal=journal, today=TODAY)
    for number in range(len(SCREENS)):
        screen = told.screens[number]
        told = told.reply(screen, Reply(values=STORY if screen.questions else {})).conversation
    return told


STORY = {"run_days": 3, "site_scope": "single", "trend": "stable", "measures_tried": "no"}


@pytest.mark.parametrize(
    ("age", "level"),
    [(0, Urgency.URGENT), (2, Urgency.ROUTINE), (5, Urgency.ROUTINE), (9, Urgency.ROUTINE)],
)
def test_a_child_is_not_asked_what_cannot_be_and_the_result_is_complete(
    age: int, level: Urgency
) -> None:
    told = answered(child(age))
    too_young = {name for name, one in INPUTS.items() if one.from_age > age}
    assert too_young
    assert not too_young & told.answers.keys()
    found = assess(told.journal, told.answers, today=TODAY)
    assert (found.urgency, found.complete) == (level, True)


def test_what_was_not_asked_of_a_child_stays_open_once_the_age_is_another_one() -> None:
    told = answered(child(5))
    found = assess(told.journal, {**told.answers, "age_years": 30}, today=TODAY)
    assert not found.complete
    assert {"pregnant", "preeclampsia_signs"} & set(found.missing)


def test_an_answer_that_was_given_counts_at_any_age() -> None:
    found = assess(child(2), {"mood": "suicidal"}, today=TODAY)
    assert found.urgency == Urgency.EMERGENCY


def test_a_carer_who_is_not_sure_is_no_calmer_than_the_person() -> None:
    told = {"sensory": NOT_SURE, "breathing": NOT_SURE}
    themselves = assess(Journal((make.fact("age_years", 70, day=TODAY),)), told, today=TODAY)
    facts = (make.fact("answered_by", "carer"), make.fact("age_years", 70, day=TODAY))
    cared_for = assess(Journal(facts), told, today=TODAY)
    assert cared_for.urgency == themselves.urgency
    assert cared_for.reasons == themselves.reasons


def test_nobody_told_is_the_person_and_the_last_telling_holds() -> None:
    assert subject_of(Journal(), TODAY) == Subject()
    before, after = TODAY - timedelta(days=400), TODAY + timedelta(days=1)
    kept = Journal(
        (
            make.fact("answered_by", "parent", day=before),
            make.fact("age_years", 15, day=before),
            make.fact("answered_by", "self", day=after),
        )
    )
    assert subject_of(kept, TODAY) == Subject(answered_by="parent", age_years=16, told=True)
    assert subject_of(kept, after).answered_by == "self"
