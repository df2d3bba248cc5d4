"""Twenty kills of an import, of an erasing and of a change of tables."""

from pathlib import Path

import pytest

from tests import kills


@pytest.mark.parametrize(
    ("code", "look"),
    [(kills.IMPORT, kills.after_import), (kills.ERASE, kills.after_erasing)],
    ids=["import", "erase"],
)
def test_twenty_kills_leave_the_old_or_the_new_state(tmp_path: Path, code, look) -> None:
    assert kills.faults_of(tmp_path, code, look, kills=20, seed=20) == ([], 20)


def test_twenty_killed_changes_of_tables_are_finished_by_the_next_start(tmp_path: Path) -> None:
    kills.older(tmp_path / "older")
    found = kills.faults_of(tmp_path, kills.MIGRATE, kills.after_migrating, kills=20, seed=20)
    assert found == ([], 20)
