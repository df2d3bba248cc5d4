"""A full disk, a folder that is read-only, a locked journal: one sentence, nothing half stored."""

import re
from collections.abc import Iterator
from html import unescape
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client

from myolog.store.selectors import Person, journal_of

pytestmark = [pytest.mark.django_db(transaction=True)]

LONG = "x" * 9_000


@pytest.fixture(autouse=True)
def on_sqlite() -> Iterator[None]:
    """Take the limits away again."""
    if connection.vendor != "sqlite":
        pytest.skip("these are SQLite's own words")
    yield
    limit("PRAGMA query_only=OFF", "PRAGMA max_page_count=4294967294")


def limit(*pragmas: str) -> None:
    with connection.cursor() as cursor:
        for pragma in pragmas:
            cursor.execute(pragma)


def twitch() -> dict[str, str]:
    return {"place": "calf/left", "key": str(uuid4()), "save": "1", "note": LONG}


def test_a_full_disk_is_said_and_nothing_is_half_stored(client: Client, person: Person) -> None:
    client.raise_request_exception = False
    limit("PRAGMA max_page_count=1")
    told = [client.post("/log/", twitch()) for _ in range(12)]
    refused = [answer for answer in told if answer.status_code == 507]
    assert refused
    assert "The disk is full" in refused[0].content.decode()
    stored = sum(1 for answer in told if answer.status_code == 302)
    assert len(journal_of(person).episodes) == stored
    assert client.get("/journal/").status_code == 200, "reading goes on"
    limit("PRAGMA max_page_count=4294967294")
    assert client.post("/log/", twitch()).status_code == 302
    assert len(journal_of(person).episodes) == stored + 1


def test_a_folder_that_is_read_only_is_said(client: Client, person: Person) -> None:
    client.raise_request_exception = False
    limit("PRAGMA query_only=ON")
    answer = client.post("/log/", twitch())
    assert answer.status_code == 503
    assert "may not write to its folder" in answer.content.decode()
    limit("PRAGMA query_only=OFF")
    assert client.post("/log/", twitch()).status_code == 302


def test_what_was_typed_can_be_sent_again_without_a_script(client: Client, person: Person) -> None:
    client.raise_request_exception = False
    typed = twitch() | {"accompanied": ["cramp", "pain"], "note": 'after the "long" walk\n<b>'}
    limit("PRAGMA query_only=ON")
    page = client.post("/log/", typed | {"csrfmiddlewaretoken": "x"}).content.decode()
    assert "What you typed is kept on this page" in page
    form = page.partition('action="/log/"')[2].partition("</form>")[0]
    again = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', form)
    kept = [(name, unescape(value)) for name, value in again if name != "csrfmiddlewaretoken"]
    limit("PRAGMA query_only=OFF")
    sent = {name: [value for one, value in kept if one == name] for name, _ in kept}
    assert client.post("/log/", sent).status_code == 302
    (stored,) = journal_of(person).episodes
    assert (stored.note, stored.accompanied) == (typed["note"], ("cramp", "pain"))
