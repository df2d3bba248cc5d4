"""Which language and measures a page speaks: the person's own, else the browser's or country's.

Two middlewares, because a page that refuses must speak too, and who asks is known only behind the
guard.
"""

from django.http import HttpRequest, HttpResponse

from myolog.content.languages import best_of, speaking
from myolog.content.measures import measuring
from myolog.store.selectors import Person
from myolog.store.services.people import language_of, measures_of
from myolog.web.addresses import API
from myolog.web.forms.writing import MeasuredForm, posted
from myolog.web.middleware import Handler


def browser_language(get_response: Handler) -> Handler:
    """Answer in the language that the browser asks for."""

    def answer(request: HttpRequest) -> HttpResponse:
        with speaking(best_of(request.headers.get("Accept-Language", ""))):
            return get_response(request)

    return answer


def own_language(get_response: Handler) -> Handler:
    """Answer in the language and measures that the person has chosen; a program names its own."""

    def answer(request: HttpRequest) -> HttpResponse:
        person: Person | None = request.person  # type: ignore[attr-defined]
        if person is None or request.path_info.startswith(API):
            return get_response(request)
        with measuring(_measures(request, person)), speaking(language_of(person)):
            return get_response(request)

    return answer


def _measures(request: HttpRequest, person: Person) -> str:
    """Return the measures of the form that is sent, else the person's."""
    form = MeasuredForm(posted(request))
    sent = form.cleaned_data["measures"] if form.is_valid() else ""
    return sent or measures_of(person)
