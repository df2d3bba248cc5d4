"""The programme through the API: begun, ticked, changed, and what is refused."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from myolog.cli.main import main
from myolog.journal.records import ProgrammeEvent
from myolog.store.selectors import Person, journal_of, the_person
from myolog.store.services.journal import log_entries
from myolog.store.services.programme import pause
from myolog.store.services.programme_start import start_programme
from myolog.web.moment import today_for
from tests.factories import exposure
from tests.programme_days import make_ready

BASE = "/api/v1/programme"


def send(client: Client, method: str, path: str, body: Any = None) -> Any:
    return client.generic(
        method, f"{BASE}{path}", json.dumps({} if body is None else body), "application/json"
    )


def today() -> str:
    return today_for(the_person()).isoformat()


@pytest.fixture
def running(program: Client, person: Person) -> Client:
    make_ready(person, datetime.now(UTC))
    answer = send(program, "POST", "", {"bedtime": "22:45"})
    assert answer.status_code == 201, answer.content
    return program


def test_begin_and_read(running: Client) -> None:
    row = running.get(BASE).json()
    assert (row["number"], row["state"], row["started"]) == (1, "running", today())
    assert row["gentle"] == ["STEP-1", "STEP-4", "STEP-3"]
    assert row["steps"][0]["target"] == "At most 530 mg of caffeine"
    assert row["steps"][0]["guards"] == ["GUARD-MED"]
    assert running.get(f"{BASE}?day={today()}").json() == row


def test_a_tick_and_back(running: Client, person: Person) -> None:
    path = f"/days/{today()}/STEP-4"
    for _ in range(2):
        answer = send(running, "PUT", path)
        assert [one["step"] for one in answer.json()["steps"] if one["ticked"]] == ["STEP-4"]
    assert send(running, "DELETE", path).json()["steps"][3]["ticked"] is False
    assert not [one for one in journal_of(person).of(ProgrammeEvent) if one.event == "step_done"]


def test_goals_headaches_and_pauses(running: Client) -> None:
    answer = send(running, "PUT", "/goals/STEP-2", {"value": "2500"})
    assert answer.json()["steps"][1]["amount"] == 2500
    assert send(running, "POST", "/headaches", {"score": 7}).status_code == 200
    for turn, state in (("pause", "paused"), ("resume", "running"), ("stop", "stopped")):
        assert send(running, "POST", "/turns", {"turn": turn}).json()["state"] == state


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "code"),
    [
        ("POST", "", {}, 409, "programme_running"),
        ("POST", "", {"day": "2026-01-01"}, 409, "programme_running"),
        ("PUT", "/days/2999-01-01/STEP-4", {}, 422, "in_the_future"),
        ("PUT", "/days/2020-01-01/STEP-4", {}, 404, "no_programme"),
        ("PUT", "/days/2020-02-30/STEP-4", {}, 422, "invalid_date"),
        ("PUT", "/goals/STEP-2", {"value": "9000"}, 422, "invalid_goal"),
        ("PUT", "/goals/STEP-3", {"value": "25:00"}, 422, "invalid_goal"),
        ("POST", "/headaches", {"score": 5, "day": "2999-01-01"}, 422, "in_the_future"),
        ("POST", "/turns", {"turn": "resume"}, 409, "programme_running"),
    ],
)
def test_what_does_not_fit_stores_nothing(
    running: Client, person: Person, method: str, path: str, body: Any, status: int, code: str
) -> None:
    before = journal_of(person).entries
    answer = send(running, method, path, body)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert journal_of(person).entries == before


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, "facts_missing"),
        ({"facts": {"lithium": "maybe"}}, "invalid_fact"),
        ({"facts": {"lithium": "no"}}, "facts_missing"),
        ({"drinks_ml": 9000}, "invalid"),
    ],
)
def test_a_start_that_is_refused_stores_nothing(
    program: Client, person: Person, body: Any, code: str
) -> None:
    answer = send(program, "POST", "", body)
    assert answer.status_code == 422
    assert answer.json()["code"] in (code, "invalid_request")
    assert not journal_of(person).entries


def test_too_few_days_before(program: Client, person: Person) -> None:
    make_ready(person, datetime.now(UTC), n_days=5)
    assert send(program, "POST", "").json()["code"] == "too_few_days"
    assert send(program, "POST", "", {"compare": False}).status_code == 201


def test_a_guard_told_with_the_start_replaces_the_step(program: Client, person: Person) -> None:
    make_ready(person, datetime.now(UTC))
    row = send(program, "POST", "", {"facts": {"lithium": "yes"}}).json()
    assert row["steps"][0]["target"] is None
    assert "With lithium" in row["steps"][0]["says"][0]
    answer = send(program, "PUT", f"/days/{today()}/STEP-1")
    assert answer.json()["code"] == "not_asked"


def test_without_a_programme_there_is_nothing_to_read(program: Client) -> None:
    assert program.get(BASE).json()["code"] == "no_programme"
    yesterday = today_for(the_person()) - timedelta(days=1)
    assert program.get(f"{BASE}?day={yesterday}").status_code == 404
    assert program.get(f"{BASE}?day=x").status_code == 422


def test_a_stranger_gets_nothing(stranger: Client) -> None:
    assert stranger.get(BASE).status_code == 401


def test_after_a_break_page_terminal_and_program_say_the_same_day(
    program: Client, client: Client, person: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    now = datetime.now(UTC)
    begun = now - timedelta(days=19)
    make_ready(person, begun)
    start_programme(person=person, by="t", now=begun)
    pause(person=person, by="t", now=begun + timedelta(days=5))
    days = [today_for(person) - timedelta(days=back) for back in range(1, 15)]
    log_entries(person=person, entries=[exposure(day=day, value=600) for day in days], by="t")
    row = send(program, "POST", "/turns", {"turn": "resume"}).json()
    assert (row["number"], row["steps"][0]["amount"]) == (6, 530)
    assert "At most 530 mg of caffeine" in client.get("/programme/").content.decode()
    with pytest.raises(SystemExit):
        main(["programme"])
    assert "At most 530 mg of caffeine" in capsys.readouterr().out
