"""In which order rows were stored and changed, whatever the computer's clock said.

Times and UUIDv7 keys both come from the clock: one that was ahead would make what was stored then
the newest for as long as it was ahead. Numbers count up instead, inside the write's transaction:
one for the storing, one for every change since, by which a reader finds what it has not seen yet.
"""

from collections.abc import Iterable
from functools import cache
from secrets import randbelow
from typing import Any, Final
from uuid import UUID

from django.db import connection, models, transaction

from myolog.store.models.people import Person
from myolog.store.models.sealed import Sealed, SealedRows
from myolog.store.prepared import PERSON, Prepared

_GAP: Final = 2**30


class InOrder(SealedRows):
    """Rows that get the next numbers of their person when they are stored."""

    def bulk_create(self, objs: Iterable[Any], *args: Any, **options: Any) -> list[Any]:
        """Store rows, numbered in the order given."""
        rows = list(objs)
        with transaction.atomic(savepoint=False):
            number(rows, self.model)
            return super().bulk_create(rows, *args, **options)


class StoredInOrder(Sealed):
    """A row of a person with its place in the order of storing."""

    stored_nth = models.BigIntegerField(editable=False)

    objects = InOrder.as_manager()  # type: ignore[assignment, misc]

    class Meta:
        abstract = True

    def save(self, *args: Any, **options: Any) -> None:
        """Store the row, numbered when it is new."""
        if not self._state.adding:
            super().save(*args, **options)
            return
        with transaction.atomic(savepoint=False):
            number([self], type(self))
            super().save(*args, **options)


def number(rows: Iterable[Any], model: type[models.Model]) -> None:
    """Give rows that have no number yet the next ones of their person; call it in a transaction.

    SQLite lets one writer in at a time; elsewhere the person's row is locked first.
    """
    last: dict[Any, int] = {}
    for row in rows:
        if row.stored_nth is not None:
            continue
        owner = row.person_id
        if owner not in last:
            last[owner] = _last(model, "stored_nth", owner=owner)
        last[owner] += 1
        row.stored_nth = last[owner]


def _last(model: type[models.Model], number: str, *, owner: UUID) -> int:
    """Return the highest number of a person's rows; nobody else counts up until the write ends."""
    if connection.vendor != "sqlite":
        Person.objects.select_for_update().filter(id=owner).first()
    found = _last_number(model, number).first(person=owner)
    return 0 if found is None else int(found[0])


@cache
def _last_number(model: type[models.Model], number: str) -> Prepared:
    return Prepared(
        lambda: (
            model._default_manager.filter(person_id=PERSON)
            .order_by(f"-{number}")
            .values_list(number)[:1]
        )
    )


class ChangedInOrder(InOrder):
    """Rows that get a new number with every change."""

    def bulk_create(self, objs: Iterable[Any], *args: Any, **options: Any) -> list[Any]:
        """Store rows; those of one person that are stored at once share the number."""
        rows = list(objs)
        with transaction.atomic(savepoint=False):
            next_of = {owner: self.next_change(owner) for owner in {row.person_id for row in rows}}
            for row in rows:
                row.changed_nth = next_of[row.person_id]
            return super().bulk_create(rows, *args, **options)

    def update(self, **values: Any) -> int:
        """Change rows, which are those of one person."""
        with transaction.atomic(savepoint=False):
            owner = self.values_list("person_id", flat=True).first()
            if owner is None:
                return 0
            return super().update(**values, changed_nth=self.next_change(owner))

    def next_change(self, owner: UUID) -> int:
        """Return the number of a change that this transaction is about to make.

        It leaves a gap that nobody can guess, so that a change that is taken back and another in
        its place never have the same one.
        """
        return _last(self.model, "changed_nth", owner=owner) + 1 + randbelow(_GAP)


class Changing(StoredInOrder):
    """A row of a person that says when it was changed last, by number."""

    changed_nth = models.BigIntegerField(editable=False)

    objects = ChangedInOrder.as_manager()  # type: ignore[misc]

    class Meta:
        abstract = True

    def save(self, *args: Any, **options: Any) -> None:
        """Store the row or its change, numbered."""
        with transaction.atomic(savepoint=False):
            self.changed_nth = ChangedInOrder(type(self)).next_change(self.person_id)  # type: ignore[attr-defined]
            if options.get("update_fields") is not None:
                options["update_fields"] = {*options["update_fields"], "changed_nth"}
            super().save(*args, **options)
