"""When a count means "at least"."""

import numpy as np
import pytest

from myolog.triggers import analyse
from myolog.triggers.diary import find_cap


@pytest.mark.parametrize(
    ("counts", "cap"),
    [
        ([0, 1, 2, 5, 5, 5, 5, 3, 1, 0, 4, 5], 5),
        ([0, 1, 2, 2, 2, 2, 1, 0], None),
        ([0, 1, 2, 3, 4, 5, 6, 7, 9, 12], None),
        ([4, 4, 5, 5, 6, 6, 7, 7, 7, 6, 6, 7], None),
        ([0] * 100 + [9] * 4, None),
        ([0, 1, 2, 3] * 20, 3),
        ([5] * 20, None),
        ([0, 0], None),
    ],
)
def test_a_diary_is_capped_when_its_counts_are_likelier_so(counts, cap):
    assert find_cap(np.array(counts, dtype=float)) == cap


def test_few_twitches_a_day_are_no_cap_and_a_low_cap_is_found():
    """What ends at three by itself is told apart from what was cut off there."""
    rng = np.random.default_rng(8)
    whole = rng.poisson(rng.gamma(4, 0.4, 400)).astype(float)
    assert find_cap(whole) is None
    assert find_cap(np.minimum(whole, 3)) == 3


def test_the_effect_of_a_capped_diary_is_not_told_too_small():
    rng = np.random.default_rng(4)
    coffee = rng.normal(size=300)
    counts = np.minimum(rng.poisson(np.exp(1.7 + 0.5 * coffee)), 6).astype(float)
    report = analyse(counts=counts, exposures={"coffee": coffee}, units={"coffee": 1.0})
    assert report.notes == ("capped",)
    assert report.finding("coffee").low90 < np.exp(0.5) < report.finding("coffee").high90
    taken_as_they_are = np.polyfit(coffee, np.log(counts + 0.5), 1)[0]
    assert taken_as_they_are < 0.4
