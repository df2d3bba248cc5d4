"""How long it takes to read ten years of imported values into memory, and that it happens once.

Ten values a day; the journal is read in a process of its own, whose CPU time counts.
"""

import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from bench.saving import run
from myolog.journal.entries import DayExposure
from myolog.journal.file import write_journal
from myolog.journal.model import Journal

DAYS, LAST = 3_650, date(2026, 3, 9)
VALUES = {
    "caffeine": (0, 40, 12),
    "sleep_min": (280, 1, 300),
    "steps": (900, 1, 9_000),
    "alcohol_g": (0, 7, 6),
    "water_ml": (500, 100, 20),
    "stress": (0, 1, 11),
    "exercise_min": (0, 1, 90),
    "screen_h": (0, 0.25, 40),
    "resting_heart_rate": (52, 1, 30),
    "hrv_sdnn_ms": (20, 0.1, 600),
}
"""Exposure to its least value, the steps it is measured in, and how many there are."""

READ = """
import os, sys, time
from pathlib import Path
os.environ["DJANGO_SETTINGS_MODULE"] = "myolog.web.settings.computer"
from myolog.store import start
start(Path(sys.argv[1]))
from myolog.store.journals import current_journal
from myolog.store.selectors import the_person
person = the_person()
began = time.process_time()
journal = current_journal(person)
read = time.process_time() - began
began = time.process_time()
assert current_journal(person) is journal
again = time.process_time() - began
print(len(journal.entries), read, again)
"""


def read_values(data: Path) -> float:
    """Read them once; stop where a second reading of the same state takes time again."""
    folder = data.with_name("imported")
    if not folder.exists():
        file = data.with_name("imported.jsonl")
        write_journal(Journal(_values()), file)
        run(folder, "import", file, "--yes")
    command = [sys.executable, "-c", READ, folder]
    count, read, again = map(float, subprocess.check_output(command, text=True).split())
    if count != DAYS * len(VALUES) or again > read / 10:
        sys.exit(f"{count:.0f} values were read, the second time in {again:.3f} s")
    return read


def _values() -> Iterator[DayExposure]:
    for ago in range(DAYS):
        day = LAST - timedelta(days=ago)
        for code, (least, step, n_steps) in VALUES.items():
            value = round(least + step * (ago * 7_919 % n_steps), 2)
            yield DayExposure(day=day, code=code, value=value, source="apple_health")
