"""Noting one twitch: choose the place, save, and take it back if it was a slip."""

from typing import Any, Final

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from myolog.attention.agenda import recent_places
from myolog.attention.budget import is_spent, logs_on
from myolog.content.catalogue import load
from myolog.content.names import exposure_name
from myolog.errors import UserError
from myolog.journal.entries import ACCOMPANIED, Episode
from myolog.journal.model import Journal
from myolog.journal.tracking import tracked
from myolog.store.selectors import journal_of
from myolog.store.services.journal import log_episode
from myolog.vocabulary.choices import DURATIONS
from myolog.vocabulary.sites import SITES
from myolog.web.body_picture import looks
from myolog.web.clock_form import clock_shown, zone_of_form
from myolog.web.forms import EpisodeForm, fresh_key
from myolog.web.middleware.identity import OwnRequest
from myolog.web.moment import moment_of, today_for
from myolog.web.notices import redirect_saying
from myolog.web.one_line import LineRead
from myolog.web.outbox import said_at
from myolog.web.pages import BY, reassessed
from myolog.web.shown import Shown
from myolog.wording.places import Place, found, offered

LISTS: Final = ("accompanied", "guess")
"""Fields of the form that can hold several words."""


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


ASKING: Final = {"find": "look_up", "say": "fill"}
"""Fields of the form that ask and store nothing, with their buttons."""

ENTER: Final = "enter"
"""What the first button of a form sends: Enter in any of its fields presses that one."""


def asked_in(data: QueryDict) -> str:
    """Return the field in which something was asked, by its button or by Enter; else nothing."""
    entered, shown = ENTER in (data.get("save"), data.get("as_new")), Shown.of(data)
    for name, button in ASKING.items():
        if button in data or (entered and data.get(name, "").strip() and shown.touched(name)):
            return name
    return ""


def kept_fields(data: QueryDict) -> dict[str, Any]:
    """Return what was typed into the form, to be shown again."""
    kept: dict[str, Any] = {name: data.get(name, "") for name in EpisodeForm.base_fields}
    return kept | {name: data.getlist(name) for name in LISTS}


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


def asking(request: OwnRequest) -> dict[str, str]:
    """Return what the fields that ask hold; a place that was chosen ends the search for it."""
    texts = {name: request.POST.get(name, "") for name in ASKING}
    return texts | ({"find": ""} if "choose" in request.POST else {})


def choosing(request: OwnRequest, place: Place | None) -> dict[str, Any]:
    """Return what a place is chosen with: the pictures of the body, and the list."""
    find = asking(request)["find"]
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
