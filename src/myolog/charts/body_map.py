"""Where it twitched in the last four weeks, beside the four weeks before, on a drawn body.

Counts days, never bouts. A part is as dark as the share of the days noted on which it twitched; its
numbers are in the sentence and the table, from head to foot and never by size. A side that nobody
noted is not drawn. Weeks without a note are hatched.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from myolog.charts.chart import Chart, Spec, Table, put_together
from myolog.charts.theme import (
    AXIS_SIZE,
    BAND,
    DAY,
    EDGE,
    GROUND,
    HATCH,
    NOTED,
    PHONE,
    QUIET,
    Tone,
    framed,
    titled,
)
from myolog.content.catalogue import load
from myolog.content.dates import axis_day, days_of
from myolog.content.grammar import range_of
from myolog.content.languages import capital
from myolog.content.names import place_name
from myolog.journal.model import Journal
from myolog.vocabulary.body import HEAD, Drawing, View, draw, shapes_of
from myolog.vocabulary.sites import SITES

__all__ = ["N_DAYS", "BodyMap", "Weeks", "chart", "compare", "describe", "spec", "table"]

N_DAYS: Final = 28
"""Days in each of the two periods."""

MOST_TOLD: Final = 6
"""Places that the sentence names; when there are more, the table does."""

_BODY: Final = 74
"""Width in px of one drawn body."""
_WIDTH: Final = PHONE - 4
_TOP: Final = 48
_FEET: Final = _TOP + 210
_HEIGHT: Final = _FEET + 84
_VIEWS: Final[tuple[View, ...]] = ("front", "back")
_SHADES: Final = ("none", "few", "half", "most")


def _mark(fill: Tone, opacity: float = 1) -> Spec:
    looks = {"type": "point", "filled": True, "stroke": EDGE.light, "opacity": 1}
    return {**looks, "fill": fill.light, "fillOpacity": opacity}


_MARKS: Final[dict[str, Spec]] = {
    "none": _mark(BAND),
    "few": _mark(DAY),
    "half": _mark(NOTED, 0.62),
    "most": _mark(NOTED),
    "unknown": _mark(GROUND),
}

_Place = tuple[str, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weeks:
    """One period.

    Attributes
    ----------
    first_day : of its `N_DAYS` days
    n_noted : days with a note
    days : the days on which each site twitched, by side; "both sides" counts on each
    """

    first_day: date
    n_noted: int
    days: Mapping[_Place, frozenset[date]]

    @property
    def name(self) -> str:
        """Its days, such as "9 February to 8 March"."""
        return days_of(self.first_day, N_DAYS)


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyMap:
    """The last weeks and those before them."""

    before: Weeks
    now: Weeks

    @property
    def places(self) -> tuple[_Place, ...]:
        """Every place noted in either period, from head to foot."""
        order = {site: number for number, site in enumerate(SITES)}
        found = {*self.before.days, *self.now.days}
        return tuple(sorted(found, key=lambda one: (order[one[0]], one[1] or "")))


def compare(journal: Journal, *, today: date) -> BodyMap:
    """Return the weeks that end with `today`, and those before them."""
    start = today - timedelta(days=N_DAYS - 1)
    return BodyMap(
        before=_weeks(journal, start - timedelta(days=N_DAYS)), now=_weeks(journal, start)
    )


def _weeks(journal: Journal, first: date) -> Weeks:
    last = first + timedelta(days=N_DAYS - 1)
    found: defaultdict[_Place, set[date]] = defaultdict(set)
    for entry in journal.sightings:
        if first <= entry.day <= last:
            for side in ("left", "right") if entry.side == "both" else (entry.side,):
                found[entry.site, side].add(entry.day)
    return Weeks(
        first_day=first,
        n_noted=sum(first <= day <= last for day in journal.told_days),
        days={one: frozenset(days) for one, days in found.items()},
    )


def chart(shown: BodyMap) -> Chart:
    """Return the chart of two periods."""
    return put_together(
        "body_map",
        description=describe(shown),
        table=table(shown),
        spec=spec(shown),
    )


def spec(shown: BodyMap) -> dict[str, Any]:
    """Return the spec: front and back for each period, the earlier one first.

    Returns
    -------
    spec : its data are one object for each piece of a body; `days` is null without any note
    """
    hidden = {"type": "quantitative", "axis": None}
    x, y = (
        {**hidden, "field": field, "scale": {"domain": ends, "nice": False, "zero": False}}
        for field, ends in (("x", [0, _WIDTH]), ("y", [_HEIGHT, 0]))
    )
    return framed(
        {
            "width": _WIDTH,
            "height": _HEIGHT,
            "title": titled(load().template("chart.body_map.title")),
            "data": {"values": list(_pieces(shown))},
            "encoding": {"x": x, "y": y},
            "layer": [*_unknown(shown), *_bodies(), _dates(shown), _names(), _key()],
        }
    )


def _pieces(shown: BodyMap) -> Iterator[dict[str, Any]]:
    for column, weeks in enumerate((shown.before, shown.now)):
        for number, view in enumerate(_VIEWS):
            drawing = draw(view)
            left, top, width, _ = drawing.box
            scale = _BODY / width
            at = {"x": _left_of(column, number) - left * scale, "y": _TOP - top * scale}
            shared = {
                **at,
                "size": (2 * scale) ** 2,
                "view": view,
                "first_day": str(weeks.first_day),
            }
            for site, side, paths in _shapes(drawing):
                days = _days_at(weeks, site, side) if weeks.n_noted else None
                shade = _shade(days, weeks.n_noted)
                shape = {"site": site, "side": side, "days": days, "shade": shade}
                yield from (shared | shape | {"path": path} for path in paths)


def _shapes(drawing: Drawing) -> Iterator[tuple[str | None, str | None, tuple[str, ...]]]:
    """Yield each shape with its site and side; what is drawn behind them has none."""
    yield None, None, drawing.ground
    yield HEAD, None, drawing.closer
    for region in drawing.regions:
        yield region.site, region.side, region.paths


def _left_of(column: int, number: int) -> int:
    return 4 + column * (_WIDTH // 2) + number * (_BODY + 3)


def _days_at(weeks: Weeks, shape: str | None, side: str | None) -> int:
    """Count the days of a shape; a shape over both sides counts each of them."""
    found: set[date] = set()
    for (site, noted), days in weeks.days.items():
        whole = side is None or (noted is None and SITES[site].sides == "M")
        if shape in shapes_of(site) and (whole or noted == side):
            found |= days
    return len(found)


def _shade(days: int | None, n_noted: int) -> str:
    if days is None:
        return "unknown"
    if not days:
        return "none"
    share = days / n_noted
    return "few" if share <= 1 / 3 else "half" if share <= 2 / 3 else "most"


def _bodies() -> list[Spec]:
    whole: dict[str, Any] = {
        "shape": {"field": "path", "type": "nominal", "scale": None, "legend": None},
        "size": {"field": "size", "type": "quantitative", "scale": None, "legend": None},
    }
    return [
        {"transform": _only(name), "mark": {"strokeWidth": 0.6, **mark}, "encoding": whole}
        for name, mark in _MARKS.items()
    ]


def _only(shade: str) -> list[Spec]:
    return [{"filter": f"datum.shade === '{shade}'"}]


def _unknown(shown: BodyMap) -> list[Spec]:
    """Return hatching behind the bodies of a period without a note."""
    values = [
        {
            "x": column * _WIDTH / 2,
            "right": (column + 1) * _WIDTH / 2 - 2,
            "y": 22,
            "low": _FEET + 22,
        }
        for column, weeks in enumerate((shown.before, shown.now))
        if not weeks.n_noted
    ]
    encoding = {"x2": {"field": "right"}, "y2": {"field": "low"}}
    mark = {"type": "rect", "color": HATCH}
    return [{"data": {"values": values}, "mark": mark, "encoding": encoding}] if values else []


def _dates(shown: BodyMap) -> Spec:
    values = []
    for column, weeks in enumerate((shown.before, shown.now)):
        last = weeks.first_day + timedelta(days=N_DAYS - 1)
        dated = range_of(axis_day(weeks.first_day), axis_day(last))
        values.append({"x": (column + 0.5) * _WIDTH / 2, "y": 12, "text": dated})
    return _texts(values, fontWeight=600)


def _names() -> Spec:
    """Return the name of each drawing above it, and your sides below it."""
    say = load()
    left, right = (say.template(f"chart.body_map.{side}") for side in ("left", "right"))
    values = []
    for column in (0, 1):
        for number, view in enumerate(_VIEWS):
            begin = _left_of(column, number)
            name = say.template(f"chart.body_map.{view}")
            values.append({"x": begin + _BODY / 2, "y": 36, "text": name})
            sides = (right, left) if view == "front" else (left, right)
            values += [
                {"x": begin + _BODY * part, "y": _FEET + 16, "text": side}
                for part, side in zip((0.26, 0.77), sides, strict=True)
            ]
    return _texts(values, color=QUIET.light, fontSize=AXIS_SIZE)


def _texts(values: list[dict[str, Any]], **looks: Any) -> Spec:
    encoding = {"text": {"field": "text"}}
    return {"data": {"values": values}, "mark": {"type": "text", **looks}, "encoding": encoding}


def _key() -> Spec:
    """Return what the shades mean, two lines of two at the bottom."""
    say = load()
    values = [
        {
            "x": 12 + number % 2 * _WIDTH / 2,
            "y": _FEET + 46 + number // 2 * 24,
            "shade": name,
            "name": say.template(f"chart.body_map.{name}"),
        }
        for number, name in enumerate(_SHADES)
    ]
    squares: list[Spec] = [
        {"transform": _only(name), "mark": {"shape": "square", "size": 130, **_MARKS[name]}}
        for name in _SHADES
    ]
    looks = {"align": "left", "dx": 11, "dy": 5, "color": QUIET.light, "fontSize": AXIS_SIZE}
    text = {"mark": {"type": "text", **looks}, "encoding": {"text": {"field": "name"}}}
    return {"data": {"values": values}, "layer": [*squares, text]}


def describe(shown: BodyMap) -> str:
    """Say how many days were noted in each period, and the days of each place in both."""
    say = load()
    told = [
        say.text("chart.body_map.noted", days=weeks.name, noted=weeks.n_noted, all=N_DAYS)
        for weeks in (shown.before, shown.now)
    ]
    if not shown.places:
        told.append(say.template("chart.body_map.nothing"))
    elif len(shown.places) > MOST_TOLD:
        told.append(say.text("chart.body_map.many", count=len(shown.places)))
    else:
        told += [_told(shown, one) for one in shown.places]
    return " ".join(told)


def _told(shown: BodyMap, one: _Place) -> str:
    say, name = load(), capital(place_name(*one))
    now, before = (len(weeks.days.get(one, ())) for weeks in (shown.now, shown.before))
    if not shown.before.n_noted:
        return say.text("chart.body_map.place_alone", place=name, now=now)
    return say.text("chart.body_map.place", place=name, now=now, before=before)


def table(shown: BodyMap) -> Table:
    """Return the names of the columns, and a row for the days noted and for each place."""
    say = load()
    periods = (shown.before, shown.now)
    header = (say.template("chart.body_map.header"), *(weeks.name for weeks in periods))
    noted = (say.template("chart.body_map.days_noted"), *(str(weeks.n_noted) for weeks in periods))
    rows = [
        (capital(place_name(*one)), *(_cell(weeks, one) for weeks in periods))
        for one in shown.places
    ]
    return header, (noted, *rows)


def _cell(weeks: Weeks, one: _Place) -> str:
    if not weeks.n_noted:
        return load().template("chart.no_note")
    return str(len(weeks.days.get(one, ())))
