"""What a person writes into the journal: episodes, days, imports, deletions.

Each function is one transaction with its audit event; dates are checked against the clock here.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from myolog.errors import Conflict, InvalidEntry, NotFound
from myolog.journal.codec import encode
from myolog.journal.cups import Cups
from myolog.journal.entries import Entry, Episode, TaskCheck
from myolog.journal.model import refuse_future
from myolog.store.compared import hold
from myolog.store.line import in_turn
from myolog.store.models import EntryRow, Person
from myolog.store.reserve import on_a_full_disk_too
from myolog.store.rows import entry_of, row_of
from myolog.store.services.audit import record
from myolog.store.services.drinks import drunk
from myolog.store.services.entries import (
    exchange,
    family,
    in_slots,
    in_the_way,
    put,
    retire,
    rows_in_force,
    set_aside,
)
from myolog.store.services.keys import KEY_REUSED, digest_of, keep_key, stored_under, written
from myolog.store.services.one_person import refuse_another_life
from myolog.store.services.own_names import refuse_own_taken
from myolog.store.services.places import keep_places_true
from myolog.vocabulary.tasks import hardest

Slot = tuple[str, str | None]
"""Kind and slot of an entry."""


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
    duration_said: str = "",
    time_said: str = "",
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
        The client's name for this write, 1 to 200 characters; sent again it stores nothing.

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
        duration_said=duration_said,
        time_said=time_said,
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
        raise Conflict(KEY_REUSED, code="idempotency_key_reused")
    return Logged(episode=stored, created=created)


def log_entries(
    *,
    person: Person,
    entries: Iterable[Entry],
    by: str,
    idempotency_key: str | None = None,
    seen: Seen | None = None,
    cups: Cups | None = None,
    untold: Collection[Slot] = (),
    sent: object = None,
    now: datetime | None = None,
) -> tuple[Entry, ...]:
    """Store entries of any kind, all or none; one that fills a taken slot revises what was there.

    What another device filled otherwise in the meantime is not replaced: the entry is set aside,
    and the person chooses (see `versions`). Of two weekly looks the graver one holds until then.

    Parameters
    ----------
    seen
        What a device knew that was not connected; None where the person saw the present journal.
    cups
        What was drunk more than the day says when this is written; it adds up.
    untold
        Kind and slot of what is taken back in the same write.
    sent
        What the client sent, as plain JSON: the same again under its key is the same write.

    Returns
    -------
    stored : the entries with their ids, in the order given, then cups, then those set aside

    Raises
    ------
    InvalidEntry
        An entry lies in the future, two claim one slot, "none" is said of a place with twitches, or
        "none today" of a day with them (one of a device without connection steps back).
    Conflict
        The idempotency key was used before for another content.
    """
    given = tuple(entries)
    slots = [(entry.kind, entry.slot) for entry in given if entry.slot is not None]
    if len(set(slots)) != len(slots):
        raise InvalidEntry(
            "The same thing is given twice for one day. Keep one of them.", code="given_twice"
        )
    return _write(
        given,
        person=person,
        by=by,
        action="log",
        key=idempotency_key,
        seen=seen,
        cups=cups,
        untold=untold,
        sent=sent,
        now=now,
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
    return log_entry_once(
        person=person, entry=entry, by=by, idempotency_key=idempotency_key, now=now
    )[0]


def log_entry_once(
    *,
    person: Person,
    entry: Entry,
    by: str,
    idempotency_key: str | None = None,
    now: datetime | None = None,
) -> tuple[Entry, bool]:
    """Store one entry of any kind; return it, and False where the same write was stored before."""
    (stored,), created = _write(
        (entry,), person=person, by=by, action="log", key=idempotency_key, now=now
    )
    return stored, created


def _write(
    entries: tuple[Entry, ...],
    *,
    person: Person,
    by: str,
    action: str,
    key: str | None,
    seen: Seen | None = None,
    cups: Cups | None = None,
    untold: Collection[Slot] = (),
    sent: object = None,
    now: datetime | None,
) -> tuple[tuple[Entry, ...], bool]:
    """Store entries once for each key; return them, and whether they are new."""
    digest = digest_of([encode(entry) for entry in entries] if sent is None else sent)
    try:
        with in_turn(), transaction.atomic():
            hold(person)
            moment = now or datetime.now(UTC)  # of the turn to write: a page read before is older
            for entry in entries:
                refuse_future(entry, now=moment)
            before = written(person, key, digest)
            if before is not None:
                return _again(person, before), False
            refuse_another_life(entries, person=person, now=moment)
            refuse_own_taken(entries, person=person)
            own = frozenset[str]() if seen is None else stored_under(person, seen.own)
            unseen = () if seen is None else _unseen(entries, seen.at, own, person, moment)
            graver = [row.id for entry, row in unseen if _is_graver(entry, row)]
            asked = tuple(entry for entry, row in unseen if row.id not in graver)
            held = tuple(entry for entry in entries if entry not in asked)
            added = drunk(cups, held, own=own, person=person, now=moment)
            typed = {(one.kind, one.slot): one for one in added.typed}
            held = tuple(typed.get((one.kind, one.slot or ""), one) for one in held)
            _take_back({*untold, *added.emptied}, own, seen, person=person, by=by, now=moment)
            keep_places_true(held, person=person, by=by, now=moment)
            stored = put(
                (*held, *added.entries),
                person=person,
                by=by,
                action=action,
                now=moment,
                yields=seen is not None,
            )
            if graver:
                EntryRow.objects.filter(person=person, id__in=graver).update(set_aside=True)
            stored += set_aside((*asked, *added.asked), person=person, own=own, by=by, now=moment)
            keep_key(person, key, digest, entries=(entry.id for entry in stored), now=moment)
    except IntegrityError:  # another request used the same key at the same moment
        before = written(person, key, digest)
        if before is None:
            raise
        return _again(person, before), False
    return stored, True


def _take_back(
    slots: Collection[Slot],
    own: Collection[str],
    seen: Seen | None,
    *,
    person: Person,
    by: str,
    now: datetime,
) -> None:
    """Take out what the person no longer tells, unless another device has said it since."""
    if not slots:
        return
    rows = rows_in_force(person).filter(in_slots(slots)).values_list("id", "created_at")
    ids = [
        id
        for id, created_at in rows
        if seen is None or created_at < seen.at or str(id) in own or seen.at > now
    ]
    retire(ids, person=person, by=by, action="taken_back", now=now)


def _again(person: Person, ids: Iterable[str]) -> tuple[Entry, ...]:
    """Return entries that are stored already, in the order of their ids."""
    wanted = tuple(ids)
    rows = EntryRow.objects.filter(person=person, id__in=wanted)
    by_id = {str(id): entry_of(id, payload) for id, payload in rows.values_list("id", "payload")}
    return tuple(by_id[id] for id in wanted)


def _unseen(
    entries: Iterable[Entry], seen_at: datetime, own: frozenset[str], person: Person, now: datetime
) -> tuple[tuple[Entry, EntryRow], ...]:
    """Return those whose place was filled otherwise after what the device had seen, and with what.

    When the server's clock was set back since, nothing tells what came after: all count.
    """
    given = {(entry.kind, entry.slot): entry for entry in entries}
    slots = [slot for _, slot in given if slot is not None]
    taken = rows_in_force(person).filter(slot__in=slots)
    newer = taken if seen_at > now else taken.filter(created_at__gte=seen_at)
    return tuple(
        (entry, row)
        for row in newer
        if (entry := given.get((row.kind, row.slot))) is not None
        and str(row.id) not in own
        and row.payload != row_of(entry, person=person, now=now).payload
    )


def _is_graver(entry: Entry, row: EntryRow) -> bool:
    """Say whether a weekly look tells of a harder task: no check waits for a choice then."""
    before = entry_of(row.id, row.payload)
    if isinstance(entry, TaskCheck) and isinstance(before, TaskCheck):
        return hardest(entry.answers) > hardest(before.answers)
    return False


@on_a_full_disk_too
def delete_entry(*, person: Person, id: str, by: str, now: datetime | None = None) -> None:
    """Take an entry out of the journal; `restore_entry` brings it back.

    Raises
    ------
    NotFound
        The person has no such entry.
    """
    moment = now or datetime.now(UTC)
    with transaction.atomic():
        if not retire([_key(id)], person=person, by=by, action="delete", now=moment):
            raise NotFound(
                "There is no such entry. It may have been deleted already.",
                key="entry_deleted_already",
            )


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
        if (row := mine.filter(id=_key(id), retired_at__isnull=False).first()) is None:
            raise NotFound(
                "There is no such deleted entry. It may be back already.",
                key="no_such_deleted_entry",
            )
        if in_the_way([row], person=person):
            raise Conflict(
                "Something newer stands in its place. Delete that first.", key="newer_in_its_place"
            )
        if family(row).filter(retired_at__isnull=True):
            raise Conflict(
                "It was put right since. Change the newer one instead.", key="put_right_since"
            )
        restored = entry_of(row.id, row.payload)
        keep_places_true((restored,), person=person, by=by, now=moment)
        record(person=person, by=by, action="restore", now=moment, entries=(row.id,))
        exchange(person=person, by=by, now=moment, back=[row.id])
    return restored


def _key(id: str) -> UUID:
    try:
        return UUID(id)
    except ValueError:
        raise NotFound(
            "There is no such entry. It may have been deleted already.", key="entry_deleted_already"
        ) from None
