"""What the drinks of a day come to when they are written, and what is asked about instead.

A number that a form took in is all of it so far. Where the day has another number by then than the
form showed, the two are not added: as with every other value, what stands holds, the other version
is set aside, and the person chooses.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from myolog.journal.cups import Cups, add_up, with_cups
from myolog.journal.entries import DayExposure, Entry
from myolog.journal.model import refuse_future
from myolog.journal.provenance import Provenance
from myolog.store.models import Person
from myolog.store.rows import entry_of
from myolog.store.services.entries import rows_in_force

__all__ = ["Drunk", "drunk"]


@dataclass(frozen=True, slots=True)
class Drunk:
    """The amounts of a day after its drinks.

    Attributes
    ----------
    entries : amounts that hold
    typed : amounts typed in the same write with the cups told beside them
    emptied : kind and slot of amounts of which nothing is told any more
    asked : amounts that the person has to choose or to leave
    """

    entries: tuple[DayExposure, ...] = ()
    typed: tuple[DayExposure, ...] = ()
    emptied: tuple[tuple[str, str | None], ...] = ()
    asked: tuple[DayExposure, ...] = ()


def drunk(
    cups: Cups | None,
    typed: Collection[Entry],
    *,
    own: Collection[str],
    person: Person,
    now: datetime,
) -> Drunk:
    """Return what a day's cups come to; an amount typed in the same write wins, and keeps them.

    Parameters
    ----------
    own
        Ids of what the same device wrote before: no other version, its newest number holds.
    """
    if cups is None or not cups.more:
        return Drunk()
    rows = rows_in_force(person).filter(kind=DayExposure.kind, day=cups.day)
    noted = [
        entry
        for id, payload in rows.values_list("id", "payload")
        if isinstance(entry := entry_of(id, payload), DayExposure)
    ]
    others = [entry for entry in noted if str(entry.id) not in own]
    amounts = [entry for entry in typed if isinstance(entry, DayExposure)]
    base = [*_filled_in(amounts, noted), *noted]
    wanted, changed = cups.from_now(base), cups.changed_since(noted)
    unseen = frozenset(one for entry in others for one in entry.servings if one in changed)
    held = add_up(wanted.without(unseen), base)
    told = {entry.slot for entry in amounts}
    for entry in held.entries:
        refuse_future(entry, now=now)
    entries = tuple(entry for entry in held.entries if entry.slot not in told)
    asked = add_up(wanted, base).entries if unseen else ()
    return Drunk(
        entries,
        tuple(with_cups(entry, held) for entry in amounts),
        tuple((entry.kind, entry.slot) for entry in held.emptied if entry.slot not in told),
        tuple(one for one in asked if one not in entries and one.slot not in told),
    )


def _filled_in(
    amounts: Collection[DayExposure], noted: Collection[DayExposure]
) -> list[DayExposure]:
    """Return what "same as yesterday" brings in the same write, where nothing is noted yet."""
    known = {entry.code for entry in noted}
    return [
        entry
        for entry in amounts
        if entry.provenance is Provenance.SAME_AS_YESTERDAY and entry.code not in known
    ]
