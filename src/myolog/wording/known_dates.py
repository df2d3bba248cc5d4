"""Dates as exactly as a person knows them: a day, about a week, a month or a year.

Decides that "a month ago" is never said to be of an earlier month than that: it is kept as a day
some weeks before, which may lie up to two days before the month that was meant.
"""

from datetime import date, datetime, timedelta
from typing import Final

from myolog.content.catalogue import load
from myolog.content.dates import month_and_year, spoken, spoken_short, whole_date
from myolog.journal.doubt import NOT_SURE

_NOON: Final = 12
_SHORT_OF_MONTHS: Final = timedelta(days=2)
"""The most by which 30, 91 or 182 days reach further back than one, three or six months."""


def date_as_known(day: date, precision: str) -> str:
    """Say a date as exactly as it is known: a day, a month or a year, or that day or earlier."""
    if precision == NOT_SURE:
        return load().text("report.or_earlier", date=whole_date(day))
    if precision == "year":
        return str(day.year)
    return _month_known(day) if precision == "month" else whole_date(day)


def _month_known(day: date) -> str:
    """Say a month; of the last two days of one, which may stand for the next, about the next one.

    Examples
    --------
    >>> _month_known(date(2026, 1, 1)), _month_known(date(2026, 1, 31))
    ('January 2026', 'about February 2026')
    """
    meant = day + _SHORT_OF_MONTHS
    if meant.month == day.month:
        return month_and_year(day)
    return load().text("report.about", time=month_and_year(meant))


def short_as_known(day: date, precision: str, *, today: date) -> str:
    """Say a date as `date_as_known` does, a day or a week without this year."""
    if precision in ("day", "week"):
        return spoken_short(day, today=today)
    return date_as_known(day, precision)


def roughly(day: date, precision: str) -> str:
    """Say a date as exactly as it is known, and "about" of one that was told in weeks."""
    said = date_as_known(day, precision)
    return load().text("report.about", time=said) if precision == "week" else said


def time_in_words(said: str) -> str:
    """Say what was said of a time where no clock was told."""
    return load().text(f"page.log.rough_{said}")


def night_in_words(local: datetime) -> str:
    """Say which night was meant where no clock was told: that to a day, or that after it.

    Examples
    --------
    >>> night_in_words(datetime(2026, 3, 11, 3))
    'in the night to Wednesday 11 March'
    >>> night_in_words(datetime(2026, 3, 10, 22))
    'in the night after Tuesday 10 March'
    """
    which = "night_to" if local.hour < _NOON else "night_after"
    return load().text(f"page.log.{which}", date=spoken(local.date()))
