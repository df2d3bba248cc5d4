"""Where it twitched: your left is left, your right is right, and no side is invented."""

from typing import Any

import pytest

from myolog.charts import places as places_chart
from myolog.charts.drawing import draw_for_page
from myolog.charts.places import Period, Place
from tests.unit.charts.specs import check_chart

PERIODS = (
    Period(name="Jan", n_noted=20),
    Period(name="Feb", n_noted=0),
    Period(name="Mar", n_noted=9),
)
FACE = Place(name="Face", left=(0, 0, 1), right=(0, 0, 0), other=(2, 0, 0))
ARMS = Place(name="Arms", left=(0, 0, 0), right=(14, 0, 7))
EVERYWHERE = Place(name="All over", other=(0, 0, 3))
PLACES = (FACE, ARMS, EVERYWHERE)


def cells(*places: Place) -> list[dict[str, Any]]:
    values: list[dict[str, Any]] = places_chart.spec(places, PERIODS)["data"]["values"]
    return values


@pytest.mark.parametrize("periods", [PERIODS, ()])
@pytest.mark.parametrize("n_places", [3, 0])
def test_the_chart_is_whole(n_places: int, periods: tuple[Period, ...]) -> None:
    check_chart(places_chart.chart(PLACES[:n_places], periods))


def test_the_left_cell_holds_your_left() -> None:
    january = [one for one in cells(ARMS) if one["period"] == "Jan"]
    assert [one["days"] for one in january] == [0, 14]
    assert january[0]["to"] < january[1]["from"]
    html = draw_for_page(places_chart.spec((ARMS,), PERIODS), label="Places")
    assert html.count(">left<") == html.count(">right<") == 3


def test_a_place_without_a_side_has_one_cell_over_both() -> None:
    wide = [one for one in cells(EVERYWHERE) if one["period"] == "Mar"]
    assert [(one["days"], round(one["to"] - one["from"], 2)) for one in wide] == [(3, 0.96)]
    assert {one["place"] for one in cells(FACE)} == {"Face", "Face: no side"}


def test_a_cell_is_filled_as_far_as_its_days_reach() -> None:
    (_, right, *_) = cells(ARMS)
    assert (right["filled"] - right["from"]) / (right["to"] - right["from"]) == pytest.approx(0.7)


def test_more_days_than_noted_fill_the_cell_and_no_more() -> None:
    (cell,) = places_chart.spec((Place(name="A", other=(9,)),), (Period(name="Jan", n_noted=3),))[
        "data"
    ]["values"]
    assert cell["filled"] == pytest.approx(cell["to"])


def test_a_period_without_a_note_is_hatched_and_has_no_number() -> None:
    february = [one for one in cells(ARMS) if one["period"] == "Feb"]
    assert [(one["days"], one["unknown"]) for one in february] == [(None, True)] * 2
    html = draw_for_page(places_chart.spec((ARMS,), PERIODS), label="Places")
    assert html.count('fill="url(#gap-') == 2


def test_the_table_says_every_cell() -> None:
    header, rows = places_chart.table((FACE,), PERIODS)
    assert header == ("Place", "When", "Left", "Right", "No side", "Days noted")
    assert rows == (
        ("Face", "Jan", "0", "0", "-", "20"),
        ("Face", "Feb", "no note", "no note", "-", "0"),
        ("Face", "Mar", "1", "0", "-", "9"),
        ("Face: no side", "Jan", "-", "-", "2", "20"),
        ("Face: no side", "Feb", "-", "-", "no note", "0"),
        ("Face: no side", "Mar", "-", "-", "0", "9"),
    )


def test_the_sentence_says_the_newest_period_in_the_order_of_the_body() -> None:
    assert places_chart.describe(PLACES, PERIODS) == (
        "Days noted in the last period, Mar: 9. Face: left 1, right 0. "
        "Arms: left 0, right 7. All over: 3."
    )


@pytest.mark.parametrize(
    ("periods", "words"),
    [
        (PERIODS[1:2], "There is no note of a place yet."),
        (PERIODS[:1], "Days noted in the last period, Jan: 20. None of them had a twitch."),
    ],
)
def test_nothing_is_said_as_nothing(periods: tuple[Period, ...], words: str) -> None:
    assert places_chart.describe((Place(name="Legs", left=(0,), right=(0,)),), periods) == words
