"""What sets twitches off: said as reported, with how sure it is."""

import pytest

from myolog.content.catalogue import load
from myolog.triage import Urgency, decide
from myolog.vocabulary.exposures import EXPOSURES
from tests.spec.guide.statements import grades, said

WORDS = load()
TITLE = "What may set twitches off"
CASES = (
    ("CAUSE-STRESS", ("both ways", "14"), "stress"),
    ("CAUSE-FATIGUE", ("tired",), "fatigue"),
    ("CAUSE-CAFFEINE", ("proof", "weak"), "caffeine"),
    ("CAUSE-DEHYDRATION", ("magnesium", "calcium", "potassium"), "water_ml"),
    ("CAUSE-EXERCISE", ("no proof",), "exercise_load"),
    ("CAUSE-SLEEP", ("no trial",), "sleep_min"),
)  # fmt: skip


@pytest.mark.parametrize(("guide_id", "words", "exposure"), CASES)
def test_the_cause_is_told_and_can_be_tracked(guide_id, words, exposure):
    for word in words:
        assert word in said(guide_id, "causes")
    assert exposure in EXPOSURES
    assert guide_id in WORDS.guide_ids(f"exposure.{exposure}")


@pytest.mark.parametrize(("guide_id", "words", "exposure"), CASES[1:])
def test_what_is_not_proven_is_marked_as_weak(guide_id, words, exposure):
    assert "weak" in grades(guide_id, "causes")


def test_losing_much_fluid_is_a_reason_for_today():
    assert decide({"fluid_loss": "severe"}).urgency == Urgency.SAME_DAY


def test_dark_urine_after_exercise_is_an_emergency():
    assert "emergency" in said("CAUSE-EXERCISE", "causes")
    assert decide({"dark_urine_muscle": True}).urgency == Urgency.EMERGENCY
