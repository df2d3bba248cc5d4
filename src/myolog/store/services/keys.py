"""A client's names for its writes: the same name and content again stores nothing.

Call these inside the transaction of the write.
"""

import hashlib
import json
from collections.abc import Iterable
from datetime import datetime
from typing import Final
from uuid import UUID

from myolog.errors import Conflict, InvalidEntry
from myolog.store.models import IdempotencyKey, Person
from myolog.store.prepared import PERSON, TEXT, Prepared

KEY_LIMIT: Final = 200
KEY_REUSED: Final = (
    "This was sent before with other content. Open the page again, or use a new key."
)


def digest_of(content: object) -> str:
    """Return what two writes of the same content share; `content` is plain JSON."""
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def is_written(person: Person, key: str) -> bool:
    """Say whether something was stored under this key."""
    return _UNDER_KEY.first(person=person.id, text=key) is not None


def written(person: Person, key: str | None, digest: str) -> tuple[str, ...] | None:
    """Return the ids of the entries stored under this key; None for a write that is new.

    Raises
    ------
    InvalidEntry
        The key is not 1 to 200 plain characters.
    Conflict
        The key was used before for another content.
    """
    if key is None:
        return None
    if not 1 <= len(key) <= KEY_LIMIT or not key.isprintable():
        raise InvalidEntry(
            "The Idempotency-Key must have 1 to {limit} plain characters.",
            limit=KEY_LIMIT,
            code="invalid_idempotency_key",
        )
    found = _UNDER_KEY.first(person=person.id, text=key)
    if found is None:
        return None
    known, entries = found
    if known != digest:
        raise Conflict(KEY_REUSED, code="idempotency_key_reused")
    return tuple(entries)


_UNDER_KEY: Final = Prepared(
    lambda: IdempotencyKey.objects.filter(person_id=PERSON, key=TEXT).values_list(
        "digest", "entries"
    )
)


def keep_key(
    person: Person,
    key: str | None,
    digest: str,
    *,
    entries: Iterable[str | UUID | None],
    now: datetime,
) -> None:
    """Note that the write with this key is stored, where it has one."""
    if key is not None:
        IdempotencyKey.objects.create(
            person=person,
            key=key,
            digest=digest,
            entries=[str(id) for id in entries],
            created_at=now,
        )


def stored_under(person: Person, keys: Iterable[str]) -> frozenset[str]:
    """Return the ids of the entries that were stored under any of these keys."""
    found = IdempotencyKey.objects.filter(person=person, key__in=tuple(keys))
    return frozenset(id for ids in found.values_list("entries", flat=True) for id in ids)
