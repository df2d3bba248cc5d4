"""The WSGI application."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from django.core.wsgi import get_wsgi_application

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

_django = get_wsgi_application()


def application(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
    """Answer a request; to HEAD with the same head, but without the body the server would send."""
    if environ["REQUEST_METHOD"] != "HEAD":
        return _django(environ, start_response)
    heads: list[tuple[str, list[tuple[str, str]]]] = []

    def keep(
        status: str, headers: list[tuple[str, str]], _failure: object = None, /
    ) -> Callable[[bytes], object]:
        heads.append((status, headers))
        return len

    answer = _django(environ, keep)
    length = sum(len(part) for part in answer)
    answer.close()
    status, headers = heads[-1]
    if not any(name.lower() == "content-length" for name, _ in headers):
        headers = [*headers, ("Content-Length", str(length))]
    start_response(status, headers)
    return ()
