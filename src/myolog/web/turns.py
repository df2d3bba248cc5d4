"""Writers take turns; whoever reads, or needs help, never waits behind them.

The journal takes one writer at a time, and each that waits holds a thread of the server. So fewer
may wait than there are threads. One too many is told to come again; the page offers what was typed
once more, and the queue of a device sends it again by itself.
"""

from collections.abc import Callable
from threading import BoundedSemaphore
from typing import Final

from django.http import HttpRequest, HttpResponse

from myolog.content.catalogue import load
from myolog.web.guard import SAFE_METHODS, refused

WRITERS: Final = 8

_TURNS: Final = BoundedSemaphore(WRITERS)

Handler = Callable[[HttpRequest], HttpResponse]


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
            return get_response(request)
        finally:
            _TURNS.release()

    return answer
