"""Reminders: their times, a file for a calendar, and an address that a calendar can follow."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from myolog.content.catalogue import load
from myolog.content.languages import speaking
from myolog.content.problems import problem_in_words
from myolog.errors import UserError
from myolog.programme.record import OFF
from myolog.programme.steps import STEPS
from myolog.store.services.access import has_feed, new_feed_secret, person_of_feed, revoke_feed
from myolog.store.services.people import language_of
from myolog.store.services.reminders import (
    calendar_of,
    reminder_times,
    reminders_rest,
    set_reminders,
)
from myolog.web.middleware.identity import OwnRequest
from myolog.web.moment import now_for
from myolog.web.notices import notes_for, redirect_saying
from myolog.web.pages import BY, sentence
from myolog.web.shown import Shown, now_says

CALENDAR = "text/calendar; charset=utf-8"


@require_http_methods(["GET", "HEAD", "POST"])
def reminders(request: OwnRequest) -> HttpResponse:
    """Show the times, and change them from today on."""
    set_now = reminder_times(person=request.person, now=now_for(request.person))
    shown = Shown.of(request.POST)
    overtaken = shown.overtaken(set_now, _said)
    if request.method != "POST" or overtaken:
        page = shown.to_show(set_now, overtaken=overtaken)
        return _page(request, page, status=409 if overtaken else 200)
    typed = shown.merged(set_now)
    times = {code: typed.get(code, "").strip() for code in STEPS}
    changed = {code: time or OFF for code, time in times.items() if time != set_now.get(code, "")}
    try:
        set_reminders(person=request.person, times=changed, by=BY)
    except UserError as refused:
        page = shown.to_show(set_now, refused=True)
        return _page(request, page, problem=problem_in_words(refused), status=400)
    return redirect_saying(request, "changed", "reminders")


def _said(code: str, time: str) -> str:
    return now_says(load().text(f"thing.{code}.short"), time)


def _page(
    request: OwnRequest,
    page: Mapping[str, Any],
    *,
    problem: str = "",
    address: str = "",
    status: int = 200,
) -> HttpResponse:
    words = load()
    context: dict[str, Any] = {
        "problem": problem,
        "address": address,
        "steps": [
            {
                "code": code,
                "name": words.text(f"thing.{code}.short"),
                "shown": words.text(f"reminder.{code}"),
                "time": page["data"].get(code, ""),
            }
            for code in STEPS
        ],
        "rests": reminders_rest(person=request.person, now=now_for(request.person)),
        "has_feed": has_feed(request.person, now=datetime.now(UTC)),
        **page,
        **notes_for(request),
    }
    return render(request, "reminders.html", context, status=status)


@require_safe
def file(request: OwnRequest) -> HttpResponse:
    """Return the reminders as a file for a calendar."""
    content = calendar_of(person=request.person, now=datetime.now(UTC), required=True)
    headers = {"Content-Disposition": 'attachment; filename="reminders.ics"'}
    return HttpResponse(content, content_type=CALENDAR, headers=headers)


@require_POST
def address(request: OwnRequest) -> HttpResponse:
    """Make a new address for a calendar and show it once, or take the one there is away."""
    now = datetime.now(UTC)
    if request.POST.get("act") != "make":
        revoke_feed(person=request.person, by=BY, now=now)
        return redirect_saying(request, "changed", "reminders")
    secret = new_feed_secret(person=request.person, by=BY, now=now)
    made = request.build_absolute_uri(reverse("calendar", args=[secret]))
    times = reminder_times(person=request.person, now=now_for(request.person))
    return _page(request, Shown({}).to_show(times), address=made)


@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """Show the reminders to a calendar that knows the secret address."""
    del request
    now = datetime.now(UTC)
    person = person_of_feed(secret, now=now)
    if person is None:
        raise sentence("not_found")
    with speaking(language_of(person)):
        return HttpResponse(calendar_of(person=person, now=now), content_type=CALENDAR)
