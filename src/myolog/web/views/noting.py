"""How much to note: a page in Settings, and the way out of a rest on Today."""

from datetime import date

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from myolog.attention.rest import Noting
from myolog.attention.windows import window_times
from myolog.content.typed import clock_typed
from myolog.journal.entries import ProfileFact
from myolog.journal.model import Journal
from myolog.journal.tracking import tracked
from myolog.store.selectors import journal_of
from myolog.store.services.journal import log_entries
from myolog.vocabulary.profile import exposures_in, say_times
from myolog.web.forms import fresh_key, posted_key
from myolog.web.guard import OwnRequest
from myolog.web.moment import today_for
from myolog.web.noting import noting_of, rest_in_words, tracking, ways
from myolog.web.pages import BY


@require_http_methods(["GET", "HEAD", "POST"])
def noting(request: OwnRequest) -> HttpResponse:
    """Show and change how often the person is asked to note, and about what."""
    today, journal = today_for(request.person), journal_of(request.person)
    now = noting_of(request.person, journal, today=today)
    if request.method == "POST":
        log_entries(
            person=request.person,
            entries=_chosen(request.POST, journal, now, today=today),
            by=BY,
            idempotency_key=posted_key(request.POST),
        )
        page = "/" if "today" in request.POST else "/settings/"
        return HttpResponseRedirect(f"{page}?changed=1")
    context = {
        "key": fresh_key(),
        "ways": ways(now),
        "resting": rest_in_words(now),
        **tracking(journal),
    }
    return render(request, "noting.html", context)


def _chosen(
    data: QueryDict, journal: Journal, now: Noting, *, today: date
) -> tuple[ProfileFact, ...]:
    """Return what differs from before: how often to ask, and what to ask about."""
    found: list[ProfileFact] = []
    way, codes = data.get("way", ""), exposures_in(" ".join(data.getlist("code")))
    if way != now.way:
        found.append(ProfileFact(day=today, code="noting", value=way))
    if "tracked" in data and codes != tracked(journal):
        found.append(ProfileFact(day=today, code="tracked", value=" ".join(codes)))
    typed = (text for text in data.getlist("window") if text.strip())
    times = say_times(sorted({clock_typed(text) for text in typed}))
    if "windows" in data and times != say_times(window_times(journal)):
        found.append(ProfileFact(day=today, code="window_times", value=times))
    return tuple(found)
