"""A killed import or erasing leaves the old state or the new one; `make soak` takes 20 of each."""

from pathlib import Path

from tests import kills


def test_a_killed_import_has_stored_everything_or_nothing(tmp_path: Path) -> None:
    found = kills.faults_of(tmp_path, kills.IMPORT, kills.after_import, kills=3, seed=3)
    assert found == ([], 3)


def test_a_killed_erasing_has_left_everything_or_no_word(tmp_path: Path) -> None:
    found = kills.faults_of(tmp_path, kills.ERASE, kills.after_erasing, kills=3, seed=3)
    assert found == ([], 3)
