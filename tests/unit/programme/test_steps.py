"""The five steps and their names."""

import pytest

from myolog.errors import InvalidEntry
from myolog.programme.steps import STEPS, find_step
from myolog.vocabulary.exposures import EXPOSURES


def test_the_steps_are_those_of_the_guide():
    assert tuple(STEPS) == tuple(f"STEP-{n}" for n in range(1, 6))


def test_every_part_that_a_note_can_show_names_an_exposure():
    for step in STEPS.values():
        for part in step.parts:
            assert part.exposure is None or part.exposure in EXPOSURES


def test_foods_come_richest_first():
    for step in STEPS.values():
        for part in step.parts:
            amounts = [food.mineral_mg for food in part.portions]
            assert amounts == sorted(amounts, reverse=True)


@pytest.mark.parametrize("text", ["STEP-4", "step-4", "quiet", " Quiet "])
def test_a_step_is_found_by_code_or_name(text):
    assert find_step(text).code == "STEP-4"


def test_an_unknown_step_is_refused_with_the_names_there_are():
    with pytest.raises(InvalidEntry, match='"yoga" is not one of the steps'):
        find_step("yoga")
