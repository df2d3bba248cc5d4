"""Where it twitched: days for each place, your left and your right, in a few periods.

Shows counts of days in the order of the body, never by size. A cell is filled as far as its days
reach among the days noted in that period; a period without a note is hatched.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from myolog.charts.chart import Chart, Spec, Table, put_together
from myolog.charts.theme import AXIS_SIZE, DAY, EDGE, HATCH, PHONE, QUIET, WIDE, framed, titled
from myolog.content.catalogue import load

__all__ = ["Period", "Place", "chart", "describe", "spec", "table"]

_HEAD: Final = 40
_ROW: Final = 52
_CELL: Final = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A time with its name, such as a month, and the days noted in it."""

    name: str
    n_noted: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One part of the body with its days in each period.

    Attributes
    ----------
    name : such as "Arms"
    left, right : shape (n_periods,), days; empty where the place has no sides
    other : shape (n_periods,), days in the middle or with no side noted; empty where there are none
    """

    name: str
    left: tuple[int, ...] = ()
    right: tuple[int, ...] = ()
    other: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """Cells beside each other: those of both sides, or those of none."""

    name: str
    sides: tuple[tuple[int, ...], ...]


def chart(places: Sequence[Place], periods: Sequence[Period]) -> Chart:
    """Return the chart of places, in the order given."""
    return put_together(
        "places",
        description=describe(places, periods),
        table=table(places, periods),
        spec=spec(places, periods),
        wide=spec(places, periods, width=WIDE),
    )


def spec(
    places: Sequence[Place], periods: Sequence[Period], *, width: int = PHONE
) -> dict[str, Any]:
    """Return the spec: for each place its name, and a cell for each period and side.

    Returns
    -------
    spec : its data are one object for each cell; `days` is null in a period without a note
    """
    lines = tuple(_lines(places))
    height = _HEAD + _ROW * len(lines)
    hidden = {"type": "quantitative", "axis": None}
    x_scale = {"domain": [0, max(1, len(periods))], "nice": False}
    y_scale = {"domain": [height, 0], "nice": False, "zero": False}
    return framed(
        {
            "width": width,
            "height": height,
            "autosize": {"type": "fit", "contains": "padding"},
            "title": titled(load().template("chart.places.title")),
            "data": {"values": list(_cells(lines, periods))},
            "encoding": {"x": {**hidden, "scale": x_scale}, "y": {**hidden, "scale": y_scale}},
            "layer": [*_boxes(), *_numbers(), *_names(lines, periods)],
        }
    )


def _lines(places: Sequence[Place]) -> Iterator[_Line]:
    say = load()
    for place in places:
        if place.left or place.right:
            yield _Line(name=place.name, sides=(place.left, place.right))
        if place.other:
            alone = not (place.left or place.right)
            name = place.name if alone else say.text("chart.places.no_side", name=place.name)
            yield _Line(name=name, sides=(place.other,))


def _cells(lines: Sequence[_Line], periods: Sequence[Period]) -> Iterator[dict[str, Any]]:
    for row, line in enumerate(lines):
        bottom = _HEAD + _ROW * (row + 1) - 8
        share = 1 / len(line.sides)
        for column, period in enumerate(periods):
            for number, days in enumerate(line.sides):
                left = column + number * share + 0.02
                right = column + (number + 1) * share - 0.02
                known = period.n_noted > 0
                part = min(1, days[column] / period.n_noted) if known else 0
                yield {
                    "place": line.name,
                    "period": period.name,
                    "days": days[column] if known else None,
                    "unknown": not known,
                    "from": left,
                    "to": right,
                    "filled": left + (right - left) * part,
                    "middle": (left + right) / 2,
                    "top": bottom - _CELL,
                    "bottom": bottom,
                    "number_at": bottom - 7,
                }


def _field(name: str) -> Spec:
    return {"field": name, "type": "quantitative"}


def _boxes() -> list[Spec]:
    rows: Spec = {"y": _field("top"), "y2": {"field": "bottom"}}
    whole = {"x": _field("from"), "x2": {"field": "to"}, **rows}
    filled = {"x": _field("from"), "x2": {"field": "filled"}, **rows}
    frame = {"type": "rect", "filled": False, "stroke": EDGE.light, "strokeWidth": 1}
    unknown = [{"filter": "datum.unknown"}]
    return [
        {"transform": unknown, "mark": {"type": "rect", "color": HATCH}, "encoding": whole},
        {"mark": {"type": "rect", "color": DAY.light}, "encoding": filled},
        {"mark": frame, "encoding": whole},
    ]


def _numbers() -> list[Spec]:
    encoding = {"x": _field("middle"), "y": _field("number_at"), "text": _field("days")}
    known = [{"filter": {"field": "days", "valid": True}}]
    return [{"transform": known, "mark": {"type": "text"}, "encoding": encoding}]


def _names(lines: Sequence[_Line], periods: Sequence[Period]) -> list[Spec]:
    say = load()
    quiet = {"color": QUIET.light, "fontSize": AXIS_SIZE}
    sides = (say.template("chart.places.left"), say.template("chart.places.right"))
    heads = [
        {"name": period.name, "at": column + 0.5, "line": 12}
        for column, period in enumerate(periods)
    ]
    below = [
        {"name": side, "at": column + place, "line": 30}
        for column in range(len(periods))
        for side, place in zip(sides, (0.25, 0.75), strict=True)
    ]
    names = [
        {"name": line.name, "at": 0, "line": _HEAD + _ROW * row + 15}
        for row, line in enumerate(lines)
    ]
    return [
        _texts(heads, fontWeight=600),
        _texts(below, **quiet),
        _texts(names, align="left", fontWeight=600),
    ]


def _texts(values: list[dict[str, Any]], **looks: Any) -> Spec:
    encoding = {"x": _field("at"), "y": _field("line"), "text": {"field": "name"}}
    return {"data": {"values": values}, "mark": {"type": "text", **looks}, "encoding": encoding}


def describe(places: Sequence[Place], periods: Sequence[Period]) -> str:
    """Say the days of the newest period that has notes."""
    say = load()
    known = [column for column, period in enumerate(periods) if period.n_noted]
    if not known:
        return say.template("chart.places.nothing")
    newest = known[-1]
    told = [
        _told(line.name, [side[newest] for side in line.sides])
        for line in _lines(places)
        if any(side[newest] for side in line.sides)
    ]
    noted = say.text(
        "chart.places.noted", count=periods[newest].n_noted, period=periods[newest].name
    )
    return " ".join((noted, *(told or [say.template("chart.places.nowhere")])))


def _told(name: str, days: list[int]) -> str:
    if len(days) == 1:
        return load().text("chart.places.one", name=name, days=days[0])
    return load().text("chart.places.sides", name=name, left=days[0], right=days[1])


def table(places: Sequence[Place], periods: Sequence[Period]) -> Table:
    """Return the names of the columns, and a row for each place and period."""
    say = load()
    no_side, no_note = say.template("chart.places.none"), say.template("chart.no_note")
    rows = []
    for line in _lines(places):
        for column, period in enumerate(periods):
            days = [str(side[column]) if period.n_noted else no_note for side in line.sides]
            left, right, other = (*days, no_side) if len(days) == 2 else (no_side, no_side, *days)
            rows.append((line.name, period.name, left, right, other, str(period.n_noted)))
    return say.items("chart.places.header"), tuple(rows)
