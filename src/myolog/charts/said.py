"""What of the days in a chart was told in words, so that no word is shown as a count."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from myolog.content.catalogue import load
from myolog.content.grammar import joined
from myolog.content.languages import mid_sentence
from myolog.content.numbers import rounded
from myolog.journal.entries import DayTally
from myolog.journal.model import Journal

__all__ = ["amounts_said", "counted_or_said", "values_said"]


def amounts_said(journal: Journal, start: date, n_days: int) -> tuple[tuple[str, ...], ...]:
    """Return "some" and "many" for each day on which a place was told so, each once."""
    found: list[set[str]] = [set() for _ in range(n_days)]
    for entry in journal.between(start, start + timedelta(days=n_days - 1)):
        if isinstance(entry, DayTally) and entry.amount is not None:
            found[(entry.day - start).days].add(entry.amount)
    return tuple(tuple(word for word in ("some", "many") if word in words) for words in found)


def values_said(journal: Journal, code: str, start: date, n_days: int) -> tuple[str, ...]:
    """Return the word that the value of each day stands for; empty where there is none."""
    told = journal.exposures_told
    days = (told.get(start + timedelta(days=place), {}) for place in range(n_days))
    return tuple(day[code].said if code in day else "" for day in days)


def counted_or_said(count: float, words: Sequence[str]) -> str:
    """Say how much was noted on a day; what was told in words is said in them."""
    if not words:
        return rounded(count)
    told = [mid_sentence(load().text(f"page.day.{word}")) for word in words]
    return load().text("chart.timeline.in_words", words=joined(told), count=rounded(count))
