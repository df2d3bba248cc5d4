"""What a person writes into the journal: episodes, days, imports, deletions.

Each function is one transaction with its audit event. Every date is checked against the clock here,
because the core never reads it.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from django.db import IntegrityError, transaction

from myolog.errors import Conflict, InvalidEntry, NotFound
from myolog.journal.entries import DayTally, Entry, Episode, NoneToday
from myolog.journal.file import encode
from myolog.journal.model import refuse_future
from myolog.store.models import EntryRow, IdempotencyKey, Person
from myolog.store.rows import entry_of, row_of
from myolog.store.services.audit import record
from myolog.store.services.entries import put, retire, standing

KEY_LIMIT: Final = 200
_KEY_REUSED: Final = (
    "This was sent before with other content. Open the page again, or use a new key."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a device knew when something was saved on it.

    Attributes
    ----------
    at : the server's time of the page it was saved on
    own : keys of what the same device had saved since
    """

    at: datetime
    own: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """An episode as stored.

    Attributes
    ----------
    created : False when the same write had been stored before
    """

    episode: Episode
    created: bool


def log_episode(
    *,
    person: Person,
    site: str,
    side: str | None = None,
    started_at: datetime,
    zone: str | None = None,
    duration_s: int | None = None,
    intensity: int | None = None,
    suspected: Sequence[str] = (),
    accompanied: Sequence[str] = (),
    note: str = "",
    by: str,
    idempotency_key: str | None = None,
    now: datetime | None = None,
) -> Logged:
    """Store one episode; the day's "none today" gives way to it.

    Parameters
    ----------
    zone
        IANA zone the person was in; None for the home zone.
    idempotency_key
        The client's name for this write, 1 to 200 characters: the same name and content again
        stores nothing.

    Raises
    ------
    InvalidEpisode, InvalidEntry, UnknownSite
        It cannot be true, or lies in the future.
    Conflict
        The key was used before for another content.
    """
    episode = Episode(
        site=site,
        side=side,
        started_at=started_at,
        zone=zone or person.zone,
        duration_s=duration_s,
        intensity=intensity,
        suspected=tuple(suspected),
        accompanied=tuple(accompanied),
        note=note,
    )
    return store_episode(
        person=person, episode=episode, by=by, idempotency_key=idempotency_key, now=now
    )


def store_episode(
    *,
    person: Person,
    episode: Episode,
    by: str,
    idempotency_key: str | None = None,
    now: datetime | None = None,
) -> Logged:
    """Store an episode that has been read already; see `log_episode`."""
    (stored,), created = _write(
        (episode,), person=person, by=by, action="log_episode", key=idempotency_key, now=now
    )
    if not isinstance(stored, Episode):
        raise Conflict(_KEY_REUSED, code="idempotency_key_reused")
    return Logged(episode=stored, created=created)


def log_entries(
    *,
    person: Person,
    entries: Iterable[Entry],
    by: str,
    idempotency_key: str | None = None,
    seen: Seen | None = None,
    now: datetime | None = None,
) -> tuple[Entry, ...]:
    """Store entries of any kind, all or none; one that fills a taken slot revises what was there.

    Parameters
    ----------
    seen
        What a device knew that was not connected; None where the person saw the present journal.

    Returns
    -------
    stored : the entries with their ids, in the order given

    Raises
    ------
    InvalidEntry
        An entry lies in the future, two claim one slot, or "none today" is said of a day with
        twitches.
    Conflict
        The idempotency key was used before for another content, or a slot was filled otherwise
        after what the device had seen.
    """
    given = tuple(entries)
    slots = [(entry.kind, entry.slot) for entry in given if entry.slot is not None]
    if len(set(slots)) != len(slots):
        raise InvalidEntry(
            "The same thing is given twice for one day. Keep one of them.", code="given_twice"
        )
    return _write(
        given, person=person, by=by, action="log", key=idempotency_key, seen=seen, now=now
    )[0]


def log_entry(
    *,
    person: Person,
    entry: Entry,
    by: str,
    idempotency_key: str | None = None,
    now: datetime | None = None,
) -> Entry:
    """Store one entry of any kind; see `log_entries`."""
    return log_entries(
        person=person, entries=(entry,), by=by, idempotency_key=idempotency_key, now=now
    )[0]


def _write(
    entries: tuple[Entry, ...],
    *,
    person: Person,
    by: str,
    action: str,
    key: str | None,
    seen: Seen | None = None,
    now: datetime | None,
) -> tuple[tuple[Entry, ...], bool]:
    """Store entries once for each key; return them, and whether they are new."""
    moment = now or datetime.now(UTC)
    for entry in entries:
        refuse_future(entry, now=moment)
    digest = _digest(entries)
    try:
        with transaction.atomic():
            before = _written(person, key, digest)
            if before is not None:
                return before, False
            if seen is not None:
                _refuse_unseen(entries, seen, person=person)
            retire_none_today(entries, person=person, by=by, now=moment)
            stored = put(entries, person=person, by=by, action=action, now=moment)
            _refuse_false_none(entries, person=person)
            if key is not None:
                IdempotencyKey.objects.create(
                    person=person,
                    key=key,
                    digest=digest,
                    entries=[entry.id for entry in stored],
                    created_at=moment,
                )
    except IntegrityError:  # another request used the same key at the same moment
        before = _written(person, key, digest)
        if before is None:
            raise
        return before, False
    return stored, True


def is_written(person: Person, key: str) -> bool:
    """Say whether something was stored under this key."""
    return IdempotencyKey.objects.filter(person=person, key=key).exists()


def _digest(entries: tuple[Entry, ...]) -> str:
    content = json.dumps([encode(entry) for entry in entries], sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()


def _written(person: Person, key: str | None, digest: str) -> tuple[Entry, ...] | None:
    """Return the entries stored under this key, if there are any."""
    if key is None:
        return None
    if not 1 <= len(key) <= KEY_LIMIT or not key.isprintable():
        raise InvalidEntry(
            f"The Idempotency-Key must have 1 to {KEY_LIMIT} plain characters.",
            code="invalid_idempotency_key",
        )
    found = IdempotencyKey.objects.filter(person=person, key=key).first()
    if found is None:
        return None
    if found.digest != digest:
        raise Conflict(_KEY_REUSED, code="idempotency_key_reused")
    rows = EntryRow.objects.filter(person=person, id__in=found.entries)
    by_id = {str(id): entry_of(id, payload) for id, payload in rows.values_list("id", "payload")}
    return tuple(by_id[id] for id in found.entries)


def twitched(entry: Entry) -> bool:
    """Say whether the entry tells of a twitch on its day."""
    return isinstance(entry, Episode) or (isinstance(entry, DayTally) and entry.twitched)


def retire_none_today(entries: Iterable[Entry], *, person: Person, by: str, now: datetime) -> None:
    """Withdraw "none today" from the days of which the entries tell a twitch."""
    days = {entry.day for entry in entries if twitched(entry)}
    if days:
        none = standing(person).filter(kind=NoneToday.kind, day__in=days)
        ids = none.values_list("id", flat=True)
        retire(ids, person=person, by=by, action="none_today_withdrawn", now=now)


def _refuse_unseen(entries: Iterable[Entry], seen: Seen, *, person: Person) -> None:
    """Refuse to replace what another device noted in the meantime."""
    given = [row_of(entry, person=person, now=seen.at) for entry in entries if entry.slot]
    newer = {
        (row.kind, row.slot): row
        for row in standing(person).filter(
            created_at__gt=seen.at, slot__in={row.slot for row in given}
        )
    }
    keys = IdempotencyKey.objects.filter(person=person, key__in=seen.own)
    own = {id for ids in keys.values_list("entries", flat=True) for id in ids}
    for row in given:
        other = newer.get((row.kind, row.slot))
        if other is not None and other.payload != row.payload and str(other.id) not in own:
            raise Conflict(
                f"Something else was noted for {row.day.isoformat()} in the meantime. "
                "Keep one of the two.",
                code="changed_since",
            )


def _refuse_false_none(entries: Iterable[Entry], *, person: Person) -> None:
    days = {entry.day for entry in entries if isinstance(entry, NoneToday)}
    if not days:
        return
    noted = standing(person).filter(kind__in=[Episode.kind, DayTally.kind], day__in=days)
    for id, payload in noted.values_list("id", "payload"):
        entry = entry_of(id, payload)
        if twitched(entry):
            raise InvalidEntry(
                f"Twitches are noted for {entry.day.isoformat()}. "
                "Delete them first, or leave the day as it is.",
                code="day_has_twitches",
            )


def delete_entry(*, person: Person, id: str, by: str, now: datetime | None = None) -> None:
    """Take an entry out of the journal; `restore_entry` brings it back.

    Raises
    ------
    NotFound
        The person has no such entry.
    """
    with transaction.atomic():
        if not retire(
            [_key(id)], person=person, by=by, action="delete", now=now or datetime.now(UTC)
        ):
            raise NotFound("There is no such entry. It may have been deleted already.")


def restore_entry(*, person: Person, id: str, by: str, now: datetime | None = None) -> Entry:
    """Bring a deleted entry back.

    Raises
    ------
    NotFound
        No such entry was deleted.
    Conflict
        Something newer has taken its place.
    """
    moment = now or datetime.now(UTC)
    with transaction.atomic():
        mine = EntryRow.objects.filter(person=person)
        row = mine.filter(id=_key(id), retired_at__isnull=False).first()
        if row is None:
            raise NotFound("There is no such deleted entry. It may be back already.")
        if row.slot is not None and mine.filter(
            kind=row.kind, slot=row.slot, retired_at__isnull=True
        ):
            raise Conflict("Something newer stands in its place. Delete that first.")
        if mine.filter(revises=row, retired_at__isnull=True):
            raise Conflict("It was put right since. Change the newer one instead.")
        entry = entry_of(row.id, row.payload)
        retire_none_today([entry], person=person, by=by, now=moment)
        mine.filter(id=row.id).update(retired_at=None)
        _refuse_false_none([entry], person=person)
        record(person=person, by=by, action="restore", now=moment, entries=(row.id,))
    return entry


def _key(id: str) -> UUID:
    try:
        return UUID(id)
    except ValueError:
        raise NotFound("There is no such entry. It may have been deleted already.") from None
