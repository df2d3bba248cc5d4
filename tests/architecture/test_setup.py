"""The two set-up scripts say in one sentence what is missing."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.architecture.checkout import ROOT

TOOLS = ("sh", "cat", "cksum", "dirname", "id", "ls")


@pytest.fixture
def bare_machine(tmp_path: Path) -> dict[str, Path]:
    """Copy the scripts to a machine that has hardly any programs."""
    shutil.copytree(ROOT / "scripts", tmp_path / "app" / "scripts")
    shutil.copytree(ROOT / "requirements", tmp_path / "app" / "requirements")
    shutil.copy(ROOT / "pyproject.toml", tmp_path / "app")
    programs = tmp_path / "bin"
    programs.mkdir()
    for tool in TOOLS:
        (programs / tool).symlink_to(Path(shutil.which(tool) or tool).resolve())
    return {"app": tmp_path / "app", "bin": programs}


def run(machine: dict[str, Path], *command: str) -> subprocess.CompletedProcess[str]:
    """Run a script there, with those programs only."""
    return subprocess.run(
        ["sh", *command],
        cwd=machine["app"], env={"PATH": str(machine["bin"])},
        capture_output=True, text=True, check=False, timeout=30,
    )  # fmt: skip


def program(machine: dict[str, Path], name: str, body: str) -> None:
    """Put a small program on that machine."""
    path = machine["bin"] / name
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)


def test_without_python_it_says_what_to_install(bare_machine: dict[str, Path]) -> None:
    result = run(bare_machine, "scripts/venv", "run")
    assert result.returncode == 1
    assert "Python 3.11 or newer" in result.stderr
    assert "apt-get install python3.11" in result.stderr
    assert result.stderr.count("\n") == 1


def test_an_old_python_is_not_taken(bare_machine: dict[str, Path]) -> None:
    program(bare_machine, "python3", "exit 1")
    result = run(bare_machine, "scripts/venv", "run")
    assert result.returncode == 1
    assert "none was found" in result.stderr


def test_without_the_venv_module_it_says_which_package(bare_machine: dict[str, Path]) -> None:
    recent = "*'(3, 11)'*) ;;"
    program(
        bare_machine,
        "python3.12",
        f'case "$2" in {recent} *ensurepip*) exit 1 ;; *) echo 3.12 ;; esac',
    )
    result = run(bare_machine, "scripts/venv", "run")
    assert result.returncode == 1
    assert "apt-get install python3.12-venv" in result.stderr


def test_without_apt_it_says_what_the_tests_need(bare_machine: dict[str, Path]) -> None:
    result = run(bare_machine, "scripts/system-packages")
    assert result.returncode == 1
    assert "The tests need chromium" in result.stderr


def test_with_everything_there_it_installs_nothing(bare_machine: dict[str, Path]) -> None:
    program(bare_machine, "chromium", "exit 0")
    program(bare_machine, "initdb", "exit 0")
    program(bare_machine, "faketime", "exit 0")
    result = run(bare_machine, "scripts/system-packages")
    assert (result.returncode, result.stderr) == (0, "")
