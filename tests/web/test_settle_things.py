"""Settings: facts, country, colours, taking the data, closing doors, erasing everything."""

import json
import re
import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client

from myolog.journal.entries import ProfileFact
from myolog.journal.file import read_lines
from myolog.store.folder import data_folder
from myolog.store.models import AuditEvent
from myolog.store.selectors import Person, journal_of, latest_assessment, the_person
from myolog.store.services.access import api_tokens, create_api_token
from myolog.store.services.care import record_answers
from myolog.store.services.erasing import finish_erasing
from myolog.store.services.journal import log_entries
from myolog.store.services.people import set_language, set_zone
from myolog.web.door import COOKIE
from myolog.web.frame import THEME_COOKIE
from tests.filling import fields_of, filled

pytestmark = pytest.mark.django_db


def test_facts_are_stored_once_and_only_when_they_change(client: Client, person: Person) -> None:
    form = {"key": str(uuid4()), "age_years": "42", "sex": "man", "occupation": "Baker"}
    assert client.post("/settings/about/", form).status_code == 302
    client.post("/settings/about/", form | {"key": str(uuid4())})
    assert len(journal_of(person).entries) == 3
    text = client.get("/settings/about/").content.decode()
    assert 'value="42"' in text
    assert ("sex", "man") in fields_of(text)


@pytest.mark.parametrize(
    "form",
    [
        {"age_years": "430"},
        {"age_years": "old"},
        {"sex": "robot"},
        {"occupation": "x" * 100_000},
        {"weight_kg": "nan"},
    ],
)
def test_bad_facts_are_one_sentence_and_store_nothing(
    form: dict[str, str], client: Client, person: Person
) -> None:
    answer = client.post("/settings/about/", form)
    assert answer.status_code == 400
    assert "Please check:" in answer.content.decode()
    assert journal_of(person).entries == ()


def test_the_country_sets_the_number(client: Client) -> None:
    client.post("/settings/", {"country": "NZ"})
    assert 'href="tel:111"' in client.get("/emergency/").content.decode()


def test_a_wrong_country_is_one_sentence(client: Client) -> None:
    assert client.post("/settings/", {"country": "XYZ"}).status_code == 400
    assert the_person().country != "XYZ"


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_colours_are_kept_in_this_browser(theme: str, client: Client) -> None:
    client.post("/settings/", {"theme": theme})
    assert f'<html lang="en" data-theme="{theme}"' in client.get("/").content.decode()
    client.post("/settings/", {"theme": ""})
    assert "data-theme" not in client.get("/").content.decode()


def test_one_save_takes_what_was_changed_and_leaves_the_rest(
    client: Client, person: Person
) -> None:
    set_language(person=person, language="en", by="another window")
    shown = {"was:": "1", "was:language": "", "was:measured": "", "was:theme": "", "language": ""}
    told = shown | {"measured": "us", "theme": "dark"}
    assert client.post("/settings/", told).status_code == 302
    assert the_person().measures == "us"
    assert client.cookies[THEME_COOKIE].value == "dark"
    assert the_person().language == "en"


def test_a_guessed_country_is_not_stored_with_another_choice(
    client: Client, person: Person
) -> None:
    set_zone(person=person, zone="Europe/Vienna", by="test")
    Person.objects.update(country="", country_from="unknown")
    page = client.get("/settings/", headers={"accept-language": "de-AT"})
    assert '<option value="AT" selected>' in page.content.decode()
    told = {"was:": "1", "was:country": "AT", "country": "AT", "theme": "dark"}
    client.post("/settings/", told, headers={"accept-language": "de-AT"})
    assert client.cookies[THEME_COOKIE].value == "dark"
    assert the_person().country_from == "unknown"


def test_an_unknown_colour_is_left_out(client: Client) -> None:
    client.cookies[THEME_COOKIE] = '"><script>'
    assert "data-theme" not in client.get("/").content.decode()


def test_the_journal_can_be_taken_and_read_again(
    client: Client, person: Person, tmp_path: Path
) -> None:
    client.post("/log/", {"place": "calf/left", "save": "1", "note": "=1+1"})
    taken = client.get("/settings/take/jsonl/").content.decode()
    assert read_lines(iter(taken.splitlines(keepends=True))) == journal_of(person)
    assert json.loads(taken.splitlines()[0])
    assert "'=1+1" in client.get("/settings/take/csv/").content.decode()


@pytest.mark.skipif(
    "connection.vendor != 'sqlite'", reason="PostgreSQL has its own tool for copies"
)
@pytest.mark.django_db(transaction=True)
def test_a_copy_is_a_whole_database(client: Client, tmp_path: Path) -> None:
    client.post("/log/", {"place": "calf/left", "save": "1"})
    file = tmp_path / "copy.sqlite3"
    file.write_bytes(client.get("/settings/copy/").content)
    with sqlite3.connect(file) as copy:
        assert copy.execute("SELECT count(*) FROM store_entryrow").fetchone() == (1,)


def test_a_token_is_listed_and_taken_away(client: Client, person: Person) -> None:
    now = datetime.now(UTC)
    create_api_token(person=person, name="watch", by="test", now=now)
    assert "watch" in client.get("/settings/").content.decode()
    client.post("/settings/revoke/", {"name": "watch"})
    assert api_tokens(person, now=now) == ()
    assert client.post("/settings/revoke/", {"name": "watch"}).status_code == 404


def test_other_browsers_are_signed_out_and_this_one_stays(client: Client) -> None:
    other = Client(headers={"host": "localhost"})
    other.cookies[COOKIE] = client.cookies[COOKIE].value
    assert other.get("/").status_code == 200
    client.post("/settings/close-others/")
    assert other.get("/").status_code == 403
    assert client.get("/").status_code == 200


def test_erasing_asks_once_more(client: Client, person: Person) -> None:
    client.post("/log/", {"place": "calf/left", "save": "1"})
    assert client.post("/settings/erase/", {"sure": "yes"}).status_code == 400
    assert client.post("/settings/erase/", {}).status_code == 400
    assert len(journal_of(person).entries) == 1


@pytest.mark.django_db(transaction=True)
def test_erasing_leaves_no_word_in_the_file(client: Client, person: Person) -> None:
    canary = "canary-7f3a"
    client.post("/log/", {"place": "calf/left", "save": "1", "note": canary})
    client.post("/report/details/", {"kind": "fear", "text": canary})
    record_answers(person=person, answers={"weakness": "none"}, by="test")
    answer = client.post("/settings/erase/", {"sure": "Erase"}, follow=True)
    assert "Start the check" in answer.content.decode()
    assert journal_of(person).entries == ()
    assert latest_assessment(person, now=datetime.now(UTC)) is None
    assert not AuditEvent.objects.exists()
    if connection.vendor == "sqlite" and not connection.is_in_memory_db():
        connection.close()
        for file in data_folder().rglob("*"):
            assert not file.is_file() or canary.encode() not in file.read_bytes(), file


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Not everything is gone yet"), ("de", "Noch ist nicht alles weg")],
)
def test_a_copy_that_cannot_be_removed_is_named_and_no_success_is_told(
    client: Client, person: Person, monkeypatch: pytest.MonkeyPatch, language: str, said: str
) -> None:
    set_language(person=person, language=language, by="test")
    kept = data_folder() / "before-restore-1.sqlite3"
    kept.write_text("canary")
    really = Path.unlink

    def unlink(path: Path, missing_ok: bool = False) -> None:
        if path.name == kept.name:
            raise PermissionError(13, "Permission denied")
        really(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)
    word = {"en": "erase", "de": "löschen"}[language]
    answer = client.post("/settings/erase/", {"sure": word})
    monkeypatch.undo()
    text = answer.content.decode()
    assert (answer.status_code, said in text, kept.name in text) == (503, True, True)
    assert finish_erasing(data_folder()) == ()
    assert not kept.exists()


def test_a_copy_saved_in_the_folder_is_named_before_erasing(client: Client) -> None:
    saved = data_folder() / "my-copy.jsonl"
    saved.write_text('{"myolog": "journal", "format": 1, "zone": "UTC"}')
    try:
        text = client.get("/settings/erase/").content.decode()
    finally:
        saved.unlink()
    assert "<li>my-copy.jsonl</li>" in text


def test_the_privacy_page_names_the_folder(client: Client) -> None:
    assert str(data_folder()) in client.get("/privacy/").content.decode()


@pytest.mark.parametrize(
    ("language", "before"),
    [
        ("en", "You said “No” on 10 February 2025. That was long ago. Please say it again."),
        ("de", "Am 10. Februar 2025 sagten Sie „Nein“. Das ist lange her."),
    ],
)
def test_what_was_told_13_months_ago_is_asked_anew_and_the_same_answer_counts_from_today(
    language: str, before: str, half_past_one: Person, client: Client
) -> None:
    set_language(person=half_past_one, language=language, by="t")
    told = {"pregnant": "no", "handedness": "left"}
    facts = [ProfileFact(day=date(2025, 2, 10), code=code, value=told[code]) for code in told]
    log_entries(person=half_past_one, entries=facts, by="t")
    page = client.get("/settings/about/").content.decode()
    assert before in page
    assert chosen_on(page) == {"handedness": "left", "sex": "", "family_nm": ""}, "the hand holds"
    form = {"key": str(uuid4()), "pregnant": "no"}
    assert client.post("/settings/about/", form).status_code == 302
    assert journal_of(half_past_one).profile["pregnant"].day == date(2026, 3, 10)
    page = client.get("/settings/about/").content.decode()
    assert before not in page
    assert chosen_on(page)["pregnant"] == "no"


def chosen_on(page: str) -> dict[str, str]:
    """Return the facts that a radio group tells, with what is chosen in each."""
    fields = dict(fields_of(page))
    return {code: fields[code] for code in re.findall(r'<fieldset id="(\w+)"', page)}


def test_each_choice_about_the_person_is_a_group_and_an_untouched_one_stays_unknown(
    client: Client, person: Person
) -> None:
    page = client.get("/settings/about/").content.decode()
    assert "<select" not in page
    offered = {
        "sex": ["woman", "man", "other", "unstated", ""],
        "handedness": ["left", "right", "both", ""],
        "family_nm": ["no", "yes", "not_sure", ""],
    }
    for code, values in offered.items():
        assert re.findall(rf'name="{code}"\s+value="(\w*)"', page) == values
    client.post("/settings/about/", filled(fields_of(page), handedness="left", family_nm="no"))
    told = {code: fact.value for code, fact in journal_of(person).profile.items()}
    assert told == {"handedness": "left", "family_nm": "no"}
    page = client.get("/settings/about/").content.decode()
    assert chosen_on(page) == {"sex": "", "handedness": "left", "family_nm": "no"}
    assert re.findall(r'name="handedness"\s+value="(\w*)"', page)[-1] == "both", (
        "what is told can be changed, not forgotten"
    )
