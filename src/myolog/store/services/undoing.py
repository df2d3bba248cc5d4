"""Undo: the journal is again as it was before one write, whole.

A write is what one act of a person did, as the audit trail tells it: a day with all its values, an
edit, a deletion. What it brought leaves, and what it replaced or took out comes back.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from myolog.errors import Conflict, NotFound
from myolog.journal.entries import Entry
from myolog.store.models import AuditEvent, EntryRow, Person
from myolog.store.rows import entry_of
from myolog.store.services.audit import record
from myolog.store.services.entries import exchange, in_the_way
from myolog.store.services.places import gives_way, nones_beside

BRINGS: Final = frozenset({"log", "log_episode", "correct", "restore"})
TAKES: Final = frozenset({"delete", "taken_back"})
ASKS: Final = frozenset({"set_aside"})
CHOOSES: Final = frozenset({"take_other_version", "keep_version"})

WITHDRAWS: Final = "none_today_withdrawn"

LOOKED_AT: Final = 2_000
"""Newest lines of the audit in which the last write is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """What an undo did.

    Attributes
    ----------
    gone : entries that left the journal
    back : entries that hold again
    """

    gone: tuple[Entry, ...]
    back: tuple[Entry, ...]


def undo(*, person: Person, id: str, by: str, now: datetime | None = None) -> Undone:
    """Take back the newest write that brought the entry with this id, or took it out.

    Raises
    ------
    NotFound
        No such write, or it was taken back already.
    Conflict
        Something of it was changed since.
    """
    moment = now or datetime.now(UTC)
    with transaction.atomic():
        about = _acts(person).filter(entry=_key(id)).order_by("-at", "-id").first()
        if about is None:
            raise NotFound(NOTHING, code="nothing_to_undo")
        write = _Write(tuple(_acts(person).filter(at=about.at)), person)
        return _take_back(write, person, by, moment)


def undo_last(*, person: Person, by: str, now: datetime | None = None) -> Undone:
    """Take back the newest write that is not taken back yet.

    Raises
    ------
    NotFound
        There is nothing to take back.
    """
    moment = now or datetime.now(UTC)
    with transaction.atomic():
        newest = _acts(person).order_by("-at", "-id")[:LOOKED_AT]
        for _, events in groupby(newest, lambda event: event.at):
            write = _Write(tuple(events), person)
            if write.holds():
                return _take_back(write, person, by, moment)
        raise NotFound(NOTHING, code="nothing_to_undo")


@dataclass(frozen=True, slots=True, kw_only=True)
class Replaced:
    """One entry that a write put in the place of another; `new` is None where it was emptied.

    "None today" that gave way to a twitch is emptied too, and holds again when the write is undone.
    """

    old: Entry
    new: Entry | None


def replaced_with(*, person: Person, id: str) -> tuple[Replaced, ...] | None:
    """Return what the write of an entry replaced; None where it cannot be taken back any more."""
    about = _acts(person).filter(entry=_key(id)).order_by("-at", "-id").first()
    if about is None:
        return None
    write = _Write(tuple(_acts(person).filter(at=about.at)), person)
    if not write.holds():
        return None
    brought = write.rows.filter(id__in=write.brought).select_related("revises").order_by("id")
    pairs: list[tuple[EntryRow, EntryRow | None]] = [
        (row.revises, row) for row in brought if row.revises is not None
    ]
    withdrew = AuditEvent.objects.filter(person=person, at=about.at, action=WITHDRAWS)
    gone = write.taken | set(withdrew.values_list("entry", flat=True))
    left = write.rows.filter(id__in=gone, retired_at__isnull=False)
    pairs += [(row, None) for row in left.order_by("id")]
    return tuple(
        Replaced(old=_entry(old), new=None if new is None else _entry(new)) for old, new in pairs
    )


def _entry(row: EntryRow) -> Entry:
    return entry_of(row.id, row.payload)


NOTHING: Final = "There is nothing to take back. It may have been taken back already."


def _acts(person: Person) -> QuerySet[AuditEvent]:
    known = BRINGS | TAKES | ASKS | CHOOSES
    return AuditEvent.objects.filter(person=person, action__in=known, undone=False)


class _Write:
    """One write as the audit tells it, and how the journal stands to it now."""

    def __init__(self, events: tuple[AuditEvent, ...], person: Person) -> None:
        def named(actions: Collection[str]) -> set[UUID]:
            return {event.entry for event in events if event.action in actions and event.entry}

        self.at = events[0].at
        self.brought = named(BRINGS)
        self.taken = named(TAKES) - self.brought
        self.asked, self.chosen = named(ASKS), named(CHOOSES)
        self.restored = named({"restore"})
        self.rows = EntryRow.objects.filter(person=person)
        self.events = AuditEvent.objects.filter(id__in=[event.id for event in events])

    @property
    def as_left(self) -> tuple[QuerySet[EntryRow], ...]:
        """The rows of each part that are still as the write left them."""
        retired = self.rows.filter(retired_at__isnull=False)
        return (
            self.rows.filter(id__in=self.brought, retired_at__isnull=True),
            retired.filter(id__in=self.taken),
            retired.filter(id__in=self.asked, set_aside=True),
            retired.filter(id__in=self.chosen, set_aside=False),
        )

    def holds(self) -> bool:
        """Say whether the journal stands as this write left it."""
        parts = (self.brought, self.taken, self.asked, self.chosen)
        return all(rows.count() == len(ids) for rows, ids in zip(self.as_left, parts, strict=True))


def _take_back(write: _Write, person: Person, by: str, now: datetime) -> Undone:
    if not write.holds():
        if not any(rows.exists() for rows in write.as_left):
            raise NotFound(NOTHING, code="nothing_to_undo")
        raise Conflict(
            "Something of this was changed since. Look at the day and change it there.",
            code="changed_since",
        )
    leaving = tuple(write.rows.filter(id__in=write.brought))
    replaced = {row.revises_id for row in leaving if row.id not in write.restored} - {None}
    coming = tuple(write.rows.filter(id__in=write.taken | replaced, retired_at__isnull=False))
    came = [row.id for row in coming]
    _refuse_taken(coming, {row.id for row in leaving}, person)
    write.rows.filter(id__in=write.asked).update(set_aside=False)
    write.rows.filter(id__in=write.chosen).update(set_aside=True)
    write.events.update(undone=True)
    touched = (*leaving, *coming)
    ids = {row.id for row in touched} | write.asked | write.chosen
    record(person=person, by=by, action="undo", now=now, entries=tuple(ids))
    exchange(
        person=person,
        by=by,
        now=now,
        out=[row.id for row in leaving],
        back=came,
    )
    left = max((row.changed_nth for row in coming), default=0)
    late = {
        row.id for row in coming if gives_way(_entry(row), person=person, since=left, with_it=came)
    }
    beside = write.rows.filter(
        id__in=nones_beside(map(_entry, coming), person=person), changed_nth__gt=left
    ).exclude(id__in=came)
    exchange(person=person, by=by, now=now, out=[*late, *(row.id for row in beside)])
    return Undone(
        gone=tuple(map(_entry, leaving)),
        back=tuple(_entry(row) for row in coming if row.id not in late),
    )


def _refuse_taken(coming: tuple[EntryRow, ...], leaving: set[UUID], person: Person) -> None:
    if in_the_way(coming, person=person).exclude(id__in=leaving).exists():
        raise Conflict(
            "Something newer stands in its place. Delete that first.", key="newer_in_its_place"
        )


def _key(id: str) -> UUID:
    try:
        return UUID(id)
    except ValueError:
        raise NotFound(NOTHING, code="nothing_to_undo") from None
