"""The words of a day of the programme, with and without guards."""

from dataclasses import replace
from datetime import timedelta

import pytest

from myolog.content.catalogue import load
from myolog.content.languages import speaking
from myolog.content.measures import measuring
from myolog.programme.guards import guarded_parts
from myolog.programme.steps import STEPS
from myolog.wording.steps import step_sentences, thing
from tests.factories import exposure
from tests.spec.programme.test_guards import FREE
from tests.unit.programme.test_plan import START, begun, by_code, event, plan

WORDS = load()


def line(journal, number, step, bedtime=None):
    return thing(WORDS, by_code(plan(journal, number))[step], bedtime=bedtime)


def said(step, **facts):
    return " ".join(step_sentences(WORDS, STEPS[step], guarded_parts(FREE | facts)))


@pytest.mark.parametrize(
    ("usual", "number", "title", "detail"),
    [
        ("600", 6, "At most 170 mg of caffeine", "About 1.5 cups of filter coffee"),
        ("600", 7, "At most 100 mg of caffeine", "About one cup of filter coffee"),
        ("40", 1, "At most 100 mg of caffeine", "About one cup of filter coffee"),
        ("1500", 1, "At most 1,400 mg of caffeine", "About 15.5 cups of filter coffee"),
        (
            None,
            1,
            "Note each coffee, tea and energy drink",
            "As usual for now. The goal gets smaller once 5 of 7 days are noted. So far: 0",
        ),
    ],
)
def test_caffeine(usual, number, title, detail):
    found = line(begun(usual=usual), number, "STEP-1")
    assert (found.title, found.detail) == (title, detail)


@pytest.mark.parametrize(
    ("n_noted", "detail", "german"),
    [
        (4, "As usual for now. The goal gets smaller once 5 of 7 days are noted. So far: 4",
         "Vorerst wie immer. Das Ziel wird kleiner, sobald 5 von 7 Tagen eingetragen sind. "
         "Bisher: 4"),
        (5, "As usual for the rest of today. 5 of 7 days are noted, and that is enough. "
         "From tomorrow on there is a goal for each day.",
         "Für den Rest des Tages wie immer. 5 von 7 Tagen sind eingetragen, das genügt. "
         "Ab morgen gibt es ein Ziel für jeden Tag."),
    ],
)  # fmt: skip
def test_once_enough_days_are_noted_the_step_says_that_its_goal_comes_tomorrow(
    n_noted, detail, german
):
    noted = [exposure(day=START + timedelta(days=n), value=300) for n in range(n_noted)]
    journal = begun(*noted, usual=None)
    assert line(journal, n_noted, "STEP-1").detail == detail
    with speaking("de"):
        step = by_code(plan(journal, n_noted))["STEP-1"]
        assert thing(load(), step).detail == german


def test_the_last_cup_is_eight_hours_before_bed():
    found = line(begun(), 6, "STEP-1", bedtime="22:45")
    assert found.detail == "About 1.5 cups of filter coffee, the last one before 14:45"
    early = line(begun(event(1, "goal", "STEP-1", "0")), 6, "STEP-1", bedtime="06:00")
    assert early.detail == "Less than one cup of filter coffee, the last one before 22:00"
    assert line(begun(event(1, "goal", "STEP-1", "0"), usual="60"), 6, "STEP-1").detail == (
        "Less than one cup of filter coffee"
    )
    assert line(begun(event(1, "goal", "STEP-1", "0")), 9, "STEP-1").title == "No caffeine today"


def test_the_other_things():
    journal = begun(event(1, "goal", "STEP-3", "22:45"), event(1, "goal", "STEP-2", "1600"))
    assert line(journal, 1, "STEP-2").title == "About 1.6 litres to drink over the day"
    with measuring("us"):
        assert line(journal, 1, "STEP-2").title == "About 54 fl oz to drink over the day"
    assert line(journal, 1, "STEP-3").title == "Lights out near 22:45"
    assert line(begun(), 1, "STEP-3").title == "To bed at your usual time"
    assert line(begun(), 1, "STEP-4").title == "Ten quiet minutes"
    assert line(begun(), 1, "STEP-5").title == "One note for the day"
    assert "nuts" in line(begun(), 1, "STEP-2").detail
    assert line(begun(heart_disease="yes"), 1, "STEP-2").title == "Food with minerals"


def test_where_only_drinks_are_left_no_food_is_named():
    dry = begun(eating_disorder="no", potassium_medicine="yes")
    assert "nuts" in line(dry, 1, "STEP-2").detail
    step = by_code(plan(begun(), 1))["STEP-2"]
    alone = {"drinks": step.parts["drinks"]}
    drinks_only = replace(step, amount=2000, parts=alone)
    assert thing(WORDS, drinks_only).detail == "All drinks count."


def test_without_a_guard_a_step_says_its_own_words():
    assert said("STEP-1").startswith("Never stop a medicine on your own.")
    assert "Cut down in small steps" in said("STEP-1")
    assert "half a cup of dried apricots" in said("STEP-2")
    assert "7 to 9 hours" in said("STEP-3")


@pytest.mark.parametrize(
    ("step", "facts", "there", "gone"),
    [
        ("STEP-1", {"lithium": "yes"}, "With lithium", "Cut down"),
        ("STEP-1", {"pregnant": "not_sure"}, "below 200 mg", "Cut down"),
        ("STEP-2", {"kidney": "chronic_disease"}, "no drinking goal here", "litres"),
        ("STEP-2", {"warfarin": "yes"}, "same amount of green leaves", "spinach"),
        ("STEP-2", {"eating_disorder": "yes"}, "We leave them out", "portion"),
        ("STEP-3", {"pregnant": "yes"}, "same time each day", "pharmacist"),
        ("STEP-4", {"age_years": 12}, "Below 16", "yoga"),
        ("STEP-5", {"urgent": "yes"}, "do that first", "Once a day"),
    ],
)
def test_a_guard_stands_in_place_of_the_words(step, facts, there, gone):
    assert there in said(step, **facts)
    assert gone not in said(step, **facts)


def test_the_words_of_a_guard_are_said_once():
    assert said("STEP-2", eating_disorder="yes").count("We leave them out") == 1


def test_little_caffeine_needs_no_cut():
    found = step_sentences(WORDS, STEPS["STEP-1"], guarded_parts(FREE), level=True)
    assert found[-1] == "You have little caffeine already. There is nothing to cut."
