"""The person's clock: the zone they live in and when their day ends, with what moves then."""

from collections.abc import Iterable
from typing import Final

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from myolog.journal.checks import zone_of
from myolog.journal.entries import Entry
from myolog.store.computer import zones_listed
from myolog.store.services.people import set_zone
from myolog.store.services.zones import Move, in_no_zone, is_unchosen, set_day_end, set_right
from myolog.web.forms.clock import ClockForm
from myolog.web.forms.writing import posted
from myolog.web.middleware.identity import OwnRequest
from myolog.web.notices import redirect_saying
from myolog.web.pages import BY, comparing, reassessed
from myolog.wording.entries import single_lines

SHOWN: Final = 10
"""Entries shown of those that would move."""


@require_http_methods(["GET", "HEAD", "POST"])
@comparing
def clock(request: OwnRequest) -> HttpResponse:
    """Show and change the zone and the end of the day; first show what was noted in no zone."""
    person = request.person
    form = ClockForm(posted(request), person)
    if not form.is_valid():
        return _page(request, form)
    zone, hour = form.wished()
    moves = in_no_zone(person, zone=zone) if is_unchosen(person) else ()
    then = form.cleaned_data["entries"]
    if moves and not then:
        return _moving(request, form, moves)
    if zone != person.zone or is_unchosen(person):
        set_zone(person=person, zone=zone, by=BY)
    if moves and then == "move":
        set_right(person=person, zone=zone, by=BY)
    if hour != person.day_ends_hour:
        set_day_end(person=person, day_ends_hour=hour, by=BY)
    reassessed(request)
    return redirect_saying(request, "changed", "settings")


def _page(request: OwnRequest, form: ClockForm) -> HttpResponse:
    context = {
        "unchosen": is_unchosen(request.person),
        "zones": zones_listed(),
        **form.carried,
    }
    return render(request, "clock.html", context, status=form.status)


def _moving(request: OwnRequest, form: ClockForm, moves: tuple[Move, ...]) -> HttpResponse:
    """Show what would move, before anything is changed."""
    zone, hour = form.wished()
    context = {
        **form.carried,
        "was": form.now,
        "zone": zone,
        "day_ends": hour,
        "n_moves": len(moves),
        "moves": tuple(_shown(moves[:SHOWN])),
        "more": len(moves) > SHOWN,
    }
    return render(request, "clock.html", context)


def _shown(moves: Iterable[Move]) -> Iterable[dict[str, str]]:
    for one in moves:
        (line,) = single_lines([one.before], home="UTC")
        yield {"what": line.text, "before": _stands(one.before), "after": _stands(one.after)}


def _stands(entry: Entry) -> str:
    """Say the date and the time that a clock showed."""
    if entry.moment is None:
        return entry.day.isoformat()
    return f"{entry.moment.astimezone(zone_of(getattr(entry, 'zone', 'UTC'))):%Y-%m-%d %H:%M}"
