"""What views share: who writes, comparing and writing as one, and the result kept up to date."""

from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from typing import Concatenate, Final, ParamSpec

from django.http import HttpRequest, HttpResponse

from myolog.content.catalogue import load
from myolog.errors import NotFound
from myolog.store.compared import Outrun, alone, compared
from myolog.store.services.care import keep_up
from myolog.web.middleware import SAFE_METHODS
from myolog.web.middleware.identity import OwnRequest

BY: Final = "browser"
"""Who writes, as the audit trail names it."""

TRIES: Final = 3
"""How often a form is compared while others may write; then they wait until it is stored."""

P = ParamSpec("P")
View = Callable[Concatenate[OwnRequest, P], HttpResponse]


def comparing(view: View[P]) -> View[P]:
    """Let a view compare what is sent with what holds and write it as one: see `compared`.

    Where somebody else wrote in between, the view is asked once more and sees what they wrote.
    """

    @wraps(view)
    def answer(request: OwnRequest, /, *given: P.args, **named: P.kwargs) -> HttpResponse:
        if request.method in SAFE_METHODS:
            return view(request, *given, **named)
        for _ in range(TRIES):
            with suppress(Outrun), compared(request.person):
                return view(request, *given, **named)
            request.person.refresh_from_db()
        with alone(request.person):
            return view(request, *given, **named)

    return answer


def is_read(request: HttpRequest) -> bool:
    """Say whether a person sees the answer now: no page that a browser keeps or fetches ahead."""
    ahead = "prefetch" in request.headers.get("Sec-Purpose", "")
    return request.method == "GET" and not ahead and "Myolog-Kept" not in request.headers


def sentence(key: str) -> NotFound:
    """Return the error of a page that does not exist, in the catalogue's words."""
    return NotFound(load().text(f"page.error.{key}"))


def reassessed(request: OwnRequest) -> None:
    """See to it, in silence, that the last result takes account of what was just written."""
    keep_up(person=request.person, by=BY)
