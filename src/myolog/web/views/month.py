"""A month of the journal: each day a link, the chosen one told beside or below."""

from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from myolog.content.dates import month_and_year, spoken
from myolog.journal.checks import FIRST_DAY, day_ahead
from myolog.journal.entries import ProfileFact
from myolog.journal.model import Journal
from myolog.journal.months import MonthDay, last_of_month, month_days, months_of
from myolog.journal.records import TriageAnswers
from myolog.store.month_rows import days_noted, days_of_results, journal_of_days
from myolog.store.selectors import levels_told
from myolog.triage.due import days_of_visits
from myolog.web.forms.month import month_asked
from myolog.web.middleware.identity import OwnRequest
from myolog.web.moment import now_for, today_for
from myolog.web.notices import notes_for
from myolog.wording.day_lines import lines_of
from myolog.wording.months import amounts_in_words, day_told, month_told, told_of

WEEK = 7


@require_safe
def month(request: OwnRequest) -> HttpResponse:
    """Show one month; the one of today unless the address names another, or a day of it.

    Months to come can be looked at as far as a visit is booked; nothing is told in them.
    """
    today, now = today_for(request.person), now_for(request.person)
    shown, chosen = month_asked(request, today=today)
    first, last = shown.replace(day=1), last_of_month(shown)
    journal = journal_of_days(request.person, first, last)
    booked = days_of_visits(journal, today)
    reach = max(booked | {today})
    if first > reach:
        raise day_ahead(first)
    results = days_of_results(request.person, first, last)
    days = month_days(journal, shown, today=today, results=results, booked=booked)
    after = last + timedelta(days=1)
    context = {
        "tab": "journal",
        "here": "month",
        "view": "month",
        "today": today,
        "named": month_and_year(first),
        "weekdays": tuple(first - timedelta(days=first.weekday() - n) for n in range(WEEK)),
        "weeks": _weeks(days, today=today),
        "months": months_of(days_noted(request.person)),
        "month_shown": first,
        "before": first - timedelta(days=1) if first > FIRST_DAY else None,
        "after": after if after <= reach else None,
        "amounts": amounts_in_words(),
        "kept_at": f"{spoken(now.date())}, {now:%H:%M}",
        **notes_for(request),
    }
    if first <= today:
        chosen = chosen or _newest(days, today)
        context |= {
            "chosen": chosen,
            "dated": spoken(chosen),
            "told": told_of(days[chosen.day - 1]),
            "lines": _lines(request, journal, chosen),
            "more_results": _has_more(journal, chosen, n_results=results[chosen]),
            "sum": month_told(days, today=today),
        }
    return render(request, "month.html", context)


def _newest(days: tuple[MonthDay, ...], today: date) -> date:
    """Return the day to open with: today, or the newest day of the month that tells something."""
    past = [one for one in days if one.day <= today]
    if past[-1].day == today:
        return today
    return next((one.day for one in reversed(past) if one.noted), past[-1].day)


def _weeks(
    days: tuple[MonthDay, ...], *, today: date
) -> tuple[tuple[dict[str, Any] | None, ...], ...]:
    """Return the rows of the table, Monday first; None outside the month."""
    cells: list[dict[str, Any] | None] = [None] * days[0].day.weekday()
    cells += [{"one": one, "told": day_told(one, today=today)} for one in days]
    cells += [None] * (-len(cells) % WEEK)
    return tuple(tuple(cells[at : at + WEEK]) for at in range(0, len(cells), WEEK))


def _has_more(journal: Journal, day: date, *, n_results: int) -> bool:
    """Say whether a day had results that no check among its entries tells."""
    checks = [one for one in journal.between(day, day) if isinstance(one, TriageAnswers)]
    return n_results > len(checks)


def _lines(request: OwnRequest, journal: Journal, day: date) -> tuple[Any, ...]:
    entries = [one for one in journal.between(day, day) if not isinstance(one, ProfileFact)]
    return lines_of(entries, home=request.person.zone, results=levels_told(request.person))
