"""A backup: the whole database in one file, with a digest and counts of what is in it.

Made under another name beside its place, checked, brought to the disk and only then given its name:
what bears the name is whole. Read, it is first copied into the data folder, so that nothing can
change it meanwhile, and then checked from end to end. Its schema, views and triggers are data.
"""

import hashlib
import json
import os
import shutil
import sqlite3
import stat
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from django.db import connection

from myolog.errors import Conflict, Unavailable, UnreadableFile, UnsupportedVersion
from myolog.store.exchange import bring_to_disk
from myolog.store.folder import temp_folder
from myolog.store.seals import ABOUT, TABLES, Row, rows_of
from myolog.store.tables import known_migrations
from myolog.store.wholeness import UNREADABLE, counts_in, faults_in, opened, tables_in
from myolog.version import __version__

FORMAT: Final = 1
_MAGIC: Final = b"SQLite format 3\x00"
_APPLICATION: Final = 0x4D594F42


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A backup that has been checked from end to end.

    Attributes
    ----------
    name : the file, as it was named by the person
    file : the copy of it that was checked
    made_at : when it was made; None where it does not say
    counts : standing entries by kind
    proven : whether it carries the digest of its content, and that was right
    """

    name: str
    file: Path
    made_at: datetime | None
    counts: Mapping[str, int]
    proven: bool

    @property
    def n_entries(self) -> int:
        """How many entries hold."""
        return sum(self.counts.values())


def copy_to(target: Path, *, reason: str = "asked") -> None:
    """Copy the whole database, as of one moment, into a new private file.

    Raises
    ------
    Conflict
        The file is there already.
    Unavailable
        It cannot be written, or the database is not SQLite.
    UnreadableFile
        What was copied is damaged; there is no new file.
    """
    _make(target, reason=reason, checked=True)


def keep_aside(target: Path, *, reason: str) -> None:
    """Copy the database as it is, whole or not, before something replaces it."""
    _make(target, reason=reason, checked=False)


def _make(target: Path, *, reason: str, checked: bool) -> None:
    if connection.vendor != "sqlite":
        raise Unavailable(
            "This journal is kept in PostgreSQL; copy it with pg_dump.",
            code="no_backup",
            key="copy_with_pg_dump",
        )
    if os.path.lexists(target):
        raise _there_already(target)
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        os.close(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        with closing(sqlite3.connect(unfinished)) as copy, _source() as source:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
            about = _about_to_sign(copy, reason=reason)
            if checked:
                about["digest"] = _proven(copy, unfinished, about, "The journal")
            else:
                about["digest"] = digest_of(copy, about)
            _sign(copy, about)
        bring_to_disk(unfinished)
        _give_name(unfinished, target)
    except (OSError, *UNREADABLE) as refused:
        raise _not_written(target, refused) from refused
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def journal_file() -> Path | None:
    """Return the file that holds the journal; None where a server or the memory does."""
    name = str(connection.settings_dict["NAME"])
    in_a_file = connection.vendor == "sqlite" and not name.startswith(("file:", ":"))
    return Path(name) if in_a_file else None


@contextmanager
def _source() -> Iterator[sqlite3.Connection]:
    """Give a connection to be copied from: one of its own, so that it sees what was committed."""
    file = journal_file()
    if file is None:
        connection.ensure_connection()
        yield connection.connection
        return
    with opened(file) as source:
        yield source


def _about_to_sign(copy: sqlite3.Connection, *, reason: str) -> dict[str, str]:
    try:
        counts = counts_in(copy)
    except UNREADABLE as broken:
        raise _damaged("The journal", (str(broken),)) from broken
    return {
        "format": str(FORMAT),
        "made_at": datetime.now(UTC).isoformat(),
        "made_by": __version__,
        "reason": reason,
        "counts": json.dumps(counts),
    }


def _proven(raw: sqlite3.Connection, file: Path, about: Mapping[str, str], name: str) -> str:
    """Check a file from end to end, reading each row once, and return the digest of it.

    Raises
    ------
    UnreadableFile
        It is damaged.
    """
    digest = _Digest(raw, about)
    faults = faults_in(raw, file=file, tell=digest.tell)
    if faults:
        raise _damaged(name, faults)
    return digest.found.hexdigest()


def _sign(copy: sqlite3.Connection, about: Mapping[str, str]) -> None:
    """Write into a copy what is in it."""
    with copy:
        copy.execute(f"PRAGMA application_id = {_APPLICATION}")
        copy.execute(f"CREATE TABLE {ABOUT} (name TEXT PRIMARY KEY, value TEXT)")
        copy.executemany(f"INSERT INTO {ABOUT} VALUES (?, ?)", about.items())


class _Digest:
    """A digest of every row of every table, of the schema, and of what is said about it."""

    def __init__(self, copy: sqlite3.Connection, about: Mapping[str, str]) -> None:
        self.found = hashlib.sha256()
        told = {name: value for name, value in about.items() if name != "digest"}
        self.found.update(repr(sorted(told.items())).encode())
        schema = copy.execute(
            "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE tbl_name != ?"
            " ORDER BY type, name",
            (ABOUT,),
        )
        self.found.update(repr(schema.fetchall()).encode("utf-8", "surrogatepass"))

    def tell(self, table: str, rows: Sequence[Row]) -> None:
        """Take in some rows, or, without any, the name of the table whose rows follow."""
        told = "".join(map(repr, rows)) if rows else table
        self.found.update(told.encode("utf-8", "surrogatepass"))


def digest_of(copy: sqlite3.Connection, about: Mapping[str, str]) -> str:
    """Return the digest of an open copy."""
    digest = _Digest(copy, about)
    for table in sorted(tables_in(copy) - {ABOUT}):
        digest.tell(table, ())
        for row in rows_of(copy, table)[1]:
            digest.tell(table, (row,))
    return digest.found.hexdigest()


def _give_name(unfinished: Path, target: Path) -> None:
    """Give a whole file its name, which must be free."""
    try:
        os.link(unfinished, target)
    except FileExistsError:
        raise _there_already(target) from None
    except OSError:  # a stick without links
        if os.path.lexists(target):
            raise _there_already(target) from None
        unfinished.rename(target)
    bring_to_disk(target.parent)


def _there_already(target: Path) -> Conflict:
    return Conflict(
        "{file} is there already; choose another name.",
        file=str(target),
        code="file_exists",
        key="file_is_there",
    )


def _not_written(target: Path, why: Exception) -> Unavailable:
    reason = why.strerror if isinstance(why, OSError) else str(why)
    return Unavailable(
        "{file} cannot be written ({reason}); choose another place.",
        file=str(target),
        reason=reason,
        code="cannot_write",
        key="backup_cannot_be_written",
    )


def _damaged(name: str, faults: tuple[str, ...]) -> UnreadableFile:
    return UnreadableFile(
        "{file} is damaged ({faults}); use another copy.",
        file=name,
        faults="; ".join(faults),
        code="damaged_backup",
    )


def _not_a_copy(name: str) -> UnreadableFile:
    return UnreadableFile(
        "{file} is not a backup that Myolog has made; choose another file.",
        file=name,
        code="not_a_backup",
    )


def n_told(file: Path) -> int | None:
    """Return how many entries a backup says it holds, unchecked; None where it does not say."""
    with suppress(*UNREADABLE, ValueError), opened(file) as raw:
        ((told,),) = raw.execute(f"SELECT value FROM {ABOUT} WHERE name = 'counts'").fetchall()
        count: int = sum(json.loads(told).values())
        return count
    return None


@contextmanager
def read_backup(file: Path, *, name: str | None = None) -> Iterator[Backup]:
    """Check a backup from end to end and give it as long as the block lasts.

    Parameters
    ----------
    name
        What to call it in a sentence; None for its path.

    Raises
    ------
    UnreadableFile
        It is missing, no backup of Myolog, damaged, or without a single entry.
    UnsupportedVersion
        A newer Myolog has made it.
    """
    called = name or str(file)
    folder = Path(mkdtemp(dir=temp_folder()))
    try:
        copy = folder / "backup.sqlite3"
        _copy_in(file, copy, called)
        try:
            with opened(copy) as raw:
                backup = _checked(raw, copy, called)
        except UNREADABLE as broken:
            raise _damaged(called, (str(broken),)) from broken
        yield backup
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _copy_in(file: Path, copy: Path, name: str) -> None:
    try:
        if not stat.S_ISREG(file.stat().st_mode):  # a pipe would be waited for without end
            raise _not_a_copy(name)
        with file.open("rb") as start:
            if start.read(len(_MAGIC)) != _MAGIC:
                raise _not_a_copy(name)
        shutil.copyfile(file, copy)
        log = file.with_name(f"{file.name}-wal")
        if log.is_file():  # a journal that was copied with its folder
            shutil.copyfile(log, copy.with_name(f"{copy.name}-wal"))
    except OSError as refused:
        raise UnreadableFile(
            "{file} cannot be opened ({reason}); check the name.",
            file=name,
            reason=refused.strerror,
            code="cannot_open",
            key="file_cannot_be_opened",
        ) from refused


def _checked(raw: sqlite3.Connection, copy: Path, name: str) -> Backup:
    tables = tables_in(raw)
    if not set(TABLES) <= tables:
        raise _not_a_copy(name)
    applied = raw.execute("SELECT name FROM django_migrations WHERE app = 'store'").fetchall()
    if {str(one) for (one,) in applied} - known_migrations():
        raise UnsupportedVersion(
            "{file} was made by a newer Myolog. Update Myolog, then restore it.",
            file=name,
            key="backup_of_newer_myolog",
        )
    about = _about(raw, tables, name)
    digest = _proven(raw, copy, about, name)
    if about and about.get("digest") != digest:
        raise _damaged(name, ("it does not hold what it held when it was made",))
    if not raw.execute("SELECT count(*) FROM store_entryrow NOT INDEXED").fetchone()[0]:
        raise UnreadableFile(
            "{file} holds no entry; choose another backup.", file=name, code="empty_backup"
        )
    made_at = datetime.fromisoformat(about["made_at"]) if about else None
    return Backup(name=name, file=copy, made_at=made_at, counts=counts_in(raw), proven=bool(about))


def _about(raw: sqlite3.Connection, tables: frozenset[str], name: str) -> dict[str, str]:
    """Return what a backup says of itself; nothing for one made before backups did."""
    signed = raw.execute("PRAGMA application_id").fetchone()[0] == _APPLICATION
    if ABOUT not in tables:
        if signed:
            raise _damaged(name, ("what it says about itself is lost",))
        return {}
    about = {str(key): str(value) for key, value in raw.execute(f"SELECT * FROM {ABOUT}")}
    if about.get("format") != str(FORMAT) and about.get("digest") == digest_of(raw, about):
        raise UnsupportedVersion(
            "{file} was made by a newer Myolog. Update Myolog, then restore it.",
            file=name,
            key="backup_of_newer_myolog",
        )
    return about
