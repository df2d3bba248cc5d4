"""The page for the doctor in words: headings, lines and tables, without a layout.

Decides the form that text and PDF share, so that both say the same. Strings are plain text; no
markup is ever read into them.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Block", "DayTable", "Line", "Page", "Row", "Span", "Table", "plain"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A piece of a line; `strong` pieces are printed bold."""

    text: str
    strong: bool = False


Line = tuple[Span, ...]
"""One sentence or paragraph."""


def plain(line: Line) -> str:
    """Return a line without its emphasis."""
    return "".join(span.text for span in line)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A heading and its lines."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A heading, a table and its notes; without rows only the notes are printed."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One region: its name and, per period and side, the days and their share of the noted days.

    Attributes
    ----------
    days : as printed; a word instead of a number where nothing was noted
    shares : 0 to 1
    """

    name: str
    days: tuple[str, ...]
    shares: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayTable:
    """Days with twitching: periods across, each with its sides, regions down."""

    heading: str
    caption: str
    alt: str
    corner: str
    periods: tuple[str, ...]
    sides: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The whole page, from top to bottom.

    Attributes
    ----------
    flagged : whether `flags` holds a warning sign and is boxed
    foot, foot_printed : the last line, with the codes of rules and, as it is printed, without
    """

    title: str
    head: str
    date: tuple[int, int, int]
    opening: Line
    flagged: bool
    flags: Block
    denied: Block
    open: Block
    tasks: Block
    signs: Block
    days: DayTable
    medicines: Table
    tests: Table
    history: Block
    words: Block
    foot: Line
    foot_printed: Line
