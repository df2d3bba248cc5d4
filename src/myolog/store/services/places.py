"""What holds of one place on one day: "none" never stands beside a twitch of that very place.

Whoever notes a twitch there knows better than the "none" said before, which gives way and comes
back when the write is undone. Whoever says "none" of a place with noted twitches is asked to look
at them first. A file is taken in as it is.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from myolog.content.names import place_name
from myolog.errors import InvalidEntry
from myolog.journal.entries import DayTally, Entry, Episode
from myolog.store.models import EntryRow, Person
from myolog.store.prepared import PERSON, TEXT, Prepared
from myolog.store.rows import entry_of
from myolog.store.services.entries import retire, rows_in_force

__all__ = ["keep_places_true"]


def keep_places_true(entries: Iterable[Entry], *, person: Person, by: str, now: datetime) -> None:
    """Let "none" of a place give way to the twitches that are about to be written.

    Raises
    ------
    InvalidEntry
        "None" is about to be written of a place where a twitch is noted on that day.
    """
    given = tuple(entries)
    _refuse_none(given, person=person)
    slots = {_at(one).slot for one in given if isinstance(one, Episode)}
    if slots:
        told = [row for slot in slots for row in _TALLIES.rows(person=person.id, text=slot)]
        nones = [id for id, payload in told if _is_none(entry_of(id, payload))]
        if nones:
            retire(nones, person=person, by=by, action="taken_back", now=now)


_TALLIES: Final = Prepared(
    lambda: EntryRow.objects.filter(
        person_id=PERSON, kind=DayTally.kind, slot=TEXT, retired_at__isnull=True
    ).values_list("id", "payload")
)
"""Most places have no tally on the day, and most writes are of one place."""


def _at(episode: Episode) -> DayTally:
    """Return "none" of the very place and day of an episode."""
    return DayTally(day=episode.day, site=episode.site, side=episode.side, amount="none")


def _is_none(entry: Entry) -> bool:
    return isinstance(entry, DayTally) and not entry.twitched


def _refuse_none(entries: tuple[Entry, ...], *, person: Person) -> None:
    nones = {one.slot: one for one in entries if isinstance(one, DayTally) and _is_none(one)}
    if not nones:
        return
    days = {one.day for one in nones.values()}
    rows = rows_in_force(person)
    held = rows.filter(kind=DayTally.kind, slot__in=nones).values_list("id", "payload")
    new = set(nones) - {one.slot for id, row in held if _is_none(one := entry_of(id, row))}
    noted = rows.filter(kind=Episode.kind, day__in=days).values_list("id", "payload")
    there = [entry_of(id, row) for id, row in noted] if new else []
    for episode in (*there, *entries):
        if isinstance(episode, Episode) and _at(episode).slot in new:
            raise InvalidEntry(
                "Twitches are noted there on {day}: {place}. Delete them first, or choose "
                "another word.",
                day=episode.day.isoformat(),
                place=place_name(episode.site, episode.side),
                code="place_has_twitches",
            )
