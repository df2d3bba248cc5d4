"""Second thoughts: an entry put right.

Nothing is overwritten: a corrected entry is a new row that revises the old one.
"""

from datetime import UTC, datetime
from uuid import UUID

from django.db import transaction

from myolog.errors import Conflict, NotFound
from myolog.journal.entries import Entry, ProfileFact
from myolog.journal.model import refuse_future
from myolog.store.compared import hold
from myolog.store.models import EntryRow, Person
from myolog.store.rows import entry_of, row_of
from myolog.store.services.audit import record
from myolog.store.services.entries import exchange, in_order, in_the_way, rows_in_force
from myolog.store.services.one_person import refuse_another_person
from myolog.store.services.places import keep_places_true

GONE = "There is no such entry. It may have been deleted already."


def correct_entry(
    *, person: Person, id: str, entry: Entry, by: str, now: datetime | None = None
) -> Entry:
    """Put `entry` in the place of the one with this id, and return it as stored.

    Raises
    ------
    NotFound
        The person has no such entry.
    InvalidEntry
        The corrected entry lies in the future.
    Conflict
        The corrected entry would fill the place of another one.
    """
    moment = now or datetime.now(UTC)
    refuse_future(entry, now=moment)
    with transaction.atomic():
        hold(person)
        old = rows_in_force(person).filter(id=_key(id), kind=entry.kind).first()
        if old is None:
            raise NotFound(GONE, key="entry_deleted_already")
        if isinstance(entry, ProfileFact):
            refuse_another_person([entry], person=person, now=moment)
        row = row_of(in_order(entry, person=person, now=moment), person=person, now=moment)
        row.revises = old
        _refuse_taken(row, person=person)
        keep_places_true((entry,), person=person, by=by, now=moment)
        record(person=person, by=by, action="corrected", now=moment, entries=(old.id,))
        record(person=person, by=by, action="correct", now=moment, entries=(row.id,))
        exchange(person=person, by=by, now=moment, out=[old.id], rows=[row])
    return entry_of(row.id, row.payload)


def _refuse_taken(row: EntryRow, *, person: Person) -> None:
    taken = in_the_way([row], person=person).values_list("id", flat=True)
    if set(taken) - {row.revises_id}:
        raise Conflict(
            "Something else is noted in that place now. Delete it first.", code="place_taken"
        )


def _key(id: str) -> UUID:
    try:
        return UUID(id)
    except ValueError:
        raise NotFound(GONE, key="entry_deleted_already") from None
