"""Whose journal it is, asked before every page: most often nobody told, and that is quick."""

from datetime import datetime
from typing import Final

from myolog.journal.entries import ProfileFact
from myolog.journal.subject import Subject, subject_of
from myolog.store.models import EntryRow, Person
from myolog.store.prepared import PERSON, Prepared
from myolog.store.selectors import journal_of, today_in


def subject_in(person: Person, *, now: datetime) -> Subject:
    """Return whose journal it is, as `subject_of` has it."""
    if _TOLD.first(person=person.id) is None:
        return Subject()
    return subject_of(journal_of(person), today_in(person, now))


_TOLD: Final = Prepared(
    lambda: EntryRow.objects.filter(
        person_id=PERSON,
        kind=ProfileFact.kind,
        slot__endswith="/answered_by",
        retired_at__isnull=True,
    ).values_list("id")[:1]
)
