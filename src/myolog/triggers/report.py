"""What a search for triggers gives back: codes and numbers, never sentences.

Decides the form of a finding and of the whole report, and how its input is hashed. An unknown
number is NaN; the plain form of `as_dict` writes it as None.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from myolog.triggers.inputs import Inputs

__all__ = [
    "FALSE_DISCOVERY_RATE",
    "METHOD_VERSION",
    "Contrast",
    "Finding",
    "Level",
    "TriggerReport",
    "digest_of",
]

METHOD_VERSION: Final = "1"
"""Raised whenever the same days can give another number."""

FALSE_DISCOVERY_RATE: Final = 0.10
"""The share of flagged exposures that may be false, at most, over many people."""

Verdict = Literal["likely_trigger", "likely_protective", "goes_together", "no_sign", "cannot_tell"]

Reason = Literal[
    "no_counts",
    "no_twitches",
    "too_few_days",
    "too_few_twitches",
    "not_logged",
    "constant",
    "too_sparse",
    "inseparable",
    "needs_more_days",
]
"""Why it cannot be told; the first seven mean that the exposure was not tested."""

Note = Literal["unlikely_counts", "capped", "bursty", "attention_used"]
"""What the whole report rests on: counts left out as slips, counts that stop at a cap, days that
scatter widely, and attention that was measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """Plain counts behind a finding: days after more and days after less of an exposure.

    Descriptive only: nothing else is held equal here, as it is in the rate ratio.

    Parameters
    ----------
    split
        Days above this value are "more". For a yes/no exposure it is the value of "no".
    lag
        Days from the exposure to the counted day, where its weight is largest.
    days_more, days_less
        Logged days on either side.
    twitches_more, twitches_less
        Twitches counted on them.
    """

    split: float
    lag: int
    days_more: int
    days_less: int
    twitches_more: float
    twitches_less: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What the days say about one exposure.

    Parameters
    ----------
    exposure
        Its name, as given.
    unit
        The meaningful change, in the exposure's own unit; negative when less of it is meant.
    score
        Probability that it drives the count directly, 0 to 1, recalibrated on invented people.
        Of an exposure that was not tested, the share that act before anything is known.
    flagged
        Whether it is told as a finding, at a false discovery rate of 10 %.
    rate_ratio
        Factor on the expected count for one unit more, kept up, all lags summed. NaN when not
        estimated.
    low90, high90
        Limits of its 90 % interval; NaN when there is none.
    lag_weights
        Share of the effect that falls 0, 1, 2 ... days later; sums to 1.
    verdict
        What may be said.
    reason
        Why it cannot be told; None otherwise.
    inseparable_from
        Other exposures that moved along too closely to be told apart.
    days_used
        Logged days with a value of this exposure.
    days_needed
        Logged days in all until an effect of 1.3 per unit would probably be seen, at the present
        pace of change. None when it is flagged or when more days alone would not help.
    contrast
        Plain counts; None when not tested.
    compared_with
        Whose twitches: "anywhere", or the group of places that the exposure belongs to.
    """

    exposure: str
    unit: float
    score: float
    flagged: bool
    rate_ratio: float
    low90: float
    high90: float
    lag_weights: tuple[float, ...]
    verdict: Verdict
    reason: Reason | None
    inseparable_from: tuple[str, ...]
    days_used: int
    days_needed: int | None
    contrast: Contrast | None
    compared_with: str = "anywhere"

    def __post_init__(self) -> None:
        for name in ("rate_ratio", "low90", "high90"):
            if math.isnan(
                getattr(self, name)
            ):  # one and the same, so that equal findings are equal
                object.__setattr__(self, name, math.nan)

    def __reduce__(self) -> tuple[object, ...]:
        return partial(Finding, **{one.name: getattr(self, one.name) for one in fields(self)}), ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """How the count itself behaves, exposures apart.

    Parameters
    ----------
    wander
        Standard deviation of the log rate's wandering from day to day.
    persistence
        Correlation of that wandering with the next day's, 0 to 1.
    dispersion
        Shape of the negative binomial: smaller means that days scatter more.
    """

    wander: float
    persistence: float
    dispersion: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerReport:
    """Findings for each exposure, and what they rest on.

    Parameters
    ----------
    findings
        One for each exposure, in the order given.
    days
        Days from the first to the last.
    days_logged
        Days with a count that was used.
    twitches
        All twitches counted on them.
    first_day, last_day
        Dates, when known.
    tested
        Number of exposures that were tested.
    columns
        Number of forms (delays and shapes) that were tried for them in all.
    notes
        Codes of what limits the whole report.
    level
        How the count behaves, exposures apart; None when nothing was tested.
    method_version
        Version of the method.
    digest
        Hash of the input and the version; equal digests mean equal reports.
    asked
        Codes of what a journal never told and should, because it moves habits and twitching alike.
    """

    findings: tuple[Finding, ...]
    days: int
    days_logged: int
    twitches: float
    first_day: date | None
    last_day: date | None
    tested: int
    columns: int
    notes: tuple[Note, ...]
    level: Level | None
    method_version: str
    digest: str
    asked: tuple[str, ...] = ()

    @property
    def flagged(self) -> tuple[Finding, ...]:
        """The findings that are told, the surest first."""
        told = [finding for finding in self.findings if finding.flagged]
        return tuple(sorted(told, key=lambda finding: -finding.score))

    def finding(self, exposure: str) -> Finding:
        """Return the finding of one exposure.

        Raises
        ------
        KeyError
            It was not among the exposures.
        """
        for found in self.findings:
            if found.exposure == exposure:
                return found
        raise KeyError(exposure)

    def as_dict(self) -> dict[str, object]:
        """Return the report as plain data, as command line and API print it."""
        return {name: _plain(getattr(self, name)) for name in (f.name for f in fields(self))}


def _plain(value: object) -> object:
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value


def digest_of(inputs: Inputs) -> str:
    """Return a hash of what a report rests on.

    Returns
    -------
    digest : 64 hexadecimal digits, the same on every machine
    """
    import numpy as np

    hashed = sha256(f"{METHOD_VERSION}|{inputs.first_weekday}|{inputs.first_day}".encode())
    attention = [] if inputs.attention is None else [inputs.attention]
    for name, column in zip(
        ("counts", *(["attention"] if attention else []), *inputs.names),
        (inputs.counts, *attention, *inputs.exposures.T),
        strict=True,
    ):
        hashed.update(f"|{name}|".encode())
        hashed.update(np.where(np.isnan(column), np.nan, column).astype("<f8").tobytes())
    hashed.update(np.ascontiguousarray(inputs.units, dtype="<f8").tobytes())
    return hashed.hexdigest()
