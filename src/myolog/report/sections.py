"""What the page for the doctor holds: codes, dates and numbers, never sentences.

`build.py` fills the sections, `wording.py` says them. What a person wrote is kept as written, with
no markup ever read into it. Source: the guide, section 8 (DP-11).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from myolog.frozen import FrozenDict
from myolog.journal.records import Examination
from myolog.journal.subject import Subject
from myolog.journal.visits import Visit
from myolog.report.medicines import Medicine
from myolog.report.own import OwnTold
from myolog.report.substances import Substance
from myolog.triage.answers import Answer
from myolog.triage.joining import Joining
from myolog.triage.noted_places import DeniedButNoted
from myolog.triage.since import Since
from myolog.triage.urgency import Urgency

__all__ = [
    "VAGUE_DAYS",
    "Accompanied",
    "Answered",
    "Asked",
    "Cell",
    "Course",
    "Days",
    "Fact",
    "Lowered",
    "Onset",
    "Outcome",
    "Period",
    "Person",
    "PlaceDays",
    "Report",
    "Signs",
    "Substance",
    "Task",
    "Tasks",
    "Weight",
]

VAGUE_DAYS: Final[Mapping[str, int]] = FrozenDict(
    {"day": 0, "noted": 0, "answered": 1, "week": 7, "month": 31, "year": 366, "not_sure": 0}
)
"""By how many days an onset can be off that was told as a day, week, month or year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who the page is about, and who answered for them; None for what was never asked."""

    subject: Subject
    age_years: int | None
    sex: str | None
    handedness: str | None
    occupation: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Onset:
    """How it began and where it went.

    Attributes
    ----------
    day : first day, or None when nothing was told or noted
    precision : day, week, month, year or not_sure as told; "answered" when the check was told for
        how long, "noted" when only the journal knows
    noted_before : first twitch in the journal, when clearly earlier than the day told
    n_days : calendar days it has lasted; those of the present run where that began with it
    places : where it began and where it came to, as far as an order was told or noted
    told : the day of the story or of the answer; None when only the journal knows
    ongoing : whether it was there on most days when the story was told; None when not told
    changed : what changed around the beginning, in the person's words
    """

    day: date | None
    precision: str
    noted_before: date | None
    n_days: int
    places: Joining
    told: date | None
    ongoing: bool | None
    changed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """One question of the check and what is known about it.

    Attributes
    ----------
    name, value : the question and its answer
    day : when the person last answered it; None when only the journal shows it
    """

    name: str
    value: Answer
    day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotToldAgain:
    """A sign or fact that an earlier check told, and that the check of `day` did not."""

    name: str
    value: Answer
    told: date
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Lowered:
    """An answer below what the journal suggests, and why."""

    name: str
    suggested: Answer
    value: Answer
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How it went over four weeks, by whom and when that was said.

    Attributes
    ----------
    trend : improving, stable, worsening or `NOT_SURE`
    source : answer, story or journal
    day : of the answer or the story; of the journal its last day with a note
    counted, counted_to : what the journal shows where it differs and no reason was asked, to when
    """

    trend: str
    source: str
    day: date
    counted: str | None
    counted_to: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Every question of the check, told apart by what is known.

    Attributes
    ----------
    positive : answered above the calmest answer, those that decide first
    unsure_as_yes : "not sure" that counts as yes
    denied : answered with the calmest answer, by the person
    not_again : the same where a check of the four weeks before had told it; no plain denial
    denied_but_noted : the same, but the journal holds what was denied
    by_journal : calm, but only the journal says so; the person was not asked
    not_sure : answered "not sure"
    lapsed : denied on a day too long ago to count
    not_asked : no answer at all
    lowered, added : answers below what the journal suggests, and own words beside other answers
    explained : signs said to have been examined, explained and unchanged
    course, measures : over four weeks, and whether habits were changed; None when not known
    medicine : when a medicine was begun or changed that the journal shows: before, after, lately
    n_asked : questions that the person answered
    """

    positive: tuple[Answered, ...]
    unsure_as_yes: tuple[Answered, ...]
    denied: tuple[Answered, ...]
    not_again: tuple[NotToldAgain, ...]
    denied_but_noted: tuple[DeniedButNoted, ...]
    by_journal: tuple[Answered, ...]
    not_sure: tuple[Answered, ...]
    lapsed: tuple[Answered, ...]
    not_asked: tuple[str, ...]
    lowered: tuple[Lowered, ...]
    added: tuple[tuple[str, str], ...]
    explained: tuple[str, ...]
    course: Course | None
    measures: str | None
    medicine: str | None
    n_asked: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A daily task that was not fine at some time.

    Attributes
    ----------
    since, answer : first day of that, and the answer then
    last_answer : the answer when last asked
    begun, explained : since when, and whether a doctor explained it, as told; "" where not told
    """

    code: str
    since: date
    answer: str
    last_answer: str
    begun: str
    explained: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tasks:
    """The weekly look at daily tasks.

    Attributes
    ----------
    first_day, last_day : first and last look; None without any
    n_weeks, n_weeks_asked : weeks of seven days from the first look to today; those with a look
    failed : tasks that were much harder or impossible, from the day they first were
    harder : tasks that were harder and never failed
    unsure, never_asked : tasks last answered "not sure" that never failed; without any answer
    """

    first_day: date | None
    last_day: date | None
    n_weeks: int
    n_weeks_asked: int
    failed: tuple[Task, ...]
    harder: tuple[Task, ...]
    unsure: tuple[str, ...]
    never_asked: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A month, the part of it that is over, or all earlier months together.

    Attributes
    ----------
    first, last : its days, both included
    earlier : whether it sums several months
    n_days : days in it
    n_noted : those on which the person looked back
    """

    first: date
    last: date
    earlier: bool
    n_days: int
    n_noted: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Days with twitching in one region and period.

    Attributes
    ----------
    left, right : by side; "both sides" counts for each
    other : in the middle, or with a side that was not noted
    """

    left: int
    right: int
    other: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceDays:
    """A place and the number of days on which it twitched."""

    site: str
    side: str | None
    n_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """When and where it twitched.

    Attributes
    ----------
    periods : at most four, oldest first; empty without any note
    regions : region to its cell in each period; "all" only where "all over" was noted
    places : every place with its twitch days in all, most days first
    first_note, last_note : first and last day with a note
    n_days, n_noted : days from the first note to today, with a note
    n_looks, median_look : fixed looks and their median count
    """

    periods: tuple[Period, ...]
    regions: Mapping[str, tuple[Cell, ...]]
    places: tuple[PlaceDays, ...]
    first_note: date | None
    last_note: date | None
    n_days: int
    n_noted: int
    n_looks: int
    median_look: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Accompanied:
    """Single bouts that came with a cramp, tingling or pain."""

    sign: str
    n: int
    first: date
    places: tuple[tuple[str, str | None, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """Body weight as first and last told, in kg."""

    first_day: date
    first_kg: float
    last_day: date
    last_kg: float
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What came with the twitching.

    Attributes
    ----------
    n_episodes : single bouts in the journal; only these carry signs
    """

    n_episodes: int
    accompanied: tuple[Accompanied, ...]
    weight: Weight | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A fact of the past: yes, no, not_sure, lapsed or not_asked, and the day it was told."""

    code: str
    value: str
    day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What Myolog said.

    Attributes
    ----------
    day : the day of the result that was told last; None where none is kept
    due : the last day to be seen that it gave; None where it asks for no visit, or for one today
    raised_by : what was noted that raised it without a new check; None for one of a check
    urgency : None while questions that must be answered are open
    checked, help_only : whether the check was done; whether it asked to talk to someone at once
    rules : codes of the rules that fired, deciding ones first
    why, unsure : those that name a sign, or only count where none does; those that rest on a doubt
    examined : whether an examination was normal: yes, no, abnormal, not_sure, open; found: a test
    looked : the visit at which somebody examined; None where the person alone said it
    parts, ticked : of each reason, the signs that were said, or that a bare tick leaves open
    n_missing, n_checklist, n_checklist_open : questions still open, items that hold, not asked
    """

    day: date | None
    due: date | None
    raised_by: Since | None
    checked: bool
    urgency: Urgency | None
    help_only: bool
    rules: tuple[str, ...]
    why: tuple[str, ...]
    unsure: frozenset[str]
    examined: str
    looked: Examination | None
    parts: Mapping[str, tuple[tuple[str, Answer], ...]]
    ticked: Mapping[str, tuple[tuple[str, Answer], ...]]
    n_missing: int
    n_checklist: int
    n_checklist_open: int
    rules_version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One page for the doctor, without its words and layout."""

    today: date
    person: Person
    onset: Onset
    asked: Asked
    tasks: Tasks
    days: Days
    signs: Signs
    medicines: tuple[Medicine, ...]
    substances: tuple[Substance, ...]
    own: tuple[OwnTold, ...]
    tests: tuple[Examination, ...]
    booked: tuple[Visit, ...]
    history: tuple[Fact, ...]
    fears: tuple[str, ...]
    questions: tuple[str, ...]
    remarks: tuple[str, ...]
    outcome: Outcome
