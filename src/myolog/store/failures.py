"""A disk or database that fails, in words that a person can act on.

Decides which failures of the database are the computer's and not ours; every shell shows them in
its one place, as it shows a `UserError`. Nothing is half stored: each write is one transaction.
"""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from django.db import connection
from django.db.utils import DatabaseError

from myolog.content.catalogue import load
from myolog.errors import Unavailable

_SAYS: Final = {
    "full": "disk_full",
    "readonly": "read_only",
    "read-only": "read_only",
    "locked": "locked",
    "unable to open": "not_there",
    "disk i/o": "disk_broken",
    "malformed": "damaged",
    "not a database": "damaged",
}
"""A part of what SQLite or PostgreSQL says, and the sentence it stands for."""


_ERRNO: Final = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EROFS: "read_only",
    errno.EFBIG: "disk_broken",
    errno.EIO: "disk_broken",
}
"""What the operating system says when a file cannot be written."""


def in_words(failure: BaseException) -> Unavailable | None:
    """Return what a failing disk or database means; None for a failure of ours."""
    code = None
    if isinstance(failure, DatabaseError):
        said = str(failure).lower()
        code = next((code for part, code in _SAYS.items() if part in said), None)
        if code == "not_there" and _may_not_write():
            code = "read_only"  # the files beside the journal could not be made
    elif isinstance(failure, OSError):
        code = _ERRNO.get(failure.errno or 0)
    return None if code is None else Unavailable(load().text(f"page.error.{code}"), code=code)


def _may_not_write() -> bool:
    """Say whether the folder of the journal is there and takes nothing."""
    if connection.vendor != "sqlite":
        return False
    folder = Path(connection.settings_dict["NAME"]).parent
    return folder.is_dir() and not os.access(folder, os.W_OK)


SHORT_WAIT_MS: Final = 250
"""How long what need not be stored waits for a writer."""


@contextmanager
def unless_unavailable() -> Iterator[None]:
    """Store what need not be stored: where the disk or a writer is in the way, go on without it.

    Inside a transaction it belongs to that one, and fails with it.
    """
    if connection.in_atomic_block:
        yield
        return
    try:
        with _not_waiting():
            yield
    except (DatabaseError, OSError) as failure:
        if in_words(failure) is None:
            raise


@contextmanager
def _not_waiting() -> Iterator[None]:
    if connection.vendor != "sqlite":
        yield
        return
    usual_ms = round(connection.settings_dict["OPTIONS"]["timeout"] * 1000)
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA busy_timeout={SHORT_WAIT_MS}")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA busy_timeout={usual_ms}")
