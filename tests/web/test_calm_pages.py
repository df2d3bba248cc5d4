"""Every page of `urls.py`, with four months of notes in it: calm, and help one tap away.

The addresses come from the URL table itself, so a new page is walked from its first day. Pages of
before the first note, refused pages and failures are walked, too.
"""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import URLPattern

from myolog.content.articles import articles
from myolog.content.catalogue import load
from myolog.journal.example import forearm_journal
from myolog.journal.visits import Visit
from myolog.store.selectors import Person, journal_of
from myolog.store.services.care import record_answers
from myolog.store.services.imports import import_journal
from myolog.store.services.journal import log_entries
from myolog.store.services.people import set_country
from myolog.triage.check import SCREENS
from myolog.web.moment import today_for
from myolog.web.refusals import server_error
from myolog.web.urls import urlpatterns
from myolog.wording.help_numbers import help_in, listed_countries
from tests.calm import ILLNESSES, faults, words_of
from tests.factories import exposure, fact, tally, visit

pytestmark = pytest.mark.django_db

WORDS = load()
MAY_NAME_ILLNESSES = ("learn/", "report/")
NO_PAGE = ("open/", "^api/", "worker.js", "manifest.webmanifest", "settings/copy/", "calendar/<")
"""Addresses that give a file or a way in."""

TALK = 'href="/emergency/#talk"'


@pytest.fixture
def full(person: Person) -> Person:
    """Give the person a long journal, a result, scores, and a day with many notes."""
    import_journal(person=person, journal=forearm_journal(), by="test")
    record_answers(person=person, answers={"weakness": "functional"}, by="test")
    today = today_for(person)
    scores = (exposure(code="anxiety", value=16, day=today), fact("low_mood", 5, day=today))
    booked = visit(day=today, on=today + timedelta(days=3))
    log_entries(person=person, entries=(*scores, tally(day=today), booked), by="test")
    return person


def addresses(person: Person) -> Iterator[str]:
    """Yield an address for each entry of the URL table, every screen and article included."""
    day = today_for(person) - timedelta(days=1)
    journal = journal_of(person)
    episode, booked = journal.episodes[-1].id, journal.of(Visit)[-1].id
    parts = {
        "uuid:id": [str(episode)],
        "str:day": [day.isoformat()],
        "slug:form": ["jsonl"],
        "str:of": ["due"],
    }
    screens = [screen.code for screen in SCREENS[1:]]
    for one in urlpatterns:
        assert isinstance(one, URLPattern)
        pattern = str(one.pattern)
        if pattern.startswith(NO_PAGE):
            continue
        whose = {"uuid:id": [str(booked)]} if pattern.startswith("journal/<uuid:id>/visit/") else {}
        for name, values in (
            parts | {"slug:code": screens, "slug:slug": [one.slug for one in articles()]} | whose
        ).items():
            if f"<{name}>" in pattern:
                yield from (f"/{pattern.replace(f'<{name}>', value)}" for value in values)
                break
        else:
            assert "<" not in pattern, f"say here what stands for the parts of {pattern}"
            yield f"/{pattern}"


def pages(client: Client, person: Person) -> Iterator[tuple[str, str]]:
    """Yield address and text of every page that answers a plain read."""
    client.post("/emergency/check/", {"screen": "emergency", "none": "1"})
    for address in addresses(person):
        answer = client.get(address)
        assert answer.status_code in (200, 302, 405), address
        if answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html"):
            yield address, answer.content.decode()


def refusals(client: Client, stranger: Client) -> Iterator[tuple[str, HttpResponse]]:
    yield "not found", client.get("/nothing/")
    yield "wrong date", client.get("/day/?date=x")
    yield "closed", stranger.get("/journal/")
    yield "wrong way", client.post("/settings/noting/", {"way": "x"})
    yield "failure", server_error(RequestFactory().get("/"))


def primaries(text: str) -> int:
    """Count primary buttons; of a pair for "none ticked" and "some ticked" one shows at a time."""
    one_shows = re.sub(r'<div class="if-some">.*?</div>', "", text, flags=re.DOTALL)
    return len(re.findall(r'class="[^"]*\bprimary\b', one_shows))


def problems_in(address: str, text: str) -> list[str]:
    said = words_of(text)
    found = faults(said)
    if not address.lstrip("/").startswith(MAY_NAME_ILLNESSES):
        found += faults(said, ILLNESSES)
    if primaries(text) > 1:
        found.append("more than one primary button")
    if 'href="/emergency/"' not in text and 'id="talk"' not in text:
        found.append("no help now")
    if TALK not in text:
        found.append("nobody to talk to")
    return found


def test_every_page_is_calm_and_has_help_one_tap_away(client: Client, full: Person) -> None:
    found = dict(pages(client, full))
    assert len(found) > 40
    assert {"/", "/log/", "/result/", "/worry/", "/settings/noting/", "/emergency/"} <= set(found)
    bad = {address: told for address, text in found.items() if (told := problems_in(address, text))}
    assert bad == {}


def test_a_first_open_is_calm_and_has_help(client: Client) -> None:
    for address in ("/", "/log/", "/day/", "/check/", "/journal/", "/worry/", "/emergency/"):
        assert problems_in(address, client.get(address).content.decode()) == [], address


def test_a_page_that_refuses_or_fails_is_calm_and_has_help(
    client: Client, stranger: Client
) -> None:
    for name, answer in refusals(client, stranger):
        assert answer.status_code >= 400, name
        assert problems_in(name, answer.content.decode()) == [], name


@pytest.mark.parametrize("country", ["", *(one.country for one in listed_countries())])
def test_someone_to_talk_to_follows_the_country(
    country: str, client: Client, person: Person
) -> None:
    """The link of every page leads to the crisis line of the country, or says what to do."""
    set_country(person=person, country=country, by="test")
    text = client.get("/emergency/").content.decode()
    talk = text[text.index('id="talk"') :].partition("</section>")[0]
    numbers = help_in(country, person.zone)
    if numbers.crisis:
        assert f'href="tel:{numbers.crisis_tel}"' in talk
    told = WORDS.text("emergency.crisis_or", number=numbers.said)
    assert told in " ".join(BeautifulSoup(talk, "html.parser").get_text().split())


def test_no_result_wears_a_colour_or_a_mark_of_praise(client: Client, person: Person) -> None:
    """SELF_CARE is framed like a plain card; no class or icon says "good" (DP-8)."""
    record_answers(person=person, answers={"weakness": "none"}, by="test")
    for address in ("/", "/result/"):
        text = client.get(address).content.decode()
        assert not re.search(r'class="[^"]*\b(ok|good|success|green|check|badge|red)\b', text)
        assert "✓" not in text
        assert "✅" not in text


def test_what_speaks_up_by_itself_holds_no_number(client: Client, full: Person) -> None:
    """A live region that counted would be a counter; what was saved is said once, with its time."""
    client.post("/log/", {"place": "calf/left", "save": "1"}, follow=True)
    for address, text in pages(client, full):
        for live in re.findall(r'role="(?:status|timer)"[^>]*>(.*?)</(?:div|p)>', text, re.DOTALL):
            numbers = re.findall(r"\d+", words_of(live))
            assert not numbers, (address, live[:200])
