"""The person's clock: the zone they live in and when their day ends, with what moves then."""

from collections.abc import Iterable
from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from myolog.content.catalogue import load
from myolog.content.problems import problem_in_words
from myolog.errors import UserError
from myolog.journal.checks import zone_of
from myolog.journal.entries import Entry
from myolog.journal.instants import LATEST_END
from myolog.store.computer import zone_meant
from myolog.store.services.people import set_zone
from myolog.store.services.zones import Move, in_no_zone, is_unchosen, set_day_end, set_right
from myolog.web.middleware.identity import OwnRequest
from myolog.web.notices import redirect_saying
from myolog.web.pages import BY, reassessed
from myolog.web.shown import Shown, now_says
from myolog.wording.entries import single_lines

SHOWN: Final = 10
"""Entries shown of those that would move."""

_HOURS: Final = frozenset(map(str, range(LATEST_END + 1)))


@require_http_methods(["GET", "HEAD", "POST"])
def clock(request: OwnRequest) -> HttpResponse:
    """Show and change the zone and the end of the day; first show what was noted in no zone."""
    now = {"zone": request.person.zone, "day_ends": str(request.person.day_ends_hour)}
    shown = Shown.of(request.POST)
    overtaken = shown.overtaken(now, _said)
    if request.method != "POST" or overtaken:
        page = shown.to_show(now, overtaken=overtaken)
        return _page(request, page, status=409 if overtaken else 200)
    data = now | shown.merged(now)
    try:
        zone = zone_meant(data["zone"].strip() or request.person.zone)
        hour = int(data["day_ends"])
    except (UserError, ValueError) as wrong:
        problem = problem_in_words(wrong) if isinstance(wrong, UserError) else ""
        refused = shown.to_show(now, refused=True)
        return _page(request, refused, problem=problem, status=400)
    moves = in_no_zone(request.person, zone=zone) if is_unchosen(request.person) else ()
    if moves and "entries" not in request.POST:
        page = shown.to_show(now) | {"data": {"zone": zone, "day_ends": str(hour)}}
        return _page(request, page, moves=moves)
    if zone != request.person.zone or is_unchosen(request.person):
        set_zone(person=request.person, zone=zone, by=BY)
    if moves and request.POST.get("entries") == "move":
        set_right(person=request.person, zone=zone, by=BY)
    if hour != request.person.day_ends_hour:
        set_day_end(person=request.person, day_ends_hour=hour, by=BY)
    reassessed(request)
    return redirect_saying(request, "changed", "settings")


def _said(name: str, text: str) -> str:
    words = load()
    if name == "zone":
        return now_says(words.text("page.settings.zone"), text)
    ends = f"{text}:00" if text != "0" else words.text("page.time.midnight")
    return now_says(words.text("page.time.day_ends"), ends)


def _page(
    request: OwnRequest,
    page: dict[str, Any],
    *,
    moves: tuple[Move, ...] = (),
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    person = request.person
    told = page["data"].get("day_ends", "")
    context: dict[str, Any] = {
        **page,
        "zone": page["data"].get("zone", person.zone),
        "unchosen": is_unchosen(person),
        "hours": range(LATEST_END + 1),
        "day_ends": int(told) if told in _HOURS else person.day_ends_hour,
        "problem": problem,
        "n_moves": len(moves),
        "moves": tuple(_shown(moves[:SHOWN])),
        "more": len(moves) > SHOWN,
    }
    return render(request, "clock.html", context, status=status)


def _shown(moves: Iterable[Move]) -> Iterable[dict[str, str]]:
    for one in moves:
        (line,) = single_lines([one.before], home="UTC")
        yield {"what": line.text, "before": _stands(one.before), "after": _stands(one.after)}


def _stands(entry: Entry) -> str:
    """Say the date and the time that a clock showed."""
    if entry.moment is None:
        return entry.day.isoformat()
    return f"{entry.moment.astimezone(zone_of(getattr(entry, 'zone', 'UTC'))):%Y-%m-%d %H:%M}"
