"""What every page shows around its own part: tabs, the number for help, the chosen colours."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from myolog.content.catalogue import load
from myolog.content.languages import spoken_language
from myolog.web import trouble
from myolog.web.addresses import for_scripts
from myolog.web.build import build_of
from myolog.web.door import COOKIE
from myolog.web.help_here import help_for

THEMES = ("light", "dark")
THEME_COOKIE = "myolog_theme"
DEVICE_COOKIE = "myolog_device"
"""Set where the person does not want this device to keep pages of the journal."""

A_YEAR = 365 * 24 * 3600

TABS = {
    "today": "today",
    "journal": "journal",
    "patterns": "patterns",
    "steps": "programme",
    "learn": "learn",
}
"""The main pages, and the route of each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    """One of the main pages."""

    code: str
    name: str
    address: str


def is_ready(request: HttpRequest) -> bool:
    """Say whether this device may keep pages of the journal."""
    return request.COOKIES.get(DEVICE_COOKIE) != "off"


def frame(request: HttpRequest) -> dict[str, Any]:
    """Return what the base page needs; tabs only for the person whose journal it is."""
    person = getattr(request, "person", None)
    theme = request.COOKIES.get(THEME_COOKIE, "")
    theme = theme if theme in THEMES else ""
    words = load()
    help_here = help_for(request)
    return {
        "help": help_here,
        "addresses": for_scripts(),
        "door": _door(request),
        "build": build_of(theme=theme, country=f"{help_here.country}{help_here.call}"),
        "keeps": ("yes" if is_ready(request) else "no") if person else "",
        "language": spoken_language(),
        "as_of": getattr(request, "arrived_at", datetime.now(UTC)).isoformat(),
        "theme": theme,
        "tabs": tuple(
            Tab(code=code, name=words.text(f"page.tabs.{code}_tab"), address=reverse(route))
            for code, route in TABS.items()
        )
        if person
        else (),
    }


def _door(request: HttpRequest) -> str:
    """Say what the script has to do at the door: take its key, knock, or nothing."""
    browser = getattr(request, "browser", None)
    if trouble.holds(request.COOKIES.get(COOKIE, "")):
        return ""
    if browser is None:
        return "knock" if COOKIE in request.COOKIES else ""
    return "" if browser.has_proved else "new"
