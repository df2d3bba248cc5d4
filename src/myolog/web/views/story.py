"""Your story so far: told once, changed at will."""

from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from myolog.content.catalogue import load
from myolog.content.problems import problem_in_words
from myolog.errors import UserError
from myolog.journal.records import MEASURES, RESULTS, TRENDS
from myolog.store.selectors import journal_of
from myolog.store.services.journal import log_entries
from myolog.web.forms.writing import fresh_key, posted_key
from myolog.web.middleware.identity import OwnRequest
from myolog.web.moment import today_for
from myolog.web.notices import redirect_saying
from myolog.web.pages import BY, comparing, reassessed
from myolog.web.shown import Shown
from myolog.web.story_form import (
    FREE_ROWS,
    ROUGH,
    StoryForm,
    part_of,
    said_of_story,
    told_before,
)
from myolog.wording.places import site_options

AFTER: Final = {"check": "story"}
"""Where saving leads when the story was told in the middle of something else."""


@require_http_methods(["GET", "HEAD", "POST"])
@comparing
def story(request: OwnRequest) -> HttpResponse:
    """Show the story as told, or store it."""
    today, told = today_for(request.person), journal_of(request.person).story
    now, shown = told_before(told), Shown.of(request.POST)
    overtaken = shown.overtaken(now, partial(said_of_story, now), part_of)
    if request.method == "POST" and not overtaken:
        data = shown.merged(now, part_of)
        form = StoryForm(today=today, data=data, shown=shown, before=told)
        entries = form.entries()
        if not form.problems:
            try:
                key = posted_key(request.POST)
                log_entries(person=request.person, entries=entries, by=BY, idempotency_key=key)
            except UserError as refused:
                form.problems[""] = problem_in_words(refused)
            else:
                reassessed(request)
                then = AFTER.get(data.get("then", ""))
                if then:
                    return redirect("check_screen", then)
                return redirect_saying(request, "story", "today")
        return _page(request, form, shown.to_show(now, refused=True), status=400)
    page = shown.to_show(now, overtaken=overtaken, part_of=part_of)
    form = StoryForm(today=today, data=page["data"], shown=shown)
    return _page(request, form, page, status=409 if overtaken else 200)


def _page(
    request: OwnRequest, form: StoryForm, page: Mapping[str, Any], *, status: int
) -> HttpResponse:
    words = load()
    then = request.GET.get("then", form.data.get("then", ""))
    told = sum(1 for name in form.data if name.startswith("site") and name.endswith("_site"))
    rows = max(FREE_ROWS, told) if status == 400 else max(FREE_ROWS, told + 1)
    context = {
        **page,
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
