"""Entries of the journal in words, line by line: the same in page and terminal."""

from collections.abc import Iterable
from dataclasses import dataclass

from myolog.content.catalogue import load
from myolog.content.languages import mid_sentence
from myolog.content.names import (
    duration_value,
    exposure_name,
    exposure_value,
    fact_name,
    fact_value,
    parts_in_words,
    task_name,
)
from myolog.journal.checks import zone_of
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
from myolog.journal.records import Examination, ProgrammeEvent, Question, Story, TriageAnswers
from myolog.vocabulary.exposures import EXPOSURES
from myolog.wording.places import Place
from myolog.wording.step_entries import step_detail, step_heading


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One entry in words.

    Attributes
    ----------
    text, at_right : what it is, and what stands at the right edge
    more : how long, how strong, and what may have set it off
    note : the person's own words
    """

    text: str
    at_right: str = ""
    aside: bool = False
    id: str = ""
    can_edit: bool = False
    more: str = ""
    note: str = ""


def lines_of(entries: Iterable[Entry], *, home: str) -> tuple[Line, ...]:
    """Return a day's entries in words; exposures share one aside, and so do like steps."""
    given = tuple(entries)
    joined = (DayExposure, ProgrammeEvent)
    found = [_line(entry, home=home) for entry in given if not isinstance(entry, joined)]
    lines = sorted(found, key=lambda line: line.aside)
    lines += _steps(entry for entry in given if isinstance(entry, ProgrammeEvent))
    values = [entry for entry in given if isinstance(entry, DayExposure)]
    if values:
        text = ", ".join(_value(entry) for entry in values)
        lines.append(Line(text=text[:1].upper() + text[1:], aside=True))
    return tuple(lines)


def _steps(entries: Iterable[ProgrammeEvent]) -> list[Line]:
    """Return entries of the steps, those that tell the same of several steps on one line."""
    told: dict[str, list[str]] = {}
    for entry in entries:
        told.setdefault(step_heading(entry), []).append(step_detail(entry))
    return [Line(text=_of_steps(heading, found), aside=True) for heading, found in told.items()]


def _of_steps(heading: str, details: Iterable[str]) -> str:
    named = ", ".join(filter(None, details))
    return f"{heading}: {named}" if named else heading


def single_lines(entries: Iterable[Entry], *, home: str) -> tuple[Line, ...]:
    """Return every entry on a line of its own, as the page of one day shows it."""
    return tuple(_line(entry, home=home) for entry in entries)


def _value(entry: DayExposure) -> str:
    return f"{exposure_name(entry.code)} {value_with_cups(entry)}"


def value_with_cups(entry: DayExposure) -> str:
    """Return a day's value as it was told, and the cups that are part of it."""
    value, cups = value_in_words(entry.code, entry.value, entry.said), parts_in_words(entry)
    return f"{value} ({cups})" if cups else value


def value_in_words(code: str, value: float, said: str = "") -> str:
    """Return a day's value as it was said, or with its unit; an hour or more in hours, minutes."""
    if said or EXPOSURES[code].unit != "min" or value < 60:
        return exposure_value(code, value, said)
    hours, minutes = divmod(round(value), 60)
    return f"{hours} h {minutes}" if minutes else f"{hours} h"


def _line(entry: Entry, *, home: str) -> Line:
    text, at_right, aside = _told(entry, home=home)
    return Line(
        text=text[:1].upper() + text[1:],
        at_right=at_right,
        aside=aside,
        id=entry.id or "",
        can_edit=isinstance(entry, Episode),
        more=_more(entry) if isinstance(entry, Episode) else "",
        note=getattr(entry, "note", ""),
    )


def _more(entry: Episode) -> str:
    """Say how long it lasted, how strong it was and what may have set it off, where told."""
    words, parts = load(), list[str]()
    if entry.duration_s is not None:
        parts.append(duration_value(entry.duration_s, entry.duration_said))
    if entry.intensity is not None:
        parts.append(words.text("cli.entry.strength", count=entry.intensity))
    if entry.suspected:
        names = (exposure_name(word) if word in EXPOSURES else word for word in entry.suspected)
        parts.append(words.text("cli.entry.suspected", names=", ".join(names)))
    text = ", ".join(parts)
    return text[:1].upper() + text[1:]


def _told(entry: Entry, *, home: str) -> tuple[str, str, bool]:
    """Return the text, what stands at the right edge, and whether it is an aside."""
    match entry:
        case Episode():
            return _episode(entry, home=home)
        case DayTally():
            return Place(entry.site, entry.side).name, _amount(entry), False
        case DayExposure():
            return _value(entry), "", True
        case TaskCheck():
            return _tasks(entry), "", False
        case ProfileFact():
            return f"{fact_name(entry.code)}: {fact_value(entry.code, entry.value)}", "", True
        case _:
            return _told_plainly(entry)


def _amount(entry: DayTally) -> str:
    if entry.amount is None:
        return str(entry.count)
    return mid_sentence(load().text(f"page.day.{entry.amount}"))


def _told_plainly(entry: Entry) -> tuple[str, str, bool]:
    words = load().labels("page.journal")
    match entry:
        case NoneToday():
            return words["none"], "", False
        case MedicineEvent():
            dose = f", {entry.dose}" if entry.dose else ""
            return f"{words[f'medicine_{entry.action}']}: {entry.name}{dose}", "", True
        case Examination():
            by = f", {entry.by}" if entry.by else ""
            return f"{entry.what}{by}", words[f"result_{entry.result}"], False
        case Question():
            return f"{words['fear' if entry.fear else 'question']}: {entry.text}", "", True
        case CheckWindow():
            return words["window"].format(seconds=entry.seconds), str(entry.count), False
        case Story():
            return words["story_told"], "", True
        case TriageAnswers():
            return words["check_done"], "", True
        case ProgrammeEvent():
            return _of_steps(step_heading(entry), [step_detail(entry)]), "", True
        case _:
            return words["other"], "", True


def _episode(entry: Episode, *, home: str) -> tuple[str, str, bool]:
    words = load().labels("page.log")
    signs = [mid_sentence(words[sign]) for sign in entry.accompanied]
    name = Place(entry.site, entry.side).name
    text = load().text("page.journal.with", site=name, signs=", ".join(signs)) if signs else name
    return text, clock_of(entry, home=home), False


def clock_of(entry: Episode, *, home: str) -> str:
    """Say what the clock showed where the person was, and where that is not home."""
    clock = f"{entry.started_at.astimezone(zone_of(entry.zone)):%H:%M}"
    return clock if entry.zone == home else f"{clock} {entry.zone}"


def _tasks(entry: TaskCheck) -> str:
    words = load()
    harder = [task_name(code) for code, answer in entry.answers.items() if answer != "fine"]
    if not harder:
        return words.template("page.journal.tasks_fine")
    return words.text("page.journal.tasks_harder", tasks=", ".join(harder))


def replaced_in_words(old: Entry, new: Entry | None) -> str:
    """Say what a write put in the place of an entry; None where it was only emptied."""
    words = load()
    if new is None:
        return words.text("page.day.emptied", old=_whole(old))
    return words.text("page.day.instead", new=_whole(new), old=_bare(old))


def _whole(entry: Entry) -> str:
    (line,) = single_lines([entry], home="")
    return f"{line.text}: {line.at_right}" if line.at_right else line.text


def _bare(entry: Entry) -> str:
    if isinstance(entry, DayExposure):
        return value_with_cups(entry)
    (line,) = single_lines([entry], home="")
    return line.at_right or line.text
