"""From the model's raw probability to one that can be taken at its word.

Decides the score of a finding and from which score it is told. The raw probability is too bold in
a short diary, where the level's parameters are themselves guesses, and too modest in a long one.
So the score depends on both (logistic recalibration: Cox 1958, doi:10.1093/biomet/45.3-4.562). It
also depends on the strongest other exposure: where one acts, another is likelier, and where nothing
does, chance has to be stronger (Scott and Berger 2010, doi:10.1214/10-AOS792). The numbers were
fitted once, on invented people of both families of the calibration that serve for nothing else;
`tests/calibration/triggers/recalibrate.py` makes them anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    FloatArray = NDArray[np.float64]

__all__ = ["TYPICAL_SHARE", "flagged_from", "recalibrate", "terms_of"]

_FEW_DAYS: Final = 60
_FLAGGED_FROM: Final = 0.60
_FLAGGED_EARLY_FROM: Final = 0.70
"""So that at most one finding in ten is false at every length. Among many exposures with a score
of 0.6 in short diaries, chance has a larger share."""

TYPICAL_SHARE: Final = 0.15
"""Score of an exposure that could not be tested: how many act, before anything is known."""

_WEIGHTS: Final = (1.616, 0.299, 1.735, 0.191, -0.599, 0.198, 0.654)
_DAYS: Final = (14, 400)
_LEAST: Final = 1e-4


def flagged_from(days: int) -> float:
    """Return from which score on a finding is told, given so many days with a count."""
    return _FLAGGED_FROM if days >= _FEW_DAYS else _FLAGGED_EARLY_FROM


def terms_of(raw: FloatArray, days: int) -> FloatArray:
    """Return what the logit of the score is a weighted sum of.

    Parameters
    ----------
    raw
        Shape (n,), raw probabilities of all exposures of one person.
    days
        Days with a count.

    Returns
    -------
    terms : shape (n, 7)
    """
    import numpy as np
    from scipy.special import logit

    strength = logit(np.clip(raw, _LEAST, 1 - _LEAST))
    length = np.log(min(max(days, _DAYS[0]), _DAYS[1]) / 90)
    strong = np.maximum(strength + 1, 0)
    even = np.ones(len(raw))
    columns = [even, length * even, strength, length * strength, strong, length * strong]
    return np.stack([*columns, _strongest_other(raw)], axis=1)


def _strongest_other(raw: FloatArray) -> FloatArray:
    import numpy as np

    second, first = np.sort(np.append(raw, [0.0, 0.0]))[-2:]
    return np.asarray(np.where(raw == first, second, first), dtype=float)


def recalibrate(raw: FloatArray, days: int) -> FloatArray:
    """Return the share of exposures that act among those with such a raw probability.

    Parameters
    ----------
    raw
        Shape (n,), 0 to 1, of all exposures of one person.
    days
        Days with a count.
    """
    import numpy as np
    from scipy.special import expit

    return np.asarray(expit(terms_of(raw, days) @ np.array(_WEIGHTS)), dtype=float)
