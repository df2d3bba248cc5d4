"""Say and type amounts in metric or US measures; what is stored stays metric."""

import pytest
from django.test import Client

from myolog.journal.entries import DayExposure, ProfileFact
from myolog.store.selectors import Person, journal_of, the_person
from myolog.store.services.journal import log_entries
from myolog.store.services.people import measures_of, set_country, set_measures
from myolog.web.moment import today_for
from tests.web.markup import in_one_line

pytestmark = pytest.mark.django_db


def water(person: Person) -> list[float]:
    return [one.value for one in journal_of(person).of(DayExposure) if one.code == "water_ml"]


def test_the_country_says_which_are_usual(person: Person) -> None:
    set_country(person=person, country="US", by="test")
    assert measures_of(person) == "us"
    set_country(person=person, country="DE", by="test")
    assert measures_of(person) == "metric"


def test_a_choice_holds_against_the_country(client: Client, person: Person) -> None:
    assert client.post("/settings/", {"measured": "us"}).status_code == 302
    set_country(person=the_person(), country="DE", by="test")
    assert measures_of(the_person()) == "us"
    assert "fl oz, 0 - 270.5" in in_one_line(client.get("/day/").content.decode())
    client.post("/settings/", {"measured": ""})
    assert "mL, 0 - 8000" in in_one_line(client.get("/day/").content.decode())


def test_unknown_measures_are_refused(client: Client) -> None:
    answer = client.post("/settings/", {"measured": "roman"})
    assert answer.status_code == 400
    assert "Please check:" in answer.content.decode()
    assert the_person().measures == ""


def test_ounces_are_stored_as_millilitres(client: Client, person: Person) -> None:
    set_measures(person=person, measures="us", by="test")
    day = today_for(person).isoformat()
    told = {"key": "k1", "date": day, "value:water_ml": "68", "measures": "us", "save": "1"}
    assert client.post("/day/", told).status_code == 302
    assert water(person) == [2011.0]
    assert "68 fl oz" in client.get(f"/journal/{day}/").content.decode()


def test_a_form_kept_from_before_is_read_as_it_was_shown(client: Client, person: Person) -> None:
    set_measures(person=person, measures="us", by="test")
    day = today_for(person).isoformat()
    told = {"key": "k2", "date": day, "value:water_ml": "2000", "measures": "metric", "save": "1"}
    assert client.post("/day/", told).status_code == 302
    assert water(person) == [2000.0]


@pytest.mark.parametrize("stored", [70.0, 70])
def test_a_weight_in_pounds_stays_the_same_when_saved_again(
    client: Client, person: Person, stored: float
) -> None:
    set_measures(person=person, measures="us", by="test")
    day = today_for(person)
    log_entries(
        entries=[ProfileFact(day=day, code="weight_kg", value=stored)], person=person, by="test"
    )
    assert 'value="154.3"' in client.get("/settings/about/").content.decode()
    client.post("/settings/about/", {"key": "k3", "weight_kg": "154.3", "measures": "us"})
    facts = [one.value for one in journal_of(person).of(ProfileFact)]
    assert facts == [70.0]
    client.post("/settings/about/", {"key": "k4", "weight_kg": "150", "measures": "us"})
    assert journal_of(person).profile["weight_kg"].value == 68.04
    assert 'value="150"' in client.get("/settings/about/").content.decode()


def test_steps_name_the_amount_in_ounces(client: Client, person: Person) -> None:
    set_measures(person=person, measures="us", by="test")
    page = client.get("/programme/").content.decode()
    assert "54 fl oz" in page
    assert "litres" not in page
