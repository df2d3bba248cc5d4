"""Values of other libraries as plain Python: what a column of a table holds is what it says.

NumPy's and pandas' scalars and subclasses of `date`, `str` or numbers are taken at the door
of every entry, answer and date, so that a journal made from a table is equal to one typed by hand.
Neither library is imported.
"""

import operator
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from datetime import date, datetime, time
from functools import cache
from numbers import Integral, Real
from types import NoneType
from typing import Any, Final, TypeVar

from myolog.frozen import FrozenDict

__all__ = ["filled", "make_plain", "plain", "plain_day", "slots_of"]

T = TypeVar("T")

_PLAIN: Final = frozenset({NoneType, bool, int, float, str, date, datetime})
_MIDNIGHT: Final = time()
_EMPTY: Final = ()
_NONE_HELD: Final[FrozenDict[Any, Any]] = FrozenDict()


def plain(value: object) -> object:
    """Return the value as plain Python says it; what has no plain form stays as it is.

    Examples
    --------
    >>> import numpy as np
    >>> plain(np.int64(3)), plain([np.True_, np.str_("calf")])
    (3, [True, 'calf'])
    """
    if type(value) in _PLAIN:
        return value
    if isinstance(value, datetime):
        return _moment(value)
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, list | tuple):
        parts = [plain(part) for part in value]
        return tuple(parts) if isinstance(value, tuple) else parts
    if isinstance(value, Mapping):
        return {plain(name): plain(part) for name, part in value.items()}
    if getattr(value, "shape", None) == ():
        return _scalar(value)
    if isinstance(value, Integral):
        return operator.index(value)
    return float(value) if isinstance(value, Real) else value


def _moment(value: datetime) -> object:
    """Return a moment without what a subclass adds; pandas' "not a time" stays what it is."""
    try:
        return datetime.combine(
            date(value.year, value.month, value.day),
            time(value.hour, value.minute, value.second, value.microsecond, fold=value.fold),
            tzinfo=value.tzinfo,
        )
    except (TypeError, ValueError):
        return value


def _scalar(value: Any) -> object:
    """Return what NumPy's scalar holds; a date in any unit as far as a microsecond tells it."""
    if type(value).__name__ == "datetime64":
        value = value.astype("datetime64[us]")
    held: object = value.item()
    return held


def plain_day(value: object) -> object:
    """Return the date that a value says; a time without a zone at midnight is how tables keep one.

    Examples
    --------
    >>> plain_day(datetime(2026, 3, 9))
    datetime.date(2026, 3, 9)
    """
    held = plain(value)
    if type(held) is datetime and held.tzinfo is None and held.time() == _MIDNIGHT:
        return held.date()
    return held


_FIELDS: Final[dict[type, tuple[tuple[str, ...], tuple[str, ...]]]] = {}
"""Names of the fields of a class: all, and those that hold a date."""


def _fields_of(kind: type) -> tuple[tuple[str, ...], tuple[str, ...]]:
    known = _FIELDS.get(kind)
    if known is None:
        held = fields(kind)
        dates = tuple(field.name for field in held if field.type is date)
        known = _FIELDS[kind] = (tuple(field.name for field in held), dates)
    return known


Put = Callable[[object, object], None]


def slots_of(value: object) -> tuple[tuple[Put, ...], tuple[object, ...]]:
    """Return what puts values into the slots of a dataclass like this one, and those it has."""
    put, held_by = _slots_of_kind(type(value))
    return put, held_by(value)


def _slots_of_kind(kind: type) -> tuple[tuple[Put, ...], Callable[[object], tuple[object, ...]]]:
    return _put_and_held(kind)


@cache
def _put_and_held(kind: type) -> tuple[tuple[Put, ...], Callable[[object], tuple[object, ...]]]:
    names = _fields_of(kind)[0]
    return tuple(getattr(kind, name).__set__ for name in names), operator.attrgetter(*names)


def filled(kind: type[T], values: Mapping[str, object]) -> T:
    """Return a dataclass with plain values in its fields and nothing checked.

    Parameters
    ----------
    values
        By the name of their fields; what may be left out has its default.
    """
    made = object.__new__(kind)
    for name, put, default in _blank_fields(kind):
        put(made, values.get(name, default))
    return made


def _blank_fields(kind: type) -> tuple[tuple[str, Put, object], ...]:
    return _put_by_name(kind)


@cache
def _put_by_name(kind: type) -> tuple[tuple[str, Put, object], ...]:
    """Return name, what puts a value in, and default of each field."""
    held = fields(kind)
    blank = (_NONE_HELD if one.default is MISSING else one.default for one in held)
    put = (getattr(kind, one.name).__set__ for one in held)
    return tuple(zip((one.name for one in held), put, blank, strict=True))


def make_plain(value: object) -> None:
    """Put plain values into the fields of a frozen dataclass that is being made."""
    names, dates = _fields_of(type(value))
    for name in names:
        held = getattr(value, name)
        if type(held) not in _PLAIN and held is not _EMPTY:
            object.__setattr__(value, name, plain(held))
    for name in dates:
        if type(getattr(value, name)) is not date:
            object.__setattr__(value, name, plain_day(getattr(value, name)))
