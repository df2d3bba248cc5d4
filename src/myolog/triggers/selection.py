"""Which exposures act: a sum of single effects over all forms of all exposures.

Decides the posterior of "this exposure acts". Each of a few effects is either none or one
column; they are fitted in turn, each to what the others leave over (Wang, Sarkar, Carbonetto and
Stephens 2020, doi:10.1111/rssb.12388).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from myolog.statistics.latent import Projection

    FloatArray = NDArray[np.float64]

__all__ = ["SLAB_SD", "Selection", "select_columns"]

_EFFECTS: Final = 6
_NONE: Final = 0.8
SLAB_SD: Final = 0.4
_SWEEPS: Final = 30
_CLOSE_ENOUGH: Final = 1e-3


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Selection:
    """What the effects settled on.

    Parameters
    ----------
    inclusion
        Shape (n_exposures,), raw probability that it takes part.
    weights
        Shape (n_exposures, n_forms), which of its forms, summed over effects.
    coefficients
        Shape (n_exposures * n_forms,), posterior means.
    """

    inclusion: FloatArray
    weights: FloatArray
    coefficients: FloatArray


def select_columns(projection: Projection, log_prior: FloatArray) -> Selection:
    """Fit the sum of single effects.

    Parameters
    ----------
    projection
        Likelihood of the column coefficients.
    log_prior
        Shape (n_exposures, n_forms), log prior weight of each column, summing to 1 over all; minus
        infinity where a column takes no part.
    """
    import numpy as np

    information, score = projection.information, projection.score
    own = np.diagonal(information)
    precision = own + 1 / SLAB_SD**2
    fixed = np.log(1 - _NONE) + log_prior.ravel() - np.log1p(SLAB_SD**2 * np.maximum(own, 0.0)) / 2
    shares = np.zeros((_EFFECTS, len(score)))
    means = np.zeros_like(shares)
    explained = np.zeros(len(score))
    for _ in range(_SWEEPS):
        before = shares.copy()
        for effect in range(_EFFECTS):
            explained -= information @ means[effect]
            left = score - explained
            log_weight = fixed + left**2 / (2 * precision)
            top = max(float(log_weight.max()), 0.0)
            weight = np.exp(log_weight - top)
            shares[effect] = weight / (weight.sum() + _NONE * np.exp(-top))
            means[effect] = shares[effect] * left / precision
            explained += information @ means[effect]
        if float(np.abs(shares - before).max()) < _CLOSE_ENOUGH:
            break
    by_exposure = shares.reshape(_EFFECTS, *log_prior.shape)
    return Selection(
        inclusion=1 - np.prod(1 - np.minimum(by_exposure.sum(axis=2), 1.0), axis=0),
        weights=by_exposure.sum(axis=0),
        coefficients=means.sum(axis=0),
    )
