"""Handing the one-time link to the browser in a file that only its owner can read.

What stands in a command line, every user of the computer can read, and whoever was quicker than the
browser had the journal. So the browser is given the path of a page in the data folder that leads on
to the link. The page goes as soon as the link is used, and after a minute in any case. Source:
jupyter/notebook#4260, which mended the same fault; jupyter/notebook#4500, where a browser in a
sandbox cannot read it, so the address stays on the terminal too.
"""

import os
import webbrowser
from contextlib import suppress
from pathlib import Path
from typing import Final

from django.template.loader import render_to_string

from myolog.content.languages import spoken_language

FILE: Final = "open-myolog.html"
LIVES_FOR_S: Final = 60


def hand_over(url: str, folder: Path) -> None:
    """Open the link in the person's browser without telling it to anybody else.

    A disk that does not take the page leaves the address on the terminal.
    """
    page = render_to_string("launch.html", {"url": url, "language": spoken_language()})
    file = folder / FILE
    with suppress(OSError):
        take_away(folder)
        opened = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(opened, "w", encoding="utf-8") as written:
            written.write(page)
        webbrowser.open(file.as_uri())


def take_away(folder: Path) -> None:
    """Delete the page, where it is still there."""
    (folder / FILE).unlink(missing_ok=True)
