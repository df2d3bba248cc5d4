"""Addresses that are needed where no route is found yet: before the views, and in scripts.

Everything else asks for an address by the name of its route.
"""

import json
from typing import Final

from django.urls import reverse

API: Final = "/api/"
HELP: Final = "/emergency/"
OPENS: Final = "/open/"
STATIC: Final = "/static/"
TAKES_FILES: Final = "/settings/backups/look/"
"""The one page that is sent a whole file."""

OPEN_TO_ALL: Final = (
    STATIC,
    OPENS,
    "/door/",
    HELP,
    "/offline/",
    "/worker.js",
    "/manifest.webmanifest",
    "/favicon.ico",
    API,
)
"""What addresses begin with that need no owner's cookie; the API asks for a secret itself."""

ASKS_FOR_A_SECRET: Final = (OPENS, "/door/", API)
"""Those of them that another account of this computer has no business at."""

FEED: Final = ("/calendar/", ".ics")
"""How the address of the calendar for other programs begins and ends, with a secret between them;
the month that begins like it is the owner's."""


def asks_for_a_secret(path: str) -> bool:
    """Say whether an address that is open lets nobody in without a secret of its own."""
    begins, ends = FEED
    return path.startswith(ASKS_FOR_A_SECRET) or (path.startswith(begins) and path.endswith(ends))


def is_open_to_all(path: str) -> bool:
    """Say whether an address needs no owner's cookie."""
    return path.startswith(OPEN_TO_ALL) or asks_for_a_secret(path)


_OF_SCRIPTS: Final = ("today", "worker", "door", "door_enter", "door_key")
_OF_THE_WORKER: Final = ("emergency", "offline", "manifest", "check")
_KEPT: Final = {
    "log": "log",
    "day": "day",
    "tasks": "tasks",
    "look": "look",
    "programme": "programme_kept",
    "programme_practice": "programme_practice",
    "journal": "journal_kept",
    "month": "month",
}
"""Pages of the journal that a device keeps, and the page that it keeps of each."""


def for_scripts() -> str:
    """Return the addresses that the scripts of every page ask for, by the names of their routes."""
    return json.dumps({name: reverse(name) for name in _OF_SCRIPTS})


def for_the_worker() -> str:
    """Return the same for the service worker, with what it keeps."""
    known = {name: reverse(name) for name in (*_OF_SCRIPTS, *_OF_THE_WORKER)}
    kept = {reverse(page): reverse(of) for page, of in _KEPT.items()}
    return json.dumps({**known, "open": OPENS, "kept": kept})
