"""Dates as a person says them, in the language in force.

Decides how much of a date is said: with the weekday where somebody has to act on it, with the year
where it is not this one. The order and the marks stand in the catalogue under ``[date]``, as CLDR
writes patterns; the names of days and months are Babel's.
"""

from __future__ import annotations

from datetime import date, timedelta

from myolog.content.catalogue import load
from myolog.content.grammar import range_of
from myolog.content.languages import locale

__all__ = [
    "axis_day",
    "day_and_month",
    "day_number",
    "days_of",
    "month_and_year",
    "month_name",
    "month_short",
    "month_year_short",
    "spoken",
    "spoken_short",
    "spoken_whole",
    "weekday",
    "weekday_and_day",
    "weekday_name",
    "weekday_short",
    "whole_date",
]


def _said(form: str, day: date) -> str:
    return _formatted(load().template(f"date.{form}"), day)


def _formatted(pattern: str, day: date) -> str:
    from babel.dates import format_date

    return format_date(day, pattern, locale())


def spoken(day: date) -> str:
    """Say a date with its weekday, such as "Wednesday 11 March".

    Examples
    --------
    >>> from myolog.content.languages import speaking
    >>> spoken(date(2026, 3, 11))
    'Wednesday 11 March'
    >>> with speaking("de"):
    ...     spoken(date(2026, 3, 11))
    'Mittwoch, 11. März'
    """
    return _said("full", day)


def spoken_whole(day: date) -> str:
    """Say a date with everything, such as "Wednesday 11 March 2026"."""
    return _said("full_year", day)


def spoken_short(day: date, *, today: date) -> str:
    """Say a date without its weekday, with the year when it is not this one."""
    return day_and_month(day) if day.year == today.year else whole_date(day)


def day_and_month(day: date) -> str:
    """Say a date without its year, such as "11 March"."""
    return _said("short", day)


def whole_date(day: date) -> str:
    """Say a date without its weekday, such as "11 March 2026"."""
    return _said("year", day)


def month_and_year(day: date) -> str:
    """Say a month, such as "March 2026"."""
    return _said("month_year", day)


def axis_day(day: date) -> str:
    """Say a date where there is little room, such as "11 Mar"."""
    return _said("axis", day)


def month_short(day: date) -> str:
    """Say a month where there is little room, such as "Mar"."""
    return _formatted("MMM", day)


def month_year_short(day: date) -> str:
    """Say a month with its year where there is little room, such as "Mar 2026"."""
    return _formatted("MMM y", day)


def weekday(day: date) -> str:
    """Say a day of the week, such as "Wednesday"."""
    return _formatted("cccc", day)


def weekday_short(day: date) -> str:
    """Say a day of the week where there is little room, such as "We"."""
    return _formatted("cccccc", day)


def weekday_name(number: int) -> str:
    """Say a day of the week by its number, as `date.weekday` counts.

    Examples
    --------
    >>> weekday_name(6)
    'Sunday'
    """
    return weekday(date(2024, 1, 1 + number))  # a Monday


def month_name(day: date) -> str:
    """Say a month without its year, such as "March"."""
    return _formatted("LLLL", day)


def weekday_and_day(day: date) -> str:
    """Say a day within its week, such as "Wed 11"."""
    return _said("row", day)


def day_number(day: date) -> str:
    """Say a day within its month, such as "11"."""
    return _said("number", day)


def days_of(first: date, n_days: int) -> str:
    """Say a run of days, such as "9 to 15 March"."""
    last = first + timedelta(days=n_days - 1)
    start = day_number(first) if first.month == last.month and n_days > 1 else day_and_month(first)
    return range_of(start, day_and_month(last))
