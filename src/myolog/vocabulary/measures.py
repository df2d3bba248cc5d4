"""What is known about one exposure, and the three ways to describe one.

Decides the shape of an entry of `exposures`: an amount with a unit, a rating
on a scale, or yes/no. Source of the fields: the guide, section 5.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from myolog.vocabulary.words import everyday

__all__ = ["Direction", "Exposure", "Grade", "Kind", "Where", "amount", "rating", "yes_no"]

Kind = Literal["amount", "rating", "yes_no"]
Direction = Literal["+", "-", "?"]
Grade = Literal["R", "M", "N"]
Where = Literal["anywhere", "eyelid", "same_group"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposure:
    """One candidate trigger.

    Parameters
    ----------
    code
        Stable key, used in files, the API and exports.
    name
        What a person reads.
    unit
        Unit of a day's value; empty for ratings and yes/no.
    low, high
        Hard range; a value outside cannot be true and is refused.
    soft_low, soft_high
        Range of ordinary days; outside it Myolog asks whether the value is right.
    change
        The change worth talking about, in `unit`; negative where less is the
        worry (one hour less sleep). Effects are reported for its size.
    lags
        First and last day of delay to test; 0 is the same day.
    direction
        Expected sign of the effect of *more* of it on twitching.
    grade
        R reported as a trigger in cohorts, M mechanism only, N neither.
    source
        Keys of the guide's source list, "guide" (section 5 itself) or "own".
    kind
        amount, rating (a scale from `low` to `high`) or yes_no (0 or 1).
    step
        Step of a form's number field, in `unit`.
    where
        Twitches it is compared with: anywhere, eyelid only, or the group it names.
    state_like
        A state or habit that worry, illness or twitching may itself change (stress, sleep,
        tiredness, screens), so an ordinary journal can only show that it goes together.
    tracked_by_default
        Part of the short daily check-in before the person chooses.
    also
        Other everyday words for it.
    cues
        Words that mention it in a sentence ("slept badly", "dehydrated"). They
        name a cause, never a value: more of it may be less of the exposure.
    """

    code: str
    name: str
    unit: str
    low: float
    high: float
    soft_low: float
    soft_high: float
    change: float
    lags: tuple[int, int]
    direction: Direction
    grade: Grade
    source: str
    kind: Kind = "amount"
    step: float = 1.0
    where: Where = "anywhere"
    state_like: bool = False
    tracked_by_default: bool = False
    also: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()


def amount(
    code: str,
    name: str,
    unit: str,
    high: float,
    soft: tuple[float, float],
    change: float,
    lags: tuple[int, int],
    evidence: tuple[Direction, Grade, str],
    *,
    low: float = 0.0,
    step: float = 1.0,
    where: Where = "anywhere",
    state: bool = False,
    tracked: bool = False,
    also: tuple[str, ...] = (),
) -> Exposure:
    """Return an exposure measured in a unit, from `low` to `high`."""
    direction, grade, source = evidence
    return Exposure(
        code=code, name=name, unit=unit, low=low, high=high, soft_low=soft[0], soft_high=soft[1],
        change=change, lags=lags, direction=direction, grade=grade, source=source, step=step,
        where=where, state_like=state, tracked_by_default=tracked, also=also,
        cues=everyday("cue", code),
    )  # fmt: skip


def rating(
    code: str,
    name: str,
    change: float,
    lags: tuple[int, int],
    evidence: tuple[Direction, Grade, str],
    *,
    high: float = 10.0,
    where: Where = "anywhere",
    tracked: bool = False,
    also: tuple[str, ...] = (),
) -> Exposure:
    """Return a felt state on a scale from 0 to `high`."""
    direction, grade, source = evidence
    return Exposure(
        code=code, name=name, unit="", low=0.0, high=high, soft_low=0.0, soft_high=high,
        change=change, lags=lags, direction=direction, grade=grade, source=source, kind="rating",
        where=where, state_like=True, tracked_by_default=tracked, also=also,
        cues=everyday("cue", code),
    )  # fmt: skip


def yes_no(
    code: str,
    name: str,
    lags: tuple[int, int],
    evidence: tuple[Direction, Grade, str],
    *,
    where: Where = "anywhere",
    state: bool = False,
    also: tuple[str, ...] = (),
) -> Exposure:
    """Return an exposure that a day had or had not."""
    direction, grade, source = evidence
    return Exposure(
        code=code, name=name, unit="", low=0.0, high=1.0, soft_low=0.0, soft_high=1.0, change=1.0,
        lags=lags, direction=direction, grade=grade, source=source, kind="yes_no", where=where,
        state_like=state, also=also, cues=everyday("cue", code),
    )  # fmt: skip
