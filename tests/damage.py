"""Ways in which a file is damaged, each from a seed, and a journal to damage."""

import json
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from tests import forking, tables
from tests.crash import environment

LEAF: Final = b"\x0d"
BESIDE: Final = ("", "-wal", "-shm")

FILL = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from myolog.store import start
start(Path(sys.argv[1]))
from myolog.journal.entries import DayExposure, DayTally, MedicineEvent
from myolog.store.selectors import the_person
from myolog.store.services import care, journal, people
person, first = the_person(), datetime(2026, 1, 1, 8, tzinfo=UTC)
people.set_zone(person=person, zone="Asia/Kolkata", by="t")
people.set_country(person=person, country="IN", by="t")
people.set_language(person=person, language="de", by="t")
people.set_measures(person=person, measures="us", by="t")
for n in range(int(sys.argv[2])):
    kept = journal.log_episode(person=person, site="calf", side="left", by="t", note=f"note {n}",
                               started_at=first + timedelta(hours=7 * n), idempotency_key=f"k{n}")
    if n % 10 == 3:
        journal.delete_entry(person=person, id=str(kept.episode.id), by="t")
journal.log_entries(person=person, by="t", entries=[
    MedicineEvent(day=first.date(), name="iron", action="start"),
    DayExposure(day=first.date(), code="sleep_min", value=420.0),
])
care.record_answers(person=person, answers={"weakness": "none"}, by="t")
"""


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command on a data folder, in English although its settings say German."""
    return forking.run(
        [sys.executable, "-m", "myolog", "--data", str(folder), *arguments],
        capture_output=True,
        text=True,
        env=environment() | {"MYOLOG_LANGUAGE": "en"},
        check=False,
        timeout=300,
    )


def filled(folder: Path, n: int = 40) -> Path:
    """Make a journal with some of everything that a backup must hold."""
    tables.laid_out(folder)
    forking.run([sys.executable, "-c", FILL, str(folder), str(n)], check=True, env=environment())
    return folder


def told(folder: Path) -> list[dict[str, object]]:
    """Return the entries of a journal, as its export tells them."""
    said = run(folder, "export", "-o", "-")
    assert said.returncode == 0, said.stderr
    return [json.loads(line) for line in said.stdout.splitlines()]


def _pages(content: bytes) -> int:
    return int.from_bytes(content[16:18], "big") or 4096


def _with_bad_leaf(content: bytes, chance: random.Random) -> bytes:
    size = _pages(content)
    leaves = [at for at in range(size, len(content), size) if content[at : at + 1] == LEAF]
    at = chance.choice(leaves)
    return content[:at] + chance.randbytes(size) + content[at + size :]


def _with_random_pages(content: bytes, chance: random.Random) -> bytes:
    size = _pages(content)
    damaged = bytearray(content)
    for at in chance.sample(range(size, len(content), size), 5):
        damaged[at : at + size] = chance.randbytes(size)
    return bytes(damaged)


DAMAGES: Final[dict[str, Callable[[bytes, random.Random], bytes]]] = {
    "a word": lambda _content, _chance: b"hello",
    "cut": lambda content, _chance: content[: len(content) // 2],
    "zeros": lambda content, _chance: bytes(len(content)),
    "one byte": lambda content, _chance: b"X" + content[1:],
    "random pages": _with_random_pages,
    "one bad leaf": _with_bad_leaf,
    "emptied": lambda _content, _chance: b"",
}


def flipped(content: bytes, chance: random.Random) -> bytes:
    """Return the content with one bit turned."""
    changed = bytearray(content)
    changed[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    return bytes(changed)
