"""Entries of the journal in words, the same in page and terminal.

Every kind has words of its own: one that has none fails, instead of being told as "another entry".
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import singledispatch
from typing import Final
from zoneinfo import ZoneInfo

from myolog.content.catalogue import load
from myolog.content.dates import spoken_whole, weekday, whole_date
from myolog.content.grammar import counted
from myolog.content.languages import capital, mid_sentence
from myolog.content.names import (
    duration_value,
    exposure_name,
    exposure_value,
    fact_name,
    fact_value,
    parts_in_words,
    place_name,
    role_name,
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
from myolog.journal.provenance import TYPED, Provenance
from myolog.journal.records import (
    Examination,
    ExperimentDay,
    ExperimentPlan,
    ProgrammeEvent,
    Question,
    Story,
    TriageAnswers,
)
from myolog.journal.visits import Visit
from myolog.vocabulary.exposures import EXPOSURES
from myolog.vocabulary.visits import VISIT
from myolog.wording.known_dates import roughly, time_in_words
from myolog.wording.step_entries import step_detail, step_heading
from myolog.wording.tasks import task_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One entry in words.

    Attributes
    ----------
    text, at_right : what it is, and what stands at the right edge
    aside : whether it is told in small print
    form : what changes it: the form of one twitch ("entry"), of its day ("day"), of the daily tasks
        ("tasks"), or the list of its day, where the line stands for several entries ("list")
    more : how long, how strong, and what may have set it off; of a story since when and where
    note : the person's own words
    """

    text: str
    at_right: str = ""
    aside: bool = False
    id: str = ""
    form: str = ""
    more: str = ""
    note: str = ""


def of_steps(heading: str, details: Iterable[str]) -> str:
    """Say something of the steps, with what it tells of each."""
    named = ", ".join(filter(None, details))
    return f"{heading}: {named}" if named else heading


def single_lines(
    entries: Iterable[Entry], *, home: str, results: Mapping[str, str] | None = None
) -> tuple[Line, ...]:
    """Return every entry on a line of its own, as the page of one day shows it.

    `results` has the level of each check by the key of its answers; None where nobody knows them.
    """
    return tuple(
        replace(
            line,
            text=capital(line.text),
            more=capital(line.more),
            at_right=line.at_right + (away(entry, home=home) if line.at_right else ""),
            id=entry.id or "",
            form=_FORMS.get(type(entry), ""),
        )
        for entry in entries
        for line in (with_result(entry, _line(entry), results),)
    )


_FORMS: Final[Mapping[type[Entry], str]] = {
    Episode: "entry",
    DayTally: "day",
    NoneToday: "day",
    DayExposure: "day",
    TaskCheck: "tasks",
}


def with_result(entry: Entry, line: Line, results: Mapping[str, str] | None) -> Line:
    """Return the line of a check with what it said; of one without a result, that it has none."""
    if results is None or not isinstance(entry, TriageAnswers):
        return line
    level = results.get(entry.id or "")
    if level is None:
        return replace(line, text=load().text("page.journal.check_begun"))
    said = mid_sentence(load().text(f"urgency.{level}.short"))
    return replace(line, text=load().text("page.journal.check_done", result=said))


def one_line(entry: Entry, *, home: str = "", results: Mapping[str, str] | None = None) -> str:
    """Say an entry in one line, without its day.

    Parameters
    ----------
    home
        The person's zone; another one is named. Without it, none is.
    """
    line = with_result(entry, _line(entry), results)
    zone = away(entry, home=home) if home else ""
    if isinstance(entry, Episode) and entry.time_said:
        head = f"{line.text} ({line.at_right}{zone})"
    elif isinstance(entry, Episode | TriageAnswers):
        head = f"{line.at_right}{zone} {line.text}"
    elif isinstance(entry, DayExposure):
        head = f"{exposure_name(entry.code)}: {value_with_cups(entry)}"
        head += _source(entry)
    else:
        head = f"{line.text}: {line.at_right}{zone}" if line.at_right else line.text
    note = f"“{line.note}”" if line.note else ""
    return ", ".join(filter(None, (head, line.more, note)))


def _source(entry: DayExposure) -> str:
    """Say in brackets where a value is from, unless the person told it."""
    if entry.provenance is Provenance.SAME_AS_YESTERDAY:
        return f" ({load().text('page.journal.as_before')})"
    return "" if entry.source == TYPED else f" ({entry.source})"


def away(entry: Entry, *, home: str) -> str:
    """Name the zone of an entry that was not made at home, in brackets."""
    zone = getattr(entry, "zone", home)
    return "" if zone == home else f" ({zone})"


def clock_of(entry: Episode, *, home: str) -> str:
    """Say what the clock showed where the person was, and where that is not home."""
    return f"{_clock(entry)}{away(entry, home=home)}"


def _clock(entry: Episode | TriageAnswers) -> str:
    if isinstance(entry, Episode) and entry.time_said:
        return time_in_words(entry.time_said)
    at = entry.started_at if isinstance(entry, Episode) else entry.at
    return f"{at.astimezone(ZoneInfo(entry.zone)):%H:%M}"


def when_in_words(local: datetime, *, day: date, today: date) -> str:
    """Say a moment on the person's own clock, and of which night it is where the date differs."""
    when = f"{day_in_words(day, today=today)} {local:%H:%M}"
    if local.date() == day:
        return when
    return load().text("say.late", when=when, day=weekday(day))


def day_in_words(day: date, *, today: date) -> str:
    """Say a day: today, yesterday or its date."""
    named = {today: "say.today", today - timedelta(days=1): "say.yesterday"}.get(day)
    return load().text(named) if named else spoken_whole(day)


def value_with_cups(entry: DayExposure) -> str:
    """Return a day's value as it was told, and the cups that are part of it."""
    value, cups = exposure_value(entry.code, entry.value, entry.said), parts_in_words(entry)
    return f"{value} ({cups})" if cups else value


def amount_in_words(told: str | int) -> str:
    """Say how much it twitched: a word, or the count as it was given, which is no clock time."""
    if isinstance(told, int) and told:
        return counted("page.journal.twitch", told)
    return mid_sentence(load().text(f"page.day.{told or 'none'}"))


def amount_of(tally: DayTally) -> str:
    """Say how much a place twitched."""
    return amount_in_words(tally.amount or tally.count or 0)


def suspects_in_words(suspected: Iterable[str]) -> str:
    """Say what may have set a twitch off: names of exposures, and the person's own words."""
    return ", ".join(exposure_name(one) if one in EXPOSURES else one for one in suspected)


def signs_in_words(accompanied: Iterable[str]) -> str:
    """Say what came with a twitch."""
    words = load().labels("page.log")
    return ", ".join(mid_sentence(words[sign]) for sign in accompanied)


def replaced_in_words(old: Entry, new: Entry | None) -> str:
    """Say what a write put in the place of an entry; None where it was only emptied."""
    words = load()
    if new is None:
        return words.text("page.day.emptied", old=_whole(old))
    return words.text("page.day.instead", new=_whole(new), old=_bare(old))


def _whole(entry: Entry) -> str:
    line = _line(entry)
    return capital(f"{line.text}: {line.at_right}" if line.at_right else line.text)


def _bare(entry: Entry) -> str:
    if isinstance(entry, DayExposure):
        return value_with_cups(entry)
    line = _line(entry)
    return line.at_right or capital(line.text)


@singledispatch
def _line(entry: Entry) -> Line:
    """Return the words of an entry, without capital, key and zone."""
    raise TypeError(f"{type(entry).__name__} has no words yet.")


@_line.register
def _(entry: Episode) -> Line:
    words, text, parts = load(), place_name(entry.site, entry.side), list[str]()
    if entry.accompanied:
        text = words.text("page.journal.with", site=text, signs=signs_in_words(entry.accompanied))
    if entry.duration_s is not None:
        parts.append(duration_value(entry.duration_s, entry.duration_said))
    if entry.intensity is not None:
        parts.append(words.text("cli.entry.strength", count=entry.intensity))
    if entry.suspected:
        parts.append(words.text("cli.entry.suspected", names=suspects_in_words(entry.suspected)))
    return Line(text=text, at_right=_clock(entry), more=", ".join(parts), note=entry.note)


@_line.register
def _(entry: DayTally) -> Line:
    return Line(text=place_name(entry.site, entry.side), at_right=amount_of(entry))


@_line.register
def _(entry: NoneToday) -> Line:  # noqa: ARG001 - dispatched on its type
    return Line(text=load().text("page.journal.none"))


@_line.register
def _(entry: DayExposure) -> Line:
    return Line(text=f"{exposure_name(entry.code)} {value_with_cups(entry)}", aside=True)


@_line.register
def _(entry: MedicineEvent) -> Line:
    dose = f", {entry.dose}" if entry.dose else ""
    action = load().text(f"page.journal.medicine_{entry.action}")
    if not entry.dated and entry.action != "taken":
        action = load().text("page.journal.medicine_undated", event=action)
    return Line(text=f"{action}: {entry.name}{dose}", aside=True)


@_line.register
def _(entry: CheckWindow) -> Line:
    text = load().text("page.journal.window", seconds=entry.seconds)
    return Line(text=text, at_right=amount_in_words(entry.count))


@_line.register
def _(entry: TaskCheck) -> Line:
    words = load()
    harder = [
        task_in_words(code, answer, _told_of(entry, code))
        for code, answer in entry.answers.items()
        if answer != "fine"
    ]
    if not harder:
        return Line(text=words.text("page.journal.tasks_fine"))
    return Line(text=words.text("page.journal.tasks_harder", tasks=", ".join(harder)))


def _told_of(look: TaskCheck, code: str) -> dict[str, str]:
    told = {"since": look.since, "explained": look.explained}
    return {part: each[code] for part, each in told.items() if code in each}


@_line.register
def _(entry: ProfileFact) -> Line:
    return Line(text=f"{fact_name(entry.code)}: {fact_value(entry.code, entry.value)}", aside=True)


@_line.register
def _(entry: Story) -> Line:
    words, first = load(), place_name(entry.first_site, entry.first_side)
    began = roughly(entry.onset_day, entry.onset_precision)
    told = words.text("cli.entry.story", date=began, place=first)
    along = [place_name(one.site, one.side) for one in entry.sites if one.since == entry.onset_day]
    if along:
        told = words.text("cli.entry.story_also", told=told, places=", ".join(along))
    later = [
        f"{place_name(one.site, one.side)} {roughly(one.since, one.since_precision)}"
        for one in entry.sites
        if one.since > entry.onset_day
    ]
    if later:
        told = words.text("cli.entry.story_later", told=told, places=", ".join(later))
    return Line(text=words.text("page.journal.story_told"), aside=True, more=told)


@_line.register
def _(entry: Examination) -> Line:
    words = load()
    what = words.text("visit.entry.seen") if entry.what == VISIT else entry.what
    if entry.by:
        what = words.text("visit.entry.with", visit=what, name=role_name(entry.by))
    more = [words.text(f"visit.test.{one}") for one in entry.tests]
    if entry.signs:
        signs = ", ".join(sign_name(one) for one in entry.signs)
        more.append(words.text("visit.entry.explained", signs=signs))
    if entry.review is not None:
        more.append(words.text("visit.entry.next", date=whole_date(entry.review)))
    result = words.text(f"page.journal.result_{entry.result}")
    return Line(text=what, at_right=result, more=", ".join(more), note=entry.text)


@_line.register
def _(entry: Visit) -> Line:
    words = load()
    text = words.text(f"visit.event.{entry.event}", date=whole_date(entry.on))
    if entry.by:
        text = words.text("visit.entry.with", visit=text, name=role_name(entry.by))
    return Line(text=text, aside=True)


def sign_name(name: str) -> str:
    """Return what a sign of the check is called; one of another version is kept as written."""
    words, key = load(), f"input.{name}.report"
    return words.text(key) if key in words else name


@_line.register
def _(entry: Question) -> Line:
    kind = "fear" if entry.fear else "remark" if entry.remark else "question"
    about = load().text(f"page.journal.{kind}")
    return Line(text=f"{about}: {entry.text}", aside=True)


@_line.register
def _(entry: TriageAnswers) -> Line:
    return Line(text=load().text("page.journal.check_answers"), at_right=_clock(entry), aside=True)


@_line.register
def _(entry: ProgrammeEvent) -> Line:
    return Line(text=of_steps(step_heading(entry), [step_detail(entry)]), aside=True)


@_line.register
def _(entry: ExperimentPlan) -> Line:
    days = len(entry.arms)
    text = load().text("page.journal.experiment", name=entry.name, factor=entry.factor, count=days)
    return Line(text=text, aside=True)


@_line.register
def _(entry: ExperimentDay) -> Line:
    kept = {True: "kept", False: "not_kept", None: "open"}[entry.adhered]
    text = load().text(f"page.journal.experiment_{kept}", name=entry.name)
    return Line(text=text, aside=True)
