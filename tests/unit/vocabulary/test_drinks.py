"""Standard servings: the amounts of guide section 5 and their uncertainty."""

import pytest

from myolog.content.languages import speaking
from myolog.content.names import drink_name
from myolog.errors import UserError
from myolog.vocabulary.drinks import DRINKS, find_drink, totals
from myolog.vocabulary.exposures import EXPOSURES
from myolog.vocabulary.words import plain

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


# Written by hand from the label of each drink: English name, German name, mL, mg of caffeine, g of
# alcohol. Two amounts of one drink are never those of another.
LABELS = {
    "espresso": ("espresso", "Espresso", 60, 80, 0),
    "filter_coffee": ("filter coffee, cup", "Filterkaffee, Tasse", 200, 90, 0),
    "brewed_coffee": ("brewed coffee, mug", "Filterkaffee, Becher", 240, 95, 0),
    "instant_coffee": ("instant coffee, cup", "löslicher Kaffee, Tasse", 200, 70, 0),
    "decaf": ("decaffeinated coffee", "entkoffeinierter Kaffee", 200, 8, 0),
    "black_tea": ("black tea, mug", "schwarzer Tee, Becher", 220, 50, 0),
    "green_tea": ("green tea, cup", "grüner Tee, Tasse", 200, 30, 0),
    "matcha": ("matcha", "Matcha", 200, 70, 0),
    "cola": ("cola, can", "Cola, Dose", 355, 40, 0),
    "energy_drink": ("energy drink, small can", "Energydrink, kleine Dose", 250, 80, 0),
    "energy_drink_large": ("energy drink, large can", "Energydrink, große Dose", 473, 160, 0),
    "pre_workout": ("pre-workout powder", "Sportpulver (Pre-Workout)", 0, 200, 0),
    "dark_chocolate": ("plain chocolate, 50 g", "dunkle Schokolade, 50 g", 0, 25, 0),
    "milk_chocolate": ("milk chocolate, 50 g", "Milchschokolade, 50 g", 0, 10, 0),
    "caffeine_tablet": ("caffeine tablet", "Koffeintablette", 0, 150, 0),
    "analgesic": ("pain tablet with caffeine", "Schmerztablette mit Koffein", 0, 65, 0),
    "water": ("glass of water", "Glas Wasser", 200, 0, 0),
    "beer": ("beer, 330 mL at 5 %", "Bier, 330 mL mit 5 %", 0, 0, 13),
    "wine": ("wine, 150 mL at 12 %", "Wein, 150 mL mit 12 %", 0, 0, 14),
    "spirits": ("spirits, 40 mL at 40 %", "Schnaps, 40 mL mit 40 %", 0, 0, 13),
}


@pytest.mark.parametrize("code", LABELS)
def test_every_drink_counts_what_its_label_says(code):
    english, german, fluid_ml, caffeine_mg, alcohol_g = LABELS[code]
    assert drink_name(code) == english
    with speaking("de"):
        assert drink_name(code) == german
    with_water = totals({code: 2, "water": 0 if code != "water" else 2})
    assert with_water["water_ml"] == 2 * fluid_ml
    assert with_water.get("caffeine", 0) == 2 * caffeine_mg
    assert with_water.get("alcohol_g", 0) == 2 * alcohol_g
    assert find_drink(code).code == find_drink(english).code == code


def test_the_list_of_labels_is_whole_and_half_a_small_can_is_half_of_it():
    assert set(LABELS) == set(DRINKS)
    assert totals({"energy_drink": 0.5}) == {"caffeine": 40.0}
    assert totals({"energy_drink_large": 0.5}) == {"caffeine": 80.0}
    assert find_drink("energy drink").code == "energy_drink"


def test_no_word_stands_for_two_drinks():
    words = [plain(word) for one in DRINKS.values() for word in {*one.also, one.name}]
    assert len(words) == len(set(words))


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


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tea", {"black_tea", "green_tea"}),
        ("coffee", {"filter_coffee", "brewed_coffee", "instant_coffee", "decaf"}),
        ("espreso", {"espresso"}),
        ("xylophone", set()),
    ],
)
def test_a_word_that_fits_several_drinks_is_answered_with_just_those(typed, meant):
    with pytest.raises(UserError) as refused:
        find_drink(typed)
    named = set(refused.value.values["codes"]) if "did you mean" in str(refused.value) else set()
    assert named == meant
