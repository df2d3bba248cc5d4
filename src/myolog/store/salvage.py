"""What can be read of a damaged journal: page by page, entry by entry, past whatever is broken.

Nothing of the file's own structure is trusted but its pages: every leaf of a table is looked at
for rows that have the shape of an entry, and each is read as from any file. What is not whole is
counted and left out. Source of the formats: sqlite.org/fileformat2.html, sections 1.6, 2.1 and 4.
"""

import json
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from uuid import UUID

from myolog.errors import UserError
from myolog.journal.checks import zone_of
from myolog.journal.codec import decode
from myolog.journal.entries import Entry
from myolog.journal.file import refuse_endless
from myolog.journal.model import Journal
from myolog.store.models.journal import KINDS

_LEAF: Final = 0x0D
_FIXED: Final = {0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 7: 8, 8: 0, 9: 0}
_USUAL_PAGE: Final = 4096
_PAYLOAD: Final = 7
"""Which column of an entry's row holds it; the next one says since when it holds no more."""

_LOG_HEADER, _FRAME_HEADER = 32, 24

_Value = int | float | str | bytes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Salvaged:
    """What was read of a damaged journal.

    Attributes
    ----------
    journal : the entries that hold, as far as they could be read
    n_lost : rows that look like entries and could not be read
    """

    journal: Journal
    n_lost: int


def salvage(file: Path) -> Salvaged:
    """Read what can be read of a journal's file and of the log beside it."""
    held: dict[str, Entry] = {}
    gone: set[str] = set()
    zone, n_lost = "UTC", 0
    pages = _pages_of(file)
    for number in sorted(pages):
        for row in _rows_on(number, pages):
            if _is_entry(row):
                id = str(row[0])
                entry, retired = _entry(row)
                if retired:
                    gone.add(id)
                elif entry is None:
                    n_lost += 1
                else:
                    held[id] = entry
            else:
                zone = _zone_in(row) or zone
    entries = tuple(entry for id, entry in held.items() if id not in gone)
    return Salvaged(journal=Journal(entries, zone), n_lost=n_lost)


def _is_entry(row: list[_Value]) -> bool:
    return len(row) > _PAYLOAD + 1 and _is_key(row[0]) and row[1] in KINDS


def _is_key(value: _Value) -> bool:
    return isinstance(value, str) and len(value) == 32 and not value.strip("0123456789abcdef")


def _entry(row: list[_Value]) -> tuple[Entry | None, bool]:
    """Return the entry of a row, if it can be read, and whether it holds no more."""
    retired = row[_PAYLOAD + 1] is not None
    try:
        fields = json.loads(str(row[_PAYLOAD]))
        if not isinstance(fields, dict) or fields.get("kind") != row[1]:
            return None, retired
        return decode({**fields, "id": str(UUID(str(row[0])))}), retired
    except (UserError, ValueError, RecursionError):
        return None, retired


def _zone_in(row: list[_Value]) -> str | None:
    """Return the home zone, where a row is the person's."""
    if len(row) < 3 or not _is_key(row[0]) or not isinstance(row[1], str) or row[1] in KINDS:
        return None
    try:
        zone_of(row[1])
    except UserError:
        return None
    return row[1]


def _pages_of(file: Path) -> dict[int, bytes]:
    """Return the pages by number, those of the log over those of the file."""
    refuse_endless(file)
    content = file.read_bytes()
    size = int.from_bytes(content[16:18], "big")
    size = 65536 if size == 1 else size
    if size < 512 or size & (size - 1):
        size = _USUAL_PAGE
    pages = {at // size + 1: content[at : at + size] for at in range(0, len(content), size)}
    log = file.with_name(f"{file.name}-wal")
    return pages | (_committed(log.read_bytes(), size) if log.is_file() else {})


def _committed(log: bytes, size: int) -> dict[int, bytes]:
    """Return the newest pages of a log up to its last commit."""
    pages: dict[int, bytes] = {}
    waiting: dict[int, bytes] = {}
    for at in range(_LOG_HEADER, len(log) - _FRAME_HEADER - size + 1, _FRAME_HEADER + size):
        number, commits, salt = struct.unpack(">II8s", log[at : at + 16])
        if salt != log[16:24]:
            break
        waiting[number] = log[at + _FRAME_HEADER : at + _FRAME_HEADER + size]
        if commits:
            pages |= waiting
            waiting = {}
    return pages


def _rows_on(number: int, pages: dict[int, bytes]) -> Iterator[list[_Value]]:
    """Yield the rows of a page, if it is a leaf of a table, as far as they can be read."""
    page = pages[number]
    start = 100 if number == 1 else 0
    if len(page) < start + 8 or page[start] != _LEAF:
        return
    for nth in range(int.from_bytes(page[start + 3 : start + 5], "big")):
        place = start + 8 + 2 * nth
        cell = int.from_bytes(page[place : place + 2], "big")
        try:
            yield _values(_record(page, cell, pages))
        except (IndexError, ValueError, KeyError, struct.error):
            continue


def _record(page: bytes, at: int, pages: dict[int, bytes]) -> bytes:
    """Return the bytes of a row, those that went on to other pages too."""
    length, at = _varint(page, at)
    _, at = _varint(page, at)
    usable = len(page)
    if length <= usable - 35:
        return page[at : at + length]
    least = (usable - 12) * 32 // 255 - 23
    here = least + (length - least) % (usable - 4)
    here = here if here <= usable - 35 else least
    parts, there = [page[at : at + here]], page[at + here : at + here + 4]
    missing, seen = length - here, set[int]()
    while missing > 0:
        number = int.from_bytes(there, "big")
        if number in seen:
            raise ValueError("a row that leads back to itself")
        seen.add(number)
        more = pages[number]
        parts.append(more[4 : 4 + missing])
        missing -= len(parts[-1])
        there = more[:4]
    return b"".join(parts)


def _values(record: bytes) -> list[_Value]:
    """Return the columns of a row."""
    header, at = _varint(record, 0)
    kinds: list[int] = []
    while at < header:
        kind, at = _varint(record, at)
        kinds.append(kind)
    values: list[_Value] = []
    for kind in kinds:
        size = _FIXED[kind] if kind < 12 else (kind - 12) // 2
        part = record[at : at + size]
        if len(part) != size:
            raise ValueError("a row that is cut")
        at += size
        values.append(_value(kind, part))
    return values


def _value(kind: int, part: bytes) -> _Value:
    if kind == 0:
        return None
    if kind == 7:
        return float(struct.unpack(">d", part)[0])
    if kind < 10:
        return kind - 8 if kind > 7 else int.from_bytes(part, "big", signed=True)
    return part.decode() if kind % 2 else part


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for nth in range(9):
        byte = data[at + nth]
        if nth == 8:
            return value << 8 | byte, at + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + nth + 1
    raise ValueError("a number without an end")
