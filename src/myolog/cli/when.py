"""Reading a day or a time the way a person types it.

Decides which ways of saying a time are understood, in both languages: ISO dates
and times, "9.3.2026", "14:20", "yesterday 14:20", "vor 20 Minuten", "on Monday",
"in 2 weeks". Anything else is refused with the ways that work, because a guess
would put an entry on the wrong day: so is 3/4, and the weekday that is today's.
Of what has happened the future and the years before 1900 are refused.
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

__all__ = ["read_coming_day", "read_day", "read_time"]

_STEP: Final = {
    **dict.fromkeys(("min", "minute", "minuten"), timedelta(minutes=1)),
    **dict.fromkeys(("h", "hour", "stunde", "stunden"), timedelta(hours=1)),
    **dict.fromkeys(("d", "day", "tag", "tagen"), timedelta(days=1)),
    **dict.fromkeys(("week", "woche", "wochen"), timedelta(weeks=1)),
}
_COUNTS: Final = {
    **dict.fromkeys(("a", "an", "einem", "einer"), 1.0),
    **dict.fromkeys(("half an", "einer halben"), 0.5),
}
_SPAN: Final = (
    rf"(?P<count>\d{{1,5}}|{'|'.join(sorted(_COUNTS, key=len, reverse=True))})"
    rf" ?(?P<unit>{'|'.join(sorted(_STEP, key=len, reverse=True))})s?"
)
_AGO: Final = re.compile(rf"(?P<vor>vor )?{_SPAN}(?(vor)| ago)", re.ASCII)
_AHEAD: Final = re.compile(rf"in {_SPAN}", re.ASCII)
_NAMED: Final = {
    **dict.fromkeys(("the day before yesterday", "vorgestern"), -2),
    **dict.fromkeys(("yesterday", "gestern"), -1),
    **dict.fromkeys(("today", "heute"), 0),
    **dict.fromkeys(("tomorrow", "morgen"), 1),
    **dict.fromkeys(("the day after tomorrow", "übermorgen"), 2),
}
_WEEKDAYS: Final = {
    name: number
    for names in (
        "monday tuesday wednesday thursday friday saturday sunday",
        "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    )
    for number, name in enumerate(names.split())
}
_WEEKDAY: Final = re.compile(rf"(?:on |am )?({'|'.join(_WEEKDAYS)})")
_DOTTED: Final = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})", re.ASCII)
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
    day = _understood(text, today, coming=False)
    check_passed(day, today=today)
    return day


def read_coming_day(text: str, *, today: date) -> date:
    """Return the day a person means when they speak of what is to come.

    Parameters
    ----------
    text
        "tomorrow", "on Friday", "in 2 weeks" or a date.
    today
        The person's present date.

    Raises
    ------
    InvalidEntry
        It cannot be understood; a day that has passed is understood.
    """
    return _understood(text, today, coming=True)


def _understood(text: str, today: date, *, coming: bool) -> date:
    day = _day(" ".join(text.casefold().split()), today, coming=coming)
    if day is not None:
        return day
    if coming:
        raise InvalidEntry(
            "The day “{text}” is not understood; write it like 2026-03-09, "
            "“tomorrow” or “in 2 weeks”.",
            text=text[:40],
            code="invalid_date",
            key="coming_day_not_understood",
        )
    raise InvalidEntry(
        "The day “{text}” is not understood; write it like 2026-03-09, "
        "“yesterday” or “3 days ago”.",
        text=text[:40],
        code="invalid_date",
        key="day_not_understood",
    )


def _counted(plain: str, now: datetime) -> datetime | None:
    """Read "now" and "20 minutes ago"."""
    if plain in ("now", "jetzt"):
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
        return now.astimezone(UTC) - _count(ago) * _STEP[ago["unit"]]
    except OverflowError:
        return None


def _day(plain: str, today: date, *, coming: bool = False) -> date | None:
    if plain in _NAMED:
        return today + timedelta(days=_NAMED[plain])
    if weekday := _WEEKDAY.fullmatch(plain):
        ahead = (_WEEKDAYS[weekday[1]] - today.weekday()) % 7
        return today + timedelta(days=ahead if coming else ahead - 7) if ahead else None
    try:
        if ago := _AGO.fullmatch(plain):
            return _whole_days(ago, today, -1)
        if ahead_of := _AHEAD.fullmatch(plain):
            return _whole_days(ahead_of, today, 1)
        if dotted := _DOTTED.fullmatch(plain):
            return date(int(dotted[3]), int(dotted[2]), int(dotted[1]))
        return date.fromisoformat(plain) if len(plain) == 10 else None
    except (ValueError, OverflowError):
        return None


def _whole_days(told: re.Match[str], today: date, sign: int) -> date | None:
    steps, step = _count(told), _STEP[told["unit"]]
    whole = step >= timedelta(days=1) and steps.is_integer()
    return today + sign * steps * step if whole else None


def _count(told: re.Match[str]) -> float:
    """Return how many steps; "a" is one."""
    return _COUNTS[told["count"]] if told["count"] in _COUNTS else number_typed(told["count"])
