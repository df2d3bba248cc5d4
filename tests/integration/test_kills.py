"""A killed import, erasing or change of tables leaves the old state or the new one.

`make soak` takes 20 of each.
"""

import sys
from pathlib import Path

from tests import damage, forking, kills
from tests.crash import environment


def test_a_killed_import_has_stored_everything_or_nothing(tmp_path: Path) -> None:
    found = kills.faults_of(tmp_path, kills.IMPORT, kills.after_import, kills=3, seed=3)
    assert found == ([], 3)


def test_a_killed_erasing_has_left_everything_or_no_word(tmp_path: Path) -> None:
    found = kills.faults_of(tmp_path, kills.ERASE, kills.after_erasing, kills=3, seed=3)
    assert found == ([], 3)


STOPPED = kills.MIGRATE.replace(
    "start(folder)",
    "import os, myolog.store.seals\n"
    "myolog.store.seals.seal_everything = lambda raw: os._exit(9)\n"
    "start(folder)",
)


def test_a_killed_change_of_tables_is_finished_by_the_next_start(tmp_path: Path) -> None:
    """Wherever it is killed, and between the last change and the seals.

    Seen before: the backup that the next start makes then was refused as damaged.
    """
    kills.older(tmp_path / "older")
    found = kills.faults_of(tmp_path, kills.MIGRATE, kills.after_migrating, kills=2, seed=3)
    assert found == ([], 2)
    last = tmp_path / "between"
    command = [sys.executable, "-c", STOPPED, str(last)]
    assert forking.run(command, env=environment(), check=False).returncode == 9
    assert kills.after_migrating(last, False) is None
    (before,) = sorted((last / "backups").glob("*-before-migration*.sqlite3"))[:1]
    brought = damage.run(tmp_path / "another", "restore", str(before), "--yes")
    assert (brought.returncode, "Restored 273 entries" in brought.stdout) == (0, True), brought
