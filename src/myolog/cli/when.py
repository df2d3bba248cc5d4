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

from myolog.cli.asking import settled
from myolog.content.typed import instant_clock_typed, number_typed
from myolog.errors import InvalidEntry, Unclear, UserError
from myolog.journal.checks import check_day, check_passed, zone_of
from myolog.journal.instants import day_at, has_come, instant_of

__all__ = ["read_day", "read_time"]

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
_DAY_WORDS: Final = 4
"""Words of the longest day, "the day before yesterday"."""


def read_time(text: str, *, now: datetime, zone: str, day_ends_hour: int = 0) -> datetime:
    """Return the instant a person means, in UTC.

    Parameters
    ----------
    text
        Such as "14:20", "yesterday 14:20", "20 minutes ago" or an ISO time; a
        time without an offset is taken in `zone`, and one without a day is the
        last that has passed.
    now
        The present, aware.
    zone
        The IANA zone whose clocks are meant.
    day_ends_hour
        The hour after midnight at which the person's day ends.

    Raises
    ------
    InvalidEntry
        It cannot be understood, lies in the future or before 1900, or is one
        that clocks never showed.
    """
    plain = " ".join(text.casefold().split())
    moment = _counted(plain, now) or _written(text.strip(), now, zone)
    moment = moment or _told(plain, now, zone, day_ends_hour)
    if moment is None:
        raise InvalidEntry(
            "The time “{text}” is not understood; write it like 14:20, "
            "“yesterday 14:20”, “20 minutes ago” or 2026-03-09T14:20.",
            text=text[:40],
            code="invalid_time",
            key="time_not_understood",
        )
    check_day(moment.date())
    if not has_come(moment, now):
        raise InvalidEntry(
            "{when} is in the future in {zone}; give a time that has passed, "
            "such as “yesterday 14:20”.",
            when=f"{moment.astimezone(zone_of(zone)):%Y-%m-%d %H:%M}",
            zone=zone,
            code="in_the_future",
            key="time_ahead_in_zone",
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
            "The day “{text}” is not understood; write it like 2026-03-09, "
            "“yesterday” or “3 days ago”.",
            text=text[:40],
            code="invalid_date",
            key="day_not_understood",
        )
    check_passed(day, today=today)
    return day


def _counted(plain: str, now: datetime) -> datetime | None:
    """Read "now" and "20 minutes ago"."""
    if plain == "now":
        return now.astimezone(UTC)
    ago = _AGO.fullmatch(plain)
    return None if ago is None else _back(now, ago)


def _told(plain: str, now: datetime, zone: str, day_ends_hour: int) -> datetime | None:
    """Read "14:20" and "yesterday 14:20"."""
    told = _day_and_clock(plain, day_at(now, zone, day_ends_hour=day_ends_hour))
    if told is None:
        return None
    return instant_of(*told, zone=zone, now=now, day_ends_hour=day_ends_hour)


def _written(exact: str, now: datetime, zone: str) -> datetime | None:
    """Read an ISO time, whose date is that on the calendar."""
    try:
        read = datetime.fromisoformat(exact)
    except ValueError:
        return None
    if ":" not in exact:
        return None
    return _in_utc(read, now, zone)


def _day_and_clock(plain: str, today: date) -> tuple[date | None, time] | None:
    """Return the day and the time that words say, the day first; a time alone has none."""
    words = plain.split()
    for at in range(min(len(words), _DAY_WORDS + 1)):
        day = _day(" ".join(words[:at]), today) if at else None
        if at and day is None:
            continue
        try:
            return day, settled(instant_clock_typed, " ".join(words[at:]))
        except Unclear:
            raise
        except UserError:
            continue
    return None


def _in_utc(read: datetime, now: datetime, zone: str) -> datetime | None:
    if read.tzinfo is None:
        return instant_of(read.date(), read.time(), zone=zone, now=now)
    try:
        return read.astimezone(UTC)
    except OverflowError:
        return None


def _back(now: datetime, ago: re.Match[str]) -> datetime | None:
    try:
        return now.astimezone(UTC) - _count(ago) * _STEP[ago[2]]
    except OverflowError:
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
    return _COUNTS[ago[1]] if ago[1] in _COUNTS else number_typed(ago[1])
