"""Kill the server at random moments while it is written to, and count what was lost.

What it proves: a write that was acknowledged is there after the restart, once and whole, and one
that was not can be sent again under its key. What it does not prove: durability across a power
cut, because the kernel outlives the process; for that, count the fsyncs.
"""

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
import uuid
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from tests import forking

WRITERS = 4


def command(data: Path, *arguments: str) -> list[str]:
    """Return the command line that runs Myolog on a folder."""
    return [sys.executable, "-m", "myolog", "--data", str(data), *arguments]


def run(data: Path, *arguments: str) -> str:
    """Run a command and return what it prints."""
    return forking.run(
        command(data, *arguments), capture_output=True, text=True, check=True, env=environment()
    ).stdout


def environment() -> dict[str, str]:
    """Return the environment without a database server."""
    return {k: v for k, v in os.environ.items() if k != "MYOLOG_DATABASE_URL"}


@dataclass
class Outcome:
    """What the writers saw and what the journal holds."""

    acknowledged: set[str] = field(default_factory=set)
    refused: Counter[int] = field(default_factory=Counter)
    stored: Counter[str] = field(default_factory=Counter)
    kills: int = 0

    @property
    def lost(self) -> set[str]:
        """Acknowledged writes that are not there."""
        return self.acknowledged - set(self.stored)

    @property
    def doubled(self) -> set[str]:
        """Writes that are there more than once."""
        return {mark for mark, times in self.stored.items() if times > 1}


class CrashTest:
    """Writers, a server that is killed, and the count at the end."""

    def __init__(self, data: Path, *, seed: int) -> None:
        self.data = data
        self.token = run(data, "api-token", "create", "crash").split()[-1]
        self.chance = random.Random(seed)
        self.outcome = Outcome()
        self.up = threading.Event()
        self.port = 0
        self.lock = threading.Lock()

    def start(self) -> subprocess.Popen[str]:
        """Start the server and wait for the address it prints."""
        server = forking.Popen(
            command(self.data, "serve", "--port", "0", "--no-browser"),
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
            env=environment(),
        )
        assert server.stdout is not None
        address = server.stdout.readline()
        self.port = int(address.split("localhost:")[1].split("/")[0])
        self.up.set()
        return server

    def write(self, mark: str, body: str) -> bool:
        """Send one episode; return whether its fate is known."""
        port = self.port
        connection = HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            headers = {
                "Host": f"localhost:{port}",
                "Authorization": f"Bearer {self.token}",
                "Content-Type": "application/json",
                "Idempotency-Key": mark,
            }
            connection.request("POST", "/api/v1/episodes", body, headers)
            status = connection.getresponse().status
        except (OSError, HTTPException):
            return False
        finally:
            connection.close()
        with self.lock:
            if status in {200, 201}:
                self.outcome.acknowledged.add(mark)
            else:
                self.outcome.refused[status] += 1
        return status < 500

    def work(self, todo: list[tuple[str, str]]) -> None:
        """Send what is to do; send it again, unchanged, until its fate is known."""
        while True:
            self.up.wait(1)
            with self.lock:
                if not todo:
                    return
                mark, body = todo.pop()
            if not self.write(mark, body):
                with self.lock:
                    todo.insert(0, (mark, body))
                time.sleep(0.02)

    def wait_until(self, n_acknowledged: float) -> None:
        """Wait until so many writes were acknowledged, and then for a moment within a write."""
        give_up = time.monotonic() + 120
        while len(self.outcome.acknowledged) < n_acknowledged and time.monotonic() < give_up:
            time.sleep(0.002)
        time.sleep(self.chance.uniform(0, 0.02))

    def run(self, *, writes: int, kills: int) -> Outcome:
        """Write, kill, restart; then list what is stored."""
        moment = {"site": "calf", "side": "left", "started_at": "2026-01-01T00:00:00Z"}
        marks = [f"mark-{uuid.UUID(int=self.chance.getrandbits(128))}" for _ in range(writes)]
        todo = [(mark, json.dumps(moment | {"note": mark})) for mark in marks]
        server = self.start()
        workers = [threading.Thread(target=self.work, args=(todo,)) for _ in range(WRITERS)]
        for worker in workers:
            worker.start()
        try:
            for nth in range(kills):
                self.wait_until((nth + self.chance.random()) * writes / (kills + 1))
                self.up.clear()
                end(server, signal.SIGKILL)
                self.outcome.kills += 1
                server = self.start()
            for worker in workers:
                worker.join(120)
        finally:
            end(server, signal.SIGKILL)
        for line in run(self.data, "export", "--format", "jsonl", "-o", "-").splitlines():
            entry = json.loads(line)
            if entry.get("kind") == "episode":
                self.outcome.stored[entry["note"]] += 1
        return self.outcome


def end(server: subprocess.Popen[str], how: signal.Signals) -> None:
    """End a server that this test started."""
    with suppress(ProcessLookupError):
        os.killpg(server.pid, how)
    server.wait(timeout=30)
    assert server.stdout is not None
    server.stdout.close()
