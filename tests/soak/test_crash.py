"""Twenty kills in two thousand writes."""

from pathlib import Path

from tests.crash import CrashTest


def test_nothing_acknowledged_is_lost_in_twenty_kills(tmp_path: Path) -> None:
    outcome = CrashTest(tmp_path / "data", seed=20).run(writes=2000, kills=20)
    assert outcome.kills == 20
    assert len(outcome.acknowledged) == 2000
    assert not outcome.refused
    assert not outcome.lost
    assert not outcome.doubled
