"""The longer story: how it began, visits and tests, answers, programme, experiments.

The daily kinds are in `entries.py`; `kinds.py` joins both. Sources: guide 3b and 3d (story,
answers), 6 (programme), 8 (report).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import ClassVar, Final

from myolog.errors import InvalidEntry
from myolog.frozen import FrozenDict
from myolog.journal.checks import (
    ASKED_LIMIT,
    NOTE_LIMIT,
    PLAN_LIMIT,
    SEED_LIMIT,
    check_choice,
    check_day,
    check_list,
    check_text,
    check_whole,
    check_words,
    check_yes_no,
    local_day,
)
from myolog.journal.doubt import NOT_SURE
from myolog.journal.entries import Entry
from myolog.journal.plain import make_plain
from myolog.vocabulary.sites import check_side
from myolog.vocabulary.visits import OUTCOMES, TESTS, TO_RESULT

PRECISIONS: Final = ("day", "week", "month", "year")
BEGINNINGS: Final = (*PRECISIONS, NOT_SURE)
"""How well a beginning is known; "not sure" of one of which only a latest day is known."""

TRENDS: Final = ("improving", "stable", "worsening", NOT_SURE)
MEASURES: Final = ("no", "unknown", "yes")
PROGRAMME_EVENTS: Final = (
    "started", "stopped", "paused", "resumed", "baseline", "goal", "part", "step_done", "headache",
    "reminder", "verdict", "kept", "recheck",
)  # fmt: skip
NUMBERED: Final = {"baseline": ("The usual amount", 2_000), "headache": ("The headache", 10)}
"""Programme events whose value is a number: what it is called, and its highest value."""

ARMS: Final = ("A", "B", "washout")
DESIGNS: Final = ("pairs", "blocks")

AnswerValue = bool | int | str | tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StorySite:
    """One place, since when it has twitched, and how well that day is known: see `PRECISIONS`."""

    site: str
    side: str | None = None
    since: date
    since_precision: str = "day"

    def __post_init__(self) -> None:
        make_plain(self)
        check_side(self.site, self.side)
        check_day(self.since, "The start date")
        check_choice(self.since_precision, PRECISIONS, "How well you know the start date")


@dataclass(frozen=True, slots=True, kw_only=True)
class Story(Entry):
    """What happened before the journal began, told once and corrected at will.

    Attributes
    ----------
    onset_day : first day of the twitching, as well as the person knows it
    onset_precision : how well: day, week, month or year; not_sure where only the latest is known
    first_site, first_side : where it began
    sites : every further place, each with the day since which it has twitched
    ongoing : whether it was still there on most days when the story was told; None when not told
    trend : improving, stable, worsening or not_sure over the last four weeks; None when not asked
    measures : whether rest and changed habits were tried (no, unknown, yes); None when not asked
    changed : what changed around the beginning, in the person's words
    """

    kind: ClassVar[str] = "story"
    onset_day: date
    onset_precision: str = "day"
    first_site: str
    first_side: str | None = None
    sites: tuple[StorySite, ...] = ()
    ongoing: bool | None = True
    trend: str | None = None
    measures: str | None = None
    changed: str = ""

    def _check(self) -> None:
        Entry._check(self)
        check_day(self.onset_day, "The start date")
        check_choice(self.onset_precision, BEGINNINGS, "How well you know the start date")
        check_side(self.first_site, self.first_side)
        if self.onset_day > self.day:
            raise InvalidEntry(
                "The start date lies after the day you told it. Correct it.",
                code="invalid_date",
                key="start_after_telling",
            )
        check_list(self.sites, StorySite, "The later places")
        if self.ongoing is not None:
            check_yes_no(self.ongoing, "Whether it is still there")
        for place in self.sites:
            if not self.onset_day <= place.since <= self.day:
                raise InvalidEntry(
                    "Each later place must have begun between the first twitch and today. "
                    "Correct its date.",
                    code="invalid_date",
                    key="place_outside_story",
                )
        if self.trend is not None:
            check_choice(self.trend, TRENDS, "How it has gone")
        if self.measures is not None:
            check_choice(self.measures, MEASURES, "What you tried")
        check_text(self.changed, "What changed", NOTE_LIMIT)

    def refuse_before(self, born: date | None) -> None:
        """Refuse a beginning that lies before the person can have been born.

        Raises
        ------
        InvalidEntry
            The year it began is earlier than that of `born`, or the day where it is known.
        """
        last = self.onset_day
        if self.onset_precision in ("month", "year"):
            last = last.replace(month=12, day=31)
        if born is not None and last < born:
            raise InvalidEntry(
                "By the age you told, this began before you were born. Correct the start date, "
                "or your age.",
                code="invalid_date",
                key="start_before_birth",
            )

    @property
    def slot(self) -> str:
        """One telling a day; the latest one holds."""
        return str(self.day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination(Entry):
    """A visit or a test with its date and result, as the person tells it.

    Attributes
    ----------
    what : visit, examination, emg, bloods, mri ... in the person's words or a code
    by : who did it, as a role such as "neurologist"
    result : normal, explained, abnormal, pending or unknown
    text : what was said
    tests : what was done at a visit
    signs : questions of the check whose sign was explained
    review : day of the next visit, or None
    to_result : of a visit on the day of a result of the check: whether it was before or after it;
        empty or unknown where it is not told
    """

    kind: ClassVar[str] = "examination"
    what: str
    by: str = ""
    result: str = "unknown"
    text: str = ""
    tests: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    review: date | None = None
    to_result: str = ""

    def _check(self) -> None:
        Entry._check(self)
        check_text(self.what, "What was done", required=True)
        check_text(self.by, "Who did it")
        check_choice(self.result, OUTCOMES, "The result")
        check_text(self.text, "What was said", NOTE_LIMIT)
        for test in self.tests:
            check_choice(test, TESTS, "What was done")
        check_words(self.signs, "What was explained")
        check_choice(self.to_result, ("", *TO_RESULT), "Before or after the result")
        if self.review is not None:
            check_day(self.review, "The next visit")
            if self.review < self.day:
                raise InvalidEntry(
                    "The next visit lies before this one. Correct its date.",
                    code="invalid_date",
                    key="review_before_visit",
                )


REMARK_LIMIT: Final = 240
"""Letters of the free line for the doctor, so that it is printed whole on the one page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Entry):
    """A question for the doctor, what the person fears most, or what else the doctor should know.

    Attributes
    ----------
    text : in the person's words
    fear : whether it is what the person fears most
    remark : whether it is the one free line for the doctor; it is short, and printed whole
    """

    kind: ClassVar[str] = "question"
    text: str
    fear: bool = False
    remark: bool = False

    def _check(self) -> None:
        Entry._check(self)
        longest = REMARK_LIMIT if self.remark else ASKED_LIMIT
        check_text(self.text, "The question", longest, required=True)
        check_yes_no(self.fear, "Whether this is what you fear")
        check_yes_no(self.remark, "Whether this is a remark")
        if self.fear and self.remark:
            raise InvalidEntry(
                "A line is what you fear most or a remark, not both.", key="fear_or_remark"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class TriageAnswers(Entry):
    """Answers to the check, as given at one time.

    Attributes
    ----------
    at : aware instant, kept in UTC
    zone : IANA zone the person was in
    answers : input name to value; "not_sure" is a value, also with a colon and the part in doubt; a
        question that was not asked is absent
    reasons : input name to the person's text for answering below what the journal suggests
    after : ids of answers that were given before these although their time says later, because a
        clock was wrong
    """

    kind: ClassVar[str] = "answers"
    at: datetime
    zone: str
    answers: Mapping[str, AnswerValue] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)
    after: tuple[str, ...] = ()

    def _check(self) -> None:
        instant, day = local_day(self.at, self.zone, self.day)
        object.__setattr__(self, "at", instant)
        object.__setattr__(self, "day", day)
        Entry._check(self)
        check_words(self.after, "What these answers came after")
        for name, value in self.answers.items():
            check_text(name, "The question's name", required=True)
            parts = value if isinstance(value, tuple) else (value,)
            for part in parts:
                if not isinstance(part, bool | int | str):
                    raise InvalidEntry(
                        "The answer to {name} cannot be read. Give it again.",
                        name=name,
                        code="invalid_answer",
                        key="answer_unreadable",
                    )
                if isinstance(part, str):
                    check_text(part, f"The answer to {name}")
        for name, text in self.reasons.items():
            check_text(name, "The question's name", required=True)
            check_text(text, f"The reason for {name}", ASKED_LIMIT, required=True)
        object.__setattr__(self, "answers", FrozenDict(self.answers))
        object.__setattr__(self, "reasons", FrozenDict(self.reasons))

    @property
    def moment(self) -> datetime:
        """When they were given."""
        return self.at


def _check_written_day(text: str | None) -> None:
    try:
        day = date.fromisoformat(text or "")
    except ValueError:
        day = None
    check_day(day, "The day to look again")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeEvent(Entry):
    """Something that happened in the five-step programme.

    Attributes
    ----------
    event : started, stopped, paused, resumed, step_done; baseline (usual amount of a step), goal
        (an amount or a bedtime), part ("off" for a step left out, "on" for one taken up),
        headache (0 to 10), reminder (a time, or "off"), verdict, kept (a step that helped), recheck
        (the day to look again)
    step : which of the five steps, STEP-1 to STEP-5, or None
    value : the amount, verdict or day, or None
    """

    kind: ClassVar[str] = "programme"
    event: str
    step: str | None = None
    value: str | None = None

    def _check(self) -> None:
        Entry._check(self)
        check_choice(self.event, PROGRAMME_EVENTS, "What happened in the programme")
        for text in (self.step, self.value):
            if text is not None:
                check_text(text, "The programme entry", required=True)
        if self.event == "recheck":
            _check_written_day(self.value)
        if self.event in NUMBERED:
            name, high = NUMBERED[self.event]
            if self.value is None or not self.value.isdecimal() or not int(self.value) <= high:
                raise InvalidEntry(
                    "{name} must be a whole number from 0 to {high:,}.",
                    name=name,
                    high=high,
                    code="invalid_number",
                    key="count_limits",
                )

    @property
    def slot(self) -> str:
        """One a day, event and step."""
        return f"{self.day}/{self.event}/{self.step or '-'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExperimentPlan(Entry):
    """A randomised self-experiment: one arm for each day from `day` on.

    Attributes
    ----------
    name : what the person calls it
    factor : what is changed
    design : pairs or blocks
    seed : seed of the draw, so that it can be repeated
    arms : A (as usual), B (changed) or washout, day by day
    """

    kind: ClassVar[str] = "experiment_plan"
    name: str
    factor: str
    design: str
    seed: int
    arms: tuple[str, ...]

    def _check(self) -> None:
        Entry._check(self)
        check_text(self.name, "The experiment's name", required=True)
        check_text(self.factor, "The factor", required=True)
        check_choice(self.design, DESIGNS, "The design")
        check_whole(self.seed, 0, SEED_LIMIT, "The seed")
        if not 1 <= len(self.arms) <= PLAN_LIMIT:
            raise InvalidEntry("An experiment has from 1 to 400 days.", code="invalid_plan")
        for arm in self.arms:
            check_choice(arm, ARMS, "The arm")

    @property
    def slot(self) -> str:
        """One plan a name."""
        return self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class ExperimentDay(Entry):
    """Whether one day of an experiment went as planned.

    Attributes
    ----------
    name : the experiment
    arm : A (as usual), B (changed) or washout
    adhered : whether the person kept to it; None when not asked
    """

    kind: ClassVar[str] = "experiment_day"
    name: str
    arm: str
    adhered: bool | None = None

    def _check(self) -> None:
        Entry._check(self)
        check_text(self.name, "The experiment's name", required=True)
        check_choice(self.arm, ARMS, "The arm")
        if self.adhered is not None:
            check_yes_no(self.adhered, "Whether the day went as planned")

    @property
    def slot(self) -> str:
        """One a day and experiment."""
        return f"{self.day}/{self.name}"
