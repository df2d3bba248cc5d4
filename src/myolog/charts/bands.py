"""When the five steps ran, as bands below the days: the weeks before, the steps, their pauses.

Each kind has a row of its own and its own edge, so that a short pause keeps its name and none
depends on a colour.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any, Final, Literal, get_args

from myolog.charts.chart import Spec
from myolog.charts.layers import across
from myolog.charts.theme import AXIS_SIZE, EDGE, QUIET
from myolog.content.catalogue import load
from myolog.journal.model import Journal
from myolog.journal.periods import ProgrammePeriod, periods
from myolog.programme.verdict import BASELINE_DAYS

__all__ = ["Band", "Span", "bands_of", "layers", "name_of", "rows_of"]

Kind = Literal["before", "steps", "pause"]
Span = tuple["Band", int, int]
"""A band with the place where it begins among the days shown, and the place after its end."""

ROW: Final = 26
"""Height in px of one row."""

_LOOKS: Final[dict[Kind, Spec]] = {
    "before": {"filled": False, "stroke": EDGE.light, "strokeWidth": 1.5},
    "steps": {"color": QUIET.light},
    "pause": {"filled": False, "stroke": QUIET.light, "strokeWidth": 1.5, "strokeDash": [3, 2]},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Days of one kind that follow each other; `last_day` belongs to them."""

    kind: Kind
    first_day: date
    last_day: date


def bands_of(journal: Journal, *, today: date) -> tuple[Band, ...]:
    """Return the weeks before each run of the steps, its days and its pauses, up to `today`."""
    return tuple(band for period in periods(journal) for band in _bands(period, today))


def _bands(period: ProgrammePeriod, today: date) -> Iterator[Band]:
    yield Band(
        kind="before",
        first_day=period.started - timedelta(days=BASELINE_DAYS),
        last_day=period.started - timedelta(days=1),
    )
    last = min(today, period.last_day or today)
    n_days = max(0, (last - period.started).days + 1)
    days = [period.started + timedelta(days=place) for place in range(n_days)]
    for paused, run in groupby(days, key=period.paused_on):
        first, *rest = run
        yield Band(
            kind="pause" if paused else "steps", first_day=first, last_day=(first, *rest)[-1]
        )


def name_of(kind: Kind) -> str:
    """Return what a band of this kind is called."""
    return load().template(f"chart.bands.{kind}")


def rows_of(spans: Sequence[Span]) -> tuple[Kind, ...]:
    """Return the kinds that are there, in the order of their rows."""
    found = {band.kind for band, _, _ in spans}
    return tuple(kind for kind in get_args(Kind) if kind in found)


def layers(spans: Sequence[Span], *, n_days: int) -> list[Spec]:
    """Return a bar for each band, and its name over the first one of each row.

    The vertical axis counts the rows from the top.
    """
    found: list[Spec] = []
    for row, kind in enumerate(rows_of(spans)):
        places = [(start, end) for band, start, end in spans if band.kind == kind]
        values = [
            {"from": start, "to": end, "top": row + 0.66, "bottom": row + 0.94}
            for start, end in places
        ]
        found += [
            across({"type": "rect", **_LOOKS[kind]}, y="top", y2="bottom", values=values),
            _name(name_of(kind), *places[0], row=row, n_days=n_days),
        ]
    return found


def _name(name: str, start: int, end: int, *, row: int, n_days: int) -> Spec:
    left = start <= n_days / 2
    value: dict[str, Any] = {"at": start if left else end, "line": row + 0.46, "name": name}
    mark = {"type": "text", "align": "left" if left else "right", "fontSize": AXIS_SIZE}
    encoding = {
        "x": {"field": "at", "type": "quantitative"},
        "y": {"field": "line", "type": "quantitative"},
        "text": {"field": "name"},
    }
    return {"data": {"values": [value]}, "mark": mark, "encoding": encoding}
