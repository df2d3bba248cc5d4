"""The data folder: where it is, when it is Myolog's, and which files in it are.

A folder is Myolog's when it holds the mark that Myolog leaves in it, or a journal of an older
version. One that is missing or empty is made and marked; one that holds anything else is refused
and not touched, because its files belong to somebody. Only Myolog's own files are made private to
their owner (0600, the folder 0700, umask 077). No data folder lies in a checkout of this project,
where it could be committed by mistake.
"""

import os
import re
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from myolog.errors import Refused, Unavailable

DATABASE_FILE: Final = "journal.sqlite3"
MARK: Final = ".myolog"
"""Says whose folder it is, and stays when the journal is moved aside."""

ERASING: Final = "erase-unfinished.json"
"""Says what an erasing has still to take away."""

RESERVE_FILE: Final = "reserve"
"""Takes space that is given up when the disk is full."""

LIVE: Final = frozenset(
    {
        *(f"{DATABASE_FILE}{part}" for part in ("", "-wal", "-shm", "-journal")),
        "secret-key",
        "migrate.lock",
        RESERVE_FILE,
        MARK,
        ERASING,
    }
)
"""Files that Myolog needs while it runs."""

_STARTS: Final = (
    DATABASE_FILE, "before-restore-", "damaged-", "restore-ready", ".staging-", "last-backup",
    "backup-place", ".myolog-", ".secret-key-",
)  # fmt: skip
"""How the names of Myolog's other files begin: what was moved aside, and what a kill left."""

_OWN_FOLDERS: Final = ("backups", "temp")
_OLDER_TEMP: Final = re.compile(r"tmp[a-z0-9_]{8}")
"""What an older Myolog called what was under way."""

_COPIES: Final = (b"SQLite format 3\x00", b'{"myolog": "journal"', b"\xef\xbb\xbfkind,id,day")
"""How a backup, a journal file and a table begin."""

_OF_THE_COMPUTER: Final = frozenset(
    {".DS_Store", "desktop.ini", "Thumbs.db", "lost+found", "System Volume Information"}
)
"""What computers put into folders by themselves; a folder with nothing else is empty."""


def data_folder() -> Path:
    """Return the data folder in use: `MYOLOG_DATA`, or the platform's place for a person's data."""
    chosen = os.environ.get("MYOLOG_DATA")
    if chosen:
        return Path(chosen).expanduser().resolve()
    from platformdirs import user_data_path

    return user_data_path("myolog", appauthor=False).resolve()


def temp_folder() -> Path:
    """Return the private place for what is under way; whatever lies in it may go at any time."""
    folder = data_folder() / "temp"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def is_own(name: str) -> bool:
    """Tell whether a name in a data folder is one that Myolog gives to its files."""
    own = name in LIVE or name in _OWN_FOLDERS or name.startswith(_STARTS)
    return own or _OLDER_TEMP.fullmatch(name) is not None


def is_live(path: Path, folder: Path) -> bool:
    """Tell whether a path is a file that Myolog needs, in `folder` or another data folder.

    Links count as what they lead to, and every name of one file as that file.
    """
    place = Path(os.path.realpath(path))
    if place.name in LIVE and (place.parent == folder or (place.parent / MARK).is_file()):
        return True
    with suppress(OSError):
        status = place.stat()
        return any(_is_same(status, folder / name) for name in LIVE)
    return False


def _is_same(status: os.stat_result, other: Path) -> bool:
    try:
        return os.path.samestat(status, other.stat())
    except OSError:
        return False


def refuse_checkout(folder: Path) -> None:
    """Refuse a folder in a checkout of this project, where it could be committed by mistake."""
    for parent in (folder, *folder.parents):
        if (parent / "src" / "myolog").is_dir() and (parent / "pyproject.toml").is_file():
            raise Refused(
                f"{folder} lies inside the program's own source folder. Choose a folder elsewhere.",
                code="folder_in_checkout",
            )


def prepare_folder(folder: Path) -> None:
    """Make the folder if it is missing, and make it and its own files private to their owner.

    Raises
    ------
    Refused
        It lies in a checkout of this project, or holds files that are not Myolog's.
    Unavailable
        It cannot be made, read or written to.
    """
    refuse_checkout(folder)
    os.umask(0o077)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        names = {path.name for path in folder.iterdir()}
        if MARK not in names:
            _claim(folder, names - _OF_THE_COMPUTER)
        if stat.S_IMODE(folder.stat().st_mode) != 0o700:
            folder.chmod(0o700)
        for file in own_files(folder):
            with suppress(FileNotFoundError):  # another process has taken it away meanwhile
                mode = stat.S_IMODE(file.stat().st_mode)
                if mode & 0o077:
                    file.chmod(mode & 0o700)
    except OSError as refused:
        raise Unavailable(
            f"The data folder {folder} cannot be used ({refused.strerror}). "
            "Choose another with --data.",
            code="folder_unusable",
        ) from refused


def _claim(folder: Path, names: set[str]) -> None:
    """Mark a folder that is empty or holds an older Myolog's files; refuse any other."""
    is_home = str(folder) == os.path.realpath(os.path.expanduser("~"))
    older = DATABASE_FILE in names or (bool(names) and all(is_own(name) for name in names))
    if not older and (is_home or names):
        whose = "your home folder" if is_home else "not a folder of Myolog's"
        raise Refused(
            f"{folder} is {whose}; name an empty or a new folder, and nothing in this one "
            "will be touched.",
            code="foreign_folder",
        )
    (folder / MARK).write_text(
        "This folder belongs to Myolog: it holds a journal, private to its owner.\n",
        encoding="utf-8",
    )


def own_files(folder: Path) -> Iterator[Path]:
    """Yield Myolog's own files and folders in a data folder; a link is nobody's."""
    for path in sorted(folder.iterdir()):
        if is_own(path.name) and not path.is_symlink():
            yield path


def copies_in(folder: Path) -> tuple[Path, ...]:
    """Return what in a data folder may hold a copy of the journal and is Myolog's to take away.

    Every file by its name, then the folders around them: what comes later is not meant.
    """
    own = [path for path in own_files(folder) if path.name not in LIVE]
    inside = [deep for path in own for deep in sorted(path.rglob("*"), reverse=True)]
    kept = folder / "temp"
    return tuple(path for path in (*inside, *own) if path != kept)


def saved_copies(folder: Path) -> tuple[str, ...]:
    """Return the names of copies of the journal that the person has saved in the data folder."""
    return tuple(
        path.name
        for path in sorted(folder.iterdir())
        if not is_own(path.name) and path.is_file() and _begins_like_a_copy(path)
    )


def _begins_like_a_copy(path: Path) -> bool:
    with suppress(OSError), path.open("rb") as file:
        return file.read(32).startswith(_COPIES)
    return False
