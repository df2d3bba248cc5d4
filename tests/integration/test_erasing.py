"""Erasing leaves no word behind: not in a row, not in the file, not in its log, not in a copy.

Where something cannot be made sure of, it is named, and no success is told.
"""

import json
import sys
from pathlib import Path

import pytest

from tests import forking, tables
from tests.crash import environment

LIVE = """
import json, sys
from datetime import UTC, datetime
from pathlib import Path
from myolog.store import start
folder = start(Path(sys.argv[1]))
from myolog.journal.entries import MedicineEvent
from myolog.journal.records import Question
from myolog.store.selectors import journal_of, the_person, today_in
from myolog.store.services import care, journal
from myolog.store.keeping import daily_backup, keep_before_restore
from myolog.store.services.erasing import erase_everything
now, person = datetime.now(UTC), the_person()
for n in range(8):
    journal.log_episode(person=person, site="calf", started_at=now, note=f"canary {n} " * 40,
                        by="t", idempotency_key=f"canary-{n}")
journal.log_entries(person=person, by="t", entries=[
    MedicineEvent(day=today_in(person, now), name="canary", action="start"),
    Question(day=today_in(person, now), text="canary?", fear=True),
])
care.record_answers(person=person, answers={"weakness": "none"}, by="canary")
journal.delete_entry(person=person, id=str(journal_of(person).episodes[0].id), by="t")
assert keep_before_restore() and daily_backup()
(folder / "temp").mkdir(exist_ok=True)
for name in ("before-restore-1.sqlite3", "damaged-1/journal.sqlite3-wal", "backups/a.sqlite3",
             "temp/upload", ".myolog-0f", ".staging-x/b", "tmp0a1b2c3d/copy.sqlite3",
             "journal.sqlite3.part"):
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("canary")
def holding():
    files = [file for file in folder.rglob("*") if file.is_file()]
    return [str(f.relative_to(folder)) for f in files if b"canary" in f.read_bytes()]
def told(**more):
    print(json.dumps({"holding": holding(), "entries": len(journal_of(person).entries)} | more))
"""
ERASE = """
left = erase_everything(person=person)
told(left=[[one.path.name, one.reason] for one in left])
"""
LOOK = """
import json, sys
from pathlib import Path
from myolog.store import start
folder = start(Path(sys.argv[1]))
from myolog.store.selectors import journal_of, the_person
person = the_person()
files = [file for file in folder.rglob("*") if file.is_file()]
print(json.dumps({
    "holding": [str(f.relative_to(folder)) for f in files if b"canary" in f.read_bytes()],
    "entries": len(journal_of(person).entries),
    "unfinished": (folder / "erase-unfinished.json").exists(),
}))
"""


def run(folder: Path, code: str, *, code_after: int = 0) -> list[dict[str, object]]:
    """Run a script on a folder in a process of its own; return what it printed."""
    done = forking.run(
        [sys.executable, "-c", code, str(tables.laid_out(folder))],
        capture_output=True,
        text=True,
        check=False,
        env=environment(),
    )
    assert done.returncode == code_after, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_no_word_is_left_in_the_folder(tmp_path: Path) -> None:
    before, after = run(tmp_path, f"{LIVE}told()\n{ERASE}")
    assert len(before["holding"]) >= 10  # type: ignore[arg-type]
    assert before["entries"] == 10
    assert after == {"holding": [], "entries": 0, "left": []}
    assert run(tmp_path, LOOK) == [{"holding": [], "entries": 0, "unfinished": False}]


def test_what_the_person_saved_in_the_folder_stays_and_is_named(tmp_path: Path) -> None:
    (name,) = run(
        tmp_path,
        f"""{LIVE}
(folder / "mine.jsonl").write_text('{{"myolog": "journal", "format": 1}}')
(folder / "letter.txt").write_text("mine")
erase_everything(person=person)
from myolog.store.folder import saved_copies
print(json.dumps({{"saved": saved_copies(folder), "letter": (folder / "letter.txt").read_text()}}))
""",
    )
    assert name == {"saved": ["mine.jsonl"], "letter": "mine"}


def test_while_another_program_reads_no_success_is_told_and_the_next_start_ends_it(
    tmp_path: Path,
) -> None:
    (after,) = run(
        tmp_path,
        f"""{LIVE}
import sqlite3
reader = sqlite3.connect(folder / "journal.sqlite3", isolation_level=None)
reader.execute("BEGIN")
reader.execute("SELECT count(*) FROM store_entryrow").fetchone()
{ERASE}
""",
    )
    assert after["left"] == [["journal.sqlite3", "in_use"], ["journal.sqlite3-wal", "in_use"]]
    assert after["entries"] == 0
    assert after["holding"], "nothing stood there: this test shows nothing"
    assert run(tmp_path, LOOK) == [{"holding": [], "entries": 0, "unfinished": False}]


@pytest.mark.parametrize(
    ("killed_in", "entries"), [("_delete_rows", 10), ("_finish", 0), ("_scrubbed", 0)]
)
def test_a_kill_leaves_all_as_it_was_or_the_next_start_ends_it(
    tmp_path: Path, killed_in: str, entries: int
) -> None:
    run(
        tmp_path,
        f"""{LIVE}
import os
from myolog.store.services import erasing
erasing.{killed_in} = lambda *_: os._exit(9)
erase_everything(person=person)
""",
        code_after=9,
    )
    (after,) = run(tmp_path, LOOK)
    assert (after["entries"], after["unfinished"]) == (entries, False)
    assert bool(after["holding"]) is bool(entries)


def test_a_file_that_the_computer_keeps_is_named(tmp_path: Path) -> None:
    (after,) = run(
        tmp_path,
        f"""{LIVE}
really = Path.unlink
def unlink(self, missing_ok=False):
    if self.name == "a.sqlite3":
        raise PermissionError(13, "Permission denied")
    really(self, missing_ok=missing_ok)
Path.unlink = unlink
{ERASE}
""",
    )
    assert after == {
        "holding": ["backups/a.sqlite3"],
        "entries": 0,
        "left": [["a.sqlite3", "refused"]],
    }
    assert run(tmp_path, LOOK) == [{"holding": [], "entries": 0, "unfinished": False}]


def test_what_is_noted_after_an_unfinished_erasing_is_never_taken(tmp_path: Path) -> None:
    (after,) = run(
        tmp_path,
        f"""{LIVE}
from myolog.store.services import erasing
erasing._scrubbed = lambda folder: [erasing.Left(path=folder / "journal.sqlite3", reason="in_use")]
erase_everything(person=person)
journal.log_episode(person=person, site="calf", started_at=now, by="t", idempotency_key="new")
(folder / "backups").mkdir(exist_ok=True)
(folder / "backups" / "new.sqlite3").write_text("a backup of the new journal")
told()
""",
    )
    assert after["entries"] == 1
    assert run(tmp_path, LOOK) == [{"holding": [], "entries": 1, "unfinished": False}]
    assert (tmp_path / "backups" / "new.sqlite3").exists()


def test_an_erasing_that_fails_keeps_the_list_of_an_earlier_one(tmp_path: Path) -> None:
    (after,) = run(
        tmp_path,
        f"""{LIVE}
from myolog.errors import Refused
from myolog.store.services import erasing
erasing._scrubbed = lambda folder: [erasing.Left(path=folder / "journal.sqlite3", reason="in_use")]
erase_everything(person=person)
def locked(person):
    raise Refused("locked")
erasing._delete_rows = locked
try:
    erase_everything(person=person)
except Refused:
    told(kept=json.loads((folder / "erase-unfinished.json").read_text())["copies"] != [])
""",
    )
    assert (after["entries"], after["kept"]) == (0, True)
    assert run(tmp_path, LOOK) == [{"holding": [], "entries": 0, "unfinished": False}]
