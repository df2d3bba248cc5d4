"""How large each effect is, and how sure that is: an average over the forms it may take.

Decides rate ratio and interval. For each exposure, every form gives a normal posterior of the
effect of one unit more, kept up; besides the single forms, one form leaves the effect of each
day of delay free. The interval is that of their mixture, weighted by evidence, so that not
knowing the form makes it wider. The exposures that are likely to act are held equal.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from myolog.triggers.candidates import FORMS, LAGS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from myolog.statistics.latent import Projection
    from myolog.triggers.selection import Selection

    FloatArray = NDArray[np.float64]

__all__ = ["Estimates", "estimate_effects"]

_EFFECT_SD: Final = 0.7
_HELD_EQUAL: Final = 0.25
_FORM_ERROR: Final = 0.12
_FREE_WEIGHT: Final = 0.5
_OPEN_MINDED: Final = 0.5
"""Power of the prior weights of the forms: for the size, an unlikely form is worth more heed."""
_FADING: Final = (1.0, 0.9, 0.7, 0.5, 0.35)
_NEIGHBOURS: Final = 0.8
_HALVINGS: Final = 40


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Estimates:
    """Log rate ratios for one unit more, by exposure.

    Parameters
    ----------
    low, middle, high
        Shape (n_exposures,), the 5, 50 and 95 % quantiles.
    lag_weights
        Shape (n_exposures, LAGS), summing to 1.
    """

    low: FloatArray
    middle: FloatArray
    high: FloatArray
    lag_weights: FloatArray


def estimate_effects(
    projection: Projection, selection: Selection, log_prior: FloatArray
) -> Estimates:
    """Average each exposure's effect over its forms."""
    import numpy as np

    n_exposures, n_forms = log_prior.shape
    best = np.arange(n_exposures) * n_forms + selection.weights.argmax(axis=1)
    held = [index for index in range(n_exposures) if selection.inclusion[index] > _HELD_EQUAL]
    means = np.empty((n_exposures, n_forms + 1))
    deviations, log_weights = np.empty_like(means), np.empty_like(means)
    blocks = np.empty((n_exposures, LAGS, LAGS))
    scores = np.empty((n_exposures, LAGS))
    for index in range(n_exposures):
        own = slice(index * n_forms, (index + 1) * n_forms)
        others = best[[other for other in held if other != index]]
        information, score = _hold_equal(projection, own, others)
        precision = np.maximum(np.diagonal(information), 0.0) + _EFFECT_SD**-2
        means[index, :-1] = score / precision
        deviations[index, :-1] = precision**-0.5
        log_weights[index, :-1] = (
            _OPEN_MINDED * log_prior[index]
            + score**2 / (2 * precision)
            - np.log(precision * _EFFECT_SD**2) / 2
        )
        blocks[index], scores[index] = information[:LAGS, :LAGS], score[:LAGS]
    means[:, -1], deviations[:, -1], evidence = _free_lags(blocks, scores)
    whole = np.logaddexp.reduce(_OPEN_MINDED * log_prior, axis=1)
    log_weights[:, -1] = whole + np.log(_FREE_WEIGHT) + evidence
    weights = _shares(log_weights)
    deviations = np.sqrt(deviations**2 + (_FORM_ERROR * means) ** 2)
    low, middle, high = _quantiles(weights, means, deviations)
    kernels = np.array([form.kernel for form in FORMS])
    single = _shares(log_weights[:, :-1])
    return Estimates(low=low, middle=middle, high=high, lag_weights=single @ kernels)


def _shares(log_weights: FloatArray) -> FloatArray:
    import numpy as np

    weights = np.exp(log_weights - log_weights.max(axis=1, keepdims=True))
    return np.asarray(weights / weights.sum(axis=1, keepdims=True), dtype=float)


def _hold_equal(
    projection: Projection, own: slice, others: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Integrate the columns `others` out of an exposure's block."""
    import numpy as np

    information, score = projection.information[own, own], projection.score[own]
    if not len(others):
        return information, score
    among = projection.information[np.ix_(others, others)]
    among = among + np.eye(len(others)) * _EFFECT_SD**-2
    across = projection.information[own][:, others]
    shares = np.linalg.solve(among, across.T)
    return information - across @ shares, score - projection.score[others] @ shares


def _free_lags(
    information: FloatArray, score: FloatArray
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Leave the effect of each delay free; return mean, deviation and evidence of their sum."""
    import numpy as np

    fading = np.array(_FADING)
    apart = np.abs(np.subtract.outer(np.arange(LAGS), np.arange(LAGS)))
    prior = np.outer(fading, fading) * _NEIGHBOURS**apart
    prior *= _EFFECT_SD**2 / prior.sum()
    precision = information + np.linalg.inv(prior)
    covariance = np.linalg.inv(precision)
    mean = (covariance @ score[..., None])[..., 0]
    logdet = np.linalg.slogdet(precision)[1] + np.linalg.slogdet(prior)[1]
    evidence = ((score * mean).sum(axis=1) - logdet) / 2
    return mean.sum(axis=1), np.sqrt(covariance.sum(axis=(1, 2))), evidence


def _quantiles(weights: FloatArray, means: FloatArray, deviations: FloatArray) -> FloatArray:
    """Halve intervals until the 5, 50 and 95 % quantiles of each mixture are found."""
    import numpy as np
    from scipy.special import ndtr

    share = np.array([0.05, 0.5, 0.95])[:, None]
    low = np.broadcast_to((means - 6 * deviations).min(axis=1), (3, len(means))).copy()
    high = np.broadcast_to((means + 6 * deviations).max(axis=1), (3, len(means))).copy()
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        below = (weights * ndtr((middle[..., None] - means) / deviations)).sum(axis=2) < share
        low, high = np.where(below, middle, low), np.where(below, high, middle)
    return np.asarray((low + high) / 2, dtype=float)
