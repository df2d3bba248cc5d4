"""A two-minute look: a look at a set time, with the number of twitches felt in it."""

from datetime import UTC, datetime, timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from myolog.attention.windows import SECONDS, window_times
from myolog.journal.entries import CheckWindow
from myolog.store.selectors import journal_of
from myolog.store.services.journal import log_entry
from myolog.vocabulary.profile import WINDOWS_AT_MOST
from myolog.web.forms.window import WindowForm
from myolog.web.forms.writing import fresh_key, posted
from myolog.web.middleware.identity import OwnRequest
from myolog.web.moment import clock_shown, today_for
from myolog.web.notices import redirect_saying
from myolog.web.outbox import said_at
from myolog.web.pages import BY, reassessed
from myolog.web.sure import must_ask


@require_http_methods(["GET", "HEAD", "POST"])
def window(request: OwnRequest) -> HttpResponse:
    """Show the two minutes, and store what was felt in them."""
    form = WindowForm(posted(request))
    if form.is_valid():
        entry = CheckWindow(
            at=(said_at(request) or datetime.now(UTC)) - timedelta(seconds=SECONDS),
            zone=form.cleaned_data["zone"] or request.person.zone,
            count=form.cleaned_data["count"],
            seconds=SECONDS,
        )
        if not must_ask(request, (entry,)):
            log_entry(person=request.person, entry=entry, by=BY, idempotency_key=form.write_key)
            reassessed(request)
            return redirect_saying(request, "window", "today")
    journal, today = journal_of(request.person), today_for(request.person)
    done = sum(1 for one in journal.of(CheckWindow) if one.day == today)
    context = {
        "form": form,
        **clock_shown(request, form["zone"].value()),
        "key": fresh_key(),
        "seconds": SECONDS,
        "enough": done >= WINDOWS_AT_MOST,
        "times": window_times(journal),
    }
    return render(request, "window.html", context, status=400 if form.is_bound else 200)
