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

__all__ = ["Testable", "judge_testable"]

MIN_DAYS: Final = 14
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

    n_exposures = exposures.shape[1]
    alike: list[list[int]] = [[] for _ in range(n_exposures)]
    known = ~np.isnan(exposures)
    for one in range(n_exposures):
        for other in range(one + 1, n_exposures):
            both = known[:, one] & known[:, other]
            if not (testable[one] and testable[other]) or both.sum() < MIN_DAYS:
                continue
            x, z = exposures[both, one], exposures[both, other]
            x, z = x - x.mean(), z - z.mean()
            size = float(np.sqrt((x @ x) * (z @ z)))
            if size > 0 and abs(float(x @ z)) >= INSEPARABLE * size:
                alike[one].append(other)
                alike[other].append(one)
    return alike
