"""Between a row and an entry: the one place where they are turned into each other, without loss.

The payload is what `journal.file.encode` writes, less the id; everything else in the row is a copy
of part of it.
"""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast

from myolog.journal.days import on_its_day
from myolog.journal.entries import Entry
from myolog.journal.file import decode, encode
from myolog.store.models import EntryRow, Person


def row_of(
    entry: Entry,
    *,
    person: Person,
    now: datetime,
    id: UUID | None = None,
    dated: bool = False,
) -> EntryRow:
    """Return the unsaved row of an entry, on the day it counts for.

    Parameters
    ----------
    id
        Key of the row; None for a fresh one. The entry's own id is not used.
    dated
        Whether the entry bears the day it counts for already.
    """
    if not dated:
        entry = on_its_day(entry, day_ends_hour=person.day_ends_hour)
    payload = encode(entry)
    payload.pop("id", None)
    row = EntryRow(
        person=person,
        kind=entry.kind,
        day=entry.day,
        at=entry.moment,
        zone=getattr(entry, "zone", ""),
        slot=entry.slot,
        site=getattr(entry, "site", ""),
        payload=payload,
        created_at=now,
    )
    if id is not None:
        row.id = id
    return row


def entry_of(id: UUID, payload: dict[str, Any]) -> Entry:
    """Return the entry that a row keeps."""
    return decode({**payload, "id": str(id)})


def entries_in(rows: QuerySet[EntryRow]) -> Iterator[Entry]:
    """Return the entries that rows keep, read as texts, which for many rows is far quicker."""
    texts = rows.values_list(Cast("id", TextField()), Cast("payload", TextField()))
    for id, text in texts.iterator(chunk_size=2_000):
        dashed = id if "-" in id else f"{id[:8]}-{id[8:12]}-{id[12:16]}-{id[16:20]}-{id[20:]}"
        yield decode({**json.loads(text), "id": dashed})


def key_for(person: Person, id: str) -> UUID:
    """Return the row key of an entry that came with an id of its own.

    A UUID stays what it is; any other text gives the same UUID for the same person each time.
    """
    try:
        return UUID(id)
    except ValueError:
        return uuid5(person.id, id)
