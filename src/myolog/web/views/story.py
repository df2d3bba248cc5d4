"""Your story so far: told once, changed at will."""

from typing import Any, Final

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from myolog.content.catalogue import load
from myolog.content.problems import problem_in_words
from myolog.errors import UserError
from myolog.journal.records import MEASURES, RESULTS, TRENDS
from myolog.store.selectors import journal_of
from myolog.store.services.journal import log_entries
from myolog.web.forms import fresh_key, posted_key
from myolog.web.guard import OwnRequest
from myolog.web.moment import today_for
from myolog.web.pages import BY, reassessed
from myolog.web.places import site_options
from myolog.web.story_form import FREE_ROWS, ROUGH, StoryForm, told_before

AFTER: Final = {"check": "/check/story/"}
"""Where saving leads when the story was told in the middle of something else."""


@require_http_methods(["GET", "HEAD", "POST"])
def story(request: OwnRequest) -> HttpResponse:
    """Show the story as told, or store it."""
    today = today_for(request.person)
    if request.method == "POST":
        data = {name: str(value) for name, value in request.POST.items()}
        form = StoryForm(today=today, data=data, before=journal_of(request.person).story)
        entries = form.entries()
        if not form.problems:
            try:
                key = posted_key(request.POST)
                log_entries(person=request.person, entries=entries, by=BY, idempotency_key=key)
            except UserError as refused:
                form.problems[""] = problem_in_words(refused)
            else:
                reassessed(request)
                return HttpResponseRedirect(AFTER.get(data.get("then", ""), "/?told=1"))
        return _page(request, form, status=400)
    told = journal_of(request.person).story
    return _page(request, StoryForm(today=today, data=told_before(told)))


def _page(request: OwnRequest, form: StoryForm, *, status: int = 200) -> HttpResponse:
    words = load()
    then = request.GET.get("then", form.data.get("then", ""))
    told = sum(1 for name in form.data if name.startswith("site") and name.endswith("_site"))
    rows = max(FREE_ROWS, told + 1) if status == 200 else max(FREE_ROWS, told)
    context = {
        "form": form,
        "key": fresh_key(),
        "today": form.today,
        "then": then if then in AFTER else "",
        "options": site_options(),
        "rough": tuple((code, words.template(f"page.story.rough_{code}")) for code in ROUGH),
        "rows": tuple(_row(form, f"site{row}") for row in range(rows)),
        "first": _row(form, "first"),
        "trends": tuple((one, words.template(f"input.trend.values.{one}")) for one in TRENDS),
        "measures": tuple(
            (one, words.template(f"input.measures_tried.values.{one}")) for one in MEASURES
        ),
        "results": tuple((one, words.template(f"page.journal.result_{one}")) for one in RESULTS),
    }
    return render(request, "story.html", context, status=status)


def _row(form: StoryForm, name: str) -> dict[str, Any]:
    return {
        "name": name,
        "site": form.data.get(f"{name}_site", ""),
        "side": form.data.get(f"{name}_side", ""),
        "since": form.data.get(f"{name}_since", ""),
        "since_day": form.data.get(f"{name}_since_day", ""),
        "problem": form.problems.get(f"{name}_site") or form.problems.get(f"{name}_since_day", ""),
    }
