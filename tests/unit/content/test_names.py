"""Names and values: the English ones are the vocabulary's, and every code has one."""

import pytest

from myolog.content import names
from myolog.content.languages import LANGUAGES, speaking
from myolog.errors import UnknownExposure, UnknownSite
from myolog.vocabulary.drinks import DRINKS
from myolog.vocabulary.exposures import EXPOSURES
from myolog.vocabulary.profile import PROFILE
from myolog.vocabulary.sites import SITES
from myolog.vocabulary.tasks import TASKS
from tests import factories as make

NAMED = (
    (names.site_name, SITES),
    (names.exposure_name, EXPOSURES),
    (names.drink_name, DRINKS),
    (names.task_name, TASKS),
    (names.fact_name, PROFILE),
)


@pytest.mark.parametrize(("name_of", "registry"), NAMED)
def test_the_english_name_is_the_one_that_stands_with_the_code(name_of, registry) -> None:
    for code, one in registry.items():
        assert name_of(code) == one.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_codes_of_a_kind_never_share_a_name(language: str) -> None:
    with speaking(language):
        for name_of, registry in NAMED:
            assert len({name_of(code) for code in registry}) == len(registry), name_of.__name__


def test_a_code_that_nobody_knows_is_refused() -> None:
    with pytest.raises(UnknownSite):
        names.site_name("wing")
    with pytest.raises(UnknownExposure):
        names.exposure_name("moonlight")


def test_a_place_has_its_side_and_its_owner() -> None:
    assert names.place_name("calf", "right") == "right calf"
    assert names.place_name("neck", None) == "neck"
    assert names.your_place("calf", "both") == "your calf, both sides"
    assert names.your_place("everywhere", None) == "all over"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_choice_of_every_fact_has_a_name(language: str) -> None:
    with speaking(language):
        for field in PROFILE.values():
            said = [names.fact_value(field.code, choice) for choice in field.choices]
            assert all(said)
            assert len(set(said)) == len(said), field.code


def test_a_fact_is_said_with_its_value() -> None:
    assert names.fact_value("weight_kg", 81.5) == "81.5 kg"
    assert names.fact_value("occupation", "baker") == "baker"
    assert names.fact_value("noting", "pause") == "A break of two weeks"
    assert names.fact_value("tracked", "") == "nothing"
    assert names.fact_value("kidney", "none") == "No"
    assert names.fact_value("remind_day", "20:30 mon wed") == "20:30, Monday, Wednesday"
    assert names.fact_value("remind_day", "20:30 mon tue wed thu fri sat sun") == "20:30, every day"
    assert names.fact_value("remind_week", "off") == names.fact_value("remind_quiet", "off")
    assert names.fact_value("remind_quiet", "off") == "nothing"
    quiet = names.fact_value("remind_quiet", "2026-12-20/2027-01-03")
    assert quiet == "20 December 2026 to 3 January 2027"


def test_a_place_is_found_by_german_and_by_english_words() -> None:
    assert names.site_words("calf")[:2] == ("calf", "calves")
    with speaking("de"):
        words = names.site_words("buttock")
    assert words[:2] == ("Gesäß", "Po")
    assert {"buttock", "glute"} <= set(words)


def test_an_amount_without_a_number_beside_its_cups_is_those_cups() -> None:
    cups = make.exposure(value=160.0, servings={"espresso": 2})
    assert names.parts_in_words(cups) == "2 × espresso"
    assert names.parts_in_words(make.exposure(value=160.0)) == ""
