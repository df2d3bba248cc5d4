"""A client made by a public generator writes and reads 20 of each kind.

The client knows the API by its description only; what comes back is compared with what was written
by hand in `tests.kinds`, told apart by a number.
"""

import importlib
import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from types import ModuleType
from typing import Any

import httpx
import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from myolog.journal.kinds import ALL_KINDS
from myolog.store.selectors import Person
from myolog.store.services import access
from myolog.web.api.routes import api
from myolog.web.moment import today_for
from myolog.web.wsgi import application
from tests.kinds import WRITTEN
from tests.programme_days import make_ready
from tests.web.test_api_entries import BY_ITSELF

N = 20
FIRST = date(2026, 10, 1)
CONFIG = {"content_type_overrides": {"application/x-ndjson": "text/plain"}, "post_hooks": []}
"""The generator has no word for JSON Lines and takes them as text; its own formatter is not run."""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Generate the client from the description and give its name."""
    folder = tmp_path_factory.mktemp("client")
    described = api.get_openapi_schema(path_prefix="/api/v1/")
    (folder / "openapi.json").write_text(json.dumps(described, default=str))
    (folder / "config.json").write_text(json.dumps(CONFIG))
    command = [sys.executable, "-m", "openapi_python_client", "generate", "--meta", "none"]
    made = subprocess.run(
        [*command, "--path", "openapi.json", "--config", "config.json", "--fail-on-warning",
         "--output-path", "myolog_client"],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert made.returncode == 0, made.stdout + made.stderr
    sys.path.insert(0, str(folder))
    yield "myolog_client"
    sys.path.remove(str(folder))


class Program:
    """Somebody's program, with the generated client and a token."""

    def __init__(self, package: str, token: str) -> None:
        self.package = package
        self.client = self.part("client").AuthenticatedClient(
            base_url="http://localhost",
            token=token,
            httpx_args={"transport": httpx.WSGITransport(app=application)},
            raise_on_unexpected_status=True,
        )

    def part(self, name: str) -> ModuleType:
        return importlib.import_module(f"{self.package}.{name}")

    def call(self, operation: str, *given: Any, **named: Any) -> Any:
        answer = self.part(f"api.{operation}").sync_detailed(*given, client=self.client, **named)
        assert 200 <= answer.status_code < 300, answer.content
        return answer.parsed

    def model(self, name: str, row: dict[str, Any]) -> Any:
        return getattr(self.part("models"), name).from_dict(row)

    def day(self, day: str) -> list[dict[str, Any]]:
        noted = self.call("journal.read_day", day)
        assert noted.day == date.fromisoformat(day)
        return [settled(entry.to_dict()) for entry in noted.entries]


@pytest.fixture
def client(package: str, person: Person) -> Iterator[Program]:
    """Give a program; keep the test's transaction open between requests."""
    request_started.disconnect(close_old_connections)
    request_finished.disconnect(close_old_connections)
    token = access.create_api_token(person=person, name="client", by="t", now=datetime.now(UTC))
    yield Program(package, token)
    request_started.connect(close_old_connections)
    request_finished.connect(close_old_connections)


def settled(row: dict[str, Any]) -> dict[str, Any]:
    """Compare instants as instants, however they are written."""
    instants = {"started_at", "at"} & set(row)
    return row | {name: datetime.fromisoformat(row[name]) for name in instants}


def numbered(kind: str, number: int) -> dict[str, Any]:
    """Return one of the twenty: another day, another text."""
    day = FIRST + timedelta(days=number)
    row = {"kind": kind, "day": day.isoformat()} | WRITTEN[kind]
    for name in {"started_at", "at"} & set(row):
        row[name] = f"{day}{row[name][10:]}"
    for name in {"note", "dose", "changed", "text"} & set(row):
        row[name] = f"{row[name]} {number}"
    if kind == "experiment_plan":
        row["name"] = f"late coffee {number}"
    return row


@pytest.mark.parametrize("kind", sorted(set(ALL_KINDS) - BY_ITSELF))
def test_twenty_of_each_kind_are_written_and_read(client: Program, kind: str) -> None:
    name = ALL_KINDS[kind].__name__
    for number in range(N):
        row = numbered(kind, number)
        body = client.model(f"{name}New", row)
        stored = client.call("journal.create_entry", body=body, idempotency_key=f"{kind} {number}")
        assert type(stored).__name__ == f"{name}Entry"
        expected = settled(row | {"id": stored.id})
        assert settled(stored.to_dict()) == expected
        assert client.day(row["day"]) == [expected]
        read = client.call("journal.read_entry", stored.id)
        assert settled(read.to_dict()) == expected


def test_twenty_episodes_come_in_pages(client: Program) -> None:
    for number in range(N):
        row = {name: value for name, value in numbered("episode", number).items()
               if name not in {"kind", "day"}}  # fmt: skip
        body = client.model("EpisodeIn", row)
        client.call("journal.create_episode", body=body, idempotency_key=f"episode {number}")
    notes, before = [], {}
    while True:
        page = client.call("journal.list_episodes", limit=7, **before)
        notes += [episode.note for episode in page.items]
        if page.next_ is None:
            break
        before = {"before": httpx.URL(page.next_).params["before"]}
    assert notes == [f"<b>zuckt</b> 🦵 {number}" for number in range(N - 1, -1, -1)]


def test_twenty_days_are_noted_at_once(client: Program) -> None:
    for number in range(N):
        day = (FIRST + timedelta(days=number)).isoformat()
        body = client.model(
            "DayIn",
            {
                "tallies": [{"site": "calf", "side": "left", "count": number}],
                "exposures": {"caffeine": 100 + number},
            },
        )
        noted = [
            entry.to_dict() for entry in client.call("journal.note_day", day, body=body).entries
        ]
        assert [{k: v for k, v in row.items() if k != "id"} for row in noted] == [
            {"kind": "exposure", "day": day, "code": "caffeine", "value": 100.0 + number},
            {"kind": "tally", "day": day, "site": "calf", "side": "left", "count": number},
        ]


def test_twenty_checks_are_answered_and_read(client: Program) -> None:
    words = ("none", "felt_only", "functional", "progressive")
    for number in range(N):
        given = {"weakness": words[number % 4], "lockjaw": False, "run_days": 100 + number}
        body = client.model("AnswersIn", {"answers": given, "reasons": {"weakness": f"n {number}"}})
        result = client.call("check.answer_check", body=body)
        (entry,) = [
            row for row in client.day(today_day(client)) if row["kind"] == "answers"
            and row["reasons"] == {"weakness": f"n {number}"}
        ]  # fmt: skip
        assert entry["answers"] == given
        assert (str(result.urgency) == "URGENT") == (number % 4 >= 2)


def today_day(client: Program) -> str:
    found = client.call("journal.export_journal")
    row = json.loads(found.splitlines()[-2])
    return str(row["day"])


def test_twenty_events_of_the_programme_are_written_and_read(
    client: Program, person: Person
) -> None:
    make_ready(person, datetime.now(UTC))
    first = today_for(person) - timedelta(days=6)
    started = client.model(
        "ProgrammeIn", {"day": first.isoformat(), "bedtime": "22:45", "leave_out": ["STEP-1"]}
    )
    client.call("programme.begin", body=started)
    ticks = [(first + timedelta(days=n % 7), f"STEP-{2 + n // 7}") for n in range(N)]
    for day, step in ticks:
        plan = client.call("programme.tick_step", day.isoformat(), step)
        assert [one.ticked for one in plan.steps if str(one.step) == step] == [True]
    read = [
        (date.fromisoformat(row["day"]), row["step"])
        for n in range(7)
        for row in client.day((first + timedelta(days=n)).isoformat())
        if row["kind"] == "programme" and row["event"] == "step_done"
    ]
    assert sorted(read) == sorted(ticks)
