"""How long bouts last: a usual length, and whether it has changed over the days.

Decides that a day counts once, by the middle of its bouts, and that a change is told only when its
interval leaves out "no change". Lengths are what a person estimated or timed, so they are rough.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final, Literal

from myolog.journal.model import Journal
from myolog.statistics.rates import lag_one

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    FloatArray = NDArray[np.float64]

__all__ = ["LengthPattern", "length_pattern"]

LEAST_DAYS: Final = 21
"""Days with a bout whose length is known, before a change is tested."""

_LEAST_USUAL: Final = 5
"""Such days before a usual length is told."""

LEVEL: Final = 0.975
"""Coverage of the interval that a change must pass: two things are tested, 5 % between them."""

_SAME: Final = (2 / 3, 1.5)
"""A change surely within these is too small to matter."""

Verdict = Literal["longer", "shorter", "no_sign", "cannot_tell"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LengthPattern:
    """What is known about how long bouts last.

    Parameters
    ----------
    verdict
        Whether bouts became longer or shorter from the first day to the last.
    days
        Days with a bout of known length.
    days_needed
        Such days before a change is tested; None when there are enough.
    bouts
        Bouts of known length.
    usual_s, low_s, high_s
        Middle of the days, and the range of the middle half of them, seconds; None with too few.
    ratio
        Length at the end over length at the beginning, along a straight line; None if not tested.
    low90, high90
        Its 90 % interval.
    """

    verdict: Verdict
    days: int
    days_needed: int | None
    bouts: int
    usual_s: float | None = None
    low_s: float | None = None
    high_s: float | None = None
    ratio: float | None = None
    low90: float | None = None
    high90: float | None = None


def length_pattern(journal: Journal, *, today: date) -> LengthPattern:
    """Look at the length of bouts, and at whether it changed.

    Parameters
    ----------
    journal
        Any; entries after `today` are left out.
    """
    import numpy as np

    by_day: defaultdict[date, list[int]] = defaultdict(list)
    for bout in journal.until(today).episodes:
        if bout.duration_s is not None:
            by_day[bout.day].append(bout.duration_s)
    found = LengthPattern(
        verdict="cannot_tell",
        days=len(by_day),
        days_needed=LEAST_DAYS if len(by_day) < LEAST_DAYS else None,
        bouts=sum(len(lengths) for lengths in by_day.values()),
    )
    if len(by_day) < _LEAST_USUAL:
        return found
    days = sorted(by_day)
    middles = np.array([np.median(by_day[day]) for day in days])
    low, usual, high = (float(value) for value in np.quantile(middles, [0.25, 0.5, 0.75]))
    found = replace(found, usual_s=usual, low_s=low, high_s=high)
    if found.days_needed is not None:
        return found
    numbers = np.array([(day - days[0]).days for day in days], dtype=float)
    return _changed(found, np.log(middles), numbers)


def _changed(found: LengthPattern, logs: FloatArray, numbers: FloatArray) -> LengthPattern:
    """Fit a line through the logs of the lengths; days may resemble the day before."""
    import numpy as np
    from scipy.special import stdtrit

    time = (numbers - numbers.mean()) / (numbers[-1] - numbers[0])
    slope = float(time @ logs / (time @ time))
    residuals = logs - logs.mean() - slope * time
    freedom = len(logs) - 2
    alike = lag_one(residuals.tolist(), numbers.tolist())
    error = float(np.sqrt(residuals @ residuals / freedom / (time @ time)))
    error *= float(np.sqrt((1 + alike) / (1 - alike)))
    wide, narrow = (error * float(stdtrit(freedom, 0.5 + level / 2)) for level in (LEVEL, 0.90))
    low, high = np.exp([slope - narrow, slope + narrow])
    verdict: Verdict = "cannot_tell"
    if abs(slope) > wide:
        verdict = "longer" if slope > 0 else "shorter"
    elif _SAME[0] <= low and high <= _SAME[1]:
        verdict = "no_sign"
    return replace(
        found,
        verdict=verdict,
        ratio=float(np.exp(slope)),
        low90=float(low),
        high90=float(high),
    )
