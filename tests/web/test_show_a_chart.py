"""A chart on a page: the sentence first, then the picture, then the same numbers as a table."""

import re
from dataclasses import replace
from datetime import date

from django.template import engines

from myolog.charts import weeks
from myolog.charts.chart import Chart
from myolog.journal.weekly import weekly_medians

CHART = weeks.chart(weekly_medians([3.0, 4, 9, 0, 2, 4, 4], first_day=date(2026, 3, 2)))


def shown(chart: Chart) -> str:
    page = engines["django"].from_string("{% draw chart %}")  # type: ignore[attr-defined]
    return str(page.render({"chart": chart}))


def test_sentence_picture_and_table_follow_each_other() -> None:
    html = shown(CHART)
    places = [html.index(part) for part in (CHART.description, "<figure", "<svg", "<table")]
    assert places == sorted(places)
    for cell in (*CHART.header, *CHART.rows[0]):
        assert f">{cell}</t" in html


def test_a_picture_for_a_narrow_and_for_a_wide_page_are_named_alike() -> None:
    html = shown(CHART)
    assert re.findall(r'class="chart (\w+)"', html) == ["narrow", "wide"]
    names = re.findall(r'aria-label="([^"]+)"', html)
    assert set(names) == {"Chart: Twitches noted in a day. The numbers are in the table below."}
    assert len(set(re.findall(r'id="([^"]+)"', html))) == 2


def test_where_one_picture_will_do_there_is_one() -> None:
    assert re.findall(r'class="chart (\w+)"', shown(replace(CHART, wide=None))) == ["any"]


def test_text_of_a_chart_is_escaped() -> None:
    hostile = "<script>alert(1)</script>"
    html = shown(replace(CHART, title=hostile, description=hostile, rows=((hostile,) * 4,)))
    assert "<script" not in html
