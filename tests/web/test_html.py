"""Every page is valid HTML, said by a public validator: empty, full, refused, in both languages."""

import json
from pathlib import Path

import pytest
from django.test import Client

from myolog.journal.example import forearm_journal
from myolog.store.selectors import Person
from myolog.store.services.care import catch_up, record_answers
from myolog.store.services.imports import import_journal
from myolog.store.services.looking_back import look_back
from myolog.triage.answers import INPUTS
from tests.validators.run import validate
from tests.web.test_every_page import PAGES

MORE = (
    "/check/again/",
    "/emergency/",
    "/nothing/",
    "/offline/",
    "/privacy/",
    "/journal/2026-03-01/",
    "/day/?day=2026-03-01",
    "/log/?say=left+calf+2+min+after+espresso",
    *(f"/check/{name}/" for name in INPUTS),
)
RULES = {
    "extends": ["html-validate:standard", "html-validate:document"],
    "rules": {
        # A part that waits hidden above the page's own heading has a heading of its own.
        "heading-level": ["error", {"minInitialRank": "h2"}],
        # Every script and sheet comes from this server itself.
        "require-sri": "off",
    },
    "root": True,
}


def keep(client: Client, folder: Path, *, state: str, language: str) -> int:
    """Write every page that answers with HTML into a folder."""
    kept = 0
    for number, path in enumerate(dict.fromkeys((*PAGES, *MORE))):
        answer = client.get(path, headers={"accept-language": language})
        if answer.content and answer.headers["Content-Type"].startswith("text/html"):
            name = path.partition("?")[0].replace("/", "-")
            (folder / f"{state}-{number:03}{name}.html").write_bytes(answer.content)
            kept += 1
    return kept


def judged(folder: Path) -> str:
    (folder / ".htmlvalidate.json").write_text(json.dumps(RULES))
    return validate(
        "html-validate/bin/html-validate.mjs", "--formatter", "text", "--max-warnings", "0",
        "*.html", cwd=folder,
    )  # fmt: skip


def test_every_page_is_valid_html(client: Client, person: Person, tmp_path: Path) -> None:
    assert keep(client, tmp_path, state="empty", language="en") > 60
    import_journal(person=person, journal=forearm_journal(), by="test")
    record_answers(person=person, answers={"weakness": "functional"}, by="test")
    look_back(person=person, by="test")
    catch_up(person=person, by="test")
    assert keep(client, tmp_path, state="full", language="de") > 60
    judged(tmp_path)


def test_the_validator_sees_a_fault(tmp_path: Path) -> None:
    (tmp_path / "wrong.html").write_text(
        "<!doctype html><html lang='en'><head><title>x</title></head>"
        "<body><span><form action='/'></form></span></body></html>"
    )
    with pytest.raises(AssertionError, match="<form> element is not permitted"):
        judged(tmp_path)
