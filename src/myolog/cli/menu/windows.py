"""The icon on Windows: a shortcut in the person's own start menu, made by Windows itself."""

import os
import struct
import subprocess
from pathlib import Path

from myolog.cli.menu.starter import NAME, Label, Menu, Starter, picture
from myolog.errors import Unavailable

MAKE = (
    "$ErrorActionPreference='Stop';"
    "$made=(New-Object -ComObject WScript.Shell).CreateShortcut($env:SHORTCUT_LINK);"
    "$made.TargetPath=$env:SHORTCUT_PROGRAM;$made.Arguments=$env:SHORTCUT_ARGUMENTS;"
    "$made.Description=$env:SHORTCUT_ABOUT;$made.IconLocation=$env:SHORTCUT_ICON;$made.Save()"
)
"""What it is told stands in its environment, so that no name of a folder is read as a command."""


def menu(label: Label) -> Menu:
    """Return the start menu of this person."""
    roaming = Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming")
    local = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    link = roaming / "Microsoft" / "Windows" / "Start Menu" / "Programs" / f"{label.name}.lnk"
    drawn = local / "Programs" / NAME / f"{label.word}.ico"

    def put(starter: Starter) -> None:
        for file in (link, drawn):
            file.parent.mkdir(parents=True, exist_ok=True)
        drawn.write_bytes(_ico(picture(192)))
        silent = starter.program.with_name("pythonw.exe")
        told = {
            "SHORTCUT_LINK": str(link),
            "SHORTCUT_PROGRAM": str(silent if silent.exists() else starter.program),
            "SHORTCUT_ARGUMENTS": subprocess.list2cmdline(starter.arguments),
            "SHORTCUT_ABOUT": starter.about,
            "SHORTCUT_ICON": str(drawn),
        }
        command = ["powershell", "-NoProfile", "-NonInteractive", "-Command", MAKE]
        try:
            subprocess.run(command, env=os.environ | told, check=True, capture_output=True)  # noqa: S603 - see MAKE
        except (OSError, subprocess.CalledProcessError) as refused:
            raise Unavailable(
                "Windows did not make the icon. Start Myolog with “myolog serve” instead.",
                code="no_icon",
            ) from refused

    return Menu(icon=link, kept=(link, drawn), put=put)


def _ico(png: bytes) -> bytes:
    """Put a picture of 192 pixels into an icon file: a list of one, and the picture."""
    head = struct.pack("<HHH", 0, 1, 1)
    return head + struct.pack("<BBBBHHII", 192, 192, 0, 0, 1, 32, len(png), 22) + png
