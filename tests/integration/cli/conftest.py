"""The command line as a person meets it: arguments in; output, errors and exit code out."""

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
from myolog.store.services.people import set_zone

PATIENCE_S = 60
COMMAND = [sys.executable, "-m", "myolog"]


@dataclass(frozen=True)
class Said:
    """What a call printed and how it ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Said]


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


@pytest.fixture
def at_terminal(data_dir: Path) -> Callable[[list[str], str], str]:
    """Give a function that types answers to a command in a terminal of its own."""

    def call(arguments: list[str], typed: str) -> str:
        ours, theirs = pty.openpty()
        process = subprocess.Popen(
            [*COMMAND, *arguments], stdin=theirs, stdout=theirs, stderr=theirs, close_fds=True
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
