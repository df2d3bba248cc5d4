"""Between a row and an entry: the one place where they are turned into each other, without loss.

The payload is what `journal.codec.encode` writes, less the id; everything else in the row is a copy
of part of it.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar, Final
from uuid import UUID, uuid5

from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast

from myolog.frozen import FrozenDict
from myolog.journal.codec import decode, encode
from myolog.journal.days import on_its_day
from myolog.journal.entries import Entry
from myolog.journal.very_many import DailyValues
from myolog.store.identifiers import new_id
from myolog.store.models import EntryRow, Person


def row_of(entry: Entry, *, person: Person, now: datetime, id: UUID | None = None) -> EntryRow:
    """Return the unsaved row of an entry, on the day it counts for.

    Parameters
    ----------
    id
        Key of the row; None for a fresh one. The entry's own id is not used.
    """
    entry = on_its_day(entry, day_ends_hour=person.day_ends_hour)
    return EntryRow(
        id=new_id() if id is None else id,
        person=person,
        kind=entry.kind,
        day=entry.day,
        at=entry.moment,
        zone=getattr(entry, "zone", ""),
        slot=entry.slot,
        site=getattr(entry, "site", ""),
        payload=payload_of(entry),
        created_at=now,
    )


@dataclass(slots=True)
class LightRow:
    """The unsaved row of one entry of very many: all that an `EntryRow` keeps, in a tenth of it.

    Attributes
    ----------
    payload : JSON that is written already
    """

    id: UUID
    person_id: UUID
    kind: str
    day: date
    at: datetime | None
    zone: str
    slot: str | None
    site: str
    payload: str
    created_at: datetime
    stored_nth: int | None = None
    changed_nth: int | None = None
    revises_id: ClassVar[None] = None
    retired_at: ClassVar[None] = None
    set_aside: ClassVar[bool] = False
    overruled: ClassVar[bool] = False


def light_row_of(
    entry: Entry, *, person: Person, now: datetime, id: UUID, payload: str
) -> LightRow:
    """Return the light row of an entry that bears the day it counts for already.

    Parameters
    ----------
    payload
        What `payload_of` has made of the entry, as JSON.
    """
    return LightRow(
        id,
        person.id,
        entry.kind,
        entry.day,
        entry.moment,
        getattr(entry, "zone", ""),
        entry.slot,
        getattr(entry, "site", ""),
        payload,
        now,
    )


def payload_of(entry: Entry) -> dict[str, Any]:
    """Return what a row keeps of an entry."""
    payload = encode(entry)
    payload.pop("id", None)
    return payload


def entry_in(row: EntryRow | LightRow) -> Entry:
    """Return the entry that an unsaved row keeps."""
    payload = json.loads(row.payload) if isinstance(row, LightRow) else row.payload
    return entry_of(row.id, payload)


def entry_of(id: UUID, payload: dict[str, Any]) -> Entry:
    """Return the entry that a row keeps."""
    return decode({**payload, "id": str(id)})


def entries_in(
    rows: QuerySet[EntryRow], written: Mapping[str, Entry] = FrozenDict()
) -> Iterator[Entry]:
    """Return the entries that rows keep, read as texts, which for many rows is far quicker.

    Parameters
    ----------
    written
        Entries that need not be read, by the id of their row, which they need not bear.
    """
    if written:
        unknown = []
        for id in ids_of(rows):
            known = written.get(id)
            if known is None:
                unknown.append(id)
            else:
                yield known.named(id)
        for start in range(0, len(unknown), _AT_ONCE):
            yield from entries_in(rows.filter(id__in=unknown[start : start + _AT_ONCE]))
        return
    daily = DailyValues()
    texts = rows.values_list(_ID, Cast("payload", TextField()))
    for id, text in texts.iterator(chunk_size=_IN_A_CHUNK):
        entry = daily.like(text, id=_dashed(id))
        if entry is None:
            entry = decode({**json.loads(text), "id": _dashed(id)})
            daily.keep(text, entry)
        yield entry


def ids_of(rows: QuerySet[EntryRow]) -> Iterator[str]:
    """Return the ids of rows as entries bear them."""
    return map(_dashed, rows.values_list(_ID, flat=True).iterator(chunk_size=_IN_A_CHUNK))


_ID: Final = Cast("id", TextField())
_AT_ONCE: Final = 500
_IN_A_CHUNK: Final = 2_000


def _dashed(id: str) -> str:
    return id if "-" in id else f"{id[:8]}-{id[8:12]}-{id[12:16]}-{id[16:20]}-{id[20:]}"


def key_for(person: Person, id: str) -> UUID:
    """Return the row key of an entry that came with an id of its own.

    A UUID stays what it is; any other text gives the same UUID for the same person each time.
    """
    try:
        return UUID(id)
    except ValueError:
        return uuid5(person.id, id)
