"""Which language and measures a page speaks, of whom, and by which names of their own.

Two middlewares, because a page that refuses must speak too, and who asks is known only behind the
guard.
"""

from functools import partial

from django.http import HttpRequest, HttpResponse

from myolog.content.about import speaking_about
from myolog.content.languages import best_of, speaking
from myolog.content.measures import measuring
from myolog.content.own import naming
from myolog.store.selectors import Person, own_things
from myolog.store.services.people import language_of, measures_of
from myolog.store.subjects import subject_in
from myolog.web.addresses import API
from myolog.web.forms.writing import MeasuredForm, posted
from myolog.web.middleware import Handler
from myolog.web.moment import now_for


def browser_language(get_response: Handler) -> Handler:
    """Answer in the language that the browser asks for."""

    def answer(request: HttpRequest) -> HttpResponse:
        with speaking(best_of(request.headers.get("Accept-Language", ""))):
            return get_response(request)

    return answer


def own_language(get_response: Handler) -> Handler:
    """Answer in the language and measures of the person, and of whom they said it is about.

    A program names its own language.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        person: Person | None = request.person  # type: ignore[attr-defined]
        if person is None or request.path_info.startswith(API):
            return get_response(request)
        subject = subject_in(person, now=now_for(person))
        measures, language = _measures(request, person), language_of(person)
        names = naming(partial(own_things, person))
        with measuring(measures), speaking(language), speaking_about(subject), names:
            return get_response(request)

    return answer


def _measures(request: HttpRequest, person: Person) -> str:
    """Return the measures of the form that is sent, else the person's."""
    form = MeasuredForm(posted(request))
    sent = form.cleaned_data["measures"] if form.is_valid() else ""
    return sent or measures_of(person)
