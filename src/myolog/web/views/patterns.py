"""Patterns: what goes with the twitching, looked at again each Sunday."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from myolog.content.dates import spoken, spoken_whole
from myolog.store.selectors import journal_of
from myolog.triggers.windows import counted_days, first_findings_day, settled_day
from myolog.web.findings import findings_of
from myolog.web.middleware.identity import OwnRequest
from myolog.web.moment import today_for
from myolog.web.patterns_page import shown
from myolog.wording.findings import early_line, noted_so_far, too_early


@require_safe
def patterns(request: OwnRequest) -> HttpResponse:
    """Show the week's findings, or those of all days that are over when asked for."""
    today = today_for(request.person)
    now = bool(request.GET.get("now"))
    found = findings_of(
        request.person, last_day=today - timedelta(days=1) if now else settled_day(today)
    )
    journal = journal_of(request.person)
    context = {"tab": "patterns", "now": now, "last": spoken(found.last_day)}
    if too_early(found.triggers):
        first = first_findings_day(journal, today=today)
        past = journal.until(today)
        context |= {
            "early": early_line(len(counted_days(past))),
            "noted": noted_so_far(past),
            "first": first and spoken_whole(first),
        }
        return render(request, "patterns_early.html", context)
    return render(request, "patterns.html", context | shown(found, journal))
