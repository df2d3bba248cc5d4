"""Which database holds the journal, and the settings that keep it whole.

SQLite in the data folder by default; PostgreSQL when `MYOLOG_DATABASE_URL` names one. SQLite runs
with a full `fsync` at every commit (a power cut loses nothing that was acknowledged) and takes the
write lock at the start of a transaction (no "database is locked"). Versions 3.7.0 to 3.51.2 can
corrupt a write-ahead log when two connections write at once (fixed in 3.51.3), so the current one
of the pysqlite3 wheel replaces Python's where it is installed. Source: sqlite.org/wal.html, section
on the WAL-reset bug; sqlite.org/pragma.html.
"""

import sys
from importlib import import_module
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qsl, unquote, urlsplit

from myolog.errors import Unavailable

SAFE_SQLITE: Final = (3, 51, 3)
"""The first release without the write-ahead-log race."""

PRAGMAS: Final = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA mmap_size=0",
    "PRAGMA secure_delete=ON",
    "PRAGMA temp_store=MEMORY",
)
WAIT_S: Final = 20
"""How long a writer waits for another one, seconds."""


def use_current_sqlite() -> None:
    """Put the wheel's SQLite in the place of Python's, before Django loads either."""
    try:
        current = import_module("pysqlite3")
    except ImportError:
        return
    sys.modules["sqlite3"] = current
    sys.modules["sqlite3.dbapi2"] = current.dbapi2


def sqlite_database(file: Path) -> dict[str, Any]:
    """Return Django's settings for a journal in one file."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(file),
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "init_command": ";".join(PRAGMAS),
            "transaction_mode": "IMMEDIATE",
            "timeout": WAIT_S,
        },
    }


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
