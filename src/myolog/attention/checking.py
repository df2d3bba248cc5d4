"""The checking meter: whether noting and looking rise together with worry.

Compares the last fortnight with the one before. Silence counts here as it is: a day without a log
is a day on which nothing was logged. Worry and stress, by contrast, are missing where they were not
told. When both rise, one kind sentence is due, at most once a week and never beside a result that
cannot wait. The meter says nothing about cause: more twitching can raise both, so its sentence
leads to the check as well.

Sources: guide section 8 (checking keeps worry going), section 5 for what is a change worth talking
about in GAD-7, stress and minutes of looking; the other limits are our own (hazard H3).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean
from typing import Final, Literal

from myolog.journal.entries import CheckWindow, DayExposure, Entry, Episode
from myolog.journal.model import Journal
from myolog.vocabulary.exposures import EXPOSURES

FORTNIGHT_DAYS: Final = 14

MORE_LOGS: Final = 14
"""Further single logs and looks in a fortnight, one a day, that count as a rise ..."""

MORE_RATIO: Final = 1.5
"""... where they are also half as many again."""

LEAST_DAYS: Final = 4
"""Days in each fortnight on which stress or minutes must be told to be compared."""

EVERY_DAYS: Final = 7
"""Days after which the sentence may be said again."""

Verdict = Literal["rising", "not_rising", "cannot_tell"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One measure in the fortnight before and in the last one; None where too little was told."""

    before: float | None
    now: float | None

    @property
    def rise(self) -> float | None:
        """How much it rose, in its own unit."""
        if self.before is None or self.now is None:
            return None
        return self.now - self.before


@dataclass(frozen=True, slots=True, kw_only=True)
class Meter:
    """What the meter read.

    Attributes
    ----------
    logs : single logs and fixed looks, a fortnight
    looking : minutes of looking or reading, mean of the days told
    worry : GAD-7 score, the latest one
    stress : 0 to 10, mean of the days told
    """

    logs: Change
    looking: Change
    worry: Change
    stress: Change

    @property
    def verdict(self) -> Verdict:
        """Whether load and worry rose together; without both in both fortnights, cannot_tell."""
        loads = [self._logs_rose, _rose(self.looking, "checking_min")]
        worries = [_rose(self.worry, "anxiety"), _rose(self.stress, "stress")]
        if True in loads and True in worries:
            return "rising"
        known = any(one is not None for one in loads) and any(one is not None for one in worries)
        return "not_rising" if known else "cannot_tell"

    @property
    def _logs_rose(self) -> bool | None:
        if self.logs.before is None or self.logs.now is None:
            return None
        more = self.logs.now - self.logs.before
        return more >= MORE_LOGS and self.logs.now >= MORE_RATIO * self.logs.before


def _rose(change: Change, code: str) -> bool | None:
    return None if change.rise is None else change.rise >= EXPOSURES[code].change


def measure_checking(journal: Journal, *, today: date) -> Meter:
    """Compare the fortnight up to `today` with the one before it."""
    values = journal.exposure_values
    return Meter(
        logs=_logs(journal, today),
        looking=_means(values, "checking_min", today),
        worry=_latest(values, "anxiety", today),
        stress=_means(values, "stress", today),
    )


def _fortnights_back(day: date, today: date) -> int:
    """Return 0 for the last fortnight, 1 for the one before; -1 for a day to come."""
    return (today - day).days // FORTNIGHT_DAYS


def _logs(journal: Journal, today: date) -> Change:
    """Count acts of noting; unknown before Myolog was in use for both fortnights."""
    first = next((entry.day for entry in journal.entries if _is_noting(entry)), None)
    if first is None or _fortnights_back(first - timedelta(days=1), today) < 2:
        return Change(before=None, now=None)
    recent = journal.between(today - timedelta(days=2 * FORTNIGHT_DAYS), today)
    acts = (entry for entry in recent if isinstance(entry, Episode | CheckWindow))
    back = [_fortnights_back(act.day, today) for act in acts]
    return Change(before=float(back.count(1)), now=float(back.count(0)))


def _is_noting(entry: Entry) -> bool:
    typed = isinstance(entry, DayExposure) and entry.provenance.is_by_hand
    return typed or entry.kind in ("episode", "window", "tally", "none_today")


def _means(values: Mapping[date, Mapping[str, float]], code: str, today: date) -> Change:
    def mean(back: int) -> float | None:
        told = [
            held[code]
            for day, held in values.items()
            if code in held and _fortnights_back(day, today) == back
        ]
        return fmean(told) if len(told) >= LEAST_DAYS else None

    return Change(before=mean(1), now=mean(0))


def _latest(values: Mapping[date, Mapping[str, float]], code: str, today: date) -> Change:
    """Compare the latest scores; the earlier one may be up to three fortnights old."""

    def latest(*back: int) -> float | None:
        days = [
            day for day in values if code in values[day] and _fortnights_back(day, today) in back
        ]
        return values[max(days)][code] if days else None

    return Change(before=latest(1, 2), now=latest(0))


def is_due(last_said: date | None, *, today: date) -> bool:
    """Say whether the sentence may be said today: on the day it was first said, then weekly."""
    return last_said is None or last_said == today or (today - last_said).days >= EVERY_DAYS
