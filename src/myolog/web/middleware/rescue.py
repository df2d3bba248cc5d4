"""While the journal is damaged: one page brings it back, help stays, all else leads to that page.

What is sent meanwhile is not taken, so that a device keeps it and sends it again.
"""

from typing import Final

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from myolog.content.catalogue import load
from myolog.errors import UserError
from myolog.store import start
from myolog.web import trouble
from myolog.web.addresses import OPENS, asks_for_a_secret, is_open_to_all
from myolog.web.door import COOKIE, let_back_in
from myolog.web.middleware import SAFE_METHODS, Handler
from myolog.web.refusals import refusal, refused

PAGES: Final = ("backups", "backup_look", "backup_restore")
"""Routes that bring a journal back."""


def rescue(get_response: Handler) -> Handler:
    """Lead every request to the page that mends the journal, as long as it is damaged."""

    def answer(request: HttpRequest) -> HttpResponse:
        if not trouble.is_damaged():
            return get_response(request)
        return _instead(request) or get_response(request)

    return answer


def _instead(request: HttpRequest) -> HttpResponse | None:
    path, reads = request.path_info, request.method in SAFE_METHODS
    mends = path in map(reverse, PAGES)
    words = load()
    if is_open_to_all(path):
        if path.startswith(OPENS) or not asks_for_a_secret(path):
            return None
        return refused(request, 503, words.text("page.damaged.not_now"))
    if not trouble.holds(request.COOKIES.get(COOKIE, "")):
        again = not reads and COOKIE in request.COOKIES
        return refused(request, 403, refusal("not_open"), closed=True, offers_again=again)
    if reads:
        return _if_mended(request) or (None if mends else redirect(PAGES[0]))
    if mends:
        return None
    return refused(request, 503, words.text("page.damaged.not_now"), offers_again=True)


def _if_mended(request: HttpRequest) -> HttpResponse | None:
    """Go on as usual where the journal was brought back meanwhile, such as from a terminal."""
    response = redirect("today")
    try:
        start()
        let_back_in(response, request)
    except (UserError, DatabaseError):
        return None
    trouble.end()
    return response
