"""Finding entries of the journal; every hit leads to its day, and from there back to the search."""

from collections import Counter
from collections.abc import Iterable
from math import ceil
from typing import Any, Final
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from myolog.content.dates import month_and_year
from myolog.content.day_typed import days_named, month_alone
from myolog.content.languages import capital
from myolog.journal.entries import ACCOMPANIED, DayTally, Entry, Episode
from myolog.journal.model import Journal
from myolog.store.selectors import journal_of, levels_told
from myolog.web.forms.find import KINDS, FindForm, PageForm
from myolog.web.middleware.identity import OwnRequest
from myolog.web.moment import today_for
from myolog.wording.entries import single_lines
from myolog.wording.kinds import signs_in_words, suspects_in_words
from myolog.wording.lookup import (
    Wanted,
    excerpt,
    found_in,
    kind_name,
    offers,
    parts_in_words,
)
from myolog.wording.places import Place

A_PAGE: Final = 30


@require_safe
def find(request: OwnRequest) -> HttpResponse:
    """Show what fits; a date alone leads to its day, a month to that month."""
    journal, form = journal_of(request.person), FindForm(request.GET)
    context: dict[str, Any] = {"tab": "journal", "form": form, "choices": _choices(journal, form)}
    if not form.is_valid():
        return render(request, "find.html", context, status=400)
    wanted = form.wanted
    if address := _address_of_day(request, wanted):
        return redirect(address)
    if wanted.parts:
        context |= _found(request, journal, form, wanted)
    month = month_alone(wanted.words, today=today_for(request.person))
    if month is not None:
        address = f"{reverse('month')}?month={month:%Y-%m}"
        if wanted.parts == ("words",) and not context["n_found"]:
            return redirect(address)
        context |= {"to_month": address, "month_named": month_and_year(month)}
    return render(request, "find.html", context)


def _address_of_day(request: OwnRequest, wanted: Wanted) -> str:
    today = today_for(request.person)
    named = days_named(wanted.words, today=today)
    if named is None or named[0] > today:
        return ""
    first, last = named
    if first == last:
        return reverse("journal_day", args=(first,))
    return f"{reverse('month')}?month={first:%Y-%m}"


def _found(request: OwnRequest, journal: Journal, form: FindForm, wanted: Wanted) -> dict[str, Any]:
    entries = found_in(journal, wanted)
    n_pages = ceil(len(entries) / A_PAGE)
    page = PageForm(request.GET).within(n_pages)
    shown = entries[(page - 1) * A_PAGE : page * A_PAGE]
    query = form.address_of(wanted)
    here = urlencode(query | ({"page": str(page)} if page > 1 else {}))
    return {
        "searched": tuple(parts_in_words(wanted).values()),
        "narrowed": wanted.without("words").parts,
        "n_found": len(entries),
        "hits": _hits(request, shown, wanted),
        "back_query": urlencode({"back": "find", "find": here}),
        "page": page,
        "n_pages": n_pages,
        "earlier": urlencode(query | {"page": str(page + 1)}) if page < n_pages else "",
        "later": urlencode(query | {"page": str(page - 1)}) if page > 1 else "",
        "offers": () if entries else _offers(journal, form, wanted),
    }


def _hits(
    request: OwnRequest, entries: Iterable[Entry], wanted: Wanted
) -> tuple[dict[str, Any], ...]:
    results = levels_told(request.person)
    return tuple(
        {"day": entry.day, "line": line, "note": excerpt(line.note, wanted.words)}
        for entry in entries
        for line in single_lines([entry], home=request.person.zone, results=results)
    )


def _offers(journal: Journal, form: FindForm, wanted: Wanted) -> tuple[dict[str, Any], ...]:
    return tuple(
        {"offer": one, "query": urlencode(form.address_of(wanted.without(one.part)))}
        for one in offers(journal, wanted)
    )


def _choices(journal: Journal, form: FindForm) -> dict[str, list[tuple[str, str]]]:
    """Return what can be chosen: what the journal has, and what the address names."""
    places = Counter(
        Place(entry.site, side).word
        for entry in journal.of(Episode) + journal.of(DayTally)
        for side in dict.fromkeys((None, entry.side))
    )
    causes = Counter(cause for entry in journal.of(Episode) for cause in entry.suspected)
    causes.update([str(form["cause"].value() or "")])
    has = {entry.kind for entry in journal.entries} | {form["kind"].value()}
    return {
        "place": [(word, capital(Place.read(word).name)) for word in sorted(places)],
        "sign": [(sign, capital(signs_in_words((sign,)))) for sign in ACCOMPANIED],
        "cause": [(one, capital(suspects_in_words((one,)))) for one in sorted(causes) if one],
        "kind": [(kind, kind_name(kind)) for kind in KINDS if kind in has],
    }
