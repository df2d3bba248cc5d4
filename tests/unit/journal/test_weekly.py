"""Weeks from days: what is not noted is left out, and never zero."""

from datetime import date
from itertools import pairwise
from math import comb, nan

import numpy as np
import pytest

from myolog.journal.weekly import Spread, Week, weekly_medians

MONDAY = date(2026, 3, 2)


def week_of(*counts: float) -> Week:
    (week,) = weekly_medians(counts, first_day=MONDAY)
    return week


def test_seven_days_give_their_middle_and_leave_out_both_ends() -> None:
    week = week_of(9, 1, 5, 3, 4, 0, 7)
    assert (week.n_noted, week.spread) == (7, Spread(low=1, median=4, high=7))


def test_a_day_without_a_note_is_left_out() -> None:
    week = week_of(9, nan, 5, 3, nan, nan, 7)
    assert (week.n_noted, week.spread) == (4, Spread(low=3, median=6, high=9))


def test_a_noted_zero_counts() -> None:
    week = week_of(0, 0, 0, nan, nan, nan, nan)
    assert (week.n_noted, week.spread) == (3, Spread(low=0, median=0, high=0))


def test_fewer_than_three_days_are_not_summed_up() -> None:
    week = week_of(4, 2, nan, nan, nan, nan, nan)
    assert (week.n_noted, week.spread) == (2, None)


def test_weeks_follow_each_other_and_the_last_may_be_short() -> None:
    weeks = weekly_medians(np.arange(17.0), first_day=MONDAY)
    assert [week.n_days for week in weeks] == [7, 7, 3]
    assert {(later.first_day - one.first_day).days for one, later in pairwise(weeks)} == {7}
    assert weekly_medians((), first_day=MONDAY) == ()


@pytest.mark.parametrize("n_noted", range(3, 8))
def test_the_range_covers_the_median_with_three_in_four_or_more(n_noted: int) -> None:
    """The chance that order statistics r and n+1-r enclose a median (David and Nagaraja, 7.1)."""
    week = week_of(*range(n_noted))
    assert week.spread
    below = sum(comb(n_noted, k) for k in range(int(week.spread.low) + 1)) / 2**n_noted
    assert 1 - 2 * below >= 0.75
