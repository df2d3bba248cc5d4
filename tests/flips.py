"""Turn one bit of a file and see whether what is read is refused, or the same."""

import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from myolog.errors import UserError
from myolog.store.seals import TABLES, rows_of
from myolog.store.services.backups import read_backup
from myolog.store.wholeness import faults_of, opened
from tests.damage import flipped

Rows = dict[str, list[object]]


def rows_in(file: Path) -> Rows:
    """Return every row of every table, as it is kept."""
    with opened(file) as raw:
        return {table: [*rows_of(raw, table)[1]] for table in TABLES}


def of_a_backup(file: Path) -> Rows | None:
    """Return what a backup gives; None where it is refused."""
    try:
        with read_backup(file) as backup:
            return rows_in(backup.file)
    except UserError:
        return None


def of_a_journal(file: Path) -> Rows | None:
    """Return what a journal gives; None where its check finds it damaged."""
    return None if faults_of(file) else rows_in(file)


def outcomes(
    file: Path, read: Callable[[Path], Rows | None], *, n: int, seed: int, place: Path
) -> Counter[str]:
    """Flip `n` bits, one in each copy; count what came of them."""
    content, wanted, chance = file.read_bytes(), read(file), random.Random(seed)
    assert wanted is not None
    found: Counter[str] = Counter()
    trial = place / "flipped"
    for _ in range(n):
        trial.write_bytes(flipped(content, chance))
        given = read(trial)
        found["refused" if given is None else "same" if given == wanted else "changed"] += 1
    return found
