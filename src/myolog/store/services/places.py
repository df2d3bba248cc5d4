"""What holds of one place on one day: "none" never stands beside a twitch of that very place.

Whoever notes a twitch there knows better than the "none" said before, which gives way and comes
back when the write is undone, unless another twitch stands there by then. Whoever says "none" of a
place with noted twitches is asked to look at them first. A file is taken in as it is.
"""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Final
from uuid import UUID

from myolog.content.names import place_name
from myolog.errors import InvalidEntry
from myolog.journal.entries import DayTally, Entry, Episode
from myolog.store.models import EntryRow, Person
from myolog.store.prepared import PERSON, TEXT, Prepared
from myolog.store.rows import entry_of
from myolog.store.services.entries import retire, rows_in_force

__all__ = ["gives_way", "keep_places_true", "nones_beside"]


def keep_places_true(entries: Iterable[Entry], *, person: Person, by: str, now: datetime) -> None:
    """Let "none" of a place give way to the twitches that are about to be written.

    Raises
    ------
    InvalidEntry
        "None" is about to be written of a place where a twitch is noted on that day.
    """
    given = tuple(entries)
    _refuse_none(given, person=person)
    if nones := nones_beside(given, person=person):
        retire(nones, person=person, by=by, action="taken_back", now=now)


def nones_beside(entries: Iterable[Entry], *, person: Person) -> list[UUID]:
    """Return the keys of "none" at the very place and day of one of these twitches."""
    slots = {_at(one).slot for one in entries if isinstance(one, Episode)}
    told = [row for slot in slots for row in _TALLIES.rows(person=person.id, text=slot)]
    return [id for id, payload in told if _is_none(entry_of(id, payload))]


def gives_way(entry: Entry, *, person: Person, since: int, with_it: Collection[UUID] = ()) -> bool:
    """Say whether an entry that would come back is a "none" where a twitch came since it left.

    One that was there before, as a file may bring it, or that comes back with it is no reason:
    both were told. One that had left and is back since then is one, however old it is.

    Parameters
    ----------
    since
        The number of the change with which it left.
    with_it
        Keys of what comes back by the same undo.
    """
    if not (isinstance(entry, DayTally) and _is_none(entry)):
        return False
    noted = rows_in_force(person).filter(kind=Episode.kind, day=entry.day, changed_nth__gt=since)
    later = noted.exclude(id__in=with_it)
    there = (entry_of(id, row) for id, row in later.values_list("id", "payload"))
    return any(isinstance(one, Episode) and _at(one).slot == entry.slot for one in there)


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
