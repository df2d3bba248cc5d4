"""Rows that carry a seal, written with every change that goes through the model.

See `myolog.store.seals`. What a migration changes is sealed anew when it is done.
"""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar
from uuid import UUID

from django.db import connections, models, router, transaction

from myolog.store.seals import UNSEALED, seal_rows


class SealedRows(models.QuerySet[Any]):
    """A query whose writes keep the seals true."""

    def update(self, **values: Any) -> int:
        """Change rows and seal them anew, in one transaction."""
        connection = connections[self.db]
        if connection.vendor != "sqlite" or _column_names(self.model, values) <= UNSEALED:
            return super().update(**values)
        with transaction.atomic(using=self.db):
            keys = list(self.values_list("pk", flat=True))
            if not keys:
                return 0
            changed = super().update(**values)
            seal(keys, self.model, self.db)
        return changed

    def bulk_create(self, objs: Iterable[Any], *args: Any, **kwargs: Any) -> list[Any]:
        """Write rows with their seals, in one transaction."""
        with transaction.atomic(using=self.db):
            made = super().bulk_create(objs, *args, **kwargs)
            seal([row.pk for row in made], self.model, self.db)
        return made


def seal(keys: Sequence[UUID], table: type[models.Model], using: str) -> None:
    """Seal rows as the database has them now."""
    connection = connections[using]
    if connection.vendor == "sqlite":
        seal_rows(connection.connection, table._meta.db_table, [key.hex for key in keys])


_Row = TypeVar("_Row", bound=models.Model)


class SealedManager(models.Manager[_Row]):
    """Where every query of a sealed table begins."""

    def get_queryset(self) -> models.QuerySet[_Row]:
        """Return all rows, to be written with their seals."""
        return SealedRows(self.model, using=self._db)


class Sealed(models.Model):
    """A row with a seal."""

    seal = models.CharField(max_length=32, blank=True, default="", editable=False)

    objects = SealedManager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the row and seal it as the database has it then: this copy may be older."""
        using = kwargs.get("using") or router.db_for_write(type(self), instance=self)
        with transaction.atomic(using=using):
            super().save(*args, **kwargs)
            seal([self.pk], type(self), using)


def _column_names(model: type[models.Model], values: Iterable[str]) -> set[str]:
    return {str(getattr(model._meta.get_field(name), "column", name)) for name in values}
