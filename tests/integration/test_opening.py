"""Opening a data folder: private, durable, current, and never in the source."""

import json
import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from packaging.markers import Marker

from myolog.errors import Refused
from myolog.store.database import PRAGMAS, SAFE_SQLITE, postgres_database
from myolog.store.folder import prepare_folder
from tests.crash import environment

OPEN = """
import json, sys, warnings
from pathlib import Path
from myolog.errors import UserError
from myolog.store import start
try:
    folder = start(Path(sys.argv[1]))
except UserError as error:
    print(json.dumps({"code": error.code, "message": error.message}))
    sys.exit(0)
from django.db import connection
from myolog.store.selectors import the_person
with connection.cursor() as cursor:
    def ask(what):
        cursor.execute(what)
        return cursor.fetchone()[0]
    print(json.dumps({
        "folder": str(folder),
        "person": str(the_person().id),
        "version": ask("SELECT sqlite_version()"),
        "module": sys.modules["sqlite3"].__name__,
        **{name: ask(f"PRAGMA {name}") for name in
           ("journal_mode", "synchronous", "foreign_keys", "trusted_schema", "mmap_size",
            "temp_store")},
    }))
"""


def opened(folder: Path, cwd: Path | None = None, before: str = "") -> dict[str, object]:
    """Open a folder in a process of its own and tell what came of it."""
    done = subprocess.run(
        [sys.executable, "-c", before + OPEN, str(folder)],
        capture_output=True,
        text=True,
        check=True,
        env=environment(),
        cwd=cwd,
    )
    told: dict[str, object] = json.loads(done.stdout)
    return told


def test_a_first_opening_makes_a_private_durable_folder(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    told = opened(folder)
    assert told["folder"] == str(folder)
    assert {name: told[name] for name in ("journal_mode", "synchronous", "foreign_keys")} == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
    }
    assert (told["trusted_schema"], told["mmap_size"]) == (0, 0)
    assert told["temp_store"] == 2, "what is sorted or vacuumed must not lie in /tmp"
    assert tuple(map(int, str(told["version"]).split("."))) >= SAFE_SQLITE
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}


NO_WHEEL = """
import sys
class NoWheel:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"sqlcipher3", "pysqlite3"}:
            raise ImportError(name)
sys.meta_path.insert(0, NoWheel())
"""


def test_without_the_wheel_the_journal_opens_safely_and_the_wheel_takes_it_back(
    tmp_path: Path,
) -> None:
    made = opened(tmp_path)
    assert made["module"] == "sqlcipher3"
    plain = opened(tmp_path, before=NO_WHEEL)
    assert plain["person"] == made["person"]
    assert plain["module"] == "sqlite3"
    assert plain["version"] == sqlite3_of_python()
    old = tuple(map(int, str(plain["version"]).split("."))) < (3, 51, 3)
    assert (plain["journal_mode"], plain["synchronous"]) == (("delete", 3) if old else ("wal", 2))
    again = opened(tmp_path)
    assert (again["person"], again["journal_mode"]) == (made["person"], "wal")


def sqlite3_of_python() -> str:
    told = [sys.executable, "-c", "import _sqlite3; print(_sqlite3.sqlite_version)"]
    return subprocess.run(told, capture_output=True, text=True, check=True).stdout.strip()


def test_an_old_sqlite_never_joins_a_log_that_another_process_writes(tmp_path: Path) -> None:
    if tuple(map(int, sqlite3_of_python().split("."))) >= (3, 51, 3):
        pytest.skip("Python's own SQLite is safe here")
    opened(tmp_path)
    with closing(sqlite3.connect(tmp_path / "journal.sqlite3")) as held:
        held.execute("SELECT count(*) FROM store_person").fetchone()
        assert opened(tmp_path, before=NO_WHEEL)["code"] == "locked"


@pytest.mark.parametrize(
    ("system", "machine"),
    [
        ("linux", "x86_64"),
        ("linux", "aarch64"),
        ("darwin", "x86_64"),
        ("darwin", "arm64"),
        ("win32", "AMD64"),
        ("win32", "ARM64"),
    ],
)
def test_the_lock_brings_a_current_sqlite_to_every_computer(
    project: Path, system: str, machine: str
) -> None:
    line = next(
        line
        for line in (project / "requirements/run.txt").read_text().splitlines()
        if line.startswith("sqlcipher3==")
    )
    marker = Marker(line.partition(";")[2].strip(" \\"))
    assert marker.evaluate({"sys_platform": system, "platform_machine": machine})


def test_a_second_opening_finds_the_same_person(tmp_path: Path) -> None:
    assert opened(tmp_path)["person"] == opened(tmp_path)["person"]


def test_files_left_open_to_others_are_closed_to_them(tmp_path: Path) -> None:
    opened(tmp_path)
    database = tmp_path / "journal.sqlite3"
    database.chmod(0o644)
    tmp_path.chmod(0o755)
    opened(tmp_path)
    assert stat.S_IMODE(database.stat().st_mode) == 0o600
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o700


def tree(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Tell the rights and content of everything in a folder, and of the folder."""
    return {
        str(path): (path.stat().st_mode, b"" if path.is_dir() else path.read_bytes())
        for path in (folder, *folder.rglob("*"))
    }


@pytest.mark.parametrize("name", ["letter.txt", "photos/cat.jpg", "secret-keys", "backup-2020"])
def test_a_folder_of_somebody_else_is_refused_and_not_touched(tmp_path: Path, name: str) -> None:
    theirs = tmp_path / "theirs"
    (theirs / name).parent.mkdir(parents=True)
    (theirs / name).write_text("mine")
    (theirs / name).chmod(0o644)
    theirs.chmod(0o755)
    before = tree(theirs)
    told = opened(theirs)
    assert told["code"] == "foreign_folder"
    assert str(told["message"]) == (
        f"{theirs} is not a folder of Myolog's; name an empty or a new folder, and nothing in "
        "this one will be touched."
    )
    assert tree(theirs) == before
    (tmp_path / "link").symlink_to(theirs)
    with pytest.raises(Refused):
        prepare_folder((tmp_path / "link").resolve())
    assert tree(theirs) == before


def test_the_home_folder_is_refused_even_when_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    with pytest.raises(Refused, match="is your home folder"):
        prepare_folder(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_stick_is_taken_and_a_folder_of_an_older_myolog_is_known(tmp_path: Path) -> None:
    stick, older = tmp_path / "stick", tmp_path / "older"
    (stick / "lost+found").mkdir(parents=True)
    (stick / "lost+found").chmod(0o755)
    prepare_folder(stick)
    assert stat.S_IMODE((stick / "lost+found").stat().st_mode) == 0o755
    older.mkdir()
    for name in ("journal.sqlite3", "secret-key", "letter.txt"):
        (older / name).write_text("x")
        (older / name).chmod(0o644)
    prepare_folder(older)
    (older / "journal.sqlite3").unlink()
    prepare_folder(older)
    modes = {file.name: oct(stat.S_IMODE(file.stat().st_mode)) for file in older.iterdir()}
    assert modes == {"secret-key": "0o600", "letter.txt": "0o644", ".myolog": "0o600"}


def test_a_folder_in_the_source_is_refused(project: Path, tmp_path: Path) -> None:
    for folder in (project / "data", project / "src" / "myolog" / "store" / "data"):
        assert opened(folder)["code"] == "folder_in_checkout"
        assert not folder.exists()
    link = tmp_path / "link"
    link.symlink_to(project)
    assert opened(link / "data")["code"] == "folder_in_checkout"


def test_an_unusable_folder_is_said_in_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("x")
    assert opened(file)["code"] == "folder_unusable"
    assert file.read_text() == "x"


def test_a_newer_database_is_left_alone(tmp_path: Path) -> None:
    opened(tmp_path)
    with sqlite3.connect(tmp_path / "journal.sqlite3") as newer:
        newer.execute(
            "INSERT INTO django_migrations (app, name, applied)"
            " VALUES ('store', '9999_later', '2030-01-01')"
        )
    newer.close()
    told = opened(tmp_path)
    assert told["code"] == "unsupported_version"
    assert "Update Myolog" in str(told["message"])


@pytest.mark.parametrize("content", [b"not a database at all, but long enough", b"\x00" * 4096])
def test_a_damaged_database_is_said_and_left_alone(tmp_path: Path, content: bytes) -> None:
    opened(tmp_path)
    for file in tmp_path.glob("journal.sqlite3*"):
        file.unlink()
    (tmp_path / "journal.sqlite3").write_bytes(content)
    told = opened(tmp_path)
    assert told["code"] == "database_unusable"
    assert (tmp_path / "journal.sqlite3").read_bytes() == content


def test_two_first_openings_at_once_end_well(tmp_path: Path) -> None:
    both = [
        subprocess.Popen(
            [sys.executable, "-c", OPEN, str(tmp_path / "data")],
            stdout=subprocess.PIPE,
            text=True,
            env=environment(),
        )
        for _ in range(3)
    ]
    told = [json.loads(process.communicate(timeout=60)[0]) for process in both]
    assert [process.returncode for process in both] == [0, 0, 0]
    assert len({one["person"] for one in told}) == 1


def test_an_address_of_a_database_server_is_read_whole() -> None:
    read = postgres_database("postgresql://a%40b:p%2Fw@db.example:5433/my?sslmode=require")
    assert (read["USER"], read["PASSWORD"], read["HOST"]) == ("a@b", "p/w", "db.example")
    assert (read["PORT"], read["NAME"], read["OPTIONS"]) == ("5433", "my", {"sslmode": "require"})
    with pytest.raises(Exception, match="MYOLOG_DATABASE_URL must look like"):
        postgres_database("mysql://x/y")


def test_the_promised_settings_are_the_ones_sent() -> None:
    assert "PRAGMA synchronous=FULL" in PRAGMAS
    assert "PRAGMA journal_mode=WAL" in PRAGMAS


def test_the_folder_of_this_test_run_is_private() -> None:
    folder = Path(os.environ["MYOLOG_DATA"])
    prepare_folder(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
