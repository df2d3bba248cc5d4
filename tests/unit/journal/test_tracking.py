"""What a person keeps track of: their last choice, else the default of the vocabulary."""

from datetime import timedelta

import pytest

from myolog.content.names import fact_value
from myolog.errors import InvalidEntry
from myolog.journal.entries import ProfileFact
from myolog.journal.model import Journal
from myolog.journal.tracking import DEFAULT, tracked
from myolog.vocabulary.exposures import EXPOSURES
from myolog.vocabulary.profile import exposures_in
from tests.factories import DAY


def chosen(value: str, *, days_ago: int = 0) -> ProfileFact:
    return ProfileFact(day=DAY - timedelta(days=days_ago), code="tracked", value=value)


def test_without_a_choice_the_default_ones_are_tracked():
    assert tracked(Journal((), "UTC")) == DEFAULT
    assert set(DEFAULT) == {"caffeine", "water_ml", "sleep_min", "stress"}


def test_the_last_choice_holds_even_when_it_is_nothing():
    journal = Journal((chosen("caffeine stress", days_ago=2), chosen("alcohol_g")), "UTC")
    assert tracked(journal) == ("alcohol_g",)
    assert tracked(Journal((chosen("caffeine", days_ago=2), chosen("")), "UTC")) == ()


def test_every_exposure_can_be_chosen_at_once():
    everything = " ".join(EXPOSURES)
    assert tracked(Journal((chosen(everything),), "UTC")) == tuple(EXPOSURES)


@pytest.mark.parametrize("value", ["stress caffeine", "wings", "caffeine  stress", "caffeine ", 3])
def test_a_choice_in_another_form_is_refused(value):
    with pytest.raises(InvalidEntry, match="What to keep track of"):
        chosen(value)


def test_a_choice_is_said_by_names():
    assert exposures_in("stress wings caffeine") == ("caffeine", "stress")
    assert fact_value("tracked", "caffeine water_ml") == "caffeine, drinks"
    assert fact_value("tracked", "") == "nothing"
    assert fact_value("handedness", "left") == "Left"
