"""Findings side by side: in the order given, with a look of their own for not knowing."""

from dataclasses import replace
from math import nan
from typing import Any

import numpy as np
import pytest

from myolog.charts import trigger_forest
from myolog.charts.drawing import draw_for_page
from myolog.charts.theme import GROUND, NOTED, PHONE, QUIET, WIDE
from myolog.charts.trigger_forest import Row
from myolog.triggers.analysis import analyse
from tests.unit.charts.specs import check_chart


def row(label: str, verdict: str, low: float, ratio: float, high: float) -> Row:
    return Row(label=label, rate_ratio=ratio, low90=low, high90=high, verdict=verdict)


CAFFEINE = row("Caffeine, +100 mg", "likely_trigger", 1.1, 1.3, 1.6)
SLEEP = row("Sleep, 1 h less", "cannot_tell", 0.9, 1.2, 1.6)
WATER = row("Water, +0.5 L", "no_sign", 0.92, 0.98, 1.05)
EXERCISE = row("Hard exercise", "cannot_tell", nan, nan, nan)
STRESS = row("Stress, +2 points", "goes_together", 1.05, 1.2, 1.4)
MAGNESIUM = row("Magnesium, +100 mg", "likely_protective", 0.5, 0.7, 0.9)
ROWS = (CAFFEINE, SLEEP, WATER, EXERCISE, STRESS, MAGNESIUM)


def drawn(*rows: Row) -> str:
    return draw_for_page(trigger_forest.spec(rows), label="Findings")


def data(*rows: Row, width: int = PHONE) -> list[dict[str, Any]]:
    values: list[dict[str, Any]] = trigger_forest.spec(rows, width=width)["data"]["values"]
    return values


@pytest.mark.parametrize(
    "rows", [ROWS, (EXERCISE,), (), (replace(CAFFEINE, low90=0.01, high90=900),)]
)
def test_the_chart_is_whole(rows: tuple[Row, ...]) -> None:
    check_chart(trigger_forest.chart(rows))


def test_picture_and_table_keep_the_order_and_the_numbers() -> None:
    labels = [one["label"] for one in data(*ROWS)]
    assert labels == [one.label for one in ROWS]
    assert data(CAFFEINE)[0].items() >= {"rate_ratio": 1.3, "low90": 1.1, "high90": 1.6}.items()
    header, rows = trigger_forest.table(ROWS)
    assert header == ("Change", "Times", "Likely", "Finding")
    assert rows == (
        ("Caffeine, +100 mg", "1.30", "1.10 to 1.60", "Goes together"),
        ("Sleep, 1 h less", "1.20", "0.90 to 1.60", "Cannot tell yet"),
        ("Water, +0.5 L", "0.98", "0.92 to 1.05", "No sign so far"),
        ("Hard exercise", "", "", "Cannot tell yet"),
        ("Stress, +2 points", "1.20", "1.05 to 1.40", "Goes together"),
        ("Magnesium, +100 mg", "0.70", "0.50 to 0.90", "Goes together"),
    )


def test_the_sentence_says_all_three_kinds() -> None:
    assert trigger_forest.describe((CAFFEINE, SLEEP, WATER, EXERCISE)) == (
        "Caffeine, +100 mg: 1.30 times as many twitches, likely 1.10 to 1.60. "
        "No sign so far: Water, +0.5 L. Cannot tell yet: Sleep, 1 h less; Hard exercise."
    )
    assert trigger_forest.describe((WATER,)).startswith("So far nothing stands out.")


@pytest.mark.parametrize("found", [CAFFEINE, MAGNESIUM, STRESS])
def test_what_goes_together_is_a_thick_line_with_a_filled_diamond(found: Row) -> None:
    html = drawn(found)
    assert f'stroke="{NOTED.page}" stroke-width="5"' in html
    assert f'fill="{NOTED.page}" stroke="{NOTED.page}"' in html
    assert "stroke-dasharray" not in html


def test_what_cannot_be_told_is_dotted_with_an_open_circle() -> None:
    html = drawn(SLEEP)
    assert 'stroke-dasharray="2,6"' in html
    assert f'fill="{GROUND.page}" stroke="{QUIET.page}"' in html


def test_no_sign_is_a_thin_line_with_a_filled_dot() -> None:
    html = drawn(WATER)
    assert "stroke-dasharray" not in html
    assert f'fill="{QUIET.page}" stroke="{QUIET.page}"' in html


def test_what_was_not_worked_out_has_words_and_no_mark() -> None:
    html = drawn(EXERCISE)
    assert ">not worked out yet<" in html
    assert 'stroke-width="2.25"' not in html


def test_twice_and_half_lie_equally_far_from_one() -> None:
    spec = trigger_forest.spec((row("A", "no_sign", 0.5, 1, 2),))
    assert spec["encoding"]["x"]["scale"]["type"] == "log"
    low, high = spec["encoding"]["x"]["scale"]["domain"]
    assert low * high == pytest.approx(1)
    assert 1 in spec["encoding"]["x"]["axis"]["values"]


def test_a_range_beyond_the_axis_ends_in_an_arrow_and_keeps_its_numbers() -> None:
    (far,) = data(row("A", "cannot_tell", 0.01, 1, 900))
    assert (far["low90"], far["high90"]) == (0.01, 900)
    assert (far["arrow_left"], far["arrow_right"]) == (pytest.approx(1 / 6), 6)
    (near,) = data(CAFFEINE)
    assert (near["arrow_left"], near["arrow_right"]) == (None, None)


def test_long_names_take_more_lines_and_never_run_into_the_numbers() -> None:
    long = replace(CAFFEINE, label="Magnesium from a supplement taken late, +100 mg")
    (narrow,) = data(long)
    (wide,) = data(long, width=WIDE)
    assert (len(narrow["lines"]), len(wide["lines"])) == (2, 1)
    tight = replace(CAFFEINE, label="Muscle load on the day before")
    assert data(tight)[0]["lines"] == ["Muscle load on the day before", ""]


def test_a_name_is_text_whatever_it_holds() -> None:
    assert "<script" not in drawn(replace(CAFFEINE, label="<script>alert(1)</script>"))


def test_findings_with_an_estimate_are_rows_named_by_their_change() -> None:
    counts = np.random.default_rng(1).poisson(5, 60).astype(float)
    report = analyse(
        counts=counts,
        exposures={"caffeine": counts * 40.0, "sleep_min": np.full(60, 420.0)},
        units={"caffeine": 100.0, "sleep_min": 60.0},
    )
    (caffeine,) = trigger_forest.rows_of(report.findings)
    assert caffeine.label == "Caffeine, +100 mg"
    assert caffeine.rate_ratio == report.findings[0].rate_ratio
    check_chart(trigger_forest.chart((caffeine,)))
