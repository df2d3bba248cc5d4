"""What the icon starts, and which files a system keeps for it."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Self

NAME = "Myolog"


@dataclass(frozen=True, slots=True, kw_only=True)
class Starter:
    """The program behind the icon, with the words given to it.

    Parameters
    ----------
    program
        The Python that runs Myolog; it opens no terminal window.
    arguments
        What follows it.
    about
        One line that says what Myolog is.
    """

    program: Path
    arguments: tuple[str, ...]
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What an icon is called, so that that of one journal never takes the place of another's.

    Attributes
    ----------
    name : what stands below it
    word : the same for names of files that are not seen, in plain letters
    """

    name: str = NAME
    word: str = NAME.lower()

    @classmethod
    def of(cls, folder: Path) -> Self:
        """Return the label of a journal that is kept elsewhere than usual."""
        plain = re.sub(r"[^a-z0-9]+", "-", folder.name.lower()).strip("-")
        mark = hashlib.sha256(str(folder).encode()).hexdigest()[:8]
        return cls(name=f"{NAME} ({folder.name})", word=f"{NAME.lower()}-{plain}-{mark}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Menu:
    """A kind of system: where its icon lies, and how it is put there."""

    icon: Path
    kept: tuple[Path, ...]
    put: Callable[[Starter], None]


def picture(size: int) -> bytes:
    """Return the icon as PNG; `size` is 192 or 512 pixels."""
    return (files("myolog") / "web" / "static" / f"icon-{size}.png").read_bytes()
