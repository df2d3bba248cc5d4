"""Reading a day or a time the way a person types it.

Decides which ways of saying a time are understood: ISO dates and times,
"14:20", "yesterday 14:20", "20 minutes ago". Anything else is refused with the
ways that work, because a guess would put an entry on the wrong day. The future
and the years before 1900 are refused.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from myolog.errors import InvalidEntry

__all__ = ["read_day", "read_time"]

_CLOCK: Final = re.compile(r"(\d{1,2})[:.](\d{2})", re.ASCII)
_AGO: Final = re.compile(r"(\d{1,5}|an?|half an) ?(min|minute|hour|h|day|d|week)s? ago", re.ASCII)
_STEP: Final = {
    "min": timedelta(minutes=1),
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "h": timedelta(hours=1),
    "day": timedelta(days=1),
    "d": timedelta(days=1),
    "week": timedelta(weeks=1),
}
_COUNTS: Final = {"a": 1.0, "an": 1.0, "half an": 0.5}
_FIRST_YEAR: Final = 1900
_FORGIVEN: Final = timedelta(minutes=5)


def read_time(text: str, *, now: datetime, zone: str) -> datetime:
    """Return the instant a person means, as an aware datetime in their zone.

    Parameters
    ----------
    text
        Such as "14:20", "yesterday 14:20", "20 minutes ago" or an ISO time; a
        time without an offset is taken in `zone`.
    now
        The present, aware.
    zone
        The person's IANA zone.

    Raises
    ------
    InvalidEntry
        It cannot be understood, lies in the future or before 1900.
    """
    local = now.astimezone(ZoneInfo(zone))
    moment = _moment(" ".join(text.casefold().split()), text.strip(), local)
    if moment is None:
        raise InvalidEntry(
            f"The time “{text[:40]}” is not understood; write it like 14:20, "
            "“yesterday 14:20”, “20 minutes ago” or 2026-03-09T14:20.",
            code="invalid_time",
        )
    if moment > local + _FORGIVEN:
        raise InvalidEntry(
            f"{moment:%Y-%m-%d %H:%M} is in the future; give a time that has passed, "
            "such as “yesterday 14:20”.",
            code="in_the_future",
        )
    if moment.year < _FIRST_YEAR:
        raise InvalidEntry(
            "Times before 1900 cannot be noted; check the year.", code="invalid_time"
        )
    return moment


def read_day(text: str, *, today: date) -> date:
    """Return the day a person means.

    Parameters
    ----------
    text
        "today", "yesterday", "3 days ago" or an ISO date.
    today
        The person's present date.

    Raises
    ------
    InvalidEntry
        It cannot be understood, lies in the future or before 1900.
    """
    day = _day(" ".join(text.casefold().split()), today)
    if day is None:
        raise InvalidEntry(
            f"The day “{text[:40]}” is not understood; write it like 2026-03-09, "
            "“yesterday” or “3 days ago”.",
            code="invalid_date",
        )
    if day > today:
        raise InvalidEntry(
            f"{day.isoformat()} is in the future; give today or an earlier day.",
            code="in_the_future",
        )
    if day.year < _FIRST_YEAR:
        raise InvalidEntry("Days before 1900 cannot be noted; check the year.", code="invalid_date")
    return day


def _moment(plain: str, exact: str, local: datetime) -> datetime | None:
    if plain in ("", "now"):
        return local if plain else None
    ago = _AGO.fullmatch(plain)
    if ago is not None:
        return _back(local, ago)
    day_word, _, clock = plain.rpartition(" ")
    at = _clock(clock)
    if at is not None:
        day = _day(day_word, local.date()) if day_word else local.date()
        return None if day is None else datetime.combine(day, at, tzinfo=local.tzinfo)
    try:
        read = datetime.fromisoformat(exact)
    except ValueError:
        return None
    if "t" not in plain and " " not in plain:
        return None
    return _in_zone(read, local)


def _in_zone(read: datetime, local: datetime) -> datetime | None:
    if read.tzinfo is None:
        return read.replace(tzinfo=local.tzinfo)
    try:
        return read.astimezone(local.tzinfo)
    except OverflowError:
        return None


def _back(local: datetime, ago: re.Match[str]) -> datetime | None:
    try:
        return (local.astimezone(UTC) - _count(ago) * _STEP[ago[2]]).astimezone(local.tzinfo)
    except OverflowError:
        return None


def _clock(text: str) -> time | None:
    found = _CLOCK.fullmatch(text)
    if found is None:
        return None
    try:
        return time(int(found[1]), int(found[2]))
    except ValueError:
        return None


def _day(plain: str, today: date) -> date | None:
    words = {"today": 0, "yesterday": 1, "the day before yesterday": 2}
    if plain in words:
        return today - timedelta(days=words[plain])
    ago = _AGO.fullmatch(plain)
    try:
        if ago is not None:
            steps, step = _count(ago), _STEP[ago[2]]
            whole = step >= timedelta(days=1) and steps == int(steps)
            return today - steps * step if whole else None
        return date.fromisoformat(plain) if len(plain) == 10 else None
    except (ValueError, OverflowError):
        return None


def _count(ago: re.Match[str]) -> float:
    """Return how many steps back; "a" is one."""
    return _COUNTS[ago[1]] if ago[1] in _COUNTS else float(ago[1])
