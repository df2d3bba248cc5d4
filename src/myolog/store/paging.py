"""Walking through episodes page by page while others write.

A cursor holds a position, not a row, and the moment at which the walk began. An episode keeps the
place that it had at that moment, or its first place when it was noted later; so whatever is
deleted, noted or corrected between two pages, nothing is lost and nothing comes twice. What is
shown is always what holds now.
"""

import binascii
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Max, Q, QuerySet

from myolog.errors import InvalidEntry
from myolog.journal.entries import Entry, Episode
from myolog.store.models import EntryRow, Person
from myolog.store.rows import entry_of

__all__ = ["EpisodesPage", "episodes_page"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EpisodesPage:
    """Some episodes, newest first, and where the next page begins.

    Attributes
    ----------
    next_cursor : to give as `cursor` for the next page; None at the end
    """

    episodes: tuple[Episode, ...]
    next_cursor: str | None


@dataclass(frozen=True, slots=True)
class _Place:
    """How far a walk has come: the moment it began, and the place of the last row it passed."""

    began: datetime
    at: datetime
    id: UUID

    def written(self) -> str:
        parts = [self.began.isoformat(), self.at.isoformat(), self.id.hex]
        return urlsafe_b64encode(json.dumps(parts).encode()).decode().rstrip("=")

    @classmethod
    def read(cls, cursor: str) -> "_Place":
        try:
            padded = cursor + "=" * (-len(cursor) % 4)
            began, at, id = json.loads(urlsafe_b64decode(padded.encode("ascii")))
            place = cls(datetime.fromisoformat(began), datetime.fromisoformat(at), UUID(hex=id))
            if place.began.tzinfo is not None and place.at.tzinfo is not None:
                return place
        except (ValueError, TypeError, AttributeError, binascii.Error, RecursionError):
            pass
        raise InvalidEntry(
            "This is not the address of a page that Myolog gave. Start from the first page.",
            code="invalid_cursor",
        )


def episodes_page(
    person: Person, *, limit: int, now: datetime, cursor: str | None = None
) -> EpisodesPage:
    """Return at most `limit` episodes, those that began latest first.

    Parameters
    ----------
    now
        Aware datetime; a walk that begins here sees the journal as it stands.
    cursor
        `next_cursor` of the page before; None for the first page.

    Raises
    ------
    InvalidEntry
        `cursor` is not one that a page gave.
    """
    place = None if cursor is None else _Place.read(cursor)
    began = place.began if place is not None else _beginning(person, now)
    shown: list[Episode] = []
    more = True
    while more and len(shown) < limit:
        found = _walked(person, began, place)[: limit + 1]
        more = len(found) > limit
        for row, at, entry in _as_they_stand(person, found[:limit]):
            if len(shown) == limit:
                more = True
                break
            place = _Place(began, at, row.id)
            if isinstance(entry, Episode):
                shown.append(entry)
    following = place.written() if more and place is not None else None
    return EpisodesPage(episodes=tuple(shown), next_cursor=following)


def _beginning(person: Person, now: datetime) -> datetime:
    """Return the moment a walk begins: now, or later where the clock was ahead when noting."""
    newest = EntryRow.objects.filter(person=person, kind=Episode.kind).aggregate(
        at=Max("created_at")
    )
    return max(now, newest["at"] or now)


def _walked(person: Person, began: datetime, place: _Place | None) -> QuerySet[EntryRow]:
    """Return the rows whose places a walk passes: of its beginning, and of what was noted since."""
    held = Q(created_at__lte=began) & (Q(retired_at__isnull=True) | Q(retired_at__gt=began))
    since = Q(created_at__gt=began, revises__isnull=True)
    rows = EntryRow.objects.filter(held | since, person=person, kind=Episode.kind, at__isnull=False)
    if place is not None:
        rows = rows.filter(Q(at__lt=place.at) | Q(at=place.at, id__lt=place.id))
    return rows.order_by("-at", "-id")


def _as_they_stand(
    person: Person, rows: Iterable[EntryRow]
) -> Iterator[tuple[EntryRow, datetime, Entry | None]]:
    """Return each row with its place in time and what holds of it now; None when it is deleted."""
    passed = list(rows)
    holds = {row.id: row for row in passed if row.retired_at is None}
    origin = {row.id: row.id for row in passed if row.retired_at is not None}
    while origin:
        found = EntryRow.objects.filter(person=person, revises__in=tuple(origin))
        revised = [(row, origin[row.revises_id]) for row in found if row.revises_id is not None]
        holds |= {first: row for row, first in revised if row.retired_at is None}
        origin = {row.id: first for row, first in revised if row.retired_at is not None}
    for row in passed:
        now = holds.get(row.id)
        if row.at is not None:
            yield row, row.at, None if now is None else entry_of(now.id, now.payload)
