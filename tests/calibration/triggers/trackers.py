"""What symptom trackers do, written again from their public rules, to stand beside Myolog.

Each gives every exposure a strength; the rule flags what reaches its threshold.
"""

import warnings
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtr
from sklearn.linear_model import lars_path

from tests.calibration.triggers.people import Person

Array = NDArray[np.float64]
LAGS = (0, 1, 2)
LEAST_PAIRS = 8
SUBSAMPLES = 40


@dataclass(frozen=True, kw_only=True)
class Tracker:
    """A rule with its threshold."""

    name: str
    strength: Callable[[Person], Array]
    threshold: float


def _correlation(x: Array, y: Array, lag: int) -> tuple[float, int]:
    """Return the correlation of y with x `lag` days before, and the number of pairs."""
    x, y = x[: len(x) - lag], y[lag:]
    both = ~np.isnan(x) & ~np.isnan(y)
    n_pairs = int(both.sum())
    x, y = x[both], y[both]
    if n_pairs < LEAST_PAIRS or np.ptp(x) == 0 or np.ptp(y) == 0:
        return 0.0, n_pairs
    return float(np.corrcoef(x, y)[0, 1]), n_pairs


def same_day(person: Person) -> Array:
    """Correlate the count with each exposure of the same day."""
    return np.array([abs(_correlation(x, person.counts, 0)[0]) for x in person.exposures.values()])


def best_lag(person: Person) -> Array:
    """Take the smallest p-value of three delays, uncorrected; return 1 - p."""
    return np.array(
        [
            max(1 - _p_value(*_correlation(x, person.counts, lag)) for lag in LAGS)
            for x in person.exposures.values()
        ]
    )


def _p_value(correlation: float, n_pairs: int) -> float:
    freedom = max(n_pairs - 2, 1)
    t = abs(correlation) * np.sqrt(freedom / max(1 - correlation**2, 1e-12))
    return float(2 * stdtr(freedom, -t))


def stability(person: Person) -> Array:
    """Count in how many half-samples the lasso's first picks hold an exposure at one delay."""
    columns = []
    for x in person.exposures.values():
        filled = np.where(np.isnan(x), np.nanmean(x), x)
        columns += [np.concatenate([np.full(lag, filled.mean()), filled])[: len(x)] for lag in LAGS]
    days = np.flatnonzero(~np.isnan(person.counts))
    design, outcome = np.stack(columns, axis=1)[days], np.log1p(person.counts[days])
    spread = design.std(axis=0)
    design = (design - design.mean(axis=0)) / np.where(spread > 0, spread, 1.0)
    picks = max(int(np.sqrt(0.8 * design.shape[1])), 2)
    picked = np.zeros(design.shape[1])
    rng = np.random.default_rng(len(days))
    for _ in range(SUBSAMPLES):
        half = rng.choice(len(days), len(days) // 2, replace=False)
        centred = outcome[half] - outcome[half].mean()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # sklearn says that it dropped a column it cannot use
            _, active, _ = lars_path(design[half], centred, method="lasso", max_iter=picks)
        picked[list(active)] += 1
    return (picked / SUBSAMPLES).reshape(-1, len(LAGS)).max(axis=1)


TRACKERS = (
    Tracker(name="same-day correlation of at least 0.5", strength=same_day, threshold=0.5),
    Tracker(name="p below 0.05 at any of three delays", strength=best_lag, threshold=0.95),
    Tracker(name="lasso with stability selection", strength=stability, threshold=0.75),
)
