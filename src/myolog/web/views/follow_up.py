"""After a result: booked, seen, or not yet; and its dates for a calendar."""

from datetime import UTC, datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from myolog.content.catalogue import load
from myolog.content.dates import spoken, spoken_whole
from myolog.journal.records import Examination
from myolog.journal.visits import Visit, is_visit
from myolog.store.selectors import LatestResult, journal_of, told_results
from myolog.store.services.care import current_result
from myolog.store.services.follow_up import calendar_day, follow_up_of
from myolog.store.services.journal import log_entries
from myolog.web.forms.visit import VisitForm
from myolog.web.forms.writing import fresh_key, posted
from myolog.web.middleware.identity import OwnRequest
from myolog.web.moment import now_for, today_for
from myolog.web.notices import notes_for, redirect_saying
from myolog.web.pages import BY, reassessed
from myolog.web.visit_page import choices
from myolog.wording.entries import dated_lines
from myolog.wording.result import level_of
from myolog.wording.visits import state_in_words, took_place_in_words


@require_http_methods(["GET", "HEAD", "POST"])
def follow_up(request: OwnRequest) -> HttpResponse:
    """Ask what has happened since the newest result, and store it."""
    form = VisitForm(posted(request), results=told_results(request.person))
    if request.method == "POST" and form.is_valid():
        entry = form.entry(today=today_for(request.person))
        stored = entry and form.refusal_in(
            lambda: log_entries(
                person=request.person, entries=(entry,), by=BY, idempotency_key=form.write_key
            )
        )
        if stored:
            reassessed(request)
            return redirect_saying(request, "visit", "follow_up", entry=str(stored[0].id))
    return _page(request, form)


def _page(request: OwnRequest, form: VisitForm) -> HttpResponse:
    now, journal = now_for(request.person), journal_of(request.person)
    latest = current_result(person=request.person, by=BY, now=now)
    results = told_results(request.person, journal)
    found = follow_up_of(person=request.person, now=now, journal=journal, results=results)
    if request.method != "POST" and request.GET.get("seen") == "after":
        form.initial = {**form.initial, "event": "seen", "to_result": "after"}
    elif request.method != "POST" and found.untold is not None:
        form.fill_in(found.untold, chosen="seen" in request.GET)
    told = sorted(
        (*journal.of(Visit), *filter(is_visit, journal.of(Examination))),
        key=lambda entry: entry.day,
        reverse=True,
    )
    context: dict[str, Any] = {
        "form": form,
        "key": fresh_key(),
        "latest": latest,
        "bare": latest is not None and not journal.entries,
        "found": found,
        "was_due": bool(results) and results[-1].due is not None,
        "state": state_in_words(found, asked_below=True),
        "took_place": took_place_in_words(found),
        "due": spoken_whole(found.due) if found.due and not found.is_late else "",
        "today": today_for(request.person),
        "told": dated_lines(told, home=journal.zone),
        **_head(latest),
        **choices(latest, form, today=today_for(request.person)),
        **notes_for(request),
    }
    return render(request, "follow_up.html", context, status=form.status)


def _head(latest: LatestResult | None) -> dict[str, str]:
    if latest is None:
        return {}
    table = f"urgency.{level_of(latest.assessment)}"
    table = "result.help_only" if latest.assessment.help_only else table
    level = load().text(f"{table}.title")
    return {"dated": spoken(latest.counts_from), "level": level}


@require_safe
def calendar(request: OwnRequest, of: str) -> HttpResponse:
    """Return one date as a file for a calendar."""
    content = calendar_day(person=request.person, of=of, now=datetime.now(UTC))
    headers = {"Content-Disposition": f'attachment; filename="{of}.ics"'}
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)
