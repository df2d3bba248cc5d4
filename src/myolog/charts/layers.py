"""Layers that several charts share: what is not known, and where something began."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from myolog.charts.chart import Spec
from myolog.charts.theme import AXIS_SIZE, HATCH, QUIET

__all__ = ["across", "began", "dashed", "hatched", "named", "written"]


def hatched(spans: Iterable[tuple[float, float]], *, ends: tuple[float, float]) -> Spec:
    """Return hatching over spans of the horizontal axis, between the `ends` of the vertical one."""
    bottom, top = ends
    values = [{"from": left, "to": right, "bottom": bottom, "top": top} for left, right in spans]
    return across({"type": "rect", "color": HATCH}, y="bottom", y2="top", values=values)


def across(
    mark: Spec, *, y: str, y2: str | None = None, values: list[dict[str, Any]] | None = None
) -> Spec:
    """Return marks that reach from the field `from` to the field `to`."""
    encoding = {"x": {"field": "from", "type": "quantitative"}, "x2": {"field": "to"}}
    encoding |= {"y": {"field": y, "type": "quantitative"}}
    if y2 is not None:
        encoding["y2"] = {"field": y2}
    layer: dict[str, Any] = {"mark": mark, "encoding": encoding}
    return layer if values is None else {"data": {"values": values}, **layer}


def dashed(at: float, *, top: float) -> Spec:
    """Return a dashed line over the whole height at `at`."""
    return {
        "data": {"values": [{"at": at, "bottom": 0, "top": top}]},
        "mark": {"type": "rule", "color": QUIET.light, "strokeWidth": 1, "strokeDash": [3, 3]},
        "encoding": {
            "x": {"field": "at", "type": "quantitative"},
            "y": {"field": "bottom", "type": "quantitative"},
            "y2": {"field": "top"},
        },
    }


def began(at: float, name: str, *, top: float, end: float) -> list[Spec]:
    """Return a dashed line at `at` with its name on the side that has more room."""
    return [dashed(at, top=top), written(at, name, top=top, end=end)]


def written(at: float, name: str, *, top: float, end: float) -> Spec:
    """Return a name at the top, beside `at` on the side that has more room."""
    place = {"align": "left", "dx": 5} if at < end / 2 else {"align": "right", "dx": -5}
    return {
        "data": {"values": [{"at": at, "top": top, "name": name}]},
        "mark": {"type": "text", "color": QUIET.light, "fontSize": AXIS_SIZE, "dy": -3, **place},
        "encoding": {
            "x": {"field": "at", "type": "quantitative"},
            "y": {"field": "top", "type": "quantitative"},
            "text": {"field": "name"},
        },
    }


def named(names: Mapping[float, str]) -> Spec:
    """Return what an axis needs to name some of its places."""
    told = [f"datum.value == {place} ? {json.dumps(name)}" for place, name in names.items()]
    return {"values": list(names), "labelExpr": " : ".join((*told, "''"))}
