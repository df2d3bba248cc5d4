"""Cups of a day add up: amounts worked out by hand from the guide's table of drinks."""

from dataclasses import replace
from datetime import timedelta
from itertools import permutations
from typing import Any

import pytest

from myolog.errors import UserError
from myolog.journal.codec import decode, encode
from myolog.journal.cups import Cups, add_up, as_yesterday, cups_noted, without_cups
from myolog.journal.entries import DayExposure
from tests.factories import DAY, exposure

Noted = tuple[DayExposure, ...]


def drunk(noted: Noted = (), *, untold: tuple[str, ...] = (), **more: float) -> Noted:
    """Return the day's amounts after more was drunk."""
    after = add_up(Cups(day=DAY, more=more, untold=untold), noted)
    gone = {entry.code for entry in (*after.entries, *after.emptied)}
    return (*(entry for entry in noted if entry.code not in gone), *after.entries)


def amounts(noted: Noted) -> dict[str, float]:
    return {entry.code: entry.value for entry in noted}


def test_a_tea_after_two_espressos_adds_its_50_mg():
    morning = drunk(espresso=2)
    assert amounts(morning) == {"caffeine": 160.0}
    evening = drunk(morning, black_tea=1)
    assert amounts(evening) == {"caffeine": 210.0}
    assert cups_noted(evening) == {"espresso": 2, "black_tea": 1}


@pytest.mark.parametrize("source", ["self", "same as yesterday", "watch"])
def test_a_cup_comes_on_top_of_an_amount_without_cups(source: str):
    noted = (exposure(value=180, source=source),)
    after = drunk(noted, black_tea=1)
    assert amounts(after) == {"caffeine": 230.0}
    assert cups_noted(after) == {"black_tea": 1}
    assert amounts(drunk(after, black_tea=-1)) == {"caffeine": 180.0}


def test_what_was_typed_counts_and_not_what_was_imported():
    noted = (exposure(value=300, source="watch"), exposure(value=100))
    assert amounts(add_up(Cups(day=DAY, more={"decaf": 1}), noted).entries) == {"caffeine": 108.0}


def test_fluid_counts_from_the_first_glass_of_water_with_what_was_drunk_before():
    coffee = drunk(filter_coffee=2)
    assert amounts(coffee) == {"caffeine": 180.0}
    water = drunk(coffee, water=3)
    assert amounts(water) == {"caffeine": 180.0, "water_ml": 1_000.0}
    tea = drunk(water, black_tea=1)
    assert amounts(tea) == {"caffeine": 230.0, "water_ml": 1_220.0}
    wine = drunk(tea, wine=2)
    assert amounts(wine) == {"caffeine": 230.0, "water_ml": 1_220.0, "alcohol_g": 28.0}
    assert cups_noted(wine) == {"filter_coffee": 2, "black_tea": 1, "water": 3, "wine": 2}


def test_fewer_cups_take_their_amount_back():
    noted = drunk(espresso=3, beer=1)
    assert amounts(drunk(noted, espresso=-1)) == {"caffeine": 160.0, "alcohol_g": 13.0}
    assert amounts(drunk(noted, espresso=-3)) == {"caffeine": 0.0, "alcohol_g": 13.0}
    assert amounts(drunk(noted, espresso=-3, untold=("espresso",))) == {"alcohol_g": 13.0}
    assert amounts(drunk(noted, espresso=-9)) == {"caffeine": 0.0, "alcohol_g": 13.0}


def test_none_of_a_drink_is_told_and_not_left_open():
    assert amounts(drunk(espresso=0)) == {"caffeine": 0.0}
    assert drunk(untold=("espresso",), espresso=0) == ()
    assert drunk(drunk(espresso=2), wine=0)[-1].value == 0.0


def test_every_drink_comes_on_top_of_a_number_whatever_the_order():
    """592 mL typed, cola 355, two coffees 400 and a glass 200: 1,547 mL in every order."""
    typed = (exposure(code="water_ml", value=592),)
    cups = ({"cola": 1}, {"filter_coffee": 2}, {"water": 1})
    for order in permutations(cups):
        noted: Noted = typed
        for more in order:
            noted = drunk(noted, **more)
        assert amounts(noted) == {"water_ml": 1_547.0, "caffeine": 220.0}
        (fluid,) = (entry for entry in noted if entry.code == "water_ml")
        assert fluid.servings == {"filter_coffee": 2, "cola": 1, "water": 1}
        assert without_cups(fluid) == 592.0
        nothing = drunk(noted, filter_coffee=-2, cola=-1, water=-1)
        assert amounts(nothing)["water_ml"] == 592.0


def test_without_a_number_the_order_changes_nothing_either():
    """Until a glass is noted nothing says what else was drunk, so that it stays unknown."""
    for order in permutations(({"cola": 1}, {"filter_coffee": 2}, {"water": 1})):
        noted: Noted = ()
        for more in order:
            noted = drunk(noted, **more)
        assert amounts(noted) == {"water_ml": 955.0, "caffeine": 220.0}
    assert "water_ml" not in amounts(drunk(drunk(cola=1), filter_coffee=2))


def test_nothing_drunk_so_far_is_a_number_too():
    noted = (exposure(code="water_ml", value=0),)
    assert amounts(drunk(noted, espresso=1)) == {"water_ml": 60.0, "caffeine": 80.0}
    assert amounts(drunk(noted, wine=1)) == {"water_ml": 0.0, "alcohol_g": 14.0}


def test_a_coffee_leaves_what_an_import_says_of_water_to_the_next_import():
    noted = (exposure(code="water_ml", value=500, source="watch"),)
    assert amounts(drunk(noted, espresso=1)) == {"water_ml": 500.0, "caffeine": 80.0}
    assert amounts(drunk(noted, water=1)) == {"water_ml": 700.0}


def test_what_is_no_drink_is_left_alone():
    assert cups_noted([exposure(code="stress", value=4)]) == {}
    assert add_up(Cups(day=DAY), [exposure()]).entries == ()
    assert without_cups(exposure(code="stress", value=4)) == 4


def test_a_file_keeps_the_cups_and_an_old_one_has_none():
    entry = exposure(value=160, servings={"espresso": 2})
    row = {"kind": "exposure", "day": "2026-03-09", "code": "caffeine", "value": 160.0}
    assert encode(entry) == row | {"servings": {"espresso": 2}}
    assert decode(encode(entry)) == entry
    assert decode(row).servings == {}  # type: ignore[attr-defined]
    assert encode(decode(row)) == row


@pytest.mark.parametrize(
    "servings",
    [{"ale": 1}, {"espresso": -1}, {"espresso": 61}, {"espresso": True}, {"espresso": "2"}, [2]],
)
def test_cups_that_cannot_be_are_refused(servings: Any):
    row = {"kind": "exposure", "day": "2026-03-09", "code": "caffeine", "value": 160.0}
    with pytest.raises(UserError):
        decode(row | {"servings": servings})


def test_what_a_form_showed_decides_what_was_changed_elsewhere():
    one = {"espresso": 1, "cola": 2}
    noted = [
        DayExposure(day=DAY, code="caffeine", value=80, servings={"espresso": 1}),
        DayExposure(day=DAY, code="water_ml", value=200, servings={"water": 1}),
    ]
    told = Cups(day=DAY, more={"espresso": 1, "water": 2}, shown={"espresso": 0, "water": 0})
    assert told.from_now(noted).more == {"espresso": 0, "water": 1}
    assert told.changed_since(noted) == {"water"}
    assert told.without({"water"}).more == {"espresso": 1}
    assert Cups(day=DAY, more=one).changed_since(noted) == frozenset()


# ---- the same as yesterday
def taken_over(noted: Noted, **before: float) -> dict[str, tuple[float, dict[str, float]]]:
    yesterday = [replace(one, day=DAY - timedelta(days=1)) for one in drunk(**before)]
    found = as_yesterday(yesterday, noted, DAY)
    assert {(one.source, one.day, one.id) for one in found} <= {("same as yesterday", DAY, None)}
    return {one.code: (one.value, dict(one.servings)) for one in found}


def test_a_day_takes_over_the_cups_of_the_one_before():
    assert taken_over((), espresso=2, water=3) == {
        "caffeine": (160.0, {"espresso": 2}),
        "water_ml": (720.0, {"espresso": 2, "water": 3}),
    }


def test_what_is_taken_over_tells_the_cups_that_the_day_tells_already():
    tea = drunk(black_tea=1)
    assert taken_over(tea, espresso=2, water=3) == {
        "water_ml": (820.0, {"black_tea": 1, "water": 3})
    }
    number = (exposure(value=200),)
    assert taken_over(number, espresso=2, water=3) == {
        "water_ml": (720.0, {"espresso": 2, "water": 3})
    }


def test_caffeine_is_taken_over_beside_a_glass_of_water():
    assert taken_over(drunk(water=1), espresso=2) == {"caffeine": (160.0, {"espresso": 2})}
    water = (exposure(code="water_ml", value=260, servings={"espresso": 1, "water": 1}),)
    assert taken_over(water, espresso=2) == {"caffeine": (80.0, {"espresso": 1})}


def test_a_number_without_cups_is_taken_over_as_it_is():
    yesterday = [exposure(code="steps", value=4_200), exposure(value=50)]
    found = as_yesterday(yesterday, drunk(wine=1), DAY)
    assert [(one.code, one.value, dict(one.servings)) for one in found] == [
        ("steps", 4_200, {}),
        ("caffeine", 50, {}),
    ]
