"""A result in words: what to do, by when, whom to call, why, and what would change it."""

from dataclasses import replace
from datetime import date

import pytest

from myolog.content.languages import speaking
from myolog.journal.model import Journal
from myolog.triage.answers import NOT_SURE
from myolog.triage.assessment import assess, decide
from myolog.triage.result import Assessment
from myolog.wording.checklist import checklist_of
from myolog.wording.help_numbers import help_in, listed_countries
from myolog.wording.result import (
    deciding,
    good_until,
    head_of,
    last_day,
    reason_in_words,
    reasons_in_words,
    visits_in_words,
)
from myolog.wording.safety_net import explained_in, rests_on_doubt, safety_net
from tests import factories as make

ANSWERED = date(2026, 3, 11)
AUSTRIA, BRITAIN, NOWHERE = help_in("AT"), help_in("GB"), help_in("")
OPEN = assess(Journal((), make.ZONE), {}, today=ANSWERED)


@pytest.mark.parametrize(
    ("answers", "level", "day", "until"),
    [
        ({}, "SELF_CARE", date(2026, 4, 8), date(2026, 3, 25)),
        ({"run_days": 20}, "ROUTINE", date(2026, 4, 8), date(2026, 3, 25)),
        ({"weakness": "progressive"}, "URGENT", date(2026, 3, 13), None),
        ({"weakness": "rapid"}, "SAME_DAY", date(2026, 3, 11), None),
        ({"weakness": "sudden"}, "EMERGENCY", None, None),
    ],
)
def test_every_level_says_by_when(
    answers: dict[str, object], level: str, day: date | None, until: date | None
) -> None:
    found = decide(answers)
    assert head_of(found, answered=ANSWERED, numbers=BRITAIN).level == level
    assert last_day(found, ANSWERED) == day
    assert good_until(found, ANSWERED) == until


def test_a_day_to_be_seen_that_has_passed_is_said() -> None:
    found = decide({"weakness": "progressive"})
    before, after, later = (
        head_of(found, answered=ANSWERED, numbers=BRITAIN, today=day)
        for day in (date(2026, 3, 13), date(2026, 3, 14), date(2026, 3, 26))
    )
    assert (before.passed, before.deadline) == ("", "Speak with a doctor by Friday 13 March")
    assert after.deadline == ""
    assert (
        after.passed
        == after.action
        == (
            "The last day to speak with a doctor, Friday 13 March 2026, has passed. It is not too "
            "late: call a doctor today, even if that means the on-call line."
        )
    )
    assert after.specialist == "Ask to see a specialist by Wednesday 25 March."
    assert later.specialist == "Ask for the next visit to a specialist as well."


@pytest.mark.parametrize(
    ("language", "due", "said"),
    [
        (
            "en",
            date(2026, 3, 20),
            "Friday 20 March counts from an earlier result: a new check does not put the day off.",
        ),
        (
            "de",
            date(2026, 3, 20),
            "Freitag, 20. März zählt ab einem früheren Ergebnis: Ein neuer Check schiebt den Tag "
            "nicht hinaus.",
        ),
        ("en", date(2026, 4, 8), ""),
        ("en", None, ""),
    ],
)
def test_a_day_that_counts_from_an_earlier_result_says_so(
    language: str, due: date | None, said: str
) -> None:
    with speaking(language):
        plain = head_of(decide({"run_days": 20}), answered=ANSWERED, numbers=BRITAIN)
        head = head_of(decide({"run_days": 20}), answered=ANSWERED, numbers=BRITAIN, due=due)
    assert head.action.endswith(said or plain.action)


def test_neither_an_open_result_nor_a_planned_review_has_a_day_that_passes() -> None:
    kept = decide({"weakness": "functional", "explained_unchanged": ["weakness"]})
    for one in (OPEN, kept):
        head = head_of(one, answered=ANSWERED, numbers=BRITAIN, today=date(2026, 7, 1))
        assert head.passed == ""


def test_what_is_not_finished_promises_nothing() -> None:
    head = head_of(OPEN, answered=ANSWERED, numbers=BRITAIN)
    assert (head.level, head.day, head.deadline, head.number) == ("INCOMPLETE", "", "", "")
    assert good_until(OPEN, ANSWERED) is None


def test_urgent_names_two_days() -> None:
    head = head_of(decide({"weakness": "progressive"}), answered=ANSWERED, numbers=BRITAIN)
    assert "Friday 13 March" in head.action
    assert head.specialist == "Ask to see a specialist by Wednesday 25 March."


@pytest.mark.parametrize(
    ("answers", "country", "number", "tel"),
    [
        ({"weakness": "sudden"}, "AT", "144", "144"),
        ({"weakness": "sudden"}, "", "112", "112"),
        ({"weakness": "rapid"}, "AT", "1450", "1450"),
        ({"weakness": "rapid"}, "", "", ""),
        ({"mood": "suicidal"}, "AT", "142", "142"),
        ({"mood": "suicidal"}, "", "112", "112"),
        ({"run_days": 20}, "AT", "", ""),
    ],
)
def test_one_number_to_call(
    answers: dict[str, object], country: str, number: str, tel: str
) -> None:
    head = head_of(decide(answers), answered=ANSWERED, numbers=help_in(country))
    assert (head.number, head.tel) == (number, tel)


def test_thoughts_of_suicide_begin_with_a_conversation() -> None:
    assert head_of(decide({"mood": "suicidal"}), answered=ANSWERED, numbers=AUSTRIA).talks_first
    stroke = decide({"stroke_signs": True})
    assert not head_of(stroke, answered=ANSWERED, numbers=AUSTRIA).talks_first


def test_a_planned_review_is_kept_instead_of_a_new_deadline() -> None:
    kept = replace(decide({"run_days": 20}), keep_review=True)
    head = head_of(kept, answered=ANSWERED, numbers=BRITAIN)
    assert head.keep_review
    assert head.deadline == ""


def test_reasons_folded_away_decide_nothing() -> None:
    eyelid = decide({"eye_face": "eyelid_twitch", "run_days": 20})
    first, rest = deciding(eyelid)
    assert [one.code for one in first] == ["R-EYELID"]
    assert [one.code for one in rest] == ["R-2WEEKS"]
    wasting, _ = deciding(decide({"wasting": "yes", "run_days": 30}))
    assert wasting[0].code == "U-WASTING"


def test_less_strength_is_always_among_the_first_reasons() -> None:
    """It stood last of nine, folded, behind an age and a number of days."""
    told = {"run_days": 37, "age_years": 69, "site_scope": "multi_site", "cancer_history": True}
    first, rest = deciding(decide(told | {"weakness": "felt_only"}))
    assert [one.code for one in first][2:] == ["R-FELT"]
    assert "R-FELT" not in [one.code for one in rest]
    assert len(deciding(decide(told))[0]) == 2


def test_what_was_not_sure_counts_within_48_hours_once_it_is_sure() -> None:
    line = "what you were not sure about, as soon as you are sure of it"
    assert rests_on_doubt(assess(Journal(), {"coordination": "not_sure"}, today=ANSWERED))
    assert not rests_on_doubt(decide({"run_days": 20}))
    (soon,) = [one for one in safety_net("SOON", BRITAIN, in_doubt=True) if line in one.lines]
    assert soon.lead.startswith("Call a doctor within 48 hours")
    assert not any(line in one.lines for one in safety_net("SOON", BRITAIN))


def test_dates_are_said_once_and_not_beside_a_reason_that_counts() -> None:
    found = decide({"site_scope": "spread", "run_days": 20, "trend": "worsening"})
    said = reasons_in_words(found.reasons, {"site_scope": "First the calf, then the arm."})
    assert [one.code for one in said if one.facts] == ["O-SPREAD"]


def test_what_the_person_was_not_sure_about_is_named() -> None:
    unsure = assess(Journal((), make.ZONE), {"tongue_twitch": NOT_SURE}, today=ANSWERED)
    reason = next(one for one in unsure.reasons if one.code == "NOTSURE-tongue_twitch")
    assert "tongue" in reason_in_words(reason).reason


def test_a_source_without_a_title_is_named_as_it_is() -> None:
    reason = replace(decide({"wasting": "yes"}).reasons[0], source="NHS, unheard-of,")
    assert reason_in_words(reason).source.endswith("(2023), unheard-of")


def test_the_checklist_tells_a_doubt_from_what_was_not_asked() -> None:
    found: Assessment = assess(
        Journal((), make.ZONE), {"family_nm": NOT_SURE, "wasting": "yes"}, today=ANSWERED
    )
    items = checklist_of(found)
    assert [item.state for item in items] == ["ask", "yes", "ask", "ask", "ask", "ask"]
    assert [item.word for item in items] == [
        "Not answered", "Yes", "Not answered", "Not answered", "Not answered", "Not sure",
    ]  # fmt: skip


def test_the_checklist_says_what_was_said_where_it_is_less_than_a_yes() -> None:
    given = {"wasting": "unsure", "weakness": "felt_only"}
    items = checklist_of(assess(Journal((), make.ZONE), given, today=ANSWERED))
    assert [item.state for item in items[1:3]] == ["ask", "ask"]
    assert [item.word for item in items[1:3]] == [
        "Perhaps, I cannot tell",
        "A muscle feels tired or weak, or something is a bit harder, but all still works",
    ]
    (denied,) = checklist_of(decide({"wasting": "no"}))[1:2]
    assert (denied.state, denied.word) == ("no", "No")


@pytest.mark.parametrize(
    ("answers", "begins"),
    [
        ({"run_days": 20, "measures_tried": "yes"}, "Over two weeks despite rest"),
        ({"run_days": 20, "measures_tried": "unknown"}, "Over two weeks. It is unclear whether"),
        ({"run_days": 20, "measures_tried": NOT_SURE}, "Over two weeks. It is unclear whether"),
        ({"run_days": 20}, "Over two weeks. It is unclear whether"),
        ({"run_days": 29, "measures_tried": "unknown"}, "Over two weeks despite rest"),
        ({"run_days": 14, "measures_tried": "unknown"}, "Over two weeks despite rest"),
    ],
    ids=str,
)
def test_how_long_it_has_gone_on_claims_no_habit_that_nobody_told(
    answers: dict[str, object], begins: str
) -> None:
    """The page for the doctor says "unclear whether measures were tried" of the same answers."""
    found = assess(Journal((), make.ZONE), answers, today=ANSWERED)
    assert checklist_of(found)[0].label.startswith(begins)


def test_what_would_change_it_ends_with_what_is_most_pressing() -> None:
    lists = safety_net("SELF_CARE", BRITAIN)
    assert [len(one.lines) > 0 for one in lists] == [True, True, True]
    assert lists[-1].lead == "Call 999 now if:"
    assert safety_net("EMERGENCY", BRITAIN) == ()


def test_whom_to_see_is_said_once() -> None:
    visits = visits_in_words(decide({"weakness": "progressive", "wasting": "yes"}))
    assert len(visits.who) == len(set(visits.who)) > 0
    assert len(visits.workup) == len(set(visits.workup)) > 0


def test_whom_another_line_names_already_is_not_said_again() -> None:
    both = ("Your own doctor first, then a doctor for nerves (neurologist)",)
    for answers in (
        {"site_scope": "spread", "weakness": "progressive"},
        {"site_scope": "spread", "wasting": "unsure"},
    ):
        assert visits_in_words(decide(answers)).who == both


def test_numbers_of_a_country_that_is_not_listed_say_so() -> None:
    assert not NOWHERE.listed
    assert AUSTRIA.listed
    assert (AUSTRIA.tel, AUSTRIA.crisis_tel, AUSTRIA.on_call_tel) == ("144", "142", "1450")
    names = [one.name for one in listed_countries()]
    assert names == sorted(names)
    assert "Austria" in names


def test_the_last_day_of_all_that_wait_for_one_visit_is_the_one_that_is_said():
    first = date(2026, 3, 20)
    assert last_day(decide({"run_days": 40}), ANSWERED, due=first) == first
    severe = decide({"breathing": "severe"})
    assert last_day(severe, ANSWERED, due=first) is None


def test_what_a_doctor_explained_is_named_and_only_more_of_it_is_new():
    found = decide({"weakness": "functional", "explained_unchanged": ("weakness",)})
    (reason,) = [one for one in found.reasons if one.code == "R-EXPLAINED"]
    assert reason_in_words(reason).reason == (
        "A doctor has explained one of your signs, and it has not changed. Explained: weakness."
    )
    assert explained_in(found) == ("weakness",)
    (lines,) = [
        one.lines
        for one in safety_net("SOON", help_in("IE"), explained=explained_in(found))
        if "48 hours" in one.lead
    ]
    assert lines[-1] == "more of what a doctor has explained (weakness); as it was, it is not new"
    (plain,) = [one for one in safety_net("SOON", help_in("IE")) if "48 hours" in one.lead]
    assert plain.lines == lines[:-1]
