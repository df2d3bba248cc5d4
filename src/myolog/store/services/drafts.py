"""Answers that have no result yet: an unfinished check waits a day, others get theirs.

Answers of a check in a browser are kept screen by screen, as an entry like any other; a check that
is done gets its result in the same transaction. What came from a file has none of its own.
"""

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from myolog.journal.instants import has_come
from myolog.journal.model import Journal
from myolog.journal.records import TriageAnswers
from myolog.store.models import AssessmentRow, AuditEvent, Person
from myolog.store.services.entries import rows_in_force

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


def is_draft(entry: TriageAnswers, *, person: Person, now: datetime) -> bool:
    """Say whether these are answers of a check that the person may still be in the middle of."""
    if not is_fresh(entry, now) or entry.id is None:
        return False
    mine = AuditEvent.objects.filter(person=person, at__gt=now - DRAFT_LIFE)
    return mine.filter(entry=UUID(entry.id), action__in=_KEPT_BY_HAND).exists()


def is_fresh(entry: TriageAnswers, now: datetime) -> bool:
    """Say whether answers were given within the last day."""
    return now - DRAFT_LIFE < entry.at and has_come(entry.at, now)
