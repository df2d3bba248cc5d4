"""Time of day: days in each hour, hours of sleep left open, and a peak only where there is one."""

from dataclasses import replace
from datetime import date

import pytest

from myolog.charts import hours as hours_chart
from myolog.charts.drawing import draw_for_page
from myolog.charts.theme import DAY, NOTED
from myolog.journal.model import Journal
from myolog.patterns.hours import HourPattern, hour_pattern
from tests.unit.charts.specs import check_chart

DAYS = (1, 0, 0, 0, 0, 0, 1, 3, 2, 4, 5, 3, 4, 6, 5, 4, 5, 7, 9, 11, 12, 14, 10, 6)
EVENING = HourPattern(
    verdict="uneven",
    days=31,
    days_needed=None,
    bouts=140,
    at_night=1,
    awake_from=6.0,
    awake_until=24.0,
    days_by_hour=DAYS,
    p_value=0.001,
    hour=20.7,
    hour_low=18.2,
    hour_high=22.6,
)
EVEN = replace(EVENING, verdict="even", hour=None, hour_low=None, hour_high=None)
EARLY = hour_pattern(Journal(), today=date(2026, 3, 9))


def drawn(found: HourPattern) -> str:
    return draw_for_page(hours_chart.spec(found), label="Hours")


@pytest.mark.parametrize(
    "found",
    [
        EVENING,
        EVEN,
        EARLY,
        *(replace(EVENING, hour=at, hour_low=at - 1, hour_high=at + 1) for at in (7.0, 12.0)),
    ],
)
def test_the_chart_is_whole(found: HourPattern) -> None:
    check_chart(hours_chart.chart(found))


def test_picture_and_table_hold_the_same_days() -> None:
    data = hours_chart.spec(EVENING)["data"]["values"]
    header, rows = hours_chart.table(EVENING)
    assert header == ("Time", "Days")
    assert [str(one["days"]) for one in data] == [days for _, days in rows]
    assert rows[21] == ("21:00 to 22:00", "14")


@pytest.mark.parametrize(
    ("awake", "n_hatched"), [((6.0, 24.0), 1), ((7.0, 23.0), 2), ((0.0, 24.0), 0)]
)
def test_hours_of_sleep_are_hatched(awake: tuple[float, float], n_hatched: int) -> None:
    found = replace(EVENING, awake_from=awake[0], awake_until=awake[1])
    assert drawn(found).count('fill="url(#gap-') == n_hatched


def test_every_hour_has_its_bar() -> None:
    assert drawn(EVENING).count(f'fill="{DAY.page}"') == 24


def test_the_line_over_the_preferred_hours_is_there_only_when_there_are_some() -> None:
    assert drawn(EVENING).count(f'stroke="{NOTED.page}"') == 1
    assert NOTED.page not in drawn(EVEN)
    assert NOTED.page not in drawn(EARLY)


def test_the_sentence_is_that_of_the_pattern() -> None:
    said = hours_chart.describe(EVENING)
    assert "You noted them most around 20:45, likely between 18:15 and 22:30." in said
    assert hours_chart.describe(EVEN).startswith("No time of day stood out on 31 days.")
    assert hours_chart.describe(EARLY).startswith(
        "Too early to say. Days with a time so far: 0; needed: 21."
    )
