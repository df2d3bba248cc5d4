"""Whose journal a request is about: `request.person`, and nothing else.

On a person's own computer it is the owner of the browser that the guard has recognised. Another
edition puts its own way of knowing a person in the place of this one.
"""

from datetime import datetime

from django.http import HttpRequest, HttpResponse

from myolog.store.selectors import Person
from myolog.store.services.access import Browser
from myolog.web.middleware import Handler


class AnyRequest(HttpRequest):
    """A request of anybody.

    Attributes
    ----------
    person : whose journal it is; None where nobody is known
    browser : in which browser; None for one that was not let in
    arrived_at : when it came; what was written later is not on the page
    """

    person: Person | None
    browser: Browser | None
    arrived_at: datetime


class OwnRequest(AnyRequest):
    """A request of the person whose journal it is."""

    person: Person
    browser: Browser


def identify(get_response: Handler) -> Handler:
    """Set `request.person`."""

    def answer(request: HttpRequest) -> HttpResponse:
        browser: Browser | None = request.browser  # type: ignore[attr-defined]
        request.person = None if browser is None else browser.person  # type: ignore[attr-defined]
        return get_response(request)

    return answer
