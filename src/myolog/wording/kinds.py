"""Each kind of entry in words: what it is, what stands beside it, and the person's own words.

A kind that has no words here fails, instead of being told as "another entry".
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import singledispatch
from zoneinfo import ZoneInfo

from myolog.content.catalogue import load
from myolog.content.dates import whole_date
from myolog.content.grammar import counted
from myolog.content.languages import mid_sentence
from myolog.content.names import (
    duration_value,
    exposure_name,
    exposure_value,
    fact_name,
    fact_value,
    parts_in_words,
    place_name,
    role_name,
    task_name,
)
from myolog.content.own import own_measure
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
from myolog.journal.own import OwnThing, tidied
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
from myolog.vocabulary.own import is_own
from myolog.vocabulary.tasks import NOT_SURE, TASKS, is_hard
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
        ("tasks"), or of a visit ("visit")
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


@singledispatch
def line_of(entry: Entry) -> Line:
    """Return the words of an entry, without capital, key and zone."""
    raise TypeError(f"{type(entry).__name__} has no words yet.")


@line_of.register
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
    return Line(text=text, at_right=clock_there(entry), more=", ".join(parts), note=entry.note)


@line_of.register
def _(entry: DayTally) -> Line:
    return Line(text=place_name(entry.site, entry.side), at_right=amount_of(entry))


@line_of.register
def _(entry: NoneToday) -> Line:  # noqa: ARG001 - dispatched on its type
    return Line(text=load().text("page.journal.none"))


@line_of.register
def _(entry: DayExposure) -> Line:
    return Line(text=f"{exposure_name(entry.code)} {value_with_cups(entry)}", aside=True)


@line_of.register
def _(entry: OwnThing) -> Line:
    """Say the name that was given then; what it is called by now stands with its values."""
    words, name = load(), tidied(entry.name) or entry.code
    if entry.archived:
        return Line(text=words.text("own.entry.archived", name=name), aside=True)
    text = words.text("own.entry.tracked", name=name, measure=own_measure(entry))
    return Line(text=text, aside=True)


@line_of.register
def _(entry: MedicineEvent) -> Line:
    dose = f", {entry.dose}" if entry.dose else ""
    action = load().text(f"page.journal.medicine_{entry.action}")
    if not entry.dated and entry.action != "taken":
        action = load().text("page.journal.medicine_undated", event=action)
    return Line(text=f"{action}: {entry.name}{dose}", aside=True)


@line_of.register
def _(entry: CheckWindow) -> Line:
    text = load().text("page.journal.window", seconds=entry.seconds)
    return Line(text=text, at_right=amount_in_words(entry.count))


@line_of.register
def _(entry: TaskCheck) -> Line:
    words = load()
    harder = [
        task_in_words(code, answer, _told_of(entry, code))
        for code, answer in entry.answers.items()
        if is_hard(answer)
    ]
    fine = [code for code, answer in entry.answers.items() if answer == "fine"]
    unsure = [code for code, answer in entry.answers.items() if answer == NOT_SURE]
    if len(fine) == len(TASKS):
        return Line(text=words.text("page.journal.tasks_fine"))
    told = {"harder": harder, "unsure": _named(unsure)}
    if not (harder or unsure):
        told["some_fine"] = _named(fine)
    found = [
        words.text(f"page.journal.tasks_{part}", tasks=", ".join(tasks))
        for part, tasks in told.items()
        if tasks
    ]
    return Line(text=words.text("page.journal.tasks", told="; ".join(found)))


def _named(tasks: list[str]) -> list[str]:
    return [task_name(code) for code in tasks]


def _told_of(look: TaskCheck, code: str) -> dict[str, str]:
    told = {"since": look.since, "explained": look.explained}
    return {part: each[code] for part, each in told.items() if code in each}


@line_of.register
def _(entry: ProfileFact) -> Line:
    return Line(text=f"{fact_name(entry.code)}: {fact_value(entry.code, entry.value)}", aside=True)


@line_of.register
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


@line_of.register
def _(entry: Examination) -> Line:
    words = load()
    what = words.text("visit.entry.seen") if entry.what == VISIT else entry.what
    if entry.by:
        what = words.text("visit.entry.with", visit=what, name=role_name(entry.by))
    more = [words.text(f"visit.test.{one}") for one in entry.tests]
    if entry.signs:
        signs = ", ".join(sign_name(one) for one in entry.signs)
        more.append(words.text("visit.entry.explained", signs=signs))
    if entry.to_result in ("before", "after"):
        more.append(words.text(f"visit.entry.{entry.to_result}_result"))
    if entry.review is not None:
        more.append(words.text("visit.entry.next", date=whole_date(entry.review)))
    result = words.text(f"page.journal.result_{entry.result}")
    return Line(text=what, at_right=result, more=", ".join(more), note=entry.text)


@line_of.register
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


@line_of.register
def _(entry: Question) -> Line:
    kind = "fear" if entry.fear else "remark" if entry.remark else "question"
    about = load().text(f"page.journal.{kind}")
    return Line(text=f"{about}: {entry.text}", aside=True)


@line_of.register
def _(entry: TriageAnswers) -> Line:
    return Line(
        text=load().text("page.journal.check_answers"), at_right=clock_there(entry), aside=True
    )


@line_of.register
def _(entry: ProgrammeEvent) -> Line:
    return Line(text=of_steps(step_heading(entry), [step_detail(entry)]), aside=True)


@line_of.register
def _(entry: ExperimentPlan) -> Line:
    days = len(entry.arms)
    text = load().text("page.journal.experiment", name=entry.name, factor=entry.factor, count=days)
    return Line(text=text, aside=True)


@line_of.register
def _(entry: ExperimentDay) -> Line:
    kept = {True: "kept", False: "not_kept", None: "open"}[entry.adhered]
    text = load().text(f"page.journal.experiment_{kept}", name=entry.name)
    return Line(text=text, aside=True)


def clock_there(entry: Episode | TriageAnswers) -> str:
    """Say what the clock showed where the person was, or the words in which it was told."""
    if isinstance(entry, Episode) and entry.time_said:
        return time_in_words(entry.time_said)
    at = entry.started_at if isinstance(entry, Episode) else entry.at
    return f"{at.astimezone(ZoneInfo(entry.zone)):%H:%M}"


def of_steps(heading: str, details: Iterable[str]) -> str:
    """Say something of the steps, with what it tells of each."""
    named = ", ".join(filter(None, details))
    return f"{heading}: {named}" if named else heading


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
    return ", ".join(
        exposure_name(one) if one in EXPOSURES or is_own(one) else one for one in suspected
    )


def signs_in_words(accompanied: Iterable[str]) -> str:
    """Say what came with a twitch."""
    words = load().labels("page.log")
    return ", ".join(mid_sentence(words[sign]) for sign in accompanied)
