"""How pages fail: a `UserError` that no form has taken becomes one calm page, in one place."""

from collections.abc import Callable
from typing import Final

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse

from myolog.content.catalogue import load
from myolog.errors import Conflict, NotFound, Refused, UserError
from myolog.store.services.care import keep_up
from myolog.web.guard import OwnRequest, refused

BY: Final = "browser"
"""Who writes, as the audit trail names it."""

Handler = Callable[[HttpRequest], HttpResponse]

_STATUS: Final[tuple[tuple[type[UserError], int], ...]] = (
    (NotFound, 404),
    (Conflict, 409),
    (Refused, 403),
)


def sentence(key: str) -> NotFound:
    """Return the error of a page that does not exist, in the catalogue's words."""
    return NotFound(load().text(f"page.error.{key}"))


class SayWhatIsWrong:
    """Middleware: show a `UserError` as a page with one sentence."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer a `UserError` or a disk that fails; anything else is a failure of ours."""
        if isinstance(exception, OperationalError):
            return _cannot_store(request, str(exception))
        if not isinstance(exception, UserError):
            return None
        status = next((code for kind, code in _STATUS if isinstance(exception, kind)), 400)
        return refused(request, status, exception.message)


_STORAGE: Final = {
    "full": (507, "disk_full"),
    "readonly": (503, "read_only"),
    "locked": (503, "locked"),
}
"""What the database says when it cannot write; by one word of it, the status and the sentence."""


def _cannot_store(request: HttpRequest, said: str) -> HttpResponse | None:
    for word, (status, key) in _STORAGE.items():
        if word in said:
            return refused(request, status, load().text(f"page.error.{key}"))
    return None


def reassessed(request: OwnRequest) -> None:
    """See to it, in silence, that the last result takes account of what was just written."""
    keep_up(person=request.person, by=BY)
