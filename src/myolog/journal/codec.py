"""Between an entry and the plain dictionary that files, the store and the API keep of it.

`kind` comes first, days are `YYYY-MM-DD`, instants are UTC, and a field that was not given is
absent.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from sys import intern
from typing import Any, Final

from myolog.errors import InvalidEntry
from myolog.journal.entries import Entry
from myolog.journal.kinds import ALL_KINDS
from myolog.journal.plain import slots_of
from myolog.journal.records import StorySite
from myolog.journal.shapes import plain_types_of, refuse_wrong_type

__all__ = ["decode", "encode", "file_name", "read_day"]

_FILE_NAMES: Final = {"accompanied": "with"}


def file_name(field: str) -> str:
    """Return what a field of an entry is called in the file."""
    return _FILE_NAMES.get(field, field)


def encode(entry: Entry, *, whole: bool = False) -> dict[str, Any]:
    """Return the entry as plain JSON values, `kind` first.

    Parameters
    ----------
    whole
        Whether fields at their default are written too; the file leaves them out.
    """
    row: dict[str, Any] = {"kind": entry.kind}
    held = slots_of(entry)[1]
    for value, (there, default) in zip(held, _written(type(entry)), strict=True):
        if value is default and not whole:
            continue
        if whole or default is MISSING or value != default:
            row[there] = value if type(value) in _AS_THEY_ARE else _plain(value)
    return row


def _written(kind: type) -> tuple[tuple[str, object], ...]:
    return _written_fields(kind)


@cache
def _written_fields(kind: type) -> tuple[tuple[str, object], ...]:
    """Return the fields of a kind: their names in the file, and their defaults."""
    return tuple((file_name(one.name), _default_of(one)) for one in fields(kind))


def _default_of(field: Field[Any]) -> object:
    return field.default if field.default_factory is MISSING else field.default_factory()


_AS_THEY_ARE: Final = frozenset({str, int, float, bool, type(None)})


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, StorySite):
        row = {"site": value.site, "side": value.side, "since": value.since.isoformat()}
        if value.since_precision != "day":
            row["since_precision"] = value.since_precision
        return {name: part for name, part in row.items() if part is not None}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, Mapping):
        return {name: _plain(part) for name, part in value.items()}
    return value


def decode(row: object) -> Entry:
    """Return the entry that `encode` wrote.

    Raises
    ------
    UserError
        `InvalidEntry` or a more exact one: the row is no entry, has an unknown kind or field, or
        cannot be true.
    """
    if not isinstance(row, Mapping):
        raise InvalidEntry("An entry must be a JSON object with a kind.", code="not_an_entry")
    kind = ALL_KINDS.get(str(row.get("kind")))
    if kind is None:
        raise InvalidEntry(
            f'"{str(row.get("kind"))[:60]}" is not a kind of entry this Myolog knows.',
            code="unknown_kind",
        )
    known, needed = _read(kind)
    values: dict[str, Any] = {}
    is_plain = True
    for there, value in row.items():
        if there == "kind":
            continue
        field = known.get(there)
        if field is None:
            raise InvalidEntry(
                f'"{str(there)[:60]}" is not a field of {kind.kind}. Remove it.',
                code="unknown_field",
            )
        name, plain, reader = field
        if type(value) not in plain:
            is_plain = False
            refuse_wrong_type(kind, name, value, written=there, of=f"this {kind.kind}")
        values[name] = value if reader is None else reader(value)
    if absent := [name for name in needed if name not in values]:
        raise InvalidEntry(
            f"This {kind.kind} lacks {', '.join(absent)}. Add it.", code="missing_field"
        )
    if "day" not in values and kind.moment is Entry.moment:
        raise InvalidEntry(f"This {kind.kind} lacks its day. Add it.", code="missing_field")
    return kind.of_plain(values) if is_plain else kind(**values)


_Field = tuple[str, frozenset[type], Callable[[Any], object] | None]


def _read(kind: type) -> tuple[Mapping[str, _Field], tuple[str, ...]]:
    return _read_fields(kind)


@cache
def _read_fields(kind: type) -> tuple[Mapping[str, _Field], tuple[str, ...]]:
    """Return name, types and reader of each field by its name in the file; then who are needed."""
    plain = plain_types_of(kind)
    known = {
        file_name(one.name): (one.name, plain.get(one.name, frozenset()), _READERS.get(one.name))
        for one in fields(kind)
    }
    needed = tuple(one.name for one in fields(kind) if _default_of(one) is MISSING)
    return known, needed


@lru_cache(maxsize=8192)
def read_day(value: str) -> date:
    """Return the day that a text says; many entries share it.

    Raises
    ------
    InvalidEntry
        It is not written as `encode` writes one.
    """
    try:
        day = date.fromisoformat(value)
        if value == day.isoformat():
            return day
    except ValueError:
        pass
    raise InvalidEntry("A date must be a real day, written like 2026-03-09.", code="invalid_date")


def _shared(value: str | None) -> str | None:
    return intern(value) if type(value) is str else value


def _read_moment(value: str) -> datetime:
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        pass
    raise InvalidEntry(
        "A time must be written like 2026-03-09T14:20:00+01:00.", code="invalid_time"
    )


def _read_sites(value: list[Mapping[str, Any]]) -> tuple[StorySite, ...]:
    places = []
    for place in value:
        if not {"site", "since"} <= set(place) <= {"site", "side", "since", "since_precision"}:
            raise InvalidEntry(
                "Each place of a story needs a site and a start date.", code="invalid_story"
            )
        for name, part in place.items():
            refuse_wrong_type(StorySite, name, part, written=name, of="a place of this story")
        places.append(StorySite(**{**place, "since": read_day(place["since"])}))
    return tuple(places)


def _read_answers(value: Mapping[str, object]) -> dict[str, object]:
    return {name: tuple(part) if isinstance(part, list) else part for name, part in value.items()}


_READERS: Final[Mapping[str, Callable[[Any], object]]] = {
    "day": read_day,
    "onset_day": read_day,
    "on": read_day,
    "review": lambda value: None if value is None else read_day(value),
    "tests": tuple,
    "signs": tuple,
    "site": _shared,
    "side": _shared,
    "zone": _shared,
    "code": _shared,
    "source": _shared,
    "started_at": _read_moment,
    "at": _read_moment,
    "after": tuple,
    "suspected": tuple,
    "accompanied": tuple,
    "arms": tuple,
    "sites": _read_sites,
    "answers": _read_answers,
    "reasons": _read_answers,
}
