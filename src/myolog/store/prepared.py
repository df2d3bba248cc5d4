"""Queries that are asked at every save or request: Django builds each once, and not anew.

Building a query takes Django ten times as long as SQLite takes to answer it. A query is written as
ever, with a `Given` in the place of each value; what comes back are the values of its columns, as
`values_list` gives them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any, Final

from django.db import connection, models
from django.db.models import QuerySet, Value

Row = tuple[Any, ...]


class Given(Value):
    """The place of a value that is known when the query is asked; an instant may be moved."""

    def __init__(
        self, name: str, field: models.Field[Any, Any], *, later: timedelta | None = None
    ) -> None:
        super().__init__(name, output_field=field)
        self.later = later

    def __add__(self, later: timedelta) -> Given:  # type: ignore[override]
        return Given(self.value, self.output_field, later=later)

    def __sub__(self, earlier: timedelta) -> Given:  # type: ignore[override]
        return self + -earlier

    def prepared(self, given: Mapping[str, Any]) -> Any:
        """Return the value as the database takes it."""
        value = given[self.value]
        if self.later is not None:
            value += self.later
        return self.output_field.get_db_prep_value(value, connection)

    def as_sql(self, _compiler: object, _connection: object) -> tuple[str, Any]:
        """Return a placeholder, and in the place of its value what tells which one it is."""
        return "%s", [self]


PERSON: Final = Given("person", models.UUIDField())
DAY: Final = Given("day", models.DateField())
NOW: Final = Given("now", models.DateTimeField())
TEXT: Final = Given("text", models.CharField())


class Prepared:
    """A query over `values_list`, built when it is first asked."""

    def __init__(self, build: Callable[[], QuerySet[Any, Any]]) -> None:
        self._build = build
        self._built: dict[str, _Built] = {}

    def rows(self, **given: Any) -> list[Row]:
        """Return what the query finds, with these values in their places."""
        built = self._built.get(connection.vendor)
        if built is None:
            built = self._built[connection.vendor] = _Built(self._build())
        return built.rows(given)

    def first(self, **given: Any) -> Row | None:
        """Return the first row, or None."""
        return next(iter(self.rows(**given)), None)


class _Built:
    def __init__(self, query: QuerySet[Any, Any]) -> None:
        compiler = query.query.get_compiler(using=connection.alias)
        self._sql, self._params = compiler.as_sql()
        columns = [column for column, _, _ in compiler.select]
        self._converters: Final = tuple(compiler.get_converters(columns).items())

    def rows(self, given: Mapping[str, Any]) -> list[Row]:
        values = [one.prepared(given) if isinstance(one, Given) else one for one in self._params]
        with connection.cursor() as cursor:
            found = cursor.execute(self._sql, values).fetchall()
        return [self._row(row) for row in found] if self._converters else found

    def _row(self, row: Row) -> Row:
        made = list(row)
        for place, (converters, column) in self._converters:
            for convert in converters:
                made[place] = convert(made[place], column, connection)
        return tuple(made)
