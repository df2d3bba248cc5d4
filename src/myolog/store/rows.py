"""Between a row and an entry: the one place where they are turned into each other, without loss.

The payload is what `journal.file.encode` writes, less the id; everything else in the row is a copy
of part of it.
"""

import json
from collections.abc import Iterable
from datetime import datetime
from threading import Lock
from typing import Any, Final
from uuid import UUID, uuid5

from myolog.journal.entries import Entry
from myolog.journal.file import decode, encode
from myolog.store.models import EntryRow, Person

KNOWN_LIMIT: Final = 100_000
"""Entries kept in memory at most."""

_LOCK: Final = Lock()
_known: Final[dict[tuple[UUID, str], Entry]] = {}


def row_of(entry: Entry, *, person: Person, now: datetime, id: UUID | None = None) -> EntryRow:
    """Return the unsaved row of an entry.

    Parameters
    ----------
    id
        Key of the row; None for a fresh one. The entry's own id is not used.
    """
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


def entries_of(rows: Iterable[tuple[UUID, str]]) -> tuple[Entry, ...]:
    """Return the entries that rows keep, given each row's id and the text of its payload.

    An entry never changes under the same id and text, so what was read before is not read again: a
    long journal costs its reading once, not after every new entry.
    """
    found: list[Entry] = []
    with _LOCK:
        for row in rows:
            entry = _known.get(row)
            if entry is None:
                id, text = row
                entry = _known[row] = entry_of(id, json.loads(text))
            found.append(entry)
        if len(_known) > KNOWN_LIMIT:
            _known.clear()
    return tuple(found)


def forget() -> None:
    """Drop every entry that is kept in memory."""
    with _LOCK:
        _known.clear()


def key_for(person: Person, id: str) -> UUID:
    """Return the row key of an entry that came with an id of its own.

    A UUID stays what it is; any other text gives the same UUID for the same person each time.
    """
    try:
        return UUID(id)
    except ValueError:
        return uuid5(person.id, id)
