"""Defining, changing and archiving what a person tracks of their own."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from secrets import token_hex

from myolog.errors import NotFound
from myolog.journal.own import OwnThing, tidied
from myolog.store.models import Person
from myolog.store.selectors import own_things, today_in
from myolog.store.services.journal import log_entries
from myolog.vocabulary.own import own_code

__all__ = ["change_own", "define_own"]


def define_own(
    *,
    person: Person,
    name: str,
    measure: str,
    unit: str = "",
    role: str,
    by: str,
    idempotency_key: str | None = None,
    now: datetime | None = None,
) -> OwnThing:
    """Begin to track a thing of one's own.

    Parameters
    ----------
    measure
        yes_no, rating or amount; it stays as it is, because values of two kinds do not compare.
    role
        do or feel.

    Raises
    ------
    InvalidEntry
        The name is taken, missing or too long, or as many are tracked as can be.
    """
    moment, named = now or datetime.now(UTC), tidied(name)
    thing = OwnThing(
        day=today_in(person, moment),
        code=own_code(measure, named, token_hex(3)),
        name=named,
        unit=tidied(unit) if measure == "amount" else "",
        role=role,
    )
    sent = ["own", thing.name, thing.measure, thing.unit, thing.role]
    return _logged(thing, person=person, by=by, key=idempotency_key, sent=sent, now=moment)


def change_own(
    *,
    person: Person,
    code: str,
    name: str | None = None,
    unit: str | None = None,
    role: str | None = None,
    archived: bool | None = None,
    by: str,
    idempotency_key: str | None = None,
    now: datetime | None = None,
) -> OwnThing:
    """Call a thing otherwise, archive it or bring it back; what is None stays, values always do.

    Raises
    ------
    NotFound
        There is no such thing.
    InvalidEntry
        The name is taken, missing or too long, or as many are tracked as can be.
    """
    moment = now or datetime.now(UTC)
    before = own_things(person).get(code)
    if before is None:
        raise NotFound("There is no such thing to track.", key="no_such_own")
    unit = before.unit if unit is None or before.measure != "amount" else tidied(unit)
    thing = replace(
        before,
        id=None,
        day=_day_after(before, today_in(person, moment)),
        name=before.name if name is None else tidied(name),
        unit=unit,
        role=before.role if role is None else role,
        archived=before.archived if archived is None else archived,
    )
    if replace(thing, day=before.day, id=before.id) == before:
        return before
    return _logged(thing, person=person, by=by, key=idempotency_key, sent=None, now=moment)


def _day_after(before: OwnThing, today: date) -> date:
    """Return the day of a change: that of the last one, where a journey west went behind it."""
    return before.day if before.day == today + timedelta(days=1) else today


def _logged(
    thing: OwnThing,
    *,
    person: Person,
    by: str,
    key: str | None,
    sent: object,
    now: datetime,
) -> OwnThing:
    (stored,) = log_entries(
        person=person, entries=(thing,), by=by, idempotency_key=key, sent=sent, now=now
    )
    if not isinstance(stored, OwnThing):
        raise TypeError(f"a thing was stored as {stored.kind}")
    return stored
