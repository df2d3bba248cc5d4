"""What the diary itself does to the counts: people stop counting, and fingers slip.

Decides when a count means "at least": a diary is taken as capped when its counts are far more
likely if the largest of them stands for itself and all above. Decides which count is left out as a
likely slip, so that no finding hangs on one mistyped day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    FloatArray = NDArray[np.float64]

__all__ = ["find_cap", "leave_out_slips"]

_LEAST_CAP: Final = 3
_LEAST_DAYS: Final = 4
_LEAST_SHARE, _MOST_SHARE = 0.06, 0.6
_LEAST_GAIN: Final = 5.0
"""Log likelihood that the cap must bring."""
_SHAPES: Final = (0.8, 1.6, 3.2, 6.5, 13.0, 30.0)
_MEANS: Final = (0.9, 3.4, 28)
"""From so many times to so many times the mean of the counts, and how many between."""
_SLIP: Final = 20.0
"""A count so many times as large as that of all but one in ten days is taken for a slip."""


def find_cap(counts: FloatArray) -> float | None:
    """Return the count at which the person stops counting, or None.

    Parameters
    ----------
    counts
        Shape (n,), logged days only, at least one.
    """
    cap = float(counts.max())
    at_cap = int((counts == cap).sum())
    enough = max(_LEAST_DAYS, _LEAST_SHARE * len(counts))
    if cap < _LEAST_CAP or not enough <= at_cap <= _MOST_SHARE * len(counts):
        return None
    return cap if _gain(counts, cap) > _LEAST_GAIN else None


def _gain(counts: FloatArray, cap: float) -> float:
    """Return how much likelier negative binomial counts are when they stop at the cap."""
    import numpy as np
    from scipy.special import betainc, gammaln

    low, high, steps = _MEANS
    k = np.array(_SHAPES)[:, None, None]
    share = 1 / (1 + k / (counts.mean() * np.geomspace(low, high, steps)[:, None]))
    values, days = np.unique(counts, return_counts=True)
    chances = gammaln(values + k) - gammaln(values + 1) - gammaln(k)
    chances = chances + k * np.log1p(-share) + values * np.log(share)
    tail = np.log(np.maximum(betainc(cap, k, share), 1e-300))[..., 0]
    plain = chances @ days
    capped = chances[..., :-1] @ days[:-1] + tail * days[-1]
    return float(capped.max() - plain.max())


def leave_out_slips(counts: FloatArray) -> FloatArray:
    """Return the counts with those beyond belief as not logged.

    Parameters
    ----------
    counts
        Shape (n_days,), NaN where not logged.
    """
    import numpy as np

    seen = counts[~np.isnan(counts)]
    if not len(seen):
        return counts
    return np.where(counts > _SLIP * (np.quantile(seen, 0.9) + 1), np.nan, counts)
