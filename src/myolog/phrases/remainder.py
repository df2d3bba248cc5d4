"""What is left of a line: the note."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from myolog.phrases.empty_words import BETWEEN, LEADING, TRAILING, is_empty
from myolog.phrases.line import Line

__all__ = ["leftover"]

_DENYING: Final = frozenset(("no", "not", "never", "neither", "nor", "without"))
"""Small words that no note may lose."""


def leftover(line: Line) -> str:
    """Return the words that nothing took and that tell something, as typed."""
    untaken = [
        index for index in range(len(line.tokens)) if index not in line.taken or index in line.kept
    ]
    runs = groupby(enumerate(untaken), key=lambda pair: pair[1] - pair[0])
    said = (_trimmed(line, [index for _, index in run]) for _, run in runs)
    return "; ".join(text for text in said if text)


def _trimmed(line: Line, run: list[int]) -> str:
    telling = [
        index
        for index in run
        if index in line.kept
        or line.tokens[index].word in _DENYING
        or not is_empty(line.tokens[index].word)
    ]
    if not telling:
        return ""
    first, last = telling[0], telling[-1]
    first = _from_small_words(line, first, run[0])
    while last + 1 in run and (line.tokens[last + 1].word in TRAILING or _is_half(line, last + 1)):
        last += 1
    thing = run[-1] + 1
    if line.taken.get(thing) == "suspected" and "," not in _words(line, last + 1, thing):
        last = _end_of_suspect(line, thing)
    return line.text[line.tokens[first].start : _end_of_word(line.text, line.tokens[last].end)]


def _end_of_word(text: str, end: int) -> int:
    """Return where the word ends that a token is the beginning of ("Augen" of "Augenzucken")."""
    while end < len(text) and text[end].isalpha():
        end += 1
    return end


def _from_small_words(line: Line, first: int, earliest: int) -> int:
    """Return the first of the small words that lead to the word at `first`."""
    at = first
    while at - 1 >= earliest and line.tokens[at - 1].word in LEADING | BETWEEN:
        at -= 1
        if line.tokens[at].word in LEADING:
            first = at
    return first


def _is_half(line: Line, index: int) -> bool:
    """Tell whether a word is the "am" of "9 am"."""
    return line.tokens[index].word in ("am", "pm") and line.tokens[index - 1].word[-1:].isdigit()


def _words(line: Line, start: int, end: int) -> list[str]:
    return [token.word for token in line.tokens[start:end]]


def _end_of_suspect(line: Line, index: int) -> int:
    """Return the last word of the thing that starts at `index`: "3 coffees" stays together."""
    while line.taken.get(index + 1) == "suspected":
        index += 1
    return index
