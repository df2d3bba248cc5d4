"""How much to note: a page in Settings, and the way out of a rest on Today."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from myolog.journal.entries import ProfileFact
from myolog.store.services.journal import log_entry
from myolog.web.forms import fresh_key, posted_key
from myolog.web.guard import OwnRequest
from myolog.web.moment import today_for
from myolog.web.noting import noting_of, rest_in_words, ways
from myolog.web.pages import BY
from myolog.web.whole_journal import whole_journal


@require_http_methods(["GET", "HEAD", "POST"])
def noting(request: OwnRequest) -> HttpResponse:
    """Show and change how often the person is asked to note."""
    today = today_for(request.person)
    if request.method == "POST":
        log_entry(
            person=request.person,
            entry=ProfileFact(day=today, code="noting", value=request.POST.get("way", "")),
            by=BY,
            idempotency_key=posted_key(request.POST),
        )
        page = "/" if "today" in request.POST else "/settings/"
        return HttpResponseRedirect(f"{page}?changed=1")
    now = noting_of(request.person, whole_journal(request.person), today=today)
    context = {"key": fresh_key(), "ways": ways(now), "resting": rest_in_words(now)}
    return render(request, "noting.html", context)
