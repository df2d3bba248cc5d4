"""Erasing leaves no word behind: not in a row, not in the file, not in its log, not in a copy."""

import subprocess
import sys
from pathlib import Path

from tests.crash import environment

LIVE = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from myolog.store import start
folder = start(Path(sys.argv[1]))
from myolog.journal.entries import MedicineEvent
from myolog.journal.records import Question
from myolog.store.selectors import journal_of, the_person
from myolog.store.services import care, journal
from myolog.store.services.backups import replace_journal
from myolog.store.services.erasing import erase_everything
now, person = datetime.now(UTC), the_person()
for n in range(200):
    journal.log_episode(person=person, site="calf", started_at=now, note=f"canary {n} " * 40,
                        by="t", idempotency_key=f"canary-{n}")
journal.log_entries(person=person, by="t", entries=[
    MedicineEvent(day=now.date(), name="canary", action="start"),
    Question(day=now.date(), text="canary?", fear=True),
])
care.record_answers(person=person, answers={"weakness": "none"}, by="canary")
journal.delete_entry(person=person, id=str(journal_of(person).episodes[0].id), by="t")
replace_journal(person=person, journal=journal_of(person), by="t")
def holding():
    return [file.name for file in folder.iterdir() if b"canary" in file.read_bytes()]
print(len(holding()))
if sys.argv[2] == "erase":
    erase_everything(person=person)
    print(holding(), journal_of(person).entries)
"""


def test_no_word_is_left_in_the_folder(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIVE, str(tmp_path), "erase"],
        capture_output=True,
        text=True,
        check=True,
        env=environment(),
    )
    before, after = done.stdout.splitlines()
    assert int(before) >= 2
    assert after == "[] ()"
