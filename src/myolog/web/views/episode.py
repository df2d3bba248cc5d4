"""Noting one twitch: choose the place, save, and take it back if it was a slip."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from myolog.attention.agenda import offers_tally, recent_places
from myolog.journal.entries import Episode
from myolog.store.selectors import journal_of
from myolog.store.services.journal import log_episode
from myolog.vocabulary.sites import SITES
from myolog.web.episode_page import choosing, extras
from myolog.web.forms.episode import ASKING, EpisodeForm
from myolog.web.forms.writing import fresh_key, posted
from myolog.web.middleware.identity import OwnRequest
from myolog.web.moment import clock_shown, moment_of, today_for
from myolog.web.notices import redirect_saying
from myolog.web.one_line import LineRead
from myolog.web.outbox import said_at
from myolog.web.pages import BY, reassessed
from myolog.wording.places import Place, offered


@require_http_methods(["GET", "HEAD", "POST"])
def log(request: OwnRequest) -> HttpResponse:
    """Show the form, take a choice of place, or store the episode."""
    form = EpisodeForm(posted(request), None)
    if request.method != "POST":
        form.initial = {"place": request.GET.get("place", "")}
    if form.asked == "say":
        return _from_line(request, form)
    stored = form.refusal_in(lambda: _store(request, form)) if form.is_valid() else None
    if stored is None:
        return _page(request, form)
    reassessed(request)
    return redirect_saying(request, "twitch", "today", entry=str(stored.id))


def _store(request: OwnRequest, form: EpisodeForm) -> Episode:
    data = form.cleaned_data
    place, zone = Place.read(data["place"]), data["zone"] or request.person.zone
    moment = moment_of(
        request.person,
        data["day"],
        data["clock"],
        zone=zone,
        said=form.time_said,
        said_at=said_at(request),
    )
    return log_episode(
        person=request.person,
        site=place.site,
        side=place.side,
        started_at=moment,
        zone=zone,
        time_said=form.time_said,
        **form.values(),
        by=BY,
        idempotency_key=form.write_key,
    ).episode


def _from_line(request: OwnRequest, form: EpisodeForm) -> HttpResponse:
    """Show the form filled with what one line said, around what was typed; nothing is stored."""
    shown, fields = form.shown, form.fields.keys() - ASKING.keys()
    mine = {name: shown.data[name] for name in fields if shown.touched(name)}
    line = LineRead.of(shown.data["say"], person=request.person, zone=form.zone_told).beside(mine)
    before = {name: text for name, text in form.was.items() if name in {*mine, *ASKING}}
    form.was = before | {name: text for name, text in line.initial.items() if text}
    place = line.place or form.chosen
    form.initial = line.initial | mine | {"place": place.word if place else ""}
    return _page(request, form, line=line)


def _page(request: OwnRequest, form: EpisodeForm, *, line: LineRead | None = None) -> HttpResponse:
    journal, today = journal_of(request.person), today_for(request.person)
    place = form.chosen
    context = {
        **form.carried,
        "line": line,
        "key": fresh_key(),
        "offers_tally": offers_tally(journal, today),
        "noisy": place is not None and SITES[place.site].normally_noisy,
        "recent": offered(recent_places(journal, today)),
        **choosing(request, form, place),
        "today": today,
        **clock_shown(request, form["zone"].value()),
        **extras(journal),
    }
    status = 400 if line is not None and line.refused else form.status
    return render(request, "log.html", context, status=status)
