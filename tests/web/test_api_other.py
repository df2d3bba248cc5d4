"""Days, the check, the whole journal and the vocabulary through the API."""

import json
from typing import Any

import pytest
from django.test import Client

from myolog.journal.file import read_lines
from myolog.store.selectors import Person, journal_of
from myolog.vocabulary.exposures import EXPOSURES
from myolog.vocabulary.sites import SITES

DAY = "/api/v1/days/2026-01-02"


def put(client: Client, body: Any, path: str = DAY) -> Any:
    return client.put(path, json.dumps(body), content_type="application/json")


def test_a_day_is_noted_and_read_back(program: Client, person: Person) -> None:
    body = {
        "tallies": [
            {"site": "calf", "side": "left", "amount": "many"},
            {"site": "forearm", "side": "right", "count": 12},
        ],
        "exposures": {"caffeine": 180, "sleep_min": 400.5},
    }
    answer = put(program, body)
    assert answer.status_code == 200
    assert answer.json() == program.get(DAY).json()
    journal = journal_of(person)
    assert [(t.site, t.amount, t.count) for t in journal.tallies] == [
        ("calf", "many", None),
        ("forearm", None, 12),
    ]
    assert put(program, body).json() == answer.json()
    assert put(program, {}).json() == answer.json()


@pytest.mark.parametrize(("body", "status"), [(b"", 422), (b" ", 400)])
def test_an_empty_body_notes_nothing(
    program: Client, person: Person, body: bytes, status: int
) -> None:
    answer = program.put(DAY, body, content_type="application/json")
    assert (answer.status_code, set(answer.json())) == (status, {"code", "message"})
    assert not journal_of(person).entries


def test_none_today(program: Client, person: Person) -> None:
    assert put(program, {"none_today": True}).status_code == 200
    assert len(journal_of(person).observed_days) == 1
    twitched = {"none_today": True, "tallies": [{"site": "chin", "amount": "some"}]}
    assert put(program, twitched).json()["code"] == "day_has_twitches"


@pytest.mark.parametrize(
    ("path", "body"),
    [
        (DAY, {"exposures": {"caffeine": 1e9}}),
        (DAY, {"exposures": {"mood": 1}}),
        (DAY, {"exposures": {"caffeine": "180"}}),
        (DAY, {"tallies": [{"site": "calf", "side": "left"}]}),
        (DAY, {"tallies": [{"site": "calf", "amount": "some", "count": 3}]}),
        (DAY, {"tallies": [{"site": "calf", "count": -1}]}),
        (DAY, {"mood": 1}),
        ("/api/v1/days/2026-02-30", {}),
        ("/api/v1/days/today", {}),
        ("/api/v1/days/2999-01-01", {"none_today": True}),
        ("/api/v1/days/1899-01-01", {"none_today": True}),
    ],
)
def test_an_impossible_day_is_refused(
    program: Client, person: Person, path: str, body: Any
) -> None:
    answer = put(program, body, path)
    assert answer.status_code == 422
    assert set(answer.json()) == {"code", "message"}
    assert not journal_of(person).entries


def test_the_check(program: Client) -> None:
    path = "/api/v1/assessment"
    assert program.get(path).status_code == 404

    def answer(**body: Any) -> Any:
        return program.post(path, json.dumps(body), content_type="application/json")

    said = answer(answers={"weakness": "progressive"})
    assert said.status_code == 201
    assert (said.json()["urgency"], said.json()["expired"]) == ("URGENT", False)
    assert program.get(path).json() == said.json()
    for wrong in ({"answers": {"weakness": "maybe"}}, {"answers": {"mood": 1}}, {}):
        assert answer(**wrong).status_code == 422
    assert answer(answers={"\ud800": "x"}).status_code == 422
    assert answer(answers={"a\u0000": "x"}).status_code == 422
    assert program.get(path).json() == said.json()


def test_nothing_known_is_no_all_clear(program: Client) -> None:
    said = program.post(
        "/api/v1/assessment", '{"answers": {"wasting": "no"}}', content_type="application/json"
    )
    assert (said.json()["urgency"], said.json()["complete"]) == (None, False)


def test_answering_nothing_is_no_check(program: Client, person: Person) -> None:
    for nothing in ('{"answers": {}}', '{"answers": {"wasting": null}}'):
        said = program.post("/api/v1/assessment", nothing, content_type="application/json")
        assert said.status_code == 422
    assert not journal_of(person).entries
    assert program.get("/api/v1/assessment").status_code == 404


def test_the_whole_journal(program: Client, person: Person) -> None:
    put(program, {"exposures": {"caffeine": 180}})
    answer = program.get("/api/v1/journal")
    assert answer["Content-Type"] == "application/x-ndjson"
    assert read_lines(answer.content.decode().splitlines(keepends=True)) == journal_of(person)


def test_the_vocabulary(program: Client) -> None:
    known = program.get("/api/v1/vocabulary").json()
    assert [site["code"] for site in known["sites"]] == list(SITES)
    assert [exposure["code"] for exposure in known["exposures"]] == list(EXPOSURES)


def test_the_description_is_derived_from_the_vocabulary(program: Client) -> None:
    schema = program.get("/api/v1/openapi.json").json()
    assert schema["openapi"].startswith("3.1")
    parts = schema["components"]["schemas"]
    assert parts["EpisodeIn"]["properties"]["site"]["enum"] == list(SITES)
    assert list(parts["DayIn"]["properties"]["exposures"]["properties"]) == list(EXPOSURES)
    assert parts["EpisodeIn"]["additionalProperties"] is False
