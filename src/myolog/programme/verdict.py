"""The verdict on the programme: fewer twitches, more, or not to be told yet.

Decides the verdict at day 21 and day 28: which days are compared, the ratio of their rates, and the
order of the tests. Each test asks for an interval, so that few or unsteady days end in "cannot tell
yet" by themselves. A verdict says what happened, never why. Source: the guide, section 6c; the
interval is a better one than the rough one there (docs/explanation/programme-verdict.md).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, Literal

from myolog.journal.daily import daily_events, daily_windows, day_range
from myolog.journal.model import Journal
from myolog.journal.periods import ProgrammePeriod
from myolog.statistics.rates import period_change
from myolog.statistics.shift import estimate_shift

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from myolog.statistics.rates import RateChange
    from myolog.statistics.shift import Shift

    FloatArray = NDArray[np.float64]
    BoolArray = NDArray[np.bool_]

__all__ = [
    "BASELINE_DAYS",
    "CODES",
    "LOOKS",
    "Code",
    "Headline",
    "Look",
    "Verdict",
    "code_for",
    "judge",
    "judge_programme",
]

Code = Literal[
    "RECHECK", "INSUFFICIENT", "ESCALATE", "SIGNIFICANT", "SOME", "NO_CHANGE", "UNCERTAIN"
]
Headline = Literal["likely_better", "cannot_tell", "worse"]

HEADLINES: Final[dict[Code, Headline]] = {
    "RECHECK": "worse",
    "INSUFFICIENT": "cannot_tell",
    "ESCALATE": "worse",
    "SIGNIFICANT": "likely_better",
    "SOME": "likely_better",
    "NO_CHANGE": "cannot_tell",
    "UNCERTAIN": "cannot_tell",
}
CODES: Final = tuple(HEADLINES)
"""Every verdict, in the order of the tests."""

BASELINE_DAYS: Final = 14
LEAST_BASELINE_DAYS: Final = 7
FIRST_JUDGED_DAY: Final = 15
"""Days 1 to 10 are those of less caffeine, when it may be missed; the next four let it settle."""

ESCALATE_RATIO: Final = 1.5
HALF: Final = 0.50
PLACEBO_RATIO: Final = 0.72
"""What was left of cramps on placebo in trials (guide PROG-EVAL)."""

SAME: Final = (0.67, 1.5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A day on which the programme is judged.

    Attributes
    ----------
    day : of the programme; the last one that counts
    least_days : observed days that it takes from day 15 on
    level : coverage of the interval; wider at the first of two looks
    """

    day: int
    least_days: int
    level: float


LOOKS: Final = (Look(day=21, least_days=6, level=0.975), Look(day=28, least_days=10, level=0.90))


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The verdict on the programme, with the numbers behind it.

    Attributes
    ----------
    code : which of `CODES`
    look : the day on which it was judged; None before day 21
    rate_ratio : rate on the judged days over the rate before; None with too few days
    low, high : limits of its interval
    level : coverage of the interval
    n_before, n_after : observed days compared
    events_before, events_after : twitches seen, or bouts noted, on them
    low_quality : whether bouts noted at any time were counted, not twitches in fixed looks
    dispersion, lag_one : how much the days differ, and resemble the day before; None where unknown
    """

    code: Code
    look: int | None
    rate_ratio: float | None = None
    low: float | None = None
    high: float | None = None
    level: float | None = None
    n_before: int
    n_after: int
    events_before: float
    events_after: float
    low_quality: bool
    dispersion: float | None = None
    lag_one: float | None = None

    @property
    def headline(self) -> Headline:
        """The verdict in one of three: likely better, cannot tell yet, worse.

        Without days to compare with, nothing is better or worse, also where something new has come.
        """
        if self.n_before < LEAST_BASELINE_DAYS:
            return "cannot_tell"
        return HEADLINES[self.code]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Comparison:
    """Days before the start against judged days: shape (n_days,) each, NaN where neither."""

    look: Look | None
    counts: FloatArray
    exposure: FloatArray | None
    after: BoolArray

    @property
    def n_seen(self) -> tuple[int, int]:
        import numpy as np

        seen = ~np.isnan(self.counts)
        return int((seen & ~self.after).sum()), int((seen & self.after).sum())

    @property
    def is_enough(self) -> bool:
        n_before, n_after = self.n_seen
        return (
            self.look is not None
            and n_before >= LEAST_BASELINE_DAYS
            and n_after >= self.look.least_days
        )


def judge(
    outcomes: FloatArray,
    *,
    start_index: int,
    exposure: FloatArray | None = None,
    paused: BoolArray | None = None,
    needs_check: bool = False,
    low_quality: bool = False,
) -> Verdict:
    """Judge the programme on daily counts.

    Parameters
    ----------
    outcomes
        Shape (n_days,), events by day on consecutive days up to the day of the look, at least 0;
        NaN is a day without an observation.
    start_index
        Where day 1 of the programme stands; the 14 days before it are the baseline.
    exposure
        Shape (n_days,), minutes looked, above 0 where counted; None for equal days.
    paused
        Shape (n_days,), days on which the programme paused. They count neither as days of the
        programme nor as judged days, so that a pause moves the looks and loses nothing.
    needs_check
        Whether since the start a red flag, a new region or a lost function came up; then a new
        check goes before all numbers.
    low_quality
        Whether the counts are bouts noted at any time.

    Returns
    -------
    verdict : for every input; too few days is a verdict too

    Examples
    --------
    >>> import numpy as np
    >>> verdict = judge(np.array([9.0, 7, 12, 8] * 7 + [2.0, 3, 2, 4] * 4), start_index=14)
    >>> verdict.code, verdict.n_before, verdict.n_after
    ('SIGNIFICANT', 14, 14)
    """
    comparison = _compare(outcomes, start_index, exposure, paused)
    return _judge(comparison, needs_check=needs_check, low_quality=low_quality)


def judge_programme(
    journal: Journal, period: ProgrammePeriod, *, today: date, needs_check: bool = False
) -> Verdict:
    """Judge one run of the programme as it stands on `today`.

    Twitches per minute of the fixed looks where there are enough days with one; else bouts by
    observed day, marked as of low quality. The two are never mixed.

    Parameters
    ----------
    journal
        Any; entries after `today` are left out.
    period
        The run to judge; `myolog.journal.periods` finds it.
    today
        Before day 21 the verdict is that there are too few days.
    needs_check
        See `judge`.
    """
    import numpy as np

    past = journal.until(today)
    first = period.started - timedelta(days=BASELINE_DAYS)
    last = max(first, today if period.stopped is None else min(today, period.stopped))
    paused = np.array([period.paused_on(day) for day in day_range(first, last)])
    counts, minutes = map(np.array, daily_windows(past, first, last))
    looks = _compare(counts, BASELINE_DAYS, minutes, paused)
    bouts = _compare(np.array(daily_events(past, first, last)), BASELINE_DAYS, None, paused)
    fewer_looks = sum(looks.n_seen) <= sum(bouts.n_seen)
    low_quality = not looks.is_enough and (bouts.is_enough or fewer_looks)
    return _judge(bouts if low_quality else looks, needs_check=needs_check, low_quality=low_quality)


def _compare(
    outcomes: FloatArray,
    start_index: int,
    exposure: FloatArray | None,
    paused: BoolArray | None,
) -> _Comparison:
    """Keep the 14 days before the start and the judged days of the last look that is due."""
    import numpy as np

    index = np.arange(len(outcomes))
    running = index >= start_index
    if paused is not None:
        running &= ~paused
    number = np.cumsum(running)
    due = [look for look in LOOKS if running.sum() >= look.day]
    before = (index < start_index) & (index >= start_index - BASELINE_DAYS)
    after = running & (number >= FIRST_JUDGED_DAY) & (number <= (due[-1].day if due else 0))
    return _Comparison(
        look=due[-1] if due else None,
        counts=np.where(before | after, outcomes, np.nan),
        exposure=exposure,
        after=after,
    )


def _judge(comparison: _Comparison, *, needs_check: bool, low_quality: bool) -> Verdict:
    import numpy as np

    look = comparison.look
    counts, after, exposure = comparison.counts, comparison.after, comparison.exposure
    n_before, n_after = comparison.n_seen
    verdict = Verdict(
        code="RECHECK" if needs_check else "INSUFFICIENT",
        look=None if look is None else look.day,
        n_before=n_before,
        n_after=n_after,
        events_before=float(np.nansum(counts[~after])),
        events_after=float(np.nansum(counts[after])),
        low_quality=low_quality,
    )
    if needs_check or look is None or not comparison.is_enough:
        return verdict
    shift = estimate_shift(counts, after=after, exposure=exposure, level=look.level)
    change = period_change(
        counts.tolist(),
        after=after.tolist(),
        exposure=None if exposure is None else exposure.tolist(),
        level=look.level,
    )
    told = change if change is not None and code_for(change) == "ESCALATE" else shift
    return replace(
        verdict,
        code=code_for(told),
        rate_ratio=told.rate_ratio,
        low=told.low,
        high=told.high,
        level=look.level,
        dispersion=None if change is None else change.dispersion,
        lag_one=None if change is None else change.lag_one,
    )


def code_for(told: Shift | RateChange) -> Code:
    """Return what a ratio and its interval say, by the tests of the guide in their order."""
    if told.rate_ratio >= ESCALATE_RATIO and told.low > 1:
        return "ESCALATE"
    if told.rate_ratio <= HALF and told.high < PLACEBO_RATIO:
        return "SIGNIFICANT"
    if told.high < 1:
        return "SOME"
    if told.low >= SAME[0] and told.high <= SAME[1]:
        return "NO_CHANGE"
    return "UNCERTAIN"
