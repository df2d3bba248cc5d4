"""The change worth talking about of an amount that a person tracks of their own.

Decides that it is how far the middle half of the person's own days lie apart, in round numbers:
nobody else knows what is much of it. It comes from the amounts alone, never from the twitching, so
that it moves no error rate. Yes/no and 0 to 10 have the change of the vocabulary's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from myolog.vocabulary.exposures import exposure

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    FloatArray = NDArray[np.float64]

__all__ = ["change_worth_telling"]


def change_worth_telling(code: str, values: FloatArray) -> float:
    """Return the change of a person's own thing that a finding is told for.

    Parameters
    ----------
    values
        Of each day; NaN where not told, with one day at least that is.

    Returns
    -------
    change : above 0
        For an amount the middle half's width, or half the whole width where that is 0, to two
        digits; 1 for one that is always the same.

    Examples
    --------
    >>> import numpy as np
    >>> change_worth_telling("own:amount:tea", np.array([0.0, 1, 2, 3, 10, np.nan]))
    2.0
    >>> change_worth_telling("own:rating:pain", np.array([0.0, 9]))
    2
    """
    import numpy as np

    what = exposure(code)
    if what.kind != "amount":
        return what.change
    low, quarter, three_quarters, high = np.nanquantile(values, (0, 0.25, 0.75, 1))
    width = three_quarters - quarter or (high - low) / 2 or 1.0
    return float(f"{width:.1e}")
