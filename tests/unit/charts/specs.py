"""What every chart is asked: is its spec Vega-Lite, is it drawn, and is it said in plain words?"""

import re
import warnings
from typing import Any

from myolog.charts.chart import Chart
from myolog.charts.drawing import draw_for_page, draw_for_print
from tests.reading import grade


def check_chart(chart: Chart) -> None:
    """Check what holds for every chart, whatever it shows."""
    for spec in filter(None, (chart.spec, chart.wide)):
        _validate(dict(spec))
        for drawn in (draw_for_page(spec, label="x"), draw_for_print(spec, label="x")):
            assert "NaN" not in drawn
            assert "undefined" not in drawn
        assert not re.search("#[0-9a-f]{3,6}\\b", draw_for_page(spec, label="x"))
    assert all(len(row) == len(chart.header) for row in chart.rows)
    assert grade(chart.caption) <= 7, grade(chart.caption)
    assert grade(chart.description) <= 7, grade(chart.description)


def _validate(spec: dict[str, Any]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # altair's own imports
        import altair

    altair.Chart.from_dict(spec)
