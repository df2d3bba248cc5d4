"""Entries and days as lines of a terminal.

Decides the short form in which an entry is said back. Medical words and advice
come from the catalogue; names of places and exposures from the vocabulary.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import singledispatch
from itertools import groupby
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from myolog.content.catalogue import load
from myolog.content.dates import weekday
from myolog.content.languages import mid_sentence
from myolog.content.names import (
    duration_value,
    exposure_name,
    exposure_value,
    fact_name,
    fact_value,
    place_name,
    task_name,
)
from myolog.journal.entries import (
    CheckWindow,
    DayExposure,
    DayTally,
    Entry,
    Episode,
    MedicineEvent,
    NoneToday,
    ProfileFact,
    TaskCheck,
)
from myolog.journal.records import (
    Examination,
    ExperimentDay,
    ExperimentPlan,
    ProgrammeEvent,
    Question,
    Story,
    TriageAnswers,
)
from myolog.units import say_duration
from myolog.vocabulary.exposures import EXPOSURES

if TYPE_CHECKING:
    from myolog.triage.result import Assessment

_TWITCHES: Final = (Episode, DayTally, NoneToday, CheckWindow)
_DAY_COLUMN: Final = 12

__all__ = ["away", "print_days", "raised_notice", "said", "said_day", "said_when"]


def said_when(entry: Episode, *, home: str, today: date) -> str:
    """Say when, in the zone in which it happened, and for which night it counts."""
    local = entry.started_at.astimezone(ZoneInfo(entry.zone))
    when = f"{said_day(entry.day, today=today)} {local:%H:%M}{away(entry, home=home)}"
    if local.date() == entry.day:
        return when
    return load().text("say.late", when=when, day=weekday(entry.day))


def away(entry: Entry, *, home: str) -> str:
    """Name the zone of an entry that was not made at home, in brackets."""
    zone = getattr(entry, "zone", home)
    return "" if zone == home else f" ({zone})"


def said_day(day: date, *, today: date) -> str:
    """Say a day: today, yesterday or its date."""
    if day == today:
        return _text("today")
    return _text("yesterday") if day == today - timedelta(days=1) else day.isoformat()


def _text(key: str, **values: object) -> str:
    return load().text(f"cli.entry.{key}", **values)


def raised_notice(assessment: Assessment) -> str:
    """Say that a silent check has become more pressing, and how to read it."""
    words = load()
    level = assessment.urgency.name if assessment.urgency is not None else "INCOMPLETE"
    return "\n".join(
        (
            "",
            words.text("result.raised.notice"),
            _text("raised", title=words.text(f"urgency.{level}.title")),
        )
    )


@singledispatch
def said(entry: Entry) -> str:
    """Say an entry in one line, without its day."""
    return entry.kind


@said.register
def _(entry: Episode) -> str:
    clock = f"{entry.started_at.astimezone(ZoneInfo(entry.zone)):%H:%M}"
    parts = [f"{clock} {place_name(entry.site, entry.side)}"]
    if entry.duration_s is not None:
        parts.append(duration_value(entry.duration_s, entry.duration_said))
    if entry.intensity is not None:
        parts.append(_text("strength", count=entry.intensity))
    if entry.accompanied:
        words = load()
        signs = [mid_sentence(words.text(f"page.log.{sign}")) for sign in entry.accompanied]
        parts.append(_text("with", signs=", ".join(signs)))
    if entry.suspected:
        names = (exposure_name(word) if word in EXPOSURES else word for word in entry.suspected)
        parts.append(_text("suspected", names=", ".join(names)))
    if entry.note:
        parts.append(f"“{entry.note}”")
    return ", ".join(parts)


@said.register
def _(entry: DayTally) -> str:
    told = entry.count if entry.amount is None else load().text(f"page.day.{entry.amount}")
    return f"{place_name(entry.site, entry.side)}: {mid_sentence(str(told))}"


@said.register
def _(entry: NoneToday) -> str:  # noqa: ARG001 - dispatched on its type
    return load().text("page.journal.none")


@said.register
def _(entry: DayExposure) -> str:
    source = "" if entry.source == "self" else f" ({entry.source})"
    value = exposure_value(entry.code, entry.value, entry.said)
    return f"{exposure_name(entry.code)}: {value}{source}"


@said.register
def _(entry: MedicineEvent) -> str:
    action = _text(f"medicine_{entry.action}")
    return " ".join(part for part in (f"{action}:", entry.name, entry.dose) if part)


@said.register
def _(entry: CheckWindow) -> str:
    return _text("look", length=say_duration(entry.seconds), count=entry.count)


@said.register
def _(entry: TaskCheck) -> str:
    words = load()
    harder = {task: answer for task, answer in entry.answers.items() if answer != "fine"}
    if not harder:
        return f"{words.text('page.day.tasks_title')} {words.text('page.day.task_fine')}"
    return "; ".join(
        f"{task_name(task)}: {mid_sentence(words.text(f'page.day.task_{answer}'))}"
        for task, answer in harder.items()
    )


@said.register
def _(entry: ProfileFact) -> str:
    return f"{fact_name(entry.code)}: {fact_value(entry.code, entry.value)}"


@said.register
def _(entry: Story) -> str:
    first = place_name(entry.first_site, entry.first_side)
    later = [f"{place_name(one.site, one.side)} {one.since.isoformat()}" for one in entry.sites]
    told = _text("story", date=entry.onset_day.isoformat(), place=first)
    return _text("story_later", told=told, places=", ".join(later)) if later else told


@said.register
def _(entry: Examination) -> str:
    what = _text("by", what=entry.what, who=entry.by) if entry.by else entry.what
    result = _text(f"result_{entry.result}")
    return f"{what}: {result}{f', {entry.text}' if entry.text else ''}"


@said.register
def _(entry: Question) -> str:
    return _text("fear" if entry.fear else "question", text=entry.text)


@said.register
def _(entry: TriageAnswers) -> str:
    count = len(entry.answers)
    return _text("check_one" if count == 1 else "check_other", count=count)


@said.register
def _(entry: ProgrammeEvent) -> str:
    parts = (entry.event.replace("_", " "), entry.step, entry.value)
    return _text("programme", told=" ".join(part for part in parts if part))


@said.register
def _(entry: ExperimentPlan) -> str:
    return f"experiment {entry.name}: {entry.factor}, {len(entry.arms)} days"


@said.register
def _(entry: ExperimentDay) -> str:
    kept = {True: "kept", False: "not kept", None: "open"}[entry.adhered]
    return f"experiment {entry.name}: arm {entry.arm}, {kept}"


def print_days(
    entries: Sequence[Entry], *, today: date, home: str, ids: bool, earlier: int
) -> None:
    """Print days, newest first, each with what was noted, twitches before the rest."""
    from myolog.cli.terminal import say

    words = load()
    if not entries:
        say(words.text("page.journal.empty"))
    days = [(day, list(of_day)) for day, of_day in groupby(entries, key=lambda one: one.day)]
    for day, of_day in reversed(days):
        label = said_day(day, today=today)
        for entry in sorted(of_day, key=lambda one: not isinstance(one, _TWITCHES)):
            key = f"  {entry.id}" if ids else ""
            say(
                f"{label:<{_DAY_COLUMN}}{_first_line(said(entry))}{away(entry, home=home)}{key}",
                hang=_DAY_COLUMN,
            )
            label = ""
    if earlier == 1:
        say(_text("earlier_one"))
    elif earlier:
        say(_text("earlier_other", count=earlier))


def _first_line(text: str) -> str:
    """Return at most 300 characters, free of line breaks and terminal control codes."""
    shown = "".join(letter if letter.isprintable() else " " for letter in text)
    return shown if len(shown) <= 300 else f"{shown[:300]}..."
