"""The native journal file: JSON Lines, format 1, lossless and open.

Line 1 is a header, `{"myolog": "journal", "format": 1, "zone": "Europe/Berlin"}`, with
`"day_ends_hour": 4` where the person's day ends after midnight. Every further line is one entry
with its `kind`. The last line, `{"end": N}`, counts the entries, so that a file cut short is
noticed. Days are `YYYY-MM-DD`, instants are UTC, and a field that was not given is
absent. The same dictionaries are what the store keeps and what the API speaks. Described for
readers of files in `docs/reference/file-format.md`.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from myolog.errors import InvalidEntry, UnreadableFile, UnsupportedVersion, UserError
from myolog.journal.codec import decode, encode
from myolog.journal.entries import Entry
from myolog.journal.model import Journal, the_journal
from myolog.journal.output import place_at, write_whole
from myolog.journal.very_many import DailyValues, without_search_for_cycles

FORMAT: Final = 1
LINE_LIMIT: Final = 1_000_000
"""Longest line that is read, in characters; a longer one is no entry."""


def lines(journal: Journal) -> Iterator[str]:
    """Yield the file line by line, each with its line feed."""
    yield _line(header(journal))
    for entry in journal.entries:
        yield _line(encode(entry))
    yield _line({"end": len(journal.entries)})


def header(journal: Journal) -> dict[str, object]:
    """Return the first line: the format, and what holds of every entry."""
    row: dict[str, object] = {"myolog": "journal", "format": FORMAT, "zone": journal.zone}
    return row | ({"day_ends_hour": journal.day_ends_hour} if journal.day_ends_hour else {})


def _line(row: Mapping[str, object]) -> str:
    return json.dumps(row, ensure_ascii=False, allow_nan=False, separators=(", ", ": ")) + "\n"


def write_journal(journal: Journal, path: str | Path) -> None:
    """Write the native file, whole or not at all, readable by its owner only.

    A file that is there gives way; a link, a device and a named pipe stay what they are.

    Raises
    ------
    UnreadableFile
        The folder does not exist or cannot be written to.
    """
    content = "".join(lines(the_journal(journal))).encode()
    write_whole(place_at(path, replace=True), content)


def read_journal(path: str | Path) -> Journal:
    """Read a native file whole.

    Raises
    ------
    UnreadableFile
        The file is missing, not a journal, not UTF-8, cut short, or has a line that cannot be true
        (named by its number).
    UnsupportedVersion
        A newer Myolog wrote it.
    """
    source = Path(path)
    refuse_endless(source)
    try:
        with source.open(encoding="utf-8-sig", newline="\n") as stream:
            return read_lines(stream)
    except OSError as refused:
        raise UnreadableFile(
            f"{source} cannot be opened ({refused.strerror}). Check the name.", code="cannot_open"
        ) from refused


def refuse_endless(source: Path) -> None:
    """Refuse what is there but no file, such as a pipe: reading it may wait without end.

    Raises
    ------
    UnreadableFile
        It is a folder, a pipe or a device.
    """
    if source.exists() and not source.is_file():
        raise UnreadableFile("{file} is no file. Give a file.", file=str(source), code="no_file")


def read_lines(stream: Iterable[str]) -> Journal:
    """Read a native file from an open text stream or any lines; see `read_journal`."""
    with without_search_for_cycles():
        return _read_all(stream)


def _read_all(stream: Iterable[str]) -> Journal:
    numbered = enumerate(_bounded(stream), start=1)
    empty = _read_header(numbered)
    entries: list[Entry] = []
    daily = DailyValues()
    for number, text in numbered:
        try:
            entry = daily.like(text)
            if entry is None:
                row = _read_row(text, number)
                if "end" in row:
                    _check_end(row, len(entries), number)
                    _refuse_more(numbered, number)
                    return _whole(entries, empty)
                entry = decode(row)
                if entry.id is None:
                    daily.keep(text, entry)
        except UnreadableFile:
            raise
        except UserError as wrong:
            raise _line_wrong(number, wrong) from wrong
        entries.append(entry)
    raise UnreadableFile(
        "The file is cut short: its last line is missing. Use a whole copy.", code="cut_short"
    )


def _unreadable(wrong: UserError) -> UnreadableFile:
    return UnreadableFile(wrong.template, code=wrong.code, key=wrong.key, **wrong.values)


def _line_wrong(number: int, wrong: UserError) -> UnreadableFile:
    return UnreadableFile(
        "Line {number}: {problem}",
        number=number,
        problem=wrong.message,
        code=wrong.code,
        key="line_wrong",
    )


def _check_end(row: Mapping[str, object], found: int, number: int) -> None:
    said = row["end"]
    if isinstance(said, bool) or not isinstance(said, int) or len(row) > 1:
        raise UnreadableFile(
            f"Line {number} is not an entry. Use a whole copy.", code="damaged_line"
        )
    if said != found:
        raise UnreadableFile(
            f"The file should hold {said:,} entries, but {found:,} are here. Use a whole copy.",
            code="cut_short",
        )


def _refuse_more(numbered: Iterable[tuple[int, str]], number: int) -> None:
    if any(more.strip() for _, more in numbered):
        raise UnreadableFile(
            f"The file goes on after its end on line {number}. Use a whole copy.",
            code="damaged_line",
        )


def _whole(entries: list[Entry], empty: Journal) -> Journal:
    try:
        return replace(empty, entries=tuple(entries))
    except InvalidEntry as twice:
        raise _unreadable(twice) from twice


def _bounded(stream: Iterable[str]) -> Iterator[str]:
    try:
        read = getattr(stream, "readline", None)
        if read is None:
            yield from stream
            return
        number = 0
        while text := read(LINE_LIMIT + 1):
            number += 1
            if len(text) > LINE_LIMIT:
                raise UnreadableFile(
                    f"Line {number} is too long to be a journal entry.", code="line_too_long"
                )
            yield text
    except UnicodeDecodeError as not_utf8:
        raise UnreadableFile(
            "The file is not UTF-8 text. Save it as UTF-8.", code="not_utf8"
        ) from not_utf8


def _read_header(numbered: Iterator[tuple[int, str]]) -> Journal:
    """Return the journal without its entries."""
    _, text = next(numbered, (1, ""))
    row = _read_row(text, 1)
    if row.get("myolog") != "journal":
        raise UnreadableFile(
            "This is not a Myolog journal. Choose a file Myolog has written.", code="not_a_journal"
        )
    version = row.get("format")
    if isinstance(version, int) and not isinstance(version, bool) and version > FORMAT:
        raise UnsupportedVersion(
            f"A newer Myolog wrote this file (format {version}). Update Myolog, then read it again."
        )
    if version != FORMAT or version is True or not isinstance(row.get("zone"), str):
        raise UnreadableFile(
            "The first line of the file is damaged. Use a whole copy.", code="not_a_journal"
        )
    try:
        return Journal((), str(row["zone"]), row.get("day_ends_hour", 0))
    except InvalidEntry as wrong:
        raise _unreadable(wrong) from wrong


def _read_row(text: str, number: int) -> dict[str, Any]:
    try:
        row = _READER.decode(text)
    except InvalidEntry as wrong:
        raise _line_wrong(number, wrong) from wrong
    except (ValueError, RecursionError) as broken:
        if number == 1:
            raise UnreadableFile(
                "This is not a Myolog journal. Choose a file Myolog has written.",
                code="not_a_journal",
            ) from broken
        raise UnreadableFile(
            f"Line {number} is damaged or cut short. Use a whole copy.", code="damaged_line"
        ) from broken
    if not isinstance(row, dict):
        raise UnreadableFile(
            f"Line {number} is not an entry. Use a whole copy.", code="damaged_line"
        )
    return row


def _refuse_constant(name: str) -> object:
    raise InvalidEntry(f"{name} is not a number. Leave the field out.", code="wrong_type")


def _refuse_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    row = dict(pairs)
    if len(row) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise InvalidEntry(
            f'"{twice[:60]}" stands twice in one entry. Leave one of them out.', code="twice"
        )
    return row


_READER: Final = json.JSONDecoder(parse_constant=_refuse_constant, object_pairs_hook=_refuse_twice)
