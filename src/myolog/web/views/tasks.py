"""The weekly look at daily tasks, and what is asked at once of a task that is not as always."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from myolog.attention.agenda import tasks_noted
from myolog.content.catalogue import load
from myolog.content.names import task_name
from myolog.journal.daily_tasks import signs_of, tasks_to_ask
from myolog.journal.entries import TaskCheck
from myolog.store.selectors import journal_of, told_results
from myolog.store.services.journal import log_entries
from myolog.store.services.versions import is_asked_about
from myolog.vocabulary.tasks import EXPLAINED, GIVEN, SINCE, TASKS, is_hard
from myolog.web.forms.tasks import TasksForm, fields_of_look, look_of
from myolog.web.forms.writing import fresh_key, posted
from myolog.web.middleware.identity import OwnRequest
from myolog.web.moment import today_for
from myolog.web.notices import notes_for, redirect_saying
from myolog.web.outbox import day_meant, seen_by
from myolog.web.pages import BY, comparing, reassessed
from myolog.web.shown import now_says
from myolog.web.way_back import address_back, led_back, way_of
from myolog.wording.aftermath import asks_for_check_now


@require_http_methods(["GET", "HEAD", "POST"])
@comparing
def tasks(request: OwnRequest) -> HttpResponse:
    """Ask once a week how daily tasks go, and store the answers.

    What is still open about a task that is harder is asked once more on the same page; until then
    it is stored, and counts, as new.
    """
    which = day_meant(request)
    noted = fields_of_look(tasks_noted(journal_of(request.person), which))
    form = TasksForm(posted(request), noted, None if seen_by(request) else _said_of_field)
    if form.is_valid():
        answered = _stored(request, form, noted | form.told(), noted, which)
        if answered is not None:
            return answered
    context = {
        **form.carried,
        "key": fresh_key(),
        "which": which,
        "back": way_of(request, "today"),
        "way_out": address_back(request, way_of(request, "today"), which),
        "tasks": tuple(_row(code, form) for code in TASKS),
        "answers": _choices("task", GIVEN),
        "since": _choices("since", SINCE),
        "explained": _choices("explained", EXPLAINED),
        **notes_for(request),
    }
    return render(request, "tasks.html", context, status=form.status)


def _stored(
    request: OwnRequest,
    form: TasksForm,
    fields: Mapping[str, str],
    noted: Mapping[str, str],
    which: date,
) -> HttpResponse | None:
    """Store the look and lead on; None where it is refused, and the form says why."""
    if noted and fields == noted:
        return _led_on(request, tasks_noted(journal_of(request.person), which), asked=True)
    stored = form.refusal_in(
        lambda: log_entries(
            person=request.person,
            entries=(look_of(fields, day=which),),
            by=BY,
            idempotency_key=form.write_key,
            seen=seen_by(request),
        )
    )
    if stored is None:
        return None
    reassessed(request)
    if is_asked_about(request.person, [entry.id for entry in stored]):
        return redirect_saying(request, "aside", "today")
    return _led_on(request, tasks_noted(journal_of(request.person), which), asked=False)


def _led_on(request: OwnRequest, look: TaskCheck | None, *, asked: bool) -> HttpResponse:
    """Lead to Today; or back to the page, once, where something is left to ask of a task."""
    journal = journal_of(request.person)
    if look is None:
        return redirect_saying(request, "day", "today")
    if all(answer == "fine" for answer in look.answers.values()):
        return led_back(request, "day", way_of(request, "today"), look.day)
    if not any(map(is_hard, look.answers.values())):
        return redirect_saying(request, "task_unsure", "today")
    counts = not signs_of(journal.until(look.day)).keys().isdisjoint(look.answers)
    request.asks_for_check = counts  # type: ignore[attr-defined]
    if not asked and tasks_to_ask(journal, look):
        return redirect_saying(request, "task_ask", "tasks", anchor=f"?date={look.day}")
    results = told_results(request.person, journal)
    if counts and not asks_for_check_now(results, journal, today=today_for(request.person)):
        return redirect_saying(request, "task_counted", "today")
    return redirect_saying(request, "task_failed" if counts else "task_known", "today")


def _row(code: str, form: TasksForm) -> dict[str, Any]:
    return {
        "code": code,
        "chosen": form[code].value(),
        "since": form[f"since:{code}"].value(),
        "explained": form[f"explained:{code}"].value(),
    }


def _choices(kind: str, codes: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    words = load().labels("page.day")
    return tuple((code, words[f"{kind}_{code}"]) for code in codes)


def _said_of_field(name: str, value: str) -> str:
    part, _, code = name.rpartition(":")
    told = load().text(f"page.day.{part or 'task'}_{value}") if value else ""
    return now_says(task_name(code), told)
