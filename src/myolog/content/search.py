"""Finding words in everything Myolog knows.

Decides how hits are ranked: a word in a title counts most, a rare word more than a common one, and
what holds more of the query comes before what holds less. What is searched is `searched`, which
words a query means is `asked`. A person is shown pages, each once, with the best found on it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Final

from myolog.content.articles import article
from myolog.content.asked import PREFIX_LETTERS, asked_in
from myolog.content.languages import once_per_language
from myolog.content.searched import Document, Hit, documents, words_of

__all__ = ["Found", "Hit", "pages", "search"]

TITLE_WEIGHT: Final = 6.0
KEYWORD_WEIGHT: Final = 4.0
TEXT_WEIGHT: Final = 1.0
PREFIX_WEIGHT: Final = 0.4

KIND_WEIGHT: Final = {
    "article": 2.0,
    "step": 1.2,
    "exposure": 1.0,
    "rule": 0.6,
    "question": 0.3,
    "site": 0.4,
}

NAMING_WEIGHT: Final = 0.5
"""Of a page that names illnesses, so that none comes first by the way."""

WORTH_SHOWING: Final = 0.5
"""Part of the best hit's points from which one is shown that holds fewer of the words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Pages that fit a search.

    Attributes
    ----------
    pages : one hit for each page, best first, under the title of the page
    left_out : words of the search of which nothing is known
    """

    pages: tuple[Hit, ...]
    left_out: tuple[str, ...]


def pages(query: str) -> Found:
    """Return every page that fits `query`, best first, each once.

    Examples
    --------
    >>> pages("coffee").pages[0].title
    'What may set twitches off'
    """
    best: dict[str, Hit] = {}
    for hit in search(query, limit=len(documents())):
        best.setdefault(hit.article, hit)
    found = tuple(_as_page(hit) for hit in best.values())
    return Found(pages=found, left_out=asked_in(query).left_out)


def _as_page(hit: Hit) -> Hit:
    """Return a hit under the title of its page."""
    if hit.kind == "article":
        return hit
    page, asked = article(hit.article), hit.kind in ("rule", "question")
    return replace(hit, title=page.title, excerpt=hit.title if asked else page.summary)


def search(query: str, *, limit: int = 12) -> tuple[Hit, ...]:
    """Return what fits `query`, best first; nothing for an empty query.

    Parameters
    ----------
    query
        Some words. A word also finds longer ones that begin with it; an abbreviation, such as
        "ALS", finds that alone and no word that is spelled like it. Where more words are unknown
        than known, nothing fits.
    limit
        The most hits to return.

    Examples
    --------
    >>> search("coffee")[0].code
    'causes'
    """
    asked = asked_in(query)
    words = asked.words
    if not words or len(asked.left_out) > len(words):
        return ()
    scored = [(*_score(document, words), document) for document in documents()]
    most = max(n_found for n_found, _, _ in scored)
    enough = WORTH_SHOWING * max(points for _, points, _ in scored)
    fits = [
        (points, document)
        for n_found, points, document in scored
        if n_found == most or points > enough
    ]
    fits.sort(key=lambda one: -one[0])
    return tuple(_quoted(document, words) for _, document in fits[:limit])


def _match(wanted: str, word: str) -> float:
    if word == wanted:
        return 1.0
    begins = len(wanted) >= PREFIX_LETTERS and word.startswith(wanted)
    return PREFIX_WEIGHT if begins else 0.0


def _best(wanted: str, words: frozenset[str]) -> float:
    return max((_match(wanted, word) for word in words), default=0.0)


def _score(document: Document, words: tuple[str, ...]) -> tuple[int, float]:
    """Return how many of the words are found, and how well."""
    n_found, total, told = 0, 0.0, 0.0
    for wanted in words:
        points = TITLE_WEIGHT * _best(wanted, document.title)
        points += KEYWORD_WEIGHT * _best(wanted, document.keywords)
        count = sum(n * _match(wanted, word) for word, n in document.text.items())
        points += TEXT_WEIGHT * math.log1p(count)
        n_found += points > 0
        total += points * _rarity(wanted)
        told += _rarity(wanted) if points else 0.0
    covered = told / sum(map(_rarity, words))
    calm = NAMING_WEIGHT if document.names_illnesses else 1.0
    return n_found, total * covered * calm * KIND_WEIGHT[document.hit.kind]


@once_per_language
def _rarity(wanted: str) -> float:
    every = documents()
    having = sum(
        any(_match(wanted, word) for word in (*d.title, *d.keywords, *d.text)) for d in every
    )
    return math.log(1 + len(every) / (1 + having))


def _quoted(document: Document, words: tuple[str, ...]) -> Hit:
    def found(sentence: str) -> float:
        have = frozenset(words_of(sentence))
        return sum(_best(wanted, have) for wanted in words)

    best = max(document.sentences, key=found, default="")
    if not best or not found(best):
        return document.hit
    return replace(document.hit, excerpt=best)
