"""Rates of counts by day: log-linear quasi-Poisson fits with honest intervals.

Decides how a change in a count is estimated and how wide its interval is. Daily
counts of one person vary more than Poisson counts and each day resembles the
day before, so the standard error is widened twice: by the dispersion, and by
the correlation between one day's residual and the next. Source: the guide,
sections 3d and 6c.

Plain Python: the check rests on it, and must run where no numerical library is.

References
----------
McCullagh and Nelder, Generalized Linear Models, 2nd edition (1989), chapter 6.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import compress
from math import exp, isnan, log, sqrt
from typing import Final

from myolog.statistics.student import t_quantile

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


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLinearFit:
    """A log-linear quasi-Poisson fit.

    Attributes
    ----------
    coefficients : one for each term, on the log scale
    variances : of the coefficients, dispersion not yet applied
    dispersion : Pearson chi-square over its degrees of freedom
    residuals : Pearson residuals, one for each count
    degrees_of_freedom : number of counts minus number of terms
    """

    coefficients: tuple[float, ...]
    variances: tuple[float, ...]
    dispersion: float
    residuals: tuple[float, ...]
    degrees_of_freedom: int

    def standard_errors(self) -> tuple[float, ...]:
        """Return the quasi-Poisson standard error of each coefficient."""
        return tuple(sqrt(variance * self.dispersion) for variance in self.variances)


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
    counts: Sequence[float],
    terms: Sequence[Sequence[float]],
    *,
    exposure: Sequence[float] | None = None,
) -> LogLinearFit:
    """Fit ``log(mean) = sum of coefficients times terms + log(exposure)`` to counts.

    Iteratively reweighted least squares. Not for designs in which a group has
    no events at all: its coefficient then runs off to minus infinity.

    Parameters
    ----------
    counts
        n of them, at least 0, no missing values.
    terms
        Each with n values; none follows from the others, and there are fewer than counts.
    exposure
        n of them, above 0, such as minutes looked; None for equal exposure.

    Raises
    ------
    ValueError
        There are not more counts than terms.
    """
    n, n_terms = len(counts), len(terms)
    if n <= n_terms:
        raise ValueError("a fit needs more counts than terms")
    offset = [0.0] * n if exposure is None else [log(minutes) for minutes in exposure]
    start = [log(count + 0.5) - known for count, known in zip(counts, offset, strict=True)]
    beta, _ = _least_squares(terms, start)
    for _ in range(_MAX_STEPS):
        line = [_dot(beta, row) for row in zip(*terms, strict=True)]
        mean = _means(line, offset)
        root = [sqrt(one) for one in mean]
        working = [
            (fitted + (count - one) / one) * weight
            for fitted, count, one, weight in zip(line, counts, mean, root, strict=True)
        ]
        weighted = [[a * b for a, b in zip(term, root, strict=True)] for term in terms]
        new, variances = _least_squares(weighted, working)
        moved = max(abs(a - b) for a, b in zip(new, beta, strict=True))
        beta = new
        if moved < _CLOSE_ENOUGH:
            break
    mean = _means([_dot(beta, row) for row in zip(*terms, strict=True)], offset)
    residuals = tuple((count - one) / sqrt(one) for count, one in zip(counts, mean, strict=True))
    return LogLinearFit(
        coefficients=tuple(beta),
        variances=tuple(variances),
        dispersion=_dot(residuals, residuals) / (n - n_terms),
        residuals=residuals,
        degrees_of_freedom=n - n_terms,
    )


def _dot(some: Sequence[float], others: Sequence[float]) -> float:
    return sum(one * other for one, other in zip(some, others, strict=True))


def _means(line: Sequence[float], offset: Sequence[float]) -> list[float]:
    return [
        exp(min(max(fitted + known, -_MAX_LOG_RATE), _MAX_LOG_RATE))
        for fitted, known in zip(line, offset, strict=True)
    ]


def _least_squares(
    columns: Sequence[Sequence[float]], target: Sequence[float]
) -> tuple[list[float], list[float]]:
    """Return coefficients and their variances by modified Gram-Schmidt."""
    n_terms = len(columns)
    upper = [[0.0] * (n_terms + 1) for _ in columns]
    left = [list(column) for column in (*columns, target)]
    for row, above in enumerate(upper):
        above[row] = sqrt(_dot(left[row], left[row]))
        unit = [value / above[row] for value in left[row]]
        for column in range(row + 1, n_terms + 1):
            above[column] = _dot(unit, left[column])
            left[column] = [
                value - above[column] * part for value, part in zip(left[column], unit, strict=True)
            ]
    inverse = [
        _solved(upper, [float(row == one) for row in range(n_terms)]) for one in range(n_terms)
    ]
    variances = [sum(column[row] ** 2 for column in inverse) for row in range(n_terms)]
    return _solved(upper, [above[n_terms] for above in upper]), variances


def _solved(upper: Sequence[Sequence[float]], wanted: Sequence[float]) -> list[float]:
    """Solve a triangular system from below."""
    found = [0.0] * len(wanted)
    for row in reversed(range(len(wanted))):
        known = sum(upper[row][column] * found[column] for column in range(row + 1, len(wanted)))
        found[row] = (wanted[row] - known) / upper[row][row]
    return found


def lag_one(residuals: Sequence[float], days: Sequence[float]) -> float:
    """Return the correlation of residuals on neighbouring days, clipped to [0, 0.8].

    Parameters
    ----------
    residuals
        Centred on 0.
    days
        Their day numbers in rising order; only pairs one day apart count.

    Returns
    -------
    correlation : 0 when no two days are neighbours or nothing varies
    """
    together = [
        residuals[place] * residuals[place - 1]
        for place in range(1, len(days))
        if days[place] - days[place - 1] == 1
    ]
    spread = sum(one * one for one in residuals) / len(residuals)
    if spread < _CLOSE_ENOUGH or not together:
        return 0.0
    return min(max(sum(together) / len(together) / spread, 0.0), MAX_LAG_ONE)


def rate_change(
    counts: Sequence[float],
    *,
    exposure: Sequence[float] | None = None,
    level: float = 0.90,
) -> RateChange | None:
    """Estimate how a daily rate changed from the first to the last day of a span.

    Assumes that the log of the rate follows a straight line and that a day
    resembles the one before it, no more. It describes; it does not say why the
    rate changed.

    Parameters
    ----------
    counts
        Events by day on consecutive days; NaN is a day without an observation.
    exposure
        For each day, such as minutes looked; None for equal exposure.
    level
        Coverage of the interval.

    Returns
    -------
    change : None when fewer than three days were observed or nothing happened

    References
    ----------
    Guide 6c: SE times sqrt((1 + r) / (1 - r)), t quantile.
    """
    days = [day for day, count in enumerate(counts) if not isnan(count)]
    seen = [counts[day] for day in days]
    n_events = float(sum(seen))
    if len(days) <= 2 or n_events == 0:
        return None
    middle = sum(days) / len(days)
    fit = fit_log_linear(
        seen,
        [[1.0] * len(days), [(day - middle) / len(counts) for day in days]],
        exposure=None if exposure is None else [exposure[day] for day in days],
    )
    return _change(fit, days, n_events, level)


def period_change(
    counts: Sequence[float],
    *,
    after: Sequence[bool],
    exposure: Sequence[float] | None = None,
    level: float = 0.90,
) -> RateChange | None:
    """Estimate how a rate changed from one period to another, by the formula of the guide.

    Assumes that all days vary alike around the mean of their period, and that a day resembles
    the one before it, no more. From a few weeks both are known poorly, so that the interval is
    somewhat too narrow; `myolog.statistics.shift` heeds that.

    Parameters
    ----------
    counts
        Events by day on consecutive days; NaN is a day without an observation,
        or one that belongs to neither period.
    after
        For each day, True on those of the second period.
    exposure
        For each day, such as minutes looked; None for equal exposure.
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
    days = [day for day, count in enumerate(counts) if not isnan(count)]
    events, second = [counts[day] for day in days], [bool(after[day]) for day in days]
    n_days, n_events, n_second = len(days), float(sum(events)), sum(second)
    if n_days <= 2 or n_events == 0 or n_second in (0, n_days):
        return None
    if sum(compress(events, second)) in (0, n_events):
        half = {True: 0.5 / n_second, False: 0.5 / (n_days - n_second)}
        events = [count + half[later] for count, later in zip(events, second, strict=True)]
    fit = fit_log_linear(
        events,
        [[1.0] * n_days, [float(later) for later in second]],
        exposure=None if exposure is None else [exposure[day] for day in days],
    )
    fit = replace(fit, dispersion=max(fit.dispersion, 1.0))
    return _change(fit, days, n_events, level)


def _change(fit: LogLinearFit, days: Sequence[int], n_events: float, level: float) -> RateChange:
    """Put the interval of the guide around the second coefficient of `fit`."""
    correlation = lag_one(fit.residuals, days)
    inflation = sqrt((1 + correlation) / (1 - correlation))
    change = fit.coefficients[1]
    margin = t_quantile(level, fit.degrees_of_freedom) * inflation * fit.standard_errors()[1]
    low, ratio, high = (
        exp(min(max(one, -50.0), 50.0)) for one in (change - margin, change, change + margin)
    )
    return RateChange(
        rate_ratio=ratio,
        low=low,
        high=high,
        n_days=len(days),
        n_events=n_events,
        dispersion=fit.dispersion,
        lag_one=correlation,
    )
