"""The journal of each person in memory: read once, then only what was changed since.

A journal is frozen, so everyone may share one. What was read is kept together with the number of
the last change that is in it; a later read asks for the rows with a higher number. The row that was
changed last and the one that was stored first say whether the numbers still mean the same: they do
not after an erasure or after a write that was taken back.
"""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from typing import Any, Final, NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet, Subquery

from myolog.frozen import FrozenDict
from myolog.journal.entries import Entry
from myolog.journal.model import Journal
from myolog.store.models import EntryRow, Person
from myolog.store.prepared import PERSON, Prepared
from myolog.store.rows import entries_in, entry_of, ids_of

PEOPLE: Final = 8
"""Journals that are kept in memory at most, those that were asked for last."""

_NOTHING: Final[Mapping[str, Entry]] = FrozenDict()


class _Mark(NamedTuple):
    """What tells one state of the rows from another."""

    changed_nth: int
    id: UUID
    first: UUID


@dataclass(frozen=True, slots=True)
class _Held:
    mark: _Mark | None
    journal: Journal


_LOCK: Final = Lock()
_held: Final[OrderedDict[tuple[str, UUID], _Held]] = OrderedDict()


def current_journal(person: Person, *, written: Mapping[str, Entry] = _NOTHING) -> Journal:
    """Return the person's journal as it stands.

    Parameters
    ----------
    written
        Entries by the id of the row that was just written of them: they are not read back. Which
        rows stand, the database says.
    """
    key = _key(person)
    with _LOCK:
        mark = _mark_of(person)
        held = _held.get(key)
        if held is None or held.mark != mark or not _keeps_clock(held.journal, person):
            held = _held[key] = _Held(mark, _brought_up_to(mark, held, person, written))
        _held.move_to_end(key)
        while len(_held) > PEOPLE:
            _held.popitem(last=False)
    return held.journal


def journal_at(person: Person, moment: datetime, *, now: Journal) -> Journal:
    """Return the journal as it stood at a moment, such as that of a result, from that of now."""
    changed = Q(created_at__gt=moment) | Q(retired_at__gt=moment)
    rows = EntryRow.objects.filter(changed, person=person)
    gone, new = [], []
    for id, payload, created_at, retired_at in rows.values_list(
        "id", "payload", "created_at", "retired_at"
    ):
        if created_at <= moment:
            new.append(entry_of(id, payload))
        elif retired_at is None:
            gone.append(str(id))
    return now.exchanged(gone=tuple(gone), new=tuple(new))


def is_held(person: Person) -> bool:
    """Say whether this process has read the person's journal already."""
    return _key(person) in _held


def held_people() -> frozenset[UUID]:
    """Return whose journals this process keeps in memory."""
    with _LOCK:
        return frozenset(person for _, person in _held)


def state_of(person: Person) -> object:
    """Return what differs from one state of the person's rows to the next."""
    return _mark_of(person)


def changed_since(then: object, person: Person) -> QuerySet[EntryRow] | None:
    """Return the rows that were changed after a state; None where it does not lead to this one.

    Parameters
    ----------
    then
        What `state_of` returned.
    """
    mark = _mark_of(person)
    if not isinstance(then, _Mark) or mark is None or not _goes_on(then, mark, person):
        return None
    return EntryRow.objects.filter(person=person, changed_nth__gt=then.changed_nth)


def forget() -> None:
    """Drop every journal that is kept in memory."""
    with _LOCK:
        _held.clear()


def _key(person: Person) -> tuple[str, UUID]:
    return str(connection.settings_dict["NAME"]), person.id


def _mark_of(person: Person) -> _Mark | None:
    found = _MARK.first(person=person.id)
    return None if found is None else _Mark(*found)


def _marks() -> QuerySet[Any, Any]:
    mine = EntryRow.objects.filter(person_id=PERSON)
    first = Subquery(mine.order_by("stored_nth").values("id")[:1])
    marks: QuerySet[Any, Any] = mine.order_by("-changed_nth").annotate(first=first)
    return marks.values_list("changed_nth", "id", "first")[:1]


_MARK: Final = Prepared(_marks)


def _brought_up_to(
    mark: _Mark | None, held: _Held | None, person: Person, written: Mapping[str, Entry]
) -> Journal:
    mine = EntryRow.objects.filter(person=person)
    if mark is None:
        return Journal((), person.zone, person.day_ends_hour)
    if held is None or held.mark is None or not _goes_on(held.mark, mark, person):
        entries = entries_in(mine.filter(retired_at__isnull=True), written)
        empty = Journal((), person.zone, person.day_ends_hour)
        return empty.exchanged(gone=(), new=entries)
    changed = mine.filter(changed_nth__gt=held.mark.changed_nth)
    gone = tuple(ids_of(changed))
    new = tuple(entries_in(changed.filter(retired_at__isnull=True), written))
    found = held.journal.exchanged(gone=gone, new=new)
    if _keeps_clock(found, person):
        return found
    return Journal(found.entries, person.zone, person.day_ends_hour)


def _keeps_clock(journal: Journal, person: Person) -> bool:
    """Say whether a journal is in the person's zone and its days end when theirs do."""
    return (journal.zone, journal.day_ends_hour) == (person.zone, person.day_ends_hour)


def _goes_on(then: _Mark, now: _Mark, person: Person) -> bool:
    """Say whether the state of then was one on the way to that of now."""
    if then.first != now.first or then.changed_nth > now.changed_nth:
        return False
    still = EntryRow.objects.filter(person=person, id=then.id, changed_nth__gte=then.changed_nth)
    return then == now or still.exists()
