"""Weeks side by side: the picture, the sentence and the table say the same."""

from datetime import date
from math import nan

import pytest

from myolog.charts import weeks as weeks_chart
from myolog.charts.drawing import draw_for_page
from myolog.charts.theme import HATCH, PHONE, WIDE
from myolog.journal.weekly import Week, weekly_medians
from tests.unit.charts.specs import check_chart

MONDAY = date(2026, 2, 23)
COUNTS = (9, 7, 8, 12, 7, 5, 8, nan, nan, 4, nan, nan, nan, nan, 4, 5, nan, 2, 6)
WEEKS = weekly_medians(COUNTS, first_day=MONDAY)


def test_the_chart_is_whole() -> None:
    check_chart(weeks_chart.chart(WEEKS, began_at=1, began_name="steps began"))


def test_the_sentence_names_the_first_and_the_last_week_that_is_known() -> None:
    assert weeks_chart.describe(WEEKS) == (
        "Noted: 12 of these 19 days. "
        "From 23 February to 1 March, the typical day had 8, and most days had 7 to 9. "
        "From 9 to 13 March, the typical day had 4.5, and most days had 2 to 6."
    )


def test_the_table_says_every_week_and_leaves_the_unknown_open() -> None:
    header, rows = weeks_chart.table(WEEKS)
    assert header == ("Week", "Days noted", "Typical day (median)", "Range")
    assert rows == (
        ("23 February to 1 March", "7 of 7", "8", "7 to 9"),
        ("2 to 8 March", "1 of 7", "too few notes", ""),
        ("9 to 13 March", "4 of 5", "4.5", "2 to 6"),
    )


def test_the_picture_shows_the_numbers_of_the_table() -> None:
    data = weeks_chart.spec(WEEKS)["data"]["values"]
    assert [(one["first_day"], one["median"], one["low"], one["high"]) for one in data] == [
        ("2026-02-23", 8, 7, 9),
        ("2026-03-02", None, None, None),
        ("2026-03-09", 4.5, 2, 6),
    ]


def test_a_week_that_is_not_known_is_hatched_and_has_no_line() -> None:
    drawn = draw_for_page(weeks_chart.spec(WEEKS), label="Weeks")
    assert drawn.count('fill="url(#gap-') == 1
    assert drawn.count('stroke-linecap="round" />') == 2
    known = weeks_chart.spec(WEEKS[:1])
    assert HATCH in str(known)
    assert 'fill="url(#gap-' not in draw_for_page(known, label="Weeks")


def test_a_week_of_zeros_is_a_line_at_zero() -> None:
    quiet = weekly_medians([0.0] * 7, first_day=MONDAY)
    assert weeks_chart.describe(quiet).endswith("the typical day had 0, and most days had 0.")
    assert weeks_chart.spec(quiet)["data"]["values"][0]["median"] == 0


@pytest.mark.parametrize("weeks", [(), weekly_medians([nan] * 9, first_day=MONDAY)])
def test_nothing_known_is_said_and_drawn_without_numbers(weeks: tuple[Week, ...]) -> None:
    chart = weeks_chart.chart(weeks)
    check_chart(chart)
    assert chart.description.endswith("No week has enough notes yet to show its typical day.")


@pytest.mark.parametrize(("n_weeks", "width"), [(8, PHONE), (16, WIDE)])
def test_numbers_stand_at_the_lines_while_there_is_room(n_weeks: int, width: int) -> None:
    def shows_numbers(n: int) -> bool:
        weeks = weekly_medians([3.0] * 7 * n, first_day=MONDAY)
        drawn = draw_for_page(weeks_chart.spec(weeks, width=width), label="Weeks")
        return drawn.count('font-weight="600"') == n + 1  # and the title

    assert shows_numbers(n_weeks)
    assert not shows_numbers(n_weeks + 1)


@pytest.mark.parametrize(("began_at", "side"), [(1, "start"), (2, "end")])
def test_the_name_of_a_line_stands_where_there_is_room(began_at: int, side: str) -> None:
    spec = weeks_chart.spec(WEEKS, began_at=began_at, began_name="steps began")
    name = draw_for_page(spec, label="Weeks").partition("steps began")[0].rpartition("<text")[2]
    assert f'text-anchor="{side}"' in name


def test_the_name_of_the_start_has_room_above_the_highest_week() -> None:
    flat = weekly_medians([2.0] * 21, first_day=MONDAY)
    plain, named = (weeks_chart.spec(flat, began_at=at, began_name="start") for at in (None, 1))
    assert [one["encoding"]["y"]["scale"]["domain"][1] for one in (plain, named)] == [2, 4]


def test_one_week_far_above_all_others_flattens_none_and_is_named() -> None:
    weeks = weekly_medians([4.0, 5, 6] * 7 + [5000.0, 6, 5], first_day=MONDAY)
    data = weeks_chart.spec(weeks)["data"]["values"]
    assert [one["high"] for one in data] == [6, 6, 6, 6]
    assert weeks_chart.describe(weeks).endswith("Higher than drawn: 16 to 18 March: 5,000.")
    assert weeks_chart.table(weeks)[1][-1][-1] == "5 to 5000"


def test_words_are_said_to_be_drawn_as_numbers() -> None:
    told = weeks_chart.chart(WEEKS, in_words=True).caption
    assert told.endswith("nobody counted: “some” is drawn as 2, “many” as 6.")
    assert "nobody counted" not in weeks_chart.chart(WEEKS).caption
