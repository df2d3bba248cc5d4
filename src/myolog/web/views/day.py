"""The look back on a whole day, and "none today"."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from myolog.attention.agenda import Agenda, agenda_of, neighbours
from myolog.content.catalogue import load
from myolog.content.dates import spoken, spoken_whole
from myolog.content.problems import problem_in_words
from myolog.errors import UserError
from myolog.journal.entries import Episode, NoneToday, tells_twitch
from myolog.journal.model import Journal
from myolog.journal.subject import subject_of
from myolog.store.selectors import journal_of
from myolog.store.services.journal import log_entries
from myolog.store.services.versions import is_asked_about
from myolog.vocabulary.drinks import Drink
from myolog.vocabulary.exposures import Exposure, exposure
from myolog.vocabulary.own import is_own
from myolog.web.forms.day import DayAskedForm, DayForm
from myolog.web.forms.day_fields import drinks_for, is_shown_at_once, typed_fields
from myolog.web.forms.day_now import QUICK, fields_of, noted_in_words
from myolog.web.forms.place import AddPlaceForm
from myolog.web.forms.today import NoneTodayForm
from myolog.web.forms.writing import fresh_key, posted
from myolog.web.middleware.identity import OwnRequest
from myolog.web.moment import today_for
from myolog.web.notices import notes_for, redirect_saying
from myolog.web.outbox import day_meant, is_sent_later, seen_by
from myolog.web.pages import BY, comparing, reassessed
from myolog.web.sure import must_ask
from myolog.web.way_back import address_back, led_back, way_of
from myolog.wording.day_lines import values_told
from myolog.wording.places import offered, site_options


@require_http_methods(["GET", "HEAD", "POST"])
@comparing
def day(request: OwnRequest) -> HttpResponse:
    """Ask about one day, today unless the address names another, and store what was changed."""
    sent = posted(request)
    which = day_meant(request)
    journal = journal_of(request.person)
    asked = DayAskedForm(sent, is_late=is_sent_later(request))
    form = DayForm(
        sent,
        journal,
        which,
        asked.places or offered(_agenda(request, journal, which).places),
        asks=seen_by(request) is None,
        saves=asked.saves,
    )
    more = AddPlaceForm(sent if asked.adds else None, prefix="add")
    if more.is_valid() and more.place is not None:
        form.add_places([more.place])
    form.bump(asked.bumped)
    if form.is_valid() and not must_ask(request, (*form.changes.entries, *form.sums)):
        answer = _stored(request, form, asked)
        if answer is not None:
            return answer
    return _page(request, form, more, leaves_place=asked.leaves_place)


def _agenda(request: OwnRequest, journal: Journal, which: date) -> Agenda:
    return agenda_of(journal, which, seed=request.person.id.int)


def _stored(request: OwnRequest, form: DayForm, asked: DayAskedForm) -> HttpResponse | None:
    """Store what was changed; None where it is refused, and the form says why."""
    changes, journal = form.changes, form.journal
    if not changes:
        return _saved(request, form.day, asked)
    sent = sorted((name, text) for name, text in form.shown.data.items() if name not in APART)
    try:
        stored = log_entries(
            person=request.person,
            entries=changes.entries,
            cups=changes.cups,
            untold=changes.untold,
            sent=sent,
            by=BY,
            idempotency_key=form.write_key,
            seen=seen_by(request),
        )
    except UserError as refused:
        if refused.code == "idempotency_key_reused":
            now = fields_of(journal_of(request.person), form.day)
            form.show_over(now, overtaken=load().text("page.day.sent_before"))
        else:
            form.add_error(None, problem_in_words(refused))
        return None
    reassessed(request)
    request.asked_no_more = form.asked_no_more  # type: ignore[attr-defined]
    if is_asked_about(request.person, [entry.id for entry in stored]):
        return redirect_saying(request, "aside", "today")
    known = {entry.id for entry in journal.entries}
    new = [str(entry.id) for entry in stored if entry.id not in known]
    gone = [str(one.id) for one in journal.entries if (one.kind, one.slot) in changes.untold]
    return _saved(request, form.day, asked, *new, *gone)


APART: Final = ("csrfmiddlewaretoken", "key", "save", "back")
"""Fields that say nothing of the day."""


def _saved(request: OwnRequest, which: date, asked: DayAskedForm, *written: str) -> HttpResponse:
    """Lead on, or to where the day was opened from; the page there offers to take this back."""
    today, entry = today_for(request.person), next(iter(written), "")
    code = "day" if entry or which == today else "changed"
    after = neighbours(which, today=today).after
    if asked.stays:
        return led_back(request, asked.tapped, "form", which, entry=entry)
    if asked.goes_on and after is not None:
        return led_back(request, code, "form", after, entry=entry)
    return led_back(request, code, _way(request, which), which, entry=entry)


def _way(request: OwnRequest, which: date) -> str:
    """Return where the day was opened from: today's from Today, others from the journal."""
    return way_of(request, "today" if which == today_for(request.person) else "list")


def _page(
    request: OwnRequest, form: DayForm, more: AddPlaceForm, *, leaves_place: bool
) -> HttpResponse:
    today, journal = today_for(request.person), form.journal
    of_day = journal.between(form.day, form.day)
    way, filled_in = _way(request, form.day), form.taken_over
    context = {
        **form.carried,
        "here": "form",
        **notes_for(request),
        "more": more,
        "leaves_place": leaves_place and not more.errors,
        "back": way,
        "way_out": address_back(request, way, form.day),
        "leave": f"{reverse('day')}?date={form.day}&back={way}",
        "beside": neighbours(form.day, today=today),
        "twitched": any(tells_twitch(entry) for entry in of_day),
        "has_none": any(isinstance(entry, NoneToday) for entry in of_day),
        "key": fresh_key(),
        "which": form.day,
        "is_today": form.day == today,
        "dated": _dated(form.day, today=today),
        "days_ago": (today - form.day).days,
        "today": today,
        "places": tuple(_place_row(form, name) for name in form.places),
        **_asked(form, _codes(request, form), is_today=form.day == today),
        "noted": noted_in_words(journal, form.day),
        "before": values_told(filled_in),
        "parts": site_options(),
    }
    return render(request, "day.html", context, status=400 if leaves_place else form.status)


def _codes(request: OwnRequest, form: DayForm) -> tuple[str, ...]:
    """Return what is asked about: what is tracked, and own things that were told."""
    asked = _agenda(request, form.journal, form.day).exposures
    told = form.journal.exposures_told.get(form.day, {})
    return tuple(dict.fromkeys((*asked, *filter(is_own, told), *form.told_own)))


def _dated(day: date, *, today: date) -> str:
    return spoken(day) if day.year == today.year else spoken_whole(day)


def _asked(form: DayForm, codes: tuple[str, ...], *, is_today: bool) -> dict[str, Any]:
    """Return the questions about what the person keeps track of, and nothing else."""
    to_child = subject_of(form.journal, form.day).is_child
    drinks = {one: is_shown_at_once(one, to_child=to_child) for one in drinks_for(codes)}
    also, exactly = typed_fields(codes)
    more_drinks = tuple(_row(form, one) for one, at_once in drinks.items() if not at_once)
    numbers = tuple(_row(form, one) for one in exactly)
    return {
        "drinks": tuple(_row(form, one) for one, at_once in drinks.items() if at_once),
        "more_drinks": more_drinks,
        "more_drinks_told": any(_is_told(form, row) for row in more_drinks),
        "fluid": "water_ml" in codes,
        "quick": tuple(
            {
                "name": name,
                "question": load().template(
                    f"page.day.ask_{name}" if is_today else f"page.day.asked_{name}"
                ),
                "choices": _choices(name, choices, form),
            }
            for name, (code, choices) in QUICK.items()
            if code in codes
        ),
        "also": tuple(_row(form, one) for one in also),
        "exactly": numbers,
        "exactly_told": any(_is_told(form, row) for row in numbers),
    }


def _place_row(form: DayForm, name: str) -> dict[str, Any]:
    place, chosen = form.places[name], form[name].value() or ""
    single = sum(
        1
        for entry in form.journal.between(form.day, form.day)
        if isinstance(entry, Episode) and (entry.site, entry.side) == (place.site, place.side)
    )
    counts = (chosen, form.was.get(name, ""))
    return {
        "place": place,
        "chosen": chosen,
        "count": next((told for told in counts if told.isdigit()), ""),
        "episodes": single,
    }


def _row(form: DayForm, what: Drink | Exposure) -> dict[str, Any]:
    """Return the field of a drink, or of a value that is typed."""
    kind, name = ("drink", "drink") if isinstance(what, Drink) else ("exposure", "value")
    also = load().labels("page.day").get(f"also_{what.code}", "") if kind == "drink" else ""
    own = kind == "exposure" and is_own(what.code) and exposure(what.code).kind == "amount"
    return {
        kind: what,
        "field": form[f"{name}:{what.code}"],
        "also": also,
        "own_amount": own,
        "off": what.code in form.shifts[-1:],
    }


def _is_told(form: DayForm, row: dict[str, Any]) -> bool:
    """Say whether a row holds something that the person has typed and no fold may hide."""
    field = row["field"]
    return bool(field.errors or (field.value() and form.shown.touched(field.name)))


def _choices(name: str, choices: Mapping[str, int], form: DayForm) -> tuple[dict[str, Any], ...]:
    words = load().labels("page.day")
    chosen = form[name].value()
    return tuple(
        {"code": code, "name": words[f"{name}_{code}"], "chosen": code == chosen}
        for code in choices
    )


@require_POST
def none_today(request: OwnRequest) -> HttpResponse:
    """Store that the person looked back on today and noticed no twitch."""
    key = NoneTodayForm.of(request).write_key
    entry = NoneToday(day=day_meant(request))
    stored, *_ = log_entries(
        person=request.person,
        entries=(entry,),
        by=BY,
        idempotency_key=key,
        seen=seen_by(request),
    )
    reassessed(request)
    return redirect_saying(request, "none", "today", entry=str(stored.id))
