"""Days of the journal as lines of a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from myolog.cli.terminal import say
from myolog.content.catalogue import load
from myolog.journal.entries import CheckWindow, DayTally, Entry, Episode, NoneToday
from myolog.wording.entries import day_in_words, one_line
from myolog.wording.history import PastResult

__all__ = ["print_days"]

_TWITCHES: Final = (Episode, DayTally, NoneToday, CheckWindow)
_DAY_COLUMN: Final = 12


def print_days(
    entries: Sequence[Entry],
    *,
    today: date,
    home: str,
    ids: bool,
    earlier: int,
    results: Mapping[str, str],
    told: Mapping[date, Sequence[PastResult]],
) -> None:
    """Print days, newest first, each with what was noted, twitches before the rest.

    Parameters
    ----------
    results
        As `one_line` takes them.
    told
        The results of those days that tell more than one of a check.
    """
    words = load()
    if not entries:
        say(words.text("page.journal.empty"))
    days = [(day, list(of_day)) for day, of_day in groupby(entries, key=lambda one: one.day)]
    for day, of_day in reversed(days):
        label = _label(day, today)
        for entry in sorted(of_day, key=lambda one: not isinstance(one, _TWITCHES)):
            key = f"  {entry.id}" if ids else ""
            line = _first_line(one_line(entry, home=home, results=results))
            say(f"{label:<{_DAY_COLUMN}}{line}{key}", hang=_DAY_COLUMN)
            label = ""
        for one in told.get(day, ()):
            say(" ".join((f"{one.title}.", *one.changes)), indent=_DAY_COLUMN)
    if earlier == 1:
        say(words.text("cli.entry.earlier_one"))
    elif earlier:
        say(words.text("cli.entry.earlier_other", count=earlier))


def _first_line(text: str) -> str:
    """Return at most 300 characters, free of line breaks and terminal control codes."""
    shown = "".join(letter if letter.isprintable() else " " for letter in text)
    return shown if len(shown) <= 300 else f"{shown[:300]}..."


def _label(day: date, today: date) -> str:
    """Say a day in one column: today, yesterday or its number."""
    recent = today - timedelta(days=1) <= day <= today
    return day_in_words(day, today=today) if recent else day.isoformat()
