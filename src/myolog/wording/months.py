"""A month in words: each day with what it tells, and the days of it in numbers."""

from collections.abc import Collection
from datetime import date

from myolog.content.catalogue import load
from myolog.content.dates import month_and_year, spoken
from myolog.journal.daily import MANY, SOME
from myolog.journal.months import MonthDay

__all__ = ["amounts_in_words", "day_told", "month_told", "told_of"]


def told_of(one: MonthDay) -> tuple[str, ...]:
    """Say what a day tells, the twitches first."""
    words, told = load().labels("page.month"), one.amount or ("other" if one.noted else "open")
    also = ("steps", "result", "visit", "booked")
    return (words[told], *(words[name] for name in also if getattr(one, name)))


def day_told(one: MonthDay, *, today: date) -> str:
    """Say a day of a month for who cannot see its signs."""
    words = load()
    named = spoken(one.day)
    if one.day == today:
        named = words.text("page.month.is_today", day=named)
    return words.text("page.month.day", day=named, told=", ".join(told_of(one)))


def month_told(days: Collection[MonthDay], *, today: date) -> str:
    """Say on how many days of a month it twitched, on how many not, and of how many nobody knows.

    Parameters
    ----------
    days
        Those of the month; days to come are left out.
    """
    past = [one for one in days if one.day <= today]
    without = sum(one.amount == "none" for one in past)
    unknown = sum(one.amount == "" for one in past)
    key = "so_far" if len(past) < len(days) else "whole"
    return load().text(
        f"page.month.{key}",
        month=month_and_year(past[0].day),
        twitched=len(past) - without - unknown,
        without=without,
        unknown=unknown,
    )


def amounts_in_words() -> str:
    """Say what the signs of a day stand for."""
    return load().text("page.month.amounts", some=SOME, below_many=MANY - 1, many=MANY)
