"""The rate of a span of days, such as a month, and how unsure it is.

Decides its interval: that of a quasi-Poisson mean, widened by how much a day resembles the one
before, which is found over many spans because one of a week tells too little of it. Source: the
guide, section 6c.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, isnan, log, sqrt
from typing import Final

from myolog.statistics.rates import LogLinearFit, lag_one
from myolog.statistics.student import t_quantile

__all__ = ["MeanRate", "lag_within", "mean_rate"]

_FEWEST_DAYS: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class MeanRate:
    """The mean count of the days observed in a span.

    Attributes
    ----------
    rate : events on a day observed
    low, high : limits of the interval
    """

    rate: float
    low: float
    high: float


def mean_rate(
    counts: Sequence[float], *, correlation: float = 0.0, level: float = 0.90
) -> MeanRate | None:
    """Estimate the rate of a span of days.

    Assumes that its days vary alike around their mean, and that a day resembles the one before it.

    Parameters
    ----------
    counts
        Events by day; NaN is a day without an observation.
    correlation
        Of one day with the next, as `lag_within` finds it over many spans.
    level
        Coverage of the interval.

    Returns
    -------
    rate : None with fewer than three days observed
        Without any event the interval reaches from 0 to where that of half an event does.

    References
    ----------
    Guide 6c: SE times sqrt((1 + r) / (1 - r)), t quantile.

    Examples
    --------
    >>> rate = mean_rate([4.0, 2, float("nan"), 3, 4, 2])
    >>> round(rate.low, 1), rate.rate, round(rate.high, 1)
    (1.7, 3.0, 5.2)
    """
    seen = [count for count in counts if not isnan(count)]
    fit = _mean(seen)
    if fit is None:
        return None
    inflation = sqrt((1 + correlation) / (1 - correlation))
    margin = t_quantile(level, fit.degrees_of_freedom) * inflation * fit.standard_errors()[0]
    low, high = (exp(fit.coefficients[0] + one) for one in (-margin, margin))
    return MeanRate(rate=sum(seen) / len(seen), low=low if any(seen) else 0.0, high=high)


def lag_within(spans: Sequence[Sequence[float]]) -> float:
    """Return how much a day resembles the one before, around the mean of the span it is in.

    Parameters
    ----------
    spans
        Events by day of each span, on consecutive days from the first span to the last; NaN is a
        day without an observation.

    Returns
    -------
    correlation : 0 to 0.8, the same for all spans, each of which counts by its own scatter
    """
    residuals: list[float] = []
    days: list[int] = []
    start = 0
    for counts in spans:
        seen = {day: count for day, count in enumerate(counts, start) if not isnan(count)}
        start += len(counts)
        fit = _mean(list(seen.values()))
        if fit is not None:
            residuals += [one / sqrt(fit.dispersion) for one in fit.residuals]
            days += seen
    return lag_one(residuals, days) if days else 0.0


def _mean(counts: Sequence[float]) -> LogLinearFit | None:
    """Fit one rate, which is the mean; days never count as more alike than Poisson counts."""
    n_days = len(counts)
    if n_days < _FEWEST_DAYS:
        return None
    n_events = float(sum(counts)) or 0.5
    mean = n_events / n_days
    residuals = tuple((count - mean) / sqrt(mean) if any(counts) else 0.0 for count in counts)
    return LogLinearFit(
        coefficients=(log(mean),),
        variances=(1 / n_events,),
        dispersion=max(sum(one * one for one in residuals) / (n_days - 1), 1.0),
        residuals=residuals,
        degrees_of_freedom=n_days - 1,
    )
