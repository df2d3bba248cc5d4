"""Which known words a search means.

Decides what is passed over (small words, unless nothing else was typed), that an abbreviation such
as "ALS" is itself in whatever letters it was typed, and what a word stands for that is nowhere: one
it begins, one with an umlaut that was typed as "ue", the nearest one, or the parts it is made of.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib import resources
from typing import Final

from myolog.content.articles import articles
from myolog.content.languages import once_per_language, spoken_language
from myolog.content.searched import WORD, documents, is_abbreviation, stem_of

__all__ = ["PREFIX_LETTERS", "Asked", "asked_in"]

PREFIX_LETTERS: Final = 4
"""Shorter words find only themselves: "als" is no beginning of "also"."""

SHORTEST_MISTYPED: Final = 5
NEAR: Final = 0.8
"""How alike a mistyped word is to the one that is meant, 0 to 1."""

LONGEST_SLIP: Final = 3
"""Letters behind a known word from which it is another word and no slip of the keyboard."""

SHORTEST_PART: Final = 4
"""Letters of the shortest part of a compound such as "Wadenkrampf"."""

LINKS: Final = ("", "s", "n", "en", "es", "e")
"""Letters between two parts of a compound."""

LONGEST_QUERY: Final = 200
"""Characters of a query that are read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A search, understood.

    Attributes
    ----------
    words : what is looked for, as documents have it
    left_out : words as they were typed of which nothing is known
    """

    words: tuple[str, ...]
    left_out: tuple[str, ...]


def asked_in(query: str) -> Asked:
    """Return what a search asks for.

    Examples
    --------
    >>> asked_in("my eylid at night")
    Asked(words=('eyelid', 'night'), left_out=())
    """
    typed = tuple(dict.fromkeys(WORD.findall(query[:LONGEST_QUERY])))
    telling = tuple(word for word in typed if is_abbreviation(word) or not _is_small(word))
    words: dict[str, None] = {}
    left_out = []
    for word in telling or typed:
        meant = tuple(_meant(word, alone=not telling))
        words.update(dict.fromkeys(meant))
        if not meant:
            left_out.append(word)
    return Asked(words=tuple(words), left_out=tuple(left_out))


def _is_small(word: str) -> bool:
    return word.casefold() in _small_words().get(spoken_language(), ())


@cache
def _small_words() -> dict[str, frozenset[str]]:
    text = resources.files("myolog.content").joinpath("small_words.toml").read_text("utf-8")
    return {language: frozenset(words.split()) for language, words in tomllib.loads(text).items()}


def _meant(written: str, *, alone: bool) -> Iterator[str]:
    """Yield the known words that a typed one stands for.

    Parameters
    ----------
    alone
        Whether only small words were typed: "als" is then the abbreviation it is spelled like.
    """
    capitals = written.upper()
    if capitals in _abbreviations() and (alone or not _is_small(written) or written == capitals):
        yield capitals
        return
    stem = stem_of(written)
    if not _is_known(stem):
        stem = _umlauts_back(written) or _longer(written) or _nearest(written, stem)
    if stem:
        yield stem
    else:
        yield from _parts(written.casefold())


def _umlauts_back(written: str) -> str:
    """Return the stem of a word whose umlauts were typed with an "e", such as "Fuesse"."""
    word = written.casefold().replace("ae", "ä").replace("oe", "ö").replace("ue", "ü")
    return next((stem for known, stem in _written() if known == word), "")


def _longer(written: str) -> str:
    word = written.casefold()
    if len(word) < SHORTEST_MISTYPED:
        return ""
    return next((stem for known, stem in _written() if known.startswith(word)), "")


def _nearest(written: str, stem: str) -> str:
    """Return the known word that was mistyped; the first letter is taken to be right."""
    if len(written) < SHORTEST_MISTYPED:
        return ""
    known = [word for word in _known_words() if word[0] == stem[0] and not _goes_on(stem, word)]
    return next(iter(get_close_matches(stem, known, n=1, cutoff=NEAR)), "")


def _goes_on(stem: str, word: str) -> bool:
    """Say whether a typed word is a known one with too much behind it for a slip: "Schluckauf"."""
    return stem.startswith(word) and len(stem) - len(word) >= LONGEST_SLIP


def _parts(word: str) -> Iterator[str]:
    """Yield the stems of two known words that were written as one, or of the longer known part."""
    for known, stem in sorted(_written(), key=lambda one: -len(one[0])):
        if len(known) < SHORTEST_PART or not word.startswith(known):
            continue
        rest = word[len(known) :]
        for link in LINKS:
            tail = rest.removeprefix(link)
            if rest.startswith(link) and len(tail) >= SHORTEST_PART and _is_written(tail):
                yield from (stem, stem_of(tail))
                return
    ends = (word[at:] for at in range(1, len(word) - SHORTEST_MISTYPED + 1))
    begins = (
        word[:at]
        for at in range(len(word) - 1, SHORTEST_MISTYPED - 1, -1)
        if not _is_small(word[at:])
    )
    part = next(filter(_is_telling, (*ends, *begins)), "")
    if part:
        yield stem_of(part)


def _is_telling(word: str) -> bool:
    """Say whether a word is known and no small one: "allen" says nothing of "lallen"."""
    return _is_written(word) and not _is_small(word)


def _is_written(word: str) -> bool:
    return word in _known_words() or stem_of(word) in _known_words()


@once_per_language
def _written() -> tuple[tuple[str, str], ...]:
    """Return each word of titles and texts as it is written, and its stem: "medicati" has none."""
    said = (f"{one.hit.title} {one.hit.excerpt}" for one in documents())
    kept = (word for article in articles() for word in article.keywords)
    found = {word.casefold() for text in (*said, *kept) for word in WORD.findall(text)}
    return tuple((word, stem_of(word)) for word in sorted(found))


def _is_known(asked: str) -> bool:
    if asked in _known_words():
        return True
    return len(asked) >= PREFIX_LETTERS and any(word.startswith(asked) for word in _known_words())


@once_per_language
def _known_words() -> frozenset[str]:
    found = {word for one in documents() for word in (*one.title, *one.keywords, *one.text)}
    return frozenset(found)


@once_per_language
def _abbreviations() -> frozenset[str]:
    return frozenset(filter(is_abbreviation, _known_words()))
