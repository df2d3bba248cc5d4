"""In which order rows were stored, whatever the computer's clock said.

Times and UUIDv7 keys both come from the clock: one that was ahead would make what was stored then
the newest for as long as it was ahead. A number counts up instead, inside the write's transaction.
"""

from collections.abc import Iterable
from typing import Any

from django.db import connection, models, transaction
from django.db.models import Max

from myolog.store.models.people import Person


class InOrder(models.QuerySet[Any]):
    """Rows that get the next numbers of their person when they are stored."""

    def bulk_create(self, objs: Iterable[Any], *args: Any, **options: Any) -> list[Any]:
        """Store rows, numbered in the order given."""
        rows = list(objs)
        with transaction.atomic():
            number(rows)
            return super().bulk_create(rows, *args, **options)


class StoredInOrder(models.Model):
    """A row of a person with its place in the order of storing."""

    stored_nth = models.BigIntegerField(editable=False)

    objects = InOrder.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **options: Any) -> None:
        """Store the row, numbered when it is new."""
        if not self._state.adding:
            super().save(*args, **options)
            return
        with transaction.atomic():
            number([self])
            super().save(*args, **options)


def number(rows: Iterable[Any]) -> None:
    """Give rows that have no number yet the next ones of their person; call it in a transaction.

    SQLite lets one writer in at a time; elsewhere the person's row is locked first.
    """
    last: dict[Any, int] = {}
    for row in rows:
        if row.stored_nth is not None:
            continue
        owner = row.person_id
        if owner not in last:
            if connection.vendor != "sqlite":
                Person.objects.select_for_update().filter(id=owner).first()
            stored = type(row)._default_manager.filter(person_id=owner)
            last[owner] = stored.aggregate(last=Max("stored_nth"))["last"] or 0
        last[owner] += 1
        row.stored_nth = last[owner]
