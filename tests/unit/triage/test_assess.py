"""From journal, profile and answers to an assessment: what is known, unsure, missing."""

from datetime import date, timedelta

import pytest

from myolog.errors import InvalidAnswer, UserError
from myolog.journal.entries import DayTally
from myolog.journal.example import CHECK_DAYS, forearm_journal
from myolog.journal.model import Journal
from myolog.triage import assess, decide, input_digest, standing_answers
from myolog.triage.answers import INPUTS, NOT_SURE
from myolog.triage.completeness import must_answer
from myolog.triage.unsure import unsure_level
from tests.factories import fact, medicine, story

TODAY = date(2026, 3, 31)
EMPTY = Journal()
ALL_DENIED = {
    name: question.default for name, question in INPUTS.items() if question.origin != ("journal",)
}
"""Every question a person is asked, answered with its default."""


def judged(answers, journal=EMPTY, **reasons):
    return assess(journal, answers, today=TODAY, reasons=reasons)


def codes(assessment):
    return [reason.code for reason in assessment.reasons]


def twitching(days, site="calf"):
    return Journal(
        tuple(
            DayTally(day=TODAY - timedelta(days=back), site=site, side="left", amount="some")
            for back in range(days)
        )
    )


# ---- missing is never no
def test_nothing_answered_gives_no_urgency():
    assessment = judged({})
    assert assessment.urgency is None
    assert not assessment.complete
    assert assessment.as_dict()["urgency"] is None


def test_everything_denied_gives_self_care():
    assessment = judged(ALL_DENIED)
    assert (assessment.urgency.name, assessment.missing) == ("SELF_CARE", ())


def test_a_check_that_never_asked_what_was_added_later_stays_complete():
    told = {name: value for name, value in ALL_DENIED.items() if not INPUTS[name].added}
    assert len(told) < len(ALL_DENIED)
    assert (judged(told).urgency.name, judged(told).missing) == ("SELF_CARE", ())


def test_what_fired_counts_though_questions_are_open():
    assessment = judged({"stroke_signs": True})
    assert assessment.urgency.name == "EMERGENCY"
    assert not assessment.complete


MUST_ANSWER = {
    "age_years",
    "run_days",
    "site_scope",
    "trend",
    "weakness",
    "wasting",
    "sensory",
    "coordination",
    "speech_swallow",
    "tongue_twitch",
    "breathing",
    "stiffness",
    "eye_face",
    "rhythmic_jerking",
    "lockjaw",
    "kidney",
    "stroke_signs",
    "cauda_equina",
    "dark_urine_muscle",
    "seizure_or_confusion",
    "tetany",
    "fluid_loss",
    "heart",
    "lithium",
    "lithium_tox_symptoms",
    "serotonergic_change",
    "autonomic_agitation",
    "cholinergic_exposure",
    "cholinergic_symptoms",
    "overdose",
    "new_medicine",
    "withdrawal",
    "tick_or_rash",
    "thyroid_symptoms",
    "weight_loss",
    "neck_surgery_recent",
    "spine_trauma",
    "cancer_history",
    "pregnant",
    "preeclampsia_signs",
    "child_gait_or_movement",
    "mood",
    "changed_since_assessment",
}
POINTLESS_WHEN_DENIED = {
    "lithium_tox_symptoms",
    "autonomic_agitation",
    "cholinergic_symptoms",
    "neck_surgery_recent",
    "preeclampsia_signs",
    "child_gait_or_movement",
    "changed_since_assessment",
}
"""Questions that no longer matter once their partners are denied."""


def test_questions_that_must_be_answered():
    assert set(must_answer()) == MUST_ANSWER


@pytest.mark.parametrize("name", INPUTS)
def test_leaving_out_one_answer(name):
    assessment = judged({other: v for other, v in ALL_DENIED.items() if other != name})
    if name in MUST_ANSWER - POINTLESS_WHEN_DENIED:
        assert (assessment.urgency, assessment.missing) == (None, (name,))
    else:
        assert (assessment.urgency.name, assessment.missing) == ("SELF_CARE", ())


@pytest.mark.parametrize(
    ("name", "partner"),
    [
        ("lithium_tox_symptoms", {"lithium": True}),
        ("autonomic_agitation", {"serotonergic_change": True}),
        ("autonomic_agitation", {"withdrawal": True}),
        ("cholinergic_symptoms", {"cholinergic_exposure": True}),
        ("neck_surgery_recent", {"sensory": "fleeting_tingling"}),
        ("preeclampsia_signs", {"pregnant": True}),
        ("child_gait_or_movement", {"age_years": 15}),
        ("changed_since_assessment", {"assessed_normal": True}),
    ],
)
def test_a_partner_question_matters_once_the_other_is_a_yes(name, partner):
    answers = {other: v for other, v in ALL_DENIED.items() if other != name} | partner
    assert judged(answers).missing == (name,)


@pytest.mark.parametrize("unsure", ["sensory", "lithium", "pregnant", "assessed_normal"])
def test_not_sure_is_an_answer_and_leaves_partners_open(unsure):
    partner = {
        "sensory": "neck_surgery_recent",
        "lithium": "lithium_tox_symptoms",
        "pregnant": "preeclampsia_signs",
    }
    answers = ALL_DENIED | {unsure: NOT_SURE}
    assert judged(answers).missing == ()
    if unsure in partner:
        answers.pop(partner[unsure])
        assert judged(answers).missing == (partner[unsure],)


def test_no_answer_is_ever_read_as_no_for_a_normal_examination():
    """Soft rules are lowered only when "anything new since?" was answered with no."""
    spread = ALL_DENIED | {"site_scope": "spread", "assessed_normal": True}
    assert judged(spread).urgency.name == "ROUTINE"
    spread.pop("changed_since_assessment")
    assert judged(spread).urgency.name == "SOON"
    assert judged(spread | {"changed_since_assessment": NOT_SURE}).urgency.name == "SOON"


def test_who_was_never_examined_is_not_asked_what_changed_since():
    never = {"assessed_normal", "changed_since_assessment", "explained_unchanged"}
    assert judged({n: v for n, v in ALL_DENIED.items() if n not in never}).missing == ()


# ---- not sure
@pytest.mark.parametrize("name", INPUTS)
def test_not_sure_about_one_question(name):
    assessment = judged(ALL_DENIED | {name: NOT_SURE})
    level = unsure_level(name)
    if name == "age_years":
        assert (assessment.urgency, assessment.missing) == (None, ("age_years",))
    elif level is not None:
        assert codes(assessment) == [f"NOTSURE-{name}"]
        assert assessment.urgency == level
    else:
        as_yes = decide({name: True}) if INPUTS[name].kind == "bool" else decide({})
        if INPUTS[name].mitigating:
            as_yes = decide({})
        assert assessment.urgency == as_yes.urgency
        assert codes(assessment) == codes(as_yes)


def test_not_sure_about_a_partner_counts_as_yes():
    answers = ALL_DENIED | {"lithium": True, "lithium_tox_symptoms": NOT_SURE}
    assert judged(answers).urgency.name == "SAME_DAY"


def test_not_sure_is_never_lowered_by_a_normal_examination():
    answers = ALL_DENIED | {"assessed_normal": True, "weakness": NOT_SURE}
    assert judged(answers).urgency.name == "SOON"


def test_not_sure_with_a_suggestion_counts_the_suggestion_as_well():
    assessment = judged(ALL_DENIED | {"run_days": NOT_SURE}, twitching(15))
    assert codes(assessment) == ["NOTSURE-run_days", "R-2WEEKS"]
    assert assessment.inputs["run_days"] == NOT_SURE
    assert assessment.checklist == ("C1",)


def test_checklist_says_not_asked_for_what_the_person_cannot_tell():
    answers = judged(ALL_DENIED | {"wasting": NOT_SURE}).checklist_answers
    assert (answers["C2"], answers["C3"]) == ("not_asked", "no")


def test_what_the_journal_suggests_settles_an_item_the_person_cannot_tell():
    unsure = ALL_DENIED | {"run_days": NOT_SURE}
    assert judged(unsure, twitching(5)).checklist_answers["C1"] == "no"
    assert judged(unsure).checklist_answers["C1"] == "not_asked"


# ---- what the journal suggests
def test_a_suggestion_answers_a_question_that_is_not_asked():
    answers = {name: v for name, v in ALL_DENIED.items() if name not in {"run_days", "site_scope"}}
    assessment = judged(answers, twitching(15))
    assert assessment.missing == ()
    assert assessment.derived["run_days"] == assessment.inputs["run_days"] == 15
    assert codes(assessment) == ["R-2WEEKS"]


def test_an_answer_above_the_suggestion_is_taken_freely():
    assessment = judged(ALL_DENIED | {"run_days": 400, "site_scope": "spread"}, twitching(15))
    assert assessment.inputs["run_days"] == 400
    assert "O-SPREAD" in codes(assessment)


@pytest.mark.parametrize("reason", [None, "", "   "])
def test_an_answer_below_the_suggestion_needs_a_reason(reason):
    with pytest.raises(UserError) as refused:
        judged(ALL_DENIED | {"run_days": 3}, twitching(15), run_days=reason)
    assert refused.value.code == "reason_needed"
    assert "run_days" in refused.value.message


def test_with_a_reason_the_answer_stands():
    answers = ALL_DENIED | {"run_days": 3}
    assessment = judged(answers, twitching(15), run_days="I logged my husband's.")
    assert assessment.urgency.name == "SELF_CARE"
    assert assessment.derived["run_days"] == 15


def test_below_holds_for_yes_and_no_too():
    journal = Journal((medicine(day=TODAY),))
    with pytest.raises(UserError, match="new_medicine"):
        judged(ALL_DENIED, journal)
    assert judged(ALL_DENIED, journal, new_medicine="only vitamin C").urgency.name == "SELF_CARE"


def test_a_reason_for_an_unknown_question_is_refused():
    with pytest.raises(InvalidAnswer):
        judged({}, no_such_question="because")


def test_entries_after_today_are_left_out():
    assessment = assess(twitching(30), {}, today=TODAY - timedelta(days=25))
    assert assessment.derived["run_days"] == 5


def test_a_person_with_a_long_story_and_an_empty_journal():
    told = story(
        day=TODAY,
        onset_day=TODAY - timedelta(days=200),
        trend="stable",
        measures="yes",
    )
    answers = {n: v for n, v in ALL_DENIED.items() if "journal" not in INPUTS[n].origin}
    answers |= {"weakness": "none", "new_medicine": False}
    assessment = judged(answers, Journal((told,)))
    assert assessment.missing == ()
    assert dict(assessment.derived) == {
        "run_days": 201,
        "measures_tried": "yes",
        "site_scope": "single",
        "trend": "stable",
        "programme_result": "not_done_or_improved",
    }
    assert codes(assessment) == ["R-2WEEKS"]


# ---- the profile
def test_profile_facts_fill_what_is_not_answered():
    journal = Journal(
        (
            fact("age_years", 70, day=TODAY),
            fact("lithium", "yes", day=TODAY),
            fact("family_nm", "no", day=TODAY),
            fact("kidney", "chronic_disease", day=TODAY),
            fact("cancer_history", "not_sure", day=TODAY),
            fact("occupation", "cook", day=TODAY),
        )
    )
    inputs = judged({}, journal).inputs
    assert {n: inputs[n] for n in inputs if n != "programme_result"} == {
        "age_years": 70,
        "kidney": "chronic_disease",
        "family_nm": False,
        "lithium": True,
        "cancer_history": NOT_SURE,
    }


def test_an_answer_wins_over_the_profile_without_a_reason():
    journal = Journal((fact("lithium", "yes", day=TODAY),))
    assert judged(ALL_DENIED, journal).urgency.name == "SELF_CARE"


def test_not_sure_takes_no_told_illness_back_and_doubts_a_told_no():
    told = (("kidney", "chronic_disease", "U-KIDNEY"), ("family_nm", "yes", "R-FAMILY"))
    for name, value, code in told:
        journal = Journal((fact(day=TODAY, code=name, value=value),))
        result = judged({**ALL_DENIED, name: NOT_SURE}, journal)
        assert code in codes(result)
    journal = Journal((fact(day=TODAY, code="kidney", value="none"),))
    assert "NOTSURE-kidney" in codes(judged({**ALL_DENIED, "kidney": NOT_SURE}, journal))


def test_age_not_known_now_falls_back_to_the_profile():
    journal = Journal((fact("age_years", 14, day=TODAY),))
    assert judged(ALL_DENIED | {"age_years": NOT_SURE}, journal).inputs["age_years"] == 14


@pytest.mark.parametrize(
    ("told", "age"),
    [
        (date(2026, 3, 31), 40),
        (date(2025, 4, 1), 40),
        (date(2025, 3, 31), 41),
        (date(2016, 1, 1), 50),
    ],
)
def test_age_counts_up_with_the_years(told, age):
    journal = Journal((fact("age_years", 40, day=told),))
    assert judged({}, journal).inputs["age_years"] == age


def test_age_stops_at_the_highest_the_question_takes():
    journal = Journal((fact("age_years", 119, day=date(2000, 1, 1)),))
    assert judged({}, journal).inputs["age_years"] == 120


@pytest.mark.parametrize("name", ["pregnant", "neck_surgery_recent"])
def test_a_no_that_time_can_change_is_asked_again_after_ninety_days(name):
    def known(value, back):
        journal = Journal((fact(name, value, day=TODAY - timedelta(days=back)),))
        return judged({}, journal).inputs.get(name)

    assert (known("no", 89), known("no", 90)) == (False, None)
    assert known("yes", 400) is True


def test_a_man_is_not_asked_about_pregnancy_again():
    long_ago = TODAY - timedelta(days=400)
    journal = Journal((fact("pregnant", "no", day=long_ago), fact("sex", "man", day=long_ago)))
    assert judged({}, journal).inputs["pregnant"] is False


# ---- recomputed
def test_the_same_inputs_give_the_same_digest_and_result():
    one, again = judged(ALL_DENIED, twitching(3)), judged(ALL_DENIED, twitching(3))
    assert one == again
    assert one.digest == input_digest(twitching(3), ALL_DENIED, today=TODAY)
    assert one.digest != input_digest(twitching(4), ALL_DENIED | {"run_days": 4}, today=TODAY)


def test_the_digest_needs_a_reason_where_the_assessment_does():
    with pytest.raises(UserError):
        input_digest(twitching(15), ALL_DENIED, today=TODAY)
    given = input_digest(twitching(15), ALL_DENIED, today=TODAY, reasons={"run_days": "no"})
    assert given == judged(ALL_DENIED, twitching(15), run_days="no").digest


# ---- the guide's example case
@pytest.mark.parametrize(
    ("month", "urgency", "checklist"),
    [
        (0, "SELF_CARE", ()),
        (1, "ROUTINE", ("C1",)),
        (2, "SOON", ("C1", "C4")),
        (3, "URGENT", ("C1", "C3", "C4")),
    ],
)
def test_the_example_case_month_by_month(month, urgency, checklist):
    day = CHECK_DAYS[month]
    journal = forearm_journal(day)
    answers, reasons = standing_answers(journal, today=day)
    assessment = assess(journal, answers, today=day, reasons=reasons)
    assert assessment.complete
    assert (assessment.urgency.name, assessment.checklist) == (urgency, checklist)
