"""What every chart is asked: is its spec Vega-Lite, is it drawn, and is it said in plain words?"""

import importlib.util
import json
import re
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import jsonschema_rs

from myolog.charts.chart import Chart
from myolog.charts.drawing import draw_for_page, draw_for_print
from tests.reading import grade


def check_chart(chart: Chart) -> None:
    """Check what holds for every chart, whatever it shows."""
    for spec in filter(None, (chart.spec, chart.wide)):
        check_is_vega_lite(dict(spec))
        for drawn in (draw_for_page(spec, label="x"), draw_for_print(spec, label="x")):
            assert "NaN" not in drawn
            assert "undefined" not in drawn
        assert not re.search("#[0-9a-f]{3,6}\\b", draw_for_page(spec, label="x"))
    assert all(len(row) == len(chart.header) for row in chart.rows)
    assert grade(chart.caption) <= 7, grade(chart.caption)
    assert grade(chart.description) <= 7, grade(chart.description)


def check_is_vega_lite(spec: dict[str, Any]) -> None:
    """Raise what in a spec is not Vega-Lite."""
    _vega_lite().validate(spec)


@cache
def _vega_lite() -> jsonschema_rs.Draft7Validator:
    """Read the published schema where altair keeps it; altair itself takes a second a spec."""
    (altair,) = importlib.util.find_spec("altair").submodule_search_locations
    schema = Path(altair, "vegalite", "v6", "schema", "vega-lite-schema.json")
    return jsonschema_rs.Draft7Validator(json.loads(schema.read_text(), object_hook=_quoted))


def _quoted(part: dict[str, Any]) -> dict[str, Any]:
    """Write a reference as an address: names of Vega-Lite's parts hold brackets."""
    if isinstance(part.get("$ref"), str):
        part["$ref"] = quote(part["$ref"], safe="#/")
    return part
