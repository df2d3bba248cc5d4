"""Putting another database file in the place of a damaged one, so that no kill leaves a half.

What was there is linked, byte for byte, into a folder of its own with the date and the reason. The
new file is made ready in a folder whose name is given last: from then on every start finishes what
was begun. A server that runs meanwhile notices at its next request that its file has moved.
"""

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from myolog.store.folder import DATABASE_FILE

READY: Final = "restore-ready"
ASIDE: Final = "damaged-"
"""How the names of the folders begin in which a damaged journal is kept."""

_BESIDE: Final = ("", "-wal", "-shm", "-journal")


def move_aside(folder: Path, *, reason: str, now: datetime) -> Path | None:
    """Keep the journal's files byte for byte in a folder of their own; None without any.

    They stay in their place too, until `finish_exchange` puts another there.
    """
    there = [folder / f"{DATABASE_FILE}{end}" for end in _BESIDE]
    there = [file for file in there if file.exists()]
    if not there:
        return None
    aside = _new_folder(folder, f"{ASIDE}{now:%Y%m%dT%H%M%SZ}")
    for file in there:
        try:
            os.link(file, aside / file.name)
        except OSError:  # a place without links
            shutil.copy2(file, aside / file.name)
    why = aside / "why.txt"
    why.write_text(f"{now:%Y-%m-%d %H:%M} UTC\n{reason}\n")
    for file in (*aside.iterdir(), aside, folder):
        bring_to_disk(file)
    return aside


def _new_folder(folder: Path, name: str) -> Path:
    for number in range(1, 1000):
        chosen = folder / (name if number == 1 else f"{name}-{number}")
        with suppress(FileExistsError):
            chosen.mkdir(mode=0o700)
            return chosen
    raise FileExistsError(name)


def bring_to_disk(path: Path) -> None:
    """Wait until a file's content, or a folder's names, are on the disk, where that can be done."""
    with suppress(OSError):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def make_ready(folder: Path, made: Path) -> None:
    """Name the folder that holds the new file, whole and on the disk: this decides."""
    bring_to_disk(made / DATABASE_FILE)
    bring_to_disk(made)
    made.rename(folder / READY)
    bring_to_disk(folder)


def finish_exchange(folder: Path) -> None:
    """Put the file that was made ready in its place; nothing to do without one."""
    ready = folder / READY
    new = ready / DATABASE_FILE
    if not ready.is_dir():
        return
    if new.exists():
        for end in _BESIDE[1:]:
            (folder / f"{DATABASE_FILE}{end}").unlink(missing_ok=True)
        new.replace(folder / DATABASE_FILE)
        bring_to_disk(folder)
    shutil.rmtree(ready, ignore_errors=True)


def identity(file: str) -> tuple[int, int] | None:
    """Return which file bears a name; None without one."""
    try:
        found = os.stat(file)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def note_file(*, connection: object, **_: object) -> None:
    """Keep in mind which file a connection has opened: the one that was there before and after."""
    settings: Mapping[str, object] = getattr(connection, "settings_dict", {})
    now = identity(str(settings.get("NAME", "")))
    before = getattr(connection, "myolog_before", now)
    connection.myolog_file = now if now == before else None  # type: ignore[attr-defined]


def follow_exchange(**_: object) -> None:
    """Let go of a database file that is no longer the one that bears its name."""
    from django.db import connections

    for connection in connections.all(initialized_only=True):
        if connection.vendor != "sqlite" or connection.in_atomic_block:
            continue
        now = identity(str(connection.settings_dict["NAME"]))
        if connection.connection is not None and now is not None:
            if getattr(connection, "myolog_file", now) == now:
                continue
            connection.close()
        connection.myolog_before = now  # type: ignore[attr-defined]
