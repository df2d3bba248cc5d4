"""What the icon starts, and which files a system keeps for it."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

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
class Menu:
    """A kind of system: where its icon lies, and how it is put there."""

    icon: Path
    kept: tuple[Path, ...]
    put: Callable[[Starter], None]


def picture(size: int) -> bytes:
    """Return the icon as PNG; `size` is 192 or 512 pixels."""
    return (files("myolog") / "web" / "static" / f"icon-{size}.png").read_bytes()
