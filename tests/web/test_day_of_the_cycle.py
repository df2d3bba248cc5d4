"""The first day of the period is one tap; later days fill in the counted day of the cycle."""

from datetime import timedelta

import pytest
from django.test import Client

from myolog.journal.entries import ProfileFact
from myolog.store.selectors import Person, journal_of
from myolog.store.services.journal import log_entry
from myolog.web.moment import today_for
from tests.filling import fields_of, filled

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _tracked(person: Person) -> None:
    fact = ProfileFact(day=today_for(person), code="tracked", value="stress cycle_day")
    log_entry(person=person, entry=fact, by="test")


def page(client: Client, person: Person, days_ago: int) -> str:
    address = f"/day/?date={today_for(person) - timedelta(days=days_ago)}"
    return client.get(address).content.decode()


def told(person: Person) -> dict[int, float]:
    """Return the noted day of the cycle by how many days ago it was."""
    today = today_for(person)
    values = journal_of(person).exposure_values
    return {
        (today - day).days: found["cycle_day"]
        for day, found in values.items()
        if "cycle_day" in found
    }


def test_one_tap_notes_the_first_day_and_keeps_what_was_filled_in(
    client: Client, person: Person
) -> None:
    fields = fields_of(page(client, person, 0))
    shown = client.post("/day/", filled(fields, ("first", "1"), stress="calm"), follow=True)
    assert told(person) == {0: 1}
    assert journal_of(person).exposure_values[today_for(person)]["stress"] == 1
    assert "Saved for today: the first day of the period." in shown.content.decode()
    assert "First day of the period" not in page(client, person, 0)


def test_a_later_day_fills_in_the_count_and_stores_it_only_when_saved(
    client: Client, person: Person
) -> None:
    client.post("/day/", filled(fields_of(page(client, person, 3)), ("first", "1")))
    shown = page(client, person, 1)
    assert dict(fields_of(shown))["value:cycle_day"] == "3"
    assert "Counted on from" in shown
    assert told(person) == {3: 1}
    client.post("/day/", filled(fields_of(shown), ("save", "1")))
    assert told(person) == {3: 1, 1: 3}


def test_a_count_that_is_emptied_is_not_stored(client: Client, person: Person) -> None:
    client.post("/day/", filled(fields_of(page(client, person, 3)), ("first", "1")))
    fields = fields_of(page(client, person, 1))
    client.post("/day/", filled(fields, ("save", "1"), **{"value:cycle_day": "", "stress": "calm"}))
    assert told(person) == {3: 1}


def test_nothing_is_filled_in_before_the_first_note(client: Client, person: Person) -> None:
    assert dict(fields_of(page(client, person, 0))).get("value:cycle_day", "") == ""


def test_a_tap_over_a_count_begins_anew(client: Client, person: Person) -> None:
    client.post("/day/", filled(fields_of(page(client, person, 28)), ("first", "1")))
    fields = fields_of(page(client, person, 0))
    assert dict(fields)["value:cycle_day"] == "29"
    client.post("/day/", filled(fields, ("first", "1")))
    assert told(person) == {28: 1, 0: 1}
