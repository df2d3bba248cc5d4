"""A date, a day or a month typed among other words, where nothing else was typed.

Decides which forms are a date beyond doubt: year-month-day, day.month.year, a day or month with the
month's name, and "yesterday". A date without its year is the last that has been; a month's name
alone may be a word, too, so it is for who asks to say which. Anything else is words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from myolog.content.catalogue import load
from myolog.content.languages import LANGUAGES, once_per_language, speaking, spoken_language

__all__ = ["days_named", "month_alone"]

_NUMBERS: Final = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?", re.ASCII),
    re.compile(r"(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\.(?: ?(?P<year>\d{4}))?", re.ASCII),
)
_NAMED: Final = (
    re.compile(
        r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th|\.)? )?(?:of )?(?P<name>[^\W\d_]+)\.?,?"
        r"(?: (?P<year>\d{4}))?"
    ),
    re.compile(r"(?P<name>[^\W\d_]+)\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?(?:,? (?P<year>\d{4}))?"),
)


def days_named(text: str, *, today: date) -> tuple[date, date] | None:
    """Return the first and last day of the date or month that is all of `text`; None for words.

    A month needs its year, because many names of months are words.

    Examples
    --------
    >>> days_named("9 March", today=date(2026, 11, 30))
    (datetime.date(2026, 3, 9), datetime.date(2026, 3, 9))
    >>> days_named("2026-02", today=date(2026, 11, 30))
    (datetime.date(2026, 2, 1), datetime.date(2026, 2, 28))
    """
    plain = _plain(text)
    if plain in _days_back():
        return (day := today - timedelta(days=_days_back()[plain])), day
    for form in (*_NUMBERS, *_NAMED):
        if read := form.fullmatch(plain):
            parts = read.groupdict()
            month = int(parts["month"]) if "month" in parts else _months().get(parts["name"], 0)
            found = _days(parts["year"], month, parts["day"], today)
            if found is not None:
                return found
    return None


def month_alone(text: str, *, today: date) -> date | None:
    """Return the first day of the newest month whose name is all of `text`; None for other words.

    Examples
    --------
    >>> month_alone("December", today=date(2026, 11, 30))
    datetime.date(2025, 12, 1)
    """
    month = _months().get(_plain(text).rstrip("."))
    if month is None:
        return None
    return date(today.year - (month > today.month), month, 1)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _days(year: str | None, month: int, day: str | None, today: date) -> tuple[date, date] | None:
    try:
        if day is None:
            first = date(int(year or 0), month, 1)
            following = (first + timedelta(days=31)).replace(day=1)
            return first, following - timedelta(days=1)
        if year is not None:
            return (named := date(int(year), month, int(day))), named
        this_year = date(today.year, month, int(day))
        named = this_year if this_year <= today else date(today.year - 1, month, int(day))
    except (ValueError, OverflowError):
        return None
    return named, named


@once_per_language
def _days_back() -> Mapping[str, int]:
    """Return how many days ago a word for a day is, in English and in the language in force."""
    found: dict[str, int] = {}
    for language in dict.fromkeys((LANGUAGES[0], spoken_language())):
        back = load(language).items("date.back")
        found |= {word: days for days, words in enumerate(back) for word in words.split(", ")}
    return found


@once_per_language
def _months() -> Mapping[str, int]:
    """Return the number of each month by its names, in English and in the language in force."""
    from babel.dates import get_month_names

    from myolog.content.languages import locale

    found: dict[str, int] = {}
    for language in dict.fromkeys((LANGUAGES[0], spoken_language())):
        with speaking(language):
            spoken = locale()
        for width in ("wide", "abbreviated"):
            names = get_month_names(width, locale=spoken).items()
            found |= {name.casefold().rstrip("."): number for number, name in names}
    return found
