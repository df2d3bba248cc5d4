"""How pages fail: a `UserError` that no form has taken becomes one calm page, in one place."""

from typing import Final

from django.http import HttpRequest, HttpResponse

from myolog.content.problems import problem_in_words
from myolog.errors import Conflict, NotFound, Refused, Unavailable, UserError
from myolog.store.failures import in_words
from myolog.web.middleware import Handler
from myolog.web.refusals import refused

_STATUS: Final[tuple[tuple[type[UserError], int], ...]] = (
    (NotFound, 404),
    (Conflict, 409),
    (Refused, 403),
    (Unavailable, 503),
)


class SayWhatIsWrong:
    """Middleware: show a `UserError` as a page with one sentence."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer a `UserError` or a disk that fails; anything else is a failure of ours."""
        wrong = exception if isinstance(exception, UserError) else in_words(exception)
        if wrong is None:
            return None
        return refused(
            request,
            _status_of(wrong),
            problem_in_words(wrong),
            offers_again=wrong is not exception,
        )


def _status_of(wrong: UserError) -> int:
    if wrong.code == "disk_full":
        return 507
    return next((code for kind, code in _STATUS if isinstance(wrong, kind)), 400)
