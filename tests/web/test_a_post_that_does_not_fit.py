"""What no page of Myolog posts: every address refuses it in one sentence, and nothing is lost."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from http import HTTPStatus

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory
from django.urls import reverse

from myolog.journal.entries import ProfileFact
from myolog.store.keeping import backup_folder
from myolog.store.models import Key
from myolog.store.models import Person as Row
from myolog.store.selectors import Person, journal_of
from myolog.store.services.access import create_api_token, new_feed_secret
from myolog.store.services.journal import log_entry
from myolog.store.services.people import set_country, set_language, set_measures
from myolog.web.frame import DEVICE_COOKIE, THEME_COOKIE
from myolog.web.urls import urlpatterns

pytestmark = pytest.mark.django_db

NOBODY = "00000000-0000-7000-8000-000000000000"

BUTTONS: Mapping[str, tuple[Mapping[str, object], ...]] = {
    "programme_tick": (
        {"step": "STEP-9"},
        {"step": "STEP-4", "done": "maybe"},
        {"step": "STEP-4", "day": "x"},
        {"step": "STEP-4\0"},
    ),
    "programme_headache": ({"score": ""}, {"score": "11"}, {"score": "-1"}, {"score": "bad"}),
    "programme_pause": ({"act": ""}, {"act": "Stop"}),
    "version": ({"keep": "both"},),
    "reminders_address": ({"act": ""}, {"act": "remake"}),
    "country": ({"next": "today"}, {"country": "NZ", "next": "https://example.org/"}),
    "backup_place": ({"folder": "/x"}, {"place": "/x\0y"}),
    "backup_restore": ({"name": "x"}, {"name": "x", "sure": "no"}),
    "revoke": ({"name": ""}, {"name": "watch\0"}),
    "none_today": ({"date": "2026-02-30"}, {"date": "2999-01-01"}),
}
"""Routes of one button, and what does not fit it."""

FORMS: Mapping[str, tuple[Mapping[str, object], ...]] = {
    "log": ({"place": "wing"}, {"place": "calf/left", "intensity": "11"}),
    "day": ({"date": "x"},),
    "look": ({"count": "x"},),
    "tasks": ({"stairs": "no way"},),
    "story": ({"first-site": "wing"},),
    "noting": ({"way": "always"},),
    "report_details": ({"kind": "x"}, {"kind": "medicine", "action": "x"}),
    "clock": ({"zone": "Mars/Base"}, {"day_ends": "13"}, {"entries": "burn"}),
    "settings": ({"theme": "sepia"}, {"ready": "off"}, {"country": "XYZ"}),
    "about": ({"age_years": "x"},),
    "whose": ({"answered_by": "aunt"}, {"age_years": "x"}),
    "backup_look": ({"name": "x"}, {"file": SimpleUploadedFile("x", b"")}),
    "erase": ({"sure": "yes"},),
    "check_screen": ({"tick": "wasting"},),
}
"""Routes of whole forms, and what does not fit them."""

BLANK_IS_AN_ANSWER = {"none_today", "clock", "settings", "about", "whose", "check_screen"}

ELSEWHERE = {
    "door": "answers a script, in test_at_the_door",
    "door_enter": "answers a script, in test_at_the_door",
    "door_key": "has no field",
    "close_others": "has no field",
    "stop": "has no field",
    "check_correct": "has no field",
    "close_this": "closes whatever is posted, in test_use_it_without_a_connection",
    "undo_entry": "has no field; a second tap finds it done",
    "check_first": "a screen without a tick is an answer, in test_do_the_check",
    "check_missing": "leads to the check where there is no result, in test_do_the_check",
    "programme_questions": "in test_follow_the_steps",
    "programme_start": "in test_follow_the_steps",
    "programme_goals": "in test_follow_the_steps",
    "programme_keep": "in test_follow_the_steps",
    "reminders": "in test_be_reminded",
}


def posting_routes() -> Iterator[str]:
    """Yield every route that takes a post; a view says so by itself."""
    for one in urlpatterns:
        if one.name not in (*ELSEWHERE, "api", "offline"):
            refused = one.callback(RequestFactory().generic("BREW", "/"))
            if "POST" in refused.headers["Allow"]:
                yield str(one.name)


@pytest.fixture
def settled(person: Person) -> Person:
    """Give a person with an entry, a token, an address for a calendar, and every setting."""
    now = datetime.now(UTC)
    log_entry(person=person, entry=ProfileFact(day=now.date(), code="age_years", value=42), by="t")
    create_api_token(person=person, name="watch", by="t", now=now)
    new_feed_secret(person=person, by="t", now=now)
    set_country(person=person, country="DE", by="t")
    set_measures(person=person, measures="metric", by="t")
    set_language(person=person, language="en", by="t")
    return person


def kept(person: Person) -> tuple[object, ...]:
    rows = [list(model.objects.order_by("pk").values()) for model in (Row, Key)]
    for row in rows[1]:
        row.pop("used_at", None)
    return journal_of(person).entries, rows, backup_folder()


def address_of(route: str) -> str:
    (pattern,) = (one.pattern for one in urlpatterns if one.name == route)
    values = {"id": NOBODY, "code": "six"}
    return reverse(route, args=[values[name] for name in pattern.converters])


@pytest.mark.parametrize("route", tuple(posting_routes()))
def test_what_does_not_fit_is_refused_and_changes_nothing(
    route: str, client: Client, settled: Person
) -> None:
    address, before = address_of(route), kept(settled)
    client.cookies.load({THEME_COOKIE: "dark", DEVICE_COOKIE: "off"})
    nothing = () if route in BLANK_IS_AN_ANSWER else ({},)
    for body in (*nothing, *BUTTONS.get(route, ()), *FORMS.get(route, ())):
        answer = client.post(address, body)
        page = answer.content.decode()
        assert answer.status_code in (HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND), body
        assert re.search(r'role="alert"|class="err"|class="lead"', page), body
        if route in BUTTONS and "date" not in body:
            assert "This request cannot be read. Go back and try again." in page, body
        assert kept(settled) == before, body
        cookies = [client.cookies[name].value for name in (THEME_COOKIE, DEVICE_COOKIE)]
        assert cookies == ["dark", "off"], body


def test_the_sentence_is_in_the_language_of_the_person(client: Client, settled: Person) -> None:
    set_language(person=settled, language="de", by="t")
    answer = client.post("/programme/pause/", {"act": "x"})
    assert "Diese Anfrage lässt sich nicht lesen." in answer.content.decode()


@pytest.mark.parametrize(
    ("address", "body", "sentence"),
    [
        ("/look/", {}, "Hier fehlt noch etwas."),
        (
            "/log/",
            {"place": "calf/left", "note": "n" * 10_001},
            "Schreiben Sie höchstens 10000 Zeichen.",
        ),
        ("/log/", {"place": "calf/left", "note": "a\0b"}, "Bitte tippen Sie es neu."),
        ("/log/", {"place": "calf/left", "accompanied": "x"}, "Bitte wählen Sie etwas von dem"),
        ("/settings/time/", {"day_ends": "13"}, "Bitte wählen Sie etwas von dem"),
    ],
)
def test_what_django_finds_wrong_is_said_in_the_language_of_the_person(
    address: str, body: Mapping[str, str], sentence: str, client: Client, settled: Person
) -> None:
    set_language(person=settled, language="de", by="t")
    page = client.post(address, body).content.decode()
    assert sentence in page
    assert "This field" not in page
    assert "valid choice" not in page
