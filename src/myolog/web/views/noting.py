"""How much to note: a page in Settings, and the way out of a rest on Today."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from myolog.attention.rest import noting_on
from myolog.journal.entries import Entry
from myolog.journal.tracking import COMMON, OFFERED
from myolog.store.selectors import journal_of
from myolog.store.services.journal import log_entries
from myolog.vocabulary.exposures import EXPOSURES
from myolog.web.forms.noting import NotingForm
from myolog.web.forms.writing import fresh_key, posted
from myolog.web.middleware.identity import OwnRequest
from myolog.web.moment import today_for
from myolog.web.notices import redirect_saying
from myolog.web.pages import BY, comparing
from myolog.web.way_back import day_behind, led_back
from myolog.wording.noting import rest_in_words, ways


@require_http_methods(["GET", "HEAD", "POST"])
@comparing
def noting(request: OwnRequest) -> HttpResponse:
    """Show and change how often the person is asked to note, and about what."""
    today, journal = today_for(request.person), journal_of(request.person)
    noted = noting_on(journal, today, seed=request.person.id.int)
    form = NotingForm(posted(request), journal, noted, today=today)
    if form.is_valid() and form.refusal_in(partial(_log, request, form)) is not None:
        day = day_behind(request)
        if day is not None:
            return led_back(request, "changed", "form", day)
        page = "today" if form.is_of_today else "settings"
        return redirect_saying(request, "changed", page)
    context = {
        **form.carried,
        "from_day": day_behind(request),
        "key": fresh_key(),
        "ways": ways(form["way"].value()),
        "resting": rest_in_words(noted),
        "tracked": tuple(form.ticked()),
        "common": tuple(EXPOSURES[code] for code in OFFERED if code in COMMON),
        "rest": tuple(EXPOSURES[code] for code in OFFERED if code not in COMMON),
    }
    return render(request, "noting.html", context, status=form.status)


def _log(request: OwnRequest, form: NotingForm) -> tuple[Entry, ...]:
    return log_entries(
        person=request.person, entries=form.facts, by=BY, idempotency_key=form.write_key
    )
