"""A command that is killed at some moment: what stands afterwards is the old or the new state.

The process makes itself ready, says "go", and is killed at a drawn moment of what it does then. How
long that takes is measured once, so that the moments fall into it on a slow computer, too.
"""

import json
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from myolog.store.services.backups import read_backup
from myolog.store.tables import known_migrations
from myolog.store.wholeness import faults_of as faults_of_file
from tests import damage, forking, tables
from tests.crash import environment

READY = """
import sys
from pathlib import Path
from myolog.store import start
folder = start(Path(sys.argv[1]))
from myolog.store.selectors import journal_of, the_person
person = the_person()
"""

IMPORT = f"""{READY}
from myolog.journal.example import forearm_journal
from myolog.store.services.imports import import_journal
journal = forearm_journal()
print("go", flush=True)
import_journal(person=person, journal=journal, by="t")
print("done", flush=True)
"""

ERASE = f"""{READY}
from myolog.journal.example import forearm_journal
from myolog.store.services.erasing import erase_everything
from myolog.store.services.imports import import_journal
import_journal(person=person, journal=forearm_journal(), by="t")
for name in ("before-restore-1.sqlite3", "backups/a.sqlite3", "temp/upload"):
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("canary")
print("go", flush=True)
erase_everything(person=person)
print("done", flush=True)
"""

OLDER = f"""{READY}
from django.db import connection
from myolog.store.tables import change_tables
change_tables("0001_journal")
connection.cursor().execute(
    "DELETE FROM django_migrations WHERE app = 'store' AND name <> '0001_journal'"
)
connection.cursor().execute("PRAGMA user_version = 0")
"""
"""A journal as the first Myolog kept it: its first tables, and nothing sealed."""

MIGRATE = """
import shutil
import sys
from pathlib import Path
folder = Path(sys.argv[1])
shutil.copytree(folder.parent / "older", folder)
from myolog.store.opening import prepare, start
prepare(folder)
from django.db.migrations import executor
print("go", flush=True)
start(folder)
print("done", flush=True)
"""

LOOK = f"""{READY}
import json
files = [file for file in folder.rglob("*") if file.is_file()]
words = (b"canary", b"forearm")
print(json.dumps({{
    "entries": len(journal_of(person).entries),
    "holding": sum(any(word in file.read_bytes() for word in words) for file in files),
    "unfinished": (folder / "erase-unfinished.json").exists(),
}}))
"""


def killed(folder: Path, code: str, *, share: float | None, whole_s: float) -> tuple[bool, float]:
    """Run a script, killed at a share of the time it takes; return whether it ended, and when."""
    if code.startswith(READY):
        tables.laid_out(folder)
    process = forking.Popen(
        [sys.executable, "-c", code, str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        env=environment(),
    )
    assert process.stdout is not None
    with process.stdout:
        assert process.stdout.readline() == "go\n"
        began = time.monotonic()
        if share is not None:
            time.sleep(share * whole_s)
            with suppress(ProcessLookupError):
                process.send_signal(signal.SIGKILL)
        ended = process.stdout.readline() == "done\n"
        took_s = time.monotonic() - began
    process.wait(timeout=60)
    return ended, took_s


def faults_of(
    base: Path, code: str, look: Callable[[Path, bool], str | None], *, kills: int, seed: int
) -> tuple[list[str], int]:
    """Kill a script again and again, each time in a new folder.

    A kill that comes too late does not count; the next ones come earlier.

    Returns
    -------
    wrong, killed : what was wrong afterwards, and how many kills came in time
    """
    _, whole_s = killed(base / "whole", code, share=None, whole_s=0)
    chance, wrong, in_time = random.Random(seed), [], 0
    for number in range(5 * kills):
        folder = base / str(number)
        ended, _ = killed(folder, code, share=chance.random(), whole_s=whole_s)
        fault = look(folder, ended)
        if fault is not None:
            wrong.append(f"{number}: {fault}")
        in_time += not ended
        if in_time == kills:
            break
        whole_s *= 0.8 if ended else 1
    return wrong, in_time


def after_import(folder: Path, ended: bool) -> str | None:
    """Nothing of the file, or all 674 entries; and the database is whole."""
    with closing(sqlite3.connect(folder / "journal.sqlite3")) as database:
        (whole,) = database.execute("PRAGMA integrity_check(1)").fetchone()
        (entries,) = database.execute("SELECT count(*) FROM store_entryrow").fetchone()
    right = entries == 674 if ended else entries in {0, 674}
    return None if whole == "ok" and right else f"{entries} entries, {whole}"


def after_erasing(folder: Path, ended: bool) -> str | None:
    """All 674 entries, or, once Myolog has started again, no word of them."""
    done = forking.run(
        [sys.executable, "-c", LOOK, str(folder)],
        capture_output=True,
        text=True,
        check=True,
        env=environment(),
    )
    told = json.loads(done.stdout)
    old = not ended and told["entries"] == 674 and not told["unfinished"]
    new = told == {"entries": 0, "holding": 0, "unfinished": False}
    return None if old or new else str(told)


def older(folder: Path) -> Path:
    """Make a journal as the first Myolog kept it, with 300 twitches, 30 of them deleted."""
    damage.filled(folder, 300)
    shutil.rmtree(folder / "backups", ignore_errors=True)
    forking.run([sys.executable, "-c", OLDER, str(folder)], check=True, env=environment())
    file = folder / "journal.sqlite3"
    assert _rows(file, "SELECT name FROM django_migrations WHERE app = 'store'") == [
        ("0001_journal",)
    ]
    assert _rows(file, "SELECT count(*), count(retired_at) FROM store_entryrow") == [(303, 30)]
    return folder


def after_migrating(folder: Path, ended: bool) -> str | None:
    """The next start ends it: every row is there, sealed, and in the backup before."""
    del ended
    health = damage.run(folder, "doctor")
    file = folder / "journal.sqlite3"
    copies = (folder / "backups").glob("*-before-migration*.sqlite3")
    made = sorted(copies, key=lambda copy: copy.stat().st_mtime_ns)
    for backup in made:
        with read_backup(backup) as read:
            if not read.proven:
                return f"{backup.name} proves nothing"
    first = made[0] if made else None
    levels = {name for (name,) in _rows(file, "SELECT name FROM django_migrations")}
    level = "SELECT max(name) FROM django_migrations WHERE app = 'store'"
    wrong = {
        "doctor": health.returncode or "No problem found." not in health.stdout,
        "faults": faults_of_file(file),
        "level": known_migrations() - levels,
        "entries": _entries(file) != _entries(folder.parent / "older" / "journal.sqlite3"),
        "backup": first is None or _entries(first) != _entries(file),
        "older": first is None or _rows(first, level) != [("0001_journal",)],
    }
    found = {name: fault for name, fault in wrong.items() if fault}
    return str(found) if found else None


def _entries(file: Path) -> list[tuple[object, ...]]:
    return _rows(file, "SELECT id, kind, day, at, retired_at FROM store_entryrow ORDER BY id")


def _rows(file: Path, question: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as database:
        return database.execute(question).fetchall()
