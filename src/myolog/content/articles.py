"""The articles: what the guide knows, as short pages with the evidence beside it.

Decides how an article file is read. A file starts with TOML between ``+++``
lines; then markdown follows with four additions:

- ``{IDS · SOURCES · grade}`` after a statement says which point of the guide it
  carries (``-`` for none), where it comes from, and how sure it is;
- ``::: fold TITLE`` to ``:::`` hides a part until the reader opens it;
- ``{2 litres | 68 fl oz}`` gives an amount in both measures;
- a line that starts with ``@`` puts words of the catalogue there (the five
  signs, the six points, the steps, the drinks, guards), so that they are
  written once.

Rendering is in `myolog.content.rendering`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any, Final, Literal

from myolog.content.languages import LANGUAGES, spoken_language
from myolog.content.measures import measured_prose, measures_in_force
from myolog.errors import NotFound
from myolog.frozen import FrozenDict

__all__ = [
    "GRADES",
    "Article",
    "Block",
    "Citation",
    "article",
    "articles",
    "articles_in",
    "find_citations",
]

Kind = Literal["prose", "fold", "signs", "checklist", "steps", "drinks", "guards"]

GRADES: Final = ("good", "some", "weak", "none", "rule")
"""How sure a statement is; ``rule`` is a decision of caution and no finding."""

STALE_MONTHS: Final = 24
"""A text read through longer ago than this says so (hazard H13)."""

MARKER: Final = re.compile(
    r" ?\{(?P<ids>-|[A-Z0-9][A-Z0-9, -]*) · (?P<sources>[^·{}]+) · (?P<grade>[a-z]+)\}"
)
INSERTED: Final = ("signs", "checklist", "steps", "drinks", "guards")


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """What stands behind one statement.

    Parameters
    ----------
    ids
        Points of the guide; empty for a statement of our own.
    sources
        Keys of ``[source]`` in the catalogue.
    grade
        One of `GRADES`.
    """

    ids: tuple[str, ...]
    sources: tuple[str, ...]
    grade: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One part of an article.

    Parameters
    ----------
    kind
        ``prose`` and ``fold`` carry `text`; the others put catalogue words in.
    text
        Markdown with markers.
    title
        What the closed fold says.
    codes
        For ``guards``: which ones.
    """

    kind: Kind
    text: str = ""
    title: str = ""
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One page of knowledge.

    Parameters
    ----------
    slug
        File name without ending; the name in addresses and on the command line.
    title, summary
        A few words, and one sentence.
    ids
        Points of the guide that live here.
    reviewed
        When a person last read it through.
    order
        Place in the list of articles.
    names
        Whether it names illnesses; such a page is offered behind a fold only.
    programme
        Whether it tells people what to do, and so has to be easier to read.
    keywords
        Further words to be found by.
    blocks
        The parts, in order.
    """

    slug: str
    title: str
    summary: str
    ids: tuple[str, ...]
    reviewed: date
    order: int
    blocks: tuple[Block, ...]
    names: bool = False
    programme: bool = False
    keywords: tuple[str, ...] = ()

    def is_stale(self, today: date) -> bool:
        """Tell whether the last reading lies more than two years back.

        Parameters
        ----------
        today
            The day on which somebody reads it.
        """
        return _months(today) - _months(self.reviewed) >= STALE_MONTHS

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every different citation, in the order of first use."""
        found = (c for block in self.blocks for c in find_citations(block.text))
        return tuple(dict.fromkeys(found))


def _months(day: date) -> int:
    return day.year * 12 + day.month


def find_citations(text: str) -> Iterator[Citation]:
    """Yield the citations in `text`, in order."""
    for match in MARKER.finditer(text):
        yield read_citation(match)


def read_citation(match: re.Match[str]) -> Citation:
    """Return the citation that a match of `MARKER` stands for."""
    ids = match["ids"]
    return Citation(
        ids=() if ids == "-" else tuple(ids.split(", ")),
        sources=tuple(match["sources"].split(", ")),
        grade=match["grade"],
    )


def read_article(slug: str, text: str) -> Article:
    """Return the article written in `text`.

    Raises
    ------
    ValueError
        The head is missing, a key of it is unknown, or an inserted part is.
    """
    try:
        _, head, body = text.split("+++\n", 2)
    except ValueError:
        raise ValueError(f"{slug}: no head between +++ lines") from None
    keys: dict[str, Any] = tomllib.loads(head)
    keys["reviewed"] = date.fromisoformat(keys["reviewed"])
    for name in ("ids", "keywords"):
        keys[name] = tuple(keys.get(name, ()))
    try:
        return Article(slug=slug, blocks=tuple(_blocks(slug, body)), **keys)
    except TypeError as wrong:
        raise ValueError(f"{slug}: {wrong}") from None


def _blocks(slug: str, body: str) -> Iterator[Block]:
    lines: list[str] = []
    fold: str | None = None
    for line in body.splitlines():
        inserts, closes = line.startswith("@"), line == ":::"
        opens = line.startswith("::: fold ")
        if not (inserts or opens or closes):
            lines.append(line)
            continue
        if prose := "\n".join(lines).strip():
            yield Block(kind="prose" if fold is None else "fold", text=prose, title=fold or "")
        lines, fold = [], line.removeprefix("::: fold ") if opens else None
        if inserts:
            yield _inserted(slug, line[1:].split())
    if prose := "\n".join(lines).strip():
        yield Block(kind="prose", text=prose)


def _inserted(slug: str, words: list[str]) -> Block:
    kind, *codes = words
    for known in INSERTED:
        if kind == known:
            return Block(kind=known, codes=tuple(codes))
    raise ValueError(f"{slug}: nothing is called @{kind}")


def articles_in(language: str) -> Mapping[str, Article]:
    """Return the articles that are written in `language`, by slug, in reading order."""
    return _read_in(language, measures_in_force())


@cache
def _read_in(language: str, measures: str) -> Mapping[str, Article]:
    del measures
    folder = resources.files("myolog.content").joinpath("articles", language)
    found = [
        read_article(file.name.removesuffix(".md"), measured_prose(file.read_text("utf-8")))
        for file in folder.iterdir()
        if file.name.endswith(".md")
    ]
    return FrozenDict({one.slug: one for one in sorted(found, key=lambda a: a.order)})


def _all() -> Mapping[str, Article]:
    written = articles_in(spoken_language())
    english = articles_in(LANGUAGES[0])
    return FrozenDict({slug: written.get(slug, one) for slug, one in english.items()})


def articles() -> tuple[Article, ...]:
    """Return every article, in reading order; one not written in a language yet is in English."""
    return tuple(_all().values())


def article(slug: str) -> Article:
    """Return the article called `slug`.

    Raises
    ------
    NotFound
        There is none; the sentence says how to see all.

    Examples
    --------
    >>> article("warning-signs").title
    'Warning signs'
    """
    found = _all().get(slug)
    if found is None:
        raise NotFound(
            'There is no page called "{slug}". Open Learn to see all pages.',
            slug=slug[:40],
            key="no_such_page",
        )
    return found
