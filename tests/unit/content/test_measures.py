"""Amounts in the measures of the person; a sentence of its own where it names an amount."""

import pytest

from myolog.content.measures import (
    measured_key,
    measured_unit,
    measures_in_force,
    measuring,
    to_measured,
    to_metric,
)
from myolog.content.names import amount, exposure_value, fact_value


def test_metric_unless_said_otherwise():
    assert measures_in_force() == "metric"
    with measuring("us"):
        assert measures_in_force() == "us"
    assert measures_in_force() == "metric"


def test_unknown_measures_are_a_mistake_of_the_program():
    with pytest.raises(KeyError), measuring("roman"):
        pass


@pytest.mark.parametrize(
    ("metric", "unit", "shown"),
    [(2000, "mL", "67.6 fl oz"), (330, "mL", "11.2 fl oz"), (70.0, "kg", "154.3 lb")],
)
def test_an_amount_is_said_and_comes_back(metric, unit, shown):
    with measuring("us"):
        assert amount(metric, unit) == shown
        back = to_metric(to_measured(metric, unit), unit)
        assert abs(back - metric) <= 1.5
        assert to_metric(to_measured(back, unit), unit) == back


def test_what_is_the_same_everywhere_stays():
    with measuring("us"):
        assert measured_unit("mg") == "mg"
        assert to_measured(180, "mg") == 180
        assert to_metric(180, "mg") == 180
        assert exposure_value("caffeine", 180) == "180 mg"
        assert exposure_value("water_ml", 500) == "16.9 fl oz"
        assert fact_value("weight_kg", 70.0) == "154.3 lb"


def test_only_sentences_that_name_an_amount_have_a_second_one():
    with measuring("us"):
        assert measured_key("part.drinks.text") == "part.drinks.text_us"
        assert measured_key("part.caffeine.text") == "part.caffeine.text"
    assert measured_key("part.drinks.text") == "part.drinks.text"
