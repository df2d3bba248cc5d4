"""What a killed copy left is named by doctor and taken away by the next one."""

import os
import signal
import sys
from pathlib import Path

import pytest

from tests import forking, tables

KILLED_AT_THE_DISK = """
import os, signal, sys
from myolog.cli.main import main
os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)
main()
"""
WHOLE = "from myolog.cli.main import main\nmain()\n"


@pytest.mark.parametrize(
    "command", [("backup", "-o", "copy"), ("export", "-o", "copy"), ("report", "-o", "copy")]
)
def test_a_killed_copy(tmp_path: Path, command: tuple[str, ...]) -> None:
    here, data = tmp_path / "here", tables.laid_out(tmp_path / "data")
    here.mkdir()
    environment = {k: v for k, v in os.environ.items() if k != "MYOLOG_DATABASE_URL"}

    def run(program: str, *words: str) -> tuple[int, str]:
        arguments = [sys.executable, "-c", program, "--data", str(data), *words]
        done = forking.run(
            arguments, capture_output=True, text=True, cwd=here, env=environment, timeout=60
        )
        return done.returncode, done.stdout + done.stderr

    assert run(WHOLE, "log", "calf", "left")[0] == 0
    assert run(KILLED_AT_THE_DISK, *command)[0] == -signal.SIGKILL
    left = [path.name for path in here.iterdir()]
    assert left
    assert "copy" not in left
    _, said = run(WHOLE, "doctor", "--json")
    assert all(name in said for name in left), said
    code, said = run(WHOLE, *command)
    assert code == 0, said
    assert [path.name for path in here.iterdir()] == ["copy"]
    assert "a copy of your notes" not in run(WHOLE, "doctor", "--json")[1]
