"""Kill a restore or a backup at any moment: the old state or the new one."""

import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from myolog.errors import UserError
from myolog.store.services.backups import read_backup
from tests import forking
from tests.crash import environment
from tests.damage import filled, run, told


def killed(folder: Path, chance: random.Random, patience_s: float, *arguments: str) -> bool:
    """Start a command and kill it at some moment; say whether it was still running."""
    process = forking.Popen(
        [sys.executable, "-m", "myolog", "--data", str(folder), *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment(),
    )
    time.sleep(chance.uniform(0.1, 1.0) * patience_s)
    process.send_signal(signal.SIGKILL)
    return process.wait() == -signal.SIGKILL


def lasting(folder: Path, *arguments: str) -> float:
    """Return how long a command takes, seconds."""
    began = time.monotonic()
    assert run(folder, *arguments).returncode == 0
    return time.monotonic() - began


class KillTest:
    """A journal, another one in a backup, and what is there after each kill."""

    def __init__(self, place: Path, *, seed: int) -> None:
        self.place = place
        self.chance = random.Random(seed)
        self.whole = filled(place / "whole")
        self.good = place / "good"
        assert run(self.whole, "backup", "-o", str(self.good)).returncode == 0
        self.new = told(self.whole)

    def folder(self, damage: bytes | None = None) -> Path:
        """Make a folder with another journal, or a damaged one."""
        folder = Path(self.place / f"data-{self.chance.getrandbits(40)}")
        shutil.copytree(self.whole, folder, ignore=shutil.ignore_patterns("backups", "last-*"))
        if damage is None:
            assert run(folder, "log", "thigh", "left").returncode == 0
        else:
            (folder / "journal.sqlite3").write_bytes(damage)
        return folder

    def restores(self, kills: int, *, damage: bytes | None = None) -> Counter[str]:
        """Kill restores; return which state each left."""
        command = ("restore", str(self.good), "--yes")
        lasts = lasting(self.folder(damage), *command)
        states: Counter[str] = Counter()
        for _ in range(kills):
            folder = self.folder(damage)
            old = [] if damage is not None else told(folder)
            killed(folder, self.chance, lasts, *command)
            states[self._state(folder, old)] += 1
            assert run(folder, *command).returncode == 0
            assert told(folder) == self.new
            shutil.rmtree(folder)
        return states

    def _state(self, folder: Path, old: list[dict[str, object]]) -> str:
        said = run(folder, "export", "-o", "-")
        if said.returncode:
            return "old" if "is damaged" in said.stderr and not old else said.stderr
        found = told(folder)
        return "new" if found == self.new else "old" if found == old else "neither"

    def backups(self, kills: int) -> Counter[str]:
        """Kill backups; return what bears the name that was asked for."""
        target = self.place / "target"
        command = ("backup", "-o", str(target))
        lasts = lasting(self.whole, *command)
        states: Counter[str] = Counter()
        for _ in range(kills):
            target.unlink(missing_ok=True)
            killed(self.whole, self.chance, lasts, *command)
            if not target.exists():
                states["nothing"] += 1
                continue
            try:
                with read_backup(target) as found:
                    states["whole" if found.proven else "unproven"] += 1
            except UserError as half:
                states[half.message] += 1
        return states
