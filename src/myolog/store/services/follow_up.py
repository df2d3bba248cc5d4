"""What became of the newest result, and the dates of it for a calendar."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Final

from myolog.attention.checking import is_due
from myolog.content.catalogue import load
from myolog.errors import InvalidAnswer, NotFound
from myolog.exporters.reminders import one_day
from myolog.journal.instants import FORGIVEN
from myolog.journal.model import Journal
from myolog.journal.records import Examination
from myolog.journal.visits import is_visit
from myolog.store.failures import unless_unavailable
from myolog.store.models import AuditEvent, Person
from myolog.store.selectors import LatestResult, journal_of, today_in, told_results
from myolog.store.services.audit import record
from myolog.triage.due import with_due
from myolog.triage.follow_up import FollowUp, follow_up
from myolog.triage.history import Told

__all__ = [
    "CALENDAR_OF",
    "calendar_day",
    "due_in",
    "follow_up_of",
    "overdue_to_say",
]

CALENDAR_OF: Final = ("due", "booked", "later", "done")
"""Dates that can be put into a calendar, and what takes the last day out of it."""

SAID: Final = "say_overdue"
"""The action that notes that an overdue visit was brought up."""


def follow_up_of(
    *,
    person: Person,
    now: datetime | None = None,
    journal: Journal | None = None,
    results: Sequence[Told] | None = None,
) -> FollowUp:
    """Return what became of the newest result.

    Parameters
    ----------
    journal, results
        The person's journal and results, where they have been read already.
    """
    today = today_in(person, now or datetime.now(UTC))
    journal = journal_of(person) if journal is None else journal
    told = told_results(person, journal) if results is None else results
    return follow_up(journal, told, today=today)


def due_in(
    person: Person, latest: LatestResult, *, results: Sequence[Told] | None = None
) -> date | None:
    """Return the last day to be seen of the newest result; None where it asks for no visit.

    Parameters
    ----------
    results
        The person's results, where they have been read already.
    """
    told = told_results(person) if results is None else results
    if latest.saved and not latest.ahead:
        return told[-1].due
    before = told[:-1] if latest.saved else told
    return with_due((*before, latest.told), journal_of(person))[-1].due


def overdue_to_say(
    *,
    person: Person,
    by: str,
    now: datetime | None = None,
    journal: Journal | None = None,
    results: Sequence[Told] | None = None,
    is_read: bool = True,
) -> FollowUp | None:
    """Return what is overdue where it may be said today, and note that it is said.

    On one day a week at most, whichever browser asks; the whole of that day.

    Parameters
    ----------
    journal, results
        The person's, where they have been read already.
    is_read
        Whether the person sees it now; else nothing is noted.
    """
    moment = now or datetime.now(UTC)
    found = follow_up_of(person=person, now=moment, journal=journal, results=results)
    today = today_in(person, moment)
    if not found.overdue:
        return None
    told = AuditEvent.objects.filter(person=person, action=SAID, at__lte=moment + FORGIVEN)
    last = told.order_by("-at").values_list("at", flat=True).first()
    said_on = None if last is None else today_in(person, last)
    if said_on == today:
        return found
    if not is_due(said_on, today=today):
        return None
    if is_read:
        with unless_unavailable():
            record(person=person, by=by, action=SAID, now=moment)
    return found


def calendar_day(*, person: Person, of: str, now: datetime | None = None) -> bytes:
    """Return one date as an iCalendar file; it says nothing of health.

    Parameters
    ----------
    of
        due, booked, later or done. Once a visit is booked it stands in place of the last day to be
        seen, which a calendar that has it strikes out; done, after a visit, strikes out alone.

    Raises
    ------
    InvalidAnswer
        There is no such date.
    NotFound
        It is not known.
    """
    moment = now or datetime.now(UTC)
    if of not in CALENDAR_OF:
        raise InvalidAnswer(
            "Dates for a calendar are {codes}.",
            codes=CALENDAR_OF,
            key="calendar_dates_are",
        )
    journal = journal_of(person)
    found = follow_up_of(person=person, now=moment, journal=journal)
    if of == "due" and found.state == "booked":
        of = "booked"
    told = told_results(person, journal)
    last = told[-1].due if told else None
    gone = {"due": last} if last is not None and found.state in ("booked", "seen") else {}
    known = {"due": found.due, "booked": found.coming, "later": found.remind_on}
    days = {code: day for code, day in known.items() if code == of and day is not None}
    if not (days or (of == "done" and gone)):
        raise NotFound(
            "There is no such date yet. Say first what is booked, or when to be reminded.",
            key="no_such_date",
        )
    n_seen = sum(map(is_visit, journal.of(Examination)))
    return one_day(load(), days, gone=gone, n_seen=n_seen, name=str(person.id), now=moment)
