"""A damaged journal is said, moved aside byte for byte, and replaced by a backup; nothing bends."""

import json
import random
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests import forking
from tests.crash import environment
from tests.damage import DAMAGES, filled, run, told
from tests.flips import of_a_backup, of_a_journal, outcomes

Told = list[dict[str, object]]


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a journal with a backup beside it."""
    folder = filled(tmp_path_factory.mktemp("whole") / "data")
    assert run(folder, "backup", "-o", str(folder.parent / "good")).returncode == 0
    return folder


@pytest.fixture(scope="module")
def noted(journal: Path) -> Told:
    """Give what that journal tells."""
    return told(journal)


def copied(journal: Path, to: Path) -> Path:
    """Give a folder with the same journal, to be damaged."""
    to.mkdir(mode=0o700)
    for name in ("journal.sqlite3", ".myolog"):
        (to / name).write_bytes((journal / name).read_bytes())
    return to


@pytest.mark.parametrize("damage", sorted(DAMAGES))
def test_a_backup_takes_the_place_of_a_damaged_journal(
    journal: Path, noted: Told, tmp_path: Path, damage: str
) -> None:
    folder = copied(journal, tmp_path / "data")
    file = folder / "journal.sqlite3"
    bad = DAMAGES[damage](file.read_bytes(), random.Random(4))
    file.write_bytes(bad)
    good = journal.parent / "good"
    done = run(folder, "restore", str(good), "--yes")
    assert done.returncode == 0, done.stderr
    assert "Your journal was damaged: " in done.stdout
    (aside,) = folder.glob("damaged-*")
    assert (aside / "journal.sqlite3").read_bytes() == bad
    assert stat.S_IMODE(aside.stat().st_mode) == 0o700
    assert {stat.S_IMODE(one.stat().st_mode) for one in aside.iterdir()} == {0o600}
    said = (aside / "why.txt").read_text()
    assert said.startswith("20")
    assert len(said.splitlines()) == 2
    assert told(folder) == noted
    assert "No problem found." in run(folder, "doctor").stdout
    assert not (folder / "restore-ready").exists()


def first_words_of_the_server(folder: Path) -> str:
    """Start the server, which shows a damaged journal on a page, and return what it says first."""
    command = [sys.executable, "-m", "myolog", "--data", str(folder), "serve", "--no-browser"]
    with forking.Popen(
        [*command, "--port", "0"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(),
    ) as server:
        assert server.stderr is not None
        said = server.stderr.readline()
        server.terminate()
    return said


def test_the_start_says_what_is_wrong_and_the_one_command_that_mends_it(
    journal: Path, noted: Told, tmp_path: Path
) -> None:
    folder = copied(journal, tmp_path / "data")
    assert run(folder, "log", "calf").returncode == 0
    (kept,) = (folder / "backups").glob("*-daily.sqlite3")
    (folder / "journal.sqlite3").write_bytes(b"hello")
    mends = "restore --latest"
    for command in (["journal"], ["log", "calf"]):
        said = run(folder, *command)
        assert said.returncode == 7
        assert said.stderr.count("\n") == 1
        assert f"--data {folder} {mends}" in said.stderr
    assert f"--data {folder} {mends}" in first_words_of_the_server(folder)
    said = run(folder, "doctor")
    assert said.returncode == 1
    assert mends in said.stdout
    assert run(folder, "restore", "--latest", "--yes").returncode == 0
    assert len(told(folder)) == len(noted) + 1
    assert kept.exists()


def test_a_journal_that_is_gone_is_not_begun_anew_over_its_backups(
    journal: Path, tmp_path: Path
) -> None:
    folder = copied(journal, tmp_path / "data")
    assert run(folder, "log", "calf").returncode == 0
    for gone in ("missing", "empty"):
        file = folder / "journal.sqlite3"
        file.unlink()
        if gone == "empty":
            file.touch()
        said = run(folder, "log", "calf")
        assert said.returncode == 7
        assert gone in said.stderr
        assert run(folder, "restore", "--latest", "--yes").returncode == 0


def test_a_restore_brings_back_settings_deletions_and_results(
    journal: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "new"
    assert run(folder, "log", "thigh").returncode == 0
    done = run(folder, "restore", str(journal.parent / "good"), "--yes")
    assert done.returncode == 0, done.stderr
    with closing(sqlite3.connect(folder / "journal.sqlite3")) as raw:
        person = raw.execute("SELECT zone, country, language, measures FROM store_person")
        assert person.fetchall() == [("Asia/Kolkata", "IN", "de", "us")]
        count = "SELECT count(*) FROM {} WHERE {}"
        found = {
            name: raw.execute(count.format(table, where)).fetchone()[0]
            for name, table, where in (
                ("standing", "store_entryrow", "retired_at IS NULL"),
                ("deleted", "store_entryrow", "retired_at IS NOT NULL"),
                ("keys of writes", "store_idempotencykey", "1"),
                ("results", "store_assessmentrow", "1"),
            )
        }
    assert found == {"standing": 39, "deleted": 4, "keys of writes": 40, "results": 1}
    (before,) = (folder / "backups").glob("*-before-restore.sqlite3")
    with closing(sqlite3.connect(before)) as raw:
        sites = raw.execute("SELECT site FROM store_entryrow").fetchall()
    assert sites == [("thigh",)]


def changed(good: Path, to: Path, *statements: str) -> Path:
    """Return a copy of a backup in which something was done."""
    to.write_bytes(good.read_bytes())
    with closing(sqlite3.connect(to)) as raw:
        for statement in statements:
            raw.execute(statement)
        raw.commit()
    return to


@pytest.mark.parametrize(
    ("statements", "said", "code"),
    [
        (
            ["INSERT INTO django_migrations (app, name, applied) VALUES ('store', '0999_x', '1')"],
            "newer Myolog",
            3,
        ),
        (["DELETE FROM store_entryrow", "DELETE FROM store_assessmentrow"], "damaged", 3),
        (["UPDATE store_entryrow SET site = 'thigh'"], "is damaged", 3),
        (["DROP TABLE myolog_backup"], "what it says about itself is lost", 3),
        (["CREATE TRIGGER t AFTER DELETE ON store_entryrow BEGIN SELECT 1; END"], "is damaged", 3),
    ],
)
def test_a_backup_that_is_not_what_it_was_is_refused(
    journal: Path, tmp_path: Path, statements: list[str], said: str, code: int
) -> None:
    folder = copied(journal, tmp_path / "data")
    before = (folder / "journal.sqlite3").read_bytes()
    other = changed(journal.parent / "good", tmp_path / "other", *statements)
    done = run(folder, "restore", str(other), "--yes")
    assert (done.returncode, done.stderr.count("\n")) == (code, 1)
    assert said in done.stderr
    assert (folder / "journal.sqlite3").read_bytes() == before


def test_a_pipe_a_folder_and_nothing_are_refused_at_once(journal: Path, tmp_path: Path) -> None:
    import os

    folder = copied(journal, tmp_path / "data")
    pipe, empty = tmp_path / "pipe", tmp_path / "empty"
    os.mkfifo(pipe)
    empty.touch()
    for wrong in (pipe, tmp_path, empty, tmp_path / "missing"):
        done = run(folder, "restore", str(wrong), "--yes")
        assert (done.returncode, done.stderr.count("\n")) == (3, 1), done.stderr


def test_the_backups_are_listed_for_people_and_programs(journal: Path, tmp_path: Path) -> None:
    folder = copied(journal, tmp_path / "data")
    assert "no backups" in run(folder, "backup", "--list").stdout
    assert run(folder, "log", "calf").returncode == 0
    listed = json.loads(run(folder, "backup", "--list", "--json").stdout)
    assert [one["reason"] for one in listed["backups"]] == ["daily"]
    assert stat.S_IMODE(Path(listed["folder"]).stat().st_mode) == 0o700
    assert stat.S_IMODE(Path(listed["backups"][0]["file"]).stat().st_mode) == 0o600
    other = tmp_path / "stick"
    other.mkdir()
    assert run(folder, "backup", "--place", str(other)).returncode == 0
    assert json.loads(run(folder, "backup", "--list", "--json").stdout)["folder"] == str(other)
    assert run(folder, "backup", "--place", str(tmp_path / "nowhere")).returncode == 6


def test_of_sixty_turned_bits_none_is_taken_for_the_truth(journal: Path, tmp_path: Path) -> None:
    for file, read in (
        (journal.parent / "good", of_a_backup),
        (journal / "journal.sqlite3", of_a_journal),
    ):
        found = outcomes(file, read, n=60, seed=5, place=tmp_path)
        assert found["changed"] == 0
        assert found["refused"] >= 10
        assert found.total() == 60


@pytest.mark.parametrize(
    ("damage", "at_least", "at_most"),
    [("one byte", 39, 39), ("one bad leaf", 20, 39), ("cut", 0, 38), ("a word", 0, 0)],
)
def test_what_can_be_read_of_a_damaged_journal_is_offered_entry_by_entry(
    journal: Path, noted: Told, tmp_path: Path, damage: str, at_least: int, at_most: int
) -> None:
    folder = copied(journal, tmp_path / "data")
    file = folder / "journal.sqlite3"
    file.write_bytes(DAMAGES[damage](file.read_bytes(), random.Random(4)))
    rescued = tmp_path / "rescued.jsonl"
    said = run(folder, "doctor", "--salvage", str(rescued))
    assert said.returncode == 0, said.stderr
    read = [json.loads(line) for line in rescued.read_text().splitlines()]
    entries = [one for one in read if "kind" in one]
    assert at_least <= len(entries) <= at_most
    assert all(one in noted for one in entries)


NOTED_AND_KILLED = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from myolog.store import start
start(Path(sys.argv[1]))
from myolog.store.selectors import the_person
from myolog.store.services.journal import log_episode
for hour in (7, 8):
    log_episode(person=the_person(), site="thigh", side="right", note=f"only in the log {hour}",
                started_at=datetime(2026, 2, 20, hour, tzinfo=UTC), by="t")
os._exit(0)
"""


def test_what_was_salvaged_is_imported_into_an_empty_folder_with_what_only_the_log_held(
    journal: Path, noted: Told, tmp_path: Path
) -> None:
    folder, anew = copied(journal, tmp_path / "data"), tmp_path / "anew"
    forking.run(
        [sys.executable, "-c", NOTED_AND_KILLED, str(folder)], check=True, env=environment()
    )
    file = folder / "journal.sqlite3"
    assert b"only in the log" in (folder / "journal.sqlite3-wal").read_bytes()
    assert b"only in the log" not in file.read_bytes()
    file.write_bytes(DAMAGES["one byte"](file.read_bytes(), random.Random(4)))
    rescued = tmp_path / "rescued.jsonl"
    said = run(folder, "doctor", "--salvage", str(rescued))
    assert said.returncode == 0, said.stderr
    taken = run(anew, "import", str(rescued), "--yes")
    assert (taken.returncode, "Added 41;" in taken.stdout) == (0, True), taken
    found = [one for one in told(anew) if "kind" in one]
    notes = [str(one.get("note", "")) for one in found]
    assert {"only in the log 7", "only in the log 8"} <= set(notes)
    before = [one for one in noted if "kind" in one]
    assert len(before) == 39
    assert all(one in found for one in before)


EARLIER = """
import sys
from pathlib import Path
from myolog.store import start
start(Path(sys.argv[1]))
from django.db import connection
from myolog.store.tables import change_tables
from myolog.store.seals import seal_everything
change_tables("0011_sealed_rows")
seal_everything(connection.connection)
"""


def test_tables_of_a_damaged_journal_are_not_changed(journal: Path, tmp_path: Path) -> None:
    folder = copied(journal, tmp_path / "data")
    subprocess.run([sys.executable, "-c", EARLIER, str(folder)], check=True, env=environment())
    file = folder / "journal.sqlite3"
    with closing(sqlite3.connect(file)) as raw, raw:
        raw.execute("UPDATE store_entryrow SET site = 'thigh' WHERE stored_nth = 5")
    done = run(folder, "log", "calf", "left")
    assert done.returncode == 7
    assert "1 row is not as it was written" in done.stderr
    assert "restore --latest" in done.stderr
    with closing(sqlite3.connect(file)) as raw, raw:
        assert raw.execute("SELECT count(*) FROM store_entryrow").fetchone() == (43,)
        raw.execute("UPDATE store_entryrow SET site = 'calf' WHERE stored_nth = 5")
    done = run(folder, "doctor")
    assert (done.returncode, "No problem found." in done.stdout) == (0, True), done.stderr
