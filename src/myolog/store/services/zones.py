"""Putting right what was written: in a zone that nobody chose, or before the day ended otherwise.

Decides what moves. An entry with a time keeps its instant and gets the zone and the day it counts
for; a date that the person gave stands. What would move is shown first, and moved as one write.
Putting a zone right can be undone like any other write; another end of days is chosen again.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from uuid import UUID

from django.db import transaction

from myolog.journal.checks import check_whole
from myolog.journal.days import on_its_day
from myolog.journal.entries import CheckWindow, Entry, Episode
from myolog.journal.instants import LATEST_END
from myolog.journal.records import TriageAnswers
from myolog.store.compared import hold
from myolog.store.models import TIMED_KINDS, EntryRow, Person
from myolog.store.rows import entry_of, row_of
from myolog.store.services.audit import record
from myolog.store.services.entries import exchange, rows_in_force

NO_ZONE = "UTC"
"""What stood for the zone where none was known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One entry as it is and as it would be."""

    before: Entry
    after: Entry

    @property
    def changes_day(self) -> bool:
        """Whether it would count for another day."""
        return self.before.day != self.after.day


def is_unchosen(person: Person) -> bool:
    """Say whether nobody chose the home zone and this computer did not tell it."""
    return bool(person.zone_from == Person.ZoneFrom.UNKNOWN)


def in_no_zone(person: Person, *, zone: str) -> tuple[Move, ...]:
    """Return what moves when everything noted in UTC is put into the zone, in order of time."""
    if zone == NO_ZONE:
        return ()
    return _moves(_timed(person, zone=NO_ZONE), person=person, zone=zone)


def at_another_end(person: Person, *, day_ends_hour: int) -> tuple[Move, ...]:
    """Return what counts for another day when the person's day ends at another hour."""
    check_whole(day_ends_hour, 0, LATEST_END, "The hour at which a day ends")
    was = person.day_ends_hour
    moves = (
        Move(before=entry, after=on_its_day(entry, day_ends_hour=day_ends_hour, was=was))
        for entry in _timed(person)
    )
    return tuple(one for one in moves if one.changes_day)


def _timed(person: Person, **only: str) -> Iterable[Entry]:
    rows = rows_in_force(person).filter(kind__in=TIMED_KINDS, **only).order_by("at", "id")
    return tuple(entry_of(id, payload) for id, payload in rows.values_list("id", "payload"))


def _moves(entries: Iterable[Entry], *, person: Person, zone: str) -> tuple[Move, ...]:
    return tuple(
        Move(
            before=entry,
            after=on_its_day(
                replace(entry, zone=zone, day=date.min), day_ends_hour=person.day_ends_hour
            ),
        )
        for entry in entries
        if isinstance(entry, Episode | CheckWindow | TriageAnswers)
    )


@transaction.atomic
def set_right(*, person: Person, zone: str, by: str, now: datetime | None = None) -> int:
    """Put everything noted in UTC into the zone; return how much there was.

    Instants stay. "None today" steps back from a day on which a twitch now lies.
    """
    hold(person)
    moves = in_no_zone(person, zone=zone)
    _write(moves, person=person, by=by, action="correct", now=now or datetime.now(UTC))
    return len(moves)


@transaction.atomic
def set_day_end(
    *, person: Person, day_ends_hour: int, by: str, now: datetime | None = None
) -> tuple[Move, ...]:
    """Let the person's day end at another hour; return what counts for another day since.

    Raises
    ------
    InvalidEntry
        The hour is not from 0 to 6.
    """
    hold(person)
    moment = now or datetime.now(UTC)
    moves = at_another_end(person, day_ends_hour=day_ends_hour)
    person.day_ends_hour = day_ends_hour
    person.save(update_fields=["day_ends_hour"])
    record(person=person, by=by, action="set_day_end", now=moment)
    _write(moves, person=person, by=by, action="redated", now=moment)
    return moves


def _write(moves: tuple[Move, ...], *, person: Person, by: str, action: str, now: datetime) -> None:
    rows: list[EntryRow] = []
    for one in moves:
        row = row_of(one.after, person=person, now=now)
        row.revises_id = UUID(str(one.before.id))
        rows.append(row)
    if not rows:
        return
    out = tuple(row.revises_id for row in rows if row.revises_id is not None)
    record(person=person, by=by, action=action, now=now, entries=tuple(row.id for row in rows))
    exchange(person=person, by=by, now=now, out=out, rows=rows)
