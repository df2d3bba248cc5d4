"""What the diary itself does to the counts: people stop counting, and fingers slip.

Decides when a count means "at least": a diary is taken as capped when its largest count is piled
up far beyond the counts just below it. Decides which count is left out as a likely slip, so that
no finding hangs on one mistyped day.
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
_LEAST_SHARE: Final = 0.06
_PILED: Final = 2.0
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
    if cap < _LEAST_CAP or at_cap < max(_LEAST_DAYS, _LEAST_SHARE * len(counts)):
        return None
    just_below = int(((counts < cap) & (counts >= cap - 2)).sum()) / 2
    return cap if at_cap > _PILED * just_below + 1 else None


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
