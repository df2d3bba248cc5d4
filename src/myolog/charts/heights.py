"""How high an axis of counts reaches when a few days stand far above all others.

Decides that a day ten times as high as every usual one, such as one of 5,000, flattens none of
them: it is drawn to the top, and named with its number in the picture and the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from math import isnan
from typing import Final

from myolog.charts.chart import Spec
from myolog.charts.layers import written
from myolog.charts.theme import top_of
from myolog.content.catalogue import load
from myolog.content.dates import axis_day
from myolog.content.numbers import figure

__all__ = ["height_of", "marked", "told_above"]

_FAR: Final = 10
"""How many times as high as the next one a count must be to reach beyond the axis."""
_FEW: Final = 10
"""At most one day of so many reaches beyond it."""


def height_of(counts: Sequence[float]) -> int:
    """Return the top of the axis: a round number over the counts, or over the usual ones.

    Examples
    --------
    >>> height_of([3, 8, 5, 0, 7, 2, 6, 5000]), height_of([3, 8, 5, 0, 7, 2, 6, 75])
    (8, 80)
    """
    known = sorted((one for one in counts if not isnan(one)), reverse=True)
    for high, below in list(pairwise(known))[: max(1, len(known) // _FEW)]:
        if high > _FAR * max(below, 2):
            return top_of(below)
    return top_of(max(known, default=0))


def _above(counts: Sequence[float], first_day: date) -> list[tuple[int, str]]:
    """Return each day that reaches beyond the axis, as its place and its words."""
    top, words = height_of(counts), load()
    return [
        (
            place,
            words.text(
                "chart.timeline.day_count",
                day=axis_day(first_day + timedelta(days=place)),
                count=figure(count, ",.10g"),
            ),
        )
        for place, count in enumerate(counts)
        if count > top
    ]


def told_above(counts: Sequence[float], first_day: date) -> list[str]:
    """Say which days are higher than drawn; nothing where none is."""
    days = "; ".join(told for _, told in _above(counts, first_day))
    return [load().text("chart.timeline.above", days=days)] if days else []


def marked(counts: Sequence[float], first_day: date) -> list[Spec]:
    """Return the name of the highest day beyond the axis, at its top."""
    high = _above(counts, first_day)
    if not high:
        return []
    place, told = max(high, key=lambda one: counts[one[0]])
    return [written(place + 0.5, told, top=height_of(counts), end=len(counts))]
