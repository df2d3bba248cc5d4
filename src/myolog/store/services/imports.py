"""Taking a journal in from a file: what is known already adds nothing.

An entry is known by its id and content, by its place and content, or, without either, by its
content alone (the second of two equal ones counts as another). What the journal holds stands: where
a file says something else under the same id, or of the same place on the same day, the journal
keeps its own.

Nobody who saves waits for a long file to be read: its rows are made before the journal is locked,
and what others have written since then is looked at under the lock.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from itertools import chain, islice
from typing import Final, Literal, TypeVar
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast

from myolog.journal.days import on_its_day
from myolog.journal.entries import DayExposure, Entry, NoneToday, tells_twitch
from myolog.journal.model import Journal, lies_ahead
from myolog.journal.provenance import rival_of
from myolog.journal.records import TriageAnswers
from myolog.journal.very_many import without_search_for_cycles
from myolog.store.database import much_at_once
from myolog.store.journals import changed_since, current_journal, state_of
from myolog.store.models import EntryRow, Person
from myolog.store.rows import LightRow, key_for, light_row_of, payload_of
from myolog.store.selectors import has_entries, journal_of
from myolog.store.services.audit import record
from myolog.store.services.care import NOTHING, Change, reassess, was_checked
from myolog.store.services.entries import (
    exchange,
    in_slots,
    rows_in_force,
    superseded,
    twitched_days,
)
from myolog.store.services.one_person import refuse_another_person
from myolog.store.services.people import take_clock

T = TypeVar("T")

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
    *,
    person: Person,
    journal: Journal,
    by: str,
    now: datetime | None = None,
    first: Callable[[], object] = lambda: None,
) -> Imported:
    """Add a journal's entries to the person's own, and the result of its answers: all or none.

    An empty journal takes the file's home zone and the end of its days too; one whose days end at
    another hour takes what has a time on the day it counts for there. What a wrong clock has dated
    in the future comes in as it is, because the journal that was exported holds it too.

    Parameters
    ----------
    first
        What is waited for before anything is written, such as a backup that is made meanwhile.
    """
    moment = now or datetime.now(UTC)
    with without_search_for_cycles():
        added = _taken_in(journal, person=person, by=by, now=moment, first=first)
    return replace(added, n_ahead=_n_ahead(journal, now=moment))


def _taken_in(
    journal: Journal, *, person: Person, by: str, now: datetime, first: Callable[[], object]
) -> Imported:
    ends = person.day_ends_hour if has_entries(person) else journal.day_ends_hour
    given = _read(journal, person=person, ends=ends, now=now)
    seen = state_of(person)
    known = _what_is_known(given, person=person)
    if _is_judged(given, person=person):
        journal_of(person)  # read now, so that only what is new is looked at under the lock
    first()
    with much_at_once(), transaction.atomic():
        person.refresh_from_db(fields=("zone", "day_ends_hour"))
        if not has_entries(person):
            take_clock(person=person, journal=journal, by=by, now=now)
        if person.day_ends_hour != ends:
            given = _read(journal, person=person, ends=person.day_ends_hour, now=now)
            known = _what_is_known(given, person=person)
        elif state_of(person) != seen:
            known = _brought_up_to_date(known, given, seen, person=person)
        added = _add(given, known, person=person, by=by, now=now)
        del given, known
        return replace(added, result=reassess(person=person, by=by, now=now))


def _n_ahead(journal: Journal, *, now: datetime) -> int:
    """Count the entries dated in the future, all of which are on the last days of the journal."""
    late = journal.between(now.astimezone(UTC).date() - timedelta(days=1), date.max)
    return sum(lies_ahead(entry, now=now) for entry in late)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    """What a file brings.

    Attributes
    ----------
    entries : on the days they count for
    rows : the row of each
    twitch_days : days with a twitch
    none_days : days of which it says that there was none
    """

    entries: tuple[Entry, ...]
    rows: list[LightRow]
    twitch_days: frozenset[date]
    none_days: frozenset[date]


def _read(journal: Journal, *, person: Person, ends: int, now: datetime) -> _Given:
    """Return a file's entries as rows; one whose key is another's gives way to a new one."""
    was, entries = journal.day_ends_hour, journal.entries
    if ends != was:
        entries = tuple(on_its_day(one, day_ends_hour=ends, was=was) for one in entries)
    keys, payloads = _Keys(person), _Payloads()
    rows: list[LightRow] = []
    for entry in entries:
        payload = payloads.of(entry)
        key = keys.of(entry, payload)
        rows.append(light_row_of(entry, person=person, now=now, id=key, payload=payload))
    taken = _taken_elsewhere(rows, person=person)
    if taken or len({row.id for row in rows}) < len(rows):
        for row in rows:
            while row.id in taken:
                row.id = uuid5(person.id, str(row.id))
            taken.add(row.id)
    return _Given(
        entries=entries,
        rows=rows,
        twitch_days=frozenset(entry.day for entry in entries if tells_twitch(entry)),
        none_days=frozenset(entry.day for entry in entries if entry.kind == NoneToday.kind),
    )


def _is_judged(given: _Given, *, person: Person) -> bool:
    """Say whether there is a result to work out again, or to work out of the file's answers."""
    return was_checked(person) or any(one.kind == TriageAnswers.kind for one in given.entries)


class _Payloads:
    """Writes what rows keep of entries: one text for one content, because keys are made of it.

    Of values of a day that differ in their day alone, one is written out.
    """

    def __init__(self) -> None:
        self._daily: dict[tuple[str, float, str, str], tuple[str, str]] = {}

    def of(self, entry: Entry) -> str:
        if not isinstance(entry, DayExposure) or entry.servings:
            return _IN_ORDER(payload_of(entry))
        told = (entry.code, entry.value, entry.source, entry.said)
        around = self._daily.get(told)
        if around is None:
            before, _, after = _IN_ORDER(payload_of(entry)).partition(f'"day": "{entry.day}"')
            around = self._daily[told] = (before, after)
        return f'{around[0]}"day": "{entry.day}"{around[1]}'


_IN_ORDER: Final = json.JSONEncoder(sort_keys=True).encode


class _Keys:
    """Makes the keys of a file's rows: of its own id, else of its content."""

    def __init__(self, person: Person) -> None:
        self._person = person
        self._space = person.id.bytes
        self._seen: dict[bytes, int] = {}

    def of(self, entry: Entry, payload: str) -> UUID:
        if entry.id is not None:
            return key_for(self._person, entry.id)
        content = hashlib.sha256(payload.encode())
        nth = self._seen.get(content.digest(), 0)
        self._seen[content.digest()] = nth + 1
        return self._uuid5(f"{content.hexdigest()}/{nth}")

    def _uuid5(self, name: str) -> UUID:
        """Return `uuid5(person.id, name)`, in half its time."""
        found = hashlib.sha1(self._space + name.encode(), usedforsecurity=False)
        return UUID(bytes=found.digest()[:16], version=5)


def _taken_elsewhere(rows: list[LightRow], *, person: Person) -> set[UUID]:
    """Return the keys of these rows that rows of other people have."""
    others = EntryRow.objects.exclude(person=person)
    if not others.exists():
        return set()
    keys = (row.id for row in rows)
    return {
        key
        for some in _batches(keys)
        for key in others.filter(id__in=some).values_list("id", flat=True)
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What the store holds of what a file brings; payloads are JSON.

    Attributes
    ----------
    rows : payload of a row, and whether it stands, by key
    filled : payload standing in each slot, by kind and slot
    superseded : retired rows another version of which stands
    twitch_days : days with a twitch of which the file says that there was none
    """

    rows: Mapping[UUID, tuple[str, bool]]
    filled: Mapping[tuple[str, str | None], str]
    superseded: frozenset[UUID]
    twitch_days: frozenset[date]

    def judge(self, row: LightRow) -> Literal["added", "known", "differing"]:
        twitched_then = row.kind == NoneToday.kind and row.day in self.twitch_days
        if not (self.rows or self.filled or self.superseded):
            return "differing" if twitched_then else "added"
        there = self.filled.get((row.kind, row.slot))
        if there is None and row.kind == DayExposure.kind:
            there = self.filled.get((row.kind, rival_of(row.slot)))
        old, stands = self.rows.get(row.id, (None, False))
        changed = old is not None and not _is_same(old, row.payload)
        if (there is not None and _is_same(there, row.payload)) or (stands and not changed):
            return "known"
        if there is not None or changed or row.id in self.superseded or twitched_then:
            return "differing"
        return "added"


def _is_same(kept: str, given: str) -> bool:
    return kept == given or json.loads(kept) == json.loads(given)


def _what_is_known(given: _Given, *, person: Person) -> _Known:
    mine = EntryRow.objects.filter(person=person)
    keys = (row.id for row in given.rows)
    found = (mine.filter(id__in=some) for some in (_batches(keys) if mine.exists() else ()))
    return _Known(
        rows={key: held for some in found for key, held in _by_key(some)},
        filled=dict(_by_slot(rows_in_force(person))),
        superseded=superseded(person),
        twitch_days=_contradicted(given, person=person),
    )


def _contradicted(given: _Given, *, person: Person) -> frozenset[date]:
    """Return days of which the file says "none", and for which it or the journal has a twitch."""
    noted = (twitched_days(person, some) for some in _batches(given.none_days))
    return given.twitch_days & given.none_days | frozenset(chain.from_iterable(noted))


def _brought_up_to_date(known: _Known, given: _Given, then: object, *, person: Person) -> _Known:
    """Return what is known now, when others have written since it was read."""
    changed = changed_since(then, person)
    if changed is None:
        return _what_is_known(given, person=person)
    slots = set(changed.filter(slot__isnull=False).values_list("kind", "slot"))
    filled = {place: payload for place, payload in known.filled.items() if place not in slots}
    for some in _batches(slots):
        filled |= _by_slot(rows_in_force(person).filter(in_slots(some)))
    return _Known(
        rows={**known.rows, **dict(_by_key(changed))},
        filled=filled,
        superseded=superseded(person),
        twitch_days=_contradicted(given, person=person),
    )


def _by_key(rows: QuerySet[EntryRow]) -> Iterator[tuple[UUID, tuple[str, bool]]]:
    told = rows.values_list("id", _PAYLOAD, "retired_at")
    return ((id, (payload, retired_at is None)) for id, payload, retired_at in told.iterator())


def _by_slot(rows: QuerySet[EntryRow]) -> Iterator[tuple[tuple[str, str | None], str]]:
    told = rows.filter(slot__isnull=False).values_list("kind", "slot", _PAYLOAD)
    return (((kind, slot), payload) for kind, slot, payload in told.iterator())


_PAYLOAD: Final = Cast("payload", TextField())


def _add(given: _Given, known: _Known, *, person: Person, by: str, now: datetime) -> Imported:
    counts: Counter[str] = Counter()
    rows: list[LightRow] = []
    back: list[UUID] = []
    new: list[Entry] = []
    unheard: list[Entry] = []
    for entry, row in zip(given.entries, given.rows, strict=True):
        verdict = known.judge(row)
        counts[verdict] += 1
        if verdict != "known" and row.id not in known.rows:
            unheard.append(entry)
        if verdict != "added":
            continue
        if known.rows and row.id in known.rows:
            back.append(row.id)
        else:
            rows.append(row)
            new.append(entry)
    refuse_another_person(unheard, person=person, now=now)
    if rows or back:
        exchange(person=person, by=by, now=now, back=back, rows=rows)
        if _is_judged(given, person=person):
            ids = (str(row.id) for row in rows)
            current_journal(person, written=dict(zip(ids, new, strict=True)))
        record(person=person, by=by, action="import", now=now)
    return Imported(added=counts["added"], known=counts["known"], differing=counts["differing"])


def _batches(things: Iterable[T]) -> Iterator[list[T]]:
    left = iter(things)
    while some := list(islice(left, _BATCH)):
        yield some
