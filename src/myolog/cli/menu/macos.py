"""The icon on macOS: an application that is a folder, in the person's own applications."""

import plistlib
import shlex
import struct
from pathlib import Path

from myolog.cli.menu.starter import NAME, Label, Menu, Starter, picture
from myolog.version import __version__


def menu(label: Label) -> Menu:
    """Return the applications of this person."""
    folder = Path.home() / "Applications" / f"{label.name}.app"
    contents = folder / "Contents"
    told, run = contents / "Info.plist", contents / "MacOS" / NAME
    drawn = contents / "Resources" / "myolog.icns"

    def put(starter: Starter) -> None:
        for file in (told, run, drawn):
            file.parent.mkdir(parents=True, exist_ok=True)
        with told.open("wb") as written:
            plistlib.dump(_info(label), written)
        command = shlex.join([str(starter.program), *starter.arguments])
        run.write_text(f"#!/bin/sh\nexec {command}\n", encoding="utf-8")
        run.chmod(0o755)
        drawn.write_bytes(_icns(picture(512)))

    return Menu(icon=folder, kept=(told, run, drawn), put=put)


def _info(label: Label) -> dict[str, object]:
    own = label.word.removeprefix(NAME.lower()).replace("-", ".", 1)
    return {
        "CFBundleExecutable": NAME,
        "CFBundleIconFile": "myolog",
        "CFBundleIdentifier": f"org.myolog.Myolog{own}",
        "CFBundleName": label.name,
        "CFBundlePackageType": "APPL",
        "CFBundleShortVersionString": __version__,
        "LSUIElement": True,  # its windows are the browser's
    }


def _icns(png: bytes) -> bytes:
    """Put a picture of 512 pixels into an icon file: a kind and a length before it."""
    part = b"ic09" + struct.pack(">I", len(png) + 8) + png
    return b"icns" + struct.pack(">I", len(part) + 8) + part
