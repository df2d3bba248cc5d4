"""How a fact about the person keeps when to be reminded, and when not.

Decides the words of two facts: a time with days of the week, ``20:30 mon wed``, and a span of days,
``2026-12-20/2027-01-03``; ``off`` stands for none. Our own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Final

from myolog.errors import InvalidEntry

__all__ = [
    "OFF",
    "QUIET_AT_MOST",
    "WEEKDAYS",
    "Ring",
    "check_quiet",
    "quiet_in",
    "ring_in",
    "say_quiet",
    "say_ring",
]

OFF: Final = "off"

WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""Days of the week, in the order of `date.weekday`."""

QUIET_AT_MOST: Final = 366
"""Days of a quiet time, so that a mistyped year does not silence every reminder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ring:
    """A time of day on some days of the week.

    Attributes
    ----------
    weekdays : numbers as `date.weekday` has them, in order
    """

    at: time
    weekdays: tuple[int, ...]


def ring_in(text: str) -> Ring | None:
    """Return when to be reminded; None for "off" and for what cannot be read.

    Examples
    --------
    >>> ring_in("20:30 mon wed")
    Ring(at=datetime.time(20, 30), weekdays=(0, 2))
    """
    clock, *named = text.split() or [OFF]
    try:
        at = time.fromisoformat(clock)
    except ValueError:
        return None
    weekdays = tuple(nth for nth, name in enumerate(WEEKDAYS) if name in named)
    return Ring(at=at, weekdays=weekdays) if weekdays else None


def say_ring(ring: Ring | None) -> str:
    """Return when to be reminded as a fact keeps it."""
    if ring is None:
        return OFF
    return " ".join((f"{ring.at:%H:%M}", *(WEEKDAYS[nth] for nth in ring.weekdays)))


def quiet_in(text: str) -> tuple[date, date] | None:
    """Return first and last day of a quiet time; None for "off" and for what cannot be read.

    Examples
    --------
    >>> quiet_in("2026-12-20/2027-01-03")
    (datetime.date(2026, 12, 20), datetime.date(2027, 1, 3))
    """
    first, _, last = text.partition("/")
    try:
        return date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        return None


def say_quiet(span: tuple[date, date] | None) -> str:
    """Return a quiet time as a fact keeps it."""
    return OFF if span is None else "/".join(day.isoformat() for day in span)


def check_quiet(first: date, last: date) -> None:
    """Refuse a quiet time that ends before it begins, or that lasts too long.

    Raises
    ------
    InvalidEntry
        One sentence that says which.
    """
    if last < first:
        raise InvalidEntry(
            "The quiet time must not end before it begins. Check its two days.",
            code="invalid_quiet",
            key="quiet_backwards",
        )
    if (last - first).days >= QUIET_AT_MOST:
        raise InvalidEntry(
            "The quiet time can last a year at most. Check the year.",
            code="invalid_quiet",
            key="quiet_too_long",
        )
