"""Two versions of one day: both are kept, and the person says which one holds.

A device without a connection may say something of a day that another device has meanwhile said
otherwise. What came first holds; the other is set aside (`journal.log_entries`) and asked about
until it is decided. See docs/decisions/0009-kept-on-the-device.md.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import groupby
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from myolog.errors import NotFound
from myolog.journal.entries import Entry
from myolog.store.models import EntryRow, Person
from myolog.store.rows import entry_of
from myolog.store.services.audit import record
from myolog.store.services.entries import rows_in_force
from myolog.store.services.journal import log_entries


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoVersions:
    """What two devices say differently of one day.

    Attributes
    ----------
    id : key of the question
    day : the day it is about
    noted : what holds now, of the things in question; may be empty
    other : what was set aside
    """

    id: str
    day: date
    noted: tuple[Entry, ...]
    other: tuple[Entry, ...]


def open_versions(person: Person) -> tuple[TwoVersions, ...]:
    """Return what the person has still to decide, oldest first; what agrees by now is left out."""
    asked = tuple(_asked(person))
    if not asked:
        return ()
    slots = {row.slot for row in asked}
    noted = {(row.kind, row.slot): row for row in rows_in_force(person).filter(slot__in=slots)}
    differing = [row for row in asked if _payload(noted.get((row.kind, row.slot))) != row.payload]
    return tuple(
        _question(tuple(rows), noted)
        for _, rows in groupby(differing, lambda row: (row.created_at, row.day))
    )


def is_asked_about(person: Person, ids: Iterable[str | None]) -> bool:
    """Say whether any of these entries was set aside and waits for a choice."""
    return _asked(person).filter(id__in=[id for id in ids if id is not None]).exists()


def settle(*, person: Person, id: str, take: bool, by: str, now: datetime | None = None) -> date:
    """Let what holds stand, or put what was set aside in its place; return the day.

    Raises
    ------
    NotFound
        There is no such question, or it was decided already.
    """
    moment = now or datetime.now(UTC)
    with transaction.atomic():
        first = _asked(person).filter(id=_key(id)).first()
        if first is None:
            raise NotFound("This has been decided already.", code="decided_already")
        rows = _asked(person).filter(created_at=first.created_at, day=first.day)
        ids = tuple(row.id for row in rows)
        if take:
            entries = tuple(entry_of(row.id, row.payload) for row in rows)
            log_entries(person=person, entries=entries, by=by, now=moment)
        EntryRow.objects.filter(person=person, id__in=ids).update(set_aside=False)
        action = "take_other_version" if take else "keep_version"
        record(person=person, by=by, action=action, now=moment, entries=ids)
    return first.day


def _asked(person: Person) -> QuerySet[EntryRow]:
    mine = EntryRow.objects.filter(person=person, set_aside=True)
    return mine.order_by("created_at", "day", "id")


def _payload(row: EntryRow | None) -> object:
    return None if row is None else row.payload


def _question(
    rows: tuple[EntryRow, ...], noted: dict[tuple[str, str | None], EntryRow]
) -> TwoVersions:
    in_order = sorted(rows, key=lambda row: (row.kind, row.slot))
    held = (noted.get((row.kind, row.slot)) for row in in_order)
    return TwoVersions(
        id=str(rows[0].id),
        day=rows[0].day,
        noted=_entries(row for row in held if row is not None),
        other=_entries(in_order),
    )


def _entries(rows: Iterable[EntryRow]) -> tuple[Entry, ...]:
    return tuple(entry_of(row.id, row.payload) for row in rows)


def _key(id: str) -> UUID:
    try:
        return UUID(id)
    except ValueError:
        raise NotFound("There is no such question.", key="no_such_doctor_question") from None
