"""The journal for a page: read once, and again only after something was written.

A journal is frozen, so every page may share one. What was read is kept for the last person only,
under the store's version, which every write changes in the same transaction.
"""

from threading import Lock
from typing import Final
from uuid import UUID

from myolog.journal.model import Journal
from myolog.store.selectors import Person, journal_of, journal_version

_Key = tuple[UUID, str, tuple[int, str]]

_LOCK: Final = Lock()
_kept: dict[_Key, Journal] = {}


def whole_journal(person: Person) -> Journal:
    """Return the person's whole journal as it stands."""
    key = (person.id, person.zone, journal_version(person))
    with _LOCK:
        known = _kept.get(key)
    if known is not None:
        return known
    journal = journal_of(person)
    with _LOCK:
        _kept.clear()
        _kept[key] = journal
    return journal
