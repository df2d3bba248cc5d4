"""Things of one's own to track: a page to begin one, rename it, archive it and bring it back."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Final

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from myolog.content.catalogue import load
from myolog.content.own import own_name
from myolog.journal.own import NAME_LIMIT, ROLES, UNIT_LIMIT, OwnThing, alike
from myolog.store.selectors import own_things
from myolog.store.services.own import change_own, define_own
from myolog.vocabulary.own import OWN_KINDS
from myolog.web.forms.own import OwnChangeForm, OwnForm
from myolog.web.forms.writing import fresh_key, posted
from myolog.web.middleware.identity import OwnRequest
from myolog.web.notices import notes_for, redirect_saying
from myolog.web.pages import BY
from myolog.web.way_back import day_behind, led_back

DONE: Final = {"save": "changed", "archive": "own_archived", "back": "own_back"}
"""What is said after each button, by the code of its sentence."""


@require_http_methods(["GET", "HEAD", "POST"])
def own(request: OwnRequest) -> HttpResponse:
    """Show what is tracked of one's own, and begin to track another thing."""
    form = OwnForm(posted(request))
    if form.is_valid() and form.refusal_in(partial(_define, request, form)) is not None:
        day = day_behind(request)
        if day is not None:
            return led_back(request, "changed", "form", day)
        return redirect_saying(request, "changed", "own")
    return _page(request, form)


def _define(request: OwnRequest, form: OwnForm) -> OwnThing:
    told = {name: form.cleaned_data[name] for name in ("name", "measure", "unit", "role")}
    return define_own(person=request.person, by=BY, idempotency_key=form.write_key, **told)


@require_POST
def change(request: OwnRequest) -> HttpResponse:
    """Save another name, archive a thing or bring it back; its values stay as they are."""
    form = OwnChangeForm(request.POST)
    if form.is_valid() and form.refusal_in(partial(_change, request, form)) is not None:
        return redirect_saying(request, DONE[form.cleaned_data["act"]], "own")
    return _page(request, OwnForm(), changing=form)


def _change(request: OwnRequest, form: OwnChangeForm) -> OwnThing:
    told = form.cleaned_data
    saved = {"name": told["name"], "unit": told["unit"], "role": told["role"] or None}
    wished = saved if told["act"] == "save" else {"archived": told["act"] == "archive"}
    return change_own(person=request.person, code=told["code"], by=BY, **wished)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A thing, and what it is called beside others of the same name."""

    thing: OwnThing
    name: str


def _shifts(things: Iterable[OwnThing]) -> tuple[str, ...]:
    """Return the names of shifts that one tap begins to track, without those there are."""
    there = {alike(one.name) for one in things}
    names = load().labels("page.own.shift").values()
    return tuple(name for name in names if alike(name) not in there)


def _page(
    request: OwnRequest, form: OwnForm, *, changing: OwnChangeForm | None = None
) -> HttpResponse:
    things = own_things(request.person)
    rows = [_Row(thing=one, name=own_name(code)) for code, one in things.items()]
    context = {
        "form": form,
        "from_day": day_behind(request),
        **notes_for(request),
        "changing": changing,
        "key": fresh_key(),
        "tracked": [row for row in rows if not row.thing.archived],
        "archived": [row for row in rows if row.thing.archived],
        "shifts": _shifts(things.values()),
        "measures": OWN_KINDS,
        "roles": ROLES,
        "name_limit": NAME_LIMIT,
        "unit_limit": UNIT_LIMIT,
    }
    is_wrong = form.is_bound or changing is not None
    return render(request, "own.html", context, status=400 if is_wrong else 200)
