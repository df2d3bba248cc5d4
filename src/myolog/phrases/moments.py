"""When it happened: day, part of the day, clock and "ago", put together.

Decides which of several readings is meant: never one in the future, else the latest. Hours are
counted on the person's own clock, and "ago" on the real one, so that a night with a clock change
is counted right.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from myolog.journal.checks import zone_of
from myolog.journal.instants import day_at, is_long_past, latest_passed
from myolog.phrases.clocks import NIGHT, Clock, PartOfDay, take_clock, take_part, take_range
from myolog.phrases.days import Day, keep_rough_days, take_day
from myolog.phrases.line import Line
from myolog.phrases.quantities import LENGTH, ROUGHLY, is_rough, seconds_in

__all__ = ["Moment", "take_moment"]

_AGO: Final = re.compile(
    rf"(?<!\S)(?:{ROUGHLY} )*(?P<said>{LENGTH}) (?:or so )?(?:ago|back|earlier)(?!\S)"
    rf"|(?<!\S)vor (?:{ROUGHLY} )*(?P<before>{LENGTH})(?!\S)"
)
_LAST: Final = re.compile(
    rf"(?<!\S)since (?:{ROUGHLY} )*(?P<since>{LENGTH})(?! ago)(?!\S)"
    rf"|(?<!\S)(?:for|over|during|in|within|throughout)?(?: ?(?:about|around))? ?(?:the"
    rf"|this) (?:last|past) "
    rf"(?:(?:{ROUGHLY}) )*(?P<said>{LENGTH}|hour|minute)(?: or so)?(?!\S)"
)
_NOW: Final = re.compile(
    r"(?<!\S)(?:just now|right now"
    r"|now(?! and (?:then|again))|rn|at the moment|atm|currently|as we speak"
    r"|this (?:very )?minute"
    r"|(?:ive |i )?just (?:had|felt|noticed|started|got|saw|happened|began|twitched|went)"
    r"|this (?:very )?moment|right this second|as i type(?: this)?)(?!\S)"
)
_TO_COME: Final = re.compile(r"(?<!\S)(?:tomorrow|next (?:week|month|year|\S+day))(?!\S)")
_BUT_NOW: Final = re.compile(
    r"(?:\b(?:and|but|then)|,) (?:just |right )?now(?! and (?:then|again))(?!\S)"
)
_AT_ANOTHER_TIME_TOO: Final = re.compile(
    r"(?<!\S)(?:(?:in|during|through) the (?:night|day|morning|afternoon|evening)|at night"
    r"|overnight|last night|yesterday(?: \w+)?|this (?:morning|afternoon|evening))"
    r" (?:too|also|as well)(?!\S)"
    r"|(?<!\S)(?:also|too) (?:(?:in|during|through) the night|at night|overnight|last night"
    r"|yesterday)(?!\S)"
)
_ROUGH_CLOCK: Final = re.compile(
    r"(?i)~|ish\b|\b(?:around|about|approx\w*|roughly|circa|ca|like|by|till|until|after|before)\b"
)
_DAYLIGHT: Final = (time(7), time(18, 59, 59))
_MORNING, _NOON, _EVENING, _NEAR_NOON = 7, 12, 17, 2
"""Hours: where a night has ended at the latest, and how far from noon is still noon."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When, on the person's own clock.

    Parameters
    ----------
    day, clock
        What was said of them; the day is the person's own, which may end after midnight.
    instant
        The instant, aware; None without a clock.
    part
        Whether less than a day was said: a clock, a part of the day, "ago" or "now".
    future
        Whether it was said of a time to come; day and clock are then None.
    duration_s
        A length that came with it ("for the last 20 minutes"), s.
    time_said
        What was said where no clock was told, one of `TIMES_SAID`.
    """

    day: date | None = None
    clock: time | None = None
    instant: datetime | None = None
    part: bool = False
    future: bool = False
    duration_s: int | None = None
    time_said: str = ""


def take_moment(
    line: Line, *, now: datetime, zone: str, day_ends_hour: int = 0, month_first: bool = False
) -> Moment:
    """Take everything that says when.

    Parameters
    ----------
    now
        The present, aware.
    zone
        IANA name of the zone whose clocks are meant.
    day_ends_hour
        The hour after midnight at which the person's day ends.
    month_first
        Whether they write the month before the day.

    Raises
    ------
    InvalidEntry
        Clocks never showed the time that was said.
    """
    now = now.astimezone(zone_of(zone)).replace(second=0, microsecond=0)
    if line.find(_TO_COME) is not None:
        return _not_yet(line, None, None, now.date())
    if line.find(_BUT_NOW) is not None:
        return _now(line, now, day_ends_hour)
    too = line.find(_AT_ANOTHER_TIME_TOO)
    if too is not None and line.find(_NOW) is not None:
        line.keep(too)  # "now, cramp in the night too" speaks of two times
        return _now(line, now, day_ends_hour)
    counted = _counted_back(line, now, day_ends_hour)
    if counted is not None:
        return counted
    span = take_range(line)
    keep_rough_days(line)
    today = day_at(now, zone, day_ends_hour=day_ends_hour)
    day = take_day(line, today=today, month_first=month_first)
    before = set(line.taken)
    part = take_part(line) or (NIGHT if day is not None and day.night else None)
    named = set(line.taken) - before
    said = day is not None or part is not None
    clock = span[0] if span else take_clock(line, day_said=said, part_said=part is not None)
    if clock is not None and part is not None and named and not _agree(clock, part):
        line.kept |= named  # "around noon, and again at 5:45pm" speaks of two times
        part = None
    if part is not None:
        line.settle("when", "day_or_night")
    if clock is not None and not _ROUGH_CLOCK.search(line.said_last()):
        line.settle("when", "about")
    duration_s = span[1] or None if span else None
    if clock is None and part is None:
        if day is None:
            return _now(line, now, day_ends_hour)
        return Moment(day=day.options[0], time_said="day")
    instant = latest_passed(
        _candidates(day, part, clock, now, day_ends_hour),
        zone=zone,
        now=now,
        rough=clock is None,
    )
    if instant is None:
        return _not_yet(line, day, clock, today)
    if day is None and clock is not None and is_long_past(instant, now=now):
        line.remark("when", "not_today")
    found = _at(instant, now, day_ends_hour, duration_s=duration_s)
    if clock is not None or part is None or not part.word:
        return found
    line.settle("when", "about")  # it is kept as it was said
    return replace(found, time_said=part.word)


def _at(
    instant: datetime, now: datetime, day_ends_hour: int, *, duration_s: int | None = None
) -> Moment:
    local = instant.astimezone(now.tzinfo)
    return Moment(
        day=day_at(instant, str(now.tzinfo), day_ends_hour=day_ends_hour),
        clock=local.time().replace(second=0),
        instant=local.replace(second=0),
        part=True,
        duration_s=duration_s,
    )


def _counted_back(line: Line, now: datetime, day_ends_hour: int) -> Moment | None:
    for pattern in (_AGO, _LAST):
        for match in line.each(pattern):
            told = match.groupdict()
            said = told.get("since") or told.get("before") or match["said"]
            seconds = seconds_in(said if said not in ("hour", "minute") else f"1 {said}")
            if not 0 < seconds <= 30 * 86_400 or said in ("hours", "minutes", "seconds"):
                continue
            line.take(match, "when", doubt="about" if is_rough(said) else None)
            lasted = pattern is _LAST and not match[0].lstrip().startswith(("in ", "within"))
            return _at(
                now.astimezone(UTC) - timedelta(seconds=seconds),
                now,
                day_ends_hour,
                duration_s=round(seconds) if lasted and seconds <= 86_400 else None,
            )
    return None


def _now(line: Line, now: datetime, day_ends_hour: int) -> Moment:
    match = line.find(_NOW)
    if match is None:
        return Moment()
    line.take(match, "when")
    return _at(now, now, day_ends_hour)


def _candidates(
    day: Day | None, part: PartOfDay | None, clock: Clock | None, now: datetime, day_ends_hour: int
) -> list[datetime]:
    days = day.options if day else (now.date(), now.date() - timedelta(days=1))
    times = _times(day, part, clock)
    told = [
        datetime.combine(_shifted(one, at, part, said=day is not None), at)
        for one in days
        for at in times
    ]
    nights = [one + timedelta(days=1) for one in told if one.hour < day_ends_hour]
    return told + nights if day is not None else told


def _times(day: Day | None, part: PartOfDay | None, clock: Clock | None) -> tuple[time, ...]:
    if clock is None:
        return (part.clock,) if part else ()
    readings = clock.readings
    if len(readings) == 1:
        return readings
    if part is not None:
        return (_fitting(readings, part),)
    if day is not None and not day.today:
        first, last = _DAYLIGHT
        return tuple(at for at in readings if first <= at <= last)
    return readings


def _fitting(readings: tuple[time, ...], part: PartOfDay) -> time:
    early, late = readings
    if part.deep:
        return early
    if part.afternoon is not None:
        return late if part.afternoon else early
    if part.night:
        return early if early.hour < 6 else late
    return early if early.hour >= 10 else late


def _agree(clock: Clock, part: PartOfDay) -> bool:
    """Say whether a clock may be meant by a part of the day; what is told of both is one time."""
    hours = [at.hour for at in clock.readings]
    if part.deep:
        return min(hours) < _MORNING
    if part.night:
        return any(hour >= _EVENING or hour < _MORNING for hour in hours)
    if part.afternoon is None:
        return any(abs(hour - part.clock.hour) <= _NEAR_NOON for hour in hours)
    return any((hour >= _NOON) == part.afternoon for hour in hours)


def _shifted(day: date, at: time, part: PartOfDay | None, *, said: bool) -> date:
    """Return the date on the calendar: the hours of a night after midnight are the next day's."""
    runs_over = part is not None and part.night and not part.deep and said and at.hour < 12
    return day + timedelta(days=1) if runs_over else day


def _not_yet(line: Line, day: Day | None, clock: Clock | None, today: date) -> Moment:
    """Return today alone for "this evening" said too early; a clock to come is put aside."""
    if clock is None and day is not None and day.options[0] == today:
        return Moment(day=today, part=True, time_said="day")
    line.give_back("when")
    return Moment(future=True, part=True)
