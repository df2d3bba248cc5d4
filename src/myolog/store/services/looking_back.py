"""Looking back on the programme: the verdict of day 21 and of day 28, each kept once.

A verdict is an entry of the journal, so that the check takes account of it; its numbers are worked
out again, over the journal as it stood then where later notes would say something else.
"""

from datetime import UTC, datetime

from django.db import transaction

from myolog.journal.model import Journal
from myolog.journal.periods import latest_period
from myolog.journal.records import ProgrammeEvent
from myolog.programme.looks import DueLook, look_due
from myolog.programme.verdict import Verdict, judge_programme
from myolog.store.failures import unless_unavailable
from myolog.store.models import Person
from myolog.store.selectors import journal_as_of, journal_of, latest_assessment, today_in
from myolog.store.services.care import reassess
from myolog.store.services.entries import put, rows_in_force
from myolog.triage.urgency import Urgency


def look_back(
    *, person: Person, by: str, now: datetime | None = None, journal: Journal | None = None
) -> Verdict | None:
    """Return the verdict of the latest look that is due, and keep it when it is new.

    A result that has risen to a doctor's visit since the check was answered goes before all
    numbers: the verdict is then to check again, and it is not kept.

    Parameters
    ----------
    journal
        The person's journal, where it has been read already.

    Returns
    -------
    verdict : None before day 21, without a programme, or while a result needs a doctor first
    """
    moment = now or datetime.now(UTC)
    today = today_in(person, moment)
    whole = journal_of(person) if journal is None else journal
    period = latest_period(whole, today)
    due = None if period is None else look_due(whole, period, today)
    if period is None or due is None:
        return None
    if due.kept is not None:
        verdict = judge_programme(whole, period, today=today)
        return verdict if verdict.code == due.kept else _as_kept(person, due)
    newest = latest_assessment(person, now=moment)
    if newest is not None and newest.pressing:
        return None
    risen = newest is not None and newest.has_risen
    urgency = None if newest is None else newest.assessment.urgency
    needs_check = risen and (urgency or 0) >= Urgency.SOON
    verdict = judge_programme(whole, period, today=today, needs_check=needs_check)
    if verdict.code != "RECHECK":
        with unless_unavailable():
            _keep(verdict, due, person=person, by=by, now=moment)
    return verdict


@transaction.atomic
def _keep(verdict: Verdict, due: DueLook, *, person: Person, by: str, now: datetime) -> None:
    kept = ProgrammeEvent(day=due.day, event="verdict", value=verdict.code)
    put([kept], person=person, by=by, action="keep_verdict", now=now)
    reassess(person=person, by=by, now=now)


def _as_kept(person: Person, due: DueLook) -> Verdict | None:
    """Judge over the journal as it stood when the verdict was kept; notes changed since."""
    slot = ProgrammeEvent(day=due.day, event="verdict").slot
    row = rows_in_force(person).filter(kind=ProgrammeEvent.kind, slot=slot).first()
    if row is None:
        return None
    then = row.created_at
    day = today_in(person, then)
    journal = journal_as_of(person, then)
    period = latest_period(journal, day)
    return None if period is None else judge_programme(journal, period, today=day)
