"""What holds for the verdict on any daily counts."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from myolog.programme.verdict import CODES, judge

START = 14
DAYS = START + 28

counts = st.lists(
    st.one_of(
        st.just(float("nan")),
        st.integers(0, 30).map(float),
        st.sampled_from([0.0, 1e6]),
    ),
    min_size=0,
    max_size=DAYS + 6,
).map(np.array)
full = st.lists(st.integers(0, 40).map(float), min_size=DAYS, max_size=DAYS).map(np.array)
some = settings(max_examples=30)


@some
@given(counts=counts, start=st.integers(0, 20), needs_check=st.booleans(), looked=st.booleans())
def test_any_days_give_a_verdict_with_finite_ordered_numbers(counts, start, needs_check, looked):
    minutes = np.full(len(counts), 6.0) if looked else None
    verdict = judge(counts, start_index=start, exposure=minutes, needs_check=needs_check)
    assert verdict.code in CODES
    assert (verdict.rate_ratio is None) == (verdict.code in ("RECHECK", "INSUFFICIENT"))
    if verdict.rate_ratio is not None:
        assert np.isfinite([verdict.low, verdict.rate_ratio, verdict.high]).all()
        assert 0 < verdict.low <= verdict.rate_ratio <= verdict.high


@some
@given(counts=full, shuffle=st.randoms(use_true_random=False))
def test_days_outside_the_two_periods_change_nothing(counts, shuffle):
    other = counts.copy()
    other[START : START + 14] = [shuffle.choice([np.nan, 0.0, 1e5]) for _ in range(14)]
    longer = np.concatenate([[77.0] * 5, other])
    found, plain = judge(longer, start_index=START + 5), judge(counts, start_index=START)
    assert (found.n_before, found.events_after) == (plain.n_before, plain.events_after)
    assert np.allclose(
        [found.low, found.rate_ratio, found.high],
        [plain.low, plain.rate_ratio, plain.high],
        rtol=0.01,
    )


@some
@given(counts=full)
def test_turning_time_round_turns_the_ratio_round(counts):
    """The same days judged backwards: one over the ratio, unless the guide's interval spoke."""
    there, back = judge(counts, start_index=START), judge(counts[::-1], start_index=START)
    if "ESCALATE" not in (there.code, back.code):
        assert np.isclose(there.rate_ratio * back.rate_ratio, 1, rtol=0.02)
        assert np.isclose(there.low * back.high, 1, rtol=0.02)


@some
@given(counts=full, minutes=st.sampled_from([0.5, 2.0, 30.0]))
def test_the_length_of_an_equal_look_does_not_matter(counts, minutes):
    looked = judge(counts, start_index=START, exposure=np.full(DAYS, minutes))
    plain = judge(counts, start_index=START)
    assert np.isclose(looked.rate_ratio, plain.rate_ratio, rtol=0.02)


@some
@given(counts=full, extra=st.integers(1, 40))
def test_more_twitches_after_never_make_the_ratio_smaller(counts, extra):
    more = counts.copy()
    more[-14:] += extra
    before, after = judge(counts, start_index=START), judge(more, start_index=START)
    if "ESCALATE" not in (before.code, after.code):
        assert after.rate_ratio >= before.rate_ratio * 0.99
