"""Eight days on which something breaks each time; what was confirmed is there at the end.

The clock runs ahead, the process is killed, the disk is full, the file is damaged and the backup
put back, a backup has a bit that is wrong, and an import is killed. Every value below was written
by hand.
"""

import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.lives.computer import Computer, missing, told, written

JOURNAL = """
2026-04-01 tally calf left count=2
2026-04-02 none_today
2026-04-03 tally calf left amount=some
2026-05-04 episode calf left 08:00+02:00 Europe/Berlin
2026-05-05 episode calf left 08:00+02:00 Europe/Berlin note=before the power went
2026-05-06 episode calf right 08:00+02:00 Europe/Berlin
2026-05-06 exposure caffeine servings=espresso:1 value=80
2026-05-07 episode eyelid left 08:00+02:00 Europe/Berlin
2026-05-08 episode thigh left 08:00+02:00 Europe/Berlin
2026-05-09 episode thigh right 08:00+02:00 Europe/Berlin
2026-05-11 none_today
"""

OLD_NOTES = """\
{"myolog": "journal", "format": 1, "zone": "Europe/Berlin"}
{"kind": "tally", "day": "2026-04-01", "site": "calf", "side": "left", "count": 2}
{"kind": "none_today", "day": "2026-04-02"}
{"kind": "tally", "day": "2026-04-03", "site": "calf", "side": "left", "amount": "some"}
{"end": 3}
"""

COUNTED = """
left calf 4 days, right calf 1 day, left eyelid 1 day, left thigh 1 day and right thigh 1 day.
April 2026: 3 of 30; 1 to 11 May 2026: 7 of 11; in all: 10 of 41.
Caffeine median 80 mg a day, 1 day noted
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
    # No steps and no reminder beside that result.
    refused = life.terminal("programme", "start", "--no-comparison", fails=True)
    assert "doctor" in refused.err

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
        if disk is not None:  # what is refused was not confirmed, and is not there later
            refused = life.note("thigh/left")
            assert refused.status >= 500
            assert "The disk is full, so Myolog cannot save." in refused.text
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

    # Saturday: an import is killed; it comes in whole the second time.
    life.clock("2026-05-09 08:00")
    life.note("thigh/right")
    life.terminal("none-today", fails=True)
    life.sleep()
    notes = life.data.parent / "old-notes.jsonl"
    notes.write_text(OLD_NOTES, encoding="utf-8")
    backups = life.data / "backups"
    life.killed(
        *("import", str(notes), "--yes"), once=lambda: any(backups.glob("*-before-import.sqlite3"))
    )
    again = life.terminal("import", str(notes), "--yes").out
    assert "Added 3; 0 were there" in again or "Added 0; 3 were there" in again

    # Monday: a day of nothing but a "none".
    life.clock("2026-05-11 21:00")
    life.terminal("none-today")

    lines = life.lines()
    found = [told(line) for line in lines[1:-1] if line["kind"] != "answers"]
    assert sorted(found) == written(JOURNAL)
    assert life.terminal("doctor").code == 0
    report = life.doctors_page()
    assert report["page"] == report["terminal"]
    assert not missing(COUNTED, report)
