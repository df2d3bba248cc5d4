"""Rates against published R output, closed forms and brute force."""

import numpy as np
import pytest
from scipy.optimize import minimize
from scipy.stats import t as student

from myolog.statistics.rates import (
    fit_log_linear,
    lag_one,
    period_change,
    rate_change,
)
from myolog.statistics.student import t_quantile


def test_equals_the_glm_of_rs_own_help_page_dobson_1990():
    """`example(glm)` in R: coefficients, errors, and 1.2933 as quasi-Poisson dispersion."""
    counts = np.array([18, 17, 15, 20, 10, 20, 25, 13, 12], dtype=float)
    outcome = np.tile([1, 2, 3], 3)
    treatment = np.repeat([1, 2, 3], 3)
    terms = [np.ones(9), outcome == 2, outcome == 3, treatment == 2, treatment == 3]
    fit = fit_log_linear(counts, terms)
    assert fit.coefficients == pytest.approx([3.0445, -0.4543, -0.2930, 0.0, 0.0], abs=5e-5)
    assert np.sqrt(fit.variances) == pytest.approx(
        [0.1709, 0.2022, 0.1927, 0.2000, 0.2000], abs=5e-5
    )
    assert fit.dispersion == pytest.approx(1.2933, abs=5e-5)
    assert fit.degrees_of_freedom == 4


def test_two_groups_equal_the_closed_form():
    """Log ratio of means; variance = dispersion times the sum of 1 / events."""
    before, after = np.array([3.0, 5, 4, 8]), np.array([9.0, 7, 14, 10, 5])
    counts = np.concatenate([before, after])
    fit = fit_log_linear(counts, [np.ones(9), np.arange(9) >= 4])
    assert fit.coefficients[1] == pytest.approx(np.log(after.mean() / before.mean()))
    pearson = (((before - 5) ** 2).sum() / 5 + ((after - 9) ** 2).sum() / 9) / 7
    assert fit.dispersion == pytest.approx(pearson)
    assert fit.standard_errors()[1] == pytest.approx(np.sqrt(pearson * (1 / 20 + 1 / 45)))


def test_unequal_looks_equal_the_closed_form_per_minute():
    counts, minutes = np.array([4.0, 6, 20, 10]), np.array([2.0, 4, 2, 2])
    fit = fit_log_linear(counts, [np.ones(4), [0, 0, 1, 1]], exposure=minutes)
    assert fit.coefficients[1] == pytest.approx(np.log((30 / 4) / (10 / 6)))


def _noisy(seed):
    rng = np.random.default_rng(seed)
    return rng.poisson(4 * np.exp(0.03 * np.arange(28)) * rng.gamma(4, 0.25, 28)).astype(float)


@pytest.mark.parametrize("seed", range(5))
def test_slope_is_the_maximum_of_the_likelihood(seed):
    counts = _noisy(seed)
    counts[[3, 10, 11]] = np.nan
    days = np.flatnonzero(~np.isnan(counts))
    seen = counts[days]

    def minus_log_likelihood(beta):
        log_rate = beta[0] + beta[1] * days / 28
        return (np.exp(log_rate) - seen * log_rate).sum()

    found = minimize(minus_log_likelihood, [1.0, 0.0], method="Nelder-Mead", tol=1e-12)
    assert np.log(rate_change(counts).rate_ratio) == pytest.approx(found.x[1], abs=1e-4)


WAVES = np.round(6 + 4 * np.sin(np.arange(28) / 2) + np.arange(28) / 9)
"""Days that resemble the day before."""


@pytest.mark.parametrize(("counts", "resembles"), [(_noisy(1), False), (WAVES, True)])
def test_interval_is_the_formula_of_the_guide(counts, resembles):
    change = rate_change(counts)
    x = np.arange(28.0)
    mean = np.exp(np.log(change.rate_ratio) * (x - x.mean()) / 28)
    mean *= counts.sum() / mean.sum()
    residual = (counts - mean) / np.sqrt(mean)
    dispersion = (residual**2).sum() / 26
    r = np.clip((residual[1:] * residual[:-1]).mean() / (residual**2).mean(), 0, 0.8)
    centre = (mean * x).sum() / mean.sum()
    information = (mean * ((x - centre) / 28) ** 2).sum()
    error = np.sqrt(dispersion / information * (1 + r) / (1 - r))
    margin = student.ppf(0.95, 26) * error
    assert change.dispersion == pytest.approx(dispersion)
    assert change.lag_one == pytest.approx(r)
    assert (r > 0.5) == resembles
    assert [change.low, change.high] == pytest.approx(
        [change.rate_ratio * np.exp(-margin), change.rate_ratio * np.exp(margin)]
    )


def test_exact_growth_is_found():
    counts = 100 * np.exp(np.log(2) * np.arange(28) / 28)
    assert rate_change(counts).rate_ratio == pytest.approx(2)


def test_neighbours_only_count_towards_the_correlation():
    residuals = np.array([1.0, 1.0, -1.0, -1.0])
    assert lag_one(residuals, np.array([0.0, 1, 2, 3])) == pytest.approx(1 / 3)
    assert lag_one(residuals, np.array([0.0, 1, 5, 6])) == 0.8
    assert lag_one(residuals, np.array([0.0, 2, 4, 6])) == 0
    assert lag_one(-residuals * [1, -1, 1, -1], np.array([0.0, 1, 2, 3])) == 0
    assert lag_one(np.zeros(4), np.arange(4.0)) == 0


@pytest.mark.parametrize("counts", [[], [np.nan] * 28, [3.0, 4.0], [np.nan, 3.0, 4.0], [0.0] * 28])
def test_too_little_gives_no_estimate(counts):
    assert rate_change(np.array(counts)) is None


def test_all_events_on_the_last_day_still_give_finite_numbers():
    counts = np.zeros(28)
    counts[-1] = 40
    change = rate_change(counts)
    assert np.isfinite([change.rate_ratio, change.low, change.high]).all()
    assert change.low <= change.rate_ratio <= change.high


def test_a_fit_needs_more_counts_than_terms():
    with pytest.raises(ValueError, match="more counts than terms"):
        fit_log_linear([1, 1], [[1, 1], [0, 1]])


# ---- two periods

AFTER = np.arange(28) >= 14


def test_ratio_of_two_periods_is_the_formula_of_the_guide():
    counts = _noisy(1)
    before, after = counts[:14], counts[14:]
    means = np.repeat([before.mean(), after.mean()], 14)
    residual = (counts - means) / np.sqrt(means)
    dispersion = (residual**2).sum() / 26
    pairs = residual[1:] * residual[:-1]
    r = np.clip(pairs.mean() / (residual**2).mean(), 0, 0.8)
    error = np.sqrt(dispersion * (1 / before.sum() + 1 / after.sum()) * (1 + r) / (1 - r))
    margin = student.ppf(0.95, 26) * error
    change = period_change(counts, after=AFTER)
    ratio = after.mean() / before.mean()
    assert change.rate_ratio == pytest.approx(ratio)
    assert [change.low, change.high] == pytest.approx(ratio * np.exp([-margin, margin]))
    assert (change.n_days, change.n_events) == (28, counts.sum())


def test_days_between_the_periods_are_left_out():
    counts = _noisy(2)
    apart = np.concatenate([counts[:14], [np.nan] * 14, counts[14:]])
    change = period_change(apart, after=np.arange(42) >= 28)
    assert change.rate_ratio == pytest.approx(period_change(counts, after=AFTER).rate_ratio)


def test_minutes_looked_are_divided_out():
    counts, minutes = np.where(AFTER, 12.0, 6.0), np.where(AFTER, 4.0, 2.0)
    assert period_change(counts, after=AFTER, exposure=minutes).rate_ratio == pytest.approx(1)


@pytest.mark.parametrize(("before", "after"), [(0.0, 5.0), (5.0, 0.0)])
def test_a_silent_period_gets_half_an_event_and_a_finite_interval(before, after):
    change = period_change(np.where(AFTER, after, before), after=AFTER)
    n_before, n_after = 14 * before + 0.5, 14 * after + 0.5
    margin = student.ppf(0.95, 26) * np.sqrt(1 / n_before + 1 / n_after)
    assert change.rate_ratio == pytest.approx(n_after / n_before)
    assert np.log(change.high / change.rate_ratio) == pytest.approx(margin)
    assert change.n_events == 70


@pytest.mark.parametrize(
    "counts",
    [
        pytest.param([0.0] * 28, id="nothing happened"),
        pytest.param([np.nan] * 14 + [3.0] * 14, id="no day before"),
        pytest.param([3.0] * 14 + [np.nan] * 14, id="no day after"),
        pytest.param([np.nan] * 13 + [3.0, 4.0] + [np.nan] * 13, id="two days"),
        pytest.param([np.nan] * 28, id="no day"),
    ],
)
def test_two_periods_without_enough_give_no_estimate(counts):
    assert period_change(np.array(counts), after=AFTER) is None


@pytest.mark.parametrize("freedom", [1, 2, 3, 12, 26, 54])
@pytest.mark.parametrize("coverage", [0.5, 0.9, 0.95, 0.999])
def test_the_quantile_of_t_is_that_of_scipy(freedom, coverage):
    assert t_quantile(coverage, freedom) == pytest.approx(student.ppf(0.5 + coverage / 2, freedom))
