"""Your story so far: told once, changed at will."""

from datetime import date
from functools import partial
from typing import Final

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from myolog.attention.agenda import recent_places
from myolog.journal.entries import Entry
from myolog.journal.facts import earliest_birth
from myolog.journal.model import Journal
from myolog.journal.records import TriageAnswers
from myolog.store.selectors import journal_of
from myolog.store.services.journal import log_entries
from myolog.triage.derive import SPAN_DAYS
from myolog.web.body_picture import looks
from myolog.web.forms.story import StoryForm
from myolog.web.forms.writing import fresh_key, posted
from myolog.web.middleware.identity import OwnRequest
from myolog.web.moment import today_for
from myolog.web.notices import redirect_saying
from myolog.web.pages import BY, comparing, reassessed
from myolog.wording.places import found, offered

AFTER: Final = {"check": "story"}
"""Where saving leads when the story was told in the middle of something else."""


@require_http_methods(["GET", "HEAD", "POST"])
@comparing
def story(request: OwnRequest) -> HttpResponse:
    """Show the story as told, or store it."""
    kept, today = journal_of(request.person), today_for(request.person)
    form = StoryForm(
        posted(request),
        kept.story,
        today=today,
        born=earliest_birth(kept, today),
        checked=_checked(kept, today),
    )
    if form.is_valid() and form.refusal_in(partial(_log, request, form)) is not None:
        reassessed(request)
        then = AFTER.get(form.cleaned_data["then"])
        if then:
            return redirect("check_screen", then)
        return redirect_saying(request, "story", "today")
    then = request.GET.get("then") or form["then"].value()
    context = {
        **form.carried,
        "key": fresh_key(),
        "today": form.today,
        "then": then if then in AFTER else "",
        "recent": offered(recent_places(kept, today)),
        "looks": looks(asked=form.page.told["look"]),
        "find": form.page.told["find"] if form.page.told["look_up"] else "",
        "choices": found(form.page.told["find"] if form.page.told["look_up"] else ""),
        "to": f"{reverse('story')}#places",
    }
    return render(request, "story.html", context, status=form.status)


def _checked(kept: Journal, today: date) -> dict[str, object]:
    """Return what the check was answered in the time that its question on the course is about."""
    given = (one for one in kept.of(TriageAnswers) if (today - one.day).days < SPAN_DAYS)
    return {name: value for one in given for name, value in one.answers.items()}


def _log(request: OwnRequest, form: StoryForm) -> tuple[Entry, ...]:
    return log_entries(
        person=request.person, entries=form.entries, by=BY, idempotency_key=form.write_key
    )
