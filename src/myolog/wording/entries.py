"""Entries of the journal in words, the same in page and terminal.

What each kind says stands in ``kinds``; a whole day is joined in ``day_lines``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final

from myolog.content.catalogue import load
from myolog.content.dates import spoken_whole, weekday, whole_date
from myolog.content.languages import capital, mid_sentence
from myolog.content.names import exposure_name
from myolog.frozen import FrozenDict
from myolog.journal.entries import (
    DayExposure,
    DayTally,
    Entry,
    Episode,
    NoneToday,
    TaskCheck,
)
from myolog.journal.provenance import TYPED, Provenance
from myolog.journal.records import Examination, TriageAnswers
from myolog.journal.visits import Visit
from myolog.vocabulary.visits import VISIT
from myolog.wording.kinds import Line, clock_there, line_of, value_with_cups


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
            form=_form_of(entry),
        )
        for entry in entries
        for line in (with_result(entry, line_of(entry), results),)
    )


def dated_lines(entries: Iterable[Entry], *, home: str) -> tuple[Line, ...]:
    """Return every entry on a line of its own, a visit or a test with its day, as lists show it."""
    told = tuple(entries)
    return tuple(
        replace(
            line, text=load().text("visit.entry.on", visit=line.text, date=whole_date(entry.day))
        )
        if isinstance(entry, Examination)
        else line
        for entry, line in zip(told, single_lines(told, home=home), strict=True)
    )


_FORMS: Final[Mapping[type[Entry], str]] = {
    Episode: "entry",
    DayTally: "day",
    NoneToday: "day",
    DayExposure: "day",
    TaskCheck: "tasks",
    Visit: "visit",
}


def _form_of(entry: Entry) -> str:
    """Return the form that changes an entry; a test, and a visit that was missed, have none."""
    if isinstance(entry, Visit) and entry.event == "missed":
        return ""
    if isinstance(entry, Examination) and entry.what == VISIT:
        return "visit"
    return _FORMS.get(type(entry), "")


_SHORT_THEN: Final = FrozenDict(
    {"SAME_DAY": "report.foot.SAME_DAY", "EMERGENCY": "report.foot.EMERGENCY"}
)
"""What says "today" and "now" of a result that may be of any day."""


def with_result(entry: Entry, line: Line, results: Mapping[str, str] | None) -> Line:
    """Return the line of a check with what it said; of one without a result, that it has none."""
    if results is None or not isinstance(entry, TriageAnswers):
        return line
    level = results.get(entry.id or "")
    if level is None:
        return replace(line, text=load().text("page.journal.check_begun"))
    said = mid_sentence(load().text(_SHORT_THEN.get(level, f"urgency.{level}.short")))
    return replace(line, text=load().text("page.journal.check_done", result=said))


def one_line(entry: Entry, *, home: str = "", results: Mapping[str, str] | None = None) -> str:
    """Say an entry in one line, without its day.

    Parameters
    ----------
    home
        The person's zone; another one is named. Without it, none is.
    """
    line = with_result(entry, line_of(entry), results)
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
    return f"{clock_there(entry)}{away(entry, home=home)}"


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


def replaced_in_words(old: Entry, new: Entry | None) -> str:
    """Say what a write put in the place of an entry; None where it was only emptied."""
    words = load()
    if new is None:
        return words.text("page.day.emptied", old=_whole(old))
    return words.text("page.day.instead", new=_whole(new), old=_bare(old))


def _whole(entry: Entry) -> str:
    line = line_of(entry)
    return capital(f"{line.text}: {line.at_right}" if line.at_right else line.text)


def _bare(entry: Entry) -> str:
    if isinstance(entry, DayExposure):
        return value_with_cups(entry)
    line = line_of(entry)
    return line.at_right or capital(line.text)
