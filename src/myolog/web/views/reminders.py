"""Reminders: their times, a file for a calendar, and an address that a calendar can follow."""

from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from myolog.content.catalogue import load
from myolog.content.languages import speaking
from myolog.content.problems import problem_in_words
from myolog.errors import UserError
from myolog.programme.record import OFF
from myolog.programme.steps import STEPS
from myolog.store.services.access import has_feed, new_feed_secret, person_of_feed, revoke_feed
from myolog.store.services.people import language_of
from myolog.store.services.reminders import calendar_of, reminder_times, set_reminders
from myolog.web.guard import OwnRequest
from myolog.web.moment import now_for
from myolog.web.pages import BY, sentence
from myolog.web.views.today import notes_for

CALENDAR = "text/calendar; charset=utf-8"


@require_http_methods(["GET", "HEAD", "POST"])
def reminders(request: OwnRequest) -> HttpResponse:
    """Show the times, and change them from today on."""
    set_now = reminder_times(person=request.person, now=now_for(request.person))
    if request.method != "POST":
        return _page(request, set_now)
    typed = {code: request.POST.get(code, "").strip() for code in STEPS}
    changed = {code: time or OFF for code, time in typed.items() if time != set_now.get(code, "")}
    try:
        set_reminders(person=request.person, times=changed, by=BY)
    except UserError as refused:
        return _page(request, typed, problem=problem_in_words(refused))
    return HttpResponseRedirect("/programme/reminders/?changed=1")


def _page(
    request: OwnRequest, times: dict[str, str], *, problem: str = "", address: str = ""
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
                "time": times.get(code, ""),
            }
            for code in STEPS
        ],
        "has_feed": has_feed(request.person, now=datetime.now(UTC)),
        **notes_for(request),
    }
    return render(request, "reminders.html", context, status=400 if problem else 200)


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
        return HttpResponseRedirect("/programme/reminders/?changed=1")
    secret = new_feed_secret(person=request.person, by=BY, now=now)
    made = request.build_absolute_uri(f"/calendar/{secret}.ics")
    times = reminder_times(person=request.person, now=now_for(request.person))
    return _page(request, times, address=made)


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
