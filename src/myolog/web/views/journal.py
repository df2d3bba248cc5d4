"""The journal: days newest first, one day with its entries, and deleting with a way back."""

from datetime import date
from typing import Final
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from myolog.attention.agenda import neighbours
from myolog.content.dates import spoken
from myolog.errors import NotFound, UserError
from myolog.journal.entries import ProfileFact
from myolog.journal.months import months_of
from myolog.store.selectors import (
    entries_of_day,
    journal_of,
    known_entry,
    levels_told,
    told_results,
)
from myolog.store.services.journal import delete_entry, restore_entry
from myolog.store.services.undoing import undo
from myolog.store.services.versions import settle
from myolog.triage.due import booked_on
from myolog.triage.history import told_by_day
from myolog.web.forms.month import weeks_asked
from myolog.web.forms.today import VersionForm
from myolog.web.help_here import help_for
from myolog.web.middleware.identity import OwnRequest
from myolog.web.moment import day_named, today_for
from myolog.web.notices import notes_for, redirect_saying
from myolog.web.pages import BY, reassessed
from myolog.web.way_back import address_back, led_back, search_carried, way_of
from myolog.wording.entries import single_lines
from myolog.wording.history import PastResult, history_in_words
from myolog.wording.kinds import Line
from myolog.wording.known_dates import roughly
from myolog.wording.places import Place
from myolog.wording.weeks import weeks_of


@require_safe
def journal(request: OwnRequest) -> HttpResponse:
    """Show four weeks of days, the newest unless the address names others."""
    found = journal_of(request.person)
    today = today_for(request.person)
    month, before = weeks_asked(request)
    story = found.story
    context = {
        "tab": "journal",
        "today": today,
        "shown": weeks_of(found, today=today, before=before, results=levels_told(request.person)),
        "later": before is not None,
        "months": months_of(one.day for one in found.entries if not isinstance(one, ProfileFact)),
        "month_shown": month,
        "story_since": roughly(story.onset_day, story.onset_precision) if story else "",
        "story_place": Place(story.first_site, story.first_side).yours if story else "",
        "here": "list",
        "view": "days",
        **notes_for(request),
    }
    return render(request, "journal.html", context)


@require_safe
def one_day(request: OwnRequest, day: str) -> HttpResponse:
    """Show everything noted for one day, each with a way to change or delete it."""
    which = day_named(day, today=date.max)
    today, way = today_for(request.person), way_of(request, "list")
    lines, facts = _lines(request, which)
    context = {
        "tab": "journal",
        "which": which,
        "dated": spoken(which),
        "is_past": which <= today,
        "beside": neighbours(which, today=today),
        "back_to_list": address_back(request, "list", which),
        "back_to_search": address_back(request, "find", which) if way == "find" else "",
        "carried": search_carried(request),
        "lines": lines,
        "facts": facts,
        "results": _results(request, which, today),
        "here": "day",
        **notes_for(request),
    }
    return render(request, "journal_day.html", context)


def _results(request: OwnRequest, day: date, today: date) -> tuple[PastResult, ...]:
    person, kept = request.person, journal_of(request.person)
    found = told_by_day(told_results(person, kept), kept, today=today).get(day, ())
    return history_in_words(found, numbers=help_for(request), home=person.zone, today=today)


FACTS_AT_ONCE: Final = 3
"""Facts about the person that stand among a day's entries; more of them share a fold."""


def _lines(request: OwnRequest, day: date) -> tuple[list[Line], tuple[Line, ...]]:
    """Return a day's entries in words, and apart the facts about the person that are folded."""
    entries = (*booked_on(journal_of(request.person), day), *entries_of_day(request.person, day))
    facts = [one for one in entries if isinstance(one, ProfileFact)]
    folded = facts if len(facts) > FACTS_AT_ONCE else []
    ids = {one.id for one in folded}
    results, home = levels_told(request.person), request.person.zone
    at_once = [one for one in entries if one.id not in ids]
    lines = sorted(single_lines(at_once, home=home, results=results), key=lambda line: line.aside)
    return lines, single_lines(folded, home=home)


@require_POST
def delete(request: OwnRequest, id: UUID) -> HttpResponse:
    """Take an entry out of the journal; the next page offers to bring it back."""
    known = known_entry(request.person, id)
    entry = known.now or known.shown
    if entry.id != str(id):
        return redirect_saying(request, "altered", "journal_day", entry.day)
    if known.now is not None:
        delete_entry(person=request.person, id=str(id), by=BY)
    reassessed(request)
    return redirect_saying(request, "gone", "journal_day", entry.day, entry=str(id))


@require_POST
def take_back(request: OwnRequest, id: UUID) -> HttpResponse:
    """Undo the write that brought an entry, whole; a second tap finds it done."""
    try:
        undo(person=request.person, id=str(id), by=BY)
    except UserError as refused:
        if refused.code != "nothing_to_undo":
            raise
    reassessed(request)
    return _undone(request, id)


def _undone(request: OwnRequest, id: UUID) -> HttpResponse:
    way = way_of(request, "today")
    try:
        day = known_entry(request.person, id).shown.day
    except NotFound:
        day = today_for(request.person)
    return led_back(request, "undone", way, day)


@require_POST
def restore(request: OwnRequest, id: UUID) -> HttpResponse:
    """Bring a deleted entry back."""
    entry = restore_entry(person=request.person, id=str(id), by=BY)
    reassessed(request)
    return redirect_saying(request, "restored", "journal_day", entry.day)


@require_POST
def version(request: OwnRequest, id: UUID) -> HttpResponse:
    """Let one of two versions of a day hold."""
    take = VersionForm.of(request).takes_other
    settle(person=request.person, id=str(id), take=take, by=BY)
    reassessed(request)
    return redirect_saying(request, "version", "today")
