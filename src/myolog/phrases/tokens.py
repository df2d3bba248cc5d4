"""Words, numbers and marks of a line.

Decides what a word is: letters, or a number with its points and colons; apostrophes and hyphens
within words do not count. A number of several words becomes one, in digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from myolog.phrases.fractions import FRACTION, in_decimals, is_measured
from myolog.phrases.number_words import number_at
from myolog.phrases.spelling import corrected
from myolog.phrases.words import number_words

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
        What is compared: small letters, spelling corrected, no apostrophe.
    start, end
        Where it stands in the text.
    corrected
        Whether the spelling was.
    """

    word: str
    start: int
    end: int
    corrected: bool = False


def tokens_of(text: str) -> tuple[Token, ...]:
    """Return the words, numbers and marks of a text."""
    return tuple(_counted([_token(match) for match in _TOKEN.finditer(text)]))


def is_loose(token: Token, text: str) -> bool:
    """Tell whether a token is a fraction of nothing that can be measured."""
    fraction = in_decimals(text[token.start : token.end].casefold()) is not None
    return fraction and "/" in text[token.start : token.end] and not is_measured(text[token.end :])


def _token(match: re.Match[str]) -> Token:
    plain = _APOSTROPHES.sub("", match[0].casefold())
    plain = in_decimals(plain) or _MARKS.get(plain, plain)
    word = plain if _DIGITS.fullmatch(plain) else corrected(plain)
    return Token(word=word, start=match.start(), end=match.end(), corrected=word != plain)


def _counted(tokens: Sequence[Token]) -> Iterator[Token]:
    """Put the words of a number together."""
    table = number_words("english")
    words = [token.word for token in tokens]
    at = 0
    while at < len(tokens):
        read = number_at(words, at, table)
        if read is None or (read[1] == at + 1 and words[at] in table.alone):
            yield tokens[at]
            at += 1
            continue
        number, end = read
        yield Token(word=f"{number:.10g}", start=tokens[at].start, end=tokens[end - 1].end)
        at = end
