"""Where a command's result goes: standard output for "-", or a file that nothing is lost by.

Decides that a file which is there already stays without `--force`, and that the journal itself is
never written over. How a file is written is in `myolog.journal.output`. Standard output that is
closed or full ends a command with one sentence; a reader that stops early ends it in silence.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

import click

from myolog.content.catalogue import load
from myolog.errors import Refused, Unavailable
from myolog.journal.output import Place, draft_of, place_at, write_whole

if TYPE_CHECKING:
    from myolog.cli.terminal import Session

__all__ = ["Output", "force", "guard_standard_output", "into", "output_at", "stop_printing"]

_STDOUT: Final = 1

into = click.option("-o", "--output", required=True, metavar="FILE", help="Where to; - prints it.")
force = click.option("--force", is_flag=True, help="Replace a file that is there already.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """A place for a result that has been looked at and may be written to.

    Parameters
    ----------
    place
        The file, or None for standard output.
    """

    place: Place | None

    def write(self, content: str | bytes, told: str = "") -> None:
        """Write the result, whole or not at all, and say where it is.

        Parameters
        ----------
        told
            What there is to say of it, without a full stop.
        """
        data = content.encode() if isinstance(content, str) else content
        if self.place is None:
            sys.stdout.flush()
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
            return
        write_whole(self.place, data)
        words, name = load(), self.place.name
        if told:
            click.echo(words.text("cli.file.written_with", file=name, told=told))
        else:
            click.echo(words.text("cli.file.written", file=name))

    @contextmanager
    def draft(self, aside: Path) -> Iterator[Path]:
        """Give the name of a file to make, which becomes the result when the block ends well.

        Parameters
        ----------
        aside
            Private folder for what goes on to a device or a pipe.
        """
        if self.place is not None:
            with draft_of(self.place, aside=aside) as file:
                yield file
            return
        file = aside / f"printed-{os.getpid()}"
        try:
            yield file
            self.write(file.read_bytes())
        finally:
            file.unlink(missing_ok=True)


def output_at(target: str | Path, session: Session, *, force: bool) -> Output:
    """Return the place that a person has named, before any work is done for it.

    Raises
    ------
    Conflict
        A file is there already, without `force`.
    Refused
        It is the journal itself.
    UnreadableFile
        The place cannot be written to.
    """
    from myolog.store.folder import is_live

    folder = session.folder
    if str(target) == "-" or _is_standard_output(target):
        if any(_is_standard_output(file) for file in folder.glob("journal.sqlite3*")):
            raise Refused(
                "Standard output leads into your journal; choose another place.",
                code="journal_itself",
                key="output_into_journal",
            )
        return Output(place=None)
    return Output(place=place_at(target, replace=force, kept=lambda path: is_live(path, folder)))


def _is_standard_output(target: str | Path) -> bool:
    """Tell whether a name such as /dev/stdout leads where standard output goes."""
    with suppress(OSError):
        return os.path.samestat(os.stat(target), os.fstat(_STDOUT))
    return False


class _Checked(io.FileIO):
    """Standard output, whose failures are told from those of the journal's disk."""

    def write(self, content: Any, /) -> int:
        try:
            return super().write(content)
        except BrokenPipeError:
            raise
        except OSError as refused:
            why = "it is closed" if refused.errno == errno.EBADF else refused.strerror
            raise Unavailable(
                "Standard output takes nothing ({why}). What was to be saved may be saved: "
                "look before you repeat the command.",
                why=why,
                code="cannot_print",
            ) from refused


def guard_standard_output() -> None:
    """Let a closed or full standard output end in one sentence, and no file take its number."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDONLY)
    if sys.stdout is None or (_is_the_real_one() and not sys.stdout.isatty()):
        encoding = getattr(sys.stdout, "encoding", "utf-8")
        checked = io.BufferedWriter(_Checked(_STDOUT, "w", closefd=False))
        sys.stdout = io.TextIOWrapper(checked, encoding=encoding)
    for stream in (sys.stdout, sys.stderr):
        _forgive(stream)


def _is_the_real_one() -> bool:
    return sys.stdout is sys.__stdout__


def _forgive(stream: IO[str] | None) -> None:
    """Print a question mark for a letter that this terminal lacks, rather than fail."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")


def stop_printing() -> None:
    """Leave unsaid what standard output does not take, or Python complains at its end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
