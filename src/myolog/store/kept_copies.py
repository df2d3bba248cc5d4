"""The backups that Myolog has made by itself: where they are, and which of them stay.

The newest of each of seven days and of eight weeks stay, and three of each other reason.
"""

import errno
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final

from myolog.errors import Refused
from myolog.store.folder import data_folder, refuse_checkout

FOLDER: Final = "backups"
PLACE: Final = "backup-place"
"""The file in the data folder that names another place for backups."""

DAYS, WEEKS, OTHERS = 7, 8, 3

_NAME: Final = re.compile(
    r"myolog-(?P<day>\d{4}-\d\d-\d\d)T(?P<time>\d{6})Z-(?P<reason>daily|before-[a-z]+)(-(?P<number>\d+))?\.sqlite3"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A backup that Myolog has made by itself.

    Attributes
    ----------
    reason : daily, or before-... and what came after
    number : which of those of one second, from 1
    """

    file: Path
    made_at: datetime
    reason: str
    size_b: int
    number: int


def backup_folder(folder: Path | None = None) -> Path:
    """Return where backups go: the place that was chosen if it is there, else the data folder."""
    home = folder or data_folder()
    chosen = chosen_place(home)
    return chosen if chosen is not None and chosen.is_dir() else home / FOLDER


def chosen_place(folder: Path) -> Path | None:
    """Return the place that the person chose for backups, whether it is there or not."""
    with suppress(OSError, ValueError):
        text = (folder / PLACE).read_text(encoding="utf-8").strip()
        return Path(text) if text else None
    return None


def choose_place(place: Path | None) -> Path:
    """Keep backups in another folder from now on; None for the data folder.

    Raises
    ------
    Refused
        It is not a folder in which Myolog may write.
    """
    setting = data_folder() / PLACE
    if place is None:
        setting.unlink(missing_ok=True)
        return backup_folder()
    wanted = place.expanduser().resolve()
    refuse_checkout(wanted)
    try:
        if not wanted.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, "no such folder")
        probe = wanted / ".myolog-probe"
        probe.touch(mode=0o600)
        probe.unlink()
        setting.write_text(f"{wanted}\n", encoding="utf-8")
    except OSError as refused:
        raise Refused(
            "Backups cannot be kept in {place}. Choose a folder that is there and may be written.",
            place=str(wanted),
            code="place_unusable",
        ) from refused
    return wanted


def automatic_backups(folder: Path | None = None) -> tuple[Kept, ...]:
    """Return the backups that Myolog made by itself, newest first, wherever they are."""
    home = folder or data_folder()
    places = {home / FOLDER, backup_folder(home)}
    found = [kept for place in places for kept in _in(place)]
    return tuple(sorted(found, key=lambda kept: (kept.made_at, kept.number), reverse=True))


def _in(place: Path) -> Iterator[Kept]:
    with suppress(OSError):
        for file in place.iterdir():
            named = _NAME.fullmatch(file.name)
            if named is not None and file.is_file():
                made = datetime.fromisoformat(f"{named['day']}T{named['time']}+00:00")
                yield Kept(
                    file=file,
                    made_at=made,
                    reason=named["reason"],
                    size_b=file.stat().st_size,
                    number=int(named["number"] or 1),
                )


def thin_out(*, now: datetime, made: Path | None = None) -> None:
    """Take away what is kept no longer; the newest always stays.

    Parameters
    ----------
    made
        The one just made: it stays, though a clock that was set back calls it older than others.
    """
    there = automatic_backups()
    staying = _staying(there, now) | {made}
    for kept in there:
        if kept.file not in staying:
            with suppress(OSError):
                kept.file.unlink()


def _staying(there: tuple[Kept, ...], now: datetime) -> frozenset[Path | None]:
    """Return those that stay; those of a clock that was ahead take the place of no other."""
    ahead = [kept.file for kept in there if kept.made_at > now]
    dated = [kept for kept in there if kept.made_at <= now]
    days: dict[date, Path] = {}
    weeks: dict[tuple[int, int], Path] = {}
    for kept in (one for one in dated if one.reason == "daily"):
        day = day_here(kept.made_at)
        days.setdefault(day, kept.file)
        weeks.setdefault(day.isocalendar()[:2], kept.file)
    staying = {*list(days.values())[:DAYS], *list(weeks.values())[:WEEKS], *ahead[:OTHERS]}
    for reason in {kept.reason for kept in dated} - {"daily"}:
        staying |= {kept.file for kept in [one for one in dated if one.reason == reason][:OTHERS]}
    return frozenset(staying | {kept.file for kept in there[:1]})


def copies_elsewhere() -> tuple[Path, ...]:
    """Return the copies that Myolog has made outside the data folder, in the chosen place.

    What lies in the data folder is found there; what the person saved is not ours to find.
    """
    place = chosen_place(data_folder())
    if place is None:
        return ()
    return (*(kept.file for kept in _in(place)), *unfinished_in(place))


def unfinished_in(place: Path) -> Iterator[Path]:
    """Return the half copies that lie in a place."""
    with suppress(OSError):
        yield from place.glob(".myolog-*.part*")


def day_here(moment: datetime) -> date:
    """Return the day on this computer's calendar."""
    return moment.astimezone().date()
