"""Noting one twitch: choose the place, save, and take it back if it was a slip."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from myolog.attention.agenda import recent_places
from myolog.attention.budget import is_spent, logs_on
from myolog.journal.entries import Episode
from myolog.store.selectors import journal_of
from myolog.store.services.journal import log_episode
from myolog.vocabulary.sites import SITES
from myolog.web.clock_form import clock_shown, zone_of_form
from myolog.web.episode_form import (
    LISTS,
    asked_in,
    asking,
    choosing,
    extras,
    kept_fields,
    place_in,
    sides_of,
)
from myolog.web.forms.episode import EpisodeForm
from myolog.web.forms.writing import fresh_key
from myolog.web.middleware.identity import OwnRequest
from myolog.web.moment import moment_of, today_for
from myolog.web.notices import redirect_saying
from myolog.web.one_line import LineRead
from myolog.web.outbox import said_at
from myolog.web.pages import BY, reassessed
from myolog.web.shown import Shown
from myolog.wording.places import Place, offered


@require_http_methods(["GET", "HEAD", "POST"])
def log(request: OwnRequest) -> HttpResponse:
    """Show the form, take a choice of place, or store the episode."""
    if request.method != "POST":
        return _page(request, place_in(request.GET.get("place", "")), EpisodeForm())
    asked = asked_in(request.POST)
    if asked == "say":
        return _from_line(request, request.POST["say"])
    if asked or "choose" in request.POST or "look" in request.POST:
        word = request.POST.get("choose") or request.POST.get("place", "")
        return _page(request, place_in(word), EpisodeForm(initial=kept_fields(request.POST)))
    form = EpisodeForm(request.POST)
    stored = form.refusal_in(lambda: _store(request, form)) if form.is_valid() else None
    if stored is None:
        return _page(request, place_in(request.POST.get("place", "")), form, status=400)
    reassessed(request)
    return redirect_saying(request, "twitch", "today", entry=str(stored.id))


def _store(request: OwnRequest, form: EpisodeForm) -> Episode:
    data = form.cleaned_data
    place, zone = Place.read(data["place"]), zone_of_form(request)
    moment = moment_of(
        request.person, data["day"], data["clock"], zone=zone, said_at=said_at(request)
    )
    return log_episode(
        person=request.person,
        site=place.site,
        side=place.side,
        started_at=moment,
        zone=zone,
        **form.values(),
        by=BY,
        idempotency_key=form.write_key,
    ).episode


def _from_line(request: OwnRequest, text: str) -> HttpResponse:
    """Show the form filled with what one line said, around what was typed; nothing is stored."""
    shown = Shown.of(request.POST)
    lists = {name: " ".join(request.POST.getlist(name)) for name in LISTS}
    told = Shown({**shown.data, **lists})
    mine = {name: value for name, value in kept_fields(request.POST).items() if told.touched(name)}
    line = LineRead.of(text, person=request.person).beside(mine)
    place = line.place or place_in(request.POST.get("place", ""))
    before = {name: text for name, text in shown.before.items() if name in mine}
    status = 400 if line.refused else 200
    form = EpisodeForm(initial=line.initial | mine)
    return _page(request, place, form, line=line, was=before | line.texts, status=status)


def _page(
    request: OwnRequest,
    place: Place | None,
    form: EpisodeForm,
    *,
    line: LineRead | None = None,
    was: dict[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    journal, today = journal_of(request.person), today_for(request.person)
    context = {
        "form": form,
        "line": line,
        "was": (Shown.of(request.POST).before if was is None else was) | asking(request),
        "key": fresh_key(),
        "place": place,
        "offers_tally": is_spent(logs_on(journal, today)),
        "noisy": place is not None and SITES[place.site].normally_noisy,
        "sides": sides_of(place),
        "recent": offered(recent_places(journal, today)),
        **choosing(request, place),
        "today": today,
        **clock_shown(request, form["zone"].value()),
        **extras(journal),
    }
    return render(request, "log.html", context, status=status)
