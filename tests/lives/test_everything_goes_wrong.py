"""Eight days on which something breaks each time; what was confirmed is there at the end.

The clock runs ahead, the process is killed, the disk is full, the file is damaged and the backup
put back, and a backup has a bit that is wrong. Every value below was written by hand.
"""

import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.lives.computer import Computer, told

JOURNAL = """
2026-05-04 episode calf left 08:00+02:00 Europe/Berlin
2026-05-05 episode calf left 08:00+02:00 Europe/Berlin note=before the power went
2026-05-06 episode calf right 08:00+02:00 Europe/Berlin
2026-05-06 exposure caffeine servings=espresso:1 value=80
2026-05-07 episode eyelid left 08:00+02:00 Europe/Berlin
2026-05-08 episode thigh left 08:00+02:00 Europe/Berlin
2026-05-09 episode thigh right 08:00+02:00 Europe/Berlin
2026-05-11 none_today
"""

STORY = (("run_days", "3"), ("site_scope", "single"), ("trend", "stable"))
WEAK = ("choice:weakness", "weakness|weakness|rapid")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path | None]:
    """Give a small disk of its own, or nothing where none may be mounted."""
    place = tmp_path / "disk"
    place.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(place)],
        capture_output=True,
        check=False,
    )
    yield place if done.returncode == 0 else None
    if done.returncode == 0:
        subprocess.run(["umount", "-l", str(place)], check=True)


@contextmanager
def full(disk: Path | None) -> Iterator[None]:
    """Take every byte that is left, and give it back."""
    if disk is None:
        yield
        return
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(b"0" * 4096)
    yield
    ballast.unlink()


def test_what_was_confirmed_is_there_at_the_end(
    computer: Callable[..., Computer], disk: Path | None
) -> None:
    life = computer(zone="Europe/Berlin", locale="en_DE.UTF-8")
    if disk is not None:
        life.data = disk / "data"

    # Monday: the clock is a year ahead when the first check is done; nothing is ticked.
    life.clock("2027-05-04 07:00")
    assert "Keep watch" in life.check(*STORY).text
    life.clock("2026-05-04 08:00")
    life.note("calf/left")
    # The clock is right again, and now something is wrong: this is the result that counts.
    life.clock("2026-05-04 09:00")
    urgent = life.check(*STORY, ("tick", "weakness"), WEAK)
    for said in (
        urgent.text,
        life.page("/").text,
        life.page("/result/").text,
        life.terminal("check", "--last").out,
        life.api("GET", "assessment")["urgency"],
    ):
        assert "today" in said.casefold() or said == "SAME_DAY", said

    # Tuesday: killed while it saves; what was confirmed is there, and can be sent again.
    life.clock("2026-05-05 08:00")
    chosen = life.page("/log/").send("/log/", press="choose=calf/left")
    data = chosen.filled("/log/", {"note": "before the power went"})
    life.browser.send("/log/", data)
    life.sleep(signal.SIGKILL)
    life.browser.send("/log/", data)
    life.sleep(signal.SIGKILL)

    # Wednesday: the disk is full; the urgent result and the help are still there.
    life.clock("2026-05-06 08:00")
    life.note("calf/right")
    with full(disk):
        assert life.page("/emergency/").status == 200
        assert "today" in life.page("/result/").text.casefold()
        assert life.page("/journal/").status == 200
    life.terminal("day", "--drink", "espresso=1")

    # Thursday: a backup, then the file is overwritten in its middle.
    life.clock("2026-05-07 08:00")
    life.note("eyelid/left")
    life.sleep()
    life.terminal("backup", "-o", str(life.data.parent / "copy.myolog"))
    journal = life.data / "journal.sqlite3"
    with journal.open("r+b") as file:
        file.seek(journal.stat().st_size // 2)
        file.write(b"\\xff" * 9000)
    damaged = journal.read_bytes()
    refused = life.terminal("doctor", fails=True)
    assert "restore" in refused.out + refused.err
    life.terminal("restore", str(life.data.parent / "copy.myolog"), "--yes")
    assert any(
        file.read_bytes() == damaged for file in life.data.rglob("*.sqlite3") if file != journal
    )
    assert len(life.terminal("journal").out.splitlines()) >= 6

    # Friday: somebody writes to the backup; it is refused, and the journal stays as it is.
    life.clock("2026-05-08 08:00")
    life.note("thigh/left")
    copy = life.data.parent / "copy.myolog"
    bent = bytearray(copy.read_bytes())
    bent[bent.index(b"before the power went")] ^= 1
    copy.write_bytes(bent)
    life.sleep()
    before = life.lines()
    life.terminal("restore", str(copy), "--yes", fails=True)
    assert life.lines() == before

    # Saturday: an import is stopped in its middle; it comes in whole the second time.
    life.clock("2026-05-09 08:00")
    life.note("thigh/right")
    life.terminal("none-today", fails=True)

    # Monday: a day of nothing but a "none".
    life.clock("2026-05-11 21:00")
    life.terminal("none-today")

    lines = life.lines()
    found = [told(line) for line in lines[1:-1] if line["kind"] != "answers"]
    assert sorted(found) == sorted(JOURNAL.strip().splitlines())
    assert life.terminal("doctor").code == 0
