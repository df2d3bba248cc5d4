"""Articles as HTML for a page and as markdown for a terminal.

Decides how a citation looks: a small number that leads to a list of sources at
the end. Raw HTML in an article is shown as text, never passed on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from html import escape
from typing import Final

from markdown_it import MarkdownIt

from myolog.content.articles import MARKER, Article, Block, Citation, read_citation
from myolog.content.catalogue import Catalogue, load
from myolog.content.dates import whole_date
from myolog.content.languages import capital
from myolog.content.measures import measured_key
from myolog.content.names import amount, drink_name
from myolog.vocabulary.drinks import DRINKS

__all__ = ["html", "markdown", "source_lines"]

OPEN: Final = "\u2045"
CLOSE: Final = "\u2046"
"""Brackets that carry a citation's number through the markdown reader.

They have to be punctuation: after "**Sure.**" any other character keeps the asterisks as they are.
"""

SIGN_COLUMNS: Final = ("sign", "cause", "myolog", "source")


@cache
def _reader() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False})


def _numbers(article: Article) -> Mapping[Citation, int]:
    return {citation: n for n, citation in enumerate(article.citations, start=1)}


def _numbered(text: str, numbers: Mapping[Citation, int], form: Callable[[int], str]) -> str:
    return MARKER.sub(lambda match: form(numbers[read_citation(match)]), text)


def source_lines(article: Article, words: Catalogue | None = None) -> tuple[str, ...]:
    """Return one line for each citation number: how sure, and from where.

    Parameters
    ----------
    article
        The article.
    words
        The catalogue; English when None.
    """
    words = words if words is not None else load()
    lines = []
    for citation in article.citations:
        grade = words.text(f"page.learn.grade_{citation.grade}")
        titles = "; ".join(words.text(f"source.{key}.title") for key in citation.sources)
        ids = f" ({', '.join(citation.ids)})" if citation.ids else ""
        lines.append(f"{grade}. {titles}{ids}.")
    return tuple(lines)


# ---- markdown


def markdown(article: Article, words: Catalogue | None = None) -> str:
    """Return the article as plain markdown, sources at the end.

    Parameters
    ----------
    article
        The article.
    words
        The catalogue; English when None.

    Examples
    --------
    >>> from myolog.content.articles import article
    >>> markdown(article("warning-signs")).splitlines()[0]
    '# Warning signs'
    """
    words = words if words is not None else load()
    numbers = _numbers(article)
    parts = [f"# {article.title}"]
    for block in article.blocks:
        if block.kind in ("prose", "fold"):
            text = _numbered(block.text, numbers, lambda n: f" [{n}]")
            parts.append(f"## {block.title}\n\n{text}" if block.title else text)
        else:
            parts.append("\n".join(_lines(block, words)))
    parts.append(f"## {words.text('page.learn.sources')}")
    sources = source_lines(article, words)
    parts.append("\n".join(f"{n}. {line}" for n, line in enumerate(sources, start=1)))
    parts.append(words.text("app.reviewed", date=whole_date(article.reviewed)))
    return "\n\n".join(parts) + "\n"


def _lines(block: Block, words: Catalogue) -> Iterator[str]:
    if block.kind == "signs":
        for n, code in enumerate(words.codes("row"), start=1):
            yield f"{n}. **{words.text(f'row.{code}.sign')}**"
            for column in SIGN_COLUMNS[1:]:
                heading = words.text(f"row.{column}_heading")
                yield f"    - {heading}: {_sign_cell(code, column, words)}"
    elif block.kind == "checklist":
        for n, code in enumerate(words.codes("checklist"), start=1):
            yield f"{n}. {words.text(f'checklist.{code}.label')}"
        yield f"\n**{words.text('checklist.rule')}**"
    elif block.kind == "steps":
        for n, code in enumerate(words.codes("step"), start=1):
            keys = (f"step.{code}.{part}" for part in ("title", "text", "why"))
            title, text, why = (words.text(measured_key(key)) for key in keys)
            yield f"{n}. **{title}.** {text} *{why}*"
    elif block.kind == "guards":
        yield from (f"- {words.text(measured_key(f'guard.{code}.text'))}" for code in block.codes)
    else:
        yield from (f"- {name}: {amount}" for name, amount in _drinks(words))


def _sign_cell(code: str, column: str, words: Catalogue) -> str:
    if column != "source":
        return words.text(f"row.{code}.{column}")
    return "; ".join(words.text(f"source.{key}.short") for key in words.sources(f"row.{code}"))


def _drinks(words: Catalogue) -> Iterator[tuple[str, str]]:
    for drink in DRINKS.values():
        if drink.caffeine_mg > 0:
            volume = f", {amount(drink.volume_ml, 'mL')}" if drink.volume_ml else ""
            name = capital(drink_name(drink.code))
            yield (
                f"{name}{volume}",
                words.text(
                    "page.learn.caffeine",
                    mg=f"{drink.caffeine_mg:g}",
                    low=f"{drink.low_mg:.0f}",
                    high=f"{drink.high_mg:.0f}",
                ),
            )


# ---- HTML


def html(article: Article, words: Catalogue | None = None) -> str:
    """Return the body of the article as HTML, without its title.

    Parameters
    ----------
    article
        The article.
    words
        The catalogue; English when None.
    """
    words = words if words is not None else load()
    numbers = _numbers(article)
    parts = [_block_html(block, numbers, words) for block in article.blocks]
    sources = "".join(
        f'<li id="source-{n}">{escape(line)}</li>'
        for n, line in enumerate(source_lines(article, words), start=1)
    )
    heading = escape(words.text("page.learn.sources"))
    parts.append(
        f'<details class="fold sources"><summary>{heading}</summary><ol>{sources}</ol></details>'
    )
    return _linked("\n".join(parts), article, words)


def _linked(rendered: str, article: Article, words: Catalogue) -> str:
    grades = [words.text(f"page.learn.grade_{c.grade}") for c in article.citations]

    def link(match: re.Match[str]) -> str:
        n = int(match[1])
        label = escape(grades[n - 1])
        told = escape(words.text("page.learn.source_number", number=n))
        return (
            f'<sup class="cite"><a href="#source-{n}" title="{label}" '
            f'aria-label="{label}, {told}">{n}</a></sup>'
        )

    return re.sub(f"{OPEN}(\\d+){CLOSE}", link, rendered)


def _block_html(block: Block, numbers: Mapping[Citation, int], words: Catalogue) -> str:
    if block.kind in ("prose", "fold"):
        marked = _numbered(block.text, numbers, lambda n: f"{OPEN}{n}{CLOSE}")
        body = str(_reader().render(marked))
        if block.kind == "prose":
            return body
        title = escape(block.title)
        return f'<details class="fold"><summary>{title}</summary>{body}</details>'
    if block.kind == "signs":
        return _signs_html(words)
    if block.kind == "drinks":
        cells = "".join(
            f'<tr><th scope="row">{escape(name)}</th><td>{escape(amount)}</td></tr>'
            for name, amount in _drinks(words)
        )
        return f'<table class="drinks"><tbody>{cells}</tbody></table>'
    kind = "note guards" if block.kind == "guards" else block.kind
    body = str(_reader().render("\n".join(_lines(block, words))))
    return f'<div class="{kind}">{body}</div>'


def _signs_html(words: Catalogue) -> str:
    headings = {column: words.text(f"row.{column}_heading") for column in SIGN_COLUMNS}
    head = "".join(f'<th scope="col">{escape(headings[c])}</th>' for c in SIGN_COLUMNS)
    rows = []
    for code in words.codes("row"):
        cells = [f'<th scope="row">{escape(words.text(f"row.{code}.sign"))}</th>']
        cells += [
            f'<td data-label="{escape(headings[c])}">{escape(_sign_cell(code, c, words))}</td>'
            for c in SIGN_COLUMNS[1:]
        ]
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return (
        f'<table class="signs"><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table>'
    )
