"""Answers that have no result yet: an unfinished check waits a day, others get theirs.

Answers of a check in a browser are kept screen by screen, as an entry like any other; a check that
is done gets its result in the same transaction. What came from a file has none of its own.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import transaction

from myolog.journal.instants import has_come
from myolog.journal.model import Journal
from myolog.journal.records import TriageAnswers
from myolog.store.models import AssessmentRow, AuditEvent, Person
from myolog.store.rows import entry_of
from myolog.store.services.entries import put, retire, rows_in_force

DRAFT_LIFE: Final = timedelta(hours=24)
"""How long answers of an unfinished check are offered for going on."""

_KEPT_BY_HAND: Final = ("log", "correct")
"""What the audit trail says of an entry that was kept screen by screen."""


def has_answers(person: Person) -> bool:
    """Say whether the journal holds any answers to the check."""
    return rows_in_force(person).filter(kind=TriageAnswers.kind).exists()


def newest_check(
    journal: Journal, *, person: Person, last: AssessmentRow | None, now: datetime
) -> TriageAnswers | None:
    """Return the newest answers if they came after those of the last result, drafts left out."""
    given = journal.of(TriageAnswers)
    for entry in reversed(given):
        if last is not None and entry.id == str(last.answers_id):
            return None
        if is_draft(entry, person=person, now=now):
            continue
        gone = last is not None and all(one.id != str(last.answers_id) for one in given)
        return None if last is not None and gone and entry.at <= last.answered_at else entry
    return None


def open_again(*, person: Person, id: str, by: str, now: datetime) -> bool:
    """Turn the answers of a finished check into those of an unfinished one, to be corrected.

    The draft takes their place, so that a sign that was ticked by mistake does not stand beside
    what is answered then; the result that was told stays.

    Returns
    -------
    done : whether the answers are still in the journal
    """
    found = rows_in_force(person).filter(kind=TriageAnswers.kind, id=UUID(id)).first()
    given = None if found is None else entry_of(found.id, found.payload)
    if found is None or not isinstance(given, TriageAnswers):
        return False
    with transaction.atomic():
        retire([found.id], person=person, by=by, action="delete", now=now)
        put([replace(given, id=None, at=now)], person=person, by=by, action="log", now=now)
    return True


def is_draft(entry: TriageAnswers, *, person: Person, now: datetime) -> bool:
    """Say whether these are answers of a check that the person may still be in the middle of."""
    if not is_fresh(entry, now) or entry.id is None:
        return False
    mine = AuditEvent.objects.filter(person=person, at__gt=now - DRAFT_LIFE)
    return mine.filter(entry=UUID(entry.id), action__in=_KEPT_BY_HAND).exists()


def is_fresh(entry: TriageAnswers, now: datetime) -> bool:
    """Say whether answers were given within the last day."""
    return now - DRAFT_LIFE < entry.at and has_come(entry.at, now)
