"""What every chart is: a picture to draw, the sentence that says it, and its numbers.

Decides the one shape that pages and the report show. A chart is never the only way to a number:
the sentence comes first, the table after.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from myolog.content.catalogue import load

__all__ = ["Chart", "Spec", "Table", "put_together"]

Spec = Mapping[str, Any]
"""A Vega-Lite spec as plain data."""

Table = tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]
"""The names of the columns, and the rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """One chart with everything that stands beside it.

    Attributes
    ----------
    title : what it shows, in a few words
    caption : how to read it
    description : what is to be seen, in sentences
    header : names of the table's columns
    rows : cells of the table as text; the first of each row names it
    spec : for a phone, `theme.PHONE` wide
    wide : for a wider page, `theme.WIDE` wide; None where the phone's will do
    """

    title: str
    caption: str
    description: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    spec: Spec
    wide: Spec | None = None


def put_together(
    name: str, *, description: str, table: Table, spec: Spec, wide: Spec | None = None
) -> Chart:
    """Return a chart with the title and the caption that the catalogue has for its name."""
    words, (header, rows) = load(), table
    return Chart(
        title=words.template(f"chart.{name}.title"),
        caption=words.template(f"chart.{name}.caption"),
        description=description,
        header=header,
        rows=rows,
        spec=spec,
        wide=wide,
    )
