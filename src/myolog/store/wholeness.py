"""Whether a database file is whole: its structure, its links, and every row as it was written.

`integrity_check` and not `quick_check`, which passes over what an index hides. The file is read as
data: nothing that its schema defines is run (`trusted_schema=OFF`).
"""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Final

from myolog.store.seals import ABOUT, TABLES, Row, falsely_sealed, fingerprint

WAIT_S: Final = 20
UNREADABLE: Final = (sqlite3.Error, UnicodeError)
"""How SQLite says that it cannot read a file: by itself, or by a text that is none."""

_ENTRIES: Final = "store_entryrow"


@contextmanager
def opened(file: Path) -> Iterator[sqlite3.Connection]:
    """Open a database file to be read, and only that.

    Raises
    ------
    sqlite3.Error
        It cannot be opened; most damage shows later, at the first question.
    """
    address = f"{file.resolve().as_uri()}?mode=ro"
    with closing(sqlite3.connect(address, uri=True, timeout=WAIT_S)) as raw:
        raw.execute("PRAGMA trusted_schema=OFF")
        yield raw


def faults_of(file: Path) -> tuple[str, ...]:
    """Say what is wrong with a journal's file; nothing when it is whole."""
    if not file.exists():
        return ("it is missing",)
    try:
        with opened(file) as raw:
            return faults_in(raw)
    except UNREADABLE as broken:
        return (_said(broken),)


def faults_in(
    raw: sqlite3.Connection,
    *,
    file: Path | None = None,
    tell: Callable[[str, Sequence[Row]], None] | None = None,
) -> tuple[str, ...]:
    """Say what is wrong with an open journal; nothing when it is whole.

    Parameters
    ----------
    file
        Where it is; then a thread of its own looks at the structure meanwhile.
    tell
        What is told each table, by name in order, and then its rows: of a backup's digest.
    """
    try:
        with ThreadPoolExecutor(1) as beside:
            structure = beside.submit(_structure_of, file) if file else None
            found = tuple(_faults(raw, tell, known=structure is not None))
            wrong = "" if structure is None else structure.result()
        return (wrong,) if wrong else found
    except UNREADABLE as broken:
        return (_said(broken),)


def _structure_of(file: Path) -> str:
    with opened(file) as raw:
        return _structure_in(raw)


def _structure_in(raw: sqlite3.Connection) -> str:
    """Say what is wrong with the structure; an empty text when nothing is."""
    (structure,) = raw.execute("PRAGMA integrity_check(1)").fetchone()
    return "" if structure == "ok" else str(structure).splitlines()[-1][:200]


def _said(broken: Exception) -> str:
    return str(broken).splitlines()[0][:200] if str(broken) else type(broken).__name__


def _faults(
    raw: sqlite3.Connection, tell: Callable[[str, Sequence[Row]], None] | None, *, known: bool
) -> Iterator[str]:
    if not known and (wrong := _structure_in(raw)):
        yield wrong
        return
    tables = tables_in(raw)
    if not {"store_person", _ENTRIES} <= tables:
        yield "the tables of the journal are missing"
        return
    if raw.execute("PRAGMA foreign_key_check").fetchone() is not None:
        yield "an entry names another one that is not there"
    (number,) = raw.execute("PRAGMA user_version").fetchone()
    if number and number != fingerprint(raw):
        yield "the definition of the tables has changed"
    if not number and tell is None:
        return  # not sealed yet: of an earlier Myolog, or killed while its tables were changed
    changed = 0
    for table in sorted(tables - {ABOUT} if tell else tables & set(TABLES)):
        if tell:
            tell(table, ())
        changed += falsely_sealed(raw, table, tell=tell and partial(tell, table))
    if number and changed:
        were = "row is not as it was" if changed == 1 else "rows are not as they were"
        yield f"{changed} {were} written"


def tables_in(raw: sqlite3.Connection) -> frozenset[str]:
    """Return the names of the tables."""
    named = raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    return frozenset(str(name) for (name,) in named)


def counts_in(raw: sqlite3.Connection) -> Counter[str]:
    """Count the standing entries of each kind."""
    found = raw.execute(
        f"SELECT kind, count(*) FROM {_ENTRIES} NOT INDEXED"
        " WHERE retired_at IS NULL GROUP BY kind ORDER BY kind"
    )
    return Counter({str(kind): int(count) for kind, count in found})
