"""How far the level of a count shifted between two periods, and how sure that is.

Decides the ratio and the interval of the programme's verdict. The count of a day is negative
binomial around a level that wanders from day to day; the shift is what the second period adds.
How much the level wanders, how long it remembers and how much the count scatters cannot be told
from a few weeks, so the answer is averaged over a grid of them, each weighted by how well it
explains the days and by a weak prior. Integrated by Laplace's approximation (Rue, Martino and
Chopin 2009, doi:10.1111/j.1467-9868.2008.00700.x).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from myolog.statistics.latent import LevelFit, Series, Wander, fit_level

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    FloatArray = NDArray[np.float64]
    BoolArray = NDArray[np.bool_]

__all__ = ["Shift", "estimate_shift"]

WANDER: Final = (0.15, 0.3, 0.5, 0.8)
"""Standard deviations of the level, log scale."""

MEMORY: Final = {0.1: 1.0, 0.4: 1.0, 0.7: 0.4}
"""Correlation of one day's level with the next day's, and its prior weight."""

SCATTER: Final = (1.5, 6.0, 40.0)
"""Shapes of the negative binomial; a small one means days of bursts."""

USUAL_WANDER: Final = (0.4, 0.4)
USUAL_SCATTER: Final = (5.0, 0.8)
"""Median of the log-normal prior, and its deviation on the log scale."""

SHIFT_SD: Final = 2.0
"""Prior deviation of the log ratio: between 0.02 and 50 times as many, no side preferred."""

_LEVEL_SD: Final = 3.0
_STEPS: Final = 40
_HALVINGS: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """How a rate in a second period compares with that in a first.

    Attributes
    ----------
    rate_ratio : rate after over rate before, the middle of what is likely
    low, high : limits of the interval
    """

    rate_ratio: float
    low: float
    high: float


def estimate_shift(
    counts: FloatArray,
    *,
    after: BoolArray,
    exposure: FloatArray | None = None,
    level: float = 0.90,
) -> Shift:
    """Estimate the ratio of the rates in two periods.

    Assumes that the level differs between the periods by one step and else wanders about a
    constant. Not for a series that rises or falls all the time: half of that slope would pass
    for a step. It describes; it does not say why the rate changed.

    Parameters
    ----------
    counts
        Shape (n_days,), events by day on consecutive days; NaN is a day without an observation,
        or one that belongs to neither period.
    after
        Shape (n_days,), True on the days of the second period.
    exposure
        Shape (n_days,), such as minutes looked, above 0 where counted; None for equal exposure.
    level
        Coverage of the interval.

    Returns
    -------
    shift : always defined; without events or days the interval is as wide as the prior

    Examples
    --------
    >>> import numpy as np
    >>> counts = np.array([9.0, 7, 8, 12, 6, 9, 8, 3, 2, 4, 3, 2, 4, 3])
    >>> shift = estimate_shift(counts, after=np.arange(14) >= 7)
    >>> round(shift.rate_ratio, 2), round(shift.low, 2), round(shift.high, 2)
    (0.37, 0.19, 0.71)
    """
    import numpy as np

    seen = ~np.isnan(counts)
    minutes = np.ones(len(counts)) if exposure is None else np.where(seen, exposure, 1.0)
    filled = np.where(seen, counts, 0.0)
    usual = (filled.sum() + 0.5) / (minutes[seen].sum() + 0.5)
    offset = np.log(minutes * usual)
    terms = np.asfortranarray(np.column_stack([np.ones(len(counts)), after - 0.5]), dtype=float)
    precision = np.array([_LEVEL_SD**-2, SHIFT_SD**-2])
    series = Series(counts=filled, seen=seen, nuisance=terms, precision=precision)
    weights, means, deviations = [], [], []
    for fit, log_prior in _fits(series, offset):
        weights.append(fit.evidence + log_prior)
        means.append(fit.terms[1])
        deviations.append(fit.spreads[1])
    low, middle, high = _quantiles(
        np.array(weights),
        np.array(means),
        np.array(deviations),
        ((1 - level) / 2, 0.5, (1 + level) / 2),
    )
    return Shift(rate_ratio=float(np.exp(middle)), low=float(np.exp(low)), high=float(np.exp(high)))


def _fits(series: Series, offset: FloatArray) -> Iterator[tuple[LevelFit, float]]:
    """Yield the fit and the log prior at each point of the grid, each fit starting at the last."""
    import numpy as np

    n_days = len(series.counts)
    last = LevelFit(
        wander=Wander(sigma=1.0, phi=0.0, k=1.0),
        log_rate=offset,
        level=np.zeros(n_days),
        terms=np.zeros(2),
        spreads=np.ones(2),
        evidence=0.0,
    )
    for sigma in WANDER:
        for phi, weight in MEMORY.items():
            for k in SCATTER:
                wander = Wander(sigma=sigma, phi=phi, k=k)
                last = fit_level(series, wander, offset=offset, start=last, steps=_STEPS)
                yield (
                    last,
                    float(
                        np.log(weight)
                        - (np.log(sigma / USUAL_WANDER[0]) / USUAL_WANDER[1]) ** 2 / 2
                        - (np.log(k / USUAL_SCATTER[0]) / USUAL_SCATTER[1]) ** 2 / 2
                    ),
                )


def _quantiles(
    log_weights: FloatArray, means: FloatArray, deviations: FloatArray, shares: tuple[float, ...]
) -> FloatArray:
    """Halve intervals until the quantiles of the mixture of normals are found."""
    import numpy as np
    from scipy.special import ndtr

    weights = np.exp(log_weights - log_weights.max())
    weights /= weights.sum()
    low = np.full(len(shares), float((means - 6 * deviations).min()))
    high = np.full(len(shares), float((means + 6 * deviations).max()))
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        below = ndtr((middle[:, None] - means) / deviations) @ weights < shares
        low, high = np.where(below, middle, low), np.where(below, high, middle)
    return np.asarray((low + high) / 2, dtype=float)
