"""Backups that Myolog makes by itself: when, and what is done where one cannot be made.

One on each day on which something changed, dated by its last change: while Myolog runs, when it is
stopped, and for a day that ended without one at the latest before the first save of the next. So
the copy of a day holds all of it, also where the clock is set on or back meanwhile. And one before
a change of the tables, an import or a restore; erasing takes everything, and every backup with it.
Each is checked as a whole. On a full disk the oldest goes, never the newest. A backup that fails
is said, and stops nothing. Where they are and which stay: `myolog.store.kept_copies`.
"""

import errno
import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Lock
from time import time
from typing import Final

from myolog.errors import Unavailable, UserError
from myolog.store.folder import data_folder, temp_folder
from myolog.store.kept_copies import (
    FOLDER,
    automatic_backups,
    backup_folder,
    day_here,
    thin_out,
    unfinished_in,
)

NOTE: Final = "last-backup.json"
"""The file in the data folder that says when the last backup was made, or why it failed."""

AGAIN_AFTER: Final = timedelta(hours=6)
LEFT_FOR_S: Final = 3600
"""How long nothing was written to what is taken for the work of a killed command, seconds."""

_BESIDE: Final = """
import os
if hasattr(os, "nice"):
    os.nice(10)
from myolog.store import start
start()
from myolog.store.keeping import daily_backup
daily_backup()
"""
_LAST_WRITTEN: Final = """
SELECT (SELECT count(*) FROM store_auditevent),
       (SELECT at FROM store_auditevent ORDER BY rowid DESC LIMIT 1)
"""
"""Not the latest time: a clock that was ahead for an hour would stand there for ever."""


def backup_before(what: str) -> Path | None:
    """Make a backup before something that changes much; None, and a note, when it failed.

    Nothing is made of a journal that is no file, or in which nothing was ever written.
    """
    return None if _version() is None else _made(f"before-{what}", now=datetime.now(UTC))


def keep_before_restore() -> Path | None:
    """Keep the journal as it is, whatever is in it, before another takes its place."""
    return _made("before-restore", now=datetime.now(UTC))


def daily_backup(*, now: datetime | None = None, at_the_end: bool = False) -> Path | None:
    """Make the backup of the day if something was written since the last one.

    Nothing that fails here stops what the person came for.

    Parameters
    ----------
    at_the_end
        Whether Myolog is being stopped, so that nothing more will be written.
    """
    from django.db import DatabaseError

    moment = now or datetime.now(UTC)
    with suppress(DatabaseError):
        version = _version()
        if version is not None and (_is_due(version, moment) or (at_the_end and _is_new(version))):
            return _made("daily", now=moment, version=version)
    return None


def keep_the_day_before(*, now: datetime | None = None) -> Path | None:
    """Make the backup of an earlier day that ended without one, before this one adds to it.

    Nothing that fails here stops what the person came for.
    """
    from django.db import DatabaseError

    moment = now or datetime.now(UTC)
    with suppress(DatabaseError):
        return daily_backup(now=moment) if _is_left_over(moment) else None
    return None


class _LastSave:
    """The day of the last save in this process; one save at a time looks whether it is another."""

    def __init__(self) -> None:
        self._guard = Lock()
        self._day: date | None = None

    def comes(self, now: datetime) -> None:
        """Let the first save of a day wait until the day before is kept."""
        if self._day == day_here(now):
            return
        with self._guard:
            if self._day != day_here(now):
                keep_the_day_before(now=now)
                self._day = day_here(now)


_LAST_SAVE: Final = _LastSave()


def before_a_save(*, now: datetime | None = None) -> None:
    """Keep the day before once the first save of a new day comes, however long Myolog has run."""
    _LAST_SAVE.comes(now or datetime.now(UTC))


def _is_left_over(now: datetime) -> bool:
    tried = _tried_at()
    if tried is not None and tried <= now and day_here(tried) == day_here(now):
        return False
    version = _version()
    return version is not None and day_here(_last_change(version, now)) < day_here(now)


def backup_beside() -> None:
    """Make the backup of the day in a process of its own, so that no page waits for it."""
    version = _version()
    if version is not None and _is_due(version, datetime.now(UTC)):
        with suppress(OSError):
            subprocess.run(  # noqa: S603 - our own program, no argument of anybody's
                [sys.executable, "-c", _BESIDE], check=False, stdin=subprocess.DEVNULL
            )


def _version() -> list[object] | None:
    """Return what changes with every write; None for a journal that is empty or no file."""
    from myolog.store.services.backups import journal_file
    from myolog.store.wholeness import UNREADABLE, opened

    file = journal_file()
    if file is None:
        return None
    try:
        with opened(file) as raw:
            n, newest = raw.execute(_LAST_WRITTEN).fetchone()
    except UNREADABLE:
        return [0, "unreadable"]
    return [n, str(newest)] if n else None


def _is_new(version: list[object]) -> bool:
    return last_backup().get("version") != version


def _is_due(version: list[object], now: datetime) -> bool:
    tried = _tried_at()
    if not _is_new(version) or tried is None:
        return _is_new(version)
    return not tried <= now < tried + AGAIN_AFTER or day_here(tried) != day_here(now)


def _tried_at() -> datetime | None:
    with suppress(KeyError, ValueError):
        return datetime.fromisoformat(str(last_backup()["tried_at"]))
    return None


def _last_change(version: list[object], now: datetime) -> datetime:
    """Return when the last change was written; now, where that is unknown or still to come."""
    with suppress(ValueError):
        return min(now, datetime.fromisoformat(str(version[1])).replace(tzinfo=UTC))
    return now


def last_backup() -> dict[str, object]:
    """Return what is known of the last daily backup: when, and what was wrong."""
    with suppress(OSError, ValueError):
        told = json.loads((data_folder() / NOTE).read_text(encoding="utf-8"))
        if isinstance(told, dict):
            return told
    return {}


def _made(reason: str, *, now: datetime, version: list[object] | None = None) -> Path | None:
    """Make a backup and note its time or why it failed; no failure goes further than this."""
    from myolog.store.wholeness import UNREADABLE

    made, wrong = None, ""
    try:
        dated = _last_change(version, now) if version else now
        made = make_room_for(lambda: _make(reason, dated))
    except (OSError, UserError, *UNREADABLE) as failed:
        wrong = failed.message if isinstance(failed, UserError) else str(failed)
    kept = last_backup()
    told = {
        "tried_at": now.isoformat() if version else kept.get("tried_at"),
        "version": version if made is not None and version else kept.get("version"),
        "wrong": wrong,
    }
    with suppress(OSError):
        (data_folder() / NOTE).write_text(json.dumps(told), encoding="utf-8")
    if made is not None:
        thin_out(now=now, made=made)
    return made


def _make(reason: str, now: datetime) -> Path:
    from myolog.store.services.backups import copy_to, keep_aside

    place = backup_folder()
    place.mkdir(mode=0o700, exist_ok=True)
    stem = f"myolog-{now:%Y-%m-%dT%H%M%S}Z-{reason}"
    target = place / f"{stem}.sqlite3"
    number = 2
    while target.exists():
        target, number = place / f"{stem}-{number}.sqlite3", number + 1
    if reason in {"daily", "before-import"}:
        copy_to(target, reason=reason)
    else:  # what is about to be replaced is kept even when it is not whole
        keep_aside(target, reason=reason)
    return target


def make_room_for(make: Callable[[], Path]) -> Path:
    """Make a backup; on a full disk, take away the oldest ones first, never the newest."""
    _clear_what_kills_left()
    while True:
        try:
            return make()
        except (OSError, Unavailable) as failed:
            cause = failed.__cause__ if isinstance(failed, Unavailable) else failed
            oldest = automatic_backups()[1:]
            if not oldest or not _is_full(cause):
                raise
            oldest[-1].file.unlink()


def _clear_what_kills_left() -> None:
    """Take away half copies; source: akasecurity/ai-tc 117, Signal-Android 11751."""
    long_ago = time() - LEFT_FOR_S
    halves = [half for place in {data_folder() / FOLDER, backup_folder()}
              for half in unfinished_in(place)]  # fmt: skip
    for left in (*halves, *temp_folder().iterdir()):
        with suppress(OSError):
            if left.stat().st_mtime < long_ago:
                shutil.rmtree(left) if left.is_dir() else left.unlink()


def _is_full(failure: BaseException | None) -> bool:
    if isinstance(failure, OSError):
        return failure.errno in {errno.ENOSPC, errno.EDQUOT}
    return isinstance(failure, sqlite3.Error) and "full" in str(failure)
