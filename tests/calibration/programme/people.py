"""Invented people in the programme: what the guide's own simulation assumed (section 6c).

Daily counts are Poisson around a mean that wanders on the log scale as a first-order
autoregression, times gamma noise. The change comes in evenly over days 1 to 11.
"""

from dataclasses import dataclass

import numpy as np

EVALUATION_DAYS = 14
BEFORE_EVALUATION = 14
SETTLED_DAY = 11


@dataclass(frozen=True, kw_only=True)
class Person:
    """`ratio` is the true rate after over before; `shape` None is no gamma noise."""

    ratio: float
    mean: float = 8.0
    n_before: int = 14
    memory: float = 0.4
    wander: float = 0.5
    shape: float | None = 4.0

    def counts(self, rng: np.random.Generator) -> np.ndarray:
        """Draw one journal of daily counts: the baseline and the 28 days of the programme."""
        n_days = self.n_before + BEFORE_EVALUATION + EVALUATION_DAYS
        level = np.empty(n_days)
        level[0] = rng.normal(0, self.wander)
        for day in range(1, n_days):
            step = rng.normal(0, self.wander * np.sqrt(1 - self.memory**2))
            level[day] = self.memory * level[day - 1] + step
        number = np.arange(n_days) - self.n_before + 1
        share = np.clip(number / SETTLED_DAY, 0, 1)
        rate = self.mean * np.exp(level - self.wander**2 / 2 + share * np.log(self.ratio))
        if self.shape is not None:
            rate *= rng.gamma(self.shape, 1 / self.shape, n_days)
        return rng.poisson(rate).astype(float)
