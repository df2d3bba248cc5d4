"""Which backups stay, what a full disk takes away, and that a failing one stops nothing."""

import errno
import json
import os
import sqlite3
import sys
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from myolog.errors import Unavailable
from myolog.store import keeping, kept_copies
from tests import forking

NOW = datetime(2026, 3, 30, 12, tzinfo=UTC)


@pytest.fixture
def folder(data_dir: Path) -> Path:
    """Give a folder for backups, in a data folder of its own."""
    made = data_dir / "backups"
    made.mkdir(parents=True)
    return made


def named(folder: Path, day: date, reason: str = "daily", hour: int = 9) -> Path:
    file = folder / f"myolog-{day}T{hour:02}0000Z-{reason}.sqlite3"
    file.write_bytes(b"x")
    return file


def left(folder: Path) -> list[str]:
    return sorted(file.name[7:17] for file in folder.iterdir())


def test_seven_days_and_eight_weeks_stay(folder: Path) -> None:
    last = date(2026, 3, 29)  # a Sunday
    for back in range(100):
        named(folder, last - timedelta(days=back))
    kept_copies.thin_out(now=NOW)
    assert left(folder) == [
        "2026-02-08", "2026-02-15", "2026-02-22", "2026-03-01", "2026-03-08", "2026-03-15",
        "2026-03-22",
        "2026-03-23", "2026-03-24", "2026-03-25", "2026-03-26", "2026-03-27", "2026-03-28",
        "2026-03-29",
    ]  # fmt: skip


def test_after_a_long_pause_the_last_days_with_notes_stay(folder: Path) -> None:
    for day in (1, 2, 3):
        named(folder, date(2025, 6, day))
    named(folder, date(2026, 3, 29))
    kept_copies.thin_out(now=NOW)
    assert left(folder) == ["2025-06-01", "2025-06-02", "2025-06-03", "2026-03-29"]


def test_of_one_day_the_newest_stays_and_three_of_each_other_reason(folder: Path) -> None:
    for hour in (7, 8, 9):  # of one day in each zone of the tests
        named(folder, date(2026, 3, 1), hour=hour)
    for day in range(1, 6):
        named(folder, date(2026, 2, day), "before-import")
    kept_copies.thin_out(now=NOW)
    assert [file.name for file in sorted(folder.iterdir())] == [
        "myolog-2026-02-03T090000Z-before-import.sqlite3",
        "myolog-2026-02-04T090000Z-before-import.sqlite3",
        "myolog-2026-02-05T090000Z-before-import.sqlite3",
        "myolog-2026-03-01T090000Z-daily.sqlite3",
    ]


def test_backups_of_a_clock_that_was_ahead_take_the_place_of_no_other(folder: Path) -> None:
    for day in (1, 2, 3, 4, 5, 6, 7, 8, 9):
        named(folder, date(2027, 5, day))
    named(folder, date(2026, 3, 27))
    named(folder, date(2026, 3, 28), hour=20)
    made = named(folder, date(2026, 3, 28), hour=9)  # the clock was set back eleven hours
    kept_copies.thin_out(now=NOW, made=made)
    assert left(folder) == [
        "2026-03-27", "2026-03-28", "2026-03-28", "2027-05-07", "2027-05-08", "2027-05-09",
    ]  # fmt: skip


def test_of_two_of_one_second_the_later_one_stays(folder: Path) -> None:
    named(folder, date(2026, 3, 29))
    first = named(folder, date(2026, 3, 28))
    second = first.with_name(f"{first.stem}-2.sqlite3")
    second.write_bytes(b"later")
    kept_copies.thin_out(now=NOW)
    assert [file.name for file in sorted(folder.iterdir())] == [
        "myolog-2026-03-28T090000Z-daily-2.sqlite3",
        "myolog-2026-03-29T090000Z-daily.sqlite3",
    ]


def test_what_is_not_ours_is_never_taken_away(folder: Path) -> None:
    foreign = folder / "myolog-backup-2020-01-01.sqlite3"
    foreign.write_bytes(b"mine")
    for back in range(30):
        named(folder, date(2026, 3, 29) - timedelta(days=back))
    kept_copies.thin_out(now=NOW)
    assert foreign.read_bytes() == b"mine"


def test_a_full_disk_takes_the_oldest_and_never_the_newest(folder: Path) -> None:
    for day in (1, 2, 3):
        named(folder, date(2026, 3, day))

    def full() -> Path:
        try:
            raise OSError(errno.ENOSPC, "No space left on device")
        except OSError as cause:
            raise Unavailable("It cannot be written.") from cause

    with pytest.raises(Unavailable):
        keeping.make_room_for(full)
    assert left(folder) == ["2026-03-03"]


def test_what_a_kill_has_left_goes_with_the_next_backup(folder: Path) -> None:
    temp = folder.parent / "temp"
    old = [
        folder / ".myolog-2026-02-01T090000Z-daily.sqlite3.41.part",
        temp / "tmp41" / "backup.sqlite3",
        temp / "upload",
    ]
    staying = [folder / ".myolog-2026-02-02T090000Z-daily.sqlite3.42.part", temp / "new"]
    foreign = folder / ".film.part"
    for file in (*old, *staying, foreign):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"half")
    for path in (*old, temp / "tmp41", foreign):
        os.utime(path, (0, 0))
    keeping.make_room_for(lambda: named(folder, date(2026, 2, 2)))
    assert not any(file.exists() for file in old)
    assert all(file.exists() for file in (*staying, foreign))


def test_another_fault_takes_nothing_away(folder: Path) -> None:
    for day in (1, 2):
        named(folder, date(2026, 3, day))

    def forbidden() -> Path:
        raise OSError(errno.EACCES, "Permission denied")

    with pytest.raises(OSError, match="Permission denied"):
        keeping.make_room_for(forbidden)
    assert left(folder) == ["2026-03-01", "2026-03-02"]


def test_backups_in_another_place_are_named_for_erasing(folder: Path, tmp_path: Path) -> None:
    place = tmp_path / "stick"
    place.mkdir()
    kept_copies.choose_place(place)
    wanted = {named(place, date(2026, 3, 1)), place / ".myolog-2026-03-01T1Z.sqlite3.77.part"}
    for file in (*wanted, place / "photo.jpg"):
        file.write_bytes(b"x")
    assert kept_copies.backup_folder() == place
    assert set(kept_copies.copies_elsewhere()) == wanted
    assert kept_copies.choose_place(None) == folder
    assert kept_copies.copies_elsewhere() == ()


def test_a_backup_is_due_on_a_day_on_which_something_changed(data_dir: Path) -> None:
    data_dir.mkdir()
    noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    note = {"tried_at": noon.isoformat(), "version": [5, "a"]}
    (data_dir / keeping.NOTE).write_text(json.dumps(note))
    assert not keeping._is_due([5, "a"], noon + timedelta(days=3))
    assert not keeping._is_due([6, "b"], noon + timedelta(hours=5))
    assert keeping._is_due([6, "b"], noon + timedelta(hours=7))
    assert keeping._is_due([6, "b"], noon + timedelta(hours=13))
    assert keeping._is_due([6, "b"], noon - timedelta(hours=1)), "a clock that was set back"


def held_in(data_dir: Path) -> dict[str, list[str]]:
    """Return the places in each backup, by the time in its name."""
    held = {}
    for file in (data_dir / "backups").iterdir():
        with closing(sqlite3.connect(file)) as copy:
            rows = copy.execute("SELECT payload FROM store_entryrow WHERE kind = 'episode'")
            held[file.name[7:24]] = sorted(json.loads(payload)["site"] for (payload,) in rows)
    return held


AT = """
import sys, time_machine
from datetime import datetime
sys.path.insert(0, "")
with time_machine.travel(datetime.fromisoformat(sys.argv[1])):
    from myolog.cli.main import main
    main(sys.argv[2:])
"""


def test_the_copy_of_a_day_holds_all_of_it_before_the_next_day_adds_to_it(data_dir: Path) -> None:
    for at, place in (
        ("2026-03-10T20:00+01:00", "calf"),
        ("2026-03-10T22:00+01:00", "chin"),  # within six hours of the copy of 20:00
        ("2026-03-11T08:00+01:00", "thumb"),
    ):
        forking.run(
            [sys.executable, "-c", AT, at, "log", place],
            check=True,
            timeout=60,
            env=os.environ | {"TZ": "Europe/Berlin"},
            capture_output=True,
        )
    assert held_in(data_dir) == {"2026-03-10T210000": ["calf", "chin"]}


SAVES = """
import sys, time_machine
from datetime import datetime, timedelta
from myolog.store import start
start()
from django.test import Client
from myolog.store.selectors import the_person
from myolog.store.services.access import create_api_token
now = datetime.now().astimezone()
token = create_api_token(person=the_person(), name="watch", by="web", now=now)
for said in sys.argv[1:]:
    at, place = said.split("=")
    with time_machine.travel(datetime.fromisoformat(at), tick=False):
        answer = Client().post(
            "/api/v1/episodes",
            {"site": place, "started_at": at},
            content_type="application/json",
            headers={"Host": "localhost", "Authorization": f"Bearer {token}",
                     "Idempotency-Key": place},
        )
        assert answer.status_code == 201, answer.content
"""


def test_a_server_that_runs_for_days_keeps_each_day_before_the_next_begins(
    data_dir: Path,
) -> None:
    saves = (
        "2026-03-10T20:00:00+01:00=calf",
        "2026-03-10T23:50:00+01:00=chin",
        "2026-03-11T00:10:00+01:00=thumb",
        "2026-03-12T09:00:00+01:00=thigh",  # the clock was set on a day
        "2026-03-11T08:00:00+01:00=neck",  # and back
        "2026-03-12T08:30:00+01:00=foot",
        "2026-03-12T08:30:01+01:00=brow",
    )
    forking.run(
        [sys.executable, "-c", SAVES, *saves],
        check=True,
        timeout=60,
        env=os.environ | {"TZ": "Europe/Berlin"},
    )
    assert held_in(data_dir) == {
        "2026-03-10T225000": ["calf", "chin"],
        "2026-03-11T070000": ["calf", "chin", "neck", "thigh", "thumb"],
    }


def test_what_was_written_after_the_last_copy_is_kept_when_myolog_is_stopped(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data_dir.mkdir()
    evening = datetime(2026, 3, 1, 18, tzinfo=UTC)
    made = []
    monkeypatch.setattr(keeping, "_version", lambda: [6, "2026-03-01 17:59:00"])
    monkeypatch.setattr(keeping, "_make", lambda _, dated: made.append(dated) or data_dir)
    note = {"tried_at": (evening - timedelta(hours=2)).isoformat(), "version": [5, "a"]}
    (data_dir / keeping.NOTE).write_text(json.dumps(note))
    keeping.daily_backup(now=evening)
    assert made == []
    keeping.daily_backup(now=evening, at_the_end=True)
    assert made == [datetime(2026, 3, 1, 17, 59, tzinfo=UTC)]
    keeping.daily_backup(now=evening, at_the_end=True)
    assert len(made) == 1
