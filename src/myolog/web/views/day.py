"""The look back on a whole day, "none today", and the weekly look at daily tasks."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from myolog.attention.agenda import Agenda, agenda_of, tasks_noted
from myolog.content.catalogue import load
from myolog.content.dates import spoken
from myolog.content.names import exposure_name, exposure_value, task_name
from myolog.content.problems import problem_in_words
from myolog.errors import UserError
from myolog.journal.cups import add_up
from myolog.journal.entries import DayExposure, Episode, NoneToday, TaskCheck, tells_twitch
from myolog.journal.model import Journal
from myolog.store.selectors import journal_of
from myolog.store.services.journal import log_entries
from myolog.vocabulary.drinks import Drink
from myolog.vocabulary.exposures import Exposure
from myolog.vocabulary.tasks import ANSWERS, TASKS, one_failed
from myolog.web.day_form import (
    QUICK,
    QUICK_DRINKS,
    DayChanges,
    DayForm,
    drinks_for,
    place_added,
    typed_fields,
)
from myolog.web.day_shown import fields_of, noted_in_words, said_of_field
from myolog.web.forms.tasks import TasksForm
from myolog.web.forms.writing import fresh_key, posted_key
from myolog.web.middleware.identity import OwnRequest
from myolog.web.moment import today_for
from myolog.web.notices import redirect_saying
from myolog.web.outbox import day_meant, seen_by
from myolog.web.pages import BY, reassessed
from myolog.web.shown import Shown, now_says
from myolog.web.sure import must_ask
from myolog.wording.places import Place, offered, read_places, site_options


@require_http_methods(["GET", "HEAD", "POST"])
def day(request: OwnRequest) -> HttpResponse:
    """Ask about one day, today unless the address names another, and store what was changed."""
    source = request.POST if request.method == "POST" else request.GET
    which = day_meant(request, source.get("date"))
    journal = journal_of(request.person)
    shown = read_places(request.POST.getlist("shown")) if request.method == "POST" else ()
    asked = offered(_agenda(request, journal, which).places)
    form = DayForm.read(which, request.POST, shown or asked)
    if request.method != "POST":
        return _page(request, journal, form.over(fields_of(journal, which)))
    if "bump" in request.POST:
        return _page(request, journal, form.bumped())
    if "add" in request.POST:
        return _page(request, journal, _with_place(form))
    noted = tuple(one for one in journal.of(DayExposure) if one.day == which)
    changes = form.changes(noted, _typed(journal, which - timedelta(days=1)))
    if not changes and not form.problems:
        if form.was:
            return _saved(request, which)
        form.problems[""] = load().text("page.day.nothing")
    overtaken = _overtaken(request, form, journal)
    if overtaken:
        over = form.over(fields_of(journal, which))
        return _page(request, journal, over, status=409, overtaken=overtaken)
    sums = add_up(changes.cups, noted).entries
    if not form.problems and must_ask(request, (*changes.entries, *sums)):
        return _page(request, journal, form, status=400)
    if not form.problems:
        answer = _stored(request, form, changes, journal)
        if answer is not None:
            return answer
    return _page(request, journal, form, status=400)


def _agenda(request: OwnRequest, journal: Journal, which: date) -> Agenda:
    return agenda_of(journal, which, seed=request.person.id.int)


def _stored(
    request: OwnRequest, form: DayForm, changes: DayChanges, journal: Journal
) -> HttpResponse | None:
    """Store what was changed; None where it is refused, and the form says why."""
    try:
        stored = log_entries(
            person=request.person,
            entries=changes.entries,
            cups=changes.cups,
            untold=changes.untold,
            sent=sorted((name, text) for name, text in form.data.items() if name not in APART),
            by=BY,
            idempotency_key=posted_key(request.POST),
            seen=seen_by(request),
        )
    except UserError as refused:
        if refused.code == "idempotency_key_reused":
            form.problems[""] = load().text("page.day.sent_before")
            now = fields_of(journal_of(request.person), form.day)
            return _page(request, journal, form.over(now), status=409)
        form.problems[""] = problem_in_words(refused)
        return None
    reassessed(request)
    known = {entry.id for entry in journal.entries}
    new = [str(entry.id) for entry in stored if entry.id not in known]
    gone = [str(one.id) for one in journal.entries if (one.kind, one.slot) in changes.untold]
    return _saved(request, form.day, *new, *gone)


APART: Final = ("csrfmiddlewaretoken", "key")
"""Fields that say nothing of the day."""


def _saved(request: OwnRequest, which: date, *written: str) -> HttpResponse:
    """Lead to where a saved day is seen; the page there offers to take this write back."""
    entry = next(iter(written), "")
    if which == today_for(request.person):
        return redirect_saying(request, "day", "today", entry=entry)
    return redirect_saying(request, "day", "journal", entry=entry, anchor=f"#day-{which}")


def _overtaken(request: OwnRequest, form: DayForm, journal: Journal) -> str:
    """Return what was changed elsewhere after the page was made, in words.

    A device that tells what it knew is asked on Today instead (`Seen`).
    """
    if seen_by(request) is not None:
        return ""
    return Shown(form.data).overtaken(fields_of(journal, form.day), said_of_field)


def _with_place(form: DayForm) -> DayForm:
    try:
        added = place_added(form.data)
    except UserError as refused:
        form.problems["add"] = problem_in_words(refused)
        return form
    if added is not None:
        form.places = tuple(dict.fromkeys((*form.places, added)))
    return form


def _page(
    request: OwnRequest,
    journal: Journal,
    form: DayForm,
    *,
    status: int = 200,
    overtaken: str = "",
) -> HttpResponse:
    today = today_for(request.person)
    before = _typed(journal, form.day - timedelta(days=1))
    of_day = [entry for entry in journal.entries if entry.day == form.day]
    context = {
        "was": form.was,
        "overtaken": overtaken,
        "leave": f"{reverse('day')}?date={form.day}",
        "twitched": any(tells_twitch(entry) for entry in of_day),
        "form": form,
        "key": fresh_key(),
        "which": form.day,
        "is_today": form.day == today,
        "dated": spoken(form.day),
        "today": today,
        "places": tuple(_place_row(form, place, journal) for place in form.places),
        **_asked(form, _agenda(request, journal, form.day).exposures),
        "noted": noted_in_words(journal, form.day),
        "before": tuple(
            f"{exposure_name(code)} {exposure_value(code, entry.value, entry.said)}"
            for code, entry in before.items()
        ),
        "parts": site_options(),
        "added": form.data.get("add_site") if "add" in form.problems else "",
    }
    return render(request, "day.html", context, status=status)


def _asked(form: DayForm, codes: tuple[str, ...]) -> dict[str, Any]:
    """Return the questions about what the person keeps track of, and nothing else."""
    drinks = drinks_for(codes)
    also, exactly = typed_fields(codes)
    more_drinks = tuple(_row(form, one) for one in drinks if one.code not in QUICK_DRINKS)
    numbers = tuple(_row(form, one) for one in exactly)
    return {
        "drinks": tuple(_row(form, one) for one in drinks if one.code in QUICK_DRINKS),
        "more_drinks": more_drinks,
        "more_drinks_told": any(map(_is_told, more_drinks)),
        "fluid": "water_ml" in codes,
        "quick": tuple(
            {
                "name": name,
                "question": load().template(f"page.day.ask_{name}"),
                "choices": _choices(name, choices, form),
            }
            for name, (code, choices) in QUICK.items()
            if code in codes
        ),
        "also": tuple(_row(form, one) for one in also),
        "exactly": numbers,
        "exactly_told": any(map(_is_told, numbers)),
    }


def _typed(journal: Journal, which: date) -> dict[str, DayExposure]:
    """Return what the person typed for a day; what was imported comes anew each day."""
    return {
        entry.code: entry
        for entry in journal.of(DayExposure)
        if entry.day == which and entry.provenance.is_by_hand
    }


def _place_row(form: DayForm, place: Place, journal: Journal) -> dict[str, Any]:
    single = sum(
        1
        for entry in journal.of(Episode)
        if entry.day == form.day and (entry.site, entry.side) == (place.site, place.side)
    )
    name = f"place:{place.word}"
    counts = (form.data.get(name, ""), form.was.get(name, ""))
    return {
        "place": place,
        "chosen": form.data.get(name, ""),
        "count": next((told for told in counts if told.isdigit()), ""),
        "episodes": single,
    }


def _row(form: DayForm, what: Drink | Exposure) -> dict[str, Any]:
    """Return the field of a drink, or of a value that is typed."""
    kind = "drink" if isinstance(what, Drink) else "exposure"
    name = f"{'drink' if kind == 'drink' else 'value'}:{what.code}"
    return {
        kind: what,
        "name": name,
        "value": form.data.get(name, ""),
        "touched": form.touched(name),
        "problem": form.problems.get(name, ""),
    }


def _is_told(row: dict[str, Any]) -> bool:
    """Say whether a row holds something that the person has typed and no fold may hide."""
    return bool(row["problem"]) or (bool(row["value"]) and row["touched"])


def _choices(name: str, choices: Mapping[str, int], form: DayForm) -> tuple[dict[str, Any], ...]:
    words = load().labels("page.day")
    chosen = form.data.get(name, "")
    return tuple(
        {"code": code, "name": words[f"{name}_{code}"], "chosen": code == chosen}
        for code in choices
    )


@require_POST
def none_today(request: OwnRequest) -> HttpResponse:
    """Store that the person looked back on today and noticed no twitch."""
    entry = NoneToday(day=day_meant(request, request.POST.get("date")))
    stored, *_ = log_entries(
        person=request.person,
        entries=(entry,),
        by=BY,
        idempotency_key=posted_key(request.POST),
        seen=seen_by(request),
    )
    reassessed(request)
    return redirect_saying(request, "none", "today", entry=str(stored.id))


@require_http_methods(["GET", "HEAD", "POST"])
def tasks(request: OwnRequest) -> HttpResponse:
    """Ask once a week how daily tasks go, and store the answers."""
    which = day_meant(request, request.POST.get("date"))
    noted = dict(tasks_noted(journal_of(request.person), which))
    form, shown = TasksForm(request.POST or None), Shown.of(request.POST)
    overtaken = "" if seen_by(request) else shown.overtaken(noted, _said_of_task)
    if request.method == "POST" and not overtaken and form.is_valid():
        told, mine = form.answers(), shown.changes
        answers = noted | {code: told[code] for code in told if code in mine or seen_by(request)}
        if noted and answers == noted:
            return redirect_saying(request, "day", "today")
        stored = form.refusal_in(
            lambda: log_entries(
                person=request.person,
                entries=(TaskCheck(day=which, answers=answers),),
                by=BY,
                idempotency_key=form.write_key,
                seen=seen_by(request),
            )
        )
        if stored is not None:
            reassessed(request)
            said = "task_failed" if one_failed(answers) else "day"
            return redirect_saying(request, said, "today")
    words = load().labels("page.day")
    page = shown.to_show(noted, overtaken=overtaken, refused=bool(form.errors))
    context = {
        "form": form,
        "key": fresh_key(),
        "which": which,
        **page,
        "tasks": tuple((task, page["data"].get(code, "")) for code, task in TASKS.items()),
        "answers": tuple((code, words[f"task_{code}"]) for code in ANSWERS),
    }
    status = 409 if overtaken else 400 if form.errors else 200
    return render(request, "tasks.html", context, status=status)


def _said_of_task(code: str, answer: str) -> str:
    told = load().text(f"page.day.task_{answer}") if answer else ""
    return now_says(task_name(code), told)
