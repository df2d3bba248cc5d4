"""What holds of one place on one day: "none" never stands beside a twitch of that very place.

Whoever notes a twitch there knows better than the "none" said before, which gives way and comes
back when the write is undone. Whoever says "none" of a place with noted twitches is asked to look
at them first. A file is taken in as it is.
"""

from collections.abc import Iterable
from datetime import datetime

from myolog.content.names import place_name
from myolog.errors import InvalidEntry
from myolog.journal.entries import DayTally, Entry, Episode
from myolog.store.models import Person
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
        tallies = rows_in_force(person).filter(kind=DayTally.kind, slot__in=slots)
        nones = [
            id for id, payload in tallies.values_list("id", "payload")
            if _is_none(entry_of(id, payload))
        ]  # fmt: skip
        retire(nones, person=person, by=by, action="taken_back", now=now)


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
