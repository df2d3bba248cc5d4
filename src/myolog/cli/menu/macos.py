"""The icon on macOS: an application that is a folder, in the person's own applications."""

import plistlib
import shlex
import struct
from pathlib import Path

from myolog.cli.menu.starter import NAME, Menu, Starter, picture
from myolog.version import __version__


def menu() -> Menu:
    """Return the applications of this person."""
    folder = Path.home() / "Applications" / f"{NAME}.app"
    contents = folder / "Contents"
    told, run = contents / "Info.plist", contents / "MacOS" / NAME
    drawn = contents / "Resources" / "myolog.icns"

    def put(starter: Starter) -> None:
        for file in (told, run, drawn):
            file.parent.mkdir(parents=True, exist_ok=True)
        with told.open("wb") as written:
            plistlib.dump(_INFO, written)
        command = shlex.join([str(starter.program), *starter.arguments])
        run.write_text(f"#!/bin/sh\nexec {command}\n", encoding="utf-8")
        run.chmod(0o755)
        drawn.write_bytes(_icns(picture(512)))

    return Menu(icon=folder, kept=(told, run, drawn), put=put)


_INFO = {
    "CFBundleExecutable": NAME,
    "CFBundleIconFile": "myolog",
    "CFBundleIdentifier": "org.myolog.Myolog",
    "CFBundleName": NAME,
    "CFBundlePackageType": "APPL",
    "CFBundleShortVersionString": __version__,
    "LSUIElement": True,  # its windows are the browser's
}


def _icns(png: bytes) -> bytes:
    """Put a picture of 512 pixels into an icon file: a kind and a length before it."""
    part = b"ic09" + struct.pack(">I", len(png) + 8) + png
    return b"icns" + struct.pack(">I", len(part) + 8) + part
