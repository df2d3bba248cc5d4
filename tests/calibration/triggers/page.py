"""Measure the search for triggers on the full grid and write its page's tables and pictures.

python -m tests.calibration.triggers.page
"""

import os
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from docs.generator.layout import ROOT, table
from tests.calibration.triggers.measure import (
    FAMILIES,
    WITHOUT_FORMS,
    Judged,
    covered,
    judge,
    people,
    power_at_equal_alarms,
    rates,
    separation,
)
from tests.calibration.triggers.people import LENGTHS
from tests.calibration.triggers.trackers import TRACKERS

PAGE = ROOT / "docs" / "explanation" / "trigger-statistics.md"
IMAGES = ROOT / "docs" / "images"
BEGIN, END = "<!-- measured: `make calibrate` writes this part -->", "<!-- measured: end -->"
PER_KIND = int(os.environ.get("MYOLOG_PEOPLE_PER_KIND", "100"))
FIRST = 700_000
"""People that no choice of the method was ever made on."""

SIZES = (1.15, 1.3, 1.5, 1.7, 2.0)
METHODS = ("Myolog", "oracle", WITHOUT_FORMS, *(tracker.name for tracker in TRACKERS))


def share(value: float) -> str:
    return "-" if np.isnan(value) else f"{value:.3f}".removeprefix("0")


def held(judged: Sequence[Judged], *, acting: bool) -> str:
    inside, total = covered(judged, acting=acting)
    return share(inside / total) if total else "-"


def methods_table(judged: Sequence[Judged]) -> str:
    oracle = rates(judged, "oracle").power
    rows = []
    for method in METHODS:
        found = rates(judged, method)
        rows.append(
            (
                method,
                share(found.false_discovery),
                share(found.alarms),
                share(found.power),
                share(found.power / oracle),
                share(power_at_equal_alarms(judged, method)),
                share(separation(judged, method)),
                held(judged, acting=True) if method == "Myolog" else "none",
                held(judged, acting=False) if method == "Myolog" else "none",
            )
        )
    header = (
        "method",
        "false among flagged",
        "null people with an alarm",
        "power",
        "power / oracle",
        "power at 10 % null alarms",
        "area under ROC",
        "range holds the truth",
        "range of others holds 1",
    )
    return table(header, rows)


def split_table(
    judged: Sequence[Judged], name: str, key: Callable[[Judged], object], values: Sequence[object]
) -> str:
    rows = []
    for value in values:
        part = [each for each in judged if key(each) == value]
        mine, oracle = rates(part), rates(part, "oracle")
        rows.append(
            (
                value,
                share(mine.false_discovery) if mine.acting else "-",
                share(mine.alarms),
                share(mine.power),
                share(oracle.power),
                held(part, acting=True),
                held(part, acting=False),
            )
        )
    header = (
        name,
        "false among flagged",
        "null people with an alarm",
        "power",
        "power of the oracle",
        "range holds the truth",
        "range of others holds 1",
    )
    return table(header, rows)


def patience_table(judged: Sequence[Judged]) -> str:
    """Show how often a trigger is told, by its size and by days."""
    rows = []
    for small, large in pairwise(SIZES):
        row = [f"{small} to {large}"]
        for days in LENGTHS:
            told = [
                each.flagged["Myolog"][
                    (np.abs(each.truth) > np.log(small)) & (np.abs(each.truth) <= np.log(large))
                ]
                for each in judged
                if each.person.days == days
            ]
            row.append(share(float(np.concatenate(told).mean())))
        rows.append(tuple(row))
    return table(("times as many (or as few)", *(f"{days} days" for days in LENGTHS)), rows)


def cost_table(judged: Sequence[Judged]) -> str:
    rows = [
        (
            days,
            f"{1000 * np.median([e.seconds for e in judged if e.person.days == days]):.0f}",
        )
        for days in LENGTHS
    ]
    return table(("days", "ms of CPU time, median"), rows)


def measured_part(judged: dict[str, list[Judged]]) -> str:
    parts = []
    for family, found in judged.items():
        kinds = FAMILIES[family].KINDS
        parts += [
            f"### Family {family}: {len(found):,} people, {len(kinds)} kinds",
            methods_table(found),
            split_table(found, "kind", lambda each: each.person.kind, kinds),
            split_table(found, "days", lambda each: each.person.days, LENGTHS),
        ]
    everyone = [each for found in judged.values() for each in found]
    parts += [
        "### How long it takes",
        "The share of triggers that are told, both families together:",
        patience_table(everyone),
        "### What it costs",
        cost_table(everyone),
        "### Pictures",
        "![Alarms in people without any trigger, by method](../images/trigger-alarms.svg)",
        "![How often an exposure with a given score really acts](../images/trigger-scores.svg)",
    ]
    return "\n" + "\n\n".join(parts) + "\n"


def alarms_picture(judged: dict[str, list[Judged]]) -> dict[str, Any]:
    rows = [
        {
            "method": method,
            "family": f"family {family}",
            "alarms": round(rates(found, method).alarms, 4),
        }
        for family, found in judged.items()
        for method in METHODS
    ]
    return {
        "width": 420,
        "data": {"values": rows},
        "mark": "bar",
        "encoding": {
            "y": {
                "field": "method",
                "sort": list(METHODS),
                "title": None,
                "axis": {"labelLimit": 260},
            },
            "yOffset": {"field": "family"},
            "x": {
                "field": "alarms",
                "type": "quantitative",
                "title": "people without a trigger who are told one",
                "axis": {"format": ".0%"},
                "scale": {"domain": [0, 1]},
            },
            "color": {"field": "family", "title": None, "scale": {"range": ["#2f6f7e", "#b9772f"]}},
        },
    }


def scores_picture(judged: dict[str, list[Judged]]) -> dict[str, Any]:
    edges = np.array([0, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0001])
    rows = []
    for family, found in judged.items():
        scores = np.concatenate([each.scores["Myolog"] for each in found])
        acting = np.concatenate([each.truth != 0 for each in found])
        bins = np.digitize(scores, edges)
        rows += [
            {
                "family": f"family {family}",
                "score": round(float(scores[bins == place].mean()), 4),
                "acting": round(float(acting[bins == place].mean()), 4),
            }
            for place in np.unique(bins)
            if (bins == place).sum() >= 20
        ]
    axes = {"type": "quantitative", "scale": {"domain": [0, 1]}}
    return {
        "width": 360,
        "height": 360,
        "layer": [
            {
                "data": {"values": [{"x": 0, "y": 0}, {"x": 1, "y": 1}]},
                "mark": {"type": "line", "color": "#888888", "strokeDash": [4, 4]},
                "encoding": {"x": {"field": "x", **axes}, "y": {"field": "y", **axes}},
            },
            {
                "data": {"values": rows},
                "mark": {"type": "line", "point": True},
                "encoding": {
                    "x": {"field": "score", "title": "score", **axes},
                    "y": {"field": "acting", "title": "share that really acts", **axes},
                    "color": {
                        "field": "family",
                        "title": None,
                        "scale": {"range": ["#2f6f7e", "#b9772f"]},
                    },
                },
            },
        ],
    }


def draw_picture(spec: dict[str, Any], path: Path) -> None:
    import vl_convert

    schema = "https://vega.github.io/schema/vega-lite/v5.json"
    whole = {"$schema": schema, "background": "white", **spec}
    path.write_text(vl_convert.vegalite_to_svg(whole), encoding="utf-8")


def main() -> None:
    judged = {
        family: [judge(person) for person in people(family, per_kind=PER_KIND, first=FIRST)]
        for family in FAMILIES
    }
    before, rest = PAGE.read_text(encoding="utf-8").split(BEGIN)
    after = rest.split(END)[1]
    PAGE.write_text(f"{before}{BEGIN}\n{measured_part(judged)}\n{END}{after}", encoding="utf-8")
    draw_picture(alarms_picture(judged), IMAGES / "trigger-alarms.svg")
    draw_picture(scores_picture(judged), IMAGES / "trigger-scores.svg")


if __name__ == "__main__":
    main()
