"""The icon on Linux: a desktop entry, as the Desktop Entry Specification has it.

It begins with `env`, because GLib looks for the first word as it stands, with % still doubled.
"""

import os
from pathlib import Path

from myolog.cli.menu.starter import Label, Menu, Starter, picture

ENTRY = """[Desktop Entry]
Type=Application
Version=1.0
Name={name}
Comment={about}
Exec=env {command}
Icon={icon}
Terminal=false
Categories=Utility;
StartupNotify=false
"""


def menu(label: Label) -> Menu:
    """Return the menu of this person."""
    told = os.environ.get("XDG_DATA_HOME", "")
    home = Path(told) if told.startswith("/") else Path.home() / ".local" / "share"
    entry = home / "applications" / f"{label.word}.desktop"
    drawn = home / "icons" / "hicolor" / "512x512" / "apps" / f"{label.word}.png"

    def put(starter: Starter) -> None:
        for file in (entry, drawn):
            file.parent.mkdir(parents=True, exist_ok=True)
        drawn.write_bytes(picture(512))
        command = " ".join(_quoted(one) for one in (str(starter.program), *starter.arguments))
        written = ENTRY.format(
            name=_escaped(label.name),
            about=starter.about,
            command=_escaped(command),
            icon=label.word,
        )
        entry.write_text(written, encoding="utf-8")

    return Menu(icon=entry, kept=(entry, drawn), put=put)


def _quoted(word: str) -> str:
    """Quote a word of a command: what a shell would read in it is escaped, % is doubled."""
    kept = "".join(f"\\{letter}" if letter in '"`$\\' else letter for letter in word)
    return '"' + kept.replace("%", "%%") + '"'


def _escaped(value: str) -> str:
    """Escape a string of a desktop entry, which is done after the quoting."""
    return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")
