"""The guide's example case as the journal of an invented person.

Decides how CASE-FOREARM (a 42-year-old software developer, right forearm after
a new job, then shoulder and thigh, then a lifting task that fails) could have
been kept day by day. The story and its end are the guide's; the dates and the
split by month are our interpolation, and so is every number.

At each of the four check days the person answers everything except what the
journal itself shows: how long it has lasted, how far it has spread, how it goes
and whether daily tasks fail.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from myolog.frozen import FrozenDict
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
from myolog.journal.records import AnswerValue, ProgrammeEvent, Question, Story, TriageAnswers
from myolog.vocabulary.exposures import EXPOSURES
from myolog.vocabulary.tasks import TASKS

__all__ = ["CHECK_DAYS", "FIRST_DAY", "forearm_journal"]

FIRST_DAY: Final = date(2026, 1, 5)
"""The first day on which the forearm twitched."""

CHECK_DAYS: Final = tuple(FIRST_DAY + timedelta(days=lived) for lived in (6, 30, 61, 91))
"""The days of the four checks: months 0, 1, 2 and 3."""

_ZONE: Final = "Europe/Berlin"
_SHOULDER_FROM: Final = 36
_THIGH_FROM: Final = 43
_PROGRAMME_FROM: Final = 32
_LIFTING_FAILS_FROM: Final = 83
"""Days after `FIRST_DAY`."""

_BOUTS: Final = (3, 4, 2, 3, 4, 0, 3)
"""Bouts by day of the week while it is steady; a quiet Saturday."""

_PROFILE: Final = (
    ("age_years", 42),
    ("sex", "man"),
    ("handedness", "right"),
    ("occupation", "software developer"),
    ("family_nm", "no"),
    ("lithium", "no"),
    ("kidney", "none"),
    ("cancer_history", "no"),
    ("thyroid_disease", "no"),
    ("b12_deficiency", "no"),
    ("diabetes", "no"),
)

_DENIED: Final[Mapping[str, AnswerValue]] = FrozenDict(
    {
        "wasting": "no",
        "sensory": "none",
        "coordination": "none",
        "speech_swallow": "none",
        "tongue_twitch": False,
        "breathing": "none",
        "stiffness": "none",
        "eye_face": "none",
        "rhythmic_jerking": False,
        "lockjaw": False,
        "stroke_signs": False,
        "cauda_equina": "none",
        "dark_urine_muscle": False,
        "seizure_or_confusion": False,
        "tetany": "none",
        "fluid_loss": "none",
        "heart": "none",
        "lithium": False,
        "lithium_tox_symptoms": False,
        "serotonergic_change": False,
        "autonomic_agitation": "none",
        "cholinergic_exposure": False,
        "cholinergic_symptoms": False,
        "overdose": False,
        "new_medicine": False,
        "withdrawal": False,
        "tick_or_rash": False,
        "thyroid_symptoms": False,
        "weight_loss": False,
        "neck_surgery_recent": False,
        "spine_trauma": False,
        "pregnant": False,
        "preeclampsia_signs": False,
        "child_gait_or_movement": False,
        "recent_infection": False,
        "mood": "none",
        "life_disrupted": False,
        "assessed_normal": False,
        "changed_since_assessment": False,
    }
)
"""What he denies at every check: everything but what the journal shows."""


def forearm_journal(until: date | None = None) -> Journal:
    """Return the example journal, whole or as it stood at the end of `until`.

    Examples
    --------
    >>> forearm_journal().twitch_days >= set(CHECK_DAYS)
    True
    """
    journal = Journal(tuple(_entries()), _ZONE)
    return journal if until is None else journal.until(until)


def _entries() -> Iterator[Entry]:
    for code, value in _PROFILE:
        yield ProfileFact(day=FIRST_DAY, code=code, value=value)
    yield Story(
        day=CHECK_DAYS[0],
        onset_day=FIRST_DAY,
        first_site="forearm",
        first_side="right",
        trend="stable",
        measures="no",
        changed="A new job with long hours and stress. Little sleep, much coffee.",
    )
    for day in CHECK_DAYS:
        yield TriageAnswers(at=_moment(day, 21 * 60), zone=_ZONE, answers=_DENIED)
    yield Question(day=CHECK_DAYS[3], text="Can it be something that gets worse?", fear=True)
    yield Question(day=CHECK_DAYS[3], text="Which tests do I need, and how soon?")
    for lived in range((CHECK_DAYS[3] - FIRST_DAY).days + 1):
        yield from _one_day(lived)


def _one_day(lived: int) -> Iterator[Entry]:
    """Yield what he notes on the day `lived` days after the first."""
    day = FIRST_DAY + timedelta(days=lived)
    if lived % 11 == 9:
        return
    bouts = _bouts(lived)
    if bouts:
        yield from _places(lived, bouts)
    else:
        yield NoneToday(day=day)
    if lived % 2 == 0:
        seen = round(bouts * 0.4)
        yield CheckWindow(at=_moment(day, 20 * 60 + 30), zone=_ZONE, count=seen)
    yield from _exposures(lived)
    if lived % 7 == 6:
        answers = dict.fromkeys(TASKS, "fine")
        if lived >= _LIFTING_FAILS_FROM:
            answers["lift"] = "much_harder"
        yield TaskCheck(day=day, answers=answers)
    if lived == _PROGRAMME_FROM:
        yield ProgrammeEvent(day=day, event="started")
    if lived >= _PROGRAMME_FROM:
        for step in ("STEP-1", "STEP-3", "STEP-5"):
            yield ProgrammeEvent(day=day, event="step_done", step=step)


def _bouts(lived: int) -> int:
    """Return the bouts of a day: steady for five weeks, then more each week."""
    steady = _BOUTS[lived % 7]
    if lived < _SHOULDER_FROM:
        return steady
    return round((steady + 1) * math.exp(0.025 * (lived - _SHOULDER_FROM)))


def _places(lived: int, bouts: int) -> Iterator[Entry]:
    day = FIRST_DAY + timedelta(days=lived)
    shoulder = bouts // 4 + (lived % 3 == 0) if lived >= _SHOULDER_FROM else 0
    thigh = bouts // 5 + (lived % 4 == 1) if lived >= _THIGH_FROM else 0
    forearm = max(bouts - shoulder - thigh, 1)
    for site, count in (("forearm", forearm), ("shoulder", shoulder), ("thigh", thigh)):
        if count:
            yield DayTally(day=day, site=site, side="right", count=count)
    if lived % 5 == 0:
        yield Episode(
            site="forearm",
            side="right",
            started_at=_moment(day, 16 * 60 + 20),
            zone=_ZONE,
            duration_s=20 + 5 * (lived % 4),
            intensity=3,
            suspected=("caffeine", "sleep_min"),
        )


def _exposures(lived: int) -> Iterator[Entry]:
    day = FIRST_DAY + timedelta(days=lived)
    weekend = day.weekday() >= 5
    tapered = min(max(lived - _PROGRAMME_FROM, 0), 10) / 10
    values = {
        "caffeine": round((360 - 260 * tapered) / 10) * 10 - (90 if weekend and not tapered else 0),
        "sleep_min": 345 + 15 * (lived % 4) + (60 if weekend else 0) + round(60 * tapered),
        "stress": 7 - (2 if weekend else 0) - lived % 2,
    }
    for code in EXPOSURES:
        if code in values:
            yield DayExposure(day=day, code=code, value=float(values[code]))


def _moment(day: date, minute: int) -> datetime:
    return datetime(day.year, day.month, day.day, minute // 60, minute % 60, tzinfo=ZoneInfo(_ZONE))
