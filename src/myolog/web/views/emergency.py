"""Help now: one number, what to do while waiting, someone to talk to.

Open to everybody, before any login. The service worker (`static/worker.js`) keeps this page and its
look in the browser, so that it shows even when Myolog is not running.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from myolog.wording.help_numbers import listed_countries


@require_safe
def emergency(request: HttpRequest) -> HttpResponse:
    """Show whom to call."""
    return render(request, "emergency.html", {"countries": listed_countries(), "tabs": ()})
