"""The page for the doctor as plain text, for a mail or an online form.

Decides only line breaks: at most 79 columns, a wide letter counting as two. The words and the
numbers are those of the PDF.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from myolog.report.page import Block, DayTable, Line, Page, Table, plain
from myolog.report.sections import Report
from myolog.report.wording import say

__all__ = ["as_text"]

_WIDTH: Final = 79
_NAME_WIDTH: Final = 22
_LABEL_WIDTH: Final = 26


def as_text(report: Report) -> str:
    """Return the page as text.

    Returns
    -------
    text : lines of at most 79 columns, each ended by a line feed

    Examples
    --------
    >>> from datetime import date
    >>> from myolog.journal.model import Journal
    >>> from myolog.report.build import build_report
    >>> from myolog.triage.assessment import assess
    >>> today = date(2026, 3, 11)
    >>> empty = Journal()
    >>> report = build_report(empty, assess(empty, {}, today=today), today=today)
    >>> as_text(report).splitlines()[0]
    'MUSCLE TWITCHING: SUMMARY BY THE PATIENT'
    """
    return "".join(f"{row.rstrip()}\n" for row in _rows(say(report)))


def _rows(page: Page) -> Iterator[str]:
    yield page.title.upper()
    yield from _wrapped(page.head)
    yield ""
    yield from _wrapped(plain(page.opening))
    for part in (page.flags, page.denied, page.open, page.tasks, page.signs):
        yield from _block(part)
    yield from _day_table(page.days)
    yield from _table(page.medicines)
    yield from _table(page.tests)
    yield from _block(page.history)
    yield from _block(page.words)
    yield ""
    yield "-" * _WIDTH
    yield from _wrapped(plain(page.foot))


def _heading(text: str) -> Iterator[str]:
    yield ""
    yield from _wrapped(text.upper())


def _block(block: Block) -> Iterator[str]:
    yield from _heading(block.heading)
    yield from _lines(block.lines)


def _lines(lines: Sequence[Line]) -> Iterator[str]:
    for one in lines:
        yield from _wrapped(plain(one))


def _table(table: Table) -> Iterator[str]:
    yield from _heading(table.heading)
    for row in table.rows:
        yield from _wrapped(" | ".join(cell for cell in row if cell))
    yield from _lines(table.notes)


def _day_table(table: DayTable) -> Iterator[str]:
    yield from _heading(table.heading)
    if table.rows:
        yield from _wrapped(table.caption)
    for place, period in enumerate(table.periods):
        yield ""
        yield from _wrapped(period)
        columns = slice(place * len(table.sides), (place + 1) * len(table.sides))
        yield _columns(table.corner, table.sides)
        for row in table.rows:
            yield _columns(row.name, row.days[columns])
    if table.rows:
        yield ""
    yield from _lines(table.notes)


def _columns(name: str, cells: Sequence[str]) -> str:
    return f"  {name:<{_NAME_WIDTH}}" + "".join(f"{cell:>9}" for cell in cells)


def _width(text: str) -> int:
    return sum(
        0 if unicodedata.combining(letter) else 1 + (unicodedata.east_asian_width(letter) in "WF")
        for letter in text
    )


def _wrapped(text: str) -> Iterator[str]:
    """Break a text at spaces, and a word that is wider than a line where the line ends."""
    row = ""
    for word in chain.from_iterable(map(_pieces, text.split(" "))):
        if row and _width(row) + 1 + _width(word) > _WIDTH:
            yield row
            row = ""
        row = f"{row} {word}" if row else word
    yield row


def _pieces(word: str) -> Iterator[str]:
    if _width(word) <= _WIDTH:
        yield word
        return
    piece = ""
    for letter in word:
        if _width(piece) + _width(letter) > _WIDTH:
            yield piece
            piece = ""
        piece += letter
    yield piece
