"""Reminders: their times, a file for a calendar, and an address that a calendar can follow."""

from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from myolog.content.catalogue import load
from myolog.content.languages import speaking
from myolog.store.services.access import has_feed, new_feed_secret, person_of_feed, revoke_feed
from myolog.store.services.people import language_of
from myolog.store.services.reminders import (
    Choices,
    calendar_of,
    reminder_choices,
    set_reminders,
)
from myolog.web.forms.reminders import AddressForm, RemindersForm
from myolog.web.forms.writing import posted
from myolog.web.middleware.identity import OwnRequest
from myolog.web.moment import now_for
from myolog.web.notices import notes_for, redirect_saying
from myolog.web.pages import BY, comparing, sentence

CALENDAR = "text/calendar; charset=utf-8"


@require_http_methods(["GET", "HEAD", "POST"])
@comparing
def reminders(request: OwnRequest) -> HttpResponse:
    """Show the times, and change them from today on."""
    choices = _choices(request)
    form = RemindersForm(posted(request), choices)
    if form.is_valid() and _stored(request, form):
        return redirect_saying(request, "changed", "reminders")
    return _page(request, form, choices)


def _choices(request: OwnRequest) -> Choices:
    return reminder_choices(person=request.person, now=now_for(request.person))


def _stored(request: OwnRequest, form: RemindersForm) -> bool:
    times, facts = form.changed(), form.facts
    form.refusal_in(lambda: set_reminders(person=request.person, times=times, facts=facts, by=BY))
    return not form.errors


def _page(
    request: OwnRequest, form: RemindersForm, choices: Choices, *, address: str = ""
) -> HttpResponse:
    words = load()
    context: dict[str, Any] = {
        "address": address,
        "rests": choices.rest,
        "shown_day": words.text("reminder.day"),
        "shown_week": words.text("reminder.week"),
        "has_file": choices.rings or (choices.steps and not choices.rest),
        "has_feed": has_feed(request.person, now=datetime.now(UTC)),
        **form.carried,
        **notes_for(request),
    }
    return render(request, "reminders.html", context, status=form.status)


@require_safe
def file(request: OwnRequest) -> HttpResponse:
    """Return the reminders as a file for a calendar."""
    content = calendar_of(person=request.person, now=datetime.now(UTC), follows=False)
    name = load().text("page.reminders.file_name")
    headers = {"Content-Disposition": f'attachment; filename="{name}.ics"'}
    return HttpResponse(content, content_type=CALENDAR, headers=headers)


@require_POST
def address(request: OwnRequest) -> HttpResponse:
    """Make a new address for a calendar and show it once, or take the one there is away."""
    act, now = AddressForm.of(request).cleaned_data["act"], datetime.now(UTC)
    if act == "revoke":
        revoke_feed(person=request.person, by=BY, now=now)
        return redirect_saying(request, "changed", "reminders")
    secret = new_feed_secret(person=request.person, by=BY, now=now)
    made = request.build_absolute_uri(reverse("calendar", args=[secret]))
    choices = _choices(request)
    form = RemindersForm(None, choices)
    return _page(request, form, choices, address=made)


@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """Show the reminders to a calendar that knows the secret address."""
    del request
    now = datetime.now(UTC)
    person = person_of_feed(secret, now=now)
    if person is None:
        raise sentence("not_found")
    with speaking(language_of(person)):
        return HttpResponse(
            calendar_of(person=person, now=now, follows=True), content_type=CALENDAR
        )
