"""What `myolog doctor` looks at: versions, the data folder and the database.

Decides what counts as a problem: a folder or file that others can read, and a
database that is not kept whole (see `myolog.store.database`). Nothing it finds
makes it fail; what cannot be looked at is itself a finding.
"""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from myolog.content.problems import problem_in_words
from myolog.errors import UserError

__all__ = ["Health", "examine"]

_PACKAGES = ("django", "numpy", "scipy", "typst", "click", "rich", "waitress")


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """What was found.

    Parameters
    ----------
    facts
        Name to value, as shown.
    problems
        One sentence each: what is wrong and what to do.
    """

    facts: Mapping[str, str]
    problems: tuple[str, ...]

    def as_dict(self) -> dict[str, object]:
        """Return the findings as plain data."""
        return {"facts": dict(self.facts), "problems": list(self.problems)}


def examine(data_dir: Path | None) -> Health:
    """Look at this installation and at the data folder, opening it if it can be opened."""
    from myolog import __version__

    facts = {
        "Myolog": __version__,
        "Python": f"{platform.python_version()} ({sys.platform})",
        "Packages": ", ".join(f"{name} {_version(name)}" for name in _PACKAGES),
    }
    problems: list[str] = []
    try:
        from myolog.store import start

        folder = start(data_dir)
    except UserError as closed:
        return Health(facts=facts, problems=(problem_in_words(closed),))
    facts["Data folder"] = f"{folder} ({_mode(folder)})"
    problems += _open_to_others(folder)
    from myolog.store.folder import ERASING
    from myolog.store.health import database_health

    if (folder / ERASING).exists():
        problems.append(
            "Erasing is not finished: a file is in use or cannot be removed. Stop every other "
            "program that reads the journal, then start Myolog again."
        )

    problems += _left_behind(folder)
    database = database_health()
    return Health(facts=facts | dict(database.facts), problems=(*problems, *database.problems))


def _left_behind(folder: Path) -> Iterator[str]:
    """Name what killed commands left, here and where Myolog writes by itself."""
    from myolog.journal.output import left_in
    from myolog.store.folder import temp_folder
    from myolog.store.kept_copies import backup_folder

    places = dict.fromkeys(
        place.resolve() for place in (Path(), folder, temp_folder(), backup_folder(folder))
    )
    for left in (left for place in places for left in left_in(place)):
        yield f"A command that was killed left {left}, with a copy of your notes; delete it."


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "missing"


def _mode(path: Path) -> str:
    return f"{path.stat().st_mode & 0o777:04o}"


def _open_to_others(folder: Path) -> Iterator[str]:
    if sys.platform == "win32":
        return
    for path in (folder, *sorted(folder.iterdir())):
        if path.is_symlink() or not path.exists():
            continue
        if path.stat().st_mode & 0o077:
            yield f"Others can read {path} ({_mode(path)}); run: chmod go-rwx '{path}'"
