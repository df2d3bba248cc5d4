"""The guide's invented people each get the urgency that the guide gives them."""

import json
from pathlib import Path

import pytest

from myolog.triage import Urgency, decide
from myolog.triage.answers import INPUTS

GIVEN = json.loads((Path(__file__).parent / "vignettes.json").read_text(encoding="utf-8"))
PEOPLE = GIVEN["vignettes"]


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person["id"])
def test_gets_exactly_the_urgency_of_the_guide(person):
    assert decide(person["inputs"]).urgency.name == person["expected_urgency"]


def test_nobody_is_sent_too_late():
    late = [
        person["id"]
        for person in PEOPLE
        if decide(person["inputs"]).urgency < Urgency[person["min_safe_urgency"]]
    ]
    assert late == []


def test_there_are_81_people():
    assert len({person["id"] for person in PEOPLE}) == 81


def test_scale_is_the_guides():
    assert [(step["level"], step["code"]) for step in GIVEN["urgency_scale"]] == [
        (step.value, step.name) for step in Urgency
    ]


def test_questions_answers_order_and_defaults_are_the_guides():
    def as_given(question):
        default = question.default
        return list(default) if isinstance(default, tuple) else default

    assert {name: spec["default"] for name, spec in GIVEN["inputs"].items()} == {
        name: as_given(question) for name, question in INPUTS.items() if not question.added
    }
    for name, spec in GIVEN["inputs"].items():
        if "values" in spec:
            assert list(INPUTS[name].answers) == spec["values"]


def test_what_an_examination_can_explain_is_the_guides():
    spec = GIVEN["inputs"]["explained_unchanged"]
    assert INPUTS["explained_unchanged"].values == tuple(
        name for name in INPUTS if name in spec["allowed"]
    )
    assert spec["covers_up_to"] == {
        name: question.explained_up_to
        for name, question in INPUTS.items()
        if question.explained_up_to is not None
    }
