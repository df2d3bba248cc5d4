"""The way down with caffeine: 7 to 10 days, two blocks above 125 mg a day, and headaches."""

from datetime import date, timedelta

import pytest

from myolog.errors import InvalidEntry
from myolog.journal.model import Journal
from myolog.programme import taper
from myolog.programme.caffeine import (
    baseline_values,
    caffeine_baseline,
    eased_taper,
    half_of,
    swap_on,
)
from tests.factories import exposure

TITLE = "Caffeine, little by little"
START = date(2026, 3, 9)

CASES = (
    ("the guide's first example", 200, 100, (185, 170, 155, 145, 130, 115, 100)),
    ("the guide's second example", 600, 100, (530, 455, 385, 315, 245, 170, 100)),
    (
        "the guide's third example",
        1100,
        100,
        (1000, 900, 800, 700, 600, 500, 400, 300, 200, 100),
    ),
    ("25 mg to cut need no taper", 125, 100, ()),
    ("26 mg do", 126, 100, (120, 120, 115, 110, 105, 105, 100)),
    ("already below the target", 40, 100, ()),
    ("down to nothing", 200, 0, (170, 145, 115, 85, 55, 30, 0)),
    ("down to half", 600, 300, (555, 515, 470, 430, 385, 345, 300)),
    ("half a step rounds up", 117.5, 0, (100, 85, 65, 50, 35, 15, 0)),
    ("a target between the steps is the end", 200, 103, (185, 170, 160, 145, 130, 115, 103)),
    (
        "125 mg a day is the most in one block",
        1350,
        100,
        (1225, 1100, 975, 850, 725, 600, 475, 350, 225, 100),
    ),
    (
        "above it, two blocks with three days half way",
        1360,
        100,
        (1270, 1180, 1090, 1000, 910, 820, 730, 730, 730, 730, 640, 550, 460, 370, 280, 190, 100),
    ),
)


@pytest.mark.parametrize(("says", "baseline", "target", "ceilings"), CASES)
def test_the_most_for_each_day(says, baseline, target, ceilings):
    assert taper(baseline, target) == ceilings


@pytest.mark.parametrize("amount", [-1, 2001, float("nan"), float("inf"), "200", True, None])
def test_an_amount_that_cannot_be_is_refused(amount):
    with pytest.raises(InvalidEntry):
        taper(amount)
    with pytest.raises(InvalidEntry):
        taper(600, amount)


HEADACHES = (
    ("two bad days in a row repeat the amount", {2: 5, 3: 5}, (530, 455, 385, 385, 315)),
    ("one bad day does not", {3: 9}, (530, 455, 385, 315, 245)),
    ("a 4 is not bad", {2: 4, 3: 9}, (530, 455, 385, 315, 245)),
    ("days apart are not in a row", {1: 8, 3: 8}, (530, 455, 385, 315, 245)),
    ("at most two more days", {2: 8, 3: 8, 4: 8, 5: 8}, (530, 455, 385, 385, 385)),
)


@pytest.mark.parametrize(("says", "scores", "begin"), HEADACHES)
def test_a_bad_headache_on_two_days_in_a_row_holds_the_amount(says, scores, begin):
    assert eased_taper(600, 100, scores)[: len(begin)] == begin


def test_no_headache_stretches_a_block_beyond_fourteen_days():
    always = dict.fromkeys(range(1, 60), 10)
    assert len(eased_taper(600, 100, always)) == 14
    assert len(eased_taper(1100, 100, always)) == 14
    assert len(eased_taper(1360, 100, always)) == 14 + 3 + 14


def noted(*amounts):
    return Journal(
        tuple(
            exposure(day=START - timedelta(days=back), value=value)
            for back, value in enumerate(amounts, start=1)
            if value is not None
        )
    )


def test_the_usual_amount_is_the_middle_of_the_week_before():
    assert caffeine_baseline(noted(100, 200, 300, 900, 250, 260, 270), START) == 260
    assert caffeine_baseline(noted(100, None, 300, None, 250, 260, 270), START) == 260
    assert caffeine_baseline(noted(1, 2, 3, 4, None, 5, 6), START) == 4


def test_five_of_the_seven_days_are_needed():
    four = noted(100, 100, 100, 100, None, None, None, 100, 100)
    assert len(baseline_values(four, START)) == 4
    with pytest.raises(InvalidEntry, match=r"noted on 4 of the 7 days .* 5 are needed"):
        caffeine_baseline(four, START)


def test_the_first_day_itself_is_no_day_before():
    with pytest.raises(InvalidEntry, match="on 0 of the 7"):
        caffeine_baseline(Journal((exposure(day=START),)), START)


def test_half_is_a_multiple_of_five():
    assert (half_of(600), half_of(255), half_of(245)) == (300, 130, 125)


def test_powders_go_first_and_the_morning_cup_last():
    assert [swap_on(day, 7) for day in range(1, 8)] == (
        ["powders"] * 3 + ["afternoon"] * 2 + ["morning"] * 2
    )
    assert swap_on(9, 7) == "morning"
