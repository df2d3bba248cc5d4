"""The command line as a person meets it: arguments in; output, errors and exit code out."""

import io
import os
import pty
import select
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from myolog.cli.main import main
from myolog.store.selectors import the_person
from myolog.store.services.people import set_country, set_zone

PATIENCE_S = 60
COMMAND = [sys.executable, "-m", "myolog"]


@dataclass(frozen=True)
class Said:
    """What a call printed and how it ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Said]
AtTerminal = Callable[[list[str], str], str]
CTRL_D = "\x04"


@pytest.fixture
def run(db: None, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Give a function that runs one command in this process, on the test's store, at home."""
    monkeypatch.setattr("myolog.store.computer.computer_zone", lambda: "Europe/Berlin")
    set_zone(person=the_person(), zone="Europe/Berlin", by="test")

    def call(*arguments: str) -> Said:
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        printed = capsys.readouterr()
        return Said(code=int(ended.value.code or 0), out=printed.out, err=printed.err)

    return call


class Typing(io.TextIOBase):
    """A person at the keyboard: types line after line, each shown as a terminal shows it."""

    def __init__(self, typed: str, shown: io.StringIO) -> None:
        self.lines, self.shown = typed.splitlines(keepends=True), shown

    def isatty(self) -> bool:
        return True

    def readline(self, _size: int | None = -1, /) -> str:
        assert self.lines, f"still waiting after: {self.shown.getvalue()[-300:]}"
        line = self.lines.pop(0)
        self.shown.write(line)
        return "" if line == CTRL_D else line


@pytest.fixture
def at_terminal(db: None, monkeypatch: pytest.MonkeyPatch) -> AtTerminal:
    """Give a function that types answers to a command in this process, on the test's store."""
    monkeypatch.setattr("myolog.store.computer.computer_zone", lambda: "Europe/Berlin")
    set_zone(person=the_person(), zone="Europe/Berlin", by="test")
    set_country(person=the_person(), country="DE", by="test")

    def call(arguments: list[str], typed: str) -> str:
        shown = io.StringIO()
        with monkeypatch.context() as patch:
            patch.setenv("COLUMNS", "80")
            patch.setattr(sys, "stdin", Typing(typed, shown))
            patch.setattr(sys, "stdout", shown)
            patch.setattr(sys, "stderr", shown)
            with pytest.raises(SystemExit):
                main(arguments)
        return shown.getvalue()

    return call


@pytest.fixture
def at_real_terminal(data_dir: Path) -> AtTerminal:
    """Give a function that types answers to a command in a terminal of its own."""

    def call(arguments: list[str], typed: str) -> str:
        ours, theirs = pty.openpty()
        process = subprocess.Popen(
            [*COMMAND, *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            close_fds=True,
            env={**os.environ, "TZ": "Europe/Vienna"},
        )
        os.close(theirs)
        os.write(ours, typed.encode())
        shown = b""
        try:
            while select.select([ours], [], [], PATIENCE_S)[0] and (part := os.read(ours, 4096)):
                shown += part
        except OSError:  # the terminal is closed: the command has ended
            process.wait(timeout=PATIENCE_S)
        finally:
            process.kill()
            process.wait()
            os.close(ours)
        assert process.returncode >= 0, f"still waiting after: {shown.decode()[-300:]}"
        return shown.decode().replace("\r\n", "\n")

    return call
