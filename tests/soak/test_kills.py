"""Twenty kills of an import and twenty of an erasing."""

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
