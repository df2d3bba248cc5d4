"""What the API takes and gives, for its description; the journal's own classes judge the content.

Codes of places and exposures, with their ranges, come from the vocabulary. Bodies are read
strictly: an unknown field or a number in quotes is refused.
"""

from typing import Annotated, Any, Final, Literal

from ninja import Schema
from pydantic import ConfigDict, Field, WithJsonSchema

from myolog.journal.checks import WORDS_LIMIT
from myolog.triggers.report import Verdict
from myolog.vocabulary.exposures import EXPOSURES
from myolog.vocabulary.own import CODE_PATTERN, MOST
from myolog.web.api.models import EntryOut, EpisodeOut, TallyIn

_MOMENT: Final[dict[str, Any]] = {
    "type": "string",
    "format": "date-time",
    "description": "An instant with its offset, from 1900 to now.",
}
_DAY: Final[dict[str, Any]] = {"type": "string", "format": "date"}
_VALUES: Final[dict[str, Any]] = {
    "type": "object",
    "additionalProperties": False,
    "description": "The day's value of each exposure, in its own unit; of own things, too.",
    "properties": {
        code: {
            "type": "number",
            "minimum": exposure.low,
            "maximum": exposure.high,
            "description": f"{exposure.name}, {exposure.unit}",
        }
        for code, exposure in EXPOSURES.items()
    },
    "patternProperties": {CODE_PATTERN: {"type": "number", "minimum": 0, "maximum": MOST}},
}

Moment = Annotated[str, WithJsonSchema(_MOMENT)]
Day = Annotated[str, WithJsonSchema(_DAY)]
Values = Annotated[dict[str, float], WithJsonSchema(_VALUES)]
Words = Annotated[str, Field(min_length=1, max_length=WORDS_LIMIT)]
Answer = bool | int | str | list[str]


class Body(Schema):
    """What a program sends: no other fields, and no value of another type."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Problem(Schema):
    """Why nothing was done, in one sentence, with a stable code."""

    code: str
    message: str


class EpisodesOut(Schema):
    """Some episodes, newest first; `next` is the address of the next page, or null."""

    items: list[EpisodeOut]
    next: str | None


class DayIn(Body):
    """What is noted for one day; what is left out stays as it is."""

    tallies: list[TallyIn] = Field(default=[], max_length=200)
    exposures: Values = Field(default={})
    none_today: bool = False


class DayOut(Schema):
    """Everything noted for one day, each entry as the native file writes it."""

    day: Day
    entries: list[EntryOut]


class AnswersIn(Body):
    """Answers to the check by question name; "not_sure" is an answer."""

    answers: dict[str, Answer]
    reasons: dict[str, str] = Field(
        default={}, description="Why an answer is below what the journal suggests, by question."
    )


class PlaceOut(Schema):
    """A place that joined after a result, with its first day."""

    site: str
    side: Literal["left", "right", "both"] | None
    day: Day


class SinceOut(Schema):
    """What was noted after a result; the result stays as it was said."""

    places: list[PlaceOut]
    reasons: list[str] = Field(description="Rules that fire now and did not then.")
    tasks: list[str] = Field(description="Daily tasks of which something else is told by now.")
    calmer: bool = Field(description="Whether the same answers would give a calmer result by now.")


class RaisedOut(Schema):
    """What was noted that raised a result without a new check."""

    day: Day = Field(description="The day from which the raised result counts.")
    places: list[PlaceOut]
    reasons: list[str] = Field(description="New rules that no place and no task here stands for.")
    tasks: list[str] = Field(description="Daily tasks of which something else is told.")


class AssessmentOut(Schema):
    """How soon to see somebody, in codes; `urgency` is null when it cannot be said yet."""

    urgency: Literal["SELF_CARE", "ROUTINE", "SOON", "URGENT", "SAME_DAY", "EMERGENCY"] | None
    reasons: list[str]
    complete: bool
    missing: list[str]
    checklist: list[str]
    rules_version: str
    answered_by: Literal["self", "parent", "carer"]
    help_only: bool = Field(
        description="Thoughts of suicide: show help, and nothing of the result beside it."
    )
    keep_review: bool
    answered_at: Moment
    at: Moment
    counts_from: Day
    due: Day | None = Field(
        description="The day by which to be seen; checking again does not put it off."
    )
    raised: RaisedOut | None = Field(
        description="What raised it where notes did, read or not; null for that of a check."
    )
    since: SinceOut
    not_seen_since: Day | None = Field(
        description="Day of a result that asked for care that day, with no visit noted since."
    )
    expired: bool
    saved: bool


class FollowUpOut(Schema):
    """What became of the newest result; dates are null where there is none."""

    state: Literal["none", "open", "booked", "passed", "seen"]
    since: Day | None = Field(description="The first result that waits for this visit.")
    due: Day | None = Field(description="The day by which to be seen.")
    booked_on: Day | None
    seen_on: Day | None
    examined_on: Day | None = Field(
        description="The visit at which the signs of the newest result were examined, where "
        "nothing is new or graver since: what it asks for has been done."
    )
    remind_on: Day | None
    overdue: bool


class PastResultOut(Schema):
    """One result as it was said, with its place in the order."""

    urgency: Literal["SELF_CARE", "ROUTINE", "SOON", "URGENT", "SAME_DAY", "EMERGENCY"] | None
    reasons: list[str]
    complete: bool
    missing: list[str]
    checklist: list[str]
    help_only: bool
    rules_version: str
    day: Day = Field(description="The day from which it counts.")
    due: Day | None = Field(description="The last day to be seen that it gave.")
    has_risen: bool = Field(description="Whether notes raised it, and no new check.")
    gained: list[str]
    gone: list[str]
    acts: list[EntryOut] = Field(description="Visits and tests while it stood.")


class ContrastOut(Schema):
    """Plain counts on days with more and with less of an exposure; nothing else is held equal."""

    split: float
    lag: int
    days_more: int
    days_less: int
    twitches_more: float
    twitches_less: float


class FindingOut(Schema):
    """What the days say about one exposure; numbers are null where nothing was estimated."""

    exposure: str
    unit: float
    score: float
    flagged: bool
    rate_ratio: float | None
    low90: float | None
    high90: float | None
    lag_weights: list[float]
    verdict: Verdict
    reason: str | None
    inseparable_from: list[str]
    days_used: int
    days_needed: int | None
    contrast: ContrastOut | None
    compared_with: str


class LevelOut(Schema):
    """How the count behaves, exposures apart: its wandering, and how far days scatter."""

    wander: float
    persistence: float
    dispersion: float


class TriggersOut(Schema):
    """Findings in the order of the vocabulary, what they rest on, and patterns beside them."""

    findings: list[FindingOut]
    days: int
    days_logged: int
    twitches: float
    first_day: Day | None
    last_day: Day | None
    tested: int
    columns: int
    notes: list[str]
    level: LevelOut | None
    method_version: str
    digest: str
    asked: list[str]
    patterns: dict[str, Any]


class SiteOut(Schema):
    """One place on the body; `sides` is LR, M (no side) or LR_M."""

    code: str
    name: str
    sides: Literal["LR", "M", "LR_M"]


class ExposureOut(Schema):
    """One candidate trigger with its unit and range."""

    code: str
    name: str
    unit: str
    low: float
    high: float


class VocabularyOut(Schema):
    """Every code that the journal knows."""

    sites: list[SiteOut]
    exposures: list[ExposureOut]
