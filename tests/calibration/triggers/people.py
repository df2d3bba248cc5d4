"""Invented people with known triggers, of two families with different mechanics.

A person is days of counts and exposures, and the truth: the log rate ratio of each exposure that
drives the count directly, for one meaningful change kept up, and what an oracle may know.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

LENGTHS = (28, 56, 90, 180, 365)
SMALLEST, LARGEST = np.log(1.15), np.log(2.0)


@dataclass(kw_only=True)
class Person:
    """Days of one invented person, and the truth behind them."""

    kind: str
    counts: Array
    exposures: dict[str, Array]
    units: dict[str, float]
    attention: Array | None = None
    effects: dict[str, float] = field(default_factory=dict)
    """Log rate ratio for one unit more, of the exposures that act."""
    columns: dict[str, Array] = field(default_factory=dict)
    """Each exposure as it acts or would act, per unit, centred; at its mean where not logged."""
    nuisance: Array | None = None
    """Trend, weekdays, attention: what moves the log rate besides, known to the oracle."""
    wander: dict[str, float] | None = None
    """Level deviation, persistence and scatter, where the mechanics have them."""

    @property
    def days(self) -> int:
        """How many days there are, logged or not."""
        return len(self.counts)

    def arguments(self) -> dict[str, object]:
        """Give what `analyse` takes."""
        return {
            "counts": self.counts,
            "exposures": self.exposures,
            "units": self.units,
            "attention": self.attention,
        }


def autoregression(rng: np.random.Generator, days: int, phi: float) -> Array:
    """Draw a stationary first-order autoregression of variance 1."""
    noise = rng.normal(size=days) * np.sqrt(1 - phi**2)
    series = np.empty(days)
    last = rng.normal()
    for day in range(days):
        last = phi * last + noise[day]
        series[day] = last
    return series


def drift(rng: np.random.Generator, days: int, size: float) -> Array:
    """Draw a slow change: a line, a bend, a step that takes weeks, or a wave; `size` deviations."""
    place = np.linspace(-1, 1, days)
    middle = rng.uniform(-0.4, 0.4)
    forms = (
        place,
        np.tanh(3 * (place - middle)),
        (place - middle) ** 2,
        np.sin(np.pi * (place + middle)),
    )
    form = forms[rng.integers(len(forms))]
    return size * (form - form.mean()) / form.std() * rng.choice([-1, 1])


def delayed(series: Array, kernel: Array) -> Array:
    """Spread each day's value over the days that follow; days before the first are at the mean."""
    centred = series - series.mean()
    return np.convolve(centred, kernel)[: len(series)]


def exposure_series(rng: np.random.Generator, days: int, form: str) -> Array:
    """Draw one exposure: wavering, skewed, rated 0 to 10, or yes/no."""
    base = autoregression(rng, days, rng.uniform(0, 0.7))
    weekend = (np.arange(days) % 7 >= 5) * rng.normal(0, 0.3)
    base = base + weekend
    if form == "wavering":
        return base
    if form == "skewed":
        return np.exp(0.6 * base)
    if form == "rated":
        return np.clip(np.round(4 + 2 * base), 0, 10)
    threshold = np.quantile(base, 1 - rng.uniform(0.15, 0.5))
    return (base > threshold).astype(float)


def bend(x: Array, shape: str) -> Array:
    """Bend a dose."""
    if shape == "beyond":
        return np.maximum(x - np.quantile(x, 0.6), 0)
    if shape == "step":
        return (x > np.quantile(x, 0.6)).astype(float)
    if shape == "levels off":
        return 1 - np.exp(-(x - x.min()) / max(np.ptp(x) / 3, 1e-9))
    return x


def per_unit(acting: Array, x: Array, unit: float) -> Array:
    """Scale a bent dose to the slope of the straight line through the days, per unit."""
    centred = x - x.mean()
    slope = (acting @ centred) / (centred @ centred) * unit
    return (acting - acting.mean()) / slope


def draw_counts(rng: np.random.Generator, log_rate: Array, k: float) -> Array:
    """Draw negative binomial counts."""
    rate = np.exp(np.clip(log_rate, -12, 9))
    return rng.poisson(rate * rng.gamma(k, 1 / k, len(rate))).astype(float)


def random_kernel(rng: np.random.Generator) -> Array:
    """Draw on which day an exposure acts: mostly the same or the next."""
    return (
        np.array([1.0]),
        np.array([0.0, 1.0]),
        np.array([0.5, 0.5]),
        np.array([0.0, 0.0, 1.0]),
    )[rng.choice(4, p=[0.45, 0.3, 0.15, 0.1])]


def draw_effect(rng: np.random.Generator) -> float:
    """Draw a log rate ratio per unit, one in three downwards."""
    return float(rng.uniform(SMALLEST, LARGEST) * rng.choice([1, -1], p=[2 / 3, 1 / 3]))


Draw = Callable[[np.random.Generator, int], Person]
