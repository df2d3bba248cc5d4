"""A seal on every row: a digest of its columns, by which a changed bit is found.

SQLite notices damage to its own structure, not a letter that has become another one in a note.
A seal stands in the row it seals and covers every column but itself and the two links that are
emptied with what they lead to (`PRAGMA foreign_key_check` finds those when they are false). The
tables themselves are sealed by `PRAGMA user_version`. PostgreSQL has checksums of its own.
"""

import hashlib
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter
from typing import Final

Row = tuple[object, ...]

UNSEALED: Final = frozenset({"seal", "revises_id", "answers_id"})
ABOUT: Final = "myolog_backup"
"""The table in which a backup says what is in it; no journal has it."""

_BATCH: Final = 500

TABLES: Final = (
    "store_person",
    "store_key",
    "store_entryrow",
    "store_idempotencykey",
    "store_assessmentrow",
    "store_auditevent",
)


class Sealer:
    """Makes the seals of a table's rows, given its columns as the database keeps them."""

    def __init__(self, names: Sequence[str]) -> None:
        sealed = sorted(set(names) - UNSEALED)
        self._sealed = itemgetter(*(names.index(name) for name in sealed))
        self._begun = hashlib.blake2b(repr(sealed).encode(), digest_size=16)

    def seal_of(self, row: Sequence[object]) -> str:
        """Return the seal of a row."""
        made = self._begun.copy()
        made.update(repr(list(self._sealed(row))).encode("utf-8", "surrogatepass"))
        return made.hexdigest()

    def n_false(self, rows: Iterable[Sequence[object]], place: int) -> int:
        """Count the rows whose seal, at a place among their columns, is not theirs."""
        return sum(row[place] != self.seal_of(row) for row in rows)


def falsely_sealed(
    raw: sqlite3.Connection, table: str, *, tell: Callable[[Sequence[Row]], object] | None = None
) -> int:
    """Count the rows of a table whose seal is not theirs; 0 where rows had no seals yet.

    Parameters
    ----------
    tell
        What is told of the rows on the way, some at a time, so that nobody reads them again.
    """
    names, rows = rows_of(raw, table)
    sealed = "seal" in names and table in TABLES
    n_false = 0
    while some := rows.fetchmany(_BATCH):
        if tell is not None:
            tell(some)
        if sealed:
            n_false += Sealer(names).n_false(some, names.index("seal"))
    return n_false


def rows_of(
    raw: sqlite3.Connection, table: str, where: str = "NOT INDEXED", values: Sequence[str] = ()
) -> tuple[list[str], sqlite3.Cursor]:
    """Return the columns of a table and its rows, past every index, as they are kept.

    The plus before a column keeps Django's connection from making dates of texts.
    """
    names = [str(column[1]) for column in raw.execute(f'PRAGMA table_info("{table}")')]
    columns = ", ".join(f'+"{name}"' for name in names)
    return names, raw.execute(f'SELECT {columns} FROM "{table}" {where}', values)


def seal_rows(raw: sqlite3.Connection, table: str, ids: Sequence[str] | None = None) -> None:
    """Write the seals of some rows, or of all, anew."""
    if ids is None:
        _write(raw, table, *rows_of(raw, table))
        return
    for start in range(0, len(ids), _BATCH):
        some = ids[start : start + _BATCH]
        where = f"WHERE id IN ({', '.join('?' * len(some))})"
        _write(raw, table, *rows_of(raw, table, where, some))


def _write(raw: sqlite3.Connection, table: str, names: list[str], rows: sqlite3.Cursor) -> None:
    key, sealer = names.index("id"), Sealer(names)
    seals = [(sealer.seal_of(row), row[key]) for row in rows]
    raw.executemany(f'UPDATE "{table}" SET seal = ? WHERE id = ?', seals)


def seal_everything(raw: sqlite3.Connection) -> None:
    """Seal every row and the tables themselves: after the tables were changed, and only then."""
    for table in TABLES:
        seal_rows(raw, table)
    raw.execute(f"PRAGMA user_version = {fingerprint(raw)}")


def fingerprint(raw: sqlite3.Connection) -> int:
    """Return a number, never 0, that goes with the definition of the tables."""
    schema = raw.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name")
    told = repr([definition for definition in schema if definition[2] != ABOUT])
    if "django_migrations" in told:
        told += repr(rows_of(raw, "django_migrations", "ORDER BY id")[1].fetchall())
    return (zlib.crc32(told.encode("utf-8", "surrogatepass")) & 0x7FFFFFFF) or 1
