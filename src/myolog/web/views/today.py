"""The first page: a calm welcome, and on later visits the last result and one check-in."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from myolog.attention.agenda import agenda_of, asks_of, usual_places
from myolog.journal.model import Journal
from myolog.programme.plan import plan_on
from myolog.store.raised import raised_by
from myolog.store.selectors import LatestResult, told_results
from myolog.store.services.care import current_result
from myolog.store.services.follow_up import due_in, follow_up_of, overdue_to_say
from myolog.store.services.zones import is_unchosen
from myolog.triage.due import SAID_FROM
from myolog.triage.follow_up import FollowUp
from myolog.triage.history import Told
from myolog.triage.urgency import can_wait
from myolog.web.body_picture import pictures
from myolog.web.forms.settings import country_asked
from myolog.web.forms.writing import fresh_key
from myolog.web.help_here import help_for
from myolog.web.kind_note import keep_said, says_kind_note
from myolog.web.middleware.identity import OwnRequest
from myolog.web.moment import now_for, today_for
from myolog.web.notices import notes_for
from myolog.web.pages import BY, is_read
from myolog.web.result_page import Summary, summarised
from myolog.web.review_page import looked_back
from myolog.web.versions_page import versions_shown
from myolog.wording.aftermath import asks_for_check_now, check_wanted
from myolog.wording.noting import rest_in_words
from myolog.wording.places import offered
from myolog.wording.programme import gentle_lines
from myolog.wording.raised import raised_in_words
from myolog.wording.visits import overdue_in_words, state_in_words, took_place_in_words

INCOMPLETE: Final = "INCOMPLETE"
"""The level of a result that still waits for answers."""


@require_safe
def today(request: OwnRequest) -> HttpResponse:
    """Show the welcome to a person without entries, else Today."""
    now, day = now_for(request.person), today_for(request.person)
    latest = current_result(person=request.person, by=BY, now=now)
    journal = looked_back(request)
    notes = notes_for(request)
    if not journal.entries and latest is None and not notes:
        context = {"tabs": (), **_where(request)}
        return render(request, "first.html", context)
    results = told_results(request.person, journal)
    became = follow_up_of(person=request.person, now=now, journal=journal, results=results)
    last = _summary(request, latest, day, results, became)
    calm = latest is None or (can_wait(latest.assessment.urgency) and not latest.raised)
    found = overdue_to_say(
        person=request.person,
        by=BY,
        now=now,
        journal=journal,
        results=results,
        is_read=is_read(request),
    )
    overdue = "" if found is None else overdue_in_words(found)
    kind = not overdue and calm and says_kind_note(request, journal, today=day)
    agenda = agenda_of(journal, day, seed=request.person.id.int, now=now)
    noting, visit = agenda.noting, _visit(became, overdue=overdue, alone=_counts_no_more(last))
    on_top = _is_pressing(latest, last) or _is_left_open(latest, last, became)
    told = results if latest is None or latest.saved else (*results, latest.told)
    wanted = check_wanted(told, journal, today=day)
    asked = took_place_in_words(became)
    told_there = overdue or (asked and became.state == "passed")
    asks_result = _asks_something(last, "" if told_there else became.state)
    asks = asks_of(
        visit=not on_top and (bool(overdue or asked) or (_counts_no_more(last) and became.waits)),
        check=bool(wanted),
        result=not on_top and asks_result and not (wanted and _counts_no_more(last)),
    )
    context = {
        "tab": "today",
        "key": fresh_key(),
        "journal": journal,
        "today": day,
        "last": last,
        "raised": raised_in_words(raised_by(request.person, latest, journal), journal, today=day),
        "on_top": on_top,
        "needed": became.waits and not overdue,
        "result_is_calm": last is None or last.number == "",
        "versions": versions_shown(request.person),
        "noted_today": agenda.looked_back,
        "offers_tally": agenda.tally,
        "kind_note": kind,
        "overdue": overdue,
        "took_place": asked,
        **visit,
        "noting": noting,
        "resting": rest_in_words(noting),
        "tasks_due": agenda.tasks,
        "asks_for_check": asks_for_check_now(told, journal, today=day),
        "check_wanted": wanted,
        "window_due": agenda.window,
        "recent": offered(usual_places(journal, day)),
        "can_be_none": agenda.can_be_none,
        "here": "today",
        "pictures": pictures("body"),
        **_where(request),
        "asks": asks.first,
        **_steps(journal, latest, day, asks=noting.asked, room=asks.steps),
        **notes,
    }
    response = render(request, "today.html", context)
    if kind and is_read(request):
        keep_said(request, response, today=day)
    return response


def _is_pressing(latest: LatestResult | None, last: Summary | None) -> bool:
    """Say whether the newest result stands on top, before all else that today asks."""
    if latest is None or last is None:
        return False
    said = latest.raised or last.ahead or not last.saved or bool(last.number)
    return said or bool(latest.pressing and not last.lapsed)


def _is_left_open(latest: LatestResult | None, last: Summary | None, became: FollowUp) -> bool:
    """Say whether a result that counts no more still waits for a visit, and stays on top for it.

    One that could wait longer and of which the person wants to be reminded later does not.
    """
    if latest is None or last is None or not last.lapsed or became.state in ("none", "seen"):
        return False
    urgency = latest.assessment.urgency
    return became.waits or (urgency is not None and urgency >= SAID_FROM)


def _asks_something(last: Summary | None, visit: str) -> bool:
    """Say whether a check is to be done, or a visit that a result asks for is still open."""
    return _counts_no_more(last) or visit in ("open", "passed")


def _counts_no_more(last: Summary | None) -> bool:
    """Say whether the newest result asks for another check, and says nothing else itself."""
    return last is None or last.lapsed or last.level == INCOMPLETE


def _where(request: OwnRequest) -> dict[str, Any]:
    """Return whose clock and country are meant, and whether nobody has chosen them."""
    return {
        "zone": request.person.zone,
        "unchosen": is_unchosen(request.person),
        **country_asked(request, "today"),
    }


def _steps(
    journal: Journal, latest: LatestResult | None, today: date, *, asks: bool, room: int
) -> dict[str, Any]:
    """Return the things of a running programme that have room; no note on a day of rest."""
    urgent = latest is not None and bool(latest.pressing)
    plan = plan_on(journal, today, today=today, urgent=urgent)
    lines = [line for line in gentle_lines(plan) if asks or line.step != "STEP-5"]
    return {"plan": plan, "lines": lines[:room], "more_steps": len(lines) > room}


def _summary(
    request: OwnRequest,
    latest: LatestResult | None,
    day: date,
    results: Sequence[Told],
    became: FollowUp,
) -> Summary | None:
    if latest is None:
        return None
    due = due_in(request.person, latest, results=results)
    return summarised(latest, numbers=help_for(request), today=day, due=due, found=became)


def _visit(found: FollowUp, *, overdue: str, alone: bool) -> dict[str, str]:
    """Return which visit is booked for the result, or took place; nothing where none is told.

    Parameters
    ----------
    alone
        Whether the result itself is not shown; then one that is still to be booked is said too.
    """
    if found.examined is not None:
        return {"visit": found.state}
    if found.state == "none" or (found.state in ("open", "passed") and overdue):
        return {}
    if found.state == "open" and not alone:
        return {}
    return {"visit": found.state, "visit_state": state_in_words(found)}
