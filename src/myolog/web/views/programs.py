"""The API: loaded when a program first asks for something."""

from functools import cache

from django.http import HttpRequest, HttpResponse
from django.urls import URLResolver
from django.urls.resolvers import RegexPattern
from django.views.decorators.csrf import csrf_exempt


@csrf_exempt
def call_api(request: HttpRequest, rest: str) -> HttpResponse:
    """Hand a request to the API, which is loaded when first asked for.

    It asks for the CSRF token itself, because a program with a bearer token needs none.
    """
    from myolog.web.api.problems import call

    match = _resolver().resolve(rest)
    return call(request, lambda asked: match.func(asked, *match.args, **match.kwargs))


@cache
def _resolver() -> URLResolver:
    from myolog.web.api.routes import urlpatterns

    return URLResolver(RegexPattern("^/"), list(urlpatterns))
