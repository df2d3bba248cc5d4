"""The addresses that matter before a request has found its route; every other one has a name."""

from typing import Final

API: Final = "/api/"
HELP: Final = "/emergency/"
OPENS: Final = "/open/"
STATIC: Final = "/static/"

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
