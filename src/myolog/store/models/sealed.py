"""Rows that carry a seal, written with every change that goes through the model.

See `myolog.store.seals`. What a migration changes is sealed anew when it is done.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from functools import cache, lru_cache, partial
from itertools import chain
from operator import attrgetter
from typing import Any, Final, NamedTuple, TypeVar
from uuid import UUID

from django.db import connections, models, router, transaction

from myolog.store.seals import UNSEALED, Sealer, seal_rows

_AT_ONCE: Final = 500
"""Rows of one statement; it takes 32,766 values, and no table has more than 30 columns."""


class SealedRows(models.QuerySet[Any]):
    """A query whose writes keep the seals true."""

    def update(self, **values: Any) -> int:
        """Change rows and seal them anew, in one transaction."""
        connection = connections[self.db]
        if connection.vendor != "sqlite" or _column_names(self.model, values) <= UNSEALED:
            return super().update(**values)
        with transaction.atomic(using=self.db, savepoint=False):
            keys = list(self.values_list("pk", flat=True))
            if not keys:
                return 0
            changed = super().update(**values)
            seal(keys, self.model, self.db)
        return changed

    def bulk_create(self, objs: Iterable[Any], *args: Any, **kwargs: Any) -> list[Any]:
        """Write rows with their seals, in one transaction.

        Anything with the columns for attributes is a row; what is written is none of its concern.
        """
        if connections[self.db].vendor != "sqlite" or args or kwargs.keys() - {"batch_size"}:
            with transaction.atomic(using=self.db, savepoint=False):
                made = super().bulk_create(map(self._whole, objs), *args, **kwargs)
                seal([row.pk for row in made], self.model, self.db)
            return made
        rows = list(objs)
        with transaction.atomic(using=self.db, savepoint=False):
            insert_sealed(rows, self.model, self.db)
        return rows

    def _whole(self, row: Any) -> Any:
        """Return a row as Django knows it."""
        if isinstance(row, models.Model):
            return row
        fields = _sealed_fields(self.model)
        values = {one.attname: getattr(row, one.attname) for one in fields}
        written = {one.attname for one in fields if isinstance(one, models.JSONField)}
        return self.model(
            **{
                name: json.loads(value) if name in written and isinstance(value, str) else value
                for name, value in values.items()
            }
        )


def insert_sealed(rows: Sequence[Any], table: type[models.Model], using: str) -> None:
    """Write new rows into SQLite, each with the seal of the very values that it is given.

    Of very many, some are made ready while SQLite writes those before: it holds up no Python.
    """
    insert, place, values_of = _insertion(table, using)
    batches = [rows[start : start + _AT_ONCE] for start in range(0, len(rows), _AT_ONCE)]
    with connections[using].cursor() as cursor:

        def write(ready: Sequence[tuple[Any, ...]]) -> None:
            places = ", ".join([place] * len(ready))
            cursor.execute(f"{insert} {places}", list(chain.from_iterable(ready)))

        if len(batches) == 1:
            write(values_of(rows))
        elif batches:
            with ThreadPoolExecutor(1) as beside:
                for _ in beside.map(write, map(values_of, batches)):
                    pass
    for row in rows:
        if isinstance(row, models.Model):
            row._state.adding, row._state.db = False, using


@cache
def _insertion(
    table: type[models.Model], using: str
) -> tuple[str, str, Callable[[Sequence[Any]], list[tuple[Any, ...]]]]:
    """Return how rows are written into SQLite, the place of one, and what makes their values."""
    fields = _sealed_fields(table)
    names = [str(one.column) for one in fields]
    ways = [kept_by(one, connections[using]) for one in fields]
    given_of, seal_of = attrgetter(*(one.attname for one in fields)), Sealer(names).seal_of

    def values_of(rows: Sequence[Any]) -> list[tuple[Any, ...]]:
        columns = zip(*map(given_of, rows), strict=True)
        kept = (way.column(given) for way, given in zip(ways, columns, strict=True))
        return [(*values, seal_of(values)) for values in zip(*kept, strict=True)]

    columns = ", ".join(f'"{name}"' for name in (*names, "seal"))
    places = ", ".join(["%s"] * (len(names) + 1))
    return f'INSERT INTO "{table._meta.db_table}" ({columns}) VALUES', f"({places})", values_of


class Way(NamedTuple):
    """How a column keeps values: those of one plain type in a short way, all others as usual."""

    plain: type
    short: Callable[[Any], object]
    usual: Callable[[Any], object]

    def __call__(self, value: Any) -> object:
        """Return what SQLite keeps of a value."""
        if value is None:
            return None
        return self.short(value) if type(value) is self.plain else self.usual(value)

    def column(self, values: Sequence[Any]) -> Iterable[object]:
        """Return what SQLite keeps of the values of some rows; one that they share is made once."""
        if set(map(type, values)) != {self.plain}:
            return [self(value) for value in values]
        if values[0] == values[-1] and values.count(values[0]) == len(values):
            return (self.short(values[0]),) * len(values)
        return map(self.short, values)


def kept_by(field: Any, connection: Any) -> Way:
    """Return what makes of a field's value what SQLite keeps: Django's own way, or a shorter one.

    The shorter one gives the same for plain values. A choice, a text of its own class, becomes the
    plain text that it is kept as: a seal tells them apart.
    """
    key = field.target_field if isinstance(field, models.ForeignKey) else field
    as_django = partial(field.get_db_prep_save, connection=connection)
    is_json = isinstance(key, models.JSONField)

    def usual(value: Any) -> object:
        if is_json and type(value) is str:
            return value  # it is written already
        made = as_django(value)
        return str(made) if isinstance(made, str) else made

    return Way(*_SHORTER.get(type(key), (type(None), usual)), usual)


def _in_utc(moment: datetime) -> str:
    if moment.tzinfo is not UTC:
        moment = moment.astimezone(UTC)
    return moment.isoformat(" ")[:-6]


_SHORTER: Final[Mapping[type, tuple[type, Callable[[Any], object]]]] = {
    models.BigIntegerField: (int, int),
    models.BooleanField: (bool, int),
    models.CharField: (str, str),
    models.DateField: (date, lru_cache(8_192)(str)),
    models.DateTimeField: (datetime, _in_utc),
    models.JSONField: (dict, json.dumps),
    models.UUIDField: (UUID, lambda key: key.hex),
}


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
        if self._state.adding and connections[using].vendor == "sqlite":
            with transaction.atomic(using=using, savepoint=False):
                insert_sealed([self], type(self), using)
            return
        with transaction.atomic(using=using, savepoint=False):
            super().save(*args, **kwargs)
            seal([self.pk], type(self), using)


def _sealed_fields(table: type[models.Model]) -> list[Any]:
    return [one for one in table._meta.concrete_fields if one.attname != "seal"]


def _column_names(model: type[models.Model], values: Iterable[str]) -> set[str]:
    return {str(getattr(model._meta.get_field(name), "column", name)) for name in values}
