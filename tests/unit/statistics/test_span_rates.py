"""The rate of a span: by hand, against the fit of one constant, and what days alike add."""

from math import exp, nan, sqrt

import pytest

from myolog.statistics.rates import fit_log_linear
from myolog.statistics.span_rates import lag_within, mean_rate
from myolog.statistics.student import t_quantile


def test_the_rate_of_a_span_has_the_interval_of_the_guide() -> None:
    """Mean 3 over 5 days, chi-square 4/3 of 4 df: dispersion 1, SE of the log 1/sqrt(15)."""
    rate = mean_rate([4.0, 2, 3, 4, 2])
    assert rate is not None
    assert rate.rate == pytest.approx(3.0)
    assert rate.high / rate.rate == pytest.approx(exp(2.131847 / sqrt(15)), rel=1e-5)
    assert rate.rate / rate.low == pytest.approx(exp(2.131847 / sqrt(15)), rel=1e-5)
    wider = mean_rate([4.0, 2, 3, 4, 2], correlation=0.6)
    assert wider is not None
    assert wider.high / wider.rate == pytest.approx(exp(2 * 2.131847 / sqrt(15)), rel=1e-5)


def test_a_span_of_fewer_than_three_days_has_no_rate_and_days_without_events_one_from_zero() -> (
    None
):
    assert mean_rate([4.0, nan, 2]) is None
    quiet = mean_rate([0.0] * 10)
    assert quiet is not None
    assert (quiet.rate, quiet.low) == (0.0, 0.0)
    assert quiet.high == pytest.approx(0.05 * exp(1.833113 / sqrt(0.5)), rel=1e-5)


def test_days_alike_are_found_within_spans_and_not_in_the_step_between_them() -> None:
    up_and_down = [9.0, 1] * 10
    assert lag_within([up_and_down, [nan] * 3]) == 0
    assert lag_within([[5.0, 5, 5, 5], [50.0, 50, 50, 50]]) == 0
    assert lag_within([[1.0] * 10 + [9.0] * 10]) == pytest.approx(0.8)
    assert lag_within([[nan] * 5]) == 0


def test_a_rate_alone_is_the_fit_of_one_constant() -> None:
    counts = [0.0, 3, 1, 0, 9, 2, 4]
    fit = fit_log_linear(counts, [[1.0] * 7])
    rate = mean_rate(counts)
    assert rate is not None
    margin = t_quantile(0.90, 6) * fit.standard_errors()[0]
    assert rate.high == pytest.approx(exp(fit.coefficients[0] + margin))
    assert rate.low == pytest.approx(exp(fit.coefficients[0] - margin))
