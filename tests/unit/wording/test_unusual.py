"""What is possible but rare is asked about; what cannot be is refused, and an ordinary value is not
asked about. The limits beside each value were written by hand from the guide, section 5."""

import pytest

from myolog.content.languages import speaking
from myolog.wording.unusual import unusual_of
from tests import factories as make


@pytest.mark.parametrize(
    ("entry", "key", "sentence"),
    [
        (make.tally(count=99_999), "calf/left=99999", "Left calf: 99,999 is unusual."),
        (make.tally(count=501), "calf/left=501", "Left calf: 501 is unusual."),
        (make.exposure(value=900), "caffeine=900", "Caffeine: 900 mg is unusual."),
        (make.exposure(code="sleep_min", value=7), "sleep_min=7", "Sleep: 7 min is unusual."),
        (
            make.exposure(code="water_ml", value=6_000),
            "water_ml=6000",
            "Drinks: 6000 mL is unusual.",
        ),
        (make.exposure(code="water_ml", value=1.5), "water_ml=1.5", "Drinks: 1.5 mL is unusual."),
        (make.exposure(value=2), "caffeine=2", "Caffeine: 2 mg is unusual."),
        (make.exposure(code="alcohol_g", value=1), "alcohol_g=1", "Alcohol: 1 g is unusual."),
        (
            make.exposure(code="exercise_min", value=1.5),
            "exercise_min=1.5",
            "Exercise: 1.5 min is unusual.",
        ),
        (make.exposure(code="steps", value=6), "steps=6", "Steps: 6 steps is unusual."),
        (make.window(count=201), "look=201", "A two-minute look: 201 is unusual."),
        (make.episode(duration_s=72_000), "calf/left=72000", "Left calf: 20 h is unusual."),
        (make.fact("age_years", 7), "age_years=7", "Age: 7 is unusual."),
        (make.fact("weight_kg", 390.5), "weight_kg=390.5", "Weight: 390.5 kg is unusual."),
    ],
)
def test_a_rare_value_is_asked_about(entry, key, sentence):
    (asked,) = unusual_of([entry])
    assert (asked.key, asked.sentence) == (key, sentence)


@pytest.mark.parametrize(
    "entry",
    [
        make.tally(count=500),
        make.exposure(code="water_ml", value=400),  # the first glasses of a day that goes on
        make.exposure(code="water_ml", value=0),
        make.exposure(code="alcohol_g", value=0),
        make.exposure(value=4, servings={"decaf": 0.5}),
        make.exposure(code="screen_h", value=0.5),
        make.exposure(code="stress", value=1),
        make.tally(amount="many"),
        make.exposure(value=600),
        make.exposure(code="exercise_min", value=0, said="none"),
        make.window(count=200),
        make.episode(duration_s=21_600),
        make.episode(duration_s=7_200, duration_said="hours"),
        make.episode(),
        make.fact("age_years", 42),
        make.fact("weight_kg", 70.5),
        make.fact("lithium", "no"),
        make.none_today(),
    ],
)
def test_an_ordinary_value_is_not(entry):
    assert unusual_of([entry]) == ()


def test_it_is_said_in_the_language_of_the_person():
    with speaking("de"):
        (asked,) = unusual_of([make.tally(count=99_999)])
    assert asked.sentence == "Wade links: 99.999 ist ungewöhnlich."
