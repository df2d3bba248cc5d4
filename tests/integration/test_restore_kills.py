"""A restore and a backup, killed at any moment, leave the old or the new."""

import pytest

from tests.restore_kills import KillTest


@pytest.fixture(scope="module")
def kill(tmp_path_factory: pytest.TempPathFactory) -> KillTest:
    """Give a journal and a backup to be killed over."""
    return KillTest(tmp_path_factory.mktemp("kills"), seed=7)


def test_a_killed_restore_leaves_the_old_journal_or_the_new(kill: KillTest) -> None:
    states = kill.restores(3, damage=b"hello")
    assert set(states) <= {"old", "new"}
    assert states.total() == 3


def test_a_killed_backup_leaves_nothing_half_under_its_name(kill: KillTest) -> None:
    assert set(kill.backups(3)) <= {"nothing", "whole"}
