"""The way down with caffeine as it is lived: through breaks, and with an amount of one's own.

Decides where it begins again after a break (a pause, a step left out, a guard), so that it never
falls faster than the taper. Source: the guide, section 6a (STEP-1). Where the guide is silent, what
was noted in the break counts; a break of more than two days that tells too little counts as if the
usual amount had come back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from statistics import median
from typing import Final

from myolog.programme.caffeine import BASELINE_DAYS, LEAST_BASELINE_DAYS, eased_taper

__all__ = ["Lived", "begins_again_at", "lived_way"]

SHORT_BREAK: Final = 2
"""Days after which, with nothing noted, the way goes on where it stood."""


def begins_again_at(
    noted: Mapping[date, float], broke: date, again: date, *, stood: int, usual: int
) -> int:
    """Return the amount that is taken a day after a break, mg.

    Parameters
    ----------
    noted
        Caffeine by day, mg.
    broke, again
        First day of the break, and the first day after it.
    stood
        The ceiling before the break, mg.
    usual
        What was usual before the steps, mg.

    Returns
    -------
    amount : the middle of what was noted in the last week of the break, when at least five of its
        days were, or all of a shorter one; otherwise the most that it may be
    """
    length = (again - broke).days
    days = [again - timedelta(days=back) for back in range(1, min(length, BASELINE_DAYS) + 1)]
    told = [noted[day] for day in days if day in noted]
    if len(told) >= min(length, LEAST_BASELINE_DAYS):
        return round(median(told))
    if length > SHORT_BREAK:
        stood = max(stood, usual)
    return round(max([stood, *told]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Lived:
    """What the way down rests on.

    Attributes
    ----------
    usual : caffeine of a usual day before the steps, mg
    target : day to where the caffeine is to end, or the amount of one's own, mg
    is_break : whether nothing is asked of the caffeine on a day
    noted : caffeine by day, mg
    aches : headaches by day, 0 to 10
    """

    usual: int
    target: Callable[[date], int]
    is_break: Callable[[date], bool]
    noted: Mapping[date, float]
    aches: Mapping[date, int]


@dataclass(slots=True)
class _Fall:
    """One way from an amount to a target; `lived` days of it are over."""

    start: int
    target: int
    may_stay: bool
    aches: dict[int, int] = field(default_factory=dict)
    lived: int = 0
    falling: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.falling = eased_taper(self.start, self.target, self.aches)

    def live(self, ache: int | None) -> int:
        """Return the ceiling of the next day, and heed its headache from then on."""
        self.lived += 1
        if ache is not None:
            self.aches[self.lived] = ache
            self.falling = eased_taper(self.start, self.target, self.aches)
        return self.after(self.lived)

    def after(self, n_days: int) -> int:
        """Return the ceiling of its day `n_days`; day 0 is where it starts."""
        if not self.falling:
            return self.start if self.may_stay else self.target
        return self.start if n_days == 0 else self.falling[min(n_days, len(self.falling)) - 1]


def lived_way(given: Lived, days: Iterable[date]) -> dict[date, int]:
    """Return the most caffeine of each day in a row, mg; in a break the amount stays.

    Parameters
    ----------
    days
        From the day on which the usual amount was known.
    """
    found: dict[date, int] = {}
    stood, broke = given.usual, None
    fall: _Fall | None = None
    for day in days:
        if given.is_break(day):
            broke = day if broke is None else broke
            found[day] = stood
            continue
        target = given.target(day)
        if fall is None:
            fall = _Fall(stood, target, may_stay=True)
        if broke is not None:
            again = begins_again_at(given.noted, broke, day, stood=stood, usual=given.usual)
            if not fall.after(fall.lived + 1) <= again <= stood:
                fall, stood = _Fall(again, target, may_stay=True), again
            broke = None
        if _is_too_far(fall, stood, target):
            fall = _Fall(stood, target, may_stay=False)
        found[day] = stood = max(target, fall.live(given.aches.get(day)))
    return found


def _is_too_far(fall: _Fall, stood: int, target: int) -> bool:
    """Say whether to go on would end above the target, or fall from an amount of one's own."""
    below = max(target, fall.after(fall.lived + 1)) < stood
    return target < fall.target or (below and stood > fall.after(fall.lived))
