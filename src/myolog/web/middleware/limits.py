"""How much may come at once: the size of what a program sends, and how many write.

The journal takes one writer at a time, and each that waits holds a thread of the server. So fewer
may wait than there are threads; whoever reads, or needs help, never waits behind them. One too many
is told to come again; the page offers what was typed once more, and the queue of a device sends it
again by itself.
"""

from threading import BoundedSemaphore
from typing import Final

from django.http import HttpRequest, HttpResponse

from myolog.content.catalogue import load
from myolog.store.keeping import before_a_save
from myolog.web.addresses import API
from myolog.web.middleware import SAFE_METHODS, Handler
from myolog.web.refusals import refused

API_BODY_LIMIT: Final = 262_144
"""Largest request to the API, bytes; the longest entry is some 60,000."""

WRITERS: Final = 8

_TURNS: Final = BoundedSemaphore(WRITERS)


def size(get_response: Handler) -> Handler:
    """Refuse what a program sends that is larger than any entry."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith(API) and _length(request) > API_BODY_LIMIT:
            return refused(request, 413)
        return get_response(request)

    return answer


def _length(request: HttpRequest) -> int:
    given = request.META.get("CONTENT_LENGTH") or "0"
    return int(given) if given.isdecimal() else 0


def turns(get_response: Handler) -> Handler:
    """Let at most `WRITERS` writes wait for the journal at once."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.method in SAFE_METHODS:
            return get_response(request)
        if not _TURNS.acquire(blocking=False):
            response = refused(request, 503, load().text("page.error.locked"), offers_again=True)
            response.headers["Retry-After"] = "2"
            return response
        try:
            before_a_save()
            return get_response(request)
        finally:
            _TURNS.release()

    return answer
