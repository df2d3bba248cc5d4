"""Every page in German: the person's choice, else the browser's, and no English left between."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from html import unescape

import pytest
from django.test import Client

from myolog.content.catalogue import load
from myolog.content.languages import speaking
from myolog.journal.example import forearm_journal
from myolog.journal.file import lines
from myolog.store.selectors import Person, journal_of, the_person
from myolog.store.services.access import new_feed_secret
from myolog.store.services.care import record_answers
from myolog.store.services.people import set_language
from myolog.vocabulary.exposures import EXPOSURES
from myolog.wording.help_numbers import listed_countries
from tests.web.markup import in_one_line
from tests.web.test_every_page import PAGES

pytestmark = pytest.mark.django_db

GERMAN = {"accept-language": "de-AT, en;q=0.5"}

ENGLISH = re.compile(
    r"\b(the|and|you|your|not|with|from|this|that|have|has|are|what|when|or|to|of|on|no|yes"
    r"|it|is|be|for|by|left|right|both|some|many|none|more|than|about)\b",
    re.IGNORECASE,
)
"""Words of which nearly every English sentence has one, and no German one."""

GERMAN_TEXTS = {text for _, text in load("de").sentences()}
ENGLISH_ONLY = {text for _, text in load("en").sentences() if "{" not in text} - GERMAN_TEXTS


def strings_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings_in(part)


PLACE = re.compile(r"\{[a-z_]+\}")
SHAPES = re.compile(
    "|".join(
        ".+".join(map(re.escape, PLACE.split(text)))
        for text in sorted({text for _, text in load("en").sentences() if "{" in text})
        if text not in GERMAN_TEXTS and len(re.findall("[A-Za-z]{3,}", PLACE.sub("", text))) > 1
    )
)
"""English sentences with something to fill in, of two words at least."""

OWN = {
    text
    for line in lines(forearm_journal())
    for text in strings_in(json.loads(line))
    if " " in text
}
"""What the person of the example wrote; it stays as it was written."""


def visible(html: str) -> Iterator[str]:
    """Yield each piece of text that a person sees or hears, but not what is marked as English."""
    html = re.sub(r"<(script|style)\b.*?</\1>|<q\b.*?</q>", "", html, flags=re.DOTALL)
    html = re.sub(r'<(p|span|b)\b[^>]* lang="en".*?</\1>', "", html, flags=re.DOTALL)
    html = re.sub(r'<input\b[^>]* lang="en"[^>]*>', "", html)
    for name in ("aria-label", "title", "alt", "placeholder", "data-outbox", "data-warning"):
        yield from map(unescape, re.findall(rf'\s{name}="([^"]*)"', html))
    for text in re.split(r"<[^>]*>", html):
        if told := " ".join(unescape(text).split()):
            yield told


@cache
def foreign() -> re.Pattern[str]:
    """Match what is in no language or in another one: names, sources, what the person wrote."""
    with speaking("de"):
        countries = {text for one in listed_countries() for text in (one.name, one.crisis_name)}
        on_call = {one.on_call_name for one in listed_countries()}
    sources = {text for key, text in load("de").sentences() if key.startswith("source.")}
    names = (countries | on_call | sources) - {""}
    longest_first = sorted(names | OWN, key=len, reverse=True)
    return re.compile("|".join((*map(re.escape, longest_first), r"(article|page|tests)/\S+")))


def english_in(html: str) -> list[str]:
    """Return the pieces of text that are not German."""
    return [
        text
        for text in visible(html)
        if text in ENGLISH_ONLY or SHAPES.fullmatch(text) or ENGLISH.search(foreign().sub("", text))
    ]


@pytest.fixture
def german(client: Client) -> Client:
    """Give the browser of an owner who has chosen German."""
    set_language(person=the_person(), language="de", by="test")
    return client


def test_a_page_speaks_german_and_nothing_else(german: Client, full: Person) -> None:
    left = {}
    for address in PAGES:
        answer = german.get(address)
        html = answer.content.decode()
        assert answer.status_code == 200, address
        assert '<html lang="de"' in html, address
        left[address] = english_in(html)
    assert {address: texts for address, texts in left.items() if texts} == {}


def test_the_walk_sees_english(client: Client, full: Person) -> None:
    """A walk that finds nothing would pass, too."""
    for address in PAGES:
        assert len(english_in(client.get(address).content.decode())) > 5, address


AFTER = ("/", "/result/", "/check/", "/check/?new=1", "/check/?new=1&seen=no", "/result/history/",
         "/result/next/", "/report/", "/report/text/", "/check/missing/", "/journal/")  # fmt: skip


@pytest.mark.parametrize(
    "answers",
    [
        {"site_scope": "spread", "weakness": "not_sure"},
        {"weakness": "rapid", "sensory": "not_sure:rapid_ascending"},
        {"breathing": "severe", "kidney": "missed_dialysis", "overdose": "not_sure"},
        {"mood": "suicidal"},
    ],
    ids=lambda given: "-".join(given),
)
def test_every_page_after_a_result_speaks_german(
    answers: dict[str, object], german: Client, person: Person
) -> None:
    record_answers(person=person, answers=answers, by="test")
    left = {}
    for address in AFTER:
        answer = german.get(address, follow=True)
        assert answer.status_code == 200, address
        html = answer.content.decode()
        left[address] = english_in(html if "<" in html else f"<p>{html}</p>")
    assert {address: texts for address, texts in left.items() if texts} == {}


REFUSED = {
    "/log/": {"site": "calf"},
    "/story/": {"since": "x"},
    "/day/": {"sleep_min": "x"},
    "/settings/about/": {"age_years": "x"},
    "/report/details/": {"kind": "medicine", "action": "x"},
    "/settings/noting/": {"noting": "x"},
    "/result/next/": {"what": "x"},
    "/worry/": {},
    "/check/story/": {"age_years_typed": "x"},
}


@pytest.mark.parametrize("address", REFUSED)
def test_a_refusal_speaks_german(address: str, german: Client, person: Person) -> None:
    answer = german.post(address, REFUSED[address])
    assert answer.status_code in (200, 302, 400), address
    assert english_in(answer.content.decode()) == []


@pytest.mark.parametrize(
    ("address", "status"),
    [("/emergency/", 200), ("/offline/", 200), ("/nothing/", 404), ("/journal/x/", 400)],
)
def test_help_and_refusals_speak_german(address: str, status: int, german: Client) -> None:
    answer = german.get(address)
    assert answer.status_code == status
    assert english_in(answer.content.decode()) == []


@pytest.mark.parametrize("address", ["/emergency/", "/offline/", "/journal/", "/settings/"])
def test_a_stranger_hears_the_language_of_the_browser(address: str, stranger: Client) -> None:
    html = stranger.get(address, headers=GERMAN).content.decode()
    assert '<html lang="de"' in html
    assert english_in(html) == []
    assert '<html lang="en"' in stranger.get(address).content.decode()


@pytest.mark.parametrize(
    ("chosen", "browser", "spoken"),
    [("", "de", "de"), ("", "", "en"), ("", "fr", "en"), ("en", "de", "en"), ("de", "en", "de")],
)
def test_the_choice_goes_before_the_browser(
    chosen: str, browser: str, spoken: str, client: Client
) -> None:
    saved = client.post("/settings/", {"language": chosen})
    assert saved.status_code == 302
    assert the_person().language == chosen
    html = client.get("/", headers={"accept-language": browser}).content.decode()
    assert f'<html lang="{spoken}"' in html


def test_a_language_that_is_not_offered_is_refused(client: Client) -> None:
    answer = client.post("/settings/", {"language": "xx"})
    assert answer.status_code == 400
    assert "Please check:" in answer.content.decode()
    assert the_person().language == ""


def test_the_settings_name_each_language_in_itself(german: Client) -> None:
    html = in_one_line(german.get("/settings/").content.decode())
    assert re.search(r'value="de" id="language-3" checked><label [^>]*lang="de">Deutsch<', html)
    assert 'lang="en">English<' in html


def test_what_is_wrong_in_a_form_is_said_in_german(german: Client) -> None:
    html = german.post("/settings/about/", {"age_years": "300"}).content.decode()
    assert "Alter: geben Sie eine Zahl von 0 bis 120 an (Jahre)." in html
    html = german.post("/day/", {"value:water_ml": "-1", "save": "1"}).content.decode()
    assert "Getränke: der Wert muss zwischen 0 und 8000 mL liegen" in html


def test_everything_is_erased_by_the_word_of_the_language(german: Client) -> None:
    assert german.post("/settings/erase/", {"sure": "erase"}).status_code == 400
    assert german.post("/settings/erase/", {"sure": "Löschen"}).status_code == 302


def test_the_page_for_the_doctor_is_german(german: Client, full: Person) -> None:
    text = german.get("/report/text/").content.decode()
    assert text.startswith("MUSKELZUCKEN")
    assert "/Lang(de)" in german.get("/report/pdf/").content.decode("latin-1")


def test_an_installed_app_and_a_calendar_that_follows_are_german(
    german: Client, stranger: Client, full: Person
) -> None:
    assert german.get("/manifest.webmanifest").json()["lang"] == "de"
    secret = new_feed_secret(person=the_person(), by="test", now=datetime.now(UTC))
    calendar = stranger.get(f"/calendar/{secret}.ics").content.decode()
    assert load("de").text("reminder.calendar") in calendar


@pytest.mark.parametrize(
    ("typed", "code"), [("Fuß", "foot"), ("fuss", "foot"), ("Po", "buttock"), ("glute", "buttock")]
)
def test_a_place_is_found_by_a_german_word(typed: str, code: str, german: Client) -> None:
    html = german.post("/log/", {"find": typed, "look_up": "1"}).content.decode()
    assert f'value="{code}/left"' in html


def test_a_program_hears_english_unless_it_asks(program: Client) -> None:
    set_language(person=the_person(), language="de", by="test")

    def refused(**headers: str) -> dict[str, str]:
        body = {"exposures": {"caffeine": -1}}
        answer = program.put(
            "/api/v1/days/2026-01-02", body, content_type="application/json", headers=headers
        )
        assert answer.status_code == 422
        return answer.json()

    english, german = refused(), refused(**GERMAN)
    assert english["message"] == "caffeine must be between 0 and 2000 mg, not -1."
    assert (
        german["message"] == "Koffein: der Wert muss zwischen 0 und 2000 mg liegen, nicht bei -1."
    )
    assert german["code"] == english["code"] == "invalid_exposure"


def test_a_form_posts_codes_and_shows_names(german: Client) -> None:
    page = in_one_line(german.get("/log/").content.decode())
    chips = re.findall(r'name="guess" value="([^"]*)">([^<]+)</label>', page)
    assert ("caffeine", "Koffein") in chips
    assert {code for code, _ in chips} <= set(EXPOSURES)


@pytest.mark.parametrize("name", ["Koffein", "caffeine"])
def test_a_page_kept_in_another_language_is_still_understood(name: str, german: Client) -> None:
    told = {"place": "calf/left", "guess": [name], "save": "1"}
    assert german.post("/log/", told).status_code == 302
    (episode,) = journal_of(the_person()).episodes
    assert episode.suspected == ("caffeine",)
