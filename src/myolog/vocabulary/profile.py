"""The few facts about a person that change a result, a step or a line of the report.

Sources: guide 3b (inputs marked P), 2b (programme guards) and 8 (report, ways of noting). A fact
that was never asked stays unknown; it is never read as "no".
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import time
from typing import Final, Literal

from myolog.errors import InvalidEntry
from myolog.frozen import FrozenDict
from myolog.vocabulary.exposures import EXPOSURES
from myolog.vocabulary.reminding import check_quiet, quiet_in, ring_in, say_quiet, say_ring

Kind = Literal["whole", "number", "choice", "text", "exposures", "times", "ring", "span"]

YES_NO: Final = ("no", "yes", "not_sure")
WAYS_OF_NOTING: Final = ("usual", "sampled", "quiet", "pause")
"""Every day, on three drawn days a week, not for a week, not for two weeks (DP-1, DP-10)."""

ANSWERED_BY: Final = ("self", "parent", "carer")
"""Who writes the journal and answers for the person: they themselves, a parent, a carer."""

TEXT_LIMIT: Final = 200

WINDOWS_AT_MOST: Final = 3
"""Set times of check windows a day (guide 6b, DP-1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileField:
    """One fact that a profile can hold.

    Attributes
    ----------
    code : key used in entries and exports; equal to the triage input where there is one
    name : what the person reads
    kind : type of the value
    choices : allowed values of a choice
    low, high : inclusive limits of a number, in `unit`; of days of the week for a reminder
    unit : unit of a number, or ""
    apart : whether it has a page of its own, so that "About you" does not ask for it
    holds_days : for how long it holds once told; None for what does not change
    """

    code: str
    name: str
    kind: Kind = "choice"
    choices: tuple[str, ...] = YES_NO
    low: float = 0
    high: float = 0
    unit: str = ""
    apart: bool = False
    holds_days: int | None = None


MONTHS: Final = 90
"""Days for which a state holds that can change within months. Our choice."""

A_YEAR: Final = 365
"""Days for which the word about a lasting illness holds. Our choice."""

_FIELDS = (
    ProfileField(code="answered_by", name="Who answers", choices=ANSWERED_BY, apart=True),
    ProfileField(code="age_years", name="Age", kind="whole", choices=(), high=120, unit="years"),
    ProfileField(code="sex", name="Sex", choices=("woman", "man", "other", "unstated")),
    ProfileField(code="handedness", name="Hand you write with", choices=("left", "right", "both")),
    ProfileField(code="occupation", name="Work", kind="text", choices=()),
    ProfileField(code="country", name="Country", kind="text", choices=(), apart=True),
    ProfileField(
        code="weight_kg",
        name="Weight",
        kind="number",
        choices=(),
        low=2,
        high=400,
        unit="kg",
    ),
    ProfileField(code="family_nm", name="Close relative with a nerve or muscle illness"),
    ProfileField(
        code="pregnant", name="Pregnant, or gave birth in the last 6 weeks", holds_days=MONTHS
    ),
    ProfileField(code="breastfeeding", name="Breastfeeding", holds_days=MONTHS),
    ProfileField(code="lithium", name="Takes lithium", holds_days=MONTHS),
    ProfileField(code="clozapine", name="Takes clozapine", holds_days=MONTHS),
    ProfileField(code="theophylline", name="Takes theophylline", holds_days=MONTHS),
    ProfileField(
        code="potassium_medicine", name="Takes a medicine that raises potassium", holds_days=MONTHS
    ),
    ProfileField(
        code="warfarin", name="Takes warfarin or another vitamin K blocker", holds_days=MONTHS
    ),
    ProfileField(code="headache_disorder", name="Has headaches on most days", holds_days=MONTHS),
    ProfileField(code="eating_disorder", name="Has or had an eating disorder", holds_days=A_YEAR),
    ProfileField(code="thyroid_disease", name="Thyroid disease", holds_days=A_YEAR),
    ProfileField(code="b12_deficiency", name="Lack of vitamin B12", holds_days=A_YEAR),
    ProfileField(code="diabetes", name="Diabetes", holds_days=A_YEAR),
    ProfileField(
        code="kidney",
        name="Kidney disease",
        choices=("none", "chronic_disease", "missed_dialysis", "not_sure"),
        holds_days=A_YEAR,
    ),
    ProfileField(code="heart_disease", name="Heart disease", holds_days=A_YEAR),
    ProfileField(code="liver_disease", name="Liver disease", holds_days=A_YEAR),
    ProfileField(code="low_sodium", name="Low sodium in the blood", holds_days=A_YEAR),
    ProfileField(code="cancer_history", name="Cancer, now or before", holds_days=A_YEAR),
    ProfileField(
        code="neck_surgery_recent",
        name="Neck or thyroid operation in the last 3 months",
        holds_days=MONTHS,
    ),
    ProfileField(
        code="low_mood", name="Mood (PHQ-2 score)", kind="whole", choices=(), high=6, apart=True
    ),
    ProfileField(code="noting", name="How often to note", choices=WAYS_OF_NOTING, apart=True),
    ProfileField(
        code="tracked", name="What to keep track of", kind="exposures", choices=(), apart=True
    ),
    ProfileField(
        code="window_times", name="Times of two-minute looks", kind="times", choices=(), apart=True
    ),
    ProfileField(
        code="remind_day",
        name="Reminder of the check-in",
        kind="ring",
        choices=(),
        low=1,
        high=7,
        apart=True,
    ),
    ProfileField(
        code="remind_week",
        name="Reminder of the weekly look",
        kind="ring",
        choices=(),
        low=1,
        high=1,
        apart=True,
    ),
    ProfileField(
        code="remind_quiet", name="Time without reminders", kind="span", choices=(), apart=True
    ),
)

PROFILE: Final[Mapping[str, ProfileField]] = FrozenDict({field.code: field for field in _FIELDS})


def exposures_in(text: str) -> tuple[str, ...]:
    """Return the exposures that `text` names, in the vocabulary's order, each once.

    Examples
    --------
    >>> exposures_in("stress caffeine")
    ('caffeine', 'stress')
    """
    named = set(text.split())
    return tuple(code for code in EXPOSURES if code in named)


def times_in(text: str) -> tuple[time, ...]:
    """Return the times of day that `text` names, in order, each once; other words are left out.

    Examples
    --------
    >>> times_in("20:30 09:00")
    (datetime.time(9, 0), datetime.time(20, 30))
    """
    found = set()
    for word in text.split():
        with suppress(ValueError):
            found.add(time.fromisoformat(word).replace(second=0, microsecond=0, tzinfo=None))
    return tuple(sorted(found))


def say_times(times: Iterable[time]) -> str:
    """Return times of day as a fact keeps them: 09:00 20:30."""
    return " ".join(f"{one:%H:%M}" for one in times)


def check_fact(code: str, value: object) -> None:
    """Refuse a profile fact that is unknown or outside its limits.

    Raises
    ------
    InvalidEntry
        One sentence that names the fact and what it may be.
    """
    field = PROFILE.get(code)
    if field is None:
        raise InvalidEntry(
            '"{word}" is not a fact Myolog keeps. Use one of: {codes}.',
            word=code,
            codes=tuple(PROFILE),
            code="unknown_fact",
        )
    if field.kind == "choice":
        if value not in field.choices:
            raise InvalidEntry(
                "{name}: choose one of {codes}.",
                name=field.name,
                codes=tuple(field.choices),
                code="invalid_fact",
                key="fact_choice",
            )
    elif field.kind == "exposures":
        if not isinstance(value, str) or " ".join(exposures_in(value)) != value:
            raise InvalidEntry(
                "{name}: give codes of exposures, in their order, with a space between.",
                name=field.name,
                code="invalid_fact",
                key="fact_exposures",
            )
    elif field.kind == "times":
        times = times_in(value) if isinstance(value, str) else ()
        if len(times) > WINDOWS_AT_MOST or value != say_times(times):
            raise InvalidEntry(
                "{name}: give {most} times of day at most, in order, like 09:00 20:30.",
                name=field.name,
                most=WINDOWS_AT_MOST,
                code="invalid_fact",
                key="fact_times",
            )
    elif field.kind in ("ring", "span"):
        check = _check_ring if field.kind == "ring" else _check_span
        check(field, value)
    elif field.kind == "text":
        if not isinstance(value, str) or not value.strip() or len(value) > TEXT_LIMIT:
            raise InvalidEntry(
                "{name}: write a few words, {most} characters at most.",
                name=field.name,
                most=TEXT_LIMIT,
                code="invalid_fact",
                key="fact_words",
            )
    else:
        number_type = int if field.kind == "whole" else (int, float)
        if (
            isinstance(value, bool)
            or not isinstance(value, number_type)
            or not field.low <= value <= field.high
        ):
            raise InvalidEntry(
                "{name}: give a number from {low} to {high} {unit}.",
                name=field.name,
                low=f"{field.low:g}",
                high=f"{field.high:g}",
                unit=field.unit,
                code="invalid_fact",
                key="fact_number",
            )


def _check_ring(field: ProfileField, value: object) -> None:
    ring = ring_in(value) if isinstance(value, str) else None
    if say_ring(ring) != value or (ring is not None and len(ring.weekdays) > field.high):
        raise InvalidEntry(
            "{name}: give a time and days of the week, like {like}, or off.",
            name=field.name,
            like="20:30 mon wed" if field.high > 1 else "18:00 sun",
            code="invalid_fact",
            key="fact_ring",
        )


def _check_span(field: ProfileField, value: object) -> None:
    span = quiet_in(value) if isinstance(value, str) else None
    if say_quiet(span) != value:
        raise InvalidEntry(
            "{name}: give the first and the last day, like 2026-12-20/2027-01-03, or off.",
            name=field.name,
            code="invalid_fact",
            key="fact_span",
        )
    if span is not None:
        check_quiet(*span)
