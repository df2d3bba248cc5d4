"""The way down with caffeine, for every usual amount and target."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from myolog.programme import taper
from myolog.programme.caffeine import eased_taper

amounts = st.one_of(st.integers(0, 2000), st.floats(0, 2000))


@given(st.floats(100, 2000), st.integers(0, 2000))
def test_it_never_rises_and_ends_on_the_target(baseline, target):
    ceilings = taper(baseline, target)
    if baseline - target <= 25:
        assert ceilings == ()
        return
    assert ceilings[-1] == target
    assert all(one >= after for one, after in itertools.pairwise(ceilings))
    assert target <= ceilings[0] <= baseline
    assert all(one % 5 == 0 for one in ceilings if one != target)


@given(st.integers(100, 2000))
def test_to_the_usual_target_it_takes_seven_to_ten_days_or_two_blocks(baseline):
    ceilings = taper(baseline)
    lived = (baseline, *ceilings)
    drops = [one - after for one, after in itertools.pairwise(lived)]
    assert max(drops, default=0) <= 130
    if 125 < baseline <= 1350:
        assert 7 <= len(ceilings) <= 10
    if baseline > 1350:
        assert 17 <= len(ceilings) <= 23
        assert sum(drop == 0 for drop in drops) == 3


@given(amounts, amounts, st.dictionaries(st.integers(1, 40), st.integers(0, 10)))
def test_a_headache_repeats_days_and_changes_no_amount(baseline, target, scores):
    plain, eased = taper(baseline, target), eased_taper(baseline, target, scores)
    assert list(dict.fromkeys(eased)) == list(dict.fromkeys(plain))
    assert len(plain) <= len(eased) <= (31 if len(plain) > 10 else 14)
