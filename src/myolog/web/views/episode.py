"""Noting one twitch: choose the place, save, and take it back if it was a slip."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from myolog.attention.budget import is_spent, logs_on
from myolog.content.catalogue import load
from myolog.content.names import exposure_name
from myolog.errors import UserError
from myolog.journal.entries import ACCOMPANIED, Episode
from myolog.journal.model import Journal
from myolog.journal.places import recent_places
from myolog.journal.tracking import tracked
from myolog.store.selectors import journal_of
from myolog.store.services.journal import log_episode
from myolog.vocabulary.choices import DURATIONS
from myolog.vocabulary.sites import SITES
from myolog.web.body_picture import looks
from myolog.web.clock_form import clock_shown, zone_of_form
from myolog.web.forms import EpisodeForm, fresh_key
from myolog.web.guard import OwnRequest
from myolog.web.moment import moment_of, today_for
from myolog.web.one_line import LineRead
from myolog.web.outbox import said_at
from myolog.web.pages import BY, reassessed
from myolog.web.places import RECENT, Place, found, offered


@require_http_methods(["GET", "HEAD", "POST"])
def log(request: OwnRequest) -> HttpResponse:
    """Show the form, take a choice of place, or store the episode."""
    if request.method != "POST":
        if "say" in request.GET:
            return _from_line(request, request.GET["say"])
        return _page(request, place_in(request.GET.get("place", "")), EpisodeForm())
    if "choose" in request.POST or "look" in request.POST:
        word = request.POST.get("choose") or request.POST.get("place", "")
        return _page(request, place_in(word), EpisodeForm(initial=kept_fields(request.POST)))
    form = EpisodeForm(request.POST)
    stored = form.refusal_in(lambda: _store(request, form)) if form.is_valid() else None
    if stored is None:
        return _page(request, place_in(request.POST.get("place", "")), form, status=400)
    reassessed(request)
    return HttpResponseRedirect(f"/?saved={stored.id}")


def kept_fields(data: QueryDict) -> dict[str, Any]:
    """Return what was typed into the form, to be shown again."""
    kept: dict[str, Any] = {name: data.get(name, "") for name in EpisodeForm.base_fields}
    return kept | {name: data.getlist(name) for name in ("accompanied", "guess")}


def place_in(word: str) -> Place | None:
    """Return the place that a word of the form names, if there is such a place."""
    try:
        return Place.read(word)
    except UserError:
        return None


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
    """Show the form filled with what one line said; nothing is stored."""
    line = LineRead.of(text, person=request.person)
    place = line.place or place_in(request.GET.get("place", ""))
    status = 400 if line.refused else 200
    return _page(request, place, EpisodeForm(initial=line.initial), line=line, status=status)


def _page(
    request: OwnRequest,
    place: Place | None,
    form: EpisodeForm,
    *,
    line: LineRead | None = None,
    status: int = 200,
) -> HttpResponse:
    journal, today = journal_of(request.person), today_for(request.person)
    context = {
        "form": form,
        "line": line,
        "key": fresh_key(),
        "place": place,
        "offers_tally": is_spent(logs_on(journal, today)),
        "noisy": place is not None and SITES[place.site].normally_noisy,
        "sides": sides_of(place),
        "recent": offered(recent_places(journal, limit=RECENT)),
        **choosing(request, place),
        "today": today,
        **clock_shown(request, form["zone"].value()),
        **extras(journal),
    }
    return render(request, "log.html", context, status=status)


def choosing(request: OwnRequest, place: Place | None) -> dict[str, Any]:
    """Return what a place is chosen with: the pictures of the body, and the list."""
    find = request.GET.get("find", "")
    asked = request.POST.get("look") or request.GET.get("look", "")
    return {"looks": looks(place, asked=asked), "find": find, "choices": found(find)}


def sides_of(place: Place | None) -> tuple[dict[str, Any], ...]:
    """Return the sides that a place can have, the side that was not told last."""
    words = load().labels("page.log")
    middle = place is not None and SITES[place.site].sides == "LR_M"
    names = {
        "left": words["side_left"],
        "right": words["side_right"],
        "both": words["side_both"],
        "": words["middle"] if middle else words["side_unknown"],
    }
    return tuple(
        {
            "side": side,
            "name": name,
            "word": Place(place.site, side or None).word if place else "",
            "chosen": place is not None and place.side == (side or None),
        }
        for side, name in names.items()
    )


def extras(journal: Journal) -> dict[str, Any]:
    """Return the choices for what may be added to an episode."""
    words = load().labels("page.log")
    return {
        "durations": tuple((code, words[code]) for code in DURATIONS),
        "signs": tuple((code, words[code]) for code in ACCOMPANIED),
        "suspects": tuple(exposure_name(code) for code in tracked(journal)),
    }
