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
    "/calendar/",
    HELP,
    "/offline/",
    "/worker.js",
    "/manifest.webmanifest",
    "/favicon.ico",
    API,
)
"""Addresses that need no owner's cookie; the API and the calendar ask for a secret themselves."""

ASKS_FOR_A_SECRET: Final = (OPENS, "/door/", "/calendar/", API)
"""Those of them that another account of this computer has no business at."""

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
