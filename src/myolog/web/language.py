"""Which language a page speaks: the person's own choice, else the browser's, else English.

Two middlewares, because a page that refuses must speak too, and who asks is known only behind the
guard.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from myolog.content.languages import OFFERED, best_of, speaking
from myolog.web.guard import API

Handler = Callable[[HttpRequest], HttpResponse]


def listen(get_response: Handler) -> Handler:
    """Answer in the language that the browser asks for."""

    def answer(request: HttpRequest) -> HttpResponse:
        with speaking(best_of(request.headers.get("Accept-Language", ""))):
            return get_response(request)

    return answer


def obey(get_response: Handler) -> Handler:
    """Answer in the language that the person has chosen; a program names its own."""

    def answer(request: HttpRequest) -> HttpResponse:
        chosen = getattr(getattr(request, "person", None), "language", "")
        if chosen not in OFFERED or request.path_info.startswith(API):
            return get_response(request)
        with speaking(chosen):
            return get_response(request)

    return answer
