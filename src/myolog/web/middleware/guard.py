"""Who is let in: this computer's owner, at its own address, and nobody's web page.

Without a login, these walls stand in its place: an exact list of Host names (against DNS
rebinding), Origin and Sec-Fetch-Site (against other pages and other ports), a one-time launch link
exchanged for an HttpOnly, SameSite=Strict cookie, and Django's CSRF token. Refusals say one
sentence and nothing about the computer. Sources: OWASP ASVS 5.0, chapters V3 and V4; W3C Fetch
Metadata.
"""

from datetime import UTC, datetime
from typing import Final
from urllib.parse import urlsplit

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse

from myolog.store.failures import in_words
from myolog.store.services.access import Browser, browser_of
from myolog.web import trouble
from myolog.web.accounts import OTHER_ACCOUNT
from myolog.web.addresses import HELP, STATIC, asks_for_a_secret, is_open_to_all
from myolog.web.door import COOKIE
from myolog.web.middleware import SAFE_METHODS, Handler
from myolog.web.refusals import refusal, refused

NAMES: Final = ("localhost", "127.0.0.1", "[::1]")


def walls(get_response: Handler) -> Handler:
    """Refuse what comes from elsewhere; recognise the browser; put private headers on answers."""

    def answer(request: HttpRequest) -> HttpResponse:
        request.arrived_at = datetime.now(UTC)  # type: ignore[attr-defined]
        request.browser = None  # type: ignore[attr-defined]
        response = _refusal(request) or get_response(request)
        return _with_headers(request, response)

    return answer


def _refusal(request: HttpRequest) -> HttpResponse | None:
    port = request.META.get("SERVER_PORT", "")
    if request.META.get("HTTP_HOST") not in _hosts(port):
        return refused(request, 421, with_links=False)
    if _comes_from_elsewhere(request, port):
        return refused(request, 403)
    if request.META.get(OTHER_ACCOUNT):
        path = request.path_info
        if is_open_to_all(path) and not asks_for_a_secret(path):
            return None
        return refused(request, 403, refusal("other_account"))
    if not trouble.is_damaged():  # what opens the journal cannot be read then; see `rescue`
        request.browser = _browser(request)  # type: ignore[attr-defined]
    return None


def owner_only(get_response: Handler) -> Handler:
    """Let nobody but the person in, where an address is not open to all."""

    def answer(request: HttpRequest) -> HttpResponse:
        is_open = trouble.is_damaged() or is_open_to_all(request.path_info)
        if is_open or request.person is not None:  # type: ignore[attr-defined]
            return get_response(request)
        again = request.method == "POST" and COOKIE in request.COOKIES
        text = refusal("not_open")
        return refused(request, 403, text, closed=True, offers_again=again)

    return answer


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
