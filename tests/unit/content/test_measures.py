"""Amounts in the measures of the person; a sentence of its own where it names an amount."""

import re

import pytest

from myolog.content.articles import articles
from myolog.content.catalogue import load
from myolog.content.choices import choice_label, help_of
from myolog.content.languages import speaking
from myolog.content.measures import (
    measured_key,
    measured_unit,
    measures_in_force,
    measuring,
    to_measured,
    to_metric,
)
from myolog.content.names import amount, drink_name, exposure_value, fact_value
from myolog.content.problems import problem_in_words
from myolog.content.typed import amount_typed
from myolog.errors import UserError
from myolog.vocabulary.exposures import EXPOSURES
from tests import factories as make


def test_metric_unless_said_otherwise():
    assert measures_in_force() == "metric"
    with measuring("us"):
        assert measures_in_force() == "us"
    assert measures_in_force() == "metric"


@pytest.mark.parametrize(
    ("language", "code", "metric", "us"),
    [
        ("en", "beer", "beer, 330 mL at 5 %", "beer, 11 fl oz at 5 %"),
        ("en", "wine", "wine, 150 mL at 12 %", "wine, 5.1 fl oz at 12 %"),
        ("en", "dark_chocolate", "plain chocolate, 50 g", "plain chocolate, 1.8 oz"),
        ("en", "espresso", "espresso", "espresso"),
        ("de", "spirits", "Schnaps, 40 mL mit 40 %", "Schnaps, 1,4 fl oz mit 40 %"),
    ],
)
def test_a_serving_is_named_in_the_measures_of_the_person(language, code, metric, us):
    with speaking(language):
        assert drink_name(code) == metric
        with measuring("us"):
            assert drink_name(code) == us


def test_an_example_of_weight_lost_is_in_pounds_where_these_are_usual():
    assert "Five kilos less" in help_of(load(), "line.weight_loss")[1]
    with measuring("us"):
        assert "Eleven pounds less" in help_of(load(), "line.weight_loss")[1]


METRIC = re.compile(r"\d (mL|ml|kg|°C)\b|°C|\b([Ll]itres?|Liter|[Kk]ilos?)\b")
GIVEN_OTHERWISE = re.compile(
    r"(name\.)?drink\.|page\.settings\.|error\.|source\.|\w+\.\w+\.short$|exposure\."
)


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_sentence_with_an_amount_has_a_twin_in_us_measures(language):
    words = load(language)
    shown = [
        key
        for key, one in words.sentences()
        if METRIC.search(one) and not key.endswith("_us") and f"{key}_us" not in words
    ]
    assert [key for key in shown if not GIVEN_OTHERWISE.match(key)] == []
    with speaking(language), measuring("us"):
        for one in articles():
            assert not any(METRIC.search(block.text) for block in one.blocks), one.slug
            assert not METRIC.search(one.summary), one.slug


def test_a_fever_is_told_in_the_degrees_of_the_country():
    assert "38 °C" in choice_label(load(), "autonomic_agitation", "severe")
    with measuring("us"), speaking("de"):
        assert "100,4 °F" in choice_label(load(), "autonomic_agitation", "severe")


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


def test_what_was_typed_in_pounds_or_ounces_comes_back_as_typed():
    with measuring("us"):
        assert amount(to_metric(210, "kg"), "kg") == "210 lb"
        assert amount(to_metric(180, "kg"), "kg") == "180 lb"
        assert amount(to_metric(195, "kg"), "kg") == "195 lb"
        assert amount(to_metric(20, "mL"), "mL") == "20 fl oz"
        for tenths in range(10, 6_000):
            typed = tenths / 10
            assert to_measured(to_metric(typed, "kg"), "kg") == typed
            assert to_measured(to_metric(typed, "mL"), "mL") == typed


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


def refusals(code: str) -> list[str]:
    """Return what is said of a wrong unit and of amounts that cannot be."""
    unit, found = EXPOSURES[code].unit, []
    for wrong in (
        lambda: amount_typed("4 von 10", unit),
        lambda: make.exposure(code=code, value=-1),
        lambda: make.exposure(code=code, value=999_999),
    ):
        with pytest.raises(UserError) as refused:
            wrong()
        found.append(problem_in_words(refused.value))
    return found


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("measures", ["metric", "us"])
def test_no_refusal_has_a_hole_where_a_unit_should_be(measures, language):
    holes = (" in .", " in an.", "  ", " .", " ,", "()")
    with speaking(language), measuring(measures):
        said = [sentence for code in EXPOSURES for sentence in refusals(code)]
    assert [one for one in said if any(hole in one for hole in holes)] == []


def test_a_scale_asks_for_the_number_alone():
    with pytest.raises(UserError) as refused:
        amount_typed("4.5 of 10", EXPOSURES["stress"].unit)
    assert problem_in_words(refused.value) == ("“of 10” does not fit here; give the number alone.")
    with speaking("de"):
        assert problem_in_words(refused.value) == (
            "„of 10“ passt hier nicht. Geben Sie nur die Zahl an."
        )
