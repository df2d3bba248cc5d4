"""A copy of the database in one file, and the journal put back from such a copy.

A restore reads rows and takes them in through the model: the copy's schema, views and triggers
never reach the database in use. What is replaced is kept as a file. Results of the check are worked
out anew from the answers that came back.
"""

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from django.db import connection, transaction

from myolog.errors import Conflict, Unavailable, UnreadableFile, UserError
from myolog.journal.entries import Entry
from myolog.journal.file import decode
from myolog.journal.model import Journal
from myolog.store.folder import data_folder
from myolog.store.models import AssessmentRow, EntryRow, Person
from myolog.store.services.audit import record
from myolog.store.services.care import reassess
from myolog.store.services.entries import standing
from myolog.store.services.imports import import_journal
from myolog.store.services.people import take_zone

BEFORE_RESTORE: Final = "before-restore-"
"""How the names of the copies begin that a restore keeps in the data folder."""

_MAGIC: Final = b"SQLite format 3\x00"
_ROWS: Final = (
    "SELECT id, payload FROM store_entryrow WHERE retired_at IS NULL AND person_id = ? ORDER BY id"
)


def copy_to(target: Path) -> None:
    """Copy the whole database into a new private file, as of one moment.

    Raises
    ------
    Conflict
        The file is there already.
    Unavailable
        It cannot be written, or the database is not SQLite.
    """
    if connection.vendor != "sqlite":
        raise Unavailable(
            "This journal is kept in PostgreSQL; copy it with pg_dump.", code="no_backup"
        )
    try:
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        raise Conflict(
            f"{target} is there already; choose another name.", code="file_exists"
        ) from None
    except OSError as refused:
        raise _not_written(target, refused) from refused
    try:
        connection.ensure_connection()
        with closing(sqlite3.connect(target)) as copy:
            connection.connection.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
    except (OSError, sqlite3.Error) as refused:
        target.unlink(missing_ok=True)
        raise _not_written(target, refused) from refused


def _not_written(target: Path, why: Exception) -> Unavailable:
    reason = why.strerror if isinstance(why, OSError) else str(why)
    return Unavailable(
        f"{target} cannot be written ({reason}); choose another place.", code="cannot_write"
    )


def journal_in(file: Path) -> Journal:
    """Read the journal out of a copy, checking every entry.

    Raises
    ------
    UnreadableFile
        The file is missing, is no copy made by Myolog, is damaged, or holds a false entry.
    """
    with _opened(file) as copy:
        try:
            if copy.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise UnreadableFile(f"{file} is damaged; use another copy.", code="damaged_backup")
            tables = {
                name
                for (name,) in copy.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            }
            if not {"store_person", "store_entryrow"} <= tables:
                raise _not_a_copy(file)
            person = copy.execute(
                "SELECT id, zone FROM store_person ORDER BY created_at, id"
            ).fetchone()
            rows = copy.execute(_ROWS, (person[0],)).fetchall() if person else []
        except sqlite3.Error as broken:
            raise _not_a_copy(file) from broken
    try:
        return Journal(tuple(_entries(rows)), str(person[1]) if person else "UTC")
    except UserError as wrong:
        raise UnreadableFile(f"{file}: {wrong.message}", code=wrong.code) from wrong


@contextmanager
def _opened(file: Path) -> Iterator[sqlite3.Connection]:
    try:
        with file.open("rb") as start:
            if start.read(len(_MAGIC)) != _MAGIC:
                raise _not_a_copy(file)
    except OSError as refused:
        raise UnreadableFile(
            f"{file} cannot be opened ({refused.strerror}); check the name.", code="cannot_open"
        ) from refused
    with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as copy:
        copy.execute("PRAGMA trusted_schema=OFF")
        yield copy


def _not_a_copy(file: Path) -> UnreadableFile:
    return UnreadableFile(
        f"{file} is not a backup that Myolog has made; choose another file.", code="not_a_backup"
    )


def _entries(rows: list[tuple[str, str]]) -> Iterator[Entry]:
    for key, payload in rows:
        try:
            fields = json.loads(payload)
        except (ValueError, TypeError, RecursionError):
            fields = None
        yield decode({**fields, "id": str(key)} if isinstance(fields, dict) else fields)


def replace_journal(
    *, person: Person, journal: Journal, by: str, now: datetime | None = None
) -> Path:
    """Put `journal` in the place of the person's own; return where the old database is kept.

    Raises
    ------
    InvalidEntry
        An entry lies in the future; nothing has changed.
    """
    moment = now or datetime.now(UTC)
    kept = data_folder() / f"{BEFORE_RESTORE}{moment:%Y%m%dT%H%M%SZ}.sqlite3"
    copy_to(kept)
    try:
        with transaction.atomic():
            record(person=person, by=by, action="restore_backup", now=moment)
            standing(person).update(retired_at=moment)
            EntryRow.objects.filter(person=person, overruled=True).update(overruled=False)
            AssessmentRow.objects.filter(person=person).delete()
            import_journal(person=person, journal=journal, by=by, now=moment)
            take_zone(person=person, zone=journal.zone, by=by, now=moment)
            reassess(person=person, by=by, now=moment)
    except BaseException:
        kept.unlink(missing_ok=True)
        raise
    return kept
