"""A graver answer never lowers urgency; only the two mitigations ever do."""

import os
from datetime import date

import numpy as np
import pytest

from myolog.journal.doubt import NOT_SURE, unsure_up_to, unsure_whether
from myolog.journal.model import Journal
from myolog.triage import assess, decide
from myolog.triage.answers import INPUTS
from myolog.triage.mitigation import lowered
from myolog.triage.urgency import Urgency

TODAY = date(2026, 3, 11)
DOUBTS = int(os.environ.get("MYOLOG_STEPS", "1000"))
STEPS = int(os.environ.get("MYOLOG_STEPS", "20000"))
STEPS_EACH = 5
NUMBERS = {
    "age_years": (16, 35, 59, 60, 90),
    "run_days": (0, 3, 4, 6, 7, 14, 15, 28, 29, 400),
}
"""Ages from 16 on: below, a child has rules of its own, so that age rises both ways."""


def ladder(name):
    return NUMBERS.get(name) or INPUTS[name].answers


SIGNS = tuple(name for name, question in INPUTS.items() if not question.mitigating)


def urgency(answers):
    return decide(answers).urgency


def random_answers(rng):
    """Return answers to a random half to tenth of the questions, mitigations now and then."""
    share = rng.uniform(0.02, 0.5)
    answers = {
        name: ladder(name)[rng.integers(len(ladder(name)))]
        for name in SIGNS
        if rng.random() < share
    }
    if rng.random() < 0.4:
        answers["assessed_normal"] = True
    if rng.random() < 0.4:
        listed = INPUTS["explained_unchanged"].values
        answers["explained_unchanged"] = [name for name in listed if rng.random() < 0.4]
    return answers


def with_default(answers, name):
    return answers.get(name, INPUTS[name].default)


def test_one_step_up_never_lowers_urgency():
    """From each invented person several steps, each of another sign."""
    rng = np.random.default_rng(20_260_301)
    taken = 0
    while taken < STEPS:
        before = random_answers(rng)
        level = urgency(before)
        for name in rng.permutation(SIGNS)[:STEPS_EACH]:
            rungs = ladder(name)
            place = rungs.index(with_default(before, name))
            if place + 1 == len(rungs):
                continue
            assert urgency(before | {name: rungs[place + 1]}) >= level, (before, name)
            taken += 1


def doubts_of(name):
    """Return each doubt of a question with the answer that it is at most."""
    question = INPUTS[name]
    if question.kind == "bool":
        return ((NOT_SURE, True),)
    parts = ((unsure_whether(part), part) for part in question.values[1:])
    wide = ((unsure_up_to(part), part) for part in question.values[1:])
    return (*parts, *wide, (NOT_SURE, question.values[-1]))


def test_a_doubt_ranks_between_no_and_the_yes_of_the_same_part():
    """Beside anything else, certain or in doubt; the mitigations too."""
    rng = np.random.default_rng(20_260_311)
    asked = [name for name in SIGNS if INPUTS[name].kind in ("bool", "ordered")]
    asked.remove("measures_tried")
    for tried in range(DOUBTS):
        beside = random_answers(rng)
        for other in asked:
            if rng.random() < 0.1:
                every = doubts_of(other)
                beside[other] = every[rng.integers(len(every))][0]
        name = asked[tried % len(asked)]
        explained = beside.get("explained_unchanged", ())
        beside["explained_unchanged"] = [one for one in explained if one != name]
        every = doubts_of(name)
        doubt, most = every[rng.integers(len(every))]
        levels = [
            assess(Journal(), beside | {name: value}, today=TODAY).urgency or Urgency.SELF_CARE
            for value in (INPUTS[name].default, doubt, most)
        ]
        assert levels == sorted(levels), (name, doubt, beside)


def every_answer(name):
    if name == "explained_unchanged":
        return tuple((listed,) for listed in INPUTS[name].values)
    return ladder(name)


def test_one_step_up_beside_any_other_answer_never_lowers_urgency():
    """Every two answers stand beside each other twice, and are decided once."""
    decided = {}
    tried = 0
    for name in SIGNS:
        for other in INPUTS:
            for beside in every_answer(other) if other != name else ():
                climb = []
                for rung in ladder(name):
                    both = frozenset({(other, beside), (name, rung)})
                    if both not in decided:
                        decided[both] = urgency(dict(both))
                    climb.append(decided[both])
                assert climb == sorted(climb), (name, other, beside)
                tried += len(climb)
    assert tried > 2_449


def test_only_the_two_mitigations_lower_urgency():
    rng = np.random.default_rng(7)
    lowered_by = {"assessed_normal": 0, "explained_unchanged": 0}
    for _ in range(5_000):
        answers = random_answers(rng)
        bare = {name: value for name, value in answers.items() if not INPUTS[name].mitigating}
        without = decide(bare)
        for name in lowered_by:
            if name not in answers:
                continue
            with_it = decide(bare | {name: answers[name]})
            lowered_by[name] += with_it.urgency < without.urgency
        if len(bare) == len(answers):
            fired = [reason.urgency for reason in without.reasons]
            assert without.urgency == max(fired, default=Urgency.SELF_CARE)
            assert not any(reason.mitigated for reason in without.reasons)
    assert all(lowered_by.values())


def test_a_normal_examination_touches_soft_rules_only():
    rng = np.random.default_rng(8)
    for _ in range(3_000):
        bare = random_answers(rng)
        bare.pop("assessed_normal", None)
        bare.pop("changed_since_assessment", None)
        before = {reason.code: reason for reason in decide(bare).reasons}
        after = {reason.code: reason for reason in decide(bare | {"assessed_normal": True}).reasons}
        assert before.keys() == after.keys()
        for code, reason in after.items():
            expected = lowered(before[code].urgency) if reason.soft else before[code].urgency
            assert reason.urgency == expected
            assert reason.mitigated == reason.soft


def test_an_explained_sign_equals_its_default_plus_a_planned_review():
    rng = np.random.default_rng(9)
    listed = INPUTS["explained_unchanged"].values
    for _ in range(3_000):
        bare = random_answers(rng)
        bare.pop("explained_unchanged", None)
        name = listed[rng.integers(len(listed))]
        question = INPUTS[name]
        value = with_default(bare, name)
        explained = decide(bare | {"explained_unchanged": [name]})
        codes = {reason.code for reason in explained.reasons}
        if question.rank(value) > question.rank(question.explained_up_to):
            assert explained.urgency == urgency(bare)
            assert "R-EXPLAINED" not in codes
        elif value != question.default:
            as_default = {reason.code for reason in decide(bare | {name: question.default}).reasons}
            assert codes == as_default | {"R-EXPLAINED"}
        else:
            assert explained.urgency == urgency(bare)


@pytest.mark.parametrize(
    ("level", "result"),
    [(1, 0), (2, 1), (3, 1), (4, 1), (5, 1), (0, 0)],
)
def test_lowering_is_one_step_and_never_above_routine(level, result):
    assert lowered(Urgency(level)) == result
