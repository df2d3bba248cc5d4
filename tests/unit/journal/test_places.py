"""The places that are asked about first, in the browser and in a terminal alike."""

from datetime import date, timedelta

from myolog.journal.model import Journal
from myolog.journal.places import OF_A_DAY, places_of_day, recent_places, story_places
from myolog.journal.records import StorySite
from tests.factories import AT, DAY, episode, story, tally


def test_the_newest_come_first_each_once_then_those_of_the_story():
    told = story(sites=(StorySite(site="thigh", side="left", since=date(2026, 2, 1)),))
    journal = Journal(
        (
            told,
            episode(site="eyelid", side="left", started_at=AT - timedelta(days=40)),
            tally(site="chin", side=None, day=DAY - timedelta(days=1)),
            episode(),
            tally(site="neck", side=None, amount="none"),
            episode(site="eyelid", side="left", started_at=AT + timedelta(hours=1)),
        )
    )
    assert recent_places(journal, limit=9) == (
        ("eyelid", "left"), ("calf", "left"), ("chin", None), ("forearm", "right"),
        ("thigh", "left"),
    )  # fmt: skip
    assert recent_places(journal, limit=2) == (("eyelid", "left"), ("calf", "left"))
    assert story_places(Journal()) == ()


def test_a_day_is_asked_about_its_own_places_first_and_no_later_ones():
    later = episode(site="thigh", side="right", started_at=AT + timedelta(days=2))
    journal = Journal((tally(site="chin", side=None, amount="none"), episode(), later))
    assert places_of_day(journal, DAY) == (("chin", None), ("calf", "left"))
    assert OF_A_DAY == 8
