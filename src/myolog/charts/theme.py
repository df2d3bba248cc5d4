"""How charts look: colours, sizes and axes, in one place.

Decides which tone means what. A spec carries the tone of a light page; `drawing` exchanges it for
a variable of the page's style sheet, which knows light and dark, or for a grey of the report. Two
hues only, and nothing depends on them: shape, weight and a word say the same.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from myolog.charts.chart import Spec
from myolog.content.numbers import decimal_mark, thousands_mark

__all__ = [
    "BAND",
    "DAY",
    "EDGE",
    "GROUND",
    "HATCH",
    "LINE",
    "NOTED",
    "OTHER",
    "PHONE",
    "QUIET",
    "TEXT",
    "TONES",
    "WIDE",
    "Tone",
    "ends_of",
    "framed",
    "titled",
    "top_of",
    "y_axis",
]

PHONE: Final = 324
"""Width in px of a chart on a phone of 360 px, where it is shown as large as it is drawn."""
WIDE: Final = 640
"""Width in px where there is room."""

LABEL_SIZE: Final = 14
AXIS_SIZE: Final = 13
AXIS_ROOM: Final = 30
"""Room in px at the left of a plot for the numbers of its axis."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tone:
    """One colour with its meaning.

    Attributes
    ----------
    light : as drawn, on a light page
    page : the same as a variable of the style sheet
    grey : on paper
    """

    light: str
    page: str
    grey: str


def _tone(light: str, name: str, grey: str) -> Tone:
    return Tone(light=light, page=f"var(--{name})", grey=grey)


NOTED: Final = _tone("#12566e", "ch-a", "#1f1f1f")
"""What the person noted."""
OTHER: Final = _tone("#9a5b00", "ch-b", "#5a5a5a")
"""The second thing of a chart."""
DAY: Final = _tone("#9db4bd", "ch-day", "#a6a6a6")
"""Single days under their median."""
TEXT: Final = _tone("#16262e", "ink", "#141414")
QUIET: Final = _tone("#4a5a62", "ink-2", "#404040")
"""Axes, and what has no finding."""
LINE: Final = _tone("#d3dbde", "line", "#cccccc")
EDGE: Final = _tone("#6f8089", "edge", "#767676")
BAND: Final = _tone("#e4eef1", "soft", "#ebebeb")
"""A range that matters little."""
GROUND: Final = _tone("#f5f7f7", "paper", "#ffffff")

TONES: Final = (NOTED, OTHER, DAY, TEXT, QUIET, LINE, EDGE, BAND, GROUND)

HATCH: Final = "#fedcba"
"""Stands in a spec for the hatching of what is not known; `drawing` puts the pattern there."""


def framed(view: Mapping[str, Any]) -> dict[str, Any]:
    """Return a whole spec from its data and marks, with the looks that all charts share."""
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "background": "transparent",
        "padding": {"left": 0, "right": 4, "top": 2, "bottom": 2},
        "config": {
            "aria": False,
            "font": "sans-serif",
            "view": {"stroke": None},
            "axis": {
                "domain": False,
                "ticks": False,
                "grid": False,
                "title": None,
                "labelColor": QUIET.light,
                "labelFontSize": AXIS_SIZE,
                "labelPadding": 6,
                "gridColor": LINE.light,
            },
            "text": {"color": TEXT.light, "fontSize": LABEL_SIZE, "baseline": "alphabetic"},
            "locale": {"number": _marks()},
        },
        **view,
    }


def _marks() -> Spec:
    """Return how the language in force writes numbers, as Vega takes it."""
    return {
        "decimal": decimal_mark(),
        "thousands": thousands_mark(),
        "grouping": [3],
        "currency": ["", ""],
    }


def titled(text: str) -> Spec:
    """Return the title of a plot, at its top left."""
    looks = {"anchor": "start", "frame": "bounds", "fontSize": LABEL_SIZE, "fontWeight": 600}
    return {"text": text, "color": TEXT.light, "offset": 12, **looks}


def y_axis(bottom: float, top: float) -> Spec:
    """Return a vertical axis with a line at its ends and its middle."""
    return {
        "values": [bottom, (bottom + top) / 2, top],
        "grid": True,
        "format": ".5~g" if max(abs(bottom), abs(top)) < 10_000 else ".3~s",
        "minExtent": AXIS_ROOM,
        "maxExtent": AXIS_ROOM,
    }


def top_of(largest: float) -> int:
    """Return a round even number that is at least `largest`, for the top of an axis.

    Examples
    --------
    >>> [top_of(value) for value in (0, 3, 7, 13, 101, 530)]
    [2, 4, 8, 16, 120, 600]
    """
    return _round_up(largest, (2, 4, 6, 8, 10, 12, 16))


def ends_of(smallest: float, largest: float) -> tuple[int, int]:
    """Return round numbers around values that need not begin at 0.

    Examples
    --------
    >>> ends_of(60, 530), ends_of(58, 63), ends_of(-45, 90)
    ((0, 600), (56, 64), (-100, 100))
    """
    if 0 <= smallest <= largest / 2:
        return 0, top_of(largest)
    half = 1
    while (bottom := math.floor(smallest / half) * half) + 2 * half < largest:
        half = _round_up(half + 1, (1, 2, 4, 5, 10))
    return bottom, bottom + 2 * half


def _round_up(value: float, steps: tuple[int, ...]) -> int:
    power = 1
    while True:
        for step in steps:
            if step * power >= value:
                return step * power
        power *= 10
