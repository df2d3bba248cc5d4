"""How much to note: a page in Settings, and the way out of a rest on Today."""

from collections.abc import Mapping
from datetime import date

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from myolog.attention.rest import Noting, noting_on
from myolog.attention.windows import window_times
from myolog.content.typed import clock_typed
from myolog.journal.entries import ProfileFact
from myolog.journal.model import Journal
from myolog.journal.tracking import OFFERED, tracked
from myolog.store.selectors import journal_of
from myolog.store.services.journal import log_entries
from myolog.vocabulary.exposures import EXPOSURES
from myolog.vocabulary.profile import say_times
from myolog.web.forms.writing import fresh_key, posted_key
from myolog.web.middleware.identity import OwnRequest
from myolog.web.moment import today_for
from myolog.web.notices import redirect_saying
from myolog.web.noting import (
    BETWEEN_TIMES,
    noting_fields,
    offered_to_track,
    said_of_noting,
    times_of,
)
from myolog.web.pages import BY, comparing
from myolog.web.shown import Shown
from myolog.wording.noting import rest_in_words, ways


@require_http_methods(["GET", "HEAD", "POST"])
@comparing
def noting(request: OwnRequest) -> HttpResponse:
    """Show and change how often the person is asked to note, and about what."""
    today, journal = today_for(request.person), journal_of(request.person)
    noted = noting_on(journal, today, seed=request.person.id.int)
    now, shown = noting_fields(journal, noted), _posted(request.POST)
    overtaken = shown.overtaken(now, said_of_noting)
    if request.method == "POST" and not overtaken:
        log_entries(
            person=request.person,
            entries=_chosen(shown.merged(now), journal, noted, today=today),
            by=BY,
            idempotency_key=posted_key(request.POST),
        )
        page = "today" if "today" in request.POST else "settings"
        return redirect_saying(request, "changed", page)
    form = shown.to_show(now, overtaken=overtaken)
    context = {
        "key": fresh_key(),
        "ways": ways(form["data"]["way"]),
        "resting": rest_in_words(noted),
        **offered_to_track(form["data"]),
        **form,
    }
    return render(request, "noting.html", context, status=409 if overtaken else 200)


def _posted(post: QueryDict) -> Shown:
    """Return what was posted; a form of its own asks only how often."""
    found = Shown.of(post, code=OFFERED if "tracked" in post else ())
    if "windows" not in post:
        return found
    typed = filter(None, (text.strip() for text in map(str, post.getlist("window"))))
    return Shown({**found.data, "window": BETWEEN_TIMES.join(typed)})


def _chosen(
    data: Mapping[str, str], journal: Journal, noted: Noting, *, today: date
) -> tuple[ProfileFact, ...]:
    """Return what differs from before: how often to ask, and what to ask about."""
    found: list[ProfileFact] = []
    way, before = data.get("way", ""), tracked(journal)
    codes = tuple(code for code in EXPOSURES if data.get(f"code:{code}"))
    if way != noted.way:
        found.append(ProfileFact(day=today, code="noting", value=way))
    if "tracked" in data and codes != before:
        found.append(ProfileFact(day=today, code="tracked", value=" ".join(codes)))
    times = say_times(sorted({clock_typed(text) for text in times_of(data)}))
    if "windows" in data and times != say_times(window_times(journal)):
        found.append(ProfileFact(day=today, code="window_times", value=times))
    return tuple(found)
