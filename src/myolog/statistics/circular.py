"""Times of day, with whole days as the units: which time is preferred, and how sure that is.

Decides that bouts of one day belong together. Ten bouts within one evening are one evening, not ten
reasons to believe in evenings; so each day counts once, and chance is drawn by turning whole days
around the clock, each by its own amount, with the pattern inside a day kept as it is.

References
----------
Fisher, Statistical Analysis of Circular Data (1993), chapters 4 and 8 (resultants, resampling).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    FloatArray = NDArray[np.float64]
    ComplexArray = NDArray[np.complex128]

__all__ = ["PreferredTime", "preferred_time"]

DRAWS: Final = 1999
_AT_ONCE: Final = 200_000
"""Draws times days held in memory at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreferredTime:
    """How unevenly days lie around the circle.

    Parameters
    ----------
    p_value
        Share of turned sets of days at least as uneven, one or two peaks; 0 to 1.
    p_one_peak
        The same for one peak alone.
    resultant
        Length of the mean of the days' own means, 0 (even) to 1 (one time only).
    resultant_high
        Upper limit of its 90 % interval.
    direction
        Angle of the mean, 0 to 2 pi.
    half_width
        The 90 % interval of the direction reaches so far to either side, 0 to pi.
    """

    p_value: float
    p_one_peak: float
    resultant: float
    resultant_high: float
    direction: float
    half_width: float


def preferred_time(days: Sequence[FloatArray], *, seed: int) -> PreferredTime:
    """Test whether days prefer a time, and estimate which.

    Assumes that under chance each day's bouts might as well lie anywhere around the circle. Not
    for a handful of days: with fewer than about ten the interval is too narrow.

    Parameters
    ----------
    days
        One array of angles for each day, each with at least one; 0 to 2 pi.
    seed
        For the draws.

    Raises
    ------
    ValueError
        There is no day, or a day without an angle.
    """
    import numpy as np

    if not days or any(len(day) == 0 for day in days):
        raise ValueError("each day needs at least one angle")
    first = np.array([np.exp(1j * day).mean() for day in days])
    second = np.array([np.exp(2j * day).mean() for day in days])
    rng = np.random.default_rng(seed)
    size = max(1, _AT_ONCE // len(days))
    one, both = _strength(first, second)
    ones, boths, means = [], [], []
    for begin in range(0, DRAWS, size):
        shape = (min(size, DRAWS - begin), len(days))
        turn = np.exp(1j * rng.uniform(0, 2 * np.pi, shape))
        drawn_one, drawn_both = _strength(first * turn, second * turn**2)
        ones.append(drawn_one)
        boths.append(drawn_both)
        means.append(first[rng.integers(0, len(days), shape)].mean(axis=1))
    resampled = np.concatenate(means)
    mean = complex(first.mean())
    off = np.abs(np.angle(resampled * np.conj(mean)))
    return PreferredTime(
        p_value=_share_at_least(np.concatenate(boths), float(both)),
        p_one_peak=_share_at_least(np.concatenate(ones), float(one)),
        resultant=abs(mean),
        resultant_high=float(np.quantile(np.abs(resampled), 0.95)),
        direction=float(np.angle(mean) % (2 * np.pi)),
        half_width=float(np.quantile(off, 0.90)),
    )


def _strength(first: ComplexArray, second: ComplexArray) -> tuple[FloatArray, FloatArray]:
    """Return the squared length of the first mean, and of both together, over the last axis."""
    import numpy as np

    one = np.abs(first.mean(axis=-1)) ** 2
    return one, one + np.abs(second.mean(axis=-1)) ** 2


def _share_at_least(drawn: FloatArray, seen: float) -> float:
    return float((1 + (drawn >= seen - 1e-12).sum()) / (1 + len(drawn)))
