"""Twenty kills of each, and a thousand turned bits: nothing half, nothing changed in silence."""

from pathlib import Path

import pytest

from tests.damage import filled, run
from tests.flips import of_a_backup, of_a_journal, outcomes
from tests.restore_kills import KillTest


@pytest.mark.parametrize("damage", [None, b"hello"], ids=["whole", "damaged"])
def test_twenty_killed_restores(tmp_path: Path, damage: bytes | None) -> None:
    states = KillTest(tmp_path, seed=1).restores(20, damage=damage)
    assert set(states) <= {"old", "new"}


def test_twenty_killed_backups(tmp_path: Path) -> None:
    assert set(KillTest(tmp_path, seed=2).backups(20)) <= {"nothing", "whole"}


def test_of_a_thousand_turned_bits_none_is_taken_for_the_truth(tmp_path: Path) -> None:
    folder = filled(tmp_path / "data", 1000)
    good = tmp_path / "good"
    assert run(folder, "backup", "-o", str(good)).returncode == 0
    for file, read in ((good, of_a_backup), (folder / "journal.sqlite3", of_a_journal)):
        found = outcomes(file, read, n=1000, seed=5, place=tmp_path)
        assert found["changed"] == 0
        assert found["refused"] > 500
