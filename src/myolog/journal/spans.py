"""Weeks, months and seasons: the spans of the calendar that a journal is looked back on by.

Decides that a week begins on Monday, and that a season is three calendar months, from March, June,
September or December on. It bears no name but its months: which of them are warm depends on where
somebody lives.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal, get_args

from myolog.journal.months import last_of_month

__all__ = ["KINDS", "Kind", "Span", "span_before", "span_of", "spans_between"]

Kind = Literal["weeks", "months", "seasons"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)

_A_DAY: Final = timedelta(days=1)
_WEEK: Final = timedelta(days=6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Days that follow each other, both ends included."""

    first: date
    last: date

    @property
    def n_days(self) -> int:
        """How many days there are."""
        return (self.last - self.first).days + 1

    def meets(self, other: "Span") -> bool:
        """Say whether a day belongs to both."""
        return self.first <= other.last and other.first <= self.last


def span_of(day: date, kind: Kind) -> Span:
    """Return the week, month or season that a day belongs to.

    Examples
    --------
    >>> winter = span_of(date(2028, 1, 9), "seasons")
    >>> str(winter.first), str(winter.last)
    ('2027-12-01', '2028-02-29')
    """
    if kind == "weeks":
        monday = day - timedelta(days=day.weekday())
        return Span(first=monday, last=monday + _WEEK)
    if kind == "months":
        return Span(first=day.replace(day=1), last=last_of_month(day))
    first = day.replace(day=1)
    while first.month % 3:
        first = (first - _A_DAY).replace(day=1)
    last = first
    for _ in range(2):
        last = last_of_month(last) + _A_DAY
    return Span(first=first, last=last_of_month(last))


def span_before(span: Span, kind: Kind) -> Span:
    """Return the week, month or season right before one."""
    return span_of(span.first - _A_DAY, kind)


def spans_between(first: date, last: date, kind: Kind) -> tuple[Span, ...]:
    """Return the spans that days from `first` to `last` belong to, oldest first."""
    found = [span_of(last, kind)]
    while found[-1].first > first:
        found.append(span_before(found[-1], kind))
    return tuple(reversed(found))
