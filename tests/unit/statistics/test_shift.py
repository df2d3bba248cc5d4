"""The shift between two periods against brute-force integration, limits and symmetry."""

import numpy as np
import pytest
from scipy.stats import nbinom

from myolog.statistics import shift as module
from myolog.statistics.shift import estimate_shift

AFTER = np.arange(28) >= 14


def _drawn(seed, ratio=1.0):
    rng = np.random.default_rng(seed)
    return rng.poisson(6 * ratio**AFTER * rng.gamma(4, 0.25, 28)).astype(float)


@pytest.mark.no_cover
def test_equals_the_sum_over_a_fine_grid_where_the_level_does_not_wander(monkeypatch):
    """Negative binomial days, known shape: level and shift integrated point by point."""
    monkeypatch.setattr(module, "WANDER", (1e-3,))
    monkeypatch.setattr(module, "MEMORY", {0.1: 1.0})
    monkeypatch.setattr(module, "SCATTER", (6.0,))
    counts = _drawn(1, 0.5)
    usual = (counts.sum() + 0.5) / 28.5
    level, change = np.meshgrid(np.linspace(-2, 2, 401), np.linspace(-3, 2, 1001))
    log_posterior = -(level**2) / 18 - change**2 / 8
    for count, later in zip(counts, AFTER, strict=True):
        mean = usual * np.exp(level + change * later)
        log_posterior += nbinom.logpmf(count, 6.0, 6.0 / (6.0 + mean))
    weight = np.exp(log_posterior - log_posterior.max()).sum(axis=1)
    share = np.cumsum(weight) / weight.sum()
    low, middle, high = np.exp(np.interp([0.05, 0.5, 0.95], share, change[:, 0]))
    found = estimate_shift(counts, after=AFTER)
    assert [found.low, found.rate_ratio, found.high] == pytest.approx([low, middle, high], rel=0.02)


def test_days_of_neither_period_and_days_not_seen_do_not_matter_beyond_their_place():
    counts = _drawn(2)
    counts[[3, 20]] = np.nan
    longer = np.concatenate([[np.nan] * 5, counts, [np.nan] * 3])
    later = np.concatenate([[False] * 5, AFTER, [True] * 3])
    short, long = estimate_shift(counts, after=AFTER), estimate_shift(longer, after=later)
    assert long.rate_ratio == pytest.approx(short.rate_ratio, rel=0.01)
    assert long.high == pytest.approx(short.high, rel=0.01)


def test_minutes_looked_are_divided_out():
    counts, minutes = _drawn(3), np.where(AFTER, 4.0, 2.0)
    per_day = estimate_shift(counts, after=AFTER).rate_ratio
    per_minute = estimate_shift(counts, after=AFTER, exposure=minutes).rate_ratio
    assert per_minute == pytest.approx(per_day / 2, rel=0.03)


def test_days_that_resemble_each_other_say_less():
    together = np.array([2.0, 3, 2, 3, 12, 13, 12, 3, 2, 3, 2, 14, 13, 12] * 2)
    apart = np.array([2.0, 12, 3, 13, 2, 12, 3, 13, 2, 12, 3, 14, 2, 3] * 2)
    width = [
        np.log(found.high / found.low)
        for found in (estimate_shift(together, after=AFTER), estimate_shift(apart, after=AFTER))
    ]
    assert width[0] > width[1]


def test_a_wider_level_gives_a_wider_interval_around_the_same_ratio():
    counts = _drawn(4)
    narrow, wide = (estimate_shift(counts, after=AFTER, level=level) for level in (0.9, 0.975))
    assert wide.low < narrow.low < narrow.rate_ratio < narrow.high < wide.high
    assert wide.rate_ratio == narrow.rate_ratio


def test_no_day_at_all_leaves_the_prior():
    found = estimate_shift(np.full(28, np.nan), after=AFTER)
    assert found.rate_ratio == pytest.approx(1)
    assert found.high == pytest.approx(np.exp(2 * 1.6449), rel=0.001)


def test_silence_after_has_a_finite_interval_below_one():
    found = estimate_shift(np.where(AFTER, 0.0, 5.0), after=AFTER)
    assert 0 < found.low < found.rate_ratio < found.high < 0.1
