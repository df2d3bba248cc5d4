"""How long saving an episode takes, on the page and over the API, in a long journal.

The journal holds 10,000 episodes and a finished check, SQLite writes through to the disk (WAL,
synchronous FULL), and each save is a request to a running server: its 99th percentile counts.
"""

import json
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlencode, urlsplit
from uuid import uuid4

from myolog.journal.entries import Episode
from myolog.journal.file import write_journal
from myolog.journal.model import Journal

MYOLOG = Path(sys.executable).with_name("myolog")
ENTRIES, SAVES = 10_000, 300
SETTLING_S = 10.0  # after its start the server works out Patterns in the background
PLACES = (("calf", "left"), ("calf", "right"), ("forearm", "right"), ("eyelid", "left"))


def saved_on_the_page(data: Path) -> float:
    """Save with the form of the page, as a browser does."""
    with served(long_journal(data)) as (address, port):
        connection, cookie = entered(address, port)
        connection.request("GET", "/log/?place=calf/left", headers={"Cookie": cookie})
        answer, page = read(connection)
        cookie += "; " + answer.getheader("Set-Cookie", "").partition(";")[0]
        token = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[0]
        headers = {
            "Cookie": cookie,
            "Origin": f"http://localhost:{port}",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        fields = {"csrfmiddlewaretoken": token, "place": "calf/left", "save": "1"}
        return slowest_of_100(
            lambda: post(
                connection, "/log/", urlencode(fields | {"key": str(uuid4())}), headers, status=302
            )
        )


def saved_over_the_api(data: Path) -> float:
    """Save with a token, as a program does."""
    data = long_journal(data)
    token = run(data, "api-token", "create", f"bench-{uuid4().hex[:8]}").strip()
    with served(data) as (_, port):
        connection = HTTPConnection("localhost", port)
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}

        def save() -> None:
            now = datetime.now(UTC).isoformat()
            body = json.dumps({"site": "calf", "side": "left", "started_at": now})
            key = {"Idempotency-Key": str(uuid4())}
            post(connection, "/api/v1/episodes", body, headers | key, status=201)

        return slowest_of_100(save)


def slowest_of_100(save: Callable[[], None]) -> float:
    """Return the 99th percentile of many saves, in seconds, after one that warms the server up."""
    save()
    took = []
    for _ in range(SAVES):
        began = time.perf_counter()
        save()
        took.append(time.perf_counter() - began)
    return sorted(took)[int(0.99 * len(took))]


def post(
    connection: HTTPConnection, path: str, body: str, headers: dict[str, str], *, status: int
) -> None:
    connection.request("POST", path, body=body, headers=headers)
    answer, text = read(connection)
    if answer.status != status:
        sys.exit(f"POST {path} answered {answer.status}: {text[:300]}")


def entered(address: str, port: int) -> tuple[HTTPConnection, str]:
    """Open the launch address; return the connection and the owner's cookie."""
    connection = HTTPConnection("localhost", port)
    connection.request("GET", urlsplit(address).path)
    answer, _ = read(connection)
    return connection, answer.getheader("Set-Cookie", "").partition(";")[0]


def read(connection: HTTPConnection) -> tuple[HTTPResponse, str]:
    answer = connection.getresponse()
    return answer, answer.read().decode()


@contextmanager
def served(data: Path) -> Iterator[tuple[str, int]]:
    """Serve a data folder; give the launch address and the port."""
    with running(data) as (address, port, _):
        yield address, port


@contextmanager
def running(data: Path) -> Iterator[tuple[str, int, int]]:
    """Serve a data folder; give the launch address, the port and the process's id."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = [MYOLOG, "--data", data, "serve", "--port", str(port), "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
        assert server.stdout is not None
        address = server.stdout.readline().decode().split()[-1]
        time.sleep(SETTLING_S)
        try:
            yield address, port, server.pid
        finally:
            server.send_signal(signal.SIGTERM)


def long_journal(data: Path) -> Path:
    """Return the folder of the long journal beside `data`, made on first use."""
    long = data.with_name("long")
    if not long.exists():
        fill(long)
    return long


def fill(data: Path) -> None:
    now = datetime.now(UTC)
    episodes = tuple(
        Episode(
            site=PLACES[n % 4][0],
            side=PLACES[n % 4][1],
            started_at=now - timedelta(hours=1, minutes=100 * n),
            zone="UTC",
        )
        for n in range(ENTRIES)
    )
    file, answers = data.with_name("long.jsonl"), data.with_name("answers.json")
    write_journal(Journal(episodes, "UTC"), file)
    answers.write_text(json.dumps({"age_years": 35, "weakness": "none"}))
    run(data, "import", file, "--yes")
    run(data, "check", "--answers", answers, "--json")


def run(data: Path, *words: str | Path) -> str:
    command = [MYOLOG, "--data", data, *words]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
