"""Finding words in everything Myolog knows.

Decides what is searched (articles, rules, exposures, places, steps) and how
hits are ranked: a word in a title counts most, a rare word more than a common
one, and what holds most words of the query stands alone. Words are compared by their
stems (Snowball); one that is nowhere stands for the nearest one that is somewhere.
Parts that are folded because they name illnesses are searched, but never quoted.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Any, Final, Literal

from myolog.content.articles import MARKER, Article, articles
from myolog.content.catalogue import load
from myolog.content.guide import GUIDE
from myolog.content.languages import capital, locale, once_per_language
from myolog.content.names import exposure_name, site_name, site_words
from myolog.vocabulary.exposures import EXPOSURES
from myolog.vocabulary.sites import SITES

__all__ = ["Hit", "search"]

Kind = Literal["article", "step", "exposure", "rule", "site"]

TITLE_WEIGHT: Final = 6.0
KEYWORD_WEIGHT: Final = 4.0
TEXT_WEIGHT: Final = 1.0
PREFIX_WEIGHT: Final = 0.4
PREFIX_LETTERS: Final = 4
"""Shorter words find only themselves: "als" is no beginning of "also"."""

SHORTEST_STEM: Final = 4
"""Letters from which a word has a stem."""

SHORTEST_MISTYPED: Final = 5
NEAR: Final = 0.8
"""How alike a mistyped word is to the one that is meant, 0 to 1."""

KIND_WEIGHT: Final = {"article": 2.0, "step": 1.2, "exposure": 1.0, "rule": 0.6, "site": 0.4}
_WORD: Final = re.compile(r"[^\W_]+")
LONGEST_QUERY: Final = 200
"""Characters of a query that are read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One thing found.

    Parameters
    ----------
    kind
        What it is.
    code
        Its key: the slug of an article, the code of a rule, and so on.
    title, excerpt
        What a person reads.
    article
        Slug of the article that tells more about it.
    """

    kind: Kind
    code: str
    title: str
    excerpt: str
    article: str


@dataclass(frozen=True, slots=True)
class _Document:
    hit: Hit
    title: frozenset[str]
    keywords: frozenset[str]
    text: Counter[str]
    sentences: tuple[str, ...]


def search(query: str, *, limit: int = 12) -> tuple[Hit, ...]:
    """Return what fits `query`, best first; nothing for an empty query.

    Parameters
    ----------
    query
        Some words. A word also finds longer ones that begin with it; one in capitals that is
        an abbreviation, such as "ALS", finds that alone and no word that is spelled like it.
    limit
        The most hits to return.

    Examples
    --------
    >>> search("coffee")[0].code
    'causes'
    """
    words = tuple(dict.fromkeys(map(_meant, _WORD.findall(query[:LONGEST_QUERY]))))
    if not words:
        return ()
    if not all(map(_is_known, words)):
        return ()
    scored = [(_score(document, words), document) for document in _documents()]
    most = max(n_found for (n_found, _), _ in scored)
    best = [(points, document) for (n_found, points), document in scored if n_found == most]
    best.sort(key=lambda one: -one[0])
    return tuple(_quoted(document, words) for _, document in best[:limit])


def _words(text: str) -> Iterator[str]:
    """Yield the words as they are compared, and abbreviations in capitals once more."""
    for written in _WORD.findall(text):
        yield _folded(written)
        if _is_abbreviation(written):
            yield written


def _folded(written: str) -> str:
    word = written.casefold()
    return word if len(word) < SHORTEST_STEM else _stem(word)


@once_per_language
def _stem(word: str) -> str:
    return str(_stemmer().stemWord(word))


@once_per_language
def _stemmer() -> Any:
    from snowballstemmer import stemmer

    return stemmer(str(locale().english_name).partition(" ")[0].lower())


def _meant(written: str) -> str:
    """Return a word as it is known; for one that is nowhere the nearest, if one is near."""
    if written in _abbreviations():
        return written
    asked, begun = _folded(written), written.casefold()
    if _is_known(asked) or len(begun) < SHORTEST_MISTYPED:
        return asked
    longer = next((stem for word, stem in _written() if word.startswith(begun)), None)
    near = () if longer else get_close_matches(asked, _known_words(), n=1, cutoff=NEAR)
    return longer or next(iter(near), asked)


@once_per_language
def _written() -> tuple[tuple[str, str], ...]:
    """Return each word of titles and texts as it is written, and its stem: "medicati" has none."""
    said = (f"{one.hit.title} {one.hit.excerpt}" for one in _documents())
    kept = (word for article in articles() for word in article.keywords)
    found = {word.casefold() for text in (*said, *kept) for word in _WORD.findall(text)}
    return tuple((word, _folded(word)) for word in sorted(found))


def _is_known(asked: str) -> bool:
    return any(_match(asked, word) for word in _known_words())


@once_per_language
def _known_words() -> tuple[str, ...]:
    found = {word for one in _documents() for word in (*one.title, *one.keywords, *one.text)}
    return tuple(sorted(found))


def _is_abbreviation(written: str) -> bool:
    return len(written) > 1 and written.isalpha() and written.isupper()


@once_per_language
def _abbreviations() -> frozenset[str]:
    return frozenset(
        word
        for one in _documents()
        for word in (*one.title, *one.keywords, *one.text)
        if _is_abbreviation(word)
    )


def _match(wanted: str, word: str) -> float:
    if word == wanted:
        return 1.0
    begins = len(wanted) >= PREFIX_LETTERS and word.startswith(wanted)
    return PREFIX_WEIGHT if begins else 0.0


def _best(wanted: str, words: frozenset[str]) -> float:
    return max((_match(wanted, word) for word in words), default=0.0)


def _score(document: _Document, words: tuple[str, ...]) -> tuple[int, float]:
    """Return how many of the words are found, and how well."""
    n_found, total = 0, 0.0
    for wanted in words:
        points = TITLE_WEIGHT * _best(wanted, document.title)
        points += KEYWORD_WEIGHT * _best(wanted, document.keywords)
        count = sum(n * _match(wanted, word) for word, n in document.text.items())
        points += TEXT_WEIGHT * math.log1p(count)
        n_found += points > 0
        total += points * _rarity(wanted)
    return n_found, total * KIND_WEIGHT[document.hit.kind]


@once_per_language
def _rarity(wanted: str) -> float:
    documents = _documents()
    having = sum(
        any(_match(wanted, word) for word in (*d.title, *d.keywords, *d.text)) for d in documents
    )
    return math.log(1 + len(documents) / (1 + having))


def _quoted(document: _Document, words: tuple[str, ...]) -> Hit:
    def found(sentence: str) -> float:
        have = frozenset(_words(sentence))
        return sum(_best(wanted, have) for wanted in words)

    best = max(document.sentences, key=found, default="")
    if not best or not found(best):
        return document.hit
    hit = document.hit
    return Hit(kind=hit.kind, code=hit.code, title=hit.title, excerpt=best, article=hit.article)


# ---- what is searched


@once_per_language
def _documents() -> tuple[_Document, ...]:
    return (*_articles(), *_steps(), *_exposures(), *_rules(), *_sites())


def _document(hit: Hit, text: str, *, keywords: str = "", quote: str = "") -> _Document:
    sentences = tuple(s.strip() for s in re.split(r"(?<=[.!?])\s+", quote) if s.strip())
    return _Document(
        hit=hit,
        title=frozenset(_words(hit.title)),
        keywords=frozenset(_words(keywords)),
        text=Counter(_words(f"{hit.excerpt} {text}")),
        sentences=sentences,
    )


def _plain(markdown: str) -> str:
    text = MARKER.sub("", markdown)
    text = re.sub(r"^#+ .*$", "", text, flags=re.MULTILINE)
    return re.sub(r"[*`]|^- ", "", text, flags=re.MULTILINE)


def _articles() -> Iterator[_Document]:
    for one in articles():
        hit = Hit(
            kind="article", code=one.slug, title=one.title, excerpt=one.summary, article=one.slug
        )
        text = " ".join(f"{block.title} {block.text}" for block in one.blocks)
        yield _document(
            hit,
            MARKER.sub("", text),
            keywords=" ".join((one.slug, *one.keywords)),
            quote=_open_text(one),
        )


def _open_text(article: Article) -> str:
    if article.names:
        return ""
    return "\n".join(_plain(block.text) for block in article.blocks if block.kind == "prose")


def _steps() -> Iterator[_Document]:
    words = load()
    for code in words.codes("step"):
        title, text, why = (words.text(f"step.{code}.{part}") for part in ("title", "text", "why"))
        hit = Hit(kind="step", code=code, title=title, excerpt=text, article=_told_in(code))
        yield _document(hit, why, keywords=code)


def _exposures() -> Iterator[_Document]:
    words = load()
    for code, exposure in EXPOSURES.items():
        asked = words.text(f"exposure.{code}.question")
        article = _told_in(words.guide_ids(f"exposure.{code}")[0])
        title = capital(exposure_name(code))
        hit = Hit(kind="exposure", code=code, title=title, excerpt=asked, article=article)
        also = " ".join((code.replace("_", " "), *exposure.also))
        yield _document(hit, words.text(f"exposure.{code}.help"), keywords=also)


def _rules() -> Iterator[_Document]:
    words = load()
    for code in words.codes("rule"):
        reason, detail = (words.text(f"rule.{code}.{part}") for part in ("reason", "detail"))
        title = words.text("page.learn.asked_about", reason=reason)
        article = _told_in(words.guide_ids(f"rule.{code}")[0])
        hit = Hit(kind="rule", code=code, title=title, excerpt=detail, article=article)
        yield _document(hit, "", keywords=code)


def _sites() -> Iterator[_Document]:
    for code in SITES:
        title = capital(site_name(code))
        hit = Hit(kind="site", code=code, title=title, excerpt="", article="what-twitches-are")
        yield _document(hit, "", keywords=" ".join((code.replace("_", " "), *site_words(code))))


@cache
def _article_of() -> dict[str, str]:
    homes: dict[str, str] = {}
    for entry in GUIDE:
        for home in entry.homes:
            kind, _, slug = home.partition("/")
            if kind == "article":
                homes.setdefault(entry.id, slug)
    return homes


def _told_in(guide_id: str) -> str:
    return _article_of()[guide_id]
