"""Slips of the finger: a word that nobody uses becomes the known word it is closest to.

Decides how far apart two words may be: one letter (added, lost, changed or swapped with its
neighbour), two in words of nine letters and more, only a swap in those of four; the first letter
stands. Ordinary words that happen to lie close to a known one are left alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from myolog.frozen import FrozenDict
from myolog.phrases.tongues import LANGUAGES, tongue_of
from myolog.phrases.words import table_of, word_list
from myolog.vocabulary.everyday import exposure_words, site_words

__all__ = ["corrected", "distance"]

_SHORTEST: Final = {"en": 4, "de": 5}
"""Letters of the shortest word that is corrected; a short German one is too often a word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lexicon:
    """Words of a language: all that mean something, those to correct to, and those left alone."""

    known: frozenset[str]
    by_first: Mapping[str, tuple[str, ...]]
    ordinary: frozenset[str]


@cache
def _lexicon(language: str) -> _Lexicon:
    if language == "en":
        grammar = word_list("grammar")
        named = " ".join((*site_words(), *exposure_words()))
        alone = {word for word in site_words() if len(word) >= 4}
        alone |= {word for word in exposure_words() if len(word) >= 6}
        known = grammar | {word for word in named.split() if word.isalpha()}
        to = grammar | {word for word in alone if word.isalpha()}
        ordinary = word_list("ordinary")
    else:
        phrases = tongue_of(language).phrases
        known = frozenset(word for phrase in phrases for word in phrase if word.isalpha())
        to = frozenset(phrase[0] for phrase in phrases if len(phrase) == 1) & known
        to = frozenset(word for word in to if len(word) >= 6)
        ordinary = frozenset(table_of(LANGUAGES[language])["ordinary"].split())
    found: dict[str, list[str]] = {}
    for word in sorted(to):
        found.setdefault(word[0], []).append(word)
    by_first = FrozenDict({letter: tuple(words) for letter, words in found.items()})
    return _Lexicon(known=known, by_first=by_first, ordinary=ordinary)


@lru_cache(maxsize=4096)
def corrected(word: str, language: str = "en") -> str:
    """Return the known word that was meant, or the word itself.

    Examples
    --------
    >>> corrected("yesteday"), corrected("eylid"), corrected("food")
    ('yesterday', 'eyelid', 'food')
    """
    lexicon = _lexicon(language)
    left_alone = lexicon.known | lexicon.ordinary
    if not _SHORTEST[language] <= len(word) <= 20 or word in left_alone:
        return word
    if word.endswith("s") and word[:-1] in left_alone:
        return word
    near = [
        (gap, other)
        for other in lexicon.by_first.get(word[0], ())
        if (allowed := _allowed(word, other)) and (gap := distance(word, other)) <= allowed
    ]
    return min(near)[1] if near else word


def _allowed(word: str, other: str) -> int:
    """Return how many slips may lie between a typed word and a known one."""
    if abs(len(word) - len(other)) > 2:
        return 0
    if min(len(word), len(other)) <= 4:
        return int(sorted(word) == sorted(other))
    return 2 if len(other) >= 9 else 1


def distance(one: str, other: str) -> int:
    """Count the slips between two words: letters added, lost, changed or swapped."""
    before, row = [0] * (len(other) + 1), list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        older, before, row = before, row, [i, *[0] * len(other)]
        for j, wanted in enumerate(other, 1):
            row[j] = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                row[j] = min(row[j], older[j - 2] + 1)
    return row[-1]
