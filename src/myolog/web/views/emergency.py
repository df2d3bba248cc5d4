"""Help now: one number, what to do while waiting, someone to talk to.

Open to everybody, before any login. A tiny service worker keeps this page and its look in the
browser, so that it shows even when Myolog is not running.
"""

from pathlib import Path
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from myolog.web.help_numbers import listed_countries

WORKER: Final = Path(__file__).parent.parent / "static" / "help-worker.js"


@require_safe
def emergency(request: HttpRequest) -> HttpResponse:
    """Show whom to call."""
    return render(request, "emergency.html", {"countries": listed_countries(), "tabs": ()})


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """Return the service worker, from the folder it looks after."""
    del request
    return HttpResponse(WORKER.read_text("utf-8"), content_type="text/javascript; charset=utf-8")
