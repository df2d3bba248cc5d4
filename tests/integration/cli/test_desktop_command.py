"""The icon in the menu: what each system keeps for it, and that it goes again."""

import os
import plistlib
import re
import shutil
import socket
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from tests.integration.cli.conftest import Run

DRAWN = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the home of a person whose program and journal lie in folders with odd names."""
    for name in ("MYOLOG_DATA", "XDG_DATA_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(sys, "executable", "/opt/my $apps/50% `off`/python")
    return tmp_path


def on(system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platform.system", lambda: system)


def kept(home: Path) -> set[str]:
    return {str(one.relative_to(home)) for one in home.rglob("*") if one.is_file()}


@pytest.mark.django_db
def test_on_linux_it_is_a_desktop_entry(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on("Linux", monkeypatch)
    said = run("desktop")
    entry = home / ".local/share/applications/myolog.desktop"
    assert (said.code, said.out) == (0, f"Myolog is in your menu now: {entry}\n")
    lines = entry.read_text().splitlines()
    assert lines[0] == "[Desktop Entry]"
    assert "Terminal=false" in lines
    # A backslash before $ and `, doubled as in every string of the file; and % is written twice.
    program = r'"/opt/my \\$apps/50%% \\`off\\`/python"'
    assert f'Exec=env {program} "-m" "myolog" "serve" "--from-icon"' in lines
    drawn = home / ".local/share/icons/hicolor/512x512/apps/myolog.png"
    assert drawn.read_bytes().startswith(DRAWN)
    if validator := shutil.which("desktop-file-validate"):
        done = subprocess.run([validator, entry], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout) == (0, "")
    run("desktop", "--remove")
    assert kept(home) == set()


@pytest.mark.django_db
def test_it_keeps_to_the_folder_that_was_named(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on("Linux", monkeypatch)
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "else where"))
    monkeypatch.chdir(home)
    run("--data", "my journal", "desktop")
    run("desktop")
    entries = home / "else where/applications"
    own, other = sorted(entries.iterdir(), key=lambda one: len(one.name))
    assert own.name == "myolog.desktop"
    assert re.fullmatch(r"myolog-my-journal-[0-9a-f]{8}\.desktop", other.name)
    assert "--data" not in own.read_text(), "the first icon opens the first journal still"
    assert f'"--data" "{home}/my journal" "serve" "--from-icon"' in other.read_text()
    assert "Name=Myolog (my journal)" in other.read_text().splitlines()
    assert f"Icon={other.stem}" in other.read_text().splitlines()
    run("--data", "my journal", "desktop", "--remove")
    assert list(entries.iterdir()) == [own]
    assert (home / "else where/icons/hicolor/512x512/apps/myolog.png").exists()


@pytest.mark.django_db
def test_a_journal_elsewhere_has_an_application_of_its_own(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on("Darwin", monkeypatch)
    run("desktop")
    run("--data", str(home / "anna"), "desktop")
    apps = home / "Applications"
    assert {one.name for one in apps.iterdir()} == {"Myolog.app", "Myolog (anna).app"}
    names = {
        plistlib.loads((one / "Contents/Info.plist").read_bytes())["CFBundleIdentifier"]
        for one in apps.iterdir()
    }
    assert len(names) == 2
    assert "org.myolog.Myolog" in names


@pytest.mark.django_db
def test_on_macos_it_is_an_application(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on("Darwin", monkeypatch)
    run("desktop")
    contents = home / "Applications/Myolog.app/Contents"
    told = plistlib.loads((contents / "Info.plist").read_bytes())
    assert (told["CFBundleExecutable"], told["LSUIElement"]) == ("Myolog", True)
    started = contents / "MacOS/Myolog"
    assert os.access(started, os.X_OK)
    assert started.read_text().splitlines()[1] == (
        "exec '/opt/my $apps/50% `off`/python' -m myolog serve --from-icon"
    )
    icon = (contents / "Resources/myolog.icns").read_bytes()
    assert (icon[:4], struct.unpack(">I", icon[4:8])[0]) == (b"icns", len(icon))
    assert icon[16:24] == DRAWN
    run("desktop", "--remove")
    assert not (home / "Applications/Myolog.app").exists()


@pytest.mark.django_db
def test_on_windows_the_system_makes_a_shortcut(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on("Windows", monkeypatch)
    asked: list[tuple[list[str], dict[str, str]]] = []

    def makes(command: list[str], *, env: dict[str, str], **_: object) -> None:
        asked.append((command, env))

    monkeypatch.setattr(subprocess, "run", makes)
    run("--data", str(home / "my journal"), "desktop")
    (command, told) = asked[0]
    assert command[0] == "powershell"
    assert "my journal" not in " ".join(command)
    assert told["SHORTCUT_PROGRAM"] == sys.executable
    assert told["SHORTCUT_ARGUMENTS"] == f'-m myolog --data "{home}/my journal" serve --from-icon'
    start = home / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Myolog (my journal).lnk"
    assert told["SHORTCUT_LINK"] == str(start)
    icon = Path(told["SHORTCUT_ICON"]).read_bytes()
    assert (icon[:6], icon[22:30]) == (b"\0\0\1\0\1\0", DRAWN)


@pytest.mark.django_db
def test_a_place_that_cannot_be_written_is_said(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on("Linux", monkeypatch)
    (home / ".local").write_text("a file")
    said = run("desktop")
    assert (said.code, said.out) == (7, "")
    assert said.err.startswith("The icon cannot be written (")
    assert said.err.endswith("Start Myolog with “myolog serve” instead.\n")


@pytest.mark.django_db
def test_an_icon_shows_in_the_browser_why_nothing_starts(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    monkeypatch.setattr("myolog.web.running.ANSWERS_WITHIN_S", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = run("serve", "--from-icon", "--port", str(port))
    assert (said.code, said.out) == (7, "")
    page = Path(opened[0].removeprefix("file://")).read_text()
    assert f"<p>Port {port} cannot be used (Address already in use)." in page
