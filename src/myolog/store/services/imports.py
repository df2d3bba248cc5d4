"""Taking a journal in from a file: what is known already adds nothing.

An entry is known by its id and content, by its place and content, or, without either, by its
content alone (the second of two equal ones counts as another). What the journal holds stands: where
a file says something else under the same id, or of the same place on the same day, the journal
keeps its own.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Final, Literal
from uuid import UUID, uuid5

from django.db import transaction

from myolog.journal.days import on_its_day
from myolog.journal.entries import Entry, NoneToday, tells_twitch
from myolog.journal.file import encode
from myolog.journal.model import Journal, lies_ahead
from myolog.store.journals import current_journal, state_of
from myolog.store.models import EntryRow, Person
from myolog.store.rows import key_for, payload_of, row_of
from myolog.store.selectors import has_entries, journal_of
from myolog.store.services.audit import record
from myolog.store.services.care import NOTHING, Change, reassess
from myolog.store.services.entries import exchange, standing, superseded
from myolog.store.services.people import take_clock

_BATCH = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What became of a file's entries.

    Attributes
    ----------
    added : newly in the journal, or back in it after having been deleted
    known : in the journal already
    differing : the journal says something else in the same place, and keeps it
    n_ahead : how many of the file's entries are dated in the future, as a wrong clock leaves them
    result : what the check says of the journal now
    """

    added: int
    known: int
    differing: int
    n_ahead: int = field(default=0, compare=False)
    result: Change = field(default=NOTHING, compare=False)


def import_journal(
    *, person: Person, journal: Journal, by: str, now: datetime | None = None
) -> Imported:
    """Add a journal's entries to the person's own, and the result of its answers: all or none.

    An empty journal takes the file's home zone and the end of its days too; one whose days end at
    another hour takes what has a time on the day it counts for there. What a wrong clock has dated
    in the future comes in as it is, because the journal that was exported holds it too.
    """
    moment = now or datetime.now(UTC)
    n_ahead = sum(lies_ahead(entry, now=moment) for entry in journal.entries)
    seen = state_of(person), person.day_ends_hour
    given = _read(journal, person=person)
    with transaction.atomic():
        if not has_entries(person):
            take_clock(person=person, journal=journal, by=by, now=moment)
        if (state_of(person), person.day_ends_hour) != seen:
            given = _read(journal, person=person)
        added = _add(*given, person=person, by=by, now=moment)
        result = reassess(person=person, by=by, now=moment)
        return replace(added, n_ahead=n_ahead, result=result)


def _read(journal: Journal, *, person: Person) -> "tuple[tuple[Entry, ...], list[UUID], _Known]":
    """Return the entries on the days they count for, their keys, and what is known of them.

    It is done before the journal is locked, and again only when something changed meanwhile.
    """
    ends, was = person.day_ends_hour, journal.day_ends_hour
    entries = tuple(on_its_day(one, day_ends_hour=ends, was=was) for one in journal.entries)
    keys = _keys(entries, person=person)
    return entries, keys, _what_is_known(entries, keys, person=person)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What the store holds of what a file brings.

    Attributes
    ----------
    rows : payload of a row, and whether it stands, by key
    filled : payload standing in each slot, by kind and slot
    superseded : retired rows another version of which stands
    twitch_days : days with a twitch, in the journal or in the file
    """

    rows: Mapping[UUID, tuple[object, bool]]
    filled: Mapping[tuple[str, str | None], object]
    superseded: frozenset[UUID]
    twitch_days: frozenset[date]

    def judge(
        self, entry: Entry, key: UUID, payload: object
    ) -> Literal["added", "known", "differing"]:
        there = self.filled.get((entry.kind, entry.slot)) if self.filled else None
        old, stands = self.rows.get(key, (None, False))
        changed = old is not None and old != payload
        if there == payload or (stands and not changed):
            return "known"
        twitched_then = isinstance(entry, NoneToday) and entry.day in self.twitch_days
        if there is not None or changed or key in self.superseded or twitched_then:
            return "differing"
        return "added"


def _what_is_known(entries: tuple[Entry, ...], keys: list[UUID], *, person: Person) -> _Known:
    mine = EntryRow.objects.filter(person=person)
    taken = standing(person).filter(slot__isnull=False)
    held = mine.exists()
    return _Known(
        rows={
            id: (payload, retired_at is None)
            for some in (_batches(keys) if held else ())
            for id, payload, retired_at in mine.filter(id__in=some).values_list(
                "id", "payload", "retired_at"
            )
        },
        filled={
            (kind, slot): payload
            for kind, slot, payload in taken.values_list("kind", "slot", "payload")
        },
        superseded=superseded(person),
        twitch_days=journal_of(person).twitch_days
        | {entry.day for entry in entries if tells_twitch(entry)},
    )


def _add(
    entries: tuple[Entry, ...],
    keys: list[UUID],
    known: _Known,
    *,
    person: Person,
    by: str,
    now: datetime,
) -> Imported:
    counts: Counter[str] = Counter()
    rows: list[EntryRow] = []
    back: list[UUID] = []
    written: dict[str, Entry] = {}
    for entry, key in zip(entries, keys, strict=True):
        payload = payload_of(entry)
        verdict = known.judge(entry, key, payload)
        counts[verdict] += 1
        if verdict != "added":
            continue
        if key in known.rows:
            back.append(key)
        else:
            rows.append(row_of(entry, person=person, now=now, id=key, dated=True, payload=payload))
            written[str(key)] = entry.named(str(key))
    if rows or back:
        exchange(person=person, by=by, now=now, back=back, rows=rows)
        current_journal(person, written=written)
        record(person=person, by=by, action="import", now=now)
    return Imported(added=counts["added"], known=counts["known"], differing=counts["differing"])


def _batches(keys: list[UUID]) -> Iterator[list[UUID]]:
    for start in range(0, len(keys), _BATCH):
        yield keys[start : start + _BATCH]


def _keys(entries: tuple[Entry, ...], *, person: Person) -> list[UUID]:
    """Return each entry's row key; one that another row or person has gives way to a new one."""
    keys: list[UUID] = []
    seen: Counter[bytes] = Counter()
    for entry in entries:
        if entry.id is not None:
            keys.append(key_for(person, entry.id))
            continue
        content = hashlib.sha256(_IN_ORDER.encode(encode(entry)).encode())
        nth = seen[content.digest()]
        keys.append(uuid5(person.id, f"{content.hexdigest()}/{nth}"))
        seen[content.digest()] += 1
    others = EntryRow.objects.exclude(person=person)
    foreign = {
        key
        for some in (_batches(keys) if others.exists() else ())
        for key in others.filter(id__in=some).values_list("id", flat=True)
    }
    own: list[UUID] = []
    for key in keys:
        while key in foreign:
            key = uuid5(person.id, str(key))
        foreign.add(key)
        own.append(key)
    return own


_IN_ORDER: Final = json.JSONEncoder(sort_keys=True)
