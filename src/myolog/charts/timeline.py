"""Twitches by day over some weeks, one exposure below, and the bands of the steps.

Single days are thin bars, the middle day of each week is the line, with the range around it. A day
without a note is hatched and never zero; a noted day without twitches is a dot on the ground line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import isnan, nan
from typing import Any, Final

from myolog.charts import bands as step_bands
from myolog.charts import weeks as weeks_chart
from myolog.charts.bands import Band, Span, bands_of
from myolog.charts.chart import Chart, Spec, Table
from myolog.charts.heights import height_of, marked, told_above
from myolog.charts.layers import across, dashed, hatched, named
from myolog.charts.said import amounts_said, counted_or_said, values_said
from myolog.charts.theme import (
    AXIS_ROOM,
    DAY,
    NOTED,
    OTHER,
    PHONE,
    WIDE,
    Tone,
    ends_of,
    framed,
    titled,
    y_axis,
)
from myolog.content.catalogue import load
from myolog.content.dates import axis_day, day_and_month, days_of
from myolog.content.languages import capital
from myolog.content.measures import to_measured
from myolog.content.names import exposure_name, exposure_unit, exposure_value
from myolog.journal.daily import MANY, SOME, daily_events, daily_exposures
from myolog.journal.middles import middle_told
from myolog.journal.model import Journal
from myolog.journal.weekly import weekly_medians
from myolog.vocabulary.exposures import exposure as exposure_of
from myolog.vocabulary.measures import Exposure

__all__ = ["Timeline", "chart", "describe", "recent", "spec", "table"]

_RIGHT: Final = 8
_HEIGHT: Final = 130
_HEIGHT_BELOW: Final = 72
_DATES: Final = {PHONE: 4, WIDE: 9}


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """What is shown, day by day.

    Attributes
    ----------
    first_day : of the counts; a week begins on it, and every seven days later
    counts : shape (n_days,), twitches noted on each day; NaN without a note
    exposure, values : what is shown below, shape (n_days,); NaN where it was not noted
    said : shape (n_days,), the word that a value stands for; empty where a number was told
    bands : of the steps; days outside the counts are left out
    words : shape (n_days,), the words with which places of a day were told; empty without any
    """

    first_day: date
    counts: Sequence[float]
    exposure: Exposure | None = None
    values: Sequence[float] = ()
    said: Sequence[str] = ()
    bands: tuple[Band, ...] = ()
    words: Sequence[tuple[str, ...]] = ()

    def day(self, place: int) -> date:
        """Return the date of a place."""
        return self.first_day + timedelta(days=place)

    def spans(self) -> tuple[Span, ...]:
        """Return each band with the places where it begins and ends within the days shown."""
        found = []
        for band in self.bands:
            start = max(0, (band.first_day - self.first_day).days)
            end = min(len(self.counts), (band.last_day - self.first_day).days + 1)
            if start < end:
                found.append((band, start, end))
        return tuple(found)


def recent(
    journal: Journal, *, today: date, exposure: str | None = None, n_weeks: int = 9
) -> Timeline:
    """Return the last weeks of a journal, the newest one ending today.

    Parameters
    ----------
    exposure
        Code of what is shown below.
    n_weeks
        At most so many; fewer where the journal is younger.
    """
    noted = [day for day in journal.told_days if day <= today]
    age = (today - min(noted, default=today)).days + 1
    start = today - timedelta(days=7 * min(n_weeks, -(-age // 7)) - 1)
    values = daily_exposures(journal, start, today)
    counts = daily_events(journal, start, today)
    return Timeline(
        first_day=start,
        counts=tuple(counts),
        exposure=None if exposure is None else exposure_of(exposure),
        values=tuple(values.get(exposure, [nan] * len(counts))) if exposure else (),
        said=values_said(journal, exposure, start, len(counts)) if exposure else (),
        bands=bands_of(journal, today=today),
        words=amounts_said(journal, start, len(counts)),
    )


def chart(timeline: Timeline) -> Chart:
    """Return the chart of a timeline."""
    say = load()
    below = timeline.exposure is not None
    header, rows = table(timeline)
    captions = [say.template("chart.timeline.caption")]
    if any(timeline.words):
        captions.append(say.text("chart.timeline.words", count=SOME, number=MANY))
    captions += [say.template("chart.timeline.said")] if any(timeline.said) else []
    captions += [say.template("chart.bands.caption")] if timeline.spans() else []
    return Chart(
        title=say.template("chart.timeline.title_both" if below else "chart.timeline.title"),
        caption=" ".join(captions),
        description=describe(timeline),
        header=header,
        rows=rows,
        spec=spec(timeline),
        wide=spec(timeline, width=WIDE),
    )


def spec(timeline: Timeline, *, width: int = PHONE) -> dict[str, Any]:
    """Return the spec: panels with the same days, for twitches, an exposure and the steps.

    Returns
    -------
    spec : its data are one object for each day, with null where nothing was noted
    """
    panels = [_twitches(timeline, width)]
    if timeline.exposure is not None:
        panels.append(_exposure(timeline, timeline.exposure, width))
    if timeline.spans():
        panels.append(_bands(timeline, width))
    panels[-1]["encoding"]["x"]["axis"] = _dates(timeline, width)
    return framed({"data": {"values": _data(timeline)}, "vconcat": panels, "spacing": 14})


def _data(timeline: Timeline) -> list[dict[str, Any]]:
    values, top = timeline.values or [nan] * len(timeline.counts), height_of(timeline.counts)
    return [
        {
            "at": place + 0.5,
            "day": timeline.day(place).isoformat(),
            "ground": 0,
            "count": None if isnan(count) else float(min(top, count)),
            "value": None if isnan(value) else _scaled(timeline.exposure, value),
        }
        for place, (count, value) in enumerate(zip(timeline.counts, values, strict=True))
    ]


def _panel(
    timeline: Timeline, layers: list[Spec], *, ends: tuple[float, float], width: int, **view: Any
) -> dict[str, Any]:
    return {
        "width": width - AXIS_ROOM - _RIGHT,
        "encoding": {
            "x": {
                "type": "quantitative",
                "scale": {"domain": [0, len(timeline.counts)]},
                "axis": None,
            },
            "y": {"type": "quantitative", "scale": {"domain": list(ends)}, "axis": y_axis(*ends)},
        },
        "layer": layers,
        **view,
    }


def _twitches(timeline: Timeline, width: int) -> dict[str, Any]:
    top = height_of(timeline.counts)
    layers = [
        hatched(_gaps(timeline.counts), ends=(0, top)),
        *_bars("count", DAY, timeline, width),
        *_medians(timeline, top),
        *_starts(timeline, top),
        *marked(timeline.counts, timeline.first_day),
    ]
    title = titled(load().template("chart.timeline.title"))
    return _panel(timeline, layers, ends=(0, top), width=width, height=_HEIGHT, title=title)


def _bars(field: str, tone: Tone, timeline: Timeline, width: int) -> list[Spec]:
    """Return a bar for each day known, and a dot where it is zero."""
    step = (width - AXIS_ROOM) / max(1, len(timeline.counts))
    bar = {"type": "rule", "color": tone.light, "strokeWidth": round(min(3, step / 2), 2)}
    dot = {"type": "circle", "color": tone.light, "opacity": 1, "size": round(min(12, step**2), 2)}
    x, y = {"field": "at", "type": "quantitative"}, {"field": field, "type": "quantitative"}
    ground = {"field": "ground", "type": "quantitative"}
    known = [{"filter": {"field": field, "valid": True}}]
    none = [{"filter": f"datum.{field} === 0"}]
    return [
        {
            "transform": known,
            "mark": bar,
            "encoding": {"x": x, "y": ground, "y2": {"field": field}},
        },
        {"transform": none, "mark": dot, "encoding": {"x": x, "y": y}},
    ]


def _medians(timeline: Timeline, top: float) -> list[Spec]:
    """Return the middle of each week and its range, over the days that were noted only."""
    weeks = weekly_medians(timeline.counts, first_day=timeline.first_day)
    values = [
        {
            "from": max(start, 7 * place + 0.2),
            "to": min(end, 7 * place + week.n_days - 0.2),
            "low": min(top, week.spread.low),
            "median": min(top, week.spread.median),
            "high": min(top, week.spread.high),
        }
        for place, week in enumerate(weeks)
        if week.spread
        for start, end in _noted(timeline.counts, 7 * place, 7 * place + week.n_days)
    ]
    band = {"type": "rect", "color": NOTED.light, "opacity": 0.16}
    middle = {"type": "rule", "color": NOTED.light, "strokeWidth": 3, "strokeCap": "round"}
    return [
        across(band, y="low", y2="high", values=values),
        across(middle, y="median", values=values),
    ]


def _starts(timeline: Timeline, top: float) -> list[Spec]:
    """Return a dashed line where the steps began."""
    ends = [end for band, _, end in timeline.spans() if band.kind == "before"]
    return [dashed(end, top=top) for end in ends if end < len(timeline.counts)]


def _bands(timeline: Timeline, width: int) -> dict[str, Any]:
    spans = timeline.spans()
    n_rows = len(step_bands.rows_of(spans))
    layers = step_bands.layers(spans, n_days=len(timeline.counts))
    height = step_bands.ROW * n_rows
    panel = _panel(timeline, layers, ends=(n_rows, 0), width=width, height=height)
    panel["encoding"]["y"]["axis"] |= {"values": []}
    return panel


def _exposure(timeline: Timeline, exposure: Exposure, width: int) -> dict[str, Any]:
    known = [_scaled(exposure, value) for value in timeline.values if not isnan(value)]
    ends = ends_of(min(known, default=0), max(known, default=0))
    if exposure.kind != "amount":
        ends = (round(exposure.low), round(exposure.high))
    x, y = {"field": "at", "type": "quantitative"}, {"field": "value", "type": "quantitative"}
    looks = {"type": "line", "color": OTHER.light, "strokeWidth": 1.75, "strokeJoin": "round"}
    points = {"size": 8, "color": OTHER.light}
    line = {**looks, "invalid": "break-paths-show-domains", "point": points}
    layers: list[Spec] = [hatched(_gaps(timeline.values), ends=ends)]
    if exposure.kind == "yes_no":
        layers += _bars("value", OTHER, timeline, width)
    else:
        layers.append({"mark": line, "encoding": {"x": x, "y": y}})
    title = titled(_heading(exposure))
    panel = _panel(timeline, layers, ends=ends, width=width, height=_HEIGHT_BELOW, title=title)
    if exposure.kind == "yes_no":
        panel["encoding"]["y"]["axis"] |= named(
            {0: load().template("chart.no"), 1: load().template("chart.yes")}
        )
    return panel


def _heading(exposure: Exposure) -> str:
    unit = "h" if _in_hours(exposure) else exposure_unit(exposure.code)
    name = capital(exposure_name(exposure.code))
    return load().text("chart.timeline.in_unit", name=name, unit=unit) if unit else name


def _in_hours(exposure: Exposure | None) -> bool:
    """Minutes of which a day has many are shown as hours."""
    return exposure is not None and exposure.unit == "min" and exposure.high >= 600


def _scaled(exposure: Exposure | None, value: float) -> float:
    if _in_hours(exposure):
        return value / 60
    return to_measured(float(value), exposure.unit if exposure else "")


def _value(exposure: Exposure, value: float, said: str = "") -> str:
    return exposure_value(exposure.code, round(value, 1), said)


def _gaps(values: Sequence[float]) -> Iterator[tuple[float, float]]:
    """Yield from where to where there is no value."""
    start: int | None = None
    for place, value in enumerate((*values, 0.0)):
        if isnan(value):
            start = place if start is None else start
        elif start is not None:
            yield start, place
            start = None


def _noted(values: Sequence[float], start: float, end: float) -> Iterator[tuple[float, float]]:
    """Yield from where to where there are values between two places."""
    for gap, until in (*_gaps(values[: int(end)]), (end, end)):
        if start < gap:
            yield start, gap
        start = max(start, until)


def _dates(timeline: Timeline, width: int) -> Spec:
    n_weeks = -(-len(timeline.counts) // 7)
    every = 7 * max(1, -(-n_weeks // _DATES[width]))
    places = range(0, len(timeline.counts), every)
    return named({place + 0.5: axis_day(timeline.day(place)) for place in places})


def describe(timeline: Timeline) -> str:
    """Say how the weeks went, what the exposure was on most days, and when the steps ran."""
    say = load()
    weeks = weekly_medians(timeline.counts, first_day=timeline.first_day)
    told = [weeks_chart.describe(weeks), *told_above(timeline.counts, timeline.first_day)]
    if timeline.exposure is not None:
        told.append(_described(timeline.exposure, timeline))
    told += [
        say.text(
            "chart.bands.told",
            name=capital(step_bands.name_of(band.kind)),
            days=days_of(timeline.day(start), end - start),
        )
        for band, start, end in timeline.spans()
    ]
    return " ".join(told)


def _described(exposure: Exposure, timeline: Timeline) -> str:
    say = load()
    said = timeline.said or [""] * len(timeline.values)
    pairs = zip(timeline.values, said, strict=True)
    known = [(value, word) for value, word in pairs if not isnan(value)]
    if not known:
        return say.text("chart.timeline.no_exposure", name=exposure_name(exposure.code))
    key, count = "chart.timeline.exposure", len(known)
    if exposure.kind == "yes_no":
        n_yes = sum(value > 0 for value, _ in known)
        return say.text(f"{key}_yes_no", name=exposure_name(exposure.code), count=count, yes=n_yes)
    middle = _value(exposure, *middle_told(known))
    return say.text(key, name=exposure_name(exposure.code), count=count, middle=middle)


def table(timeline: Timeline) -> Table:
    """Return the names of the columns, and a row for each day."""
    say = load()
    header = say.items("chart.timeline.header")
    not_noted = say.template("chart.no_note")
    words = timeline.words or [()] * len(timeline.counts)
    columns = [
        [
            not_noted if isnan(one) else counted_or_said(one, told)
            for one, told in zip(timeline.counts, words, strict=True)
        ]
    ]
    exposure = timeline.exposure
    if exposure is not None:
        header = (*header, capital(exposure_name(exposure.code)))
        said = timeline.said or [""] * len(timeline.values)
        columns.append(
            [
                not_noted if isnan(one) else _value(exposure, one, word)
                for one, word in zip(timeline.values, said, strict=True)
            ]
        )
    if spans := timeline.spans():
        header = (*header, say.template("chart.bands.header"))
        column = [""] * len(timeline.counts)
        for band, start, end in spans:
            column[start:end] = [step_bands.name_of(band.kind)] * (end - start)
        columns.append(column)
    days = [day_and_month(timeline.day(place)) for place in range(len(timeline.counts))]
    return header, tuple(zip(days, *columns, strict=True))
