"""Space set aside for a full disk: reading, deleting, erasing and opening Myolog work all the same.

Deleting needs room too: the database writes what it changes beside the journal first. A file of the
journal's size is kept for that, given up when the disk is full, and made again when there is room.
"""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from pathlib import Path
from typing import Final, ParamSpec, TypeVar

from django.db import DatabaseError, connection

from myolog.errors import Unavailable
from myolog.store.failures import in_words
from myolog.store.folder import DATABASE_FILE, RESERVE_FILE, data_folder

BEYOND_THE_JOURNAL: Final = 1 << 20
LEAST: Final = 1 << 17
PART: Final = 1 << 18
"""Bytes that are given up at once: a deletion fits, and erasing takes as many as it needs."""

SHARE_OF_FREE: Final = 4
"""At most this part of what is free is taken."""

P = ParamSpec("P")
R = TypeVar("R")


def set_aside(folder: Path) -> None:
    """Make the reserve, or make it larger after the journal has grown, where there is room."""
    file = folder / RESERVE_FILE
    with suppress(OSError):
        kept = file.stat().st_size if file.exists() else 0
        journal = folder / DATABASE_FILE
        wanted = BEYOND_THE_JOURNAL + (journal.stat().st_size if journal.exists() else 0)
        if kept >= wanted - BEYOND_THE_JOURNAL // 2:
            return
        size = min(wanted, kept + shutil.disk_usage(folder).free // SHARE_OF_FREE)
        if size >= LEAST and size > kept:
            _fill(file, size)


def _fill(file: Path, size: int) -> None:
    """Take real space: an empty file that only claims its size would keep nothing free."""
    try:
        with file.open("wb") as reserve:
            if hasattr(os, "posix_fallocate"):
                os.posix_fallocate(reserve.fileno(), 0, size)
            else:
                for _ in range(size // LEAST):
                    reserve.write(b"\0" * LEAST)
        file.chmod(0o600)
    except OSError:
        file.unlink(missing_ok=True)
        raise


def give_up(folder: Path) -> bool:
    """Give a part of the reserve back to the disk; say whether there was one."""
    file = folder / RESERVE_FILE
    try:
        left = file.stat().st_size - PART
        if left > 0:
            os.truncate(file, left)
        else:
            file.unlink()
    except OSError:
        return False
    return True


def is_full(failure: BaseException) -> bool:
    """Say whether this means that the disk is full."""
    said = failure if isinstance(failure, Unavailable) else in_words(failure)
    return said is not None and said.code in ("disk_full", "disk_broken")


def on_a_full_disk_too(work: Callable[P, R]) -> Callable[P, R]:
    """Do it again where the disk is full, giving up the reserve part by part until it fits."""

    @wraps(work)
    def done(*given: P.args, **more: P.kwargs) -> R:
        if connection.in_atomic_block:
            return work(*given, **more)
        set_aside(data_folder())
        while True:
            try:
                return work(*given, **more)
            except (DatabaseError, OSError, Unavailable) as failure:
                if not is_full(failure) or not give_up(data_folder()):
                    raise

    return done
