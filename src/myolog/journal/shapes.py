"""Which JSON types a field of an entry may have, worked out from the fields themselves.

A value of another type is refused for its type, and by the field's name, before anything is made of
it; what a value of the right type may be is decided by the entry. `true` is no number.
"""

import json
import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, ClassVar, Final, TypeVar, Union, get_args, get_origin, get_type_hints

from myolog.errors import InvalidEntry
from myolog.journal.records import StorySite

T = TypeVar("T")

_QUOTED: Final = 60
"""Characters of a wrong value that are quoted at most."""

_WRITTEN: Final[Mapping[Any, tuple[tuple[type, ...], str]]] = {
    bool: ((bool,), "true or false"),
    date: ((str,), 'a date in quotes, like "2026-03-09"'),
    datetime: ((str,), 'a time in quotes, like "2026-03-09T14:20:00+01:00"'),
    float: ((int, float), "a number"),
    int: ((int,), "a whole number"),
    str: ((str,), "text in quotes"),
    types.NoneType: ((types.NoneType,), ""),
    StorySite: ((dict,), "a place in curly brackets"),
}
"""How a type is written in JSON, and what that is called."""

_CONTAINERS: Final[Mapping[Any, tuple[type, str]]] = {
    tuple: (list, "a list in square brackets"),
    Mapping: (dict, "names with values in curly brackets"),
}


@dataclass(frozen=True, slots=True)
class Shape:
    """What may stand in one field.

    Attributes
    ----------
    types : JSON types
    inside : the same for each value of a list or an object
    called : the types as a person calls them, null left out
    """

    types: frozenset[type]
    inside: "Shape | None"
    called: str

    def fits(self, value: object) -> bool:
        """Tell whether a value has one of the types, inside too."""
        if type(value) not in self.types and not self._is_a_kind_of(value):
            return False
        if self.inside is None or not isinstance(value, list | dict):
            return True
        return all(map(self.inside.fits, value.values() if isinstance(value, dict) else value))

    def _is_a_kind_of(self, value: object) -> bool:
        return not isinstance(value, bool) and isinstance(value, tuple(self.types))


def folded(
    hint: Any,
    *,
    leaf: Callable[[Any], T],
    holder: Callable[[Any, T], T],
    either: Callable[[tuple[T, ...]], T],
) -> T:
    """Return what a type annotation comes to, worked out from the inside.

    Parameters
    ----------
    leaf
        What a type without parts comes to, that of None included.
    holder
        What a list or a mapping comes to, told which, and what its values came to.
    either
        What several types together come to.
    """

    def fold(part: Any) -> T:
        origin, parts = get_origin(part), get_args(part)
        if origin in {Union, types.UnionType}:
            return either(tuple(map(fold, parts)))
        if origin in _CONTAINERS:
            return holder(origin, fold(next(one for one in reversed(parts) if one is not ...)))
        return leaf(part)

    return fold(hint)


def shape_of(hint: Any) -> Shape:
    """Return the shape of a type annotation."""
    return folded(hint, leaf=_plain, holder=_holding, either=_any_of)


def _plain(hint: Any) -> Shape:
    written, called = _WRITTEN[hint]
    return Shape(frozenset(written), None, called)


def _holding(container: Any, inside: Shape) -> Shape:
    written, called = _CONTAINERS[container]
    return Shape(frozenset({written}), inside, f"{called} (each value {inside.called})")


def _any_of(shapes: tuple[Shape, ...]) -> Shape:
    return Shape(
        frozenset().union(*(one.types for one in shapes)),
        next((one.inside for one in shapes if one.inside is not None), None),
        " or ".join(one.called for one in shapes if one.called),
    )


@cache
def shapes_of(kind: type) -> dict[str, Shape]:
    """Return the shape of each field of a kind of entry, or of a part of one."""
    return {
        name: shape_of(hint)
        for name, hint in get_type_hints(kind).items()
        if get_origin(hint) is not ClassVar
    }


def plain_types_of(kind: type) -> dict[str, frozenset[type]]:
    """Return the types of each field that holds one value: all there is to look at for most."""
    return _plain_types(kind)


@cache
def _plain_types(kind: type) -> dict[str, frozenset[type]]:
    shapes = shapes_of(kind)
    return {name: shape.types for name, shape in shapes.items() if shape.inside is None}


def refuse_wrong_type(kind: type, name: str, value: object, *, written: str, of: str) -> None:
    """Refuse a value whose type is not one of its field's.

    Parameters
    ----------
    name
        The field.
    written, of
        What the field, and what it belongs to, are called in the file.
    """
    shape = shapes_of(kind)[name]
    if not shape.fits(value):
        quoted = json.dumps(value, ensure_ascii=False, default=str)
        shown = quoted if len(quoted) <= _QUOTED else f"{quoted[:_QUOTED]}..."
        raise InvalidEntry(
            f'"{written}" of {of} must be {shape.called}, not {shown}.', code="wrong_type"
        )
