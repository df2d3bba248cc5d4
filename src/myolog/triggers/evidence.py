"""A second look at each exposure that may act, where the likelihood is taken at its own mode.

The choice of exposures takes the likelihood as quadratic around what is explained so far. Few
days with the exposure and few twitches make it lopsided. Decides how much the evidence for an
exposure changes when it is fitted in full, with and without its best form.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from myolog.statistics.latent import fit_level
from myolog.triggers.selection import SLAB_SD

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from myolog.statistics.latent import LevelFit, Projection, Series
    from myolog.triggers.candidates import Candidates
    from myolog.triggers.selection import Selection

    FloatArray = NDArray[np.float64]

__all__ = ["look_again"]

_WORTH_A_LOOK: Final = 0.1
_MOST_GAIN: Final = 5.0
_LEAST: Final = 1e-6


def look_again(
    series: Series,
    fit: LevelFit,
    candidates: Candidates,
    projection: Projection,
    selection: Selection,
    inclusion: FloatArray,
) -> FloatArray:
    """Return the raw probabilities, corrected by what the full likelihood says.

    Parameters
    ----------
    series, fit
        The days, and the level around which the choice was made.
    candidates, projection, selection
        The forms, what the days say about them, and the choice.
    inclusion
        Shape (n_exposures,), raw probabilities.
    """
    import numpy as np
    from scipy.special import expit, logit

    n_forms = candidates.usable.shape[1]
    corrected = inclusion.copy()
    for index in np.flatnonzero(inclusion > _WORTH_A_LOOK):
        others = selection.coefficients.copy()
        others[index * n_forms : (index + 1) * n_forms] = 0.0
        column = index * n_forms + int(selection.weights[index].argmax())
        left = float(projection.score[column] - projection.information[column] @ others)
        precision = max(float(projection.information[column, column]), 0.0) + SLAB_SD**-2
        taken = left**2 / (2 * precision) - np.log(precision * SLAB_SD**2) / 2
        offset = candidates.explained(others)
        without = fit_level(series, fit.wander, offset=offset, start=fit)
        wide = series.widened(candidates.columns[:, [column]], np.array([SLAB_SD**-2]))
        start = replace(without, terms=np.append(without.terms, 0.0))
        gain = fit_level(wide, fit.wander, offset=offset, start=start).evidence - without.evidence
        before = logit(np.clip(inclusion[index], _LEAST, 1 - _LEAST))
        corrected[index] = expit(before + np.clip(gain - taken, -_MOST_GAIN, _MOST_GAIN))
    return corrected
