"""The journal as days: what was noted, days with none, and days left open.

A day without a note is never shown as a day without twitches: runs of such days are one row
(guide 3d). Only the weeks asked for are laid out.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from myolog.content.catalogue import load
from myolog.content.dates import spoken_short
from myolog.journal.entries import Entry, ProfileFact
from myolog.journal.model import Journal
from myolog.journal.records import Examination
from myolog.journal.visits import Visit
from myolog.triage.due import booked_on
from myolog.wording.day_lines import lines_of
from myolog.wording.kinds import Line

WEEKS_SHOWN: Final = 4
SINGLES_SHOWN: Final = 8
"""Single twitches of a day that stand there at once; where there are many more, they are folded."""

FOLDED_FROM: Final = 12
"""Single twitches of a day from which some are folded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One day, or a run of days without a note (`lines` empty)."""

    first: date
    last: date
    lines: tuple[Line, ...] = ()

    @property
    def is_gap(self) -> bool:
        """Whether nothing was noted."""
        return not self.lines

    @property
    def folded(self) -> tuple[Line, ...]:
        """The single twitches that are too many to stand there at once."""
        singles = tuple(line for line in self.lines if line.form == "entry")
        return singles[SINGLES_SHOWN:] if len(singles) > FOLDED_FROM else ()

    @property
    def at_once(self) -> tuple[Line, ...]:
        """Every line that is not folded."""
        folded = {line.id for line in self.folded}
        return tuple(line for line in self.lines if line.id not in folded)

    @property
    def days(self) -> tuple[date, ...]:
        """Every day of it, the oldest first."""
        n_days = (self.last - self.first).days + 1
        return tuple(self.first + timedelta(days=n) for n in range(n_days))


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """Some days under one heading, newest first."""

    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weeks:
    """What one page of the journal shows; `earlier` is the Monday to continue before."""

    weeks: tuple[Week, ...]
    earlier: date | None


def weeks_of(
    journal: Journal,
    *,
    today: date,
    before: date | None = None,
    n_weeks: int = WEEKS_SHOWN,
    results: Mapping[str, str] | None = None,
) -> Weeks:
    """Return some weeks, newest first.

    Parameters
    ----------
    before
        Show the weeks before this day; None for the newest.
    results
        As `single_lines` takes them.
    """
    shown = [entry for entry in journal.entries if not isinstance(entry, ProfileFact)]
    if not shown:
        return Weeks(weeks=(), earlier=None)
    first_day = shown[0].day
    last = min(today, before - timedelta(days=1)) if before else max(today, shown[-1].day)
    start = last - timedelta(days=last.weekday() + 7 * (n_weeks - 1))
    by_day: defaultdict[date, list[Entry]] = defaultdict(list)
    for entry in shown:
        if start <= entry.day <= last:
            by_day[entry.day].append(entry)
    booked = {one.on for one in journal.of(Visit)}
    reviews = {one.review for one in journal.of(Examination) if one.review is not None}
    for day in {day for day in booked | reviews if start <= day <= last}:
        by_day[day] += booked_on(journal, day)
    mondays = [start + timedelta(days=7 * n) for n in reversed(range(n_weeks))]
    weeks = (
        Week(
            heading=_heading(monday, today),
            rows=_rows(
                by_day,
                max(monday, first_day),
                min(monday + timedelta(days=6), last),
                home=journal.zone,
                results=results,
            ),
        )
        for monday in mondays
        if monday + timedelta(days=6) >= first_day
    )
    return Weeks(
        weeks=tuple(week for week in weeks if week.rows),
        earlier=start if start > first_day else None,
    )


def shown_before(day: date, *, today: date) -> date | None:
    """Return before which day a page of the journal shows `day`; None for the newest page."""
    monday, this_week = (one - timedelta(days=one.weekday()) for one in (day, today))
    is_new = monday >= this_week - timedelta(days=7 * (WEEKS_SHOWN - 1))
    return None if is_new else monday + timedelta(days=7)


def _heading(monday: date, today: date) -> str:
    words = load()
    this_week = today - timedelta(days=today.weekday())
    if monday == this_week:
        return words.template("page.journal.this_week")
    if monday == this_week - timedelta(days=7):
        return words.template("page.journal.last_week")
    return words.text("page.journal.week_of", date=spoken_short(monday, today=today))


def _rows(
    by_day: Mapping[date, list[Entry]],
    first: date,
    last: date,
    *,
    home: str,
    results: Mapping[str, str] | None,
) -> tuple[Row, ...]:
    rows: list[Row] = []
    day = last
    while day >= first:
        if day in by_day:
            rows.append(
                Row(first=day, last=day, lines=lines_of(by_day[day], home=home, results=results))
            )
        elif rows and rows[-1].is_gap:
            rows[-1] = Row(first=day, last=rows[-1].last)
        else:
            rows.append(Row(first=day, last=day))
        day -= timedelta(days=1)
    return tuple(rows)
