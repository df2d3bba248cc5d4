"""While the journal is damaged: one page brings it back, help stays, all else leads to that page.

What is sent meanwhile is not taken, so that a device keeps it and sends it again.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from myolog.content.catalogue import load
from myolog.errors import UserError
from myolog.store import start
from myolog.store.selectors import the_person
from myolog.store.services.access import new_launch_token, open_browser_with
from myolog.web import trouble
from myolog.web.guard import (
    ASKS_FOR_A_SECRET,
    COOKIE,
    OPEN_TO_ALL,
    SAFE_METHODS,
    keep_open,
    refused,
)

PAGE: Final = "/settings/backups/"
PAGES: Final = (PAGE, f"{PAGE}look/", f"{PAGE}restore/")
OPENS: Final = "/open/"

Handler = Callable[[HttpRequest], HttpResponse]


def rescue(get_response: Handler) -> Handler:
    """Lead every request to the page that mends the journal, as long as it is damaged."""

    def answer(request: HttpRequest) -> HttpResponse:
        if not trouble.is_damaged():
            return get_response(request)
        return _instead(request) or get_response(request)

    return answer


def _instead(request: HttpRequest) -> HttpResponse | None:
    path, reads = request.path_info, request.method in SAFE_METHODS
    words = load()
    if path.startswith(OPEN_TO_ALL):
        if path.startswith(OPENS) or not path.startswith(ASKS_FOR_A_SECRET):
            return None
        return refused(request, 503, words.text("page.damaged.not_now"))
    if not trouble.holds(request.COOKIES.get(COOKIE, "")):
        again = not reads and COOKIE in request.COOKIES
        text = words.text("page.refused.not_open")
        return refused(request, 403, text, closed=True, offers_again=again)
    if reads:
        return _if_mended(request) or (None if path in PAGES else HttpResponseRedirect(PAGE))
    if path in PAGES:
        return None
    return refused(request, 503, words.text("page.damaged.not_now"), offers_again=True)


def _if_mended(request: HttpRequest) -> HttpResponse | None:
    """Go on as usual where the journal was brought back meanwhile, such as from a terminal."""
    now = datetime.now(UTC)
    try:
        start()
        secret = open_browser_with(new_launch_token(person=the_person(), now=now), now=now)
    except (UserError, DatabaseError):
        return None
    trouble.end()
    response = HttpResponseRedirect("/")
    if secret is not None:
        keep_open(response, request, secret)
    return response
