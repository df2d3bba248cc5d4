"""Writing at once and reaching the disk: nothing waits in vain, nothing is confirmed too early."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import forking, tables
from tests.crash import environment

WRITE = """
import json, os, sys, threading
from datetime import UTC, datetime
from pathlib import Path
from myolog.store import start
folder, threads, writes = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
start(folder)
from myolog.store.selectors import journal_of, the_person
from myolog.store.services.journal import log_episode
person, failures = the_person(), []
def work(number):
    from django.db import connection
    try:
        for n in range(writes):
            log_episode(person=person, site="calf", side="left", started_at=datetime.now(UTC),
                        by="t", idempotency_key=f"{os.getpid()}-{number}-{n}")
    except Exception as error:
        failures.append(repr(error))
    finally:
        connection.close()
all_threads = [threading.Thread(target=work, args=(n,)) for n in range(threads)]
for thread in all_threads: thread.start()
for thread in all_threads: thread.join()
print(json.dumps({"failures": failures, "stored": len(journal_of(person).episodes)}))
"""


def written(folder: Path, threads: int, writes: int, *before: str) -> dict[str, object]:
    """Write episodes in a process of its own."""
    done = forking.run(
        [
            *before,
            sys.executable,
            "-c",
            WRITE,
            str(tables.laid_out(folder)),
            str(threads),
            str(writes),
        ],
        capture_output=True,
        text=True,
        check=True,
        env=environment(),
    )
    told: dict[str, object] = json.loads(done.stdout)
    return told


def test_eight_writers_at_once_are_never_told_to_come_back(tmp_path: Path) -> None:
    assert written(tmp_path, 8, 25) == {"failures": [], "stored": 200}


def test_two_programs_at_once_neither(tmp_path: Path) -> None:
    written(tmp_path, 1, 1)
    command = [sys.executable, "-c", WRITE, str(tmp_path), "4", "25"]
    first = forking.Popen(command, stdout=subprocess.PIPE, text=True, env=environment())
    second = [*command[:-2], "1", "50"]
    other = forking.run(second, capture_output=True, text=True, check=True, env=environment())
    told = [json.loads(first.communicate(timeout=60)[0]), json.loads(other.stdout)]
    assert [one["failures"] for one in told] == [[], []]


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_each_write_reaches_the_disk_before_it_is_confirmed(tmp_path: Path) -> None:
    written(tmp_path / "data", 1, 0)
    trace = tmp_path / "trace"
    watch = ["strace", "-f", "-qq", "-e", "trace=fsync,fdatasync", "-o", str(trace)]
    assert written(tmp_path / "data", 1, 40, *watch)["stored"] == 40
    assert len(trace.read_text().splitlines()) >= 40
