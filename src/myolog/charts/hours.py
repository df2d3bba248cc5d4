"""Time of day: on how many days a twitch was noted in each hour.

Bars in a row rather than a rose: lengths side by side are read more surely than angles. A bar
counts days, as the test behind the sentence does; hours of sleep are hatched, as nobody looks then.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from myolog.charts.chart import Chart, Spec, Table, put_together
from myolog.charts.layers import across, hatched, named
from myolog.charts.theme import (
    AXIS_SIZE,
    DAY,
    NOTED,
    PHONE,
    QUIET,
    WIDE,
    framed,
    titled,
    top_of,
    y_axis,
)
from myolog.content.catalogue import load
from myolog.patterns.hours import HourPattern
from myolog.wording.patterns import clock, hour_lines

__all__ = ["chart", "describe", "spec", "table"]

_HEIGHT: Final = 170
_NAMED: Final = (0, 6, 12, 18, 24)


def chart(found: HourPattern) -> Chart:
    """Return the chart of the hours."""
    return put_together(
        "hours",
        description=describe(found),
        table=table(found),
        spec=spec(found),
        wide=spec(found, width=WIDE),
    )


def spec(found: HourPattern, *, width: int = PHONE) -> dict[str, Any]:
    """Return the spec: a bar for each hour, and a line over the preferred time.

    Returns
    -------
    spec : its data are one object for each hour
    """
    top = top_of(max(found.days_by_hour, default=0))
    data = [
        {"hour": hour, "from": hour + 0.12, "to": hour + 0.88, "ground": 0, "days": days}
        for hour, days in enumerate(found.days_by_hour)
    ]
    layers: list[Spec] = [
        hatched(_left_out(found), ends=(0, top)),
        across({"type": "rect", "color": DAY.light}, y="ground", y2="days"),
    ]
    if found.hour is not None:
        layers += _over(found, found.hour, top)
    times = named({hour: clock(hour) for hour in _NAMED})
    return framed(
        {
            "width": width,
            "height": _HEIGHT,
            "autosize": {"type": "fit", "contains": "padding"},
            "title": titled(load().template("chart.hours.title")),
            "data": {"values": data},
            "encoding": {
                "x": {"scale": {"domain": [0, 24], "nice": False}, "axis": times},
                "y": {"scale": {"domain": [0, top]}, "axis": y_axis(0, top)},
            },
            "layer": layers,
        }
    )


def _left_out(found: HourPattern) -> Iterator[tuple[float, float]]:
    """Yield from where to where the person is taken to sleep."""
    for first, last in ((0.0, found.awake_from), (found.awake_until, 24.0)):
        if first < last:
            yield first, last


def _over(found: HourPattern, peak: float, top: int) -> list[Spec]:
    """Return a line over the hours that are likely the preferred ones, and what it is."""
    values = [{"from": found.hour_low, "at": peak, "to": found.hour_high, "top": top}]
    line = {"type": "rule", "color": NOTED.light, "strokeWidth": 4, "strokeCap": "round"}
    align = "left" if peak < 8 else "right" if peak > 16 else "center"
    text = {"type": "text", "color": QUIET.light, "fontSize": AXIS_SIZE, "dy": -6, "align": align}
    return [
        across(line, y="top", values=values),
        {
            "data": {"values": values},
            "mark": text,
            "encoding": {
                "x": {"field": "at", "type": "quantitative"},
                "y": {"field": "top", "type": "quantitative"},
                "text": {"value": load().template("chart.hours.peak")},
            },
        },
    ]


def describe(found: HourPattern) -> str:
    """Say whether a time of day stands out, and what this rests on."""
    return " ".join(hour_lines(found))


def table(found: HourPattern) -> Table:
    """Return the names of the columns, and a row for each hour."""
    say = load()
    rows = (
        (say.text("chart.hours.hour", first=clock(hour), last=clock(hour + 1)), str(days))
        for hour, days in enumerate(found.days_by_hour)
    )
    return say.items("chart.hours.header"), tuple(rows)
