"""A real full disk, a real lock, a real read-only folder: page, API and command say one sentence.

A server and commands run on them as a person's would, and the journal is counted before and after.
"""

import json
import os
import re
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode, urlsplit
from uuid import uuid4

from myolog.web.middleware.limits import WRITERS
from tests import forking
from tests.crash import environment

QUICK = """
import sys
import myolog.store.database as database
database.WAIT_S = 0.3
from myolog.cli.main import main
main()
"""
"""Myolog's command, with less patience for a lock."""

PATIENT = QUICK.replace("database.WAIT_S = 0.3", "")

HOLD = """
import sys
from myolog.store.database import use_current_sqlite
use_current_sqlite()
import sqlite3
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""

LONG = "x" * 9_000


def run(data: Path, *arguments: str, **more: object) -> subprocess.CompletedProcess[str]:
    return forking.run(
        [sys.executable, "-c", QUICK, "--data", str(data), *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        env=environment(),
        **more,  # type: ignore[call-overload]
    )


def n_entries(data: Path) -> int:
    done = run(data, "export", "-o", "-")
    assert done.returncode == 0, done.stderr
    return sum('"kind"' in line for line in done.stdout.splitlines())


@dataclass
class Running:
    """A server, its owner's cookies, and a program's token."""

    pid: int
    port: int
    cookies: dict[str, str]
    token: str

    def ask(
        self, method: str, path: str, body: str = "", **headers: str
    ) -> tuple[int, str, dict[str, str]]:
        connection = HTTPConnection("localhost", self.port, timeout=60)
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body, {"Cookie": cookie} | given)
        answer = connection.getresponse()
        text = answer.read().decode()
        found = SimpleCookie()
        for one in answer.headers.get_all("Set-Cookie") or []:
            found.load(one)
        connection.close()
        return answer.status, text, {name: morsel.value for name, morsel in found.items()}

    def note_on_the_page(self) -> tuple[int, str]:
        form = {"place": "calf/left", "key": str(uuid4()), "save": "1", "note": LONG}
        status, text, _ = self.ask(
            "POST",
            "/log/",
            urlencode(form),
            Content_Type="application/x-www-form-urlencoded",
            X_CSRFToken=self.cookies["csrftoken"],
        )
        said = re.search(r'class="lead">([^<]*)<', text)
        return status, said[1] if said else ""

    def erase(self) -> int:
        return self.ask(
            "POST",
            "/settings/erase/",
            urlencode({"sure": "erase"}),
            Content_Type="application/x-www-form-urlencoded",
            X_CSRFToken=self.cookies["csrftoken"],
        )[0]

    def note_by_program(self) -> tuple[int, dict[str, str]]:
        episode = {"site": "calf", "side": "left", "started_at": "2026-01-01T00:00:00Z"}
        connection = HTTPConnection("localhost", self.port, timeout=60)
        connection.request(
            "POST",
            "/api/v1/episodes",
            json.dumps(episode | {"note": LONG}),
            {
                "Authorization": f"Bearer {self.token}",
                "Idempotency-Key": str(uuid4()),
                "Content-Type": "application/json",
            },
        )
        answer = connection.getresponse()
        told: dict[str, str] = json.loads(answer.read())
        connection.close()
        return answer.status, told


@contextmanager
def served(data: Path, *, program: str = QUICK) -> Iterator[Running]:
    """Serve a folder that holds one twitch."""
    assert run(data, "log", "calf", "left").returncode == 0
    token = run(data, "api-token", "create", "test").stdout.split()[-1]
    with reopened(data, token, program=program) as running:
        running.note_by_program()  # what is done once a day for a token is done
        yield running


@contextmanager
def reopened(data: Path, token: str = "", *, program: str = QUICK) -> Iterator[Running]:
    """Serve a folder as it is, and let its owner's browser in."""
    process = forking.Popen(
        [
            sys.executable,
            "-c",
            program,
            "--data",
            str(data),
            "serve",
            "--port",
            "0",
            "--no-browser",
        ],
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env=environment(),
    )
    assert process.stdout is not None
    line = process.stdout.readline()
    address = urlsplit(line.removeprefix("Open ").strip())
    assert address.port, line
    running = Running(pid=process.pid, port=address.port, cookies={}, token=token)
    running.cookies = running.ask("GET", address.path)[2]
    try:
        yield running
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=20)
        process.stdout.close()


@contextmanager
def mounted(place: Path, *how: str) -> Iterator[bool]:
    """Mount something; False where that is not allowed here."""
    place.mkdir()
    done = forking.run(["mount", *how, str(place)], capture_output=True, check=False)
    try:
        yield done.returncode == 0
    finally:
        if done.returncode == 0:
            forking.run(["umount", "-l", str(place)], check=True)


def fill(disk: Path) -> Path:
    """Take every byte that is left."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(b"0" * 4096)
    return ballast


def check_all_say(running: Running, *, status: int, code: str, says: str) -> None:
    """Page, program and command say it in one sentence; nothing is stored, reading goes on."""
    assert running.note_on_the_page()[0] == status
    assert says in running.note_on_the_page()[1]
    told = running.note_by_program()
    assert told[0] == status
    assert told[1]["code"] == code
    assert says in told[1]["message"]
    assert running.ask("GET", "/journal/")[0] == 200
    assert running.ask("GET", "/emergency/")[0] == 200


def check_command(data: Path, says: str, *arguments: str, **more: object) -> None:
    done = run(data, *(arguments or ("log", "calf", "right", "--note", LONG)), **more)
    assert done.returncode == 7
    assert says in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr
    assert done.stdout == ""


FORGET = """
import sys
from myolog.store.database import use_current_sqlite
use_current_sqlite()
import sqlite3
journal = sqlite3.connect(sys.argv[1], isolation_level=None)
journal.execute(
    "UPDATE store_assessmentrow SET digest = 'old', checked_day = '2020-01-01', "
    "payload = json_set(payload, '$.digest', 'old', '$.urgency', 'SELF_CARE', "
    "'$.reasons', json('[]'))"
)
from myolog.store.seals import seal_rows
seal_rows(journal, "store_assessmentrow")
"""
"""Leaves a result that was right once, so that every page has to work it out again."""


def with_an_old_result(running: Running, data: Path) -> None:
    """Answer the check with a warning sign, and keep only a calm result from before."""
    answered = data.parent / "answers.json"
    answered.write_text('{"weakness": "progressive"}')
    assert run(data, "check", "--answers", str(answered), "--json").returncode == 0
    file = str(data / "journal.sqlite3")
    forking.run([sys.executable, "-c", FORGET, file], check=True)


def check_flag_is_shown(running: Running, data: Path, *, saved: bool = False) -> None:
    """Page, Today, program and a command of its own show what the answers ask for."""
    for path in ("/result/", "/"):
        status, text, _ = running.ask("GET", path)
        assert (status, 'data-level="URGENT"' in text) == (200, True), path
        assert ("Myolog could not save it" in text) is not saved, path
    answer = running.ask("GET", "/api/v1/assessment", Authorization=f"Bearer {running.token}")
    assert answer[0] == 200
    told = json.loads(answer[1])
    assert (told["urgency"], told["saved"]) == ("URGENT", saved)
    done = run(data, "check", "--last")
    assert done.returncode == 0, done.stderr
    assert "Speak with a doctor" in done.stdout
    assert ("Myolog could not save it" in done.stdout) is not saved


def test_a_full_disk(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", "-t", "tmpfs", "-o", "size=3m", "tmpfs") as is_own:
        if is_own:
            on_a_disk_of_its_own(tmp_path / "disk")
    if not is_own:  # where nothing may be mounted, writing is refused as below
        test_files_that_cannot_grow(tmp_path)


def on_a_disk_of_its_own(disk: Path) -> None:
    data, says = disk / "data", "The disk is full, so Myolog cannot save."
    with served(data) as running:
        with_an_old_result(running, data)
        before = n_entries(data)
        ballast = fill(disk)
        while running.note_by_program()[0] == 201:
            before += 1  # until the room that the database holds already is used up
        check_all_say(running, status=507, code="disk_full", says=says)
        check_command(data, says)
        check_flag_is_shown(running, data)
        ballast.unlink()
        assert n_entries(data) == before
        check_flag_is_shown(running, data, saved=True)
        assert running.note_on_the_page()[0] == 302
        assert running.note_by_program()[0] == 201
        assert n_entries(data) == before + 2
    done = run(data, "doctor")
    assert done.returncode == 0, done.stdout


def test_deleting_and_erasing_on_a_full_disk(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", "-t", "tmpfs", "-o", "size=12m", "tmpfs") as is_own:
        if not is_own:
            return
        disk = tmp_path / "disk"
        data = disk / "data"
        with served(data) as running:
            for _ in range(40):
                assert running.note_by_program()[0] == 201
        fill(disk)
        with reopened(data) as running:  # opened, read, deleted from and erased with no byte free
            n_before = n_entries(data)
            assert n_before == 42
            listed = run(data, "journal", "--json")
            assert listed.returncode == 0, listed.stderr
            assert run(data, "journal", "--delete", "last").returncode == 0
            assert n_entries(data) == n_before - 1
            assert running.ask("GET", "/journal/")[0] == 200
            assert running.ask("GET", "/emergency/")[0] == 200
            assert running.erase() == 302
            assert n_entries(data) == 0


def test_files_that_cannot_grow(tmp_path: Path) -> None:
    data, says = tmp_path / "data", "The disk did not do what it should"
    with served(data) as running:
        before = n_entries(data)
        _, most = resource.prlimit(running.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(running.pid, resource.RLIMIT_FSIZE, (0, most))
        check_all_say(running, status=503, code="disk_broken", says=says)
        assert n_entries(data) == before
        resource.prlimit(running.pid, resource.RLIMIT_FSIZE, (most, most))
        assert running.note_on_the_page()[0] == 302
        assert n_entries(data) == before + 1
    assert run(data, "doctor").returncode == 0


def test_a_journal_that_another_program_holds(tmp_path: Path) -> None:
    data, says = tmp_path / "data", "Another program is using the journal"
    with served(data) as running:
        before = n_entries(data)
        holder = forking.Popen(
            [sys.executable, "-c", HOLD, str(data / "journal.sqlite3")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        check_all_say(running, status=503, code="locked", says=says)
        check_command(data, says)
        holder.communicate("", timeout=20)
        assert n_entries(data) == before
        assert running.note_on_the_page()[0] == 302
        assert run(data, "log", "calf", "right").returncode == 0
        assert n_entries(data) == before + 2


def test_help_and_pages_never_wait_for_a_writer(tmp_path: Path) -> None:
    """As many writers wait as may; whoever reads or needs help is answered before any of them."""
    data = tmp_path / "data"
    with served(data, program=PATIENT) as running:
        with_an_old_result(running, data)
        holder = forking.Popen(
            [sys.executable, "-c", HOLD, str(data / "journal.sqlite3")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with ThreadPoolExecutor(WRITERS + 1) as writers:
            sent = [writers.submit(running.note_by_program) for _ in range(WRITERS + 1)]
            (one_too_many,), waiting = wait(sent, return_when=FIRST_COMPLETED)
            assert one_too_many.result()[0] == 503
            for path in ("/emergency/", "/", "/result/", "/journal/", "/learn/"):
                assert running.ask("GET", path)[0] == 200, path
            assert 'data-level="URGENT"' in running.ask("GET", "/")[1]
            assert not any(one.done() for one in waiting)
            holder.communicate("", timeout=20)
            assert [one.result()[0] for one in waiting] == [201] * WRITERS


def test_a_folder_that_is_read_only(tmp_path: Path) -> None:
    data = tmp_path / "data"
    assert run(data, "log", "calf", "left").returncode == 0
    with mounted(tmp_path / "view", "--bind", str(data)) as is_bound:
        if is_bound:
            view = tmp_path / "view"
            remount = ["mount", "-o", "remount,bind,ro", str(view)]
            forking.run(remount, check=True, capture_output=True)
            for command in (("log", "calf", "left"), ("serve", "--port", "0", "--no-browser")):
                check_command(view, "Myolog may not write to its folder", *command)
    (data / "journal.sqlite3").chmod(0o400)
    if os.geteuid() != 0:  # nothing is read-only to root
        check_command(data, "Myolog may not write to its folder")
    assert n_entries(data) == 1
