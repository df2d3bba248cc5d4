"""Worry and mood: nine questions that may be skipped, and what the answers suggest."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from myolog.attention.rest import noting_on
from myolog.attention.worry import worry_on
from myolog.store.selectors import journal_of
from myolog.store.services.journal import log_entries
from myolog.web.forms.worry import WorryForm
from myolog.web.forms.writing import fresh_key, posted
from myolog.web.middleware.identity import OwnRequest
from myolog.web.moment import today_for
from myolog.web.notices import notes_for, redirect_saying
from myolog.web.pages import BY, reassessed
from myolog.wording.worry import advice_in_words, scores_in_words


@require_http_methods(["GET", "HEAD", "POST"])
def worry(request: OwnRequest) -> HttpResponse:
    """Show what fresh answers suggest, ask the questions, and store their scores."""
    today = today_for(request.person)
    form = WorryForm(posted(request), today=today)
    if form.is_valid() and _stored(request, form):
        return redirect_saying(request, "worry", "worry")
    journal = journal_of(request.person)
    found = worry_on(journal, today=today)
    noting = noting_on(journal, today, seed=request.person.id.int)
    context = {
        "key": fresh_key(),
        "form": form,
        **notes_for(request),
        "worry": found,
        "advice": advice_in_words(found),
        "scores": tuple(scores_in_words(found, today=today)),
        "offers_pause": found.offers_pause(noting),
        "asks": form.is_bound or not found.advice,
    }
    return render(request, "worry.html", context, status=400 if form.is_bound else 200)


def _stored(request: OwnRequest, form: WorryForm) -> bool:
    key, entries = form.write_key, form.entries
    stored = form.refusal_in(
        lambda: log_entries(person=request.person, entries=entries, by=BY, idempotency_key=key)
    )
    if stored is None:
        return False
    reassessed(request)
    return True
