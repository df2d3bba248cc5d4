"""The wandering level against a general optimiser and dense linear algebra."""

import numpy as np
import pytest
from scipy.optimize import minimize
from scipy.stats import nbinom

from myolog.statistics.latent import Series, Wander, fit_level, project

COUNTS = np.array([3.0, 0, 7, 4, 12, 2, 5, 8, 1, 6])
SEEN = np.arange(10) != 6
CAPPED = np.isin(np.arange(10), [4, 7])
WANDER = Wander(sigma=0.5, phi=0.6, k=4.0)
TERMS = np.asfortranarray(np.column_stack([np.ones(10), np.linspace(-1, 1, 10)]))
PRECISION = np.array([0.1, 4.0])


def series(capped):
    return Series(
        counts=np.where(SEEN, COUNTS, 0.0),
        seen=SEEN,
        nuisance=TERMS,
        precision=PRECISION,
        capped=capped,
    )


def covariance():
    apart = np.abs(np.subtract.outer(np.arange(10), np.arange(10)))
    return WANDER.sigma**2 * WANDER.phi**apart


def minus_log_posterior(values, capped, offset):
    level, terms = values[:10], values[10:]
    share = WANDER.k / (WANDER.k + np.exp(TERMS @ terms + level + offset))
    days = nbinom.logpmf(COUNTS, WANDER.k, share)
    if capped is not None:
        days = np.where(capped, nbinom.logsf(COUNTS - 1, WANDER.k, share), days)
    penalty = level @ np.linalg.solve(covariance(), level) + PRECISION @ terms**2
    return penalty / 2 - days[SEEN].sum()


@pytest.mark.parametrize("capped", [None, CAPPED], ids=["exact counts", "some say at least"])
def test_the_mode_is_that_of_a_general_optimiser(capped):
    offset = np.linspace(0, 0.3, 10)
    fit = fit_level(series(capped), WANDER, offset=offset, start=None, steps=60)
    best = minimize(minus_log_posterior, np.zeros(12), args=(capped, offset), method="BFGS")
    assert fit.level == pytest.approx(best.x[:10], abs=2e-3)
    assert fit.terms == pytest.approx(best.x[10:], abs=2e-3)


def test_a_start_nearby_leads_to_the_same_fit():
    offset = np.zeros(10)
    cold = fit_level(series(None), WANDER, offset=offset, start=None, steps=60)
    near = Wander(sigma=0.4, phi=0.5, k=6.0)
    first = fit_level(series(None), near, offset=offset, start=None, steps=1)
    warm = fit_level(series(None), WANDER, offset=offset, start=first)
    assert warm.log_rate == pytest.approx(cold.log_rate, abs=1e-3)
    assert warm.evidence == pytest.approx(cold.evidence, abs=1e-4)


def test_what_a_column_is_known_by_equals_dense_algebra():
    fit = fit_level(series(None), WANDER, offset=np.zeros(10), start=None, steps=60)
    rate, k = np.exp(fit.log_rate), WANDER.k
    curvature = rate * k * (k + COUNTS) / (k + rate) ** 2 * SEEN
    column = (np.arange(10) >= 5).astype(float)[:, None]
    spread = covariance() + TERMS @ np.diag(1 / PRECISION) @ TERMS.T
    whitened = np.diag(curvature) - np.diag(curvature) @ np.linalg.solve(
        np.linalg.inv(spread) + np.diag(curvature), np.diag(curvature)
    )
    found = project(series(None), fit, np.asfortranarray(column))
    assert found.information[0, 0] == pytest.approx((column.T @ whitened @ column)[0, 0], rel=1e-4)


def test_how_sure_a_term_is_equals_dense_algebra():
    fit = fit_level(series(None), WANDER, offset=np.zeros(10), start=None, steps=60)
    rate, k = np.exp(fit.log_rate), WANDER.k
    curvature = np.diag(rate * k * (k + COUNTS) / (k + rate) ** 2 * SEEN)
    alone = curvature - curvature @ np.linalg.solve(
        np.linalg.inv(covariance()) + curvature, curvature
    )
    spreads = np.diag(np.linalg.inv(TERMS.T @ alone @ TERMS + np.diag(PRECISION))) ** 0.5
    assert fit.spreads == pytest.approx(spreads, rel=1e-3)


def test_many_columns_say_each_what_it_says_alone():
    fit = fit_level(series(None), WANDER, offset=np.zeros(10), start=None, steps=60)
    columns = np.asfortranarray(np.random.default_rng(1).random((10, 150)))
    alone = project(series(None), fit, np.asfortranarray(columns[:, 149:])).information[0, 0]
    together = project(series(None), fit, columns).information
    assert together.shape == (150, 150)
    assert together[149, 149] == pytest.approx(alone, rel=1e-9)
