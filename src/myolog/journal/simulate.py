"""Invented journals with known truth, for docs, demos, tests and calibration.

Decides how an invented person lives and twitches: exposures that lead to one
another (late coffee, wine and stress cost sleep the night after), weekdays that
differ from weekends, a rate that wanders (first-order autoregression on the log
scale), days that go unlogged in runs, and at most one exposure that truly
drives the count. No number here describes real people.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from myolog.journal.checks import the_day
from myolog.journal.entries import (
    CheckWindow,
    DayExposure,
    DayTally,
    Entry,
    Episode,
    NoneToday,
    ProfileFact,
    TaskCheck,
)
from myolog.journal.model import Journal
from myolog.vocabulary.exposures import EXPOSURES, Exposure, exposure
from myolog.vocabulary.tasks import TASKS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Series = NDArray[np.float64]

__all__ = ["Simulated", "Truth", "simulate"]

FIRST_DAY: Final = date(2026, 1, 5)
"""Where a simulated journal starts unless told otherwise, a Monday."""

_PLACES: Final = (
    ("calf", "left"),
    ("calf", "right"),
    ("thigh", "right"),
    ("eyelid", "left"),
    ("upper_arm", "left"),
    ("sole", "right"),
)
_EXTRA: Final = ("caffeine_late", "alcohol_g")
_PERSISTENCE: Final = 0.6
_WANDER: Final = 0.35
"""Autoregression and standard deviation of the wandering log rate."""
_EPISODES_AT_MOST: Final = 3
"""More bouts a day than this are told as a tally, as people do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """What really happened behind a simulated journal.

    Parameters
    ----------
    trigger
        The exposure that drives the count, or None.
    rate_ratio
        Factor on the expected count for one meaningful change of it.
    lag
        Days between the exposure and its effect.
    days
        Every day, logged or not.
    expected
        Expected bouts of each day.
    counts
        Bouts of each day, logged or not.
    """

    trigger: str | None
    rate_ratio: float
    lag: int
    days: tuple[date, ...]
    expected: tuple[float, ...]
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Simulated:
    """A simulated journal and the truth behind it."""

    journal: Journal
    truth: Truth


def simulate(
    *,
    seed: int,
    days: int,
    trigger: str | None = None,
    rate_ratio: float = 1.5,
    lag: int | None = None,
    base_rate: float = 3.0,
    missing: float = 0.15,
    exposures: Sequence[str] | None = None,
    start: date = FIRST_DAY,
    zone: str = "Europe/Berlin",
) -> Simulated:
    """Invent a journal of consecutive days.

    Parameters
    ----------
    seed
        The same seed and arguments give the same journal.
    days
        Number of days, from 1.
    trigger
        Code of the exposure that drives the count; None for none.
    rate_ratio
        Factor on the expected count for one meaningful change of `trigger`
        (its `change`: 100 mg more caffeine, one hour less sleep).
    lag
        Days until the effect; by default the first day of the exposure's lags.
    base_rate
        Expected bouts on an ordinary day.
    missing
        Share of days without any entry, from 0 up to but not including 1.
    exposures
        Codes the person logs; by default the short check-in, late caffeine and
        alcohol. `trigger` is always among them.
    start, zone
        First day and the person's time zone.

    Raises
    ------
    UnknownExposure
        A code is not in the vocabulary.
    ValueError
        A number is out of its range.
    """
    import numpy as np

    if days < 1 or not 0 <= missing < 1 or base_rate <= 0 or rate_ratio <= 0:
        raise ValueError("simulate needs days >= 1, 0 <= missing < 1 and positive rates")
    codes = _logged_codes(exposures, trigger)
    rng = np.random.default_rng(seed)
    start = the_day(start)
    dates = tuple(start + timedelta(days=step) for step in range(days))
    values = _exposure_series(codes, dates, rng)
    log_rate = np.log(base_rate) + _wander(days, rng) + _weekday_pattern(dates, rng)
    used_lag = 0
    if trigger is not None:
        used_lag = exposure(trigger).lags[0] if lag is None else lag
        log_rate += _effect(values[trigger], exposure(trigger), rate_ratio, used_lag)
    expected = np.exp(np.clip(log_rate, -8, 8))
    counts = rng.poisson(expected)
    logged = _logged_days(days, missing, rng)
    places = [_PLACES[index] for index in rng.permutation(len(_PLACES))[: rng.integers(1, 4)]]
    entries: list[Entry] = [
        ProfileFact(day=start, code="age_years", value=int(rng.integers(20, 70))),
        ProfileFact(day=start, code="handedness", value="right" if rng.random() < 0.9 else "left"),
    ]
    for index in np.flatnonzero(logged):
        day = dates[index]
        entries += _twitches(day, int(counts[index]), places, zone, rng)
        entries += [
            DayExposure(day=day, code=code, value=float(values[code][index]))
            for code in codes
            if rng.random() < 0.9
        ]
        if (day - start).days % 7 == 6:
            entries.append(TaskCheck(day=day, answers=dict.fromkeys(TASKS, "fine")))
    truth = Truth(
        trigger=trigger,
        rate_ratio=rate_ratio if trigger is not None else 1.0,
        lag=used_lag,
        days=dates,
        expected=tuple(float(value) for value in expected),
        counts=tuple(int(count) for count in counts),
    )
    return Simulated(journal=Journal(tuple(entries), zone), truth=truth)


def _logged_codes(exposures: Sequence[str] | None, trigger: str | None) -> tuple[str, ...]:
    chosen = (
        [code for code, what in EXPOSURES.items() if what.tracked_by_default or code in _EXTRA]
        if exposures is None
        else [exposure(code).code for code in exposures]
    )
    if trigger is not None:
        chosen.append(exposure(trigger).code)
    return tuple(dict.fromkeys(chosen))


def _wander(days: int, rng: np.random.Generator) -> Series:
    import numpy as np

    steps = rng.normal(0, _WANDER * np.sqrt(1 - _PERSISTENCE**2), days)
    level = np.empty(days)
    level[0] = rng.normal(0, _WANDER)
    for index in range(1, days):
        level[index] = _PERSISTENCE * level[index - 1] + steps[index]
    return level


def _weekday_pattern(dates: Sequence[date], rng: np.random.Generator) -> Series:
    import numpy as np

    offsets = rng.normal(0, 0.1, 7)
    return np.array([offsets[day.weekday()] for day in dates])


def _effect(series: Series, what: Exposure, rate_ratio: float, lag: int) -> Series:
    """Return the log rate added by the exposure `lag` days before."""
    import numpy as np

    changes = (series - series.mean()) / what.change
    shifted = np.concatenate([np.zeros(lag), changes])[: len(changes)]
    added: Series = np.log(rate_ratio) * shifted
    return added


def _logged_days(days: int, missing: float, rng: np.random.Generator) -> NDArray[np.bool_]:
    """Return which days are logged; unlogged ones come in runs of about two."""
    import numpy as np

    back = 0.5
    away = missing * back / (1 - missing)
    logged = np.ones(days, dtype=bool)
    here = True
    for index in range(days):
        logged[index] = here
        here = rng.random() >= away if here else rng.random() < back
    return logged


def _exposure_series(
    codes: Sequence[str], dates: Sequence[date], rng: np.random.Generator
) -> dict[str, Series]:
    """Return the value of each exposure on each day, those that lead to others first."""
    chain = _chain(dates, rng)
    return {
        code: chain[code] if code in chain else _plain_series(exposure(code), len(dates), rng)
        for code in codes
    }


def _chain(dates: Sequence[date], rng: np.random.Generator) -> dict[str, Series]:
    import numpy as np

    days = len(dates)
    workday = np.array([day.weekday() < 5 for day in dates], dtype=float)
    stress = np.clip(np.round(3 + 1.5 * workday + 4 * _wander(days, rng)), 0, 10)
    late = np.where(rng.random(days) < 0.25 + 0.03 * stress, 80.0, 0.0)
    caffeine = 90.0 * rng.poisson(1 + 0.8 * workday) + late
    drinking = rng.random(days) < np.where(workday > 0, 0.15, 0.5)
    alcohol = np.where(drinking, 13.0 * rng.integers(1, 4, days), 0.0)
    sleep = np.full(days, 440.0) + 30 * (1 - workday) + rng.normal(0, 35, days)
    sleep[1:] -= 0.35 * late[:-1] + 6 * (stress[:-1] - 4) + 0.8 * alcohol[:-1]
    return {
        "stress": stress,
        "caffeine_late": late,
        "caffeine": np.clip(caffeine, 0, 2000),
        "alcohol_g": alcohol,
        "sleep_min": np.clip(np.round(sleep / 15) * 15, 120, 900),
    }


def _plain_series(what: Exposure, days: int, rng: np.random.Generator) -> Series:
    import numpy as np

    if what.kind == "yes_no":
        return (rng.random(days) < 0.2).astype(float)
    if what.kind == "rating":
        middle = what.high / 2 + what.high * 0.5 * _wander(days, rng)
        return np.clip(np.round(middle), what.low, what.high)
    usual = what.soft_low + 0.25 * (what.soft_high - what.soft_low)
    amounts = rng.normal(usual, 1.2 * abs(what.change), days)
    stepped = np.round(np.round(amounts / what.step) * what.step, 6)
    return np.clip(stepped, what.low, what.high)


def _twitches(
    day: date,
    count: int,
    places: Sequence[tuple[str, str]],
    zone: str,
    rng: np.random.Generator,
) -> list[Entry]:
    """Return what the person notes about a day with `count` bouts."""
    if count == 0:
        return [NoneToday(day=day)]
    shares = [0.6, 0.3, 0.1][: len(places)]
    shares[0] += 1 - sum(shares)
    entries: list[Entry] = []
    for (site, side), here in zip(places, rng.multinomial(count, shares), strict=True):
        noted = int(here) if here <= _EPISODES_AT_MOST else int(rng.integers(0, 2))
        if here > _EPISODES_AT_MOST:
            entries.append(DayTally(day=day, site=site, side=side, count=int(here)))
        entries += [_episode(day, site, side, zone, rng) for _ in range(noted)]
    if rng.random() < 0.3:
        entries.append(
            CheckWindow(
                at=_moment(day, 20 * 60, zone),
                zone=zone,
                count=int(rng.binomial(count, 0.2)),
            )
        )
    return entries


def _episode(day: date, site: str, side: str, zone: str, rng: np.random.Generator) -> Episode:
    return Episode(
        site=site,
        side=side,
        started_at=_moment(day, int(rng.integers(7 * 60, 23 * 60)), zone),
        zone=zone,
        duration_s=int(rng.integers(2, 120)),
        intensity=int(rng.integers(1, 7)) if rng.random() < 0.5 else None,
        accompanied=("cramp",) if rng.random() < 0.05 else (),
    )


def _moment(day: date, minute: int, zone: str) -> datetime:
    return datetime(day.year, day.month, day.day, minute // 60, minute % 60, tzinfo=ZoneInfo(zone))
