"""Weeks, months or seasons beside one another, with results, visits, steps and experiments below.

Each span is as wide as its days. A span with too few noted days is hatched and never zero. What
stands below has rows of its own, so that a result never looks like a cause.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from myolog.charts.bands import bands_of
from myolog.charts.chart import Chart, Spec, Table
from myolog.charts.heights import height_of
from myolog.charts.layers import across, hatched, named
from myolog.charts.theme import (
    AXIS_ROOM,
    AXIS_SIZE,
    NOTED,
    PHONE,
    QUIET,
    WIDE,
    framed,
    titled,
    y_axis,
)
from myolog.content.catalogue import load
from myolog.content.dates import axis_day, month_year_short, whole_date
from myolog.content.grammar import joined
from myolog.content.languages import capital
from myolog.journal.model import Journal
from myolog.journal.records import Examination, ExperimentPlan
from myolog.journal.spans import Kind, Span
from myolog.patterns.change import Part, Past
from myolog.statistics.span_rates import MeanRate
from myolog.wording.long_view import far_told, part_name, rate_said, rate_told

__all__ = ["LongView", "chart", "describe", "long_view", "spec", "table"]

_RIGHT: Final = 8
_HEIGHT: Final = 170
_LANE: Final = 30
_NAMES: Final = {PHONE: 4, WIDE: 8}
_APART: Final = 0.15
"""Share of the width that the name of a frame needs."""
_HIGH: Final = 2
"""How many times a rate its interval is shown at least, if it reaches so far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LongView:
    """What is shown.

    Attributes
    ----------
    kind : what each part is
    parts : spans that follow each other, one at least
    results, visits : days of them
    steps, experiments : their days
    compared : the two periods that are compared, the earlier one first; empty where none are
    """

    kind: Kind
    parts: Sequence[Part]
    results: Sequence[date] = ()
    visits: Sequence[date] = ()
    steps: Sequence[Span] = ()
    experiments: Sequence[Span] = ()
    compared: tuple[Span, ...] = ()

    @property
    def whole(self) -> Span:
        """All days shown."""
        return Span(first=self.parts[0].span.first, last=self.parts[-1].span.last)

    def place(self, day: date) -> int:
        """Return where a day begins."""
        return (day - self.whole.first).days

    def ends(self, span: Span) -> tuple[int, int]:
        """Return from where to where a span reaches within the days shown."""
        return max(0, self.place(span.first)), min(self.whole.n_days, self.place(span.last) + 1)

    def lanes(self) -> dict[str, tuple[Sequence[date], Sequence[Span]]]:
        """Return the days and the spans of each row that has something to show."""
        whole = self.whole
        days = {"results": self.results, "visits": self.visits}
        spans = {"steps": self.steps, "experiments": self.experiments}
        found: dict[str, tuple[Sequence[date], Sequence[Span]]] = {}
        for name, on in days.items():
            if inside := [day for day in on if whole.first <= day <= whole.last]:
                found[name] = (inside, ())
        for name, over in spans.items():
            if met := [span for span in over if span.meets(whole)]:
                found[name] = ((), met)
        return found


def long_view(
    past: Past,
    spans: Sequence[Span],
    *,
    kind: Kind,
    beside: Journal,
    results: Collection[date] = (),
    compared: tuple[Span, ...] = (),
) -> LongView:
    """Return what is shown of some spans that follow each other.

    Parameters
    ----------
    beside
        With the entries of the steps, of visits and of experiments; others are not looked at.
    results
        Days on which a check had its result.
    """
    bands = bands_of(beside, today=past.until)
    return LongView(
        kind=kind,
        parts=tuple(map(past.part, spans)),
        results=sorted(results),
        visits=sorted({one.day for one in beside.of(Examination)}),
        steps=[
            Span(first=one.first_day, last=one.last_day) for one in bands if one.kind == "steps"
        ],
        experiments=[
            Span(first=one.day, last=one.day + timedelta(days=len(one.arms) - 1))
            for one in beside.of(ExperimentPlan)
        ],
        compared=compared,
    )


def chart(view: LongView) -> Chart:
    """Return the chart of a long view."""
    say = load()
    header, rows = table(view)
    captions = [say.template("chart.spans.caption")]
    captions += [say.template("chart.spans.lanes")] if view.lanes() else []
    return Chart(
        title=say.template("chart.spans.title"),
        caption=" ".join(captions),
        description=describe(view),
        header=header,
        rows=rows,
        spec=spec(view),
        wide=spec(view, width=WIDE),
    )


def _known(view: LongView) -> Iterator[tuple[Part, MeanRate]]:
    for part in view.parts:
        if part.rate is not None:
            yield part, part.rate


def _top(view: LongView) -> int:
    return height_of([min(rate.high, _HIGH * rate.rate) for _, rate in _known(view)])


def spec(view: LongView, *, width: int = PHONE) -> dict[str, Any]:
    """Return the spec: the rates, and below on the same days a row for each kind of event.

    Returns
    -------
    spec : its data are one object for each span, with null where nothing is known
    """
    panels = [_rates(view, width)]
    if view.lanes():
        panels.append(_lanes(view, width))
    panels[-1]["encoding"]["x"]["axis"] = _names(view, width)
    return framed({"data": {"values": list(_data(view))}, "vconcat": panels, "spacing": 14})


def _data(view: LongView) -> Iterator[dict[str, Any]]:
    top = _top(view)
    for part in view.parts:
        start, end = view.ends(part.span)
        gap = min(1.0, (end - start) / 8)
        rate = part.rate
        yield {
            "from": start + gap,
            "to": end - gap,
            "first_day": part.span.first.isoformat(),
            "n_noted": part.n_noted,
            "rate": rate and min(top, rate.rate),
            "low": rate and min(top, rate.low),
            "high": rate and min(top, rate.high),
        }


def _panel(
    view: LongView, layers: list[Spec], *, ends: tuple[float, float], width: int, **looks: Any
) -> dict[str, Any]:
    domain = [0, view.whole.n_days]
    return {
        "width": width - AXIS_ROOM - _RIGHT,
        "encoding": {
            "x": {"type": "quantitative", "scale": {"domain": domain}, "axis": None},
            "y": {"type": "quantitative", "scale": {"domain": list(ends)}, "axis": y_axis(*ends)},
        },
        "layer": layers,
        **looks,
    }


def _rates(view: LongView, width: int) -> dict[str, Any]:
    top = _top(view)
    unknown = [view.ends(part.span) for part in view.parts if part.rate is None]
    band = {"type": "rect", "color": NOTED.light, "opacity": 0.2}
    line = {"type": "rule", "color": NOTED.light, "strokeWidth": 3}
    layers = [
        hatched(unknown, ends=(0, top)),
        across(band, y="low", y2="high"),
        across(line, y="rate"),
        *_frames(view, top),
    ]
    title = titled(load().template("chart.spans.title"))
    return _panel(view, layers, ends=(0, top), width=width, height=_HEIGHT, title=title)


def _frames(view: LongView, top: float) -> list[Spec]:
    """Return a dashed frame around each period that is compared, with its name."""
    say = load()
    frame = {
        "type": "rect", "filled": False, "stroke": QUIET.light,
        "strokeWidth": 1.5, "strokeDash": [4, 3],
    }  # fmt: skip
    met = [
        (*view.ends(span), say.template(f"chart.spans.{name}"))
        for span, name in zip(view.compared, ("earlier", "later"), strict=False)
        if span.meets(view.whole)
    ]
    found = []
    for start, end, _ in met:
        values: list[dict[str, Any]] = [{"from": start, "to": end, "bottom": 0, "top": top}]
        found.append(across(frame, y="bottom", y2="top", values=values))
    return found + [
        _written({"at": at, "line": top, "name": name}, align=align, dy=-4)
        for at, name, align in _frame_names(met, view.whole.n_days)
    ]


def _frame_names(
    met: Sequence[tuple[int, int, str]], n_days: int
) -> Iterator[tuple[float, str, str]]:
    """Yield where a name stands, which, and how it is aligned; close frames share one line."""
    if len(met) == 2 and met[1][0] - met[0][0] < _APART * n_days:
        middle = (met[0][0] + met[1][1]) / 2
        met = [(round(middle), round(middle), f"{met[0][2]} | {met[1][2]}")]
    for start, end, name in met:
        middle = (start + end) / 2
        if middle > (1 - _APART) * n_days:
            yield n_days, name, "right"
        elif middle < _APART * n_days:
            yield 0, name, "left"
        else:
            yield middle, name, "center"


def _written(value: dict[str, Any], **looks: Any) -> Spec:
    return {
        "data": {"values": [value]},
        "mark": {"type": "text", "color": QUIET.light, "fontSize": AXIS_SIZE, **looks},
        "encoding": {
            "x": {"field": "at", "type": "quantitative"},
            "y": {"field": "line", "type": "quantitative"},
            "text": {"field": "name"},
        },
    }


def _lanes(view: LongView, width: int) -> dict[str, Any]:
    say, layers = load(), []
    lanes = view.lanes()
    for row, (name, (days, spans)) in enumerate(lanes.items()):
        label = say.template(f"chart.spans.{name}")
        layers.append(_written({"at": 0, "line": row + 0.4, "name": label}, align="left"))
        if days:
            layers.append(_points(name, [view.place(day) + 0.5 for day in days], row))
        if spans:
            layers.append(_bars(name, [view.ends(span) for span in spans], row))
    n_rows = len(lanes)
    panel = _panel(view, layers, ends=(n_rows, 0), width=width, height=_LANE * n_rows)
    panel["encoding"]["y"]["axis"] |= {"values": []}
    return panel


def _points(name: str, places: list[float], row: int) -> Spec:
    shape = "triangle-up" if name == "results" else "cross"
    point = {"type": "point", "shape": shape, "filled": True, "size": 70, "opacity": 1}
    return {
        "data": {"values": [{"at": at, "line": row + 0.72} for at in places]},
        "mark": {**point, "color": NOTED.light},
        "encoding": {
            "x": {"field": "at", "type": "quantitative"},
            "y": {"field": "line", "type": "quantitative"},
        },
    }


def _bars(name: str, ends: list[tuple[int, int]], row: int) -> Spec:
    values = [
        {"from": start, "to": end, "top": row + 0.58, "bottom": row + 0.88} for start, end in ends
    ]
    filled = {"type": "rect", "color": QUIET.light}
    outlined = {"type": "rect", "filled": False, "stroke": QUIET.light, "strokeWidth": 1.5}
    mark = filled if name == "steps" else outlined
    return across(mark, y="top", y2="bottom", values=values)


def _names(view: LongView, width: int) -> Spec:
    every = -(-len(view.parts) // _NAMES[width])
    name = axis_day if view.kind == "weeks" else month_year_short
    shown = [part.span for part in view.parts[::every]]
    return named({sum(view.ends(span)) / 2: name(span.first) for span in shown})


def describe(view: LongView) -> str:
    """Say how many days were noted, the first, the newest and the highest rate, and what is cut."""
    say, known = load(), list(_known(view))
    whole = view.whole
    told = [
        say.text(
            "chart.spans.noted",
            first=whole_date(whole.first),
            last=whole_date(whole.last),
            noted=sum(part.n_noted for part in view.parts),
            days=whole.n_days,
        )
    ]
    if not known:
        return " ".join((*told, say.template("chart.spans.unknown")))
    told += [
        say.text(
            "chart.spans.one",
            period=capital(part_name(part)),
            rate=rate_told(rate.rate),
            range=rate_said(rate),
        )
        for part, rate in (known[:1] if len(known) == 1 else (known[0], known[-1]))
    ]
    most, most_rate = max(known, key=lambda one: one[1].rate)
    if most not in (known[0][0], known[-1][0]):
        rate = rate_told(most_rate.rate)
        told.append(say.text("chart.spans.highest", rate=rate, period=part_name(most)))
    above = [
        say.text("chart.spans.named", period=part_name(part), rate=rate_told(rate.rate))
        for part, rate in known
        if rate.rate > _top(view)
    ]
    told += [say.text("chart.spans.above", periods="; ".join(above))] if above else []
    return " ".join(told)


def table(view: LongView) -> Table:
    """Return the names of the columns, and a row for each span."""
    say = load()
    return say.items("chart.spans.header"), tuple(
        (
            capital(part_name(part)),
            say.text("chart.of", count=part.n_noted, all=part.span.n_days),
            *(
                (say.template("chart.too_few"), "")
                if part.rate is None
                else (rate_told(part.rate.rate), rate_said(part.rate))
            ),
            "; ".join(_also(view, part)),
        )
        for part in view.parts
    )


def _also(view: LongView, part: Part) -> Iterator[str]:
    say = load()
    if far := far_told(part):
        yield far
    for name, (days, spans) in view.lanes().items():
        label = say.template(f"chart.spans.{name}")
        inside = [axis_day(day) for day in days if part.span.first <= day <= part.span.last]
        if inside:
            yield say.text("chart.spans.also", name=label, days=joined(inside))
        elif any(span.meets(part.span) for span in spans):
            yield label
