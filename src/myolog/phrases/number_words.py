"""Numbers told in words, put together: "a hundred and twenty", "twenty-one", "two dozen".

Decides which words make one number, so that "seven forty five" is an hour and its minutes and never
fifty-two. The words themselves are those of a language's table.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

__all__ = ["NumberWords", "number_at", "number_in"]

_DOZEN: Final = 12
_HUNDRED: Final = 100
_THOUSAND: Final = 1000
_MOST_DIGITS: Final = 3

_Read = tuple[float, int]
"""A number, and the place of the first word behind it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWords:
    """The number words of a language.

    Parameters
    ----------
    values
        What words below a hundred stand for; below one for a half that is hung on.
    scales
        Words for 12, 100 and 1000.
    before_scale
        Words that stand before such a word alone, with how often they take it ("a", "half a").
    joins
        Words between the parts of a number.
    units_first
        Whether a unit and a join stand before the tens ("einundzwanzig").
    alone
        Words that stay words where they stand alone.
    """

    values: Mapping[str, float]
    scales: Mapping[str, int]
    before_scale: Mapping[str, float]
    joins: frozenset[str]
    units_first: bool
    alone: frozenset[str]


def number_at(words: Sequence[str], start: int, table: NumberWords) -> _Read | None:
    """Return the number that begins at a word, and where it ends; None where none does."""
    read = _below_thousand(words, start, table)
    if read is None:
        count, at = _counted(words, start, table)
        read = (count, at) if _scale(words, at, table) == _THOUSAND else None
    if read is None or _scale(words, read[1], table) != _THOUSAND:
        return read
    whole, at = read[0] * _THOUSAND, read[1] + 1
    rest = _below_thousand(words, _past_join(words, at, table), table)
    return (whole + rest[0], rest[1]) if rest else (whole, at)


def number_in(word: str, table: NumberWords) -> float | None:
    """Return the number that one word tells by itself ("hundertzwanzig"), or None."""
    parts = _parts(word, table)
    read = number_at(parts, 0, table) if parts else None
    return read[0] if read is not None and read[1] == len(parts or ()) else None


def _parts(word: str, table: NumberWords) -> list[str] | None:
    if not word:
        return []
    for length in range(len(word), 2, -1):
        part = word[:length]
        if part in table.values or part in table.scales or part in table.joins:
            rest = _parts(word[length:], table)
            if rest is not None:
                return [part, *rest]
    return None


def _below_thousand(words: Sequence[str], start: int, table: NumberWords) -> _Read | None:
    head = _below_hundred(words, start, table)
    count, at = head or _counted(words, start, table)
    scale = _scale(words, at, table)
    if scale not in (_DOZEN, _HUNDRED):
        return head
    value, at = count * scale, at + 1
    rest = _below_hundred(words, _past_join(words, at, table), table)
    if scale == _DOZEN or rest is None:
        return value, at
    return value + rest[0], rest[1]


def _below_hundred(words: Sequence[str], start: int, table: NumberWords) -> _Read | None:
    first = _worth(words, start, table)
    if first is None:
        return None
    second_at = _past_join(words, start + 1, table)
    second, joined = _worth(words, second_at, table) or 0, second_at > start + 1
    if table.units_first:
        adds = joined and first < 10 and second >= 20
    else:
        adds = first >= 20 and 1 <= second < 10 and words[start + 1] != "and"
    if adds or (0 < second < 1 and not joined):
        return first + second, second_at + 1
    return first, start + 1


def _counted(words: Sequence[str], start: int, table: NumberWords) -> _Read:
    """Return how often a scale is taken ("half a", "3"), and where the scale stands."""
    if start < len(words) and words[start].isdecimal() and len(words[start]) <= _MOST_DIGITS:
        return float(words[start]), start + 1
    count, at = 1.0, start
    while at < len(words) and words[at] in table.before_scale:
        count, at = count * table.before_scale[words[at]], at + 1
    return count, at


def _scale(words: Sequence[str], at: int, table: NumberWords) -> int | None:
    return table.scales.get(words[at]) if at < len(words) else None


def _worth(words: Sequence[str], at: int, table: NumberWords) -> float | None:
    return table.values.get(words[at]) if at < len(words) else None


def _past_join(words: Sequence[str], at: int, table: NumberWords) -> int:
    return at + 1 if at < len(words) and words[at] in table.joins else at
