"""Help now: open to everybody, one number, someone to talk to."""

import pytest
from django.test import Client

from myolog.store.selectors import Person
from myolog.store.services.people import set_country
from myolog.wording.help_numbers import help_in, listed_countries

pytestmark = pytest.mark.django_db


def test_it_works_before_any_login(stranger: Client, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(0):
        answer = stranger.get("/emergency/")
    assert answer.status_code == 200
    assert 'href="tel:112"' in answer.content.decode()


def test_a_stranger_learns_nothing_about_the_person(stranger: Client, person: Person) -> None:
    set_country(person=person, country="JP", by="test")
    assert 'content="JP"' not in stranger.get("/emergency/").content.decode()


@pytest.mark.parametrize(("country", "number"), [("US", "911"), ("GB", "999"), ("AU", "000")])
def test_the_number_is_that_of_the_country(
    country: str, number: str, client: Client, person: Person
) -> None:
    set_country(person=person, country=country, by="test")
    text = client.get("/emergency/").content.decode()
    assert f'<a class="call" href="tel:{number}">' in text


def test_every_country_is_listed_with_its_number(client: Client) -> None:
    text = client.get("/emergency/").content.decode()
    for one in listed_countries():
        assert one.name in text
        assert f'href="tel:{one.tel}"' in text


def test_someone_to_talk_to_has_an_anchor_of_their_own(client: Client, person: Person) -> None:
    set_country(person=person, country="GB", by="test")
    text = client.get("/emergency/").content.decode()
    talk = text[text.index('id="talk"') :]
    assert 'href="tel:116123"' in talk


def test_an_unknown_country_gets_the_number_for_mobile_phones() -> None:
    assert help_in("XX").call == "112"
    assert not help_in("").listed
    assert help_in("", "America/Lima").said == "911 (or your local emergency number)"
    assert help_in("XX", "Europe/Tirane").said == "112 (or your local emergency number)"
    assert help_in("GB", "America/Lima").said == "999"


def test_other_methods_are_refused(client: Client) -> None:
    assert client.post("/emergency/").status_code == 405
