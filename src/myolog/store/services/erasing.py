"""Erasing everything: no row, no page of the file, no log and no copy of it keeps a word.

The person stays, empty, with the browser that asked; tokens of programs go too, and so does every
copy that Myolog made: what a restore or a damaged disk moved aside, automatic backups, and what a
killed command left. Copies that the person saved elsewhere are not ours to take.

What is to go is written down first. A kill before the rows are gone leaves all as it was; a kill
after that, a program that is still reading, or a file that cannot be removed leaves the list, and
the next start goes on with it. Only what is proven gone is called gone. Sources: SQLite,
wal_checkpoint (a busy checkpoint leaves the log as it is); mdk issue 936; OmniRoute issue 12998.
"""

import json
import os
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from django.apps import apps
from django.db import DatabaseError, connection, transaction

from myolog.store.database import WAIT_S
from myolog.store.folder import DATABASE_FILE, ERASING, copies_in, data_folder
from myolog.store.journals import forget
from myolog.store.kept_copies import copies_elsewhere
from myolog.store.models import AuditEvent, EntryRow, Key, Person
from myolog.store.reserve import on_a_full_disk_too
from myolog.store.services.audit import record

_ACTION: Final = "erase"
"""Stands in the audit trail from the moment the rows are gone until all the rest is, too."""

_READERS_MS: Final = 2_000
"""How long is waited for a program that is still reading, milliseconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """A file in which something may still stand.

    Attributes
    ----------
    reason : "in_use" while another program reads it, else "refused" by the computer
    """

    path: Path
    reason: str


@on_a_full_disk_too
def erase_everything(*, person: Person, now: datetime | None = None) -> tuple[Left, ...]:
    """Delete all that was ever noted for this person, and overwrite where it stood.

    Returns
    -------
    left : what could not be made sure of yet; empty when everything is gone
    """
    moment = now or datetime.now(UTC)
    folder = data_folder()
    doomed = (*copies_in(folder), *copies_elsewhere())
    earlier = _read_list(folder)
    _write_down(folder, doomed, moment)
    try:
        with transaction.atomic():
            _delete_rows(person)
            record(person=person, by=_ACTION, action=_ACTION, now=moment)
    except BaseException:
        _cross_off(folder)
        if earlier:  # another erasing is still unfinished
            (folder / ERASING).write_text(earlier, encoding="utf-8")
        raise
    forget()
    return _finish(folder, doomed)


def finish_erasing(folder: Path) -> tuple[Left, ...]:
    """Go on with an erasing that a kill or a reader has stopped; nothing to do without one."""
    if not (folder / ERASING).exists():
        return ()
    try:
        told = json.loads(_read_list(folder))
        doomed = tuple(folder / str(name) for name in told["copies"])
        at = str(told["at"])
    except (ValueError, KeyError, TypeError):
        doomed, at = (), ""
    gone = [event.at.isoformat() for event in AuditEvent.objects.filter(action=_ACTION)]
    if not gone or (at and at not in gone):
        _cross_off(folder)
        return ()
    return _finish(folder, doomed)


def _read_list(folder: Path) -> str:
    with suppress(OSError, UnicodeDecodeError):
        return (folder / ERASING).read_text(encoding="utf-8")
    return ""


def _write_down(folder: Path, doomed: tuple[Path, ...], now: datetime) -> None:
    """Note what is to go; a disk too full for it does not stop the erasing."""
    if connection.in_atomic_block:
        return
    names = [str(path) for path in doomed]
    with suppress(OSError), (folder / ERASING).open("w", encoding="utf-8") as file:
        json.dump({"at": now.isoformat(), "copies": names}, file)
        file.flush()
        os.fsync(file.fileno())


def _cross_off(folder: Path) -> None:
    (folder / ERASING).unlink(missing_ok=True)


def _delete_rows(person: Person) -> None:
    """Delete the person's rows in every table, also in one that was added later."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete=ON")
    EntryRow.objects.filter(person=person).update(revises=None)
    tables = [model for model in apps.get_app_config("store").get_models() if _is_theirs(model)]
    for model in sorted(tables, key=lambda one: one is EntryRow):
        rows: Any = model._default_manager.filter(person=person)
        if model is Key:
            rows = rows.exclude(kind=Key.Kind.OWNER)
        rows.delete()


def _is_theirs(model: Any) -> bool:
    return any(field.name == "person" for field in model._meta.get_fields())


def _finish(folder: Path, doomed: tuple[Path, ...]) -> tuple[Left, ...]:
    left = [Left(path=path, reason="refused") for path in doomed if not _removed(path)]
    left += _scrubbed(folder)
    if not left:
        AuditEvent.objects.filter(action=_ACTION).delete()
        _cross_off(folder)
    return tuple(left)


def _removed(path: Path) -> bool:
    """Remove a file, or a folder that is empty; tell whether no file is there any more."""
    with suppress(OSError):
        if path.is_dir() and not path.is_symlink():
            path.rmdir()
        else:
            path.unlink(missing_ok=True)
    return path.is_dir() or not path.exists()


def _scrubbed(folder: Path) -> list[Left]:
    """Rewrite the database without its free pages, and empty its log, if nobody is reading it."""
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return []
    file = folder / DATABASE_FILE
    reason = ""
    _wait_at_most(_READERS_MS)
    try:
        reason = "in_use" if _is_busy_after_rewriting() else ""
    except DatabaseError as failed:
        reason = "in_use" if "locked" in str(failed) else "refused"
    finally:
        _wait_at_most(WAIT_S * 1000)
    files = [file, file.with_name(f"{DATABASE_FILE}-wal")] if reason else []
    return [Left(path=path, reason=reason) for path in files if path.exists()]


def _wait_at_most(milliseconds: int) -> None:
    with closing(connection.cursor()) as cursor:
        cursor.execute(f"PRAGMA busy_timeout={milliseconds}")


@on_a_full_disk_too
def _is_busy_after_rewriting() -> bool:
    with closing(connection.cursor()) as cursor:
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return bool(cursor.fetchone()[0])
