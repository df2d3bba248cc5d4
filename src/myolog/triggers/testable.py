"""Which exposures can be tested at all, and why the others cannot.

Decides the least that must be there: days, twitches, change. Not testable is an answer with a
reason, never an error and never "no effect".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from myolog.triggers.inputs import Inputs
    from myolog.triggers.report import Reason

    FloatArray = NDArray[np.float64]

__all__ = ["MIN_DAYS", "Testable", "judge_testable"]

MIN_DAYS: Final = 14
"""Logged days with a value, below which nothing is said of an exposure."""
MIN_TWITCHES: Final = 10
MIN_CHANGES: Final = 4
"""Logged days on which an exposure differs from its most frequent value."""
INSEPARABLE: Final = 0.98


@dataclass(frozen=True, slots=True, kw_only=True)
class Testable:
    """What can be done with one exposure.

    Parameters
    ----------
    reason
        Why it cannot be tested; None when it can.
    inseparable_from
        Names of exposures that moved along with it.
    days_used
        Logged days with a value.
    """

    reason: Reason | None
    inseparable_from: tuple[str, ...]
    days_used: int


def judge_testable(inputs: Inputs) -> tuple[Testable, ...]:
    """Say of each exposure whether it can be tested."""
    import numpy as np

    seen = ~np.isnan(inputs.counts)
    whole = _judge_counts(inputs.counts[seen])
    reasons = [whole or _judge_exposure(column[seen]) for column in inputs.exposures.T]
    alike = _find_inseparable(inputs.exposures[seen], [reason is None for reason in reasons])
    return tuple(
        Testable(
            reason="inseparable" if alike[index] else reason,
            inseparable_from=tuple(inputs.names[other] for other in alike[index]),
            days_used=int((seen & ~np.isnan(inputs.exposures[:, index])).sum()),
        )
        for index, reason in enumerate(reasons)
    )


def _judge_counts(counts: FloatArray) -> Reason | None:
    if len(counts) == 0:
        return "no_counts"
    if len(counts) < MIN_DAYS:
        return "too_few_days"
    if counts.sum() == 0:
        return "no_twitches"
    return "too_few_twitches" if counts.sum() < MIN_TWITCHES else None


def _judge_exposure(values: FloatArray) -> Reason | None:
    import numpy as np

    known = values[~np.isnan(values)]
    if len(known) == 0:
        return "not_logged"
    if len(known) < MIN_DAYS:
        return "too_few_days"
    spread = float(np.ptp(known))
    if spread <= 1e-9 * float(np.abs(known).max()):
        return "constant"
    repeats = np.unique(known, return_counts=True)[1]
    return "too_sparse" if len(known) - repeats.max() < MIN_CHANGES else None


def _find_inseparable(exposures: FloatArray, testable: list[bool]) -> list[list[int]]:
    """Find pairs that rise and fall together on the days on which both are known."""
    import numpy as np

    known = ~np.isnan(exposures) & np.array(testable, dtype=bool)
    n_known = np.maximum(known.sum(axis=0), 1)
    centred = np.where(known, exposures - np.where(known, exposures, 0).sum(axis=0) / n_known, 0.0)
    centred /= np.maximum(np.abs(centred).max(axis=0, initial=0), 1e-300)
    both = known.T.astype(float) @ known
    total = centred.T @ known
    squares = both * ((centred**2).T @ known) - total**2
    products = both * (centred.T @ centred) - total * total.T
    size = np.sqrt(np.maximum(squares * squares.T, 0.0))
    varied = squares > 1e-9 * np.maximum(both, 1.0) ** 2
    alike = (both >= MIN_DAYS) & varied & varied.T & (np.abs(products) >= INSEPARABLE * size)
    np.fill_diagonal(alike, False)
    return [np.flatnonzero(row).tolist() for row in alike]
