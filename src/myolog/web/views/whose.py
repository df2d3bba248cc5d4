"""Who the check is for: the person themselves, their child, or somebody they care for."""

from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from myolog.journal.subject import subject_of
from myolog.store.selectors import journal_of
from myolog.web.forms.profile import WhoseForm, fact_typed
from myolog.web.forms.writing import fresh_key, posted
from myolog.web.middleware.identity import OwnRequest
from myolog.web.moment import today_for
from myolog.web.notices import redirect_saying
from myolog.web.pages import comparing
from myolog.wording.whose import choices, told_in_words

AFTER: Final = "check"
"""Where saving leads when it was asked on the way there; else back to Settings."""

ASKED: Final = ("answered_by", "age_years")
"""Facts that the page asks for; the age decides what else is asked."""


@require_http_methods(["GET", "HEAD", "POST"])
@comparing
def whose(request: OwnRequest) -> HttpResponse:
    """Show and change who it is for, on the way to the check or from Settings."""
    journal, today = journal_of(request.person), today_for(request.person)
    known = {code: journal.profile[code] for code in ASKED if code in journal.profile}
    now = {code: fact_typed(fact) for code, fact in known.items()}
    form = WhoseForm(posted(request), now, ASKED, known, today=today)
    before = told_in_words(subject_of(journal, today))
    if form.is_valid() and form.cleaned_data["same"] == "no":
        return render(request, "another_person.html", {"before": before})
    if form.keep(request):
        if form.cleaned_data["then"] == AFTER:
            return redirect(AFTER)
        return redirect_saying(request, "changed", "settings")
    rows: dict[str, Any] = dict(zip(ASKED, form.rows({}), strict=True))
    told = rows["answered_by"]["value"] or subject_of(journal, today).answered_by
    then = request.GET.get("then") or form["then"].value()
    context = {
        "key": fresh_key(),
        "then": AFTER if then == AFTER else "",
        "choices": tuple((code, name, code == told) for code, name in choices().items()),
        "age": rows["age_years"],
        "before": before,
        "asks_same": form.asks_same,
        **form.carried,
    }
    return render(request, "whose.html", context, status=form.status)
