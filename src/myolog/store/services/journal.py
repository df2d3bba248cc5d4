"""What a person writes into the journal: episodes, days, imports, deletions.

Each function is one transaction with its audit event. Every date is checked against the clock here,
because the core never reads it.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from myolog.errors import Conflict, InvalidEntry, NotFound
from myolog.journal.entries import DayTally, Entry, Episode, NoneToday
from myolog.journal.file import encode
from myolog.journal.model import refuse_future
from myolog.store.models import IdempotencyKey, Person
from myolog.store.rows import entry_of
from myolog.store.services.entries import put, retire, standing


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
    moment = now or datetime.now(UTC)
    refuse_future(episode, now=moment)
    digest = _digest(episode)
    try:
        with transaction.atomic():
            before = _written(person, idempotency_key, digest)
            if before is not None:
                return Logged(episode=before, created=False)
            _retire_none_today([episode], person=person, by=by, now=moment)
            stored = put([episode], person=person, by=by, action="log_episode", now=moment)[0]
            if idempotency_key is not None:
                IdempotencyKey.objects.create(
                    person=person,
                    key=idempotency_key,
                    digest=digest,
                    entry_id=_key(str(stored.id)),
                    created_at=moment,
                )
    except IntegrityError:  # the same key was written at the same moment by another request
        before = _written(person, idempotency_key, digest)
        if before is None:
            raise
        return Logged(episode=before, created=False)
    if not isinstance(stored, Episode):
        raise TypeError(f"an episode was stored as {stored.kind}")
    return Logged(episode=stored, created=True)


def _digest(entry: Entry) -> str:
    content = json.dumps(encode(entry), sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(content.encode()).hexdigest()


def _written(person: Person, key: str | None, digest: str) -> Episode | None:
    """Return the episode stored under this key, if there is one."""
    if key is None:
        return None
    if not 1 <= len(key) <= 200:
        raise InvalidEntry(
            "The Idempotency-Key must have 1 to 200 characters.", code="invalid_idempotency_key"
        )
    found = IdempotencyKey.objects.filter(person=person, key=key).select_related("entry").first()
    if found is None:
        return None
    if found.digest != digest:
        raise Conflict(
            "This Idempotency-Key was used for another entry. Use a new key.",
            code="idempotency_key_reused",
        )
    entry = entry_of(found.entry_id, found.entry.payload)
    return entry if isinstance(entry, Episode) else None


def _twitched(entry: Entry) -> bool:
    return isinstance(entry, Episode) or (isinstance(entry, DayTally) and entry.twitched)


def _retire_none_today(entries: Iterable[Entry], *, person: Person, by: str, now: datetime) -> None:
    days = {entry.day for entry in entries if _twitched(entry)}
    if days:
        none = (
            standing(person).filter(kind=NoneToday.kind, day__in=days).values_list("id", flat=True)
        )
        retire(none, person=person, by=by, action="none_today_withdrawn", now=now)


def log_entries(
    *, person: Person, entries: Iterable[Entry], by: str, now: datetime | None = None
) -> tuple[Entry, ...]:
    """Store entries of any kind, all or none; one that fills a taken slot revises what was there.

    Returns
    -------
    stored : the entries with their ids, in the order given

    Raises
    ------
    InvalidEntry
        An entry lies in the future, two claim one slot, or "none today" is said of a day with
        twitches.
    """
    moment = now or datetime.now(UTC)
    given = tuple(entries)
    slots = [(entry.kind, entry.slot) for entry in given if entry.slot is not None]
    if len(set(slots)) != len(slots):
        raise InvalidEntry(
            "The same thing is given twice for one day. Keep one of them.", code="given_twice"
        )
    for entry in given:
        refuse_future(entry, now=moment)
    with transaction.atomic():
        _retire_none_today(given, person=person, by=by, now=moment)
        stored = put(given, person=person, by=by, action="log", now=moment)
        _refuse_false_none(given, person=person)
    return stored


def log_entry(*, person: Person, entry: Entry, by: str, now: datetime | None = None) -> Entry:
    """Store one entry of any kind; see `log_entries`."""
    return log_entries(person=person, entries=(entry,), by=by, now=now)[0]


def _refuse_false_none(entries: Iterable[Entry], *, person: Person) -> None:
    days = {entry.day for entry in entries if isinstance(entry, NoneToday)}
    if not days:
        return
    noted = standing(person).filter(kind__in=[Episode.kind, DayTally.kind], day__in=days)
    for id, payload in noted.values_list("id", "payload"):
        entry = entry_of(id, payload)
        if _twitched(entry):
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


def _key(id: str) -> UUID:
    try:
        return UUID(id)
    except ValueError:
        raise NotFound("There is no such entry. It may have been deleted already.") from None
