"""Months and years: more or fewer than before, where and when, and two periods of one's choice."""

from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from myolog.charts import spans
from myolog.content.catalogue import load
from myolog.content.dates import spoken
from myolog.journal.spans import KINDS, Kind, Span, span_of
from myolog.patterns.change import Change, Past
from myolog.patterns.hours import hour_pattern
from myolog.store.long_rows import counted_of, journal_beside, timed_in
from myolog.store.month_rows import days_of_results
from myolog.web.forms.long_view import ENDS, PeriodsForm, kind_asked
from myolog.web.middleware.identity import OwnRequest
from myolog.web.moment import today_for
from myolog.wording.long_view import (
    change_words,
    how_worked_out,
    part_name,
    when_lines,
    where_lines,
    where_rows,
)


@require_safe
def long_view(request: OwnRequest) -> HttpResponse:
    """Show how the newest weeks, months or seasons compare, or two periods that were chosen."""
    until = today_for(request.person) - timedelta(days=1)
    past = Past(counted=counted_of(request.person, until), until=until)
    context: dict[str, Any] = {"tab": "journal", "view": "long", "through": spoken(until)}
    if not past.noted:
        return render(request, "long_view.html", context)
    kind, before = kind_asked(request, usual=past.usual_kind())
    form = PeriodsForm(request.GET, past=past)
    chosen = form.cleaned_data["periods"] if form.asked_for and form.is_valid() else None
    pair = chosen or past.newest_two(kind)
    change = past.compare(*pair)
    context |= _answered(request, change)
    context |= _over_time(request, past, kind, before, pair)
    context |= {
        "by": kind,
        "kinds": tuple((one, load().template(f"page.long.{one}")) for one in KINDS),
        "chosen": chosen is not None,
        "problem": form.problem if form.asked_for and chosen is None else "",
        "typed": {name: request.GET.get(name, "") for name in ENDS},
        "year_ago": None if chosen or kind == "weeks" else _year_ago(past, pair[1], kind),
    }
    return render(request, "long_view.html", context, status=400 if context["problem"] else 200)


def _answered(request: OwnRequest, change: Change) -> dict[str, Any]:
    both = (change.earlier.span, change.later.span)
    timed = timed_in(request.person, *both)
    found = [hour_pattern(timed.part(one.first, one.last), today=one.last) for one in both]
    return {
        "answer": change_words(change),
        "how": how_worked_out(change),
        "where": where_rows(change),
        "where_lines": where_lines(change),
        "names": (part_name(change.earlier), part_name(change.later)),
        "when": when_lines(change, *found),
    }


def _over_time(
    request: OwnRequest, past: Past, kind: Kind, before: date | None, pair: tuple[Span, Span]
) -> dict[str, Any]:
    window = past.window(kind, before=before)
    first, last = window.spans[0].first, past.passed(window.spans[-1]).last
    view = spans.long_view(
        past,
        window.spans,
        kind=kind,
        beside=journal_beside(request.person, past.until),
        results=days_of_results(request.person, first, last),
        compared=pair,
    )
    return {"chart": spans.chart(view), "older": window.older, "newer": window.newer}


def _year_ago(past: Past, later: Span, kind: Kind) -> str | None:
    """Return the address that compares a span with the one a year before; None without a note."""
    earlier = span_of(later.first.replace(year=later.first.year - 1), kind)
    if not past.counted.told(earlier.first, earlier.last):
        return None
    now = past.passed(later)
    ends = (earlier.first, earlier.last, now.first, now.last)
    told = {name: day.isoformat() for name, day in zip(ENDS, ends, strict=True)}
    return f"{reverse('long_view')}?{urlencode({'by': kind, **told})}"
