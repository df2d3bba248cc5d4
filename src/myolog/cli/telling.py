"""From typed words to the story so far, facts, past tests and questions.

Decides how a start that is known only roughly is written (2025, 2026-01, "6
weeks ago"), and that what was told before stands unless it is told anew.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from typing import Final, TypeVar

from myolog.cli.asking import settled
from myolog.cli.places import read_place
from myolog.cli.terminal import split_pair
from myolog.cli.when import read_day
from myolog.content.typed import amount_typed, clock_typed, whole_typed, years_typed
from myolog.errors import InvalidEntry, UserError
from myolog.journal.doubt import NOT_SURE
from myolog.journal.entries import Entry, ProfileFact
from myolog.journal.records import Examination, Question, Story, StorySite
from myolog.report.sections import VAGUE_DAYS
from myolog.vocabulary.profile import PROFILE, say_times
from myolog.vocabulary.visits import OUTCOMES

__all__ = ["Telling", "entries_from", "read_exam", "read_fact", "read_later", "read_since"]

T = TypeVar("T")

_MONTH: Final = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_MONTHS_AGO: Final = re.compile(r"(\d{1,3}|a) months? ago", re.ASCII)
_YEAR: Final = re.compile(r"\d{4}", re.ASCII)
_NOT_SURE: Final = frozenset({"?", "not sure", "not_sure", "unsicher"})
_SHORT: Final = {"age": "age_years", "weight": "weight_kg", "job": "occupation"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What a person typed, before it is read; None or empty where nothing was.

    Parameters
    ----------
    since, first, places
        When and where it began, and "PLACE=WHEN" for each later place.
    ongoing, trend, measures, changed
        As in `myolog.journal.records.Story`.
    facts, exams
        "NAME=VALUE" and "DAY WHAT RESULT".
    questions, fear, also
        For the doctor.
    """

    since: str | None = None
    first: str | None = None
    places: tuple[str, ...] = ()
    ongoing: bool | None = None
    trend: str | None = None
    measures: str | None = None
    changed: str | None = None
    facts: tuple[str, ...] = ()
    exams: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    fear: str | None = None
    also: str | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing was typed."""
        return all(getattr(self, field.name) in (None, ()) for field in fields(self))

    @property
    def about_it(self) -> bool:
        """Whether anything was said about the twitching itself."""
        course = (self.ongoing, self.trend, self.measures, self.changed)
        return bool(self.since or self.first or self.places) or any(
            part is not None for part in course
        )


def entries_from(told: Telling, *, before: Story | None, today: date) -> tuple[Entry, ...]:
    """Return the entries that a telling makes.

    Parameters
    ----------
    before
        The story as it was told before; what is not told anew is taken from it.

    Raises
    ------
    UserError
        A part cannot be read, or a first telling lacks its beginning.
    """
    given: list[Entry] = [_story(told, before=before, today=today)] if told.about_it else []
    given += [read_fact(text, day=today) for text in told.facts]
    given += [read_exam(text, today=today) for text in told.exams]
    given += [Question(day=today, text=text) for text in told.questions]
    if told.fear is not None:
        given.append(Question(day=today, text=told.fear, fear=True))
    if told.also is not None:
        given.append(Question(day=today, text=told.also, remark=True))
    return tuple(given)


def _story(told: Telling, *, before: Story | None, today: date) -> Story:
    if before is None and (told.since is None or told.first is None):
        raise InvalidEntry(
            "A story needs to begin: give --since and --first, such as "
            "--since 2026-01 --first “calf left”.",
            code="story_without_beginning",
        )
    onset_day, precision = (
        read_since(told.since, today=today)
        if told.since is not None or before is None
        else (before.onset_day, before.onset_precision)
    )
    first_site, first_side = _first_place(told, before)
    later = {(one.site, one.side): one for one in (before.sites if before else ())}
    for text in told.places:
        one = read_later(text, today=today)
        later[one.site, one.side] = one
    if precision == NOT_SURE:
        onset_day = min([onset_day, *(one.since for one in later.values())])
    return Story(
        day=today,
        onset_day=onset_day,
        onset_precision=precision,
        first_site=first_site,
        first_side=first_side,
        sites=tuple(_from(onset_day, one) for one in later.values()),
        ongoing=_newer(told.ongoing, before.ongoing if before else None),
        trend=_newer(told.trend, before.trend if before else None),
        measures=_newer(told.measures, before.measures if before else None),
        changed=_newer(told.changed, before.changed if before else ""),
    )


def _first_place(told: Telling, before: Story | None) -> tuple[str, str | None]:
    if told.first is None and before is not None:
        return before.first_site, before.first_side
    site, side = read_place([told.first or ""])
    return site.code, side


def _newer(told: T | None, before: T) -> T:
    return before if told is None else told


def read_since(text: str | None, *, today: date) -> tuple[date, str]:
    """Return the start that a person means and how well they know it.

    Raises
    ------
    InvalidEntry
        It cannot be understood, lies in the future or before 1900.

    Examples
    --------
    >>> read_since("2025-11", today=date(2026, 3, 1))
    (datetime.date(2025, 11, 1), 'month')
    """
    plain = " ".join((text or "").casefold().split())
    if plain in _NOT_SURE:
        return today, NOT_SURE
    month, ago = _MONTH.fullmatch(plain), _MONTHS_AGO.fullmatch(plain)
    if month is not None and 1 <= whole_typed(month[2]) <= 12:
        return read_day(f"{plain}-01", today=today), "month"
    if ago is not None:
        back = 1 if ago[1] == "a" else whole_typed(ago[1])
        year, index = divmod(today.year * 12 + today.month - 1 - back, 12)
        return read_day(f"{year:04d}-{index + 1:02d}-01", today=today), "month"
    if _YEAR.fullmatch(plain):
        return read_day(f"{plain}-01-01", today=today), "year"
    return read_day(plain, today=today), "week" if "week" in plain else "day"


def read_later(text: str, *, today: date) -> StorySite:
    """Return the later place that "shoulder right=2026-01" says.

    Raises
    ------
    UserError
        The place or the day cannot be read.
    """
    where, since = split_pair(text, "“shoulder right=2026-01”")
    site, side = read_place([where])
    day, precision = read_since(since, today=today)
    return StorySite(site=site.code, side=side, since=day, since_precision=precision)


def _from(onset: date, one: StorySite) -> StorySite:
    """Let a place whose rough date may mean the beginning, or later, begin no sooner than that."""
    latest = one.since + timedelta(days=VAGUE_DAYS[one.since_precision])
    return replace(one, since=onset) if one.since < onset <= latest else one


def read_fact(text: str, *, day: date) -> ProfileFact:
    """Return the profile fact that "age_years=42" says.

    Raises
    ------
    UserError
        The fact is unknown or cannot have this value.
    """
    name, typed = split_pair(text, "age_years=42")
    plain = name.casefold().replace("-", "_").replace(" ", "_")
    code = _SHORT.get(plain, plain)
    field = PROFILE.get(code)
    value: str | float = typed
    if field is not None and field.kind in ("whole", "number"):
        years = field.unit == "years"
        value = settled(
            years_typed if years else lambda text: amount_typed(text, field.unit), typed
        )
        value = int(value) if value == int(value) else value
    elif field is not None and field.kind == "times":
        words = typed.split("," if "," in typed else None)
        value = say_times(sorted({settled(clock_typed, word) for word in words}))
    elif field is not None and field.kind == "choice":
        value = typed.casefold().replace(" ", "_")
    return ProfileFact(day=day, code=code, value=value)


def read_exam(text: str, *, today: date) -> Examination:
    """Return the past visit or test that "2026-02-01 emg normal by neurologist" says.

    Raises
    ------
    UserError
        The day or the test is missing or cannot be read.
    """
    plain, _, by = text.partition(" by ")
    first, *rest = plain.split() or [""]
    result = rest.pop().casefold() if rest and rest[-1].casefold() in OUTCOMES else "unknown"
    if not rest:
        raise UserError(
            "“{text}” is not a test; write it like “2026-02-01 emg normal”.",
            text=text[:40],
            code="invalid_examination",
        )
    day = read_day(first, today=today)
    return Examination(day=day, what=" ".join(rest), by=by.strip(), result=result)
