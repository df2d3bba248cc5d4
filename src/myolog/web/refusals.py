"""How a request is refused: one sentence, and nothing about the computer."""

from typing import Final

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from myolog.content.catalogue import load
from myolog.web.addresses import API


def refused(
    request: HttpRequest,
    status: int,
    sentence: str | None = None,
    *,
    with_links: bool = True,
    closed: bool = False,
    offers_again: bool = False,
) -> HttpResponse:
    """Answer with one sentence: JSON for the API, a plain page for people.

    Parameters
    ----------
    offers_again
        Whether the page carries what was typed, to be sent once more with one button.
    """
    text = sentence or refusal(_CODES[status])
    if request.path_info.startswith(API):
        return JsonResponse({"code": _CODES[status], "message": text}, status=status)
    again = _typed(request) if offers_again else ()
    context = {"sentence": text, "with_links": with_links, "closed": closed, "again": again}
    return render(request, "refused.html", context, status=status)


def _typed(request: HttpRequest) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name, str(value))
        for name, values in request.POST.lists()
        for value in values
        if name != "csrfmiddlewaretoken"
    )


def refusal(code: str) -> str:
    """Return the sentence of a refusal."""
    return load().text(f"page.refused.{code}")


_CODES: Final = {
    400: "bad_request",
    403: "forbidden",
    404: "not_found",
    413: "too_large",
    421: "wrong_address",
    500: "server_error",
    503: "unavailable",
    507: "disk_full",
}


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a write that carries no valid CSRF token."""
    del reason
    return refused(request, 403, refusal("out_of_date"))


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that cannot be read."""
    del exception
    return refused(request, 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that is not allowed."""
    del exception
    return refused(request, 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer for an address that leads nowhere."""
    del exception
    return refused(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer after a failure of ours, with nothing about it."""
    return refused(request, 500)
