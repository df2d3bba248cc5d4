"""Dates, spans of time, lists and shortened quotations as the page says them.

Decides how much of a long text or list fits one page. What is left out is always said in words,
with its number; nothing is dropped in silence. Dates name the month, so that no reader can swap
day and month.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Final

from myolog.content import grammar
from myolog.content.catalogue import load
from myolog.content.names import site_name
from myolog.report.page import Line, Span
from myolog.vocabulary.sites import site as site_of

__all__ = [
    "counted",
    "line",
    "listed",
    "place_and_side",
    "rough_span_name",
    "short",
    "span_name",
    "tidy",
    "vague_span_name",
]

_LONGEST_WORD: Final = 24
"""Letters without a hyphen after which a word is cut: it would run out of a narrow column."""

_MONTHS_FROM: Final = 100
_YEARS_FROM: Final = 730
"""Days from which a span is told in months, and in years."""


def counted(key: str, count: int) -> str:
    """Say a number with its noun, such as "1 day" or "12 days"."""
    return grammar.counted(f"report.count.{key}", count)


def span_name(days: int) -> str:
    """Say a number of days; from 100 in months, from two years in years."""
    if days < _MONTHS_FROM:
        return counted("day", days)
    if days < _YEARS_FROM:
        return counted("month", round(days / 30.44))
    return counted("year", round(days / 365.25))


def vague_span_name(days: int) -> str:
    """Say a number of days that is only roughly known.

    Examples
    --------
    >>> vague_span_name(40), vague_span_name(400)
    ('about 40 days', 'about 13 months')
    """
    if days < _MONTHS_FROM:
        return load().text("report.about", time=span_name(days))
    return span_name(days)


def rough_span_name(days: int, precision: str) -> str:
    """Say a number of days from a beginning in no smaller unit than that was told in.

    Examples
    --------
    >>> rough_span_name(40, "week"), rough_span_name(70, "month"), rough_span_name(900, "year")
    ('about 40 days', 'about 2 months', 'about 2 years')
    """
    if precision == "year":
        return counted("year", max(1, round(days / 365.25)))
    if precision == "month" and days < _YEARS_FROM:
        return counted("month", max(1, round(days / 30.44)))
    return vague_span_name(days)


def tidy(text: str) -> str:
    """Return a person's text on one line, without invisible control and direction marks."""
    visible = (
        " " if letter.isspace() else letter
        for letter in text
        if letter.isspace() or unicodedata.category(letter) not in ("Cc", "Cf", "Co", "Cn")
    )  # fmt: skip
    return " ".join("".join(visible).split())


def short(text: str, limit: int) -> str:
    """Return a person's text cut to about `limit` letters, saying so where it was cut."""
    whole = tidy(text)
    kept: list[str] = []
    room = limit
    for word in whole.split(" "):
        if len(word) > room:
            break
        breaks = max(map(len, word.split("-"))) <= _LONGEST_WORD
        kept.append(word if breaks else f"{word[: _LONGEST_WORD - 1]}…")
        room -= len(word) + 1
    cut = " ".join(kept) or f"{whole[: min(limit, _LONGEST_WORD) - 1]}…"
    return cut if cut == whole else load().text("report.shortened", title=cut)


def listed(parts: Iterable[str], limit: int, *, rest: str = "report.more") -> str:
    """Join at most `limit` phrases; the number of those left out ends the list.

    Parameters
    ----------
    rest
        Key of the words for that number.
    """
    every = list(parts)
    if len(every) > limit:
        left_out = load().text(rest, count=len(every) - limit)
        return grammar.joined([*every[:limit], left_out])
    return grammar.joined(every)


def place_and_side(code: str, side: str | None) -> str:
    """Say a place with its side in words, and say so where the side was not noted."""
    where = site_of(code)
    if side is None and where.sides == "M":
        return site_name(code)
    key = side or ("middle" if where.sides == "LR_M" else "no_side")
    return load().text(f"report.place.{key}", place=site_name(code))


def line(*parts: str | Span) -> Line:
    """Make a line of plain and strong pieces, leaving out empty ones."""
    spans = (part if isinstance(part, Span) else Span(text=part) for part in parts)
    return tuple(span for span in spans if span.text)
