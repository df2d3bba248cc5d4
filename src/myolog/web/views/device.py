"""What this device keeps for times without a connection, and closing the journal in it.

The emergency page is kept for everybody. Pages of the journal are kept only while the browser is
let in and the person has not switched it off. See docs/decisions/0009-kept-on-the-device.md.
"""

from pathlib import Path
from typing import Final

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from myolog.content.catalogue import load
from myolog.content.dates import spoken
from myolog.content.languages import spoken_language
from myolog.store.selectors import journal_of, levels_told
from myolog.store.services.access import close_browser
from myolog.web.addresses import for_the_worker
from myolog.web.door import COOKIE, empty
from myolog.web.forms.device import CloseForm
from myolog.web.frame import frame
from myolog.web.middleware.identity import OwnRequest
from myolog.web.moment import now_for, today_for
from myolog.web.pages import BY
from myolog.web.refusals import refused
from myolog.wording.weeks import weeks_of

STATIC: Final = Path(__file__).parent.parent / "static"
KEPT_FILES: Final = (
    "pico.min.css",
    "myolog.css",
    "mark.svg",
    "icon-192.png",
    "page.js",
    "place.js",
    "window.js",
    "zone.js",
    "timer.js",
    "door.js",
    "outbox.js",
    "kept.js",
    "queue.js",
)
"""Scripts and styles that a device keeps together with the pages."""

KEPT_WEEKS: Final = 14
"""Weeks of the journal that a device keeps: 90 days, whichever weekday it is."""

COLOUR: Final = "#12566e"


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """Return the service worker, which looks after every page; it is new with every build."""
    script = (STATIC / "worker.js").read_text("utf-8")
    paths = " ".join(static(name) for name in KEPT_FILES)
    door = (STATIC / "door.js").read_text("utf-8").replace("export ", "")
    script = script.replace("{build}", frame(request)["build"]).replace("{static}", paths)
    script = script.replace("{addresses}", for_the_worker())
    script = script.replace("// {door}", door)
    return HttpResponse(script, content_type="text/javascript; charset=utf-8")


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """Say how Myolog looks among the apps of a device."""
    del request
    words, home = load(), reverse("today")
    svg = {"src": static("mark.svg"), "type": "image/svg+xml", "sizes": "any"}
    icons = [
        {"src": static(f"icon-{name}.png"), "type": "image/png", "sizes": size, "purpose": purpose}
        for name, size, purpose in (
            ("192", "192x192", "any"),
            ("512", "512x512", "any"),
            ("maskable", "512x512", "maskable"),
        )
    ]
    content = {
        "id": home,
        "name": words.text("app.name"),
        "short_name": words.text("app.name"),
        "description": words.text("page.device.about"),
        "lang": spoken_language(),
        "start_url": home,
        "scope": home,
        "display": "standalone",
        "background_color": COLOUR,
        "theme_color": COLOUR,
        "icons": [*icons, svg],
    }
    return JsonResponse(content, content_type="application/manifest+json")


@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    """Show what can be done while Myolog cannot be reached; nothing personal is on it."""
    return render(request, "offline.html", {"tabs": ()})


@require_safe
def kept_journal(request: OwnRequest) -> HttpResponse:
    """Show the journal's last 90 days on one page, for times without a connection."""
    now, today = now_for(request.person), today_for(request.person)
    context = {
        "tab": "journal",
        "today": today,
        "shown": weeks_of(
            journal_of(request.person),
            today=today,
            n_weeks=KEPT_WEEKS,
            results=levels_told(request.person),
        ),
        "kept_at": f"{spoken(now.date())}, {now:%H:%M}",
        "kept": True,
    }
    return render(request, "journal_kept.html", context)


@require_POST
def close_this(request: OwnRequest) -> HttpResponse:
    """Shut this browser out, and empty it of what it kept.

    The script counts what has not been sent and asks first; where nobody counted, what waits stays
    in the browser until it is let in again.
    """
    close_browser(request.COOKIES[COOKIE], by=BY, now=now_for(request.person))
    response = refused(request, 200, load().text("page.device.closed"), closed=True)
    response.delete_cookie(COOKIE, samesite="Strict")
    if CloseForm.of(request).may_empty:
        empty(response)
    return response
