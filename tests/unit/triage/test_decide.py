"""The result: order of reasons, what is folded, when a review is enough, how it is hashed."""

import json
from datetime import date, timedelta

import pytest

from myolog.triage import Urgency, decide
from myolog.triage.result import RESULT_VALID_DAYS, digest_of, expires_on, has_risen, holds_on
from myolog.triage.rules import RULES_VERSION


def codes(answers):
    return [reason.code for reason in decide(answers).reasons]


def test_deciding_reasons_come_first_then_hard_before_soft_then_the_table():
    told = {"weakness": "functional", "site_scope": "spread", "run_days": 15}
    order = [
        "U-COMBO-HARD",
        "U-COMBO-3",
        "O-WEAK",
        "O-SPREAD",
        "O-COMBO-2",
        "R-2WEEKS",
        "R-MULTI",
        "R-FELT",
    ]
    assert [code for code in codes(told) if code in order] == order


def test_two_weeks_are_folded_into_the_eyelid():
    eyelid, weeks = decide({"run_days": 15, "eye_face": "eyelid_twitch"}).reasons
    assert (eyelid.code, eyelid.who, eyelid.folded) == ("R-EYELID", "eye_doctor", False)
    assert (weeks.code, weeks.folded) == ("R-2WEEKS", True)
    (alone,) = decide({"run_days": 15}).reasons
    assert not alone.folded


def test_a_reason_names_the_answers_behind_it():
    (reason,) = decide({"lithium": True, "lithium_tox_symptoms": True}).reasons[:1]
    assert reason.inputs == ("lithium", "lithium_tox_symptoms")
    (explained,) = decide({"wasting": "yes", "explained_unchanged": ["wasting"]}).reasons
    assert explained.inputs == ("wasting", "explained_unchanged")


@pytest.mark.parametrize(
    ("answers", "enough"),
    [
        ({"site_scope": "spread", "assessed_normal": True}, True),
        ({"wasting": "yes", "explained_unchanged": ["wasting"]}, True),
        ({"site_scope": "spread", "assessed_normal": True, "pregnant": True}, False),
        ({"weakness": "functional", "assessed_normal": True}, False),
        ({"run_days": 15}, False),
        ({"run_days": 15, "assessed_normal": True}, False),
        ({}, False),
    ],
)
def test_a_planned_review_is_enough_only_when_all_was_examined(answers, enough):
    assert decide(answers).keep_review == enough


def test_an_examination_with_changes_since_lowers_nothing():
    answers = {"site_scope": "spread", "assessed_normal": True, "changed_since_assessment": True}
    assert codes(answers)[:2] == ["O-CHANGED", "O-SPREAD"]


def test_plain_data_has_the_fixed_keys_and_goes_into_json():
    plain = decide({"run_days": 15}).as_dict()
    assert json.loads(json.dumps(plain)) == {
        "urgency": "ROUTINE",
        "reasons": ["R-2WEEKS"],
        "complete": True,
        "missing": [],
        "checklist": ["C1"],
        "rules_version": RULES_VERSION,
    }


def test_result_is_a_value():
    one, other = decide({"run_days": 15}), decide({"run_days": 15})
    assert one == other
    assert hash(one) == hash(other)
    with pytest.raises(TypeError):
        one.inputs["run_days"] = 3
    assert one.inputs == {"run_days": 15}


def test_digest_depends_on_inputs_suggestions_and_version():
    one = digest_of({"a": 1, "b": ("x",)}, {}, "2.0")
    assert one == digest_of({"b": ("x",), "a": 1}, {}, "2.0")
    assert one != digest_of({"a": 2, "b": ("x",)}, {}, "2.0")
    assert one != digest_of({"a": 1, "b": ("x",)}, {"a": 2}, "2.0")
    assert one != digest_of({"a": 1, "b": ("x",)}, {}, "2.1")
    assert decide({"run_days": 15}).digest == digest_of({"run_days": 15}, {}, RULES_VERSION)


def test_digest_is_the_same_on_every_machine():
    """Oracle: sha256sum over the canonical text."""
    assert digest_of({"run_days": 15}, {}, "2.0") == (
        "901c50022309cffab2e7298960bad998c0e3a4366374a98181533c8d7f84151f"
    )


def test_a_result_holds_for_fourteen_days():
    day = date(2026, 3, 1)
    assert expires_on(day) == date(2026, 3, 15)
    assert holds_on(day, today=day + timedelta(days=RESULT_VALID_DAYS))
    assert not holds_on(day, today=day + timedelta(days=RESULT_VALID_DAYS + 1))


@pytest.mark.parametrize(
    ("previous", "current", "expected"),
    [
        (Urgency.ROUTINE, Urgency.SOON, True),
        (Urgency.SOON, Urgency.SOON, False),
        (Urgency.SOON, Urgency.ROUTINE, False),
        (None, Urgency.ROUTINE, True),
        (None, Urgency.SELF_CARE, False),
        (Urgency.ROUTINE, None, False),
        (None, None, False),
    ],
)
def test_speaks_up_only_when_it_rose(previous, current, expected):
    assert has_risen(previous, current) == expected
