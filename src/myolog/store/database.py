"""Which database holds the journal, and the settings that keep it whole.

SQLite in the data folder by default; PostgreSQL when `MYOLOG_DATABASE_URL` names one. SQLite runs
with a full `fsync` at every commit (a power cut loses nothing that was acknowledged) and takes the
write lock at the start of a transaction (no "database is locked"). Versions 3.7.0 to 3.51.2 can
corrupt a write-ahead log when two connections write at once (fixed in 3.51.3), so the current one
of the sqlcipher3 wheel replaces Python's; where no such wheel is installed and Python's is too old,
the journal is kept without a write-ahead log, which is slower and as safe. Why: decision 12.
Source: sqlite.org/wal.html, section on the WAL-reset bug; sqlite.org/pragma.html.
"""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qsl, unquote, urlsplit

from myolog.errors import Unavailable

SAFE_SQLITE: Final = (3, 51, 3)
"""The first release without the write-ahead-log race."""

WHEEL: Final = "sqlcipher3"
"""The package that brings a current SQLite, for Linux, macOS and Windows."""

OTHER_WHEEL: Final = "pysqlite3"
"""What somebody may have built instead, on a computer for which there is no wheel."""

PRAGMAS: Final = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA mmap_size=0",
    "PRAGMA secure_delete=ON",
    "PRAGMA temp_store=MEMORY",
)
_WITHOUT_LOG: Final = {
    "PRAGMA journal_mode=WAL": "PRAGMA journal_mode=DELETE",
    "PRAGMA synchronous=FULL": "PRAGMA synchronous=EXTRA",  # the folder is forced to disk, too
}
WAIT_S: Final = 60
"""How long a writer waits for another one, seconds; an import of ten years writes for a fifth."""

MUCH_KIB: Final = 64 * 1024
"""Memory for the pages of a long write; a short one has 2 MB."""


def use_current_sqlite() -> None:
    """Put the wheel's SQLite in the place of Python's, before Django loads either."""
    for name in (WHEEL, OTHER_WHEEL):
        try:
            current = import_module(name)
        except ImportError:
            continue
        sys.modules["sqlite3"] = current
        sys.modules["sqlite3.dbapi2"] = current.dbapi2
        return


def sqlite_in_use() -> Any:
    """Return the module that Django uses: the wheel's, or Python's own."""
    return sys.modules.get("sqlite3", sqlite3)


def has_safe_log() -> bool:
    """Tell whether the SQLite in use can keep a write-ahead log without the race."""
    return bool(sqlite_in_use().sqlite_version_info >= SAFE_SQLITE)


def pragmas() -> tuple[str, ...]:
    """Return the settings of each connection, for the SQLite in use."""
    wanted = PRAGMAS if has_safe_log() else tuple(_WITHOUT_LOG.get(one, one) for one in PRAGMAS)
    return tuple(
        one for one in wanted if one != "PRAGMA trusted_schema=OFF" or _json_is_innocuous()
    )


@cache
def _json_is_innocuous() -> bool:
    """Tell whether tables with a check on JSON work in a schema that is not trusted.

    In SQLite 3.40 they do not, and the journal could not be opened at all.
    """
    module = sqlite_in_use()
    with closing(module.connect(":memory:")) as trial:
        trial.execute("PRAGMA trusted_schema=OFF")
        try:
            trial.execute("CREATE TABLE t (j TEXT CHECK (json_valid(j)))")
            trial.execute("INSERT INTO t VALUES ('1')")
        except module.Error:
            return False
    return True


def sqlite_database(file: Path) -> dict[str, Any]:
    """Return Django's settings for a journal in one file."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(file),
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "init_command": ";".join(pragmas()),
            "transaction_mode": "IMMEDIATE",
            "timeout": WAIT_S,
        },
    }


@contextmanager
def much_at_once() -> Iterator[None]:
    """Let SQLite keep in memory what a long write touches, so that it reads little of it back."""
    from django.db import connection

    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        (usual,) = cursor.execute("PRAGMA cache_size").fetchone()
        cursor.execute(f"PRAGMA cache_size=-{MUCH_KIB}")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA cache_size={usual}")


def postgres_database(url: str) -> dict[str, Any]:
    """Return Django's settings for `postgresql://user:password@host:port/name?option=value`.

    Raises
    ------
    Unavailable
        The address is not one of a PostgreSQL database.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise Unavailable(
            "MYOLOG_DATABASE_URL must look like postgresql://user:password@host/name. "
            "Correct or unset it.",
            code="invalid_database_url",
        )
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", None) or parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }
