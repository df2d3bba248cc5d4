"""Slips of the finger: a word that nobody uses becomes the known word it is closest to.

Decides how far apart two words may be: one letter (added, lost, changed or swapped with its
neighbour), two in words of nine letters and more, only a swap in those of four; the first letter
stands. Ordinary words that happen to lie close to a known one are left alone.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from myolog.phrases.words import word_list
from myolog.vocabulary.everyday import exposure_words, site_words

__all__ = ["corrected", "distance"]

_GRAMMAR: Final = word_list("grammar")
_ORDINARY: Final = word_list("ordinary")


@cache
def _known() -> frozenset[str]:
    """Return every word that means something here."""
    named = " ".join((*site_words(), *exposure_words()))
    return _GRAMMAR | {word for word in named.split() if word.isalpha()}


@cache
def _by_first() -> dict[str, tuple[str, ...]]:
    """Return the words to correct to, by first letter: those that mean something alone."""
    alone = {word for word in site_words() if len(word) >= 4}
    alone |= {word for word in exposure_words() if len(word) >= 6}
    found: dict[str, list[str]] = {}
    for word in sorted(_GRAMMAR | {word for word in alone if word.isalpha()}):
        found.setdefault(word[0], []).append(word)
    return {letter: tuple(words) for letter, words in found.items()}


@lru_cache(maxsize=4096)
def corrected(word: str) -> str:
    """Return the known word that was meant, or the word itself.

    Examples
    --------
    >>> corrected("yesteday"), corrected("eylid"), corrected("food")
    ('yesterday', 'eyelid', 'food')
    """
    if len(word) < 4 or len(word) > 20 or word in _known() or word in _ORDINARY:
        return word
    if word.endswith("s") and (word[:-1] in _known() or word[:-1] in _ORDINARY):
        return word
    near = [
        (gap, other)
        for other in _by_first().get(word[0], ())
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
