"""How the count behaves by itself: a wandering level, weekdays and trend, and extra scatter.

Decides the likelihood. The count of day t is negative binomial with shape k and mean
exp(nuisance + level + effects); the level is a first-order autoregression. Given (sigma, phi,
k), the level and the nuisance terms are found by Newton's method and integrated out by
Laplace's approximation (Rue, Martino and Chopin 2009, doi:10.1111/j.1467-9868.2008.00700.x). All
matrices are tridiagonal or small, so that the cost is linear in days.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    FloatArray = NDArray[np.float64]
    BoolArray = NDArray[np.bool_]

__all__ = ["LevelFit", "Projection", "Series", "Wander", "fit_level", "project"]

_STEPS: Final = 40
_CLOSE_ENOUGH: Final = 1e-3
_MAX_STEP: Final = 3.0
_LOG_RATES: Final = (-12.0, 25.0)
"""A rate beyond these is no rate of twitches a day, and would only spoil the arithmetic."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wander:
    """How the level wanders and the count scatters.

    Parameters
    ----------
    sigma
        Stationary standard deviation of the level.
    phi
        Its correlation with the next day's.
    k
        Shape of the negative binomial.
    """

    sigma: float
    phi: float
    k: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Series:
    """What does not change during an analysis.

    Parameters
    ----------
    counts
        Shape (n_days,), 0 where not logged.
    seen
        Shape (n_days,), the logged days.
    nuisance
        Shape (n_days, n_terms), Fortran order.
    precision
        Shape (n_terms,), prior precision of their coefficients.
    capped
        Shape (n_days,), days whose count says "at least"; None when there is none.
    """

    counts: FloatArray
    seen: BoolArray
    nuisance: FloatArray
    precision: FloatArray
    capped: BoolArray | None = None

    def widened(self, columns: FloatArray, precision: FloatArray) -> Series:
        """Return the same days with columns beside the nuisance terms, and their precision."""
        import numpy as np

        return replace(
            self,
            nuisance=np.asfortranarray(np.concatenate([self.nuisance, columns], axis=1)),
            precision=np.concatenate([self.precision, precision]),
        )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LevelFit:
    """Mode and evidence at one (sigma, phi, k).

    Parameters
    ----------
    wander
        Where.
    log_rate
        Shape (n_days,), at the mode, effects included.
    level
        Shape (n_days,), at the mode.
    terms
        Shape (n_terms,), nuisance coefficients at the mode.
    spreads
        Shape (n_terms,), their standard deviations, each with all others integrated out.
    evidence
        Log of the integrated likelihood.
    """

    wander: Wander
    log_rate: FloatArray
    level: FloatArray
    terms: FloatArray
    spreads: FloatArray
    evidence: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Projection:
    """The likelihood of column coefficients b, up to a constant: u'b - b'Gb/2.

    Parameters
    ----------
    information
        G, shape (n_columns, n_columns).
    score
        u, shape (n_columns,).
    """

    information: FloatArray
    score: FloatArray


def _curve(series: Series, log_rate: FloatArray, k: float) -> tuple[FloatArray, FloatArray]:
    """Return slope and curvature (sign turned) of the log likelihood by day."""
    import numpy as np

    rate = np.exp(log_rate)
    whole = k + rate
    slope = (series.counts - rate) * (k / whole)
    curvature = rate * k * (k + series.counts) / (whole * whole)
    if series.capped is not None:
        days = series.capped
        at, share = series.counts[days], rate[days] / whole[days]
        hazard = np.exp(_log_edge(at, share, k) - _log_tail(at, share, k))
        slope[days] = hazard
        curvature[days] = np.maximum(hazard * (hazard - at * (1 - share) + k * share), 1e-9)
    return slope * series.seen, curvature * series.seen


def _log_edge(at: FloatArray, share: FloatArray, k: float) -> FloatArray:
    import numpy as np
    from scipy.special import betaln

    return np.asarray(at * np.log(share) + k * np.log1p(-share) - betaln(at, k), dtype=float)


def _log_tail(at: FloatArray, share: FloatArray, k: float) -> FloatArray:
    """Return the log probability of a count of at least `at`."""
    import numpy as np
    from scipy.special import betainc

    return np.asarray(np.log(np.maximum(betainc(at, k, share), 1e-300)), dtype=float)


def _log_likelihood(series: Series, log_rate: FloatArray, k: float) -> float:
    import numpy as np
    from scipy.special import gammaln

    days = series.seen if series.capped is None else series.seen & ~series.capped
    y, eta = series.counts[days], log_rate[days]
    total = (
        gammaln(y + k).sum()
        - gammaln(y + 1).sum()
        + len(y) * (k * np.log(k) - gammaln(k))
        + y @ eta
        - ((k + y) @ np.log(k + np.exp(eta)))
    )
    if series.capped is not None:
        rate = np.exp(log_rate[series.capped])
        total += _log_tail(series.counts[series.capped], rate / (k + rate), k).sum()
    return float(total)


def _prior(wander: Wander, n_days: int) -> tuple[FloatArray, float, float]:
    """Return the diagonal, the off-diagonal and the log determinant of the level's precision."""
    import numpy as np

    base = 1 / (wander.sigma**2 * (1 - wander.phi**2))
    diagonal = np.full(n_days, base * (1 + wander.phi**2))
    diagonal[0] = diagonal[-1] = base
    return diagonal, -base * wander.phi, n_days * np.log(base) + np.log1p(-(wander.phi**2))


def _within(values: FloatArray, low: float, high: float) -> FloatArray:
    """Return the values, none beyond the limits; `numpy.clip` takes thrice as long for few."""
    import numpy as np

    return np.minimum(np.maximum(values, low), high)


def fit_level(
    series: Series,
    wander: Wander,
    *,
    offset: FloatArray,
    start: LevelFit | None,
    steps: int = _STEPS,
) -> LevelFit:
    """Find the mode of level and nuisance, and integrate them out.

    Parameters
    ----------
    series
        The days.
    wander
        Where to look.
    offset
        Shape (n_days,), log rate that is taken as known: the effects found so far.
    start
        A fit nearby, or None.
    steps
        Newton steps at most.
    """
    import numpy as np
    from scipy.linalg.lapack import dposv, dpotri, dpttrf, dpttrs

    n_days, n_terms = series.nuisance.shape
    diagonal, off, log_prior = _prior(wander, n_days)
    beside = np.full(n_days - 1, off)
    if start is None:
        level, terms = np.zeros(n_days), np.zeros(n_terms)
        seen = series.counts[series.seen]
        terms[0] = np.log(seen.mean() + 0.1)
    else:
        level, terms = start.level, start.terms
    log_rate = _within(series.nuisance @ terms + level + offset, *_LOG_RATES)
    for _ in range(steps):
        slope, curvature = _curve(series, log_rate, wander.k)
        target = curvature * (log_rate - offset) + slope
        weighted = series.nuisance * curvature[:, None]
        d, e, _info = dpttrf(diagonal + curvature, beside)
        both = np.empty((n_days, n_terms + 1), order="F")
        both[:, :-1] = weighted
        both[:, -1] = target
        solved, _info = dpttrs(d, e, both)
        inner = _products(weighted, series.nuisance - solved[:, :-1])
        inner.flat[:: n_terms + 1] += series.precision
        right = series.nuisance.T @ target - weighted.T @ solved[:, -1]
        factor, terms, _info = dposv(inner, right)
        level = solved[:, -1] - solved[:, :-1] @ terms
        new = series.nuisance @ terms + level + offset
        move = _within(_within(new, *_LOG_RATES) - log_rate, -_MAX_STEP, _MAX_STEP)
        log_rate = log_rate + move
        if float(np.abs(move).max()) < _CLOSE_ENOUGH:
            break
    penalty = diagonal @ (level * level) + 2 * off * (level[1:] @ level[:-1])
    evidence = (
        _log_likelihood(series, log_rate, wander.k)
        - penalty / 2
        + (log_prior - np.log(d).sum()) / 2
        - series.precision @ (terms * terms) / 2
        + np.log(series.precision).sum() / 2
        - np.log(np.diag(factor)).sum()
    )
    return LevelFit(
        wander=wander,
        log_rate=log_rate,
        level=level,
        terms=terms,
        spreads=np.sqrt(np.diag(dpotri(factor)[0])),
        evidence=float(evidence),
    )


def project(series: Series, fit: LevelFit, columns: FloatArray) -> Projection:
    """Return what the days say about column coefficients, level and nuisance integrated out.

    Parameters
    ----------
    series
        The days.
    fit
        The mode around which the likelihood is taken as quadratic.
    columns
        Shape (n_days, n_columns).
    """
    import numpy as np
    from scipy.linalg.lapack import dposv, dpttrf, dpttrs

    n_days, n_terms = series.nuisance.shape
    diagonal, off, _log_prior = _prior(fit.wander, n_days)
    slope, curvature = _curve(series, fit.log_rate, fit.wander.k)
    d, e, _info = dpttrf(diagonal + curvature, np.full(n_days - 1, off))
    n_columns = columns.shape[1]
    whitened = np.empty((n_days, n_columns + n_terms), order="F")  # one copy: it can be very large
    np.multiply(columns, curvature[:, None], out=whitened[:, :n_columns])
    np.multiply(series.nuisance, curvature[:, None], out=whitened[:, n_columns:])
    solved, _info = dpttrs(d, e, whitened)
    solved *= curvature[:, None]
    whitened -= solved
    del solved
    target = curvature * fit.log_rate + slope
    working = target - curvature * dpttrs(d, e, target)[0]
    cross = _products(series.nuisance, whitened)
    inner = cross[:, n_columns:].copy()
    inner.flat[:: n_terms + 1] += series.precision
    across = cross[:, :n_columns]
    inverse = dposv(inner, np.eye(n_terms))[1]
    shares = _products(inverse, across)
    return Projection(
        information=_products(columns, whitened[:, :n_columns]) - _products(across, shares),
        score=columns.T @ working - shares.T @ (series.nuisance.T @ working),
    )


_SMALL: Final = 2e5
"""Multiplications that a matrix library still does in the calling thread: waking others costs
more than it saves here."""


def _products(left: FloatArray, right: FloatArray) -> FloatArray:
    """Return ``left.T @ right``, block by block."""
    import numpy as np

    size = max(int(np.sqrt(_SMALL / len(left))), 4)
    if max(left.shape[1], right.shape[1]) <= size:
        return left.T @ right
    found = np.empty((left.shape[1], right.shape[1]))
    for row in range(0, left.shape[1], size):
        for column in range(0, right.shape[1], size):
            rows, columns = slice(row, row + size), slice(column, column + size)
            found[rows, columns] = left[:, rows].T @ right[:, columns]
    return found
