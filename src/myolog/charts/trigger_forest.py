"""Findings side by side: how many times as many twitches go with each change, with the range.

Shows every exposure in the order given, never by size. The axis counts times, so that half as many
and twice as many lie equally far from 1; the pale band around 1 is too small to matter.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import isnan, log
from typing import Any, Final

from myolog.charts.chart import Chart, Spec, Table, put_together
from myolog.charts.theme import (
    AXIS_SIZE,
    BAND,
    EDGE,
    GROUND,
    NOTED,
    PHONE,
    QUIET,
    WIDE,
    framed,
)
from myolog.content.catalogue import load
from myolog.content.grammar import range_of
from myolog.triggers.report import Finding
from myolog.wording.findings import short_change, times

__all__ = ["SMALL", "Row", "chart", "describe", "rows_of", "spec", "table"]

SMALL: Final = (1 / 1.1, 1.1)
"""Between these a change is too small to matter."""

_LIMITS: Final = (1 / 6, 6.0)
"""What lies farther out is shown at the edge, with an arrow."""
_TICKS: Final = (1.0, 0.5, 2.0, 0.25, 4.0, 0.75, 1.5, 1.25)
"""Places to be named, the most useful first; as many as have room."""

_LINE: Final = 20
_MARKS: Final = 36
_LETTERS: Final = {PHONE: 39, WIDE: 78}
"""Letters that fit side by side."""

FOUND: Final = ("likely_trigger", "likely_protective", "goes_together")
OPEN: Final = ("cannot_tell",)
NO_SIGN: Final = ("no_sign",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One finding.

    Attributes
    ----------
    label : the exposure and the change meant, such as "Caffeine, +100 mg"
    rate_ratio, low90, high90 : factor and its range, above 0; NaN where there is none
    verdict : code of what may be said
    """

    label: str
    rate_ratio: float
    low90: float
    high90: float
    verdict: str


def rows_of(findings: Iterable[Finding]) -> tuple[Row, ...]:
    """Return a row for each finding with an estimate, in the order given."""
    return tuple(
        Row(
            label=short_change(one),
            rate_ratio=one.rate_ratio,
            low90=one.low90,
            high90=one.high90,
            verdict=one.verdict,
        )
        for one in findings
        if not isnan(one.rate_ratio)
    )


def chart(rows: Sequence[Row]) -> Chart:
    """Return the chart of findings, in the order given."""
    return put_together(
        "trigger_forest",
        description=describe(rows),
        table=table(rows),
        spec=spec(rows),
        wide=spec(rows, width=WIDE),
    )


def spec(rows: Sequence[Row], *, width: int = PHONE) -> dict[str, Any]:
    """Return the spec: for each row its name and numbers, and below them a mark with its range.

    Returns
    -------
    spec : its data are one object for each row, with null where nothing was estimated
    """
    low, high = _ends(rows)
    data, height = _laid_out(rows, _LETTERS[width], (low, high))
    axis = {"values": _ticks(low, high, width), "format": ".2~f", "labelFlush": True}
    scale = {"type": "log", "domain": [low, high], "nice": False}
    return framed(
        {
            "width": width,
            "height": height + 22,
            "autosize": {"type": "fit", "contains": "padding"},
            "data": {"values": data},
            "encoding": {
                "x": {"type": "quantitative", "scale": scale, "axis": axis},
                "y": {
                    "type": "quantitative",
                    "scale": {"domain": [height, 0], "nice": False, "zero": False},
                    "axis": None,
                },
            },
            "layer": [
                *_ground(),
                *_marks(FOUND, "diamond", NOTED.light, filled=True, strokeWidth=5),
                *_marks(OPEN, "circle", QUIET.light, filled=False, strokeDash=[2, 6]),
                *_marks(NO_SIGN, "circle", QUIET.light, filled=True),
                *_arrows(),
                *_texts((low, high)),
            ],
        }
    )


def _ends(rows: Iterable[Row]) -> tuple[float, float]:
    """Return the ends of the axis: as wide as the ranges need, within limits."""
    known = [row for row in rows if not isnan(row.rate_ratio)]
    low = min((row.low90 for row in known), default=1.0) / 1.06
    high = max((row.high90 for row in known), default=1.0) * 1.06
    return max(_LIMITS[0], min(0.7, low)), min(_LIMITS[1], max(1.6, high))


def _ticks(low: float, high: float, width: int) -> list[float]:
    kept: list[float] = []
    for tick in _TICKS:
        far = [abs(log(tick / one)) / log(high / low) * width for one in kept]
        if low <= tick <= high and all(distance >= 44 for distance in far):
            kept.append(tick)
    return sorted(kept)


def _laid_out(
    rows: Sequence[Row], letters: int, ends: tuple[float, float]
) -> tuple[list[dict[str, Any]], int]:
    """Return the data with the places where each row's texts and marks stand, from the top."""
    data: list[dict[str, Any]] = []
    at = _LINE + 6
    for row in rows:
        lines = textwrap.wrap(row.label, letters)
        if len(lines[-1]) + len(_numbers(row)) > letters:
            lines.append("")
        bottom = at + _LINE * len(lines)
        name = {"label": row.label, "lines": lines, "numbers": _numbers(row)}
        places = {"label_at": at + 14, "numbers_at": bottom - 6, "marks_at": bottom + 12}
        band = {"small_low": SMALL[0], "small_high": SMALL[1], "one": 1}
        edges = {"band_from": bottom + 1, "band_to": bottom + 23}
        data.append(name | places | band | edges | _values(row, ends))
        at = bottom + _MARKS
    return data, at


def _values(row: Row, ends: tuple[float, float]) -> dict[str, Any]:
    """Return the numbers as they are, and as they are drawn within the ends of the axis."""
    found = {"rate_ratio": row.rate_ratio, "low90": row.low90, "high90": row.high90}
    drawn = {f"{name}_drawn": min(max(value, ends[0]), ends[1]) for name, value in found.items()}
    values = {name: None if isnan(value) else value for name, value in (found | drawn).items()}
    left, right = row.low90 < ends[0], row.high90 > ends[1]
    return values | {
        "verdict": row.verdict if values["rate_ratio"] else None,
        "arrow_left": ends[0] if left else None,
        "arrow_right": ends[1] if right else None,
    }


def _field(name: str) -> Spec:
    return {"field": name, "type": "quantitative"}


def _ground() -> list[Spec]:
    """Return the band that is too small to matter, and the line at 1."""
    y = {"y": _field("band_from"), "y2": {"field": "band_to"}}
    band = {"x": _field("small_low"), "x2": {"field": "small_high"}, **y}
    line = {"x": _field("one"), **y}
    return [
        {"mark": {"type": "rect", "color": BAND.light, "cornerRadius": 3}, "encoding": band},
        {"mark": {"type": "rule", "color": EDGE.light, "strokeWidth": 1.25}, "encoding": line},
    ]


def _marks(
    verdicts: tuple[str, ...], shape: str, color: str, *, filled: bool, **looks: Any
) -> list[Spec]:
    y = _field("marks_at")
    line = {"type": "rule", "color": color, "strokeWidth": 2.5, "strokeCap": "round", **looks}
    ends = {"x": _field("low90_drawn"), "x2": {"field": "high90_drawn"}, "y": y}
    fill = color if filled else GROUND.light
    point = {"type": "point", "shape": shape, "size": 150, "opacity": 1, "strokeWidth": 2.25}
    chosen: Spec = {"transform": [{"filter": {"field": "verdict", "oneOf": list(verdicts)}}]}
    return [
        {**chosen, "mark": line, "encoding": ends},
        {
            **chosen,
            "mark": {**point, "fill": fill, "stroke": color},
            "encoding": {"x": _field("rate_ratio_drawn"), "y": y},
        },
    ]


def _arrows() -> list[Spec]:
    """Return a small triangle where a range goes on beyond the axis."""
    return [
        {
            "transform": [{"filter": {"field": f"arrow_{side}", "valid": True}}],
            "mark": {
                "type": "point", "shape": f"triangle-{side}", "size": 90, "opacity": 1,
                "filled": True, "color": QUIET.light,
            },
            "encoding": {"x": _field(f"arrow_{side}"), "y": _field("marks_at")},
        }
        for side in ("left", "right")
    ]  # fmt: skip


def _texts(ends: tuple[float, float]) -> list[Spec]:
    say = load()
    low, high = ({"datum": end, "type": "quantitative"} for end in ends)
    start, end = {"type": "text", "align": "left"}, {"type": "text", "align": "right"}
    names = {**start, "fontWeight": 600, "lineHeight": _LINE}
    quiet = {"color": QUIET.light, "fontSize": AXIS_SIZE}
    top = {"datum": 12, "type": "quantitative"}
    fewer = {"value": say.template("chart.trigger_forest.fewer")}
    more = {"value": say.template("chart.trigger_forest.more")}
    once: Spec = {"data": {"values": [{}]}}
    return [
        {
            "mark": names,
            "encoding": {"x": low, "y": _field("label_at"), "text": {"field": "lines"}},
        },
        {
            "mark": end,
            "encoding": {"x": high, "y": _field("numbers_at"), "text": {"field": "numbers"}},
        },
        {**once, "mark": {**start, **quiet}, "encoding": {"x": low, "y": top, "text": fewer}},
        {**once, "mark": {**end, **quiet}, "encoding": {"x": high, "y": top, "text": more}},
    ]


def _numbers(row: Row) -> str:
    if isnan(row.rate_ratio):
        return load().template("chart.trigger_forest.not_estimated")
    return load().text(
        "chart.trigger_forest.numbers", times=times(row.rate_ratio), range=_range(row)
    )


def _range(row: Row) -> str:
    return range_of(times(row.low90), times(row.high90))


def describe(rows: Sequence[Row]) -> str:
    """Say what goes together, what shows no sign, and what cannot be told."""
    say = load()
    found = [row for row in rows if row.verdict in FOUND]
    told = [
        say.text(
            "chart.trigger_forest.found",
            label=row.label,
            times=times(row.rate_ratio),
            range=_range(row),
        )
        for row in found
    ] or [say.template("chart.trigger_forest.none_found")]
    for key, verdicts in (("no_sign", NO_SIGN), ("open", OPEN)):
        labels = [row.label for row in rows if row.verdict in verdicts]
        if labels:
            told.append(say.text(f"chart.trigger_forest.{key}", labels="; ".join(labels)))
    return " ".join(told)


def table(rows: Sequence[Row]) -> Table:
    """Return the names of the columns, and a row for each finding."""
    say = load()
    verdicts = say.labels("finding.verdict")
    return say.items("chart.trigger_forest.header"), tuple(
        (
            row.label,
            *(("", "") if isnan(row.rate_ratio) else (times(row.rate_ratio), _range(row))),
            verdicts[row.verdict],
        )
        for row in rows
    )
