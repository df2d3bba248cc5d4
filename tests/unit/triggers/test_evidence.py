"""The second look at what may act, against integration by summing."""

from dataclasses import replace

import numpy as np
import pytest
from scipy.stats import nbinom, norm

from myolog.statistics.latent import Series, Wander, fit_level, project
from myolog.triggers.candidates import Candidates
from myolog.triggers.evidence import look_again
from myolog.triggers.selection import SLAB_SD, select_columns

NO_WANDER = Wander(sigma=1e-3, phi=0.1, k=5.0)
LOG_PRIOR = np.full((1, 1), -np.log(10))


def looked_at(counts, column, inclusion):
    """Look again at one rare exposure; the level is known and still."""
    days = len(counts)
    series = Series(
        counts=counts,
        seen=np.ones(days, dtype=bool),
        nuisance=np.ones((days, 1), order="F"),
        precision=np.array([1e8]),
    )
    candidates = Candidates(columns=column[:, None], usable=np.ones((1, 1), dtype=bool))
    fit = fit_level(series, NO_WANDER, offset=np.zeros(days), start=None)
    projection = project(series, fit, candidates.columns)
    selection = replace(select_columns(projection, LOG_PRIOR), inclusion=inclusion)
    quadratic = projection.score[0] ** 2 / 2 / (projection.information[0, 0] + SLAB_SD**-2)
    quadratic -= np.log1p(projection.information[0, 0] * SLAB_SD**2) / 2
    looked = look_again(series, fit, candidates, projection, selection, inclusion)
    return looked, quadratic


def exact_log_ratio(counts, column):
    effects = np.linspace(-4, 4, 4001)
    share = NO_WANDER.k / (NO_WANDER.k + np.exp(np.outer(effects, column)))
    logs = nbinom.logpmf(counts, NO_WANDER.k, share).sum(axis=1)
    weights = norm.pdf(effects, scale=SLAB_SD) * (effects[1] - effects[0])
    nothing = nbinom.logpmf(counts, NO_WANDER.k, NO_WANDER.k / (NO_WANDER.k + 1)).sum()
    return np.log(np.sum(np.exp(logs - nothing) * weights))


def test_the_evidence_becomes_that_of_the_full_likelihood():
    column = np.zeros(40)
    column[[3, 11, 30]] = 1.0
    counts = np.where(column > 0, 6.0, 1.0)
    inclusion = np.array([0.3])
    looked, quadratic = looked_at(counts, column, inclusion)
    before, after = (np.log(share / (1 - share)) for share in (inclusion[0], looked[0]))
    exact = exact_log_ratio(counts, column)
    assert after - before == pytest.approx(exact - quadratic, abs=0.1)
    assert abs(exact - quadratic) > 0.3


def test_what_hardly_may_act_is_not_looked_at_again():
    column = np.tile([0.0, 1.0], 20)
    looked, _ = looked_at(np.ones(40), column, np.array([0.01]))
    assert looked == pytest.approx([0.01])
