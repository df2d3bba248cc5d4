"""What a search in Learn looks through: articles, steps, exposures, rules, questions and places.

Decides which words each of them is found by. Parts that are folded because they name illnesses are
searched, but never quoted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal

from myolog.content.articles import MARKER, Article, article, articles
from myolog.content.catalogue import load
from myolog.content.guide import GUIDE
from myolog.content.languages import capital, locale, once_per_language
from myolog.content.names import exposure_also, exposure_name, site_name, site_words
from myolog.vocabulary.exposures import EXPOSURES
from myolog.vocabulary.sites import SITES

__all__ = ["Document", "Hit", "documents", "is_abbreviation", "stem_of", "words_of"]

Kind = Literal["article", "step", "exposure", "rule", "question", "site"]

SHORTEST_STEM: Final = 4
"""Letters from which a word has a stem."""

WORD: Final = re.compile(r"[^\W_]+")


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
class Document:
    """One thing that can be found, and the words it is found by.

    Attributes
    ----------
    names_illnesses : whether it leads to a page that names illnesses
    """

    hit: Hit
    title: frozenset[str]
    keywords: frozenset[str]
    text: Counter[str]
    sentences: tuple[str, ...]
    names_illnesses: bool


def words_of(text: str) -> Iterator[str]:
    """Yield the words as they are compared, and abbreviations in capitals once more."""
    for written in WORD.findall(text):
        yield stem_of(written)
        if is_abbreviation(written):
            yield written


def is_abbreviation(written: str) -> bool:
    """Say whether a word stands in capitals, as "ALS" does."""
    return len(written) > 1 and written.isalpha() and written.isupper()


def stem_of(written: str) -> str:
    """Return a word without its ending, in small letters."""
    word = written.casefold()
    return word if len(word) < SHORTEST_STEM else _stem(word)


@once_per_language
def _stem(word: str) -> str:
    return str(_stemmer().stemWord(word))


@once_per_language
def _stemmer() -> Any:
    from snowballstemmer import stemmer

    return stemmer(str(locale().english_name).partition(" ")[0].lower())


@once_per_language
def documents() -> tuple[Document, ...]:
    """Return everything that can be found, in the language in force."""
    return (*_articles(), *_steps(), *_exposures(), *_rules(), *_questions(), *_sites())


def _document(hit: Hit, text: str, *, keywords: str = "", quote: str = "") -> Document:
    sentences = tuple(s.strip() for s in re.split(r"(?<=[.!?])\s+", quote) if s.strip())
    return Document(
        hit=hit,
        title=frozenset(words_of(hit.title)),
        keywords=frozenset(words_of(keywords)),
        text=Counter(words_of(f"{hit.excerpt} {text}")),
        sentences=sentences,
        names_illnesses=article(hit.article).names,
    )


def _plain(markdown: str) -> str:
    text = MARKER.sub("", markdown)
    text = re.sub(r"^#+ .*$", "", text, flags=re.MULTILINE)
    return re.sub(r"[*`]|^- ", "", text, flags=re.MULTILINE)


def _articles() -> Iterator[Document]:
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


def _steps() -> Iterator[Document]:
    words = load()
    for code in words.codes("step"):
        title, text, why = (words.text(f"step.{code}.{part}") for part in ("title", "text", "why"))
        hit = Hit(kind="step", code=code, title=title, excerpt=text, article=_told_in(code))
        yield _document(hit, why, keywords=code)


def _exposures() -> Iterator[Document]:
    words = load()
    for code, exposure in EXPOSURES.items():
        asked = words.text(f"exposure.{code}.question")
        article = _told_in(words.guide_ids(f"exposure.{code}")[0])
        title = capital(exposure_name(code))
        hit = Hit(kind="exposure", code=code, title=title, excerpt=asked, article=article)
        also = " ".join((code.replace("_", " "), *exposure.also, exposure_also(code)))
        yield _document(hit, words.text(f"exposure.{code}.help"), keywords=also)


def _rules() -> Iterator[Document]:
    words = load()
    for code in words.codes("rule"):
        reason, detail = (words.text(f"rule.{code}.{part}") for part in ("reason", "detail"))
        title = words.text("page.learn.asked_about", reason=reason)
        article = _told_in(words.guide_ids(f"rule.{code}")[0])
        hit = Hit(kind="rule", code=code, title=title, excerpt=detail, article=article)
        yield _document(hit, "", keywords=code.casefold())


def _questions() -> Iterator[Document]:
    """Yield the questions of the check, which name signs in everyday words, such as "cough"."""
    words = load()
    for name in words.codes("input"):
        key = f"input.{name}"
        home = next((_article_of().get(id) for id in words.guide_ids(key)), None)
        if home is None or f"{key}.help" not in words:
            continue
        title = words.text("page.learn.asked_about", reason=words.text(f"{key}.question"))
        hit = Hit(
            kind="question", code=name, title=title, excerpt=words.text(f"{key}.help"), article=home
        )
        yield _document(hit, "")


def _sites() -> Iterator[Document]:
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
