"""What a command that opens no journal knows of it: language, measures, country, and whose it is.

Read from the file as it stands, without Django. Nothing is made, changed or waited for; where no
file is, or it cannot be read, nothing is known. What is read is decided anew once it is opened.
"""

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from myolog.content.languages import OFFERED
from myolog.content.measures import MEASURES, usual_in
from myolog.errors import UserError
from myolog.journal.codec import decode
from myolog.journal.entries import ProfileFact
from myolog.journal.instants import day_at
from myolog.journal.model import Journal
from myolog.journal.records import TriageAnswers
from myolog.journal.subject import Subject, subject_of
from myolog.store.folder import DATABASE_FILE

__all__ = ["Glance", "glance_at"]

WAIT_S: Final = 0.1
THEMSELVES: Final = Subject()

_PERSON: Final = (
    "SELECT id, language, measures, country, zone, day_ends_hour FROM store_person"
    " ORDER BY created_at, id LIMIT 1"
)
_WHO_TOLD: Final = (
    "SELECT 1 FROM store_entryrow WHERE person_id = ? AND kind = ?"
    " AND slot LIKE '%/answered_by' AND retired_at IS NULL LIMIT 1"
)
_TELLINGS: Final = (
    "SELECT id, payload FROM store_entryrow WHERE person_id = ? AND kind IN (?, ?)"
    " AND retired_at IS NULL ORDER BY stored_nth"
)
_UNREADABLE: Final = (sqlite3.Error, UserError, OSError, ValueError, TypeError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """What is known of a journal that is not open.

    Attributes
    ----------
    language : chosen in the settings; "" where none was, or nothing is known
    measures : in which amounts are said
    country, zone : where the person lives; "" where nothing is known
    subject : whose journal it is
    """

    language: str = ""
    measures: str = MEASURES[0]
    country: str = ""
    zone: str = ""
    subject: Subject = THEMSELVES


def glance_at(folder: Path, *, now: datetime) -> Glance:
    """Return what the journal in a folder says of itself; the usual where there is none.

    Parameters
    ----------
    folder
        A data folder, which need not exist.
    now
        The present, by which an age grows.
    """
    with suppress(*_UNREADABLE), _opened(folder / DATABASE_FILE) as raw:
        found = raw.execute(_PERSON).fetchone()
        if found is not None:
            key, language, measures, country, zone, hour = found
            return Glance(
                language=language if language in OFFERED else "",
                measures=measures or usual_in(country),
                country=country,
                zone=zone,
                subject=_subject(raw, key, Journal(zone=zone, day_ends_hour=hour), now),
            )
    return Glance()


@contextmanager
def _opened(file: Path) -> Iterator[sqlite3.Connection]:
    """Open the file so that no other comes to stand beside it.

    Without a log beside it nobody is writing, and it is whole in itself (`immutable`).

    Raises
    ------
    OSError
        There is no file, or a server holds the journal.
    """
    if os.environ.get("MYOLOG_DATABASE_URL") or not file.is_file():
        raise FileNotFoundError(file)
    alone = not file.with_name(f"{file.name}-wal").exists()
    way = "immutable=1" if alone else "mode=ro"
    address = f"{file.resolve().as_uri()}?{way}"
    with closing(sqlite3.connect(address, uri=True, timeout=WAIT_S)) as raw:
        raw.execute("PRAGMA trusted_schema=OFF")
        yield raw


def _subject(raw: sqlite3.Connection, key: str, journal: Journal, now: datetime) -> Subject:
    if raw.execute(_WHO_TOLD, (key, ProfileFact.kind)).fetchone() is None:
        return THEMSELVES
    rows = raw.execute(_TELLINGS, (key, ProfileFact.kind, TriageAnswers.kind))
    told = tuple(decode({**json.loads(payload), "id": id}) for id, payload in rows)
    today = day_at(now, journal.zone, day_ends_hour=journal.day_ends_hour)
    return subject_of(journal.with_entries(told), today)
