"""Writing rows: put an entry in its place, retire what it replaces, note who did it.

The other services decide what may be written; this module only writes, inside their transaction.
"""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from myolog.journal.entries import Entry
from myolog.store.models import EntryRow, Person
from myolog.store.rows import entry_of, row_of
from myolog.store.services.audit import record


def standing(person: Person) -> QuerySet[EntryRow]:
    """Return the person's rows that hold: neither replaced nor deleted."""
    return EntryRow.objects.filter(person=person, retired_at__isnull=True)


def put(
    entries: Iterable[Entry], *, person: Person, by: str, action: str, now: datetime
) -> tuple[Entry, ...]:
    """Store entries; one that fills a taken slot revises and retires what was there.

    An entry whose slot already holds the same content is not written again.

    Returns
    -------
    stored : the entries as stored, with their ids, in the order given
    """
    given = tuple(entries)
    taken = _taken(given, person=person)
    stored: list[Entry] = []
    new: list[EntryRow] = []
    for entry in given:
        row = row_of(entry, person=person, now=now)
        before = taken.get((row.kind, row.slot)) if row.slot is not None else None
        if before is not None and before.payload == row.payload:
            stored.append(entry_of(before.id, before.payload))
            continue
        if before is not None:
            row.revises = before
        new.append(row)
        stored.append(entry_of(row.id, row.payload))
    replaced = [row.revises_id for row in new if row.revises_id is not None]
    if replaced:
        EntryRow.objects.filter(person=person, id__in=replaced).update(retired_at=now)
    EntryRow.objects.bulk_create(new, batch_size=500)
    if new:
        record(person=person, by=by, action=action, now=now, entries=tuple(row.id for row in new))
    return tuple(stored)


def _taken(entries: tuple[Entry, ...], *, person: Person) -> dict[tuple[str, str | None], EntryRow]:
    """Return the standing rows whose slots the entries claim."""
    slots: dict[str, set[str]] = {}
    for entry in entries:
        if entry.slot is not None:
            slots.setdefault(entry.kind, set()).add(entry.slot)
    if not slots:
        return {}
    claimed = Q()
    for kind, names in slots.items():
        claimed |= Q(kind=kind, slot__in=names)
    return {(row.kind, row.slot): row for row in standing(person).filter(claimed)}


def set_aside(
    entries: Iterable[Entry], *, person: Person, own: Collection[str], by: str, now: datetime
) -> tuple[Entry, ...]:
    """Keep entries beside the journal: they do not hold until the person chooses them.

    Parameters
    ----------
    own
        Ids of what the same device wrote before; its newest version is the one to ask about.
    """
    rows = [row_of(entry, person=person, now=now) for entry in entries]
    waiting = EntryRow.objects.filter(person=person, set_aside=True, id__in=own)
    for row in rows:
        row.retired_at, row.set_aside = now, True
        waiting.filter(kind=row.kind, slot=row.slot).update(set_aside=False)
    EntryRow.objects.bulk_create(rows, batch_size=500)
    if rows:
        record(
            person=person, by=by, action="set_aside", now=now, entries=tuple(row.id for row in rows)
        )
    return tuple(entry_of(row.id, row.payload) for row in rows)


def retire(ids: Iterable[UUID], *, person: Person, by: str, action: str, now: datetime) -> int:
    """Take standing rows out of the journal, keeping them for undo; return how many there were."""
    found = tuple(standing(person).filter(id__in=tuple(ids)).values_list("id", flat=True))
    EntryRow.objects.filter(person=person, id__in=found).update(retired_at=now)
    if found:
        record(person=person, by=by, action=action, now=now, entries=found)
    return len(found)
