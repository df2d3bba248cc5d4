"""Words, numbers and marks of a line.

Decides what a word is: letters, or a number with its points and colons; apostrophes and hyphens
within words do not count.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from myolog.phrases.fractions import FRACTION, in_decimals, is_measured

__all__ = ["Token", "is_loose", "tokens_of"]

_DATE: Final = r"\d{4}-\d{2}-\d{2}"
_NUMBER: Final = r"\d+(?:[.:,]\d+)*"
_WORD: Final = r"[^\W\d_]+(?:['’´`][^\W\d_]+)*"
_MARKS: Final = {"–": "-", "—": "-", "−": "-", "⁄": "/", "\n": ",", ";": ","}
_TOKEN: Final = re.compile(
    rf"{_DATE}|{FRACTION}|{_NUMBER}|{_WORD}|[-/,.:?!()+~&{''.join(_MARKS)}]", re.IGNORECASE
)
_APOSTROPHES: Final = re.compile("['’´`]")
_DIGITS: Final = re.compile(r"[\d.:,-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word, number or mark.

    Parameters
    ----------
    word
        What is compared: a word of the grammar, in small letters, no apostrophe.
    start, end
        Where it stands in the text.
    corrected
        Whether its spelling was.
    """

    word: str
    start: int
    end: int
    corrected: bool = False


def tokens_of(text: str, plain: Callable[[str], str]) -> list[Token]:
    """Return the words, numbers and marks of a text.

    Parameters
    ----------
    plain
        What a word in small letters is compared as.
    """
    return [_token(match, plain) for match in _TOKEN.finditer(text)]


def is_loose(token: Token, text: str) -> bool:
    """Tell whether a token is a fraction of nothing that can be measured."""
    fraction = in_decimals(text[token.start : token.end].casefold()) is not None
    return fraction and "/" in text[token.start : token.end] and not is_measured(text[token.end :])


def _token(match: re.Match[str], plain: Callable[[str], str]) -> Token:
    bare = _APOSTROPHES.sub("", match[0].casefold())
    bare = in_decimals(bare) or _MARKS.get(bare, bare)
    word = bare if _DIGITS.fullmatch(bare) else plain(bare)
    return Token(word=word, start=match.start(), end=match.end())
