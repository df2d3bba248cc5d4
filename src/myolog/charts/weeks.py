"""Weeks side by side: the middle day of each and the range around it.

Shows how the weeks of a programme compare, without a number of today. A week with fewer than three
days noted is hatched: it is not known, and never zero.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from myolog.charts.chart import Chart, Spec, Table, put_together
from myolog.charts.heights import height_of
from myolog.charts.layers import across, began, hatched, named
from myolog.charts.theme import NOTED, PHONE, WIDE, framed, titled, top_of, y_axis
from myolog.content.catalogue import load
from myolog.content.dates import axis_day, days_of
from myolog.content.grammar import range_of
from myolog.content.numbers import figure, rounded
from myolog.journal.daily import MANY, SOME
from myolog.journal.weekly import Week

__all__ = ["chart", "describe", "spec", "table"]

_HEIGHT: Final = 190
_DATES: Final = {PHONE: 5, WIDE: 10}
_NUMBERS: Final = {PHONE: 8, WIDE: 16}
"""Dates, and numbers of weeks, that fit side by side."""
_ROOM: Final = 1.25
"""What is left above the highest week for the name of where something began."""


def chart(
    weeks: Sequence[Week],
    *,
    began_at: int | None = None,
    began_name: str = "",
    in_words: bool = False,
) -> Chart:
    """Return the chart of consecutive weeks.

    Parameters
    ----------
    in_words
        Whether a day of them was told in words, which stand for a number here.
    began_at
        Number of the week, from 0, before which a dashed line stands, such as where the steps
        began.
    began_name
        What stands at that line.
    """
    narrow, wide = (
        spec(weeks, began_at=began_at, began_name=began_name, width=width)
        for width in (PHONE, WIDE)
    )
    made = put_together(
        "weeks",
        description=describe(weeks),
        table=table(weeks),
        spec=narrow,
        wide=wide,
    )
    if not in_words:
        return made
    drawn = load().text("chart.timeline.words", count=SOME, number=MANY)
    return replace(made, caption=f"{made.caption} {drawn}")


def spec(
    weeks: Sequence[Week],
    *,
    began_at: int | None = None,
    began_name: str = "",
    width: int = PHONE,
) -> dict[str, Any]:
    """Return the spec: a band for the range, a line for the middle day, hatching where unknown.

    Returns
    -------
    spec : its data are one object for each week, with null where nothing is known
    """
    highest = _height(weeks)
    top = highest if began_at is None else top_of(highest * _ROOM)
    unknown = [(place, place + 1) for place, week in enumerate(weeks) if week.spread is None]
    band = {"type": "rect", "color": NOTED.light, "opacity": 0.16}
    middle = {"type": "rule", "color": NOTED.light, "strokeWidth": 3, "strokeCap": "round"}
    layers: list[Spec] = [
        hatched(unknown, ends=(0, top)),
        across(band, y="low", y2="high"),
        across(middle, y="median"),
    ]
    if len(weeks) <= _NUMBERS[width]:
        layers.append(_numbers())
    if began_at is not None:
        layers += began(began_at, began_name, top=top, end=len(weeks))
    return framed(
        {
            "width": width,
            "height": _HEIGHT,
            "title": titled(load().template("chart.weeks.title")),
            "autosize": {"type": "fit", "contains": "padding"},
            "data": {"values": [_datum(place, week, highest) for place, week in enumerate(weeks)]},
            "encoding": {
                "x": {"scale": {"domain": [0, len(weeks)]}, "axis": _dates(weeks, width)},
                "y": {"scale": {"domain": [0, top]}, "axis": y_axis(0, top)},
            },
            "layer": layers,
        }
    )


def _height(weeks: Sequence[Week]) -> int:
    """Return how high the weeks are drawn: one far above all others flattens none of them."""
    return height_of([week.spread.high for week in weeks if week.spread])


def _datum(place: int, week: Week, top: float) -> dict[str, Any]:
    """Return one week; what reaches beyond the top is drawn up to it."""
    spread = week.spread
    return {
        "from": place + 0.06,
        "middle": place + 0.5,
        "to": place + 0.94,
        "first_day": week.first_day.isoformat(),
        "n_noted": week.n_noted,
        "median": spread and min(top, spread.median),
        "low": spread and min(top, spread.low),
        "high": spread and min(top, spread.high),
    }


def _numbers() -> Spec:
    """Return the middle day in figures over its line."""
    return {
        "transform": [{"filter": {"field": "median", "valid": True}}],
        "mark": {"type": "text", "dy": -7, "fontWeight": 600},
        "encoding": {
            "x": {"field": "middle", "type": "quantitative"},
            "y": {"field": "median", "type": "quantitative"},
            "text": {"field": "median", "type": "quantitative", "format": ".3~g"},
        },
    }


def _dates(weeks: Sequence[Week], width: int) -> Spec:
    every = -(-len(weeks) // _DATES[width]) or 1
    return named(
        {place + 0.5: axis_day(weeks[place].first_day) for place in range(0, len(weeks), every)}
    )


def describe(weeks: Sequence[Week]) -> str:
    """Say how many days were noted, and how the first and the last known week compare."""
    say = load()
    n_noted, n_days = sum(week.n_noted for week in weeks), sum(week.n_days for week in weeks)
    noted = say.text("chart.weeks.noted", noted=n_noted, days=n_days)
    known = [(week, week.spread) for week in weeks if week.spread]
    if not known:
        return f"{noted} {say.template('chart.weeks.unknown')}"
    ends = [
        say.text(
            "chart.weeks.one",
            days=days_of(week.first_day, week.n_days),
            median=rounded(spread.median),
            range=range_of(rounded(spread.low), rounded(spread.high)),
        )
        for week, spread in dict.fromkeys((known[0], known[-1]))
    ]
    top = _height(weeks)
    above = [
        say.text(
            "chart.timeline.day_count",
            day=days_of(week.first_day, week.n_days),
            count=figure(spread.high, ",.10g"),
        )
        for week, spread in known
        if spread.high > top
    ]
    cut = [say.text("chart.timeline.above", days="; ".join(above))] if above else []
    return " ".join((noted, *ends, *cut))


def table(weeks: Sequence[Week]) -> Table:
    """Return the names of the columns, and a row for each week."""
    say = load()
    return say.items("chart.weeks.header"), tuple(_row(week) for week in weeks)


def _row(week: Week) -> tuple[str, ...]:
    say = load()
    days = days_of(week.first_day, week.n_days)
    noted = say.text("chart.of", count=week.n_noted, all=week.n_days)
    if week.spread is None:
        return days, noted, say.template("chart.too_few"), ""
    range_ = range_of(rounded(week.spread.low), rounded(week.spread.high))
    return days, noted, rounded(week.spread.median), range_
