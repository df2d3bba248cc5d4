"""Every number to call can be tapped and is that of the right country, known before it shows."""

import re

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from myolog.store.models import Person
from myolog.store.selectors import the_person
from myolog.store.services.care import record_answers
from myolog.store.services.people import set_country, set_language, set_zone
from tests.calm import words_of

pytestmark = pytest.mark.django_db

PAGES = ("/", "/check/", "/emergency/", "/result/", "/offline/", "/worry/")
SIGNS: tuple[dict[str, object], ...] = (
    {"stroke_signs": True},
    {"speech_swallow": "choking"},
    {"mood": "suicidal"},
    {"mood": "passive_thoughts"},
    {"weakness": "progressive"},
    {"weakness": "none"},
)
NUMBERS = {
    "DE": ("112", "0800 111 0 111", "116117"),
    "US": ("911", "988"),
    "": ("112",),
}


def not_to_be_tapped(html: str, numbers: tuple[str, ...]) -> list[str]:
    """Return each text that names a number and does not call it."""
    page = BeautifulSoup(html, "html.parser")
    wanted = re.compile("|".join(rf"(?<!\d){number}(?!\d)" for number in numbers))
    return [
        str(text)
        for text in (page.body or page).find_all(string=wanted)
        if text.find_parent("option") is None
        and text.find_parent("a", href=re.compile("^tel:")) is None
    ]


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("country", NUMBERS)
def test_every_number_to_call_is_a_link_that_calls(
    country: str, language: str, client: Client, person: Person
) -> None:
    set_zone(person=person, zone="Europe/Berlin", by="test")
    set_country(person=person, country=country, by="test")
    set_language(person=person, language=language, by="test")
    for sign in SIGNS:
        record_answers(person=person, answers=sign, by="test")
        for address in PAGES:
            html = client.get(address).content.decode()
            assert not_to_be_tapped(html, NUMBERS[country]) == [], (sign, address)
            if sign == {"stroke_signs": True} and address != "/worry/":
                assert f'href="tel:{NUMBERS[country][0]}"' in html, address


def nowhere(zone: str) -> Person:
    """Give a person in a zone who never told a country, and whose computer does not."""
    person = the_person()
    person.zone, person.zone_from = zone, Person.ZoneFrom.COMPUTER
    person.country, person.country_from = "", Person.ZoneFrom.UNKNOWN
    person.save()
    return person


@pytest.mark.parametrize(
    ("zone", "spoken", "number", "local"),
    [
        ("Europe/Berlin", "de-DE,de;q=0.9,en-US;q=0.5", "112", False),
        ("Europe/London", "en-GB", "999", False),
        ("Europe/Berlin", "en-US,en;q=0.9", "112", True),
        ("America/New_York", "en-US,en;q=0.9", "911", False),
        ("America/Guatemala", "es", "911", True),
        ("Asia/Seoul", "en-US", "119", False),
        ("Africa/Nairobi", "en", "112", True),
    ],
)
def test_a_country_nobody_told_is_guessed_or_both_numbers_stand_there(
    zone: str, spoken: str, number: str, local: bool, client: Client, person: Person
) -> None:
    record_answers(person=person, answers={"stroke_signs": True}, by="test")
    nowhere(zone)
    for address in ("/", "/result/", "/emergency/"):
        page = client.get(address, headers={"accept-language": spoken}).content.decode()
        assert f'class="call" href="tel:{number}"' in page, address
    text = words_of(client.get("/result/", headers={"accept-language": spoken}).content.decode())
    assert ("or your local emergency number" in text) is local


def test_the_country_is_asked_once_and_before_the_check(client: Client, person: Person) -> None:
    nowhere("Europe/Berlin")
    asked = "In which country are you?"
    for address in ("/", "/check/"):
        assert asked in client.get(address).content.decode(), address
    answer = client.post("/settings/country/", {"country": "", "next": "check"})
    assert answer.headers["location"] == "/check/"
    for address in ("/", "/check/"):
        assert asked not in client.get(address).content.decode(), address


@pytest.mark.parametrize("mood", ["passive_thoughts", "suicidal"])
@pytest.mark.parametrize("language", ["en", "de"])
def test_thoughts_of_suicide_bring_a_page_of_help_only(
    mood: str, language: str, client: Client, person: Person
) -> None:
    set_country(person=person, country="GB", by="test")
    set_language(person=person, language=language, by="test")
    signs = {"mood": mood, "weakness": "progressive", "site_scope": "spread"}
    record_answers(person=person, answers=signs, by="test")
    html = client.get("/result/").content.decode()
    page = BeautifulSoup(html, "html.parser")
    assert next(one["href"] for one in page.select("a.call")) == "tel:116123"
    assert page.find("a", href="tel:999") is not None
    for beside in ("svg.cal", "ul.six", "ol.why", "ul.net", "nav", "details", "figure"):
        assert page.main is not None
        assert page.main.select(beside) == [], beside
    said = words_of(html).casefold()
    for word in ("twitch", "zuck", "checklist", "checkliste", "steps", "schritte", "/report/"):
        assert word not in said, word
    others = client.get("/result/?others=1").content.decode()
    assert 'class="six"' in others
    assert client.get("/api/v1/assessment").json()["help_only"] is True


def test_another_sign_of_today_is_not_hidden_behind_the_talk(
    client: Client, person: Person
) -> None:
    signs = {"mood": "suicidal", "stroke_signs": True}
    record_answers(person=person, answers=signs, by="test")
    html = client.get("/result/").content.decode()
    assert 'class="six"' in html
    assert client.get("/api/v1/assessment").json()["help_only"] is False
