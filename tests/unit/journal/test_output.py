"""A file is written whole or not at all, and never over what must stay."""

import errno
import os
import signal
import socket
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from myolog.errors import Conflict, Refused, Unavailable, UnreadableFile
from myolog.journal.output import Place, draft_of, left_in, place_at, write_whole


def write(target: Path | str, content: bytes = b"new", *, replace: bool = False) -> None:
    write_whole(place_at(target, replace=replace), content)


def test_a_new_file_is_private_and_holds_everything(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        write(tmp_path / "mine")
    finally:
        os.umask(before)
    assert (tmp_path / "mine").read_bytes() == b"new"
    assert stat.S_IMODE((tmp_path / "mine").stat().st_mode) == 0o600
    assert os.listdir(tmp_path) == ["mine"]


def test_a_file_that_is_there_stays_unless_it_may_be_replaced(tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.write_text("old")
    with pytest.raises(Conflict, match=r"old is there already; .*--force to replace it") as wrong:
        write(old)
    assert (wrong.value.code, old.read_text()) == ("file_exists", "old")
    write(old, replace=True)
    assert old.read_text() == "new"
    assert os.listdir(tmp_path) == ["old"]


@pytest.mark.parametrize("target", ["there", "nowhere"])
def test_a_link_stays_a_link_to_the_same_place(tmp_path: Path, target: str) -> None:
    (tmp_path / "there").write_text("old")
    link = tmp_path / "link"
    link.symlink_to(target)
    with pytest.raises(Conflict, match=r"is a link; .*--force to write where it leads"):
        write(link)
    assert (tmp_path / "there").read_text() == "old"
    write(link, replace=True)
    assert os.readlink(link) == target
    assert (tmp_path / target).read_text() == "new"


def test_a_link_that_leads_to_itself_is_said(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(UnreadableFile, match="Too many levels"):
        write(tmp_path / "loop", replace=True)


@pytest.mark.parametrize("whole", [True, False])
def test_a_named_pipe_takes_the_content_and_stays_a_pipe(tmp_path: Path, whole: bool) -> None:
    pipe, content = tmp_path / "pipe", b"x" * 3_000_000
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    place = place_at(pipe, replace=False)
    if whole:
        write_whole(place, content)
    else:
        with draft_of(place, aside=tmp_path) as draft:
            draft.write_bytes(content)
    reader.join(30)
    assert got == [content]
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert os.listdir(tmp_path) == ["pipe"]


def test_a_device_is_written_to_and_one_that_is_full_is_said(tmp_path: Path) -> None:
    write("/dev/null")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
    with pytest.raises(UnreadableFile, match="No space left on device"):
        write("/dev/full")
    with (
        pytest.raises(UnreadableFile, match="No space left"),
        draft_of(place_at("/dev/full", replace=False), aside=tmp_path) as draft,
    ):
        draft.write_bytes(b"x")
    assert os.listdir(tmp_path) == []


def test_the_name_of_an_open_file_leads_to_the_pipe_behind_it() -> None:
    reading, writing = os.pipe()
    write(f"/dev/fd/{writing}")
    os.close(writing)
    with open(reading, "rb") as end:
        assert end.read() == b"new"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (".", "is a folder; name a file in it"),
        ("new/", "is a folder; name a file in it"),
        ("nowhere/new", "No such file or directory"),
        ("x" * 256, "File name too long"),
        ("x/" * 4000, "File name too long"),
    ],
)
def test_a_place_that_cannot_be_written_to_is_said(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(UnreadableFile, match=said) as wrong:
        write(f"{tmp_path}/{name}")
    assert (wrong.value.code, len(wrong.value.message) < 300) == ("cannot_write", True)
    assert os.listdir(tmp_path) == []


def test_what_is_neither_file_nor_stream_is_never_replaced(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(f"{tmp_path}/s")
        with pytest.raises(UnreadableFile, match="is not a file"):
            write(tmp_path / "s", replace=True)


def test_the_longest_name_can_be_written(tmp_path: Path) -> None:
    write(tmp_path / ("x" * 255))
    assert (tmp_path / ("x" * 255)).read_text() == "new"


def test_what_is_kept_is_refused_whatever_was_asked(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="belongs to your journal") as wrong:
        place_at(tmp_path / "journal", replace=True, kept=lambda path: path.name == "journal")
    assert wrong.value.code == "journal_itself"
    place_at(tmp_path / "other", replace=True, kept=lambda path: path.name == "journal")


@pytest.mark.parametrize("replace", [False, True])
def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, replace: bool
) -> None:
    path = tmp_path / "mine"
    if replace:
        path.write_text("old")

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UnreadableFile, match="No space left"):
        write(path, replace=replace)
    assert [file.read_text() for file in tmp_path.iterdir()] == ["old"] * replace


def test_a_draft_that_is_refused_is_named_as_the_person_named_it(tmp_path: Path) -> None:
    place = place_at(tmp_path / "mine", replace=False)
    with (
        pytest.raises(Unavailable, match=r"mine cannot be written \(disk full\)") as wrong,
        draft_of(place, aside=tmp_path) as draft,
    ):
        refuse(draft)
    assert (wrong.value.code, os.listdir(tmp_path)) == ("cannot_write", [])


def refuse(draft: Path) -> None:
    draft.write_text("half")
    raise Unavailable(f"{draft} cannot be written (disk full)", code="cannot_write")


@pytest.mark.parametrize("links", [True, False])
def test_a_file_that_came_to_be_there_meanwhile_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    if not links:
        monkeypatch.setattr(os, "link", no_links)
    place = place_at(tmp_path / "mine", replace=False)
    (tmp_path / "mine").write_text("another program's")
    with pytest.raises(Conflict, match="is there already"):
        write_whole(place, b"new")
    assert [file.read_text() for file in tmp_path.iterdir()] == ["another program's"]


def test_a_disk_without_hard_links_takes_a_file_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", no_links)
    write(tmp_path / "mine")
    assert [file.read_text() for file in tmp_path.iterdir()] == ["new"]


def no_links(*names: object, **options: object) -> None:
    raise PermissionError(errno.EPERM, "Operation not permitted")


def test_a_folder_that_cannot_be_opened_does_not_stop_a_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = os.open

    def opened(path: str | Path, flags: int, *more: int, **options: int) -> int:
        if Path(path) == tmp_path:
            raise PermissionError(errno.EACCES, "Permission denied")
        return really(path, flags, *more, **options)

    monkeypatch.setattr(os, "open", opened)
    write(tmp_path / "mine")
    assert (tmp_path / "mine").read_text() == "new"


def test_a_place_says_what_the_computer_refused() -> None:
    place = Place(name="mine", path=Path("mine"), takes_a_stream=False, replaces=False)
    assert place.cannot(OSError(28, "Full")).message == (
        "mine cannot be written (Full); choose another place."
    )


# ---- what a kill leaves
KILLED = """
import os, signal, sys
from myolog.journal.output import draft_of, place_at
with draft_of(place_at(sys.argv[1], replace=False), aside=None) as draft:
    draft.write_text("notes")
    draft.with_name(f".{draft.name}.77.part-journal").write_text("notes")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_a_killed_writer_left_is_known_and_taken_away_by_the_next(tmp_path: Path) -> None:
    killed = subprocess.run([sys.executable, "-c", KILLED, tmp_path / "mine"], check=False)
    assert killed.returncode == -signal.SIGKILL
    there = sorted(path.name for path in tmp_path.iterdir())
    assert (len(there), "mine" in there) == (2, False)
    assert [path.name for path in left_in(tmp_path)] == there
    write(tmp_path / "mine")
    assert os.listdir(tmp_path) == ["mine"]


def test_no_other_file_is_taken_for_what_a_kill_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with draft_of(place_at(tmp_path / "mine", replace=False), aside=tmp_path) as draft:
        draft.write_text("notes")
        of_the_living = draft.name
        assert left_in(tmp_path) == (), "it is being written"
    dead = of_the_living.replace(f"-{os.getpid()}-", "-999999999-")
    _, computer, *_ = dead.split("-")
    for name in ("mine.sqlite3", dead.replace(computer, "00000000"), f"x{dead}", dead[:-1]):
        (tmp_path / name).write_text("another's")
    (tmp_path / dead.replace("999999999", "999999998")).mkdir()
    (tmp_path / dead.replace("999999999", "999999997")).symlink_to("mine")
    assert left_in(tmp_path) == ()
    assert left_in(tmp_path / "nowhere") == ()
    left = tmp_path / dead
    left.write_text("notes")
    assert left_in(tmp_path) == (left,)

    def refuse(_process: int, _signal: int) -> None:
        raise PermissionError(errno.EPERM, "not yours")

    with monkeypatch.context() as patched:
        patched.setattr(os, "kill", refuse)
        assert left_in(tmp_path) == (), "it belongs to somebody who lives"
    monkeypatch.setattr(sys, "platform", "win32")
    assert left_in(tmp_path) == ()
