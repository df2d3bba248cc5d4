"""Worry and mood: nine questions that may be skipped, and what the answers suggest."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from myolog.attention.rest import noting_on
from myolog.attention.worry import scored, worry_on
from myolog.content.catalogue import load
from myolog.content.problems import problem_in_words
from myolog.errors import UserError
from myolog.store.selectors import journal_of
from myolog.store.services.journal import log_entries
from myolog.web.forms import fresh_key, posted_key
from myolog.web.middleware.identity import OwnRequest
from myolog.web.moment import today_for
from myolog.web.notices import notes_for, redirect_saying
from myolog.web.pages import BY, reassessed
from myolog.web.worry_form import (
    answers_in,
    choices,
    parts,
)
from myolog.wording.worry import advice_in_words, scores_in_words


@require_http_methods(["GET", "HEAD", "POST"])
def worry(request: OwnRequest) -> HttpResponse:
    """Show what fresh answers suggest, ask the questions, and store their scores."""
    data = {name: str(value) for name, value in request.POST.items()}
    problem = _stored(request, data) if request.method == "POST" else ""
    if request.method == "POST" and not problem:
        return redirect_saying(request, "worry", "worry")
    today, journal = today_for(request.person), journal_of(request.person)
    found = worry_on(journal, today=today)
    noting = noting_on(journal, today, seed=request.person.id.int)
    context = {
        "key": fresh_key(),
        "problem": problem,
        **notes_for(request),
        "worry": found,
        "advice": advice_in_words(found),
        "scores": tuple(scores_in_words(found, today=today)),
        "offers_pause": found.offers_pause(noting),
        "parts": parts(data),
        "choices": choices(),
        "asks": bool(problem) or not found.advice,
    }
    return render(request, "worry.html", context, status=400 if problem else 200)


def _stored(request: OwnRequest, data: dict[str, str]) -> str:
    """Store the scores; return what is wrong, or ""."""
    try:
        entries = scored(answers_in(data), day=today_for(request.person))
        if not entries:
            return load().text("worry.nothing")
        log_entries(person=request.person, entries=entries, by=BY, idempotency_key=posted_key(data))
    except UserError as refused:
        return problem_in_words(refused)
    reassessed(request)
    return ""
