"""Compare and write as one: what was decided over a journal is written into that very journal.

A page compares what is sent with what holds, and only then writes. Whoever is quicker in between
would be replaced without a word, so the first write of a comparison is refused where the journal or
its clock is another one by then; whoever compared does it once more. Nobody waits for that, unless
somebody writes without a pause: then the others wait for once.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.db import connection, transaction
from django.db.models import QuerySet, Subquery

from myolog.errors import MyologError
from myolog.store.line import in_turn
from myolog.store.models import EntryRow, Person
from myolog.store.prepared import PERSON, Prepared


class Outrun(MyologError):
    """Somebody else has written since the journal was compared."""


@dataclass(slots=True)
class _Comparison:
    person: UUID
    stand: tuple[object, ...] | None
    holds_until_written: bool = True


_IN_FORCE: Final[ContextVar[_Comparison | None]] = ContextVar("comparison", default=None)


@contextmanager
def compared(person: Person) -> Iterator[None]:
    """Let the first write of the block hold only over the journal as it is now.

    Raises
    ------
    Outrun
        From that write: somebody else has written meanwhile, and nothing is stored.
    """
    token = _IN_FORCE.set(_Comparison(person.id, _stand_of(person.id)))
    try:
        yield
    finally:
        _IN_FORCE.reset(token)


@contextmanager
def alone(person: Person) -> Iterator[None]:
    """Let nobody else write the person's journal until the block ends."""
    with in_turn(), transaction.atomic():
        hold(person)
        yield


def hold(person: Person) -> None:
    """Refuse a write over a journal that was compared before it changed.

    Call it first in the transaction of a write. On SQLite that lets nobody else write any more;
    elsewhere the person's row is locked here.

    Raises
    ------
    Outrun
        Somebody else has written since the comparison began.
    """
    if connection.vendor != "sqlite":
        Person.objects.select_for_update().filter(id=person.id).first()
    comparison = _IN_FORCE.get()
    if comparison is None or comparison.person != person.id or not comparison.holds_until_written:
        return
    if _stand_of(person.id) != comparison.stand:
        raise Outrun
    comparison.holds_until_written = False


def _stand_of(person: UUID) -> tuple[object, ...] | None:
    """Return what is another one after every change of a journal or of its clock."""
    return _STAND.first(person=person)


def _stands() -> QuerySet[Any, Any]:
    last = EntryRow.objects.filter(person_id=PERSON).order_by("-changed_nth")
    mine = Person.objects.filter(id=PERSON).annotate(
        last_change=Subquery(last.values("changed_nth")[:1])
    )
    return mine.values_list("zone", "zone_from", "day_ends_hour", "last_change")[:1]


_STAND: Final = Prepared(_stands)
