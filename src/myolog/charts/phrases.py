"""Dates, numbers and ranges as charts say them, in the words of the catalogue."""

from __future__ import annotations

from datetime import date, timedelta

from myolog.content.catalogue import Catalogue, load
from myolog.content.dates import day_and_month, day_number
from myolog.content.numbers import figure

__all__ = ["capital", "day_name", "days_name", "number", "range_name", "words"]


def words() -> Catalogue:
    """Return the catalogue."""
    return load()


def number(value: float) -> str:
    """Say a number with at most one decimal.

    Examples
    --------
    >>> number(4.0), number(4.5), number(1200.0)
    ('4', '4.5', '1200')
    """
    return figure(round(value, 1))


def capital(text: str) -> str:
    """Return `text` with a capital first letter and nothing else changed."""
    return text[:1].upper() + text[1:]


def range_name(low: str, high: str) -> str:
    """Say a range of two numbers or dates, or the one that both are."""
    return low if low == high else words().text("chart.range", low=low, high=high)


def day_name(day: date) -> str:
    """Say a date without its year, such as "9 March"."""
    return day_and_month(day)


def days_name(first: date, n_days: int) -> str:
    """Say a run of days, such as "9 to 15 March"."""
    last = first + timedelta(days=n_days - 1)
    start = day_number(first) if first.month == last.month and n_days > 1 else day_name(first)
    return range_name(start, day_name(last))
