"""How often a person is asked to note, in words."""

from datetime import timedelta

from myolog.attention.rest import Noting
from myolog.wording.noting import rest_in_words, ways
from tests.factories import DAY


def test_a_day_that_is_asked_for_says_nothing():
    assert rest_in_words(Noting()) is None


def test_a_rest_says_until_when_and_drawn_days_which():
    quiet = rest_in_words(Noting(way="quiet", asked=False, last_day=DAY))
    assert quiet is not None
    assert (quiet.title, quiet.text) == (
        "Your quiet week",
        "Nothing to note until the end of Monday 9 March.",
    )
    drawn = tuple(DAY + timedelta(days=step) for step in (0, 2, 5))
    free = rest_in_words(Noting(way="sampled", asked=False, drawn=drawn))
    assert free is not None
    assert free.text.endswith("This week your days are: Monday, Wednesday, Saturday.")


def test_every_way_is_offered_with_one_marked():
    assert [(way.name, way.chosen) for way in ways("quiet")] == [
        ("Every day", False),
        ("Three days a week", False),
        ("A quiet week", True),
        ("A break of two weeks", False),
    ]
