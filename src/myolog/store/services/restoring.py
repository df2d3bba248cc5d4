"""The journal put back from a backup: entries and results, deletions, versions and settings.

Rows are taken in through the model: every entry is read and checked as from any file, and no schema
of the backup reaches the database in use. Doors are not restored: what opens the journal now still
does, and a key that a backup holds opens nothing. A whole journal is replaced in one transaction,
with the copy of what was there taken inside it; a damaged one is moved aside, byte for byte.
"""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, Final, TypeVar
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import (
    DEFAULT_DB_ALIAS,
    DatabaseError,
    IntegrityError,
    connection,
    connections,
    models,
    transaction,
)

from myolog.errors import Unavailable, UnreadableFile, UserError
from myolog.journal.checks import zone_of
from myolog.journal.codec import decode
from myolog.store.assessments import restored as restored_result
from myolog.store.exchange import (
    finish_exchange,
    make_ready,
    move_aside,
)
from myolog.store.folder import DATABASE_FILE, data_folder, temp_folder
from myolog.store.journals import forget
from myolog.store.keeping import keep_before_restore
from myolog.store.models import (
    AssessmentRow,
    AuditEvent,
    EntryRow,
    IdempotencyKey,
    Key,
    Person,
)
from myolog.store.opening import alone, start
from myolog.store.rows import row_of
from myolog.store.seals import TABLES, rows_of, seal_everything, seal_rows
from myolog.store.services.audit import record
from myolog.store.services.backups import Backup, journal_file
from myolog.store.services.care import reassess
from myolog.store.tables import change_tables, known_migrations
from myolog.store.wholeness import faults_of, opened

_BATCH: Final = 500
_BECAUSE: Final = "restore_backup"

_Row = dict[str, Any]
_Table = TypeVar("_Table", bound=models.Model)


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What a restore has done.

    Attributes
    ----------
    n_entries : how many entries hold now
    kept : where what was there before is kept; None when there was nothing
    faults : what was wrong with the journal that was replaced
    """

    n_entries: int
    kept: Path | None
    faults: tuple[str, ...]


def faults_of_the_journal() -> tuple[str, ...]:
    """Look through the whole journal in use and say what is wrong with it."""
    file = journal_file()
    return () if file is None else faults_of(file)


def restore(backup: Backup, *, by: str, now: datetime | None = None) -> Restored:
    """Put a backup in the place of the journal, whether that is whole or damaged.

    Raises
    ------
    UnreadableFile
        The backup holds what Myolog would not take in; nothing has changed.
    """
    moment = now or datetime.now(UTC)
    if connection.vendor != "sqlite":
        raise Unavailable(
            "This journal is kept in PostgreSQL; put it back with pg_restore.",
            code="no_backup",
            key="restore_with_pg_restore",
        )
    faults = faults_of_the_journal()
    try:
        with _up_to_date(backup) as current:
            if faults:
                kept = _exchange(current, faults, by, moment)
            else:
                kept = _replace(current, by, moment)
    except IntegrityError as wrong:
        raise _false(backup, wrong) from wrong
    forget()
    return Restored(n_entries=backup.n_entries, kept=kept, faults=faults)


def _replace(backup: Backup, by: str, now: datetime) -> Path:
    """Replace the rows of a whole journal in one transaction; others write before it or after."""
    start()
    kept = keep_before_restore() if journal_file() is None else None
    with transaction.atomic():
        kept = kept or keep_before_restore()
        if kept is None:
            raise Unavailable(
                "The present journal cannot be kept aside, so nothing was restored. "
                "Make room on the disk, then try again.",
                code="cannot_keep_aside",
            )
        _fill(backup, by=by, now=now)
        reassess(person=Person.objects.order_by("created_at", "id")[0], by=by, now=now)
    return kept


def _exchange(backup: Backup, faults: tuple[str, ...], by: str, now: datetime) -> Path | None:
    """Build a new file from the backup, then put it in the place of the damaged one."""
    home = data_folder()
    made = Path(mkdtemp(dir=temp_folder()))
    try:
        _build(backup, made / DATABASE_FILE, by=by, now=now)
        faults_of_the_new = faults_of(made / DATABASE_FILE)
        if faults_of_the_new:
            raise Unavailable(
                "What was restored is not whole ({faults}), so nothing was changed. "
                "Try again, and look at the disk.",
                faults="; ".join(faults_of_the_new),
                code="restore_not_whole",
            )
        connections.close_all()
        with alone(home):
            aside = move_aside(home, reason="; ".join(faults), now=now)
            make_ready(home, made)
            finish_exchange(home)
    except OSError as refused:
        raise Unavailable(
            "The journal cannot be replaced ({reason}). Close every Myolog that is running, "
            "then try again.",
            reason=refused.strerror,
            code="cannot_replace",
        ) from refused
    finally:
        shutil.rmtree(made, ignore_errors=True)
    start()
    with suppress(DatabaseError):
        reassess(person=Person.objects.order_by("created_at", "id")[0], by=by, now=now)
    return aside


def _build(backup: Backup, file: Path, *, by: str, now: datetime) -> None:
    """Make a new journal of a backup."""
    with _in_place_of_the_journal(file):
        change_tables()
        with transaction.atomic():
            _fill(backup, by=by, now=now)
            seal_everything(connection.connection)


@contextmanager
def _in_place_of_the_journal(file: Path) -> Iterator[None]:
    """Let this thread, and no other, work on a new file as if it were the journal."""
    usual = connections[DEFAULT_DB_ALIAS]
    usual.close()
    other = type(usual)({**usual.settings_dict, "NAME": str(file)}, DEFAULT_DB_ALIAS)
    connections[DEFAULT_DB_ALIAS] = other
    try:
        yield
    finally:
        other.close()
        connections[DEFAULT_DB_ALIAS] = usual


@contextmanager
def _up_to_date(backup: Backup) -> Iterator[Backup]:
    """Give the backup as this Myolog would have made it: an older one is changed as a journal is.

    Only its values are taken: the tables, and what changes them, are ours.
    """
    with opened(backup.file) as raw:
        applied = raw.execute("SELECT name FROM django_migrations WHERE app = 'store'")
        level = max(str(name) for (name,) in applied)
    if level == max(known_migrations()):
        yield backup
        return
    folder = Path(mkdtemp(dir=temp_folder()))
    try:
        file = folder / DATABASE_FILE
        with _in_place_of_the_journal(file):
            change_tables(level)
            with opened(backup.file) as raw, transaction.atomic():
                for table in TABLES:
                    _copy_values(raw, connection.connection, table)
            change_tables()
        yield replace(backup, file=file)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _copy_values(raw: sqlite3.Connection, into: sqlite3.Connection, table: str) -> None:
    given, rows = rows_of(raw, table)
    known = [str(column[1]) for column in into.execute(f'PRAGMA table_info("{table}")')]
    names = [name for name in given if name in known]
    places = [given.index(name) for name in names]
    columns, marks = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
    into.executemany(
        f'INSERT INTO "{table}" ({columns}) VALUES ({marks})',
        ([row[place] for place in places] for row in rows),
    )


def _fill(backup: Backup, *, by: str, now: datetime) -> None:
    """Put everything that a backup holds in the place of what is there, inside a transaction."""
    try:
        with opened(backup.file) as raw:
            with connection.cursor() as cursor:
                for table in (IdempotencyKey, AssessmentRow, AuditEvent, EntryRow):
                    cursor.execute(f"DELETE FROM {table._meta.db_table}")
            person = _person(raw)
            for table in (EntryRow, IdempotencyKey, AuditEvent, AssessmentRow):
                rows = _rows(raw, table, "WHERE person_id = ? ORDER BY id", (person.id.hex,))
                taken = (_taken(table, row, person) for row in rows)
                while some := list(islice(taken, _BATCH)):
                    # not through the manager: rows keep the numbers of their own history
                    models.QuerySet[Any](table).bulk_create(some)
                seal_rows(connection.connection, table._meta.db_table)
        record(person=person, now=now, by=by, action=_BECAUSE)
    except (UserError, ValidationError, ValueError, TypeError, KeyError) as wrong:
        raise _false(backup, wrong) from wrong


def _false(backup: Backup, wrong: Exception) -> UnreadableFile:
    said = wrong.message if isinstance(wrong, UserError) else type(wrong).__name__
    return UnreadableFile(
        "{file} holds what Myolog would not take in ({reason}); use another backup.",
        file=backup.name,
        reason=said,
        code="false_backup",
    )


def _person(raw: sqlite3.Connection) -> Person:
    """Make the person of the backup the person of this journal; what opens it still does."""
    row = next(_rows(raw, Person, "ORDER BY created_at, id"), None)
    if row is None:
        raise ValueError("nobody's journal is in it")
    person = _as_it_is(Person, row)
    zone_of(person.zone)
    others = Person.objects.exclude(id=person.id)
    person._state.adding = not Person.objects.filter(id=person.id).exists()
    person.save()
    for other in others:
        Key.objects.filter(person=other).update(person=person)
        other.delete()
    return person


def _taken(table: type[_Table], row: _Row, person: Person) -> _Table:
    """Return a row as this Myolog would write it."""
    taken = _as_it_is(table, row)
    if isinstance(taken, AssessmentRow):
        restored_result(taken.payload)
    if isinstance(taken, EntryRow):
        entry = decode({**taken.payload, "id": str(taken.id)})
        fresh = row_of(entry, person=person, now=taken.created_at, id=taken.id)
        for name in ("kind", "day", "at", "zone", "slot", "site", "payload"):
            setattr(taken, name, getattr(fresh, name))
    return taken


def _as_it_is(table: type[_Table], row: _Row) -> _Table:
    """Return a row with the values of another database; a column it lacks has its usual value."""
    taken = table()
    for field in table._meta.concrete_fields:
        if field.column in row and field.name != "seal":
            value = _read(field, row[field.column])
            if value is not None:
                field.run_validators(value)
            setattr(taken, field.attname, value)
    return taken


def _read(field: "models.Field[Any, Any]", value: object) -> Any:
    if value is None:
        return None
    if isinstance(field, models.ForeignKey):
        return UUID(str(value))
    if isinstance(field, models.JSONField):
        return json.loads(str(value))
    if isinstance(field, models.DateTimeField):
        return datetime.fromisoformat(str(value)).replace(tzinfo=UTC)
    if isinstance(field, models.CharField) and not isinstance(value, str):
        raise TypeError(field.name)
    return field.to_python(value)


def _rows(
    raw: sqlite3.Connection, table: type[models.Model], where: str, values: tuple[str, ...] = ()
) -> Iterator[_Row]:
    names, rows = rows_of(raw, table._meta.db_table, where, values)
    for row in rows:
        yield dict(zip(names, row, strict=True))
