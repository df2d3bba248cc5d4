"""How charts look: colours, sizes and axes, in one place.

Decides which tone means what. A spec carries the tone of a light page; `drawing` exchanges it for
a variable of the page's style sheet, which knows light and dark, or for a grey of the report. Two
hues only, and nothing depends on them: shape, weight and a word say the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from myolog.charts.chart import Spec

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
    "axis",
    "framed",
    "top_of",
]

PHONE: Final = 328
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
        },
        **view,
    }


def axis(top: int) -> Spec:
    """Return the vertical axis of a count from 0 to `top`, with a line at the middle."""
    return {
        "values": [0, top // 2, top],
        "grid": True,
        "format": "d",
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
    step = 1
    while True:
        for times in (2, 4, 6, 8, 10, 12, 16):
            if times * step >= largest:
                return times * step
        step *= 10
