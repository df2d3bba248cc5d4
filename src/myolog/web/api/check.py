"""The check through the API: answers in, the result as it was said, and what changed since.

Decides how requests become answers and results become JSON; nothing medical.
"""

from datetime import UTC, datetime
from typing import Any, Final

from ninja import Router, Status

from myolog.errors import NotFound
from myolog.exporters.history import history_as_dicts
from myolog.journal.model import Journal
from myolog.journal.subject import subject_of
from myolog.store.journals import journal_at
from myolog.store.raised import rise_of
from myolog.store.selectors import (
    LatestResult,
    Person,
    journal_of,
    today_in,
    told_results,
)
from myolog.store.services import care
from myolog.store.services.follow_up import due_in
from myolog.triage.aftermath import not_seen_since, still_counts
from myolog.triage.follow_up import follow_up
from myolog.triage.history import history_of
from myolog.triage.since import Since, since_then
from myolog.web.api.access import Called
from myolog.web.api.problems import READS, WRITES
from myolog.web.api.schemas import AnswersIn, AssessmentOut, PastResultOut, Problem

router: Final = Router()


def _utc(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")


def _since(person: Person, latest: LatestResult) -> dict[str, Any]:
    now = journal_of(person)
    then = journal_at(person, latest.at, now=now)
    found = since_then(
        then=then, now=now, was=latest.assessment, found=latest.live, said=latest.day
    )
    return {**_noted(found), "calmer": found.calmer}


def _raised(person: Person, latest: LatestResult, journal: Journal) -> dict[str, Any] | None:
    rise = rise_of(person, latest, journal)
    return None if rise is None else {"day": rise.day.isoformat(), **_noted(rise.by)}


def _noted(since: Since) -> dict[str, Any]:
    return {
        "places": [
            {"site": one.site, "side": one.side, "day": one.since.isoformat()}
            for one in since.places
        ],
        "reasons": [one.code for one in since.reasons],
        "tasks": list(since.tasks),
    }


def _assessment(person: Person, *, by: str) -> dict[str, Any]:
    found = care.current_result(person=person, by=by)
    if found is None:
        raise NotFound("The check was not done yet. Send answers first.", code="no_assessment")
    journal = journal_of(person)
    results = told_results(person, journal)
    today = today_in(person, datetime.now(UTC))
    unseen = not_seen_since(results, journal, today=today)
    after = still_counts(results, journal, today=today)
    if unseen is None and after is not None and not after.seen:
        unseen = after.told
    done = follow_up(journal, results, today=today).examined
    due = None if done is not None else due_in(person, found, results=results)
    return {
        "not_seen_since": None if unseen is None else unseen.day.isoformat(),
        **found.assessment.as_dict(),
        "answered_by": subject_of(journal, today).answered_by,
        "help_only": found.assessment.help_only,
        "keep_review": found.assessment.keep_review,
        "answered_at": _utc(found.answered_at),
        "at": _utc(found.at),
        "counts_from": found.counts_from.isoformat(),
        "due": None if due is None else due.isoformat(),
        "raised": _raised(person, found, journal),
        "since": _since(person, found),
        "expired": found.expired,
        "saved": found.saved,
    }


@router.get(
    "",
    response={200: AssessmentOut, READS: Problem},
    summary="Read the newest result of the check",
)
def read_assessment(request: Called) -> dict[str, Any]:
    """Return the newest result; `expired` after 14 days; not `saved` when the disk is full."""
    return _assessment(request.auth.person, by=request.auth.by)


@router.get(
    "/history",
    response={200: list[PastResultOut], READS: Problem},
    by_alias=True,
    exclude_unset=True,
    summary="List every result of the check, the oldest first",
)
def list_results(request: Called) -> list[dict[str, Any]]:
    """Return every result as it was said, what changed it, and what was done while it stood."""
    person = request.auth.person
    care.current_result(person=person, by=request.auth.by)
    today = today_in(person, datetime.now(UTC))
    return history_as_dicts(history_of(told_results(person), journal_of(person), today=today))


@router.post(
    "",
    response={201: AssessmentOut, WRITES: Problem},
    summary="Answer the check, together with the journal",
)
def answer_check(request: Called, body: AnswersIn) -> Status[dict[str, Any]]:
    """Store answers and the result that follows from them and the journal."""
    caller = request.auth
    care.record_answers(
        person=caller.person, answers=body.answers, reasons=body.reasons, by=caller.by
    )
    return Status(201, _assessment(caller.person, by=caller.by))
