"""A killed server loses nothing that it acknowledged, and keeps nothing twice."""

from pathlib import Path

from tests import tables
from tests.crash import CrashTest, run


def test_nothing_acknowledged_is_lost_in_three_kills(tmp_path: Path) -> None:
    outcome = CrashTest(tables.laid_out(tmp_path / "data"), seed=1).run(writes=300, kills=3)
    assert outcome.kills == 3
    assert len(outcome.acknowledged) == 300
    assert not outcome.refused
    assert not outcome.lost
    assert not outcome.doubled
    assert sum(outcome.stored.values()) == 300
    assert "No problem found." in run(tmp_path / "data", "doctor")
