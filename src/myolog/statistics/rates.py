"""Rates of counts by day: log-linear quasi-Poisson fits with honest intervals.

Decides how a change in a count is estimated and how wide its interval is. Daily
counts of one person vary more than Poisson counts and each day resembles the
day before, so the standard error is widened twice: by the dispersion, and by
the correlation between one day's residual and the next. Source: the guide,
sections 3d and 6c.

References
----------
McCullagh and Nelder, Generalized Linear Models, 2nd edition (1989), chapter 6.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    FloatArray = NDArray[np.float64]
    BoolArray = NDArray[np.bool_]

__all__ = [
    "LogLinearFit",
    "RateChange",
    "fit_log_linear",
    "lag_one",
    "period_change",
    "rate_change",
]

MAX_LAG_ONE: Final = 0.8
"""The correlation of one day with the next is taken to be no larger (guide 6c)."""

_MAX_STEPS: Final = 100
_CLOSE_ENOUGH: Final = 1e-10
_MAX_LOG_RATE: Final = 30.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LogLinearFit:
    """A log-linear quasi-Poisson fit.

    Attributes
    ----------
    coefficients : shape (n_terms,), on the log scale
    covariance : shape (n_terms, n_terms), dispersion not yet applied
    dispersion : Pearson chi-square over its degrees of freedom
    residuals : shape (n,), Pearson residuals
    degrees_of_freedom : n minus n_terms
    """

    coefficients: FloatArray
    covariance: FloatArray
    dispersion: float
    residuals: FloatArray
    degrees_of_freedom: int

    def standard_errors(self) -> FloatArray:
        """Return the quasi-Poisson standard errors, shape (n_terms,)."""
        import numpy as np

        return np.asarray(np.sqrt(np.diag(self.covariance) * self.dispersion), dtype=float)


@dataclass(frozen=True, slots=True, kw_only=True)
class RateChange:
    """How a rate changed over a span of days, or between two periods.

    Attributes
    ----------
    rate_ratio : the later rate over the earlier one
    low, high : limits of the interval
    n_days : days with a count
    n_events : events on those days
    dispersion : 1 for Poisson counts, more when days differ more than that
    lag_one : correlation of a day's residual with the next day's, 0 to 0.8
    """

    rate_ratio: float
    low: float
    high: float
    n_days: int
    n_events: float
    dispersion: float
    lag_one: float


def fit_log_linear(
    counts: FloatArray, design: FloatArray, *, exposure: FloatArray | None = None
) -> LogLinearFit:
    """Fit ``log(mean) = design @ coefficients + log(exposure)`` to counts.

    Iteratively reweighted least squares. Not for designs in which a group has
    no events at all: its coefficient then runs off to minus infinity.

    Parameters
    ----------
    counts
        Shape (n,), at least 0, no missing values.
    design
        Shape (n, n_terms), full column rank, n > n_terms.
    exposure
        Shape (n,), above 0, such as minutes looked; None for equal exposure.

    Raises
    ------
    ValueError
        There are not more counts than terms.
    """
    import numpy as np

    n, n_terms = design.shape
    if n <= n_terms:
        raise ValueError("a fit needs more counts than terms")
    offset = np.zeros(n) if exposure is None else np.log(exposure)
    beta = np.linalg.lstsq(design, np.log(counts + 0.5) - offset, rcond=None)[0]
    for _ in range(_MAX_STEPS):
        mean = _mean(design, beta, offset)
        working = design @ beta + (counts - mean) / mean
        weighted = design * np.sqrt(mean)[:, None]
        new = np.linalg.lstsq(weighted, working * np.sqrt(mean), rcond=None)[0]
        moved = float(np.max(np.abs(new - beta)))
        beta = new
        if moved < _CLOSE_ENOUGH:
            break
    mean = _mean(design, beta, offset)
    residuals = (counts - mean) / np.sqrt(mean)
    return LogLinearFit(
        coefficients=beta,
        covariance=np.asarray(np.linalg.pinv((design * mean[:, None]).T @ design), dtype=float),
        dispersion=float(residuals @ residuals) / (n - n_terms),
        residuals=residuals,
        degrees_of_freedom=n - n_terms,
    )


def _mean(design: FloatArray, beta: FloatArray, offset: FloatArray) -> FloatArray:
    import numpy as np

    log_rate = np.clip(design @ beta + offset, -_MAX_LOG_RATE, _MAX_LOG_RATE)
    return np.asarray(np.exp(log_rate), dtype=float)


def lag_one(residuals: FloatArray, days: FloatArray) -> float:
    """Return the correlation of residuals on neighbouring days, clipped to [0, 0.8].

    Parameters
    ----------
    residuals
        Shape (n,), centred on 0.
    days
        Shape (n,), day numbers in rising order; only pairs one day apart count.

    Returns
    -------
    correlation : 0 when no two days are neighbours or nothing varies
    """
    import numpy as np

    spread = float(np.mean(residuals**2))
    neighbours = np.diff(days) == 1
    if spread < _CLOSE_ENOUGH or not neighbours.any():
        return 0.0
    together = float(np.mean((residuals[1:] * residuals[:-1])[neighbours]))
    return min(max(together / spread, 0.0), MAX_LAG_ONE)


def rate_change(
    counts: FloatArray,
    *,
    exposure: FloatArray | None = None,
    level: float = 0.90,
) -> RateChange | None:
    """Estimate how a daily rate changed from the first to the last day of a span.

    Assumes that the log of the rate follows a straight line and that a day
    resembles the one before it, no more. It describes; it does not say why the
    rate changed.

    Parameters
    ----------
    counts
        Shape (n_days,), events by day on consecutive days; NaN is a day without
        an observation.
    exposure
        Shape (n_days,), such as minutes looked; None for equal exposure.
    level
        Coverage of the interval.

    Returns
    -------
    change : None when fewer than three days were observed or nothing happened

    References
    ----------
    Guide 6c: SE times sqrt((1 + r) / (1 - r)), t quantile.
    """
    import numpy as np

    seen = ~np.isnan(counts)
    n_days, n_events = int(seen.sum()), float(counts[seen].sum())
    if n_days <= 2 or n_events == 0:
        return None
    days = np.flatnonzero(seen).astype(float)
    fit = fit_log_linear(
        counts[seen],
        np.column_stack([np.ones(n_days), (days - days.mean()) / len(counts)]),
        exposure=None if exposure is None else exposure[seen],
    )
    return _change(fit, days, n_events, level)


def period_change(
    counts: FloatArray,
    *,
    after: BoolArray,
    exposure: FloatArray | None = None,
    level: float = 0.90,
) -> RateChange | None:
    """Estimate how a rate changed from one period to another, by the formula of the guide.

    Assumes that all days vary alike around the mean of their period, and that a day resembles
    the one before it, no more. From a few weeks both are known poorly, so that the interval is
    somewhat too narrow; `myolog.statistics.shift` heeds that.

    Parameters
    ----------
    counts
        Shape (n_days,), events by day on consecutive days; NaN is a day without an observation,
        or one that belongs to neither period.
    after
        Shape (n_days,), True on the days of the second period.
    exposure
        Shape (n_days,), such as minutes looked; None for equal exposure.
    level
        Coverage of the interval.

    Returns
    -------
    change : None when fewer than three days were observed, a period has none, or nothing happened
        Where one period has no event, half an event is added to both, so that ratio and limits
        are finite. Days never count as more alike than Poisson counts.

    References
    ----------
    Guide 6c: SE times sqrt((1 + r) / (1 - r)), t quantile.
    """
    import numpy as np

    seen = ~np.isnan(counts)
    events, second = counts[seen], after[seen]
    n_days, n_events, n_second = len(events), float(events.sum()), int(second.sum())
    if n_days <= 2 or n_events == 0 or n_second in (0, n_days):
        return None
    if events[second].sum() in (0, n_events):
        events = events + 0.5 / np.where(second, n_second, n_days - n_second)
    fit = fit_log_linear(
        events,
        np.column_stack([np.ones(n_days), second]),
        exposure=None if exposure is None else exposure[seen],
    )
    fit = replace(fit, dispersion=max(fit.dispersion, 1.0))
    return _change(fit, np.flatnonzero(seen).astype(float), n_events, level)


def _change(fit: LogLinearFit, days: FloatArray, n_events: float, level: float) -> RateChange:
    """Put the interval of the guide around the second coefficient of `fit`."""
    import numpy as np
    from scipy.special import stdtrit

    correlation = lag_one(fit.residuals, days)
    inflation = float(np.sqrt((1 + correlation) / (1 - correlation)))
    quantile = float(stdtrit(fit.degrees_of_freedom, 0.5 + level / 2))
    change = float(fit.coefficients[1])
    margin = quantile * inflation * float(fit.standard_errors()[1])
    low, ratio, high = np.exp(np.clip([change - margin, change, change + margin], -50.0, 50.0))
    return RateChange(
        rate_ratio=float(ratio),
        low=float(low),
        high=float(high),
        n_days=len(days),
        n_events=n_events,
        dispersion=fit.dispersion,
        lag_one=correlation,
    )
