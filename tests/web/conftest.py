"""A browser of the owner's, one of a stranger's, a program with a token, and a real server."""

import itertools
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine
from django.test import Client

from myolog.journal.example import forearm_journal
from myolog.store.selectors import Person, the_person
from myolog.store.services import access
from myolog.store.services.care import catch_up, record_answers
from myolog.store.services.imports import import_journal
from myolog.store.services.looking_back import look_back
from myolog.store.services.people import set_zone
from myolog.store.services.zones import set_day_end
from myolog.web.door import COOKIE
from tests import forking, tables


@pytest.fixture
def person(db: None) -> Person:
    """Give the person whose journal it is."""
    return the_person()


@pytest.fixture
def stranger(db: None) -> Client:
    """Give a browser at the right address that was never let in."""
    return Client(headers={"host": "localhost"}, enforce_csrf_checks=True)


@pytest.fixture
def client(person: Person) -> Client:
    """Give the owner's browser, let in by a launch link. CSRF tokens are not asked for."""
    browser = Client(headers={"host": "localhost"})
    token = access.new_launch_token(person=person, now=datetime.now(UTC))
    answer = browser.get(f"/open/{token}/")
    assert answer.status_code == 302
    assert COOKIE in browser.cookies
    return browser


@pytest.fixture
def half_past_one(db: None) -> Iterator[Person]:
    """Give a person whose day ends at four, in Berlin at 01:30 of Wednesday 11 March 2026."""
    with time_machine.travel(datetime(2026, 3, 11, 0, 30, tzinfo=UTC)):
        set_zone(person=the_person(), zone="Europe/Berlin", by="test")
        set_day_end(person=the_person(), day_ends_hour=4, by="test")
        yield the_person()


@pytest.fixture
def full(person: Person) -> Person:
    """Give the person four months of notes, a result and a look back on the steps."""
    import_journal(person=person, journal=forearm_journal(), by="test")
    record_answers(person=person, answers={"weakness": "functional"}, by="test")
    look_back(person=person, by="test")
    catch_up(person=person, by="test")
    return person


@pytest.fixture
def strict_client(client: Client) -> Client:
    """Give the owner's browser with CSRF tokens asked for, as in life."""
    client.handler.enforce_csrf_checks = True
    return client


@pytest.fixture
def program(person: Person) -> Client:
    """Give a program with a bearer token."""
    token = access.create_api_token(person=person, name="test", by="test", now=datetime.now(UTC))
    return Client(
        headers={"host": "localhost", "authorization": f"Bearer {token}"},
        enforce_csrf_checks=True,
    )


@dataclass(frozen=True)
class Served:
    """A running server.

    Attributes
    ----------
    base : such as http://localhost:40123
    launch_url : the one-time address
    """

    base: str
    launch_url: str
    data: Path
    pid: int


SERVE = """
import sys
from pathlib import Path
from myolog.web.server import serve
serve(Path(sys.argv[1]), port=int(sys.argv[2]), open_browser=False, look_ahead=False)
"""


def free_port() -> int:
    """Return a port that nothing takes while its server is gone.

    It lies below those from which a computer gives outgoing connections theirs.
    """
    for nth in range(1_000):
        port = 20_000 + (os.getpid() * 1_009 + next(_ASKED) + nth) % 10_000
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    pytest.fail("no port is free")


_ASKED = itertools.count()


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[..., Served]]:
    """Give a function that starts a real server on a folder of its own and a free port."""
    running: list[subprocess.Popen[str]] = []

    def start(data: Path = tmp_path / "data", port: int = 0) -> Served:
        environment = {k: v for k, v in os.environ.items() if k != "MYOLOG_DATABASE_URL"}
        process = forking.Popen(
            [sys.executable, "-c", SERVE, str(tables.laid_out(data)), str(port or free_port())],
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
            env=environment,
        )
        running.append(process)
        assert process.stdout is not None
        line = process.stdout.readline()
        found = re.fullmatch(r"Open ((http://localhost:\d+)/open/[\w-]+/)\n", line)
        assert found, line
        return Served(base=found[2], launch_url=found[1], data=data, pid=process.pid)

    yield start
    for process in running:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=20)
        assert process.stdout is not None
        process.stdout.close()


@pytest.fixture
def server(serve: Callable[..., Served]) -> Served:
    """Give one running server with an empty journal."""
    return serve()
