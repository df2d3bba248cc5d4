"""Standard servings: the amounts of guide section 5 and their uncertainty."""

import pytest

from myolog.errors import UserError
from myolog.vocabulary.drinks import DRINKS, find_drink, totals
from myolog.vocabulary.exposures import EXPOSURES

# Copied by hand from the guide: name, mL, mg.
GUIDE = [
    ("espresso", 60, 80),
    ("filter_coffee", 200, 90),
    ("black_tea", 220, 50),
    ("cola", 355, 40),
    ("energy_drink", 250, 80),
    ("energy_drink_large", 473, 160),
    ("brewed_coffee", 240, 95),
    ("dark_chocolate", None, 25),
    ("milk_chocolate", None, 10),
    ("green_tea", 200, 30),
    ("analgesic", None, 65),
]


@pytest.mark.parametrize(("code", "volume_ml", "caffeine_mg"), GUIDE)
def test_a_serving_holds_what_the_guide_says(code, volume_ml, caffeine_mg):
    assert (DRINKS[code].volume_ml, DRINKS[code].caffeine_mg) == (volume_ml, caffeine_mg)


@pytest.mark.parametrize("code", DRINKS)
def test_a_serving_is_uncertain_by_at_least_30_percent(code):
    one = DRINKS[code]
    assert one.low_mg <= round(one.caffeine_mg * 0.7, 1)
    assert one.high_mg >= round(one.caffeine_mg * 1.3, 1)
    assert one.source in {"EFSA-C", "PWS", "secondary", "memory", "own"}


def test_a_wider_range_in_a_source_wins():
    assert (DRINKS["espresso"].low_mg, DRINKS["espresso"].high_mg) == (50, 150)
    assert DRINKS["pre_workout"].high_mg == 300


def test_servings_add_up_and_what_was_not_asked_stays_unknown():
    assert totals({"espresso": 2}) == {"caffeine": 160.0}
    assert totals({"wine": 1, "beer": 1}) == {"alcohol_g": 27.0}
    assert totals({"water": 5, "black_tea": 1}) == {"caffeine": 50.0, "water_ml": 1220.0}
    assert totals({}) == {}
    assert set(totals(dict.fromkeys(DRINKS, 1))) <= set(EXPOSURES)


def test_a_drink_is_found_by_its_name():
    assert find_drink("Filter coffee").code == "filter_coffee"
    with pytest.raises(UserError, match="did you mean espresso"):
        find_drink("expresso")
    with pytest.raises(UserError, match=r"use one of espresso, filter_coffee, .*spirits"):
        find_drink("qqqq")
