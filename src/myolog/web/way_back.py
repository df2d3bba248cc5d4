"""The way back: what was opened from a list, a day or a month leads there again when it is done.

An address, and the form on its page, name the place in one word; which day it is, the entry or the
form says by itself.
"""

from datetime import date
from typing import Final
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest, HttpResponseRedirect, QueryDict
from django.urls import reverse

from myolog.web.forms.writing import DatedForm, posted
from myolog.web.middleware.identity import OwnRequest
from myolog.web.moment import day_named, today_for
from myolog.web.notices import redirect_saying
from myolog.web.outbox import day_meant
from myolog.wording.weeks import shown_before

WAYS: Final = {
    "list": "journal",
    "day": "journal_day",
    "form": "day",
    "month": "month",
    "today": "today",
    "programme": "programme",
    "find": "find",
    "visit": "follow_up",
    "details": "report_details",
}
"""Words for where a page was opened from, and the route of each."""


class WayForm(forms.Form):
    """Where a page was opened from."""

    back = forms.ChoiceField(required=False, choices=[(one, one) for one in WAYS])


def way_of(request: HttpRequest, otherwise: str) -> str:
    """Return the word for where the page was opened from; `otherwise` where it tells none."""
    sent = posted(request)
    form = WayForm(request.GET if sent is None else sent)
    told = form.cleaned_data.get("back") if form.is_valid() else ""
    return str(told or otherwise)


def parts_of(request: OwnRequest, way: str, day: date) -> tuple[tuple[object, ...], str, str]:
    """Return what a way's route takes, the query behind its address, and where on the page."""
    if way == "day":
        search = search_carried(request)
        return (day,), f"?{urlencode({'back': 'find', 'find': search})}" if search else "", ""
    if way == "form":
        further, search = way_of(request, way), search_carried(request)
        told = {"back": further} if further != way else {}
        told |= {"find": search} if search else {}
        return (), f"?{urlencode({'date': str(day), **told})}", ""
    if way == "month":
        return (), f"?day={day}", "#day"
    if way == "details":
        return (), "", "#examination"
    if way == "find":
        return (), f"?{search_carried(request)}", "#found"
    if way == "list":
        before = shown_before(day, today=today_for(request.person))
        return (), f"?before={before}" if before else "", f"#day-{day}"
    return (), "", ""


def day_behind(request: OwnRequest) -> date | None:
    """Return the day whose form this page was opened from; None where it was another page."""
    return day_meant(request) if way_of(request, "") == "form" else None


def day_opened(request: HttpRequest, otherwise: date) -> date:
    """Return the day whose page this one was opened from, which may be to come."""
    sent = posted(request)
    told = DatedForm(request.GET if sent is None else sent)
    return day_named(told["date"].value() or str(otherwise), today=date.max)


def search_carried(request: HttpRequest) -> str:
    """Return the search that a page was opened from, as its address or its form tells it."""
    sent = posted(request)
    told = request.GET if sent is None else sent
    return QueryDict(str(told.get("find", ""))).urlencode()


def address_back(request: OwnRequest, way: str, day: date) -> str:
    """Return the address that a way leads to."""
    args, query, anchor = parts_of(request, way, day)
    return f"{reverse(WAYS[way], args=args)}{query}{anchor}"


def led_back(
    request: OwnRequest, code: str, way: str, day: date, *, entry: str = ""
) -> HttpResponseRedirect:
    """Lead to where the page was opened from, which says what happened."""
    args, query, anchor = parts_of(request, way, day)
    return redirect_saying(request, code, WAYS[way], *args, entry=entry, query=query, anchor=anchor)
