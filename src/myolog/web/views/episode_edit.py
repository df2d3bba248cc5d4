"""Changing a twitch that is noted: what was not touched stays, and nobody's words are lost.

The address names the version the form was made from. Where another one holds by now, what both
changed is asked about, and the rest is joined; where the entry was deleted, it can be noted anew.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from myolog.content.catalogue import load
from myolog.journal.checks import zone_of
from myolog.journal.entries import Episode
from myolog.journal.tracking import tracked
from myolog.store.selectors import journal_of, known_entry
from myolog.store.services.corrections import correct_entry
from myolog.store.services.journal import store_episode
from myolog.web.clock_form import clock_shown
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
from myolog.web.forms.episode import EpisodeForm, length_shown, suspects_of, suspects_told
from myolog.web.forms.writing import fresh_key
from myolog.web.middleware.identity import OwnRequest
from myolog.web.moment import moment_of, today_for
from myolog.web.notices import redirect_saying
from myolog.web.pages import BY, comparing, reassessed, sentence
from myolog.web.shown import plain
from myolog.wording.entries import single_lines
from myolog.wording.places import Place


@require_http_methods(["GET", "HEAD", "POST"])
@comparing
def edit(request: OwnRequest, id: UUID) -> HttpResponse:
    """Change an episode that is in the journal."""
    shown, now = _versions(request, id)
    if request.method != "POST":
        if now is not None and now.id != shown.id:
            return redirect("entry", now.id)
        return _page(request, now or shown, _told(request, now or shown), gone=now is None)
    if asked_in(request.POST) or not {"save", "as_new"} & set(request.POST):
        typed = kept_fields(request.POST)
        word = request.POST.get("choose") or str(typed["place"])
        return _page(request, shown, typed | {"place": word}, gone=now is None)
    form = EpisodeForm(request.POST)
    if not form.is_valid():
        return _page(request, shown, {}, form=form, gone=now is None)
    touched = _touched(request.POST, _told(request, shown))
    return _write(request, form, shown, now, touched)


def _versions(request: OwnRequest, id: UUID) -> tuple[Episode, Episode | None]:
    """Return the episode as the form showed it, and as it is now."""
    known = known_entry(request.person, id)
    if not isinstance(known.shown, Episode):
        raise sentence("not_found")
    return known.shown, known.now if isinstance(known.now, Episode) else None


def _write(
    request: OwnRequest,
    form: EpisodeForm,
    shown: Episode,
    now: Episode | None,
    touched: Collection[str],
) -> HttpResponse:
    if now is None:
        if "as_new" not in request.POST:
            typed = kept_fields(request.POST)
            return _page(request, shown, typed, gone=True, status=409)
        stored = form.refusal_in(lambda: _note_anew(request, form, shown, touched))
    else:
        theirs, base = _told(request, now), _told(request, shown)
        mine = kept_fields(request.POST)
        both = [
            name
            for name in touched
            if _as_sent(name, theirs[name])
            not in (_as_sent(name, base[name]), _as_sent(name, mine[name]))
        ]
        if both:
            joined = theirs | {name: mine[name] for name in touched}
            return _page(request, now, joined, lost=True, status=409)
        stored = form.refusal_in(lambda: _correct(request, form, now, touched))
    if stored is None:
        return _page(request, shown, {}, form=form, gone=now is None)
    if now is not None and stored.id == now.id:
        return redirect("journal_day", stored.day)
    reassessed(request)
    return redirect_saying(
        request, "twitch", "journal", entry=str(stored.id), anchor=f"#day-{stored.day}"
    )


def _note_anew(
    request: OwnRequest, form: EpisodeForm, shown: Episode, touched: Collection[str]
) -> Episode:
    return store_episode(
        person=request.person,
        episode=_changed(request, form, shown, touched),
        by=BY,
        idempotency_key=form.write_key,
    ).episode


def _correct(
    request: OwnRequest, form: EpisodeForm, now: Episode, touched: Collection[str]
) -> Episode:
    corrected = _changed(request, form, now, touched)
    if corrected == replace(now, id=None):
        return now
    stored = correct_entry(person=request.person, id=str(now.id), entry=corrected, by=BY)
    return stored if isinstance(stored, Episode) else corrected


def _changed(
    request: OwnRequest, form: EpisodeForm, episode: Episode, touched: Collection[str]
) -> Episode:
    """Return the episode with the fields that the person touched, and no other."""
    data, values = form.cleaned_data, form.values()
    if "duration" not in touched:
        del values["duration_s"], values["duration_said"]
    for name in ("accompanied", "intensity", "note"):
        if name not in touched:
            del values[name]
    if not {"suspected", "guess"} & set(touched):
        del values["suspected"]
    else:
        values["suspected"] = _suspected(request, data, episode, touched)
    if "place" in touched:
        place = Place.read(data["place"])
        values |= {"site": place.site, "side": place.side}
    if {"day", "clock", "zone"} & set(touched):
        zone = data["zone"] or episode.zone
        moment = moment_of(request.person, data["day"], data["clock"], zone=zone)
        values |= {"started_at": moment, "zone": zone, "day": date.min}
    return replace(episode, id=None, **values)


def _suspected(
    request: OwnRequest, data: Mapping[str, Any], episode: Episode, touched: Collection[str]
) -> tuple[str, ...]:
    """Return what is suspected now; of chips and text, what was not touched stays word for word."""
    chips = tracked(journal_of(request.person))
    with_chip = [word for word in episode.suspected if word in chips]
    others = [word for word in episode.suspected if word not in chips]
    found = (
        *(suspects_of(data["guess"], "") if "guess" in touched else with_chip),
        *(suspects_of((), data["suspected"]) if "suspected" in touched else others),
    )
    stay = [word for word in episode.suspected if word in found]
    return tuple(dict.fromkeys((*stay, *found)))


def _told(request: OwnRequest, episode: Episode) -> dict[str, Any]:
    """Return what the fields of the form hold for an episode."""
    started = episode.started_at.astimezone(zone_of(episode.zone))
    return {
        "place": Place(episode.site, episode.side).word,
        "day": episode.day.isoformat(),
        "clock": f"{started:%H:%M}",
        "zone": episode.zone,
        "duration": length_shown(episode.duration_s, episode.duration_said),
        "accompanied": list(episode.accompanied),
        "intensity": "" if episode.intensity is None else str(episode.intensity),
        "note": episode.note,
        **suspects_told(episode.suspected, tracked(journal_of(request.person))),
    }


def _touched(data: QueryDict, told: Mapping[str, Any]) -> frozenset[str]:
    """Return the fields whose text is another than the one they were shown with."""
    sent = kept_fields(data)
    return frozenset(
        name
        for name, text in told.items()
        if (name in data or name in LISTS) and _as_sent(name, text) != _as_sent(name, sent[name])
    )


def _as_sent(name: str, told: Any) -> Any:
    """Return a field's text as every browser sends it: one line end, or none in a single line."""
    if name in LISTS:
        return sorted(told)
    text = plain(str(told or ""))
    return text if name == "note" else text.replace("\n", "").strip()


def _page(
    request: OwnRequest,
    episode: Episode,
    told: Mapping[str, Any],
    *,
    form: EpisodeForm | None = None,
    gone: bool = False,
    lost: bool = False,
    status: int = 200,
) -> HttpResponse:
    word = request.POST.get("place", "") if form is not None else str(told.get("place", ""))
    place = place_in(word) or Place(episode.site, episode.side)
    (line,) = single_lines([episode], home=request.person.zone)
    said = (line.text, line.at_right, line.more, line.note)
    form = form or EpisodeForm(initial=dict(told))
    context = {
        "form": form,
        "key": fresh_key(),
        "entry": episode,
        "gone": gone,
        "lost": lost,
        "was": asking(request),
        "now_says": load().text("page.journal.now_says", entry=", ".join(filter(None, said))),
        "place": place,
        "sides": sides_of(place),
        **choosing(request, place),
        "today": today_for(request.person),
        **clock_shown(request, form["zone"].value() or episode.zone),
        **extras(journal_of(request.person)),
    }
    found = 400 if form.errors else status
    return render(request, "episode.html", context, status=found)


@require_POST
@comparing
def other_side(request: OwnRequest, id: UUID) -> HttpResponse:
    """Put the episode on the other side: "it was the left"; a second tap finds it there."""
    shown, now = _versions(request, id)
    if shown.side not in ("left", "right") or now is None:
        raise sentence("not_found")
    side = "left" if shown.side == "right" else "right"
    if now.side not in (side, shown.side) or now.site != shown.site:
        return redirect("entry", now.id)
    if now.side == side:
        return redirect_saying(request, "twitch", "today", entry=str(now.id))
    corrected = correct_entry(
        person=request.person, id=str(now.id), entry=replace(now, side=side, id=None), by=BY
    )
    reassessed(request)
    return redirect_saying(request, "twitch", "today", entry=str(corrected.id))
