"""The journal as tables: a CSV of every entry, and daily values by exposure.

Decides the columns (one per field of any kind of entry, `kind` first, and the
time on the person's own clock last) and how text is kept from being run as a
formula: a cell that a spreadsheet could take for one gets an apostrophe in
front, and so does a cell that begins with an apostrophe, so that taking one off
restores every text exactly. The text begins with a byte-order mark, without
which Excel takes UTF-8 for the encoding of the country. Described for readers
in `docs/reference/table.md`. Source: OWASP, "CSV injection".
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from typing import Final

from myolog.journal.checks import zone_of
from myolog.journal.codec import encode
from myolog.journal.entries import DayExposure, Entry, Episode
from myolog.journal.kinds import ALL_KINDS
from myolog.journal.model import Journal
from myolog.journal.own import called, own_things

__all__ = ["as_csv", "columns", "daily_values", "guarded", "unguarded"]

_RISKY: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")
_MARK: Final = "\ufeff"
"""The byte-order mark, by which spreadsheets know UTF-8."""

_FIRST: Final = ("kind", "id", "day")
_LAST: Final = ("local_time", "local_offset")
"""What the clock showed where the person was, as spreadsheets read a time, and how far from UTC."""


def guarded(text: str) -> str:
    """Return `text` so that no spreadsheet runs it.

    Examples
    --------
    >>> guarded("=1+1"), guarded("calf")
    ("'=1+1", 'calf')
    """
    return f"'{text}" if text.startswith(_RISKY) else text


def unguarded(cell: str) -> str:
    """Return the text that `guarded` was given.

    Examples
    --------
    >>> unguarded("'=1+1"), unguarded("calf")
    ('=1+1', 'calf')
    """
    return cell.removeprefix("'")


@cache
def columns() -> tuple[str, ...]:
    """Return the columns of the CSV, in order: derived from the kinds of entry."""
    names = dict.fromkeys(_FIRST)
    for kind in ALL_KINDS.values():
        for field in fields(kind):
            names["with" if field.name == "accompanied" else field.name] = None
    return (*names, *_LAST)


def as_csv(journal: Journal) -> str:
    """Return every entry as one row of a CSV with a header.

    Lists and answers are JSON text in their cell; a field that an entry lacks
    is an empty cell. Numbers stay numbers; every text is `guarded`. The first
    letter is the byte-order mark.
    """
    target = io.StringIO(newline="")
    target.write(_MARK)
    writer = csv.DictWriter(target, fieldnames=columns(), restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(_rows(journal))
    return target.getvalue()


def _rows(journal: Journal) -> Iterator[dict[str, object]]:
    names = called(own_things(journal))
    for entry in journal.entries:
        told = {name: _cell(value) for name, value in encode(entry).items()}
        if isinstance(entry, DayExposure) and entry.code in names:
            told["name"] = guarded(names[entry.code])
        yield told | _local(entry, home=journal.zone)


def _local(entry: Entry, *, home: str) -> dict[str, object]:
    """Return the time by the clock of the zone, or of home; its day where no clock was told."""
    if entry.moment is None:
        return {}
    local = entry.moment.astimezone(zone_of(getattr(entry, "zone", home)))
    offset = f"{local:%z}"
    is_rough = isinstance(entry, Episode) and entry.time_said != ""
    return {
        "local_time": f"{local:%Y-%m-%d}" if is_rough else f"{local:%Y-%m-%d %H:%M:%S}",
        "local_offset": f"UTC{offset[:3]}:{offset[3:5]}",
    }


def _cell(value: object) -> object:
    if isinstance(value, bool | list | dict):
        return guarded(json.dumps(value, ensure_ascii=False))
    return guarded(value) if isinstance(value, str) else value


def daily_values(journal: Journal) -> dict[str, dict[str, float]]:
    """Return day (ISO) to exposure code to value; a typed value wins over an imported one."""
    return {
        day.isoformat(): dict(sorted(values.items()))
        for day, values in sorted(journal.exposure_values.items())
    }
