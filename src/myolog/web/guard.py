"""Who is let in: this computer's owner, at its own address, and nobody's web page.

Without a login, these walls stand in its place: an exact list of Host names (against DNS
rebinding), Origin and Sec-Fetch-Site (against other pages and other ports), a one-time launch link
exchanged for an HttpOnly, SameSite=Strict cookie, and Django's CSRF token. Refusals say one
sentence and nothing about the computer. Sources: OWASP ASVS 5.0, chapters V3 and V4; W3C Fetch
Metadata.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final
from urllib.parse import urlsplit

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.urls import URLResolver
from django.urls.resolvers import RegexPattern
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from myolog.content.catalogue import load
from myolog.store import data_folder
from myolog.store.failures import in_words
from myolog.store.selectors import Person
from myolog.store.services.access import BROWSER_LIFE, Browser, browser_of, open_browser_with
from myolog.web import trouble
from myolog.web.accounts import OTHER_ACCOUNT
from myolog.web.launch import take_away

COOKIE: Final = "myolog_owner"
NAMES: Final = ("localhost", "127.0.0.1", "[::1]")
API: Final = "/api/"
HELP: Final = "/emergency/"
STATIC: Final = "/static/"
OPEN_TO_ALL: Final = (
    STATIC,
    "/open/",
    "/door/",
    "/calendar/",
    HELP,
    "/offline/",
    "/worker.js",
    "/manifest.webmanifest",
    "/favicon.ico",
    API,
)
"""Addresses that need no owner's cookie; the API and the calendar ask for a secret themselves."""

ASKS_FOR_A_SECRET: Final = ("/open/", "/door/", "/calendar/", API)
"""Those of them that another account of this computer has no business at."""

SAFE_METHODS: Final = frozenset({"GET", "HEAD", "OPTIONS"})
API_BODY_LIMIT: Final = 262_144
"""Largest request to the API, bytes; the longest entry is some 60,000."""

Handler = Callable[[HttpRequest], HttpResponse]


class OwnRequest(HttpRequest):
    """A request whose owner the guard has recognised.

    Attributes
    ----------
    person : whose journal it is
    browser : in which browser
    arrived_at : when it came; what was written later is not on the page
    """

    person: Person
    browser: Browser
    arrived_at: datetime


def guard(get_response: Handler) -> Handler:
    """Let a request through, or refuse it; put the private headers on every answer."""

    def answer(request: HttpRequest) -> HttpResponse:
        request.arrived_at = datetime.now(UTC)  # type: ignore[attr-defined]
        response = _refusal(request) or get_response(request)
        return _with_headers(request, response)

    return answer


def _refusal(request: HttpRequest) -> HttpResponse | None:
    port = request.META.get("SERVER_PORT", "")
    if request.META.get("HTTP_HOST") not in _hosts(port):
        return refused(request, 421, with_links=False)
    if _comes_from_elsewhere(request, port):
        return refused(request, 403)
    path = request.path_info
    if path.startswith(API) and _length(request) > API_BODY_LIMIT:
        return refused(request, 413)
    if request.META.get(OTHER_ACCOUNT):
        if path.startswith(OPEN_TO_ALL) and not path.startswith(ASKS_FOR_A_SECRET):
            return None
        return refused(request, 403, _sentence("other_account"))
    if trouble.is_damaged():  # what opens the journal cannot be read; see `rescue`
        return None
    browser = _browser(request)
    if browser is not None:
        request.browser = browser  # type: ignore[attr-defined]
        request.person = browser.person  # type: ignore[attr-defined]
        return None
    if path.startswith(OPEN_TO_ALL):
        return None
    again = request.method == "POST" and COOKIE in request.COOKIES
    return refused(request, 403, _sentence("not_open"), closed=True, offers_again=again)


def _hosts(port: str) -> frozenset[str]:
    return frozenset(NAMES if port == "80" else (f"{name}:{port}" for name in NAMES))


def _comes_from_elsewhere(request: HttpRequest, port: str) -> bool:
    """Say whether another page asks: by writing, or by loading something other than a page."""
    site = request.headers.get("Sec-Fetch-Site", "none")
    reads = request.method in SAFE_METHODS
    if site not in {"none", "same-origin"}:
        follows_a_link = reads and request.headers.get("Sec-Fetch-Mode") == "navigate"
        return not follows_a_link
    if reads:
        return False
    for header in ("Origin", "Referer"):
        source = request.headers.get(header)
        if source is not None:
            parts = urlsplit(source)
            return parts.scheme != request.scheme or parts.netloc not in _hosts(port)
    return False


def _length(request: HttpRequest) -> int:
    given = request.META.get("CONTENT_LENGTH") or "0"
    return int(given) if given.isdecimal() else 0


def _browser(request: HttpRequest) -> Browser | None:
    secret = request.COOKIES.get(COOKIE)
    if not secret or request.path_info.startswith(STATIC):
        return None
    try:
        return browser_of(secret, now=datetime.now(UTC))
    except DatabaseError as failure:  # a journal that cannot be read never hides the way to help
        if in_words(failure) is None or not request.path_info.startswith(HELP):
            raise
        return None


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
    text = sentence or _sentence(_CODES[status])
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


def _sentence(code: str) -> str:
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


def _with_headers(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    headers = response.headers
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = "same-origin"
    headers["Cross-Origin-Opener-Policy"] = "same-origin"
    headers["Cross-Origin-Resource-Policy"] = "same-origin"
    headers["X-Frame-Options"] = "DENY"
    headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), browsing-topics=()"
    if not request.path_info.startswith(STATIC):
        headers["Cache-Control"] = "no-store"
    return response


@require_safe
def open_journal(request: HttpRequest, token: str) -> HttpResponse:
    """Exchange the one-time link for the owner's cookie, then go to the first page.

    A browser that fetches ahead of the person does not use the link up; a link that is used up
    still leads to the first page in a browser that is open already.
    """
    fetches_ahead = "prefetch" in request.headers.get("Sec-Purpose", "")
    if request.method != "GET" or fetches_ahead:
        return HttpResponse(status=204)
    if trouble.is_damaged():
        secret, is_in = trouble.let_in(token), trouble.holds(request.COOKIES.get(COOKIE, ""))
    else:
        secret = open_browser_with(token, now=datetime.now(UTC))
        is_in = getattr(request, "person", None) is not None
    if secret is None and not is_in:
        return refused(request, 403, _sentence("not_open"), closed=True)
    response = _way_in(request)
    if secret is not None:
        take_away(data_folder())
        keep_open(response, request, secret)
        get_token(request)
    return response


def _way_in(request: HttpRequest) -> HttpResponse:
    """Lead to the first page, from a page of ours where another one led here.

    A browser sends a strict cookie only where the way began at this address; the page in the data
    folder, like a link in a message, begins elsewhere.
    """
    if request.headers.get("Sec-Fetch-Site", "none") in {"none", "same-origin"}:
        return HttpResponseRedirect("/")
    return render(request, "opening.html")


def keep_open(response: HttpResponse, request: HttpRequest, secret: str) -> None:
    """Give the browser the cookie that opens the journal."""
    response.set_cookie(
        COOKIE,
        secret,
        max_age=BROWSER_LIFE,
        path="/",
        httponly=True,
        samesite="Strict",
        secure=request.is_secure(),
    )


@csrf_exempt
def api(request: HttpRequest, rest: str) -> HttpResponse:
    """Hand a request to the API, which is loaded when first asked for.

    It asks for the CSRF token itself, because a program with a bearer token needs none.
    """
    from myolog.web.api import urlpatterns
    from myolog.web.api_problems import call

    match = URLResolver(RegexPattern("^/"), list(urlpatterns)).resolve(rest)
    return call(request, lambda asked: match.func(asked, *match.args, **match.kwargs))


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a write that carries no valid CSRF token."""
    del reason
    return refused(request, 403, _sentence("out_of_date"))


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
