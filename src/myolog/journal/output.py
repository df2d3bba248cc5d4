"""Where a file may be written, and how: whole or not at all, and never over what must stay.

A new file is written beside its name, forced to the disk, and given the name last, so that nobody
ever finds half a file there. A file that is there already is replaced only where that was asked
for. A link stays a link: what it leads to is written. A device or a named pipe takes the content
and stays what it is. A draft says whose it is, so that what a kill has left is known: the next one
that writes there takes it away. Sources: open(2), rename(2); jupytext issue 113, CoreScope issue
1170.
"""

import os
import platform
import re
import secrets
import stat
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from dataclasses import replace as dataclass_replace
from pathlib import Path
from typing import Final

from myolog.errors import Conflict, Refused, UnreadableFile, UserError

_SHOWN: Final = 160
"""Characters of a name that are quoted at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place that may be written to.

    Attributes
    ----------
    name : as the person wrote it
    path : where that leads
    takes_a_stream : a device or a pipe, which is written to and never replaced
    replaces : whether a file that is there gives way
    """

    name: str
    path: Path
    takes_a_stream: bool
    replaces: bool

    def cannot(self, why: OSError) -> UnreadableFile:
        """Return the sentence for what the computer refused."""
        return UnreadableFile(
            f"{self.name} cannot be written ({why.strerror}); choose another place.",
            code="cannot_write",
        )


def place_at(
    target: str | Path, *, replace: bool, kept: Callable[[Path], bool] | None = None
) -> Place:
    """Return the place that `target` names, if it may be written to.

    Parameters
    ----------
    replace
        Whether a file that is there already may be replaced.
    kept
        Tells of a path whether it must never be written to, whatever was asked for.

    Raises
    ------
    Conflict
        A file is there already and `replace` is False.
    Refused
        The place is `kept`.
    UnreadableFile
        It is a folder, or the computer refuses.
    """
    path = Path(target)
    place = Place(name=_shown(target), path=path, takes_a_stream=False, replaces=replace)
    try:
        if kept is not None and kept(path):
            raise Refused(
                f"{place.name} belongs to your journal; choose another place.",
                code="journal_itself",
            )
        is_link, mode = path.is_symlink(), _mode(path)
    except OSError as refused:
        raise place.cannot(refused) from refused
    if str(target).endswith(("/", os.sep)) or stat.S_ISDIR(mode):
        raise UnreadableFile(f"{place.name} is a folder; name a file in it.", code="cannot_write")
    if stat.S_ISCHR(mode) or stat.S_ISFIFO(mode):
        return dataclass_replace(place, takes_a_stream=True)
    if (is_link or mode) and not replace:
        raise _there_already(place, is_link=is_link)
    if mode and not stat.S_ISREG(mode):
        raise UnreadableFile(
            f"{place.name} is not a file; choose another place.", code="cannot_write"
        )
    return dataclass_replace(place, path=Path(os.path.realpath(path)) if is_link else path)


def _mode(path: Path) -> int:
    """Return what a path leads to, as stat tells it; 0 when nothing is there."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return 0


def _shown(target: str | Path) -> str:
    name = str(target)
    return name if len(name) <= _SHOWN else f"{name[: _SHOWN // 2]}...{name[-_SHOWN // 4 :]}"


def _there_already(place: Place, *, is_link: bool = False) -> Conflict:
    what, then = ("a link", "write where it leads") if is_link else ("there already", "replace it")
    return Conflict(
        f"{place.name} is {what}; choose another name, or add --force to {then}.",
        code="file_exists",
    )


@contextmanager
def draft_of(place: Place, *, aside: Path) -> Iterator[Path]:
    """Give the name of a file to make; it becomes `place` when the block ends well.

    Parameters
    ----------
    aside
        Folder for the draft of what goes on to a device or a pipe.

    Raises
    ------
    Conflict
        A file has come to be there meanwhile.
    UnreadableFile
        It cannot be written. Nothing is left of the draft.
    """
    folder = aside if place.takes_a_stream else place.path.parent
    for left in left_in(folder):
        with suppress(OSError):
            left.unlink()
    draft = folder / f".myolog-{_computer()}-{os.getpid()}-{secrets.token_hex(8)}"
    try:
        yield draft
        if place.takes_a_stream:
            with draft.open("rb") as made, place.path.open("wb", buffering=0) as stream:
                while part := made.read(1 << 20):
                    _write_all(stream.fileno(), part)
        else:
            _give_name(draft, place)
    except UserError as wrong:
        said = wrong.message.replace(str(draft), place.name)
        raise type(wrong)(said, code=wrong.code, key="") from wrong
    except OSError as refused:
        raise place.cannot(refused) from refused
    finally:
        with suppress(OSError):
            draft.unlink()


def left_in(folder: Path) -> tuple[Path, ...]:
    """Return the drafts in a folder whose makers, on this computer, live no more."""
    found: list[Path] = []
    with suppress(OSError):
        for path in folder.iterdir():
            named = _DRAFT.fullmatch(path.name)
            if named is None or named["computer"] != _computer() or path.is_symlink():
                continue
            if path.is_file() and not _lives(int(named["maker"])):
                found.append(path)
    return tuple(sorted(found))


_DRAFT: Final = re.compile(
    r"\.{1,2}myolog-(?P<computer>[0-9a-f]{8})-(?P<maker>\d{1,9})-[0-9a-f]{16}[.\w-]*", re.ASCII
)
"""A draft, or what a database makes of its name while it is written."""


def _computer() -> str:
    """Return what tells this computer from another that writes to the same disk."""
    return f"{zlib.crc32(platform.node().encode()):08x}"


def _lives(process: int) -> bool:
    if sys.platform == "win32":  # there the question itself would end it
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def write_whole(place: Place, content: bytes) -> None:
    """Write `content` to a place that `place_at` has returned; a new file is private to its owner.

    Raises
    ------
    Conflict
        A file has come to be there meanwhile.
    UnreadableFile
        It cannot be written; nothing half-written is left.
    """
    if place.takes_a_stream:
        try:
            with place.path.open("wb", buffering=0) as stream:
                _write_all(stream.fileno(), content)
        except OSError as refused:
            raise place.cannot(refused) from refused
        return
    with draft_of(place, aside=place.path.parent) as draft:
        private = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(private, "wb") as file:
            file.write(content)


def _write_all(descriptor: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _give_name(draft: Path, place: Place) -> None:
    """Force the draft to the disk and name it; without leave to replace, only a free name."""
    with draft.open("rb+") as made:
        os.fsync(made.fileno())
    if place.replaces:
        draft.replace(place.path)
    else:
        try:
            place.path.hardlink_to(draft)
        except FileExistsError:
            raise _there_already(place) from None
        except OSError:  # a disk without hard links, such as a stick's
            if os.path.lexists(place.path):
                raise _there_already(place) from None
            draft.rename(place.path)
    _settle(place.path.parent)


def _settle(folder: Path) -> None:
    """Force the new name to the disk, where a folder can be."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:  # Windows, or a folder that may be written to but not read
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
