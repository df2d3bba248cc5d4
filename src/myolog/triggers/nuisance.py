"""What may move the count besides the exposures: trend, weekdays and attention.

Decides which terms take part and how large they may be. Each has a normal prior, so that a
short diary is not eaten up by them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    FloatArray = NDArray[np.float64]
    BoolArray = NDArray[np.bool_]

__all__ = ["nuisance_terms"]

_LEVEL_SD: Final = 5.0
_DRIFT_SD: Final = 0.8
_DAYS_PER_WAVE: Final = 45
_MAX_WAVES: Final = 10
_WEEKDAY_SD: Final = 0.12
_WEEKEND_SD: Final = 0.2
_ATTENTION_SD: Final = 0.5


def nuisance_terms(
    n_days: int, *, first_weekday: int, attention: FloatArray | None, seen: BoolArray
) -> tuple[FloatArray, FloatArray]:
    """Build the terms.

    Returns
    -------
    terms : shape (n_days, n_terms), Fortran order
    precision : shape (n_terms,), prior precision of their coefficients
    """
    import numpy as np

    share = (np.arange(n_days) + 0.5) / n_days
    weekday = (np.arange(n_days) + first_weekday) % 7
    waves = range(1, min(2 + n_days // _DAYS_PER_WAVE, _MAX_WAVES) + 1)
    columns = [
        np.ones(n_days),
        *(np.cos(np.pi * wave * share) for wave in waves),
        *((weekday == day).astype(float) for day in range(7)),
        (weekday >= 5).astype(float),
    ]
    drift = [_DRIFT_SD / wave for wave in waves]
    deviations = [_LEVEL_SD, *drift, *[_WEEKDAY_SD] * 7, _WEEKEND_SD]
    if attention is not None:
        for column in _attention_terms(attention, seen):
            columns.append(column)
            deviations.append(_ATTENTION_SD)
    return np.asfortranarray(np.stack(columns, axis=1)), 1 / np.square(deviations)


def _attention_terms(attention: FloatArray, seen: BoolArray) -> list[FloatArray]:
    """Scale attention and its logarithm; a day without a measure stands at the mean."""
    import numpy as np

    known = ~np.isnan(attention)
    terms = []
    for values in (attention, np.log1p(attention)):
        used = values[known & seen]
        spread = float(used.std()) if len(used) > 1 else 0.0
        if spread > 0:
            terms.append(np.where(known, (values - used.mean()) / spread, 0.0))
    return terms
