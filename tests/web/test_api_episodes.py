"""Logging, listing, reading and deleting episodes through the API."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from myolog.store.models import AuditEvent
from myolog.store.selectors import Person, journal_of
from myolog.store.services import access
from myolog.store.services.care import record_answers
from myolog.store.services.journal import log_episode
from myolog.store.services.people import set_zone

pytestmark = pytest.mark.store
PATH = "/api/v1/episodes"
BODY = {"site": "calf", "side": "left", "started_at": "2026-01-01T00:00:00Z"}


def post(client: Client, body: Any = BODY, key: str | None = "k1", **over: Any) -> Any:
    headers = {"Idempotency-Key": key} if key is not None else {}
    content = body if isinstance(body, str | bytes) else json.dumps(body)
    given = {"content_type": "application/json", "headers": headers} | over
    return client.post(PATH, content, **given)


def test_a_program_logs_an_episode(program: Client, person: Person) -> None:
    set_zone(person=person, zone="Europe/Berlin", by="test")
    body = BODY | {
        "started_at": "2026-01-01T01:30:00+01:00",
        "duration_s": 30,
        "suspected": ["caffeine", "the new chair"],
        "note": "<b>=1+1</b>",
    }
    answer = post(program, body)
    assert answer.status_code == 201
    row = answer.json()
    (kept,) = journal_of(person).episodes
    assert row == {
        "kind": "episode",
        "id": kept.id,
        "site": "calf",
        "side": "left",
        "started_at": "2026-01-01T00:30:00Z",
        "zone": "Europe/Berlin",
        "day": "2026-01-01",
        "duration_s": 30,
        "intensity": None,
        "suspected": ["caffeine", "the new chair"],
        "with": [],
        "note": "<b>=1+1</b>",
        "duration_said": "",
        "time_said": "",
    }
    assert AuditEvent.objects.get(person=person, action="log_episode").by == "api:test"
    assert program.get(f"{PATH}/{kept.id}").json() == row


def test_the_same_again_stores_nothing(program: Client, person: Person) -> None:
    first, again = post(program), post(program)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    assert post(program, BODY | {"note": "other"}).status_code == 409
    assert post(program, key="k2").status_code == 201
    assert len(journal_of(person).episodes) == 2


def test_null_and_absent_are_the_same(program: Client) -> None:
    nulls = {"side": None, "duration_s": None, "suspected": [], "note": ""}
    assert post(program, {**BODY, **nulls}).status_code == 201
    assert post(program, {k: v for k, v in BODY.items() if k != "side"}).status_code == 200


@pytest.mark.parametrize("key", [None, "", "k" * 201])
def test_without_a_key_it_is_refused(program: Client, person: Person, key: str | None) -> None:
    answer = post(program, key=key)
    assert answer.status_code == 400
    assert answer.json()["code"] == "invalid_idempotency_key"
    assert not journal_of(person).entries


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("{", 400),
        ("", 415),
        ("[" * 100_000, 400),
        (b"\xff\xfe", 400),
        ('{"site": NaN}', 400),
        ("[]", 422),
        (BODY | {"mood": 3}, 422),
        (BODY | {"site": "soul"}, 422),
        (BODY | {"side": "up"}, 422),
        (BODY | {"site": "chin"}, 422),
        (BODY | {"started_at": "yesterday"}, 422),
        (BODY | {"started_at": "2026-01-01T00:00:00"}, 422),
        (BODY | {"started_at": 1_767_225_600}, 422),
        (BODY | {"started_at": "2999-01-01T00:00:00Z"}, 422),
        (BODY | {"started_at": "1899-12-31T00:00:00Z"}, 422),
        (BODY | {"started_at": "0001-01-01T00:00:00+14:00"}, 422),
        (BODY | {"duration_s": 0}, 422),
        (BODY | {"duration_s": -1}, 422),
        (BODY | {"duration_s": 86_401}, 422),
        (BODY | {"duration_s": "30"}, 422),
        (BODY | {"duration_s": True}, 422),
        (BODY | {"suspected": ["x"] * 31}, 422),
        (BODY | {"suspected": [""]}, 422),
        (BODY | {"note": "x" * 10_001}, 422),
        (BODY | {"note": "a\u0000b"}, 422),
        (json.dumps(BODY | {"note": "\ud800"}), 422),
        (BODY | {"zone": "../../etc/passwd"}, 422),
        (BODY | {"zone": "\u0000"}, 422),
        (json.dumps(BODY | {"\ud800": 1}), 422),
        (BODY | {"note": "x" * 300_000}, 413),
    ],
)
def test_a_bad_body_is_refused_in_one_sentence(
    program: Client, person: Person, body: Any, status: int
) -> None:
    answer = post(program, body)
    assert answer.status_code == status
    assert set(answer.json()) == {"code", "message"}
    assert answer.json()["message"].strip().endswith((".", "?"))
    assert not journal_of(person).entries


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded"])
def test_only_json_is_taken(program: Client, kind: str) -> None:
    answer = post(program, json.dumps(BODY), content_type=kind)
    assert (answer.status_code, answer.json()["code"]) == (415, "not_json")


def test_a_stranger_is_told_how_to_come_in(stranger: Client) -> None:
    for answer in (post(stranger), stranger.get(PATH), stranger.get("/api/v1/journal")):
        assert answer.status_code == 401
        assert answer.json()["code"] == "not_signed_in"
        assert answer["WWW-Authenticate"] == "Bearer"


def test_a_revoked_token_opens_nothing(program: Client, person: Person) -> None:
    assert program.get(PATH).status_code == 200
    access.revoke_api_token(person=person, name="test", by="t", now=datetime.now(UTC))
    assert program.get(PATH).status_code == 401


def test_the_owners_browser_needs_the_csrf_token(strict_client: Client, person: Person) -> None:
    assert strict_client.get(PATH).status_code == 200
    assert post(strict_client).status_code == 403
    assert not journal_of(person).entries
    token = strict_client.cookies["csrftoken"].value
    headers = {"Idempotency-Key": "k", "X-CSRFToken": token}
    assert post(strict_client, headers=headers).status_code == 201
    assert AuditEvent.objects.get(person=person, action="log_episode").by == "owner"


def test_the_list_is_newest_first_and_whole(program: Client) -> None:
    begun = datetime(2026, 1, 1, tzinfo=UTC)
    for minute in range(5):
        body = BODY | {"started_at": (begun + timedelta(minutes=minute)).isoformat()}
        assert post(program, body, key=f"k{minute}").status_code == 201
    seen: list[str] = []
    address = f"{PATH}?limit=2"
    while address:
        page = program.get(address).json()
        seen += [item["started_at"] for item in page["items"]]
        address = page["next"]
    assert seen == [f"2026-01-01T00:0{minute}:00Z" for minute in range(4, -1, -1)]


@pytest.mark.parametrize("query", ["limit=0", "limit=1001", "limit=x", "before=" + "x" * 201])
def test_a_bad_page_is_refused(program: Client, query: str) -> None:
    assert program.get(f"{PATH}?{query}").status_code == 422


@pytest.mark.parametrize(
    "cursor",
    [
        "no-such",
        "01a22887-57e9-7ce6-a737-96d369a0a356",
        "WyIyMDI2LTAxLTAxIl0",
        "WyJ4IiwieSIsInoiXQ",
        "bnVsbA",
        "é",
        "%00",
    ],
)
def test_what_no_page_gave_is_no_address(program: Client, cursor: str) -> None:
    answer = program.get(f"{PATH}?before={cursor}")
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_cursor")
    assert "Start from the first page" in answer.json()["message"]


def test_deleting_an_episode(program: Client, person: Person) -> None:
    address = f"{PATH}/{post(program).json()['id']}"
    assert program.delete(address).status_code == 204
    assert not journal_of(person).entries
    assert program.delete(address).status_code == 404
    assert program.get(address).status_code == 404


def test_a_wrong_method_is_said_so(program: Client) -> None:
    answer = program.patch(PATH, "{}", content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (405, "method_not_allowed")
    assert set(answer["Allow"].split(", ")) == {"GET", "HEAD", "POST"}
    assert program.get("/api/v1/nothing").status_code == 404
    assert program.get("/api/v1/nothing").json()["code"] == "not_found"


def test_a_retry_after_a_crash_works_the_result_out_again(program: Client, person: Person) -> None:
    record_answers(person=person, answers={"weakness": "none"}, by="t")
    before = program.get("/api/v1/assessment").json()
    started = datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=5)
    for day in range(40):
        log_episode(
            person=person,
            site="calf",
            side="left",
            started_at=started - timedelta(days=day),
            by="t",
            idempotency_key=f"day {day}",
        )
    body = BODY | {"started_at": started.isoformat()}
    assert post(program, body, key="day 0").status_code == 200
    assert program.get("/api/v1/assessment").json()["reasons"] != before["reasons"]
