"""What "not sure" adds, question by question, pinned against the table it is computed from."""

import pytest

from myolog.journal.doubt import unsure_whether
from myolog.journal.model import Journal
from myolog.triage.answers import INPUTS
from myolog.triage.assessment import assess
from myolog.triage.unsure import counts_as_yes, unsure_level, unsure_reason
from tests import factories as make

COUNTS_AS_YES = [
    "rhythmic_jerking",
    "lockjaw",
    "stroke_signs",
    "dark_urine_muscle",
    "seizure_or_confusion",
    "lithium",
    "lithium_tox_symptoms",
    "serotonergic_change",
    "cholinergic_exposure",
    "cholinergic_symptoms",
    "overdose",
    "withdrawal",
    "tick_or_rash",
    "neck_surgery_recent",
    "spine_trauma",
    "cancer_history",
    "pregnant",
    "preeclampsia_signs",
    "child_gait_or_movement",
    "statin_antibiotic",
    "lithium_mix",
]
ADDS = {
    "run_days": "ROUTINE",
    "site_scope": "ROUTINE",
    "trend": "ROUTINE",
    "weakness": "SOON",
    "wasting": "SOON",
    "sensory": "SOON",
    "coordination": "SOON",
    "speech_swallow": "SOON",
    "tongue_twitch": "SOON",
    "breathing": "SOON",
    "stiffness": "ROUTINE",
    "eye_face": "ROUTINE",
    "kidney": "SOON",
    "family_nm": "ROUTINE",
    "cauda_equina": "ROUTINE",
    "tetany": "ROUTINE",
    "fluid_loss": "ROUTINE",
    "heart": "ROUTINE",
    "autonomic_agitation": "ROUTINE",
    "new_medicine": "ROUTINE",
    "thyroid_symptoms": "ROUTINE",
    "weight_loss": "ROUTINE",
    "recent_infection": "ROUTINE",
    "programme_result": "ROUTINE",
    "mood": "ROUTINE",
    "life_disrupted": "ROUTINE",
    "changed_since_assessment": "ROUTINE",
    "jerk_attacks": "SOON",
    "tics": "ROUTINE",
    "eyes_shut": "SOON",
    "hearing_face": "SOON",
    "neck_buzz": "SOON",
    "radiotherapy": "ROUTINE",
    "long_term_medicine": "ROUTINE",
    "cramps": "ROUTINE",
    "legs_urge": "ROUTINE",
}
ADDS_NOTHING = {"age_years", "measures_tried", "assessed_normal", "explained_unchanged"}


def test_counts_as_yes_where_a_yes_can_lead_to_care_within_a_day():
    assert [name for name in INPUTS if name in counts_as_yes()] == COUNTS_AS_YES


@pytest.mark.parametrize("name", INPUTS)
def test_level_that_not_sure_adds(name):
    level = unsure_level(name)
    assert (level.name if level is not None else None) == ADDS.get(name)


def test_every_question_is_in_exactly_one_of_the_three_lists():
    lists = [set(COUNTS_AS_YES), set(ADDS), ADDS_NOTHING]
    assert sum(map(len, lists)) == len(INPUTS)
    assert set.union(*lists) == set(INPUTS)


def test_the_reason_is_hard_and_names_the_question():
    reason = unsure_reason("weakness")
    assert (reason.code, reason.soft, reason.inputs) == (
        "NOTSURE-weakness",
        False,
        ("weakness",),
    )
    assert unsure_reason("lithium") is None


def test_a_doubt_about_more_than_the_journal_suggests_leaves_its_point_open():
    """A bit harder on tiptoe is no answer to whether something no longer works."""
    journal = Journal((make.tasks(answers={"tiptoe": "harder"}),))
    for part, word in (("functional", "not_asked"), ("felt_only", "no")):
        found = assess(journal, {"weakness": unsure_whether(part)}, today=make.DAY)
        assert found.derived["weakness"] == "felt_only"
        assert found.checklist_answers["C3"] == word
