"""The languages a line is read in: for each, what its words stand for in the grammar.

The grammar of a line is one, and its words are English. Another language brings a table
(`german.toml`) that says which word of the grammar each of its words and phrases stands for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Final

from myolog.frozen import FrozenDict
from myolog.phrases.number_words import NumberWords
from myolog.phrases.words import number_words, table_of

__all__ = ["LANGUAGES", "Tongue", "folded", "tongue_of"]

LANGUAGES: Final[Mapping[str, str]] = FrozenDict({"en": "english", "de": "german"})
"""Languages that are read, by code, with the name of their table."""

_ENDINGS: Final = ("e", "er", "en", "em", "es")
_FOLDS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_MARK: Final = re.compile(r"[~+]$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """What the words of a language stand for.

    Parameters
    ----------
    code
        Its code.
    numbers
        Its number words.
    phrases
        For each word or phrase, as its words, those of the grammar; empty for the grammar's own
        language.
    longest
        For each first word, how many words its longest phrase has.
    tails
        For each word that may hang on another, the words of the grammar.
    """

    code: str
    numbers: NumberWords
    phrases: Mapping[tuple[str, ...], tuple[str, ...]]
    longest: Mapping[str, int]
    tails: Mapping[str, tuple[str, ...]]


def folded(word: str) -> str:
    """Return a word in small letters, with its umlauts in plain ones.

    Examples
    --------
    >>> folded("Füße"), folded("Fuesse")
    ('fuesse', 'fuesse')
    """
    return word.casefold().translate(_FOLDS)


@cache
def tongue_of(language: str) -> Tongue:
    """Return a language by its code; one that is not read is an error."""
    name = LANGUAGES[language]
    table = table_of(name)
    phrases = dict(_phrases(table.get("words", {})))
    longest: dict[str, int] = {}
    for phrase in phrases:
        longest[phrase[0]] = max(longest.get(phrase[0], 0), len(phrase))
    return Tongue(
        code=language,
        numbers=number_words(name),
        phrases=FrozenDict(phrases),
        longest=FrozenDict(longest),
        tails=FrozenDict({tail: tuple(w.split()) for tail, w in table.get("tails", {}).items()}),
    )


def _phrases(words: Mapping[str, str]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    for meant, told in words.items():
        for phrase in told.split(","):
            parts = folded(phrase).replace(";", ",").split()
            for form in product(*map(_forms, parts)):
                yield form, tuple(meant.split())


def _forms(word: str) -> tuple[str, ...]:
    stem = _MARK.sub("", word)
    ended = tuple(f"{stem}{ending}" for ending in _ENDINGS)
    if word.endswith("~"):
        return (stem, *ended)
    return ended if word.endswith("+") else (word,)
