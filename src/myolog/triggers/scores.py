"""From the model's raw probability to one that can be taken at its word.

Decides the score of a finding and from which score it is told. The raw probability is too modest
about the strong and too bold about the weak, because the model is simpler than life. The map was
made once, by isotonic regression on invented people of both families of the calibration that
serve for nothing else (`tests/calibration/triggers/recalibrate.py` makes it anew); the cut was
chosen on the same people. Source: Zadrozny and Elkan 2002, doi:10.1145/775047.775151.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    FloatArray = NDArray[np.float64]

__all__ = ["FLAGGED_FROM", "TYPICAL_SHARE", "recalibrate"]

_KNOTS: Final = (
    (0.0, 0.0),
    (0.02, 0.007),
    (0.03, 0.014),
    (0.05, 0.034),
    (0.08, 0.099),
    (0.12, 0.197),
    (0.18, 0.311),
    (0.25, 0.459),
    (0.35, 0.713),
    (0.5, 0.778),
    (0.65, 0.915),
    (0.95, 0.970),
    (1.0, 0.998),
)
"""Raw probability and the share of exposures with it that really act."""

FLAGGED_FROM: Final = 0.66
"""A finding is told from this score on: then 1 in 18 findings was false, and 1 in 30 people in
whom nothing acts was told one."""

TYPICAL_SHARE: Final = 0.146
"""Score of an exposure that could not be tested: how many act, before anything is known."""


def recalibrate(raw: FloatArray) -> FloatArray:
    """Return the share of exposures that act among those with such a raw probability.

    Parameters
    ----------
    raw
        Shape (n,), 0 to 1.
    """
    import numpy as np

    given, acting = zip(*_KNOTS, strict=True)
    return np.asarray(np.interp(raw, given, acting), dtype=float)
