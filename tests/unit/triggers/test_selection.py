"""The sum of single effects against closed forms."""

import numpy as np
import pytest

from myolog.statistics.latent import Projection
from myolog.triggers.selection import select_columns


def known_by(design, outcome):
    return Projection(information=design.T @ design, score=design.T @ outcome)


def test_one_strong_column_has_its_ridge_estimate_and_nothing_else_takes_part():
    rng = np.random.default_rng(1)
    design = rng.normal(size=(400, 5))
    projection = known_by(design, 0.4 * design[:, 2] + rng.normal(size=400))
    found = select_columns(projection, np.full((5, 1), -np.log(10)))
    assert found.inclusion[2] > 0.999
    assert np.delete(found.inclusion, 2).max() < 0.2
    ridge = projection.score[2] / (projection.information[2, 2] + 1 / 0.4**2)
    assert found.coefficients[2] == pytest.approx(ridge, abs=0.02)


def test_without_information_the_prior_stands():
    nothing = Projection(information=np.zeros((4, 4)), score=np.zeros(4))
    found = select_columns(nothing, np.full((4, 1), -np.log(10)))
    each = 0.2 / 10 / (0.8 + 4 * 0.2 / 10)
    assert found.inclusion == pytest.approx(np.full(4, 1 - (1 - each) ** 6))


def test_two_equal_columns_share_what_is_known():
    rng = np.random.default_rng(2)
    column = rng.normal(size=(300, 1))
    projection = known_by(np.hstack([column, column]), 0.5 * column[:, 0] + rng.normal(size=300))
    found = select_columns(projection, np.full((2, 1), -np.log(10)))
    assert found.inclusion[0] == pytest.approx(found.inclusion[1])
    assert found.coefficients.sum() == pytest.approx(0.5, abs=0.15)


def test_columns_that_nearly_agree_end_too():
    """The sweeps end, also where they would go back and forth for long."""
    rng = np.random.default_rng(0)
    design = rng.normal(size=(40, 1)) + 0.05 * rng.normal(size=(40, 6))
    outcome = design @ (2 * rng.normal(size=6)) + 0.3 * rng.normal(size=40)
    whole = known_by(design, outcome)
    projection = Projection(information=10 * whole.information, score=10 * whole.score)
    found = select_columns(projection, np.full((6, 1), -np.log(10)))
    assert np.isfinite(found.coefficients).all()
    assert ((found.inclusion >= 0) & (found.inclusion <= 1)).all()
