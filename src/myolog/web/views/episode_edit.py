"""Changing a twitch that is noted: what was not touched stays, and nobody's words are lost.

The address names the version the form was made from. Where another one holds by now, what both
changed is asked about, and the rest is joined; where the entry was deleted, it can be noted anew.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from myolog.content.catalogue import load
from myolog.journal.checks import zone_of
from myolog.journal.entries import ACCOMPANIED, Episode
from myolog.journal.tracking import chosen
from myolog.store.selectors import journal_of, known_entry
from myolog.store.services.corrections import correct_entry
from myolog.store.services.journal import store_episode
from myolog.web.episode_page import choosing, extras
from myolog.web.forms.episode import (
    ASKING,
    WHEN,
    EpisodeForm,
    length_shown,
    suspects_of,
    suspects_told,
)
from myolog.web.forms.writing import fresh_key, posted
from myolog.web.middleware.identity import OwnRequest
from myolog.web.moment import clock_shown, moment_of, today_for
from myolog.web.pages import BY, comparing, reassessed, sentence
from myolog.web.shown import BETWEEN
from myolog.web.way_back import address_back, led_back, way_of
from myolog.wording.entries import single_lines
from myolog.wording.places import Place


@require_http_methods(["GET", "HEAD", "POST"])
@comparing
def edit(request: OwnRequest, id: UUID) -> HttpResponse:
    """Change an episode that is in the journal."""
    shown, now = _versions(request, id)
    if request.method != "POST" and now is not None and now.id != shown.id:
        return redirect("entry", now.id)
    entry, sent = now or shown, posted(request)
    said = partial(_said, request, entry)
    form = EpisodeForm(sent, _told(request, entry), said, is_gone=now is None)
    if form.is_valid():
        stored = form.refusal_in(lambda: _store(request, form, entry, is_gone=now is None))
        if stored is not None and now is not None and stored.id == now.id:
            return redirect(address_back(request, way_of(request, "day"), stored.day))
        if stored is not None:
            reassessed(request)
            way = way_of(request, "list")
            return led_back(request, "twitch", way, stored.day, entry=str(stored.id))
    return _page(request, form, entry, is_gone=now is None)


def _versions(request: OwnRequest, id: UUID) -> tuple[Episode, Episode | None]:
    """Return the episode as the form showed it, and as it is now."""
    known = known_entry(request.person, id)
    if not isinstance(known.shown, Episode):
        raise sentence("not_found")
    return known.shown, known.now if isinstance(known.now, Episode) else None


def _store(request: OwnRequest, form: EpisodeForm, entry: Episode, *, is_gone: bool) -> Episode:
    """Store the episode with what the person touched; the same one where that is nothing."""
    changed = _changed(request, form, entry)
    if is_gone:
        return store_episode(
            person=request.person, episode=changed, by=BY, idempotency_key=form.write_key
        ).episode
    if changed == replace(entry, id=None):
        return entry
    stored = correct_entry(person=request.person, id=str(entry.id), entry=changed, by=BY)
    return stored if isinstance(stored, Episode) else changed


def _changed(request: OwnRequest, form: EpisodeForm, episode: Episode) -> Episode:
    """Return the episode with the fields that the person touched, and no other."""
    data, touched = form.cleaned_data, form.touched()
    values = {
        name: value
        for name, value in form.values().items()
        if name.removesuffix("_s").removesuffix("_said") in touched
    }
    if {"suspected", "guess"} & touched.keys():
        values["suspected"] = _suspected(request, touched, episode)
    if "place" in touched:
        place = Place.read(data["place"])
        values |= {"site": place.site, "side": place.side}
    if touched.keys() & WHEN:
        values |= _when(request, data, touched, episode)
    return replace(episode, id=None, **values)


def _when(
    request: OwnRequest, data: Mapping[str, Any], touched: Mapping[str, Any], episode: Episode
) -> dict[str, Any]:
    """Return the moment as the person changed it; what is blank stays as it was."""
    was = episode.started_at.astimezone(zone_of(episode.zone)).time()
    day, zone = data["day"] or episode.day, data["zone"] or episode.zone
    clock, said = data["clock"], data["rough"]
    if said and not ("clock" in touched and clock):
        clock = None
    elif clock is not None:
        said = ""
    else:
        clock, said = (None if episode.time_said else was), episode.time_said
    same_clock = bool(said) or f"{clock:%H:%M%z}" == f"{was:%H:%M}"
    if same_clock and (day, zone, said) == (episode.day, episode.zone, episode.time_said):
        return {}
    moment = moment_of(request.person, day, clock, zone=zone, said=said)
    return {"started_at": moment, "zone": zone, "day": date.min, "time_said": said}


def _suspected(
    request: OwnRequest, touched: Mapping[str, Any], episode: Episode
) -> tuple[str, ...]:
    """Return what is suspected now; of chips and text, what was not touched stays word for word."""
    chips = chosen(journal_of(request.person))
    with_chip = [word for word in episode.suspected if word in chips]
    others = [word for word in episode.suspected if word not in chips]
    found = (
        *(suspects_of(touched["guess"], "") if "guess" in touched else with_chip),
        *(suspects_of((), touched["suspected"]) if "suspected" in touched else others),
    )
    stay = [word for word in episode.suspected if word in found]
    return tuple(dict.fromkeys((*stay, *found)))


def _told(request: OwnRequest, episode: Episode) -> dict[str, str]:
    """Return what the fields of the form hold for an episode."""
    started = episode.started_at.astimezone(zone_of(episode.zone))
    return {
        "place": Place(episode.site, episode.side).word,
        "day": episode.day.isoformat(),
        "clock": "" if episode.time_said else f"{started:%H:%M}",
        "rough": episode.time_said,
        "zone": episode.zone,
        "duration": length_shown(episode.duration_s, episode.duration_said),
        "accompanied": BETWEEN.join(sign for sign in ACCOMPANIED if sign in episode.accompanied),
        "intensity": "" if episode.intensity is None else str(episode.intensity),
        "note": episode.note,
        **suspects_told(episode.suspected, chosen(journal_of(request.person))),
    }


def _said(request: OwnRequest, episode: Episode, name: str, text: str) -> str:
    """Return what the whole entry says by now, whichever of its fields was overtaken."""
    del text
    if name in ASKING:
        return ""
    (line,) = single_lines([episode], home=request.person.zone)
    said = (line.text, line.at_right, line.more, line.note)
    return load().text("page.journal.now_says", entry=", ".join(filter(None, said)))


def _page(
    request: OwnRequest, form: EpisodeForm, episode: Episode, *, is_gone: bool
) -> HttpResponse:
    place = form.chosen or Place(episode.site, episode.side)
    context = {
        **form.carried,
        "leave": address_back(request, way_of(request, "day"), episode.day),
        "way_out": address_back(request, way_of(request, "day"), episode.day),
        "back": way_of(request, ""),
        "key": fresh_key(),
        "entry": episode,
        "gone": is_gone,
        **choosing(request, form, place),
        "today": today_for(request.person),
        **clock_shown(request, form["zone"].value() or episode.zone),
        **extras(journal_of(request.person)),
    }
    lost = is_gone and request.method == "POST" and not (form.asked or form.is_bound)
    return render(request, "episode.html", context, status=409 if lost else form.status)


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
        return led_back(request, "twitch", way_of(request, "today"), now.day, entry=str(now.id))
    corrected = correct_entry(
        person=request.person, id=str(now.id), entry=replace(now, side=side, id=None), by=BY
    )
    reassessed(request)
    way = way_of(request, "today")
    return led_back(request, "twitch", way, corrected.day, entry=str(corrected.id))
