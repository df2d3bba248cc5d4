"""The result of the check: what to do, why, what it does not mean, what would change it."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from myolog.attention.looking import looking_in_week
from myolog.content.catalogue import load
from myolog.content.dates import spoken, spoken_short
from myolog.journal.model import Journal
from myolog.store.journals import journal_at
from myolog.store.raised import raised_by
from myolog.store.selectors import LatestResult, journal_of, told_results
from myolog.store.services.care import current_result, mark_seen
from myolog.store.services.follow_up import due_in, follow_up_of
from myolog.triage.aftermath import still_counts
from myolog.triage.follow_up import FollowUp
from myolog.triage.history import told_once
from myolog.triage.since import since_then
from myolog.triage.unfinished import stopped_early
from myolog.triage.urgency import Urgency, can_wait
from myolog.web.help_here import help_for
from myolog.web.middleware.identity import OwnRequest
from myolog.web.moment import now_for, today_for
from myolog.web.notices import notes_for
from myolog.web.pages import BY, is_read
from myolog.web.result_page import drawn_calendar, summarised
from myolog.wording.aftermath import still_in_words
from myolog.wording.checklist import checklist_of
from myolog.wording.history import history_in_words
from myolog.wording.raised import raised_in_words
from myolog.wording.result import (
    deciding,
    expiry_in_words,
    good_until,
    head_of,
    help_only,
    level_of,
    reasons_in_words,
    visits_in_words,
)
from myolog.wording.result_facts import facts_of, own_words
from myolog.wording.safety_net import explained_in, rests_on_doubt, safety_net
from myolog.wording.since import since_in_words
from myolog.wording.visits import needed_in_words, state_in_words


@require_safe
def result(request: OwnRequest) -> HttpResponse:
    """Show the newest result with the date of its answers."""
    now = now_for(request.person)
    latest = current_result(person=request.person, by=BY, now=now)
    if latest is None:
        return redirect("check")
    if latest.raised and is_read(request):
        mark_seen(person=request.person)
    if latest.assessment.help_only and "others" not in request.GET:
        return _help_only(request, latest)
    journal = journal_of(request.person)
    results, today = told_results(request.person, journal), today_for(request.person)
    looking = looking_in_week(journal, today=today)
    found = follow_up_of(
        person=request.person, now=now_for(request.person), journal=journal, results=results
    )
    context = {
        "tab": "today",
        **notes_for(request),
        "again": "again" in request.GET,
        "raised": raised_in_words(raised_by(request.person, latest, journal), journal, today=today),
        "can_wait": can_wait(latest.assessment.urgency),
        "kind_note": looking.note if can_wait(latest.assessment.urgency) else "",
        "n_checks": looking.n_checks,
        "still": still_in_words(still_counts(results, journal, today=today), help_for(request)),
        **_parts(
            request,
            latest,
            journal,
            due=due_in(request.person, latest, results=results),
            found=found,
        ),
        **_follow_up(latest, found),
    }
    return render(request, "result.html", context)


@require_safe
def history(request: OwnRequest) -> HttpResponse:
    """Show every result in order, the newest first."""
    person = request.person
    current_result(person=person, by=BY, now=now_for(person))
    journal, today = journal_of(person), today_for(person)
    past = told_once(told_results(person, journal), journal, today=today)
    results = history_in_words(
        reversed(past), numbers=help_for(request), home=journal.zone, today=today
    )
    return render(request, "history.html", {"tab": "today", "results": results})


def _help_only(request: OwnRequest, latest: LatestResult) -> HttpResponse:
    """Show nothing but help; what else was answered waits behind a link."""
    numbers = help_for(request)
    head = head_of(
        latest.assessment,
        answered=latest.counts_from,
        numbers=numbers,
        today=today_for(request.person),
    )
    why, others = help_only(latest.assessment)
    context = {"head": head, "why": why, "others": others, "tabs": ()}
    return render(request, "result_help.html", context)


def _follow_up(latest: LatestResult, found: FollowUp) -> dict[str, str]:
    """Return where it stands with the visit, where one is asked for and there is time for it."""
    urgency = latest.assessment.urgency
    if urgency == Urgency.EMERGENCY or latest.assessment.help_only:
        return {}
    if found.state == "none":
        return {}
    dated = {"open": "due", "passed": "due", "booked": "booked"}.get(found.state, "")
    if dated == "due" and found.is_late:
        dated = ""
    return {
        "follow_up": state_in_words(found, below_result=True),
        "calendar_of": dated,
        "needed": needed_in_words(found) if latest.expired else "",
    }


def _parts(
    request: OwnRequest,
    latest: LatestResult,
    journal: Journal,
    *,
    due: date | None,
    found: FollowUp,
) -> dict[str, Any]:
    assessment, answered = latest.assessment, latest.counts_from
    numbers = help_for(request)
    today = today_for(request.person)
    first, rest = deciding(assessment)
    then = journal_at(request.person, latest.at, now=journal)
    why = reasons_in_words(first + rest, facts_of(then, assessment, today=latest.day))
    since = since_then(then=then, now=journal, was=assessment, found=latest.live, said=latest.day)
    head = summarised(latest, numbers=numbers, today=today, due=due, found=found)
    until = good_until(assessment, answered, expired=latest.expired)
    return {
        "head": head,
        "dated": spoken(answered),
        "since": since_in_words(since, journal, today=today),
        "calendar": None
        if head.done
        else drawn_calendar(assessment, answered, due, found, today=today),
        "own_words": own_words(then),
        "stopped": not latest.missing and stopped_early(then, latest.answered_day),
        "deciding": why[: len(first)],
        "others": why[len(first) :],
        "visits": visits_in_words(assessment),
        "means": load().template(
            "visit.done.means" if head.done else f"result.means.{level_of(assessment)}.text"
        ),
        "checklist": checklist_of(assessment),
        "n_yes": len(assessment.checklist),
        "n_missing": len(latest.missing),
        "net": safety_net(
            level_of(assessment),
            numbers,
            in_doubt=rests_on_doubt(assessment),
            explained=explained_in(assessment),
        ),
        "good_until": expiry_in_words(until, None if head.done else due),
        "rules_version": assessment.rules_version,
        "can_correct": latest.answers_id is not None and latest.answered_day == today,
        "dated_short": spoken_short(answered, today=today),
    }
