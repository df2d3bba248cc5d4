"""Changing a visit that was told: its day, with whom, what was said, and the next one.

As with a twitch, the address names the version the form was made from: what two windows changed is
asked about, the rest is joined, and what was deleted meanwhile can be noted anew.
"""

from dataclasses import replace
from functools import partial
from typing import Final, TypeGuard
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from myolog.content.catalogue import load
from myolog.journal.entries import Entry
from myolog.journal.records import Examination
from myolog.journal.visits import Visit
from myolog.store.selectors import known_entry, told_results
from myolog.store.services.care import current_result
from myolog.store.services.corrections import correct_entry
from myolog.store.services.journal import log_entry
from myolog.vocabulary.visits import VISIT
from myolog.web.forms.visit import VisitForm
from myolog.web.forms.writing import fresh_key, posted
from myolog.web.middleware.identity import OwnRequest
from myolog.web.moment import now_for, today_for
from myolog.web.notices import redirect_saying
from myolog.web.pages import BY, comparing, reassessed, sentence
from myolog.web.visit_page import choices
from myolog.web.way_back import address_back, day_opened, led_back, way_of
from myolog.wording.entries import single_lines

MISSED: Final = "missed"

Told = Visit | Examination


@require_http_methods(["GET", "HEAD", "POST"])
@comparing
def change(request: OwnRequest, id: UUID) -> HttpResponse:
    """Change a visit that was booked or told, or a reminder of one."""
    shown, now = _versions(request, id)
    way, day = way_of(request, "visit"), day_opened(request, shown.day)
    entry, sent = now or shown, posted(request)
    if sent is None and entry.id != shown.id:
        return redirect("visit", entry.id)
    form = VisitForm(
        sent,
        entry,
        partial(_said, request, entry),
        is_gone=now is None,
        results=told_results(request.person),
    )
    if form.is_valid():
        changed = form.entry(today=today_for(request.person))
        if now is not None and changed == _bare(now):
            return redirect(address_back(request, way, day))
        stored = changed and form.refusal_in(lambda: _store(request, form, changed, now))
        if stored:
            reassessed(request)
            return led_back(request, "visit", way, day, entry=str(stored.id))
    latest = current_result(person=request.person, by=BY, now=now_for(request.person))
    today = today_for(request.person)
    context = {
        **form.carried,
        "key": fresh_key(),
        "entry": entry,
        "back": way,
        "opened": day,
        "leave": address_back(request, way, day),
        "gone": now is None,
        "line": single_lines([entry], home=request.person.zone)[0],
        "today": today,
        **choices(latest, form, today=today),
    }
    lost = now is None and sent is not None and not form.is_bound
    return render(request, "visit.html", context, status=409 if lost else form.status)


@require_POST
@comparing
def missed(request: OwnRequest, id: UUID) -> HttpResponse:
    """Note that a visit that was booked did not take place; a second tap finds it noted."""
    now = known_entry(request.person, id).now
    if not isinstance(now, Visit):
        raise sentence("not_found")
    if now.event != MISSED:
        entry = replace(now, id=None, event=MISSED)
        now = correct_entry(person=request.person, id=str(now.id), entry=entry, by=BY)
        reassessed(request)
    return redirect_saying(request, "visit", "follow_up", entry=str(now.id))


def _versions(request: OwnRequest, id: UUID) -> tuple[Told, Told | None]:
    """Return the entry as the form showed it, and as it is now."""
    known = known_entry(request.person, id)
    if not _is_visit(known.shown):
        raise sentence("not_found")
    return known.shown, known.now if _is_visit(known.now) else None


def _is_visit(entry: object) -> TypeGuard[Told]:
    is_seen = isinstance(entry, Examination) and entry.what == VISIT
    return is_seen or (isinstance(entry, Visit) and entry.event != MISSED)


def _bare(entry: Told) -> Told:
    return replace(entry, id=None)


def _store(request: OwnRequest, form: VisitForm, changed: Told, now: Told | None) -> Entry:
    if now is None:
        key = form.write_key
        return log_entry(person=request.person, entry=changed, by=BY, idempotency_key=key)
    return correct_entry(person=request.person, id=str(now.id), entry=changed, by=BY)


def _said(request: OwnRequest, entry: Told, name: str, text: str) -> str:
    """Return what the whole entry says by now, whichever of its fields was overtaken."""
    del name, text
    (line,) = single_lines([entry], home=request.person.zone)
    said = (line.text, line.at_right, line.more, line.note)
    return load().text("page.journal.now_says", entry=", ".join(filter(None, said)))
