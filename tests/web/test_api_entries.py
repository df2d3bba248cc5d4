"""Every kind of entry goes through the API with all that the file says of it.

What is expected is written by hand in `tests.kinds`, in the words of the file.
"""

import json
import re
import socket
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from myolog.journal.file import lines, read_lines
from myolog.journal.kinds import ALL_KINDS
from myolog.store.selectors import Person, journal_of, the_person
from myolog.store.services import access
from myolog.store.services.imports import import_journal
from myolog.store.services.people import set_zone
from tests.kinds import EXAMPLES, ZONE
from tests.web.conftest import Served

pytestmark = pytest.mark.store

DAY = "2026-11-20"
BY_ITSELF = {"answers", "programme"}


def row_of(kind: str) -> dict[str, Any]:
    number = list(ALL_KINDS).index(kind)
    key = f"00000000-0000-4000-8000-{number:012d}"
    return {"kind": kind, "id": key, "day": DAY} | EXAMPLES[kind].written


def take_in(person: Person, rows: list[dict[str, Any]]) -> None:
    first = {"myolog": "journal", "format": 1, "zone": ZONE}
    text = [json.dumps(row) + "\n" for row in (first, *rows, {"end": len(rows)})]
    import_journal(person=person, journal=read_lines(text), by="test")


def post(client: Client, row: dict[str, Any], key: str = "k") -> Any:
    return client.post(
        "/api/v1/entries",
        json.dumps(row),
        content_type="application/json",
        headers={"Idempotency-Key": key},
    )


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_a_day_answers_each_kind_with_all_that_was_written(
    program: Client, person: Person, kind: str
) -> None:
    take_in(person, [row_of(kind)])
    expected = {"day": DAY, "entries": [row_of(kind)]}
    assert program.get(f"/api/v1/days/{DAY}").json() == expected
    noted = program.put(f"/api/v1/days/{DAY}", "{}", content_type="application/json")
    assert noted.json() == expected
    assert program.get(f"/api/v1/entries/{row_of(kind)['id']}").json() == row_of(kind)


@pytest.mark.parametrize("kind", sorted(set(ALL_KINDS) - BY_ITSELF))
def test_each_kind_is_noted_once_and_read_back(program: Client, person: Person, kind: str) -> None:
    row = {"kind": kind, "day": DAY} | EXAMPLES[kind].written
    answer, again = post(program, row), post(program, row)
    assert (answer.status_code, again.status_code) == (201, 200)
    assert answer.json() == again.json() == row | {"id": answer.json()["id"]}
    assert program.get(f"/api/v1/days/{DAY}").json()["entries"] == [answer.json()]
    assert len(journal_of(person).entries) == 1
    assert post(program, row | {"day": "2026-11-19"}).status_code in {409, 422}


def test_the_contracts_example(program: Client) -> None:
    body = {"tallies": [{"site": "calf", "side": "left", "count": 4}]}
    answer = program.put(f"/api/v1/days/{DAY}", json.dumps(body), content_type="application/json")
    (entry,) = answer.json()["entries"]
    assert entry == {
        "kind": "tally",
        "id": entry["id"],
        "day": DAY,
        "site": "calf",
        "side": "left",
        "count": 4,
    }


def test_a_note_in_the_home_zone_needs_no_zone(program: Client, person: Person) -> None:
    row = {"kind": "window", "at": "2026-11-20T12:00:00Z", "count": 2}
    assert post(program, row).json()["zone"] == person.zone


@pytest.mark.parametrize(
    "row",
    [
        {},
        {"kind": "mood"},
        {"kind": "programme", "day": DAY, "event": "started"},
        {"kind": "answers", "at": "2026-11-20T09:30:00Z", "answers": {"weakness": "none"}},
        {"kind": "medicine", "day": DAY, "name": "", "action": "start"},
        {"kind": "medicine", "day": "2999-01-01", "name": "X", "action": "start"},
        {"kind": "medicine", "day": DAY, "name": "X", "action": "start", "mood": 1},
        {"kind": "tasks", "day": DAY, "answers": {}},
        {"kind": "story", "day": DAY, "onset_day": DAY, "first_site": "soul"},
        {"kind": "exposure", "day": DAY, "code": "stress", "value": "3"},
        {"kind": "exposure", "day": DAY, "code": "stress", "value": 11},
        {"kind": "tally", "id": "x", "day": DAY, "site": "calf", "count": 1},
    ],
)
def test_an_impossible_entry_is_refused(
    program: Client, person: Person, row: dict[str, Any]
) -> None:
    answer = post(program, row)
    assert answer.status_code == 422
    assert set(answer.json()) == {"code", "message"}
    assert not journal_of(person).entries


def test_a_story_from_before_the_birth_is_refused(program: Client, person: Person) -> None:
    take_in(person, [{"kind": "profile", "day": DAY, "code": "age_years", "value": 8}])
    answer = post(program, {"kind": "story", "day": DAY, "onset_day": "2016-11-30",
                            "first_site": "chin"})  # fmt: skip
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_date")
    assert "before you were born" in answer.json()["message"]
    assert journal_of(person).story is None


@pytest.mark.parametrize(
    "row",
    [
        {"kind": "medicine", "name": "X", "action": "start"},
        {"kind": "examination", "what": "EMG"},
        {"kind": "tally", "site": "calf", "side": "left", "count": 1},
        {"kind": "none_today"},
    ],
)
def test_a_day_from_before_the_birth_is_refused_and_one_after_it_is_not(
    program: Client, person: Person, row: dict[str, Any]
) -> None:
    """Eight years old in 2026: born in 2017 or 2018."""
    take_in(person, [{"kind": "profile", "day": "2026-03-09", "code": "age_years", "value": 8}])
    answer = post(program, row | {"day": "2016-11-30"})
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_date")
    assert answer.json()["message"] == (
        "By the age you told, 30 November 2016 was before you were born. Correct the date, "
        "or your age."
    )
    assert len(journal_of(person).entries) == 1
    assert post(program, row | {"day": "2018-11-30"}).status_code == 201


def test_what_is_not_there_is_said(program: Client, stranger: Client) -> None:
    assert program.get("/api/v1/entries/none").status_code == 404
    assert stranger.get("/api/v1/entries/none").status_code == 401
    assert post(stranger, row_of("medicine")).status_code == 401


def test_head_answers_what_get_would(program: Client, person: Person) -> None:
    take_in(person, [row_of("tally"), row_of("episode")])
    id = row_of("episode")["id"]
    for path in ("episodes", f"episodes/{id}", f"entries/{id}", f"days/{DAY}", "journal",
                 "vocabulary", "openapi.json", "triggers", "assessment", "programme"):  # fmt: skip
        got, head = program.get(f"/api/v1/{path}"), program.head(f"/api/v1/{path}")
        assert head.status_code == got.status_code, path
        assert head["Content-Type"] == got["Content-Type"]
        assert head.content == b""
    assert program.head("/api/v1/programme/turns").status_code == 405


def test_the_server_sends_no_body_to_head(server: Served) -> None:
    """A body would be taken for the beginning of the next answer."""
    port = int(server.base.rpartition(":")[2])
    for path in ("/static/myolog.css", "/api/v1/journal", "/", "/learn/"):
        with socket.create_connection(("localhost", port)) as connection:
            ask = f"HEAD {path} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n"
            connection.sendall(ask.encode())
            answer = b"".join(iter(lambda: connection.recv(65_536), b""))
        head, _, body = answer.partition(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 ")
        assert body == b"", path


def test_the_whole_journal_is_what_was_written(program: Client, person: Person) -> None:
    rows = [row_of(kind) for kind in sorted(set(ALL_KINDS) - {"none_today"})]
    take_in(person, rows)
    first, *middle, last = [
        json.loads(line) for line in program.get("/api/v1/journal").content.decode().splitlines()
    ]
    assert first == {"myolog": "journal", "format": 1, "zone": ZONE}
    assert sorted(middle, key=lambda row: row["kind"]) == rows
    assert last == {"end": len(rows)}
    assert "".join(lines(journal_of(the_person()))).count("\n") == len(rows) + 2


def test_a_token_is_asked_for_each(person: Person, program: Client) -> None:
    access.revoke_api_token(person=person, name="test", by="t", now=datetime.now(UTC))
    assert post(program, row_of("medicine")).status_code == 401


@pytest.mark.django_db
def test_an_evening_in_new_york_is_the_same_in_api_file_and_page(
    program: Client, client: Client, person: Person
) -> None:
    set_zone(person=person, zone="Europe/Berlin", by="t")
    sent = {
        "site": "calf",
        "side": "left",
        "started_at": "2026-11-20T23:20:00-05:00",
        "zone": "America/New_York",
    }
    row = program.post(
        "/api/v1/episodes", sent, "application/json", headers={"Idempotency-Key": "evening"}
    ).json()
    told = {"day": "2026-11-20", "started_at": "2026-11-21T04:20:00Z", "zone": "America/New_York"}
    (of_day,) = program.get("/api/v1/days/2026-11-20").json()["entries"]
    (of_list,) = program.get("/api/v1/episodes").json()["items"]
    of_file = json.loads(program.get("/api/v1/journal").content.splitlines()[1])
    for one in (row, of_day, of_list, of_file):
        assert told.items() <= one.items()
    page = client.get("/journal/2026-11-20/").content.decode()
    assert re.search(r"23:20\W+(<[^>]+>)*\W*America/New_York", page)
    form = " ".join(client.get(f"/journal/{row['id']}/").content.decode().split())
    assert 'name="clock" value="23:20"' in form
    assert 'name="day" value="2026-11-20"' in form
    assert 'name="zone" value="America/New_York" checked' in form
