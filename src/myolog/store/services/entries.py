"""Writing rows: the one place where entries come into the journal, leave it and come back.

The other services decide what may be written. `exchange` writes it, inside their transaction, and
keeps what holds of a day: "none today" never stands beside a twitch of the same day. It steps back
as soon as one is noted there, and holds again once the last one is gone (undone, deleted, or moved
to another day), because the person has said it and nothing speaks against it any more.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any, Final, TypeVar
from uuid import UUID

from django.db.models import Q, QuerySet

from myolog.errors import InvalidEntry
from myolog.journal.checks import LIST_LIMIT, zone_of
from myolog.journal.entries import (
    TELLING,
    DayExposure,
    Entry,
    NoneToday,
    ProfileFact,
    TaskCheck,
    tells_twitch,
)
from myolog.journal.instants import FORGIVEN
from myolog.journal.own import OwnThing
from myolog.journal.provenance import Provenance, rival_of
from myolog.journal.records import Story, TriageAnswers
from myolog.store.models import EntryRow, Person
from myolog.store.prepared import DAY, PERSON, Prepared
from myolog.store.rows import LightRow, entry_in, entry_of, row_of
from myolog.store.services.audit import record

T = TypeVar("T")

_BATCH: Final = 500
_OF_A_DAY: Final = frozenset({*TELLING, NoneToday.kind})


def rows_in_force(person: Person) -> QuerySet[EntryRow]:
    """Return the person's rows that hold: neither replaced nor deleted."""
    return EntryRow.objects.filter(person=person, retired_at__isnull=True)


def exchange(
    *,
    person: Person,
    by: str,
    now: datetime,
    out: Iterable[UUID] = (),
    back: Iterable[UUID] = (),
    rows: Iterable[EntryRow | LightRow] = (),
    yields: bool = False,
) -> None:
    """Take rows out of the journal, bring rows back, add new ones, and keep their days true.

    Every write of the journal goes through here.

    Parameters
    ----------
    yields
        Whether "none today" that comes to a day with twitches steps back at once.

    Raises
    ------
    InvalidEntry
        "None today" comes to a day with twitches and does not step back, or comes with one of them.
    """
    leaving, coming, new = tuple(out), tuple(back), tuple(rows)
    _refuse_both(new)
    days = {row.day for row in new if row.kind in _OF_A_DAY}
    held = {"retired_at": None, "overruled": False, "set_aside": False}
    changes: tuple[tuple[tuple[UUID, ...], dict[str, Any]], ...] = (
        (leaving, {"retired_at": now}),
        (coming, held),
    )
    for ids, values in changes:
        for some in _batches(ids):
            found = EntryRow.objects.filter(person=person, id__in=some)
            days |= set(found.filter(kind__in=_OF_A_DAY).values_list("day", flat=True))
            found.update(**values)
    EntryRow.objects.bulk_create(new, batch_size=_BATCH)
    said = set() if yields else {*coming, *(row.id for row in new if row.kind == NoneToday.kind)}
    for part in _batches(tuple(sorted(days))):
        _keep_days(part, said, person=person, by=by, now=now)


def _refuse_both(new: tuple[EntryRow | LightRow, ...]) -> None:
    """Refuse a write that says of one day both that it twitched and that it did not."""
    nones = {row.day for row in new if row.kind == NoneToday.kind}
    for row in new:
        told = row.day in nones and row.kind in TELLING
        if told and tells_twitch(entry_in(row)):
            raise InvalidEntry(
                "A day cannot have twitches and none. Send one of them.",
                code="day_has_twitches",
                key="twitches_and_none",
            )


def _batches(things: tuple[T, ...]) -> Iterator[tuple[T, ...]]:
    for start in range(0, len(things), _BATCH):
        yield things[start : start + _BATCH]


def _keep_days(
    days: tuple[date, ...], said: Collection[UUID], *, person: Person, by: str, now: datetime
) -> None:
    """Let "none today" of these days step back or hold again, as their twitches ask.

    Parameters
    ----------
    said
        Keys of what this write brings: "none today" among them is refused beside a twitch.
    """
    if len(days) == 1 and not _NONE_SAID.rows(person=person.id, day=days[0]):
        return
    said_none = EntryRow.objects.filter(person=person, kind=NoneToday.kind, day__in=days)
    nones = said_none.filter(Q(retired_at__isnull=True) | Q(overruled=True)).order_by("created_at")
    if not nones:
        return
    twitched = twitched_days(person, {row.day for row in nones})
    held = {row.day: row for row in nones if row.retired_at is None}
    stepping = [row for day, row in held.items() if day in twitched]
    for row in stepping:
        if row.id in said:
            raise InvalidEntry(
                "Twitches are noted for {day}. Delete them first, or leave the day as it is.",
                day=row.day.isoformat(),
                code="day_has_twitches",
                key="twitches_noted",
            )
    newest = {row.day: row for row in nones if row.day not in twitched and row.day not in held}
    _mark(stepping, "none_today_withdrawn", person=person, by=by, now=now, retired_at=now)
    _mark(newest.values(), "none_today_holds_again", person=person, by=by, now=now, retired_at=None)


_NONE_SAID: Final = Prepared(
    lambda: EntryRow.objects.filter(person_id=PERSON, kind=NoneToday.kind, day=DAY).values_list(
        "id"
    )[:1]
)
"""Most days of a write have nobody's "none today", and most writes have one day."""


def _mark(
    rows: Iterable[EntryRow],
    action: str,
    *,
    person: Person,
    by: str,
    now: datetime,
    retired_at: datetime | None,
) -> None:
    ids = tuple(row.id for row in rows)
    if ids:
        EntryRow.objects.filter(person=person, id__in=ids).update(
            retired_at=retired_at, overruled=retired_at is not None
        )
        record(person=person, by=by, action=action, now=now, entries=ids)


def twitched_days(person: Person, days: Iterable[date]) -> set[date]:
    """Return those of the days for which a twitch is noted."""
    noted = rows_in_force(person).filter(kind__in=TELLING, day__in=tuple(days))
    return {
        day
        for id, day, payload in noted.values_list("id", "day", "payload")
        if tells_twitch(entry_of(id, payload))
    }


def family(row: EntryRow) -> QuerySet[EntryRow]:
    """Return every version of one entry: what it revises, and what revises any of them."""
    mine = EntryRow.objects.filter(person_id=row.person_id)
    first = row
    while first.revises_id is not None:
        first = mine.get(id=first.revises_id)
    found, newest = {first.id}, {first.id}
    while newest:
        newest = set(mine.filter(revises__in=newest).values_list("id", flat=True)) - found
        found |= newest
    return mine.filter(id__in=found)


def superseded(person: Person) -> frozenset[UUID]:
    """Return the keys of retired rows another version of which stands."""
    mine = EntryRow.objects.filter(person=person)
    revises = dict(mine.exclude(revises=None).values_list("id", "revises_id"))
    if not revises:
        return frozenset()
    versions: dict[UUID, set[UUID]] = {}
    for id in {*revises, *revises.values()}:
        first = id
        while first in revises:
            first = revises[first]
        versions.setdefault(first, set()).add(id)
    is_a_version = Q(revises__isnull=False) | Q(revisions__isnull=False)
    held = set(rows_in_force(person).filter(is_a_version).values_list("id", flat=True))
    return frozenset(
        id for one in versions.values() if not one.isdisjoint(held) for id in one - held
    )


def put(
    entries: Iterable[Entry],
    *,
    person: Person,
    by: str,
    action: str,
    now: datetime,
    yields: bool = False,
) -> tuple[Entry, ...]:
    """Store entries; one that fills a taken slot revises and retires what was there.

    An entry whose slot already holds the same content is not written again; `yields` as in
    `exchange`.

    Returns
    -------
    stored : the entries as stored, with their ids, in the order given
    """
    given = tuple(in_order(entry, person=person, now=now) for entry in entries)
    _retire_ahead(given, person=person, by=by, now=now)
    plan = _planned(given, person=person, now=now)
    if plan.new:
        record(
            person=person, by=by, action=action, now=now, entries=tuple(row.id for row in plan.new)
        )
    if plan.beaten:
        record(person=person, by=by, action="taken_back", now=now, entries=tuple(plan.beaten))
    replaced = [row.revises_id for row in plan.new if row.revises_id is not None]
    out = (*replaced, *plan.beaten)
    if plan.new or out:
        exchange(person=person, by=by, now=now, out=out, rows=plan.new, yields=yields)
    return tuple(plan.stored[nth] for nth in range(len(given)))


@dataclass(slots=True)
class _Plan:
    """What writing some entries comes to.

    Attributes
    ----------
    stored : what stands for each entry given, by its number
    new : rows to write
    beaten : standing rows that leave beside those that the new ones revise
    """

    stored: dict[int, Entry] = field(default_factory=dict)
    new: list[EntryRow] = field(default_factory=list)
    beaten: list[UUID] = field(default_factory=list)


def _planned(given: tuple[Entry, ...], *, person: Person, now: datetime) -> _Plan:
    """Return what becomes of each entry, given what fills its place.

    A value that was typed takes the place of what "same as yesterday" filled in, and such a filling
    in gives way to one, in whichever order they come.
    """
    taken, plan = _taken(given, person=person), _Plan()
    typed: dict[str | None, Entry] = {}
    for nth, entry in sorted(enumerate(given), key=lambda one: _is_filled_in(one[1])):
        row = row_of(entry, person=person, now=now)
        rival = _rival_of(entry)
        before, other = taken.get((row.kind, row.slot)), taken.get((row.kind, rival))
        if _is_filled_in(entry) and (other is not None or rival in typed):
            plan.stored[nth] = typed[rival] if other is None else entry_of(other.id, other.payload)
            continue
        if before is not None and before.payload == row.payload:
            plan.stored[nth] = entry_of(before.id, before.payload)
        else:
            row.revises = before or other
            plan.new.append(row)
            plan.stored[nth] = entry_of(row.id, row.payload)
        if before is not None and other is not None:
            plan.beaten.append(other.id)
        typed[entry.slot] = plan.stored[nth]
    return plan


def _is_filled_in(entry: Entry) -> bool:
    return isinstance(entry, DayExposure) and entry.provenance is Provenance.SAME_AS_YESTERDAY


def _rival_of(entry: Entry) -> str | None:
    return rival_of(entry.slot) if isinstance(entry, DayExposure) else None


def in_order(entry: Entry, *, person: Person, now: datetime) -> Entry:
    """Let answers that are given now name those that a wrong clock has dated later.

    Otherwise an older "no" would be the newer one for as long as the clock was ahead.
    """
    if not isinstance(entry, TriageAnswers) or abs(entry.at - now) > FORGIVEN:
        return entry
    ahead = rows_in_force(person).filter(kind=TriageAnswers.kind, at__gt=max(entry.at, now))
    ids = ahead.order_by("-stored_nth").values_list("id", flat=True)[:LIST_LIMIT]
    return replace(entry, after=tuple(str(id) for id in ids))


def _retire_ahead(entries: Iterable[Entry], *, person: Person, by: str, now: datetime) -> None:
    """Retire what a wrong clock has dated in the future, where the person tells it anew."""
    told = {(entry.kind, getattr(entry, "code", None)) for entry in entries}
    kinds = {kind for kind, _ in told} & _LATEST_HOLDS
    if not kinds:
        return
    tomorrow = now.astimezone(zone_of(person.zone)).date() + timedelta(days=1)
    ahead = rows_in_force(person).filter(kind__in=kinds, day__gt=tomorrow)
    ids = [row.id for row in ahead if (row.kind, row.payload.get("code")) in told]
    retire(ids, person=person, by=by, action="dated_ahead", now=now)


_LATEST_HOLDS: Final = frozenset({OwnThing.kind, ProfileFact.kind, Story.kind, TaskCheck.kind})
"""Kinds of which the latest entry says how things are."""


def _taken(entries: tuple[Entry, ...], *, person: Person) -> dict[tuple[str, str | None], EntryRow]:
    """Return the standing rows whose slots the entries claim, or cannot stand beside."""
    slots = {
        (entry.kind, slot) for entry in entries for slot in (entry.slot, _rival_of(entry)) if slot
    }
    if not slots:
        return {}
    claimed = in_slots(slots)
    return {(row.kind, row.slot): row for row in rows_in_force(person).filter(claimed)}


def in_the_way(rows: Iterable[EntryRow], *, person: Person) -> QuerySet[EntryRow]:
    """Return the standing rows beside which these cannot hold."""
    claimed = {
        (row.kind, slot)
        for row in rows
        for slot in (row.slot, rival_of(row.slot) if row.kind == DayExposure.kind else None)
    }
    return rows_in_force(person).filter(in_slots(claimed))


def in_slots(slots: Iterable[tuple[str, str | None]]) -> Q:
    """Return the condition of a row that fills one of these slots; none of it without any."""
    by_kind: dict[str, set[str]] = {}
    for kind, slot in slots:
        if slot is not None:
            by_kind.setdefault(kind, set()).add(slot)
    claimed = Q(pk__in=())
    for kind, names in by_kind.items():
        claimed |= Q(kind=kind, slot__in=names)
    return claimed


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
    if not rows:
        return ()
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
    found = tuple(rows_in_force(person).filter(id__in=tuple(ids)).values_list("id", flat=True))
    if found:
        record(person=person, by=by, action=action, now=now, entries=found)
        exchange(person=person, by=by, now=now, out=found)
    return len(found)
