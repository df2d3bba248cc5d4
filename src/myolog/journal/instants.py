"""One reading of a time: from a day, a clock and a zone to the instant that was meant.

Decides what a clock on a wall meant, for every shell. Instants are compared in UTC, never by their
clocks. A time that clocks showed twice, and a time without a day, is its latest reading that has
passed; a time that clocks left out is refused. A person's day may end after midnight: the hours
before its end belong to the day before. Clocks and zones: tz database, theory.html; RFC 5545,
section 3.3.5.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from myolog.errors import InvalidEntry
from myolog.journal.checks import check_day, zone_of
from myolog.vocabulary.choices import PARTS_OF_DAY

FORGIVEN: Final = timedelta(minutes=5)
"""How fast another clock may be before what it shows is a time to come."""

LATELY: Final = timedelta(hours=12)
"""How far back a clock without a day may lie on the day before; from then on the day is asked."""

LATEST_END: Final = 6
"""The latest hour after midnight at which a person's day may end."""


def has_come(moment: datetime, now: datetime) -> bool:
    """Tell whether an instant has passed, a clock that is a little fast forgiven.

    Python adds to a clock on a wall, not to an instant, and forgets which of two equal hours it
    was; so the sum is made in UTC.
    """
    return moment <= now.astimezone(UTC) + FORGIVEN


def day_at(moment: datetime, zone: str, *, day_ends_hour: int = 0) -> date:
    """Return the person's day at an instant.

    Parameters
    ----------
    day_ends_hour
        The hour after midnight at which a day ends, 0 to 6.

    Examples
    --------
    >>> one_at_night = datetime(2026, 3, 11, 0, 30, tzinfo=UTC)
    >>> day_at(one_at_night, "Europe/Berlin").isoformat()
    '2026-03-11'
    >>> day_at(one_at_night, "Europe/Berlin", day_ends_hour=3).isoformat()
    '2026-03-10'
    """
    local = moment.astimezone(zone_of(zone))
    return local.date() - timedelta(days=local.hour < day_ends_hour)


def instant_of(
    day: date | None, clock: time | None, *, zone: str, now: datetime, day_ends_hour: int = 0
) -> datetime:
    """Return the instant in UTC that a person means.

    Without day and clock it is now, and so is today without a clock; another day without a clock
    is its noon. A clock without a day is the last time that clocks showed it; one that has not come
    yet today and lies more than 12 hours back is refused, because the day of it was not told.

    Parameters
    ----------
    day
        The person's day; at night it may also be the date on the calendar.
    clock
        A time of day; with an offset it is a clock there, and `zone` has no say.
    zone
        IANA name of the zone whose clocks are meant.
    now
        The present, aware.
    day_ends_hour
        The hour after midnight at which the person's day ends, 0 to 6.

    Raises
    ------
    InvalidEntry
        The time is still to come, clocks never showed it, or the day is out of range.

    Examples
    --------
    Clocks in Berlin showed 02:50 twice that night; at the second 02:10 only one has passed.

    >>> now = datetime(2026, 10, 25, 1, 10, tzinfo=UTC)
    >>> instant_of(None, time(2, 50), zone="Europe/Berlin", now=now).isoformat()
    '2026-10-25T00:50:00+00:00'
    """
    here = now.astimezone(zone_of(zone))
    if day is not None:
        check_day(day)
    if clock is None:
        if day in (None, here.date(), day_at(now, zone, day_ends_hour=day_ends_hour)):
            return now.astimezone(UTC)
        clock = time(12)
    if clock.tzinfo is not None:
        here = now.astimezone(clock.tzinfo)
    wanted = here.date() if day is None else day
    told = datetime.combine(wanted, clock)
    found = None
    if clock.tzinfo is not None:
        days_back = (0, 1) if day is None else (0,)
        found = _told_exactly((told - timedelta(days=back) for back in days_back), now)
    elif day is None:
        found = latest_passed((told, told - timedelta(days=1)), zone=zone, now=now)
    else:
        if clock.hour < day_ends_hour:
            found = latest_passed((told + timedelta(days=1),), zone=zone, now=now)
        found = found or latest_passed((told,), zone=zone, now=now)
    if found is None:
        raise InvalidEntry(
            "{clock} on {day} is in the future in {zone}. Give a time up to now.",
            clock=f"{clock:%H:%M}",
            day=wanted.isoformat(),
            zone=zone,
            code="in_the_future",
            key="clock_ahead_in_zone",
        )
    if day is None and is_long_past(found, now=here):
        raise InvalidEntry(
            "{clock} has not come yet today. Give the day as well.",
            clock=f"{clock:%H:%M}",
            code="in_the_future",
            key="clock_ahead_today",
        )
    return found


def is_long_past(moment: datetime, *, now: datetime) -> bool:
    """Tell whether a moment lies on another day than now, on now's clock, and 12 hours back."""
    return moment.astimezone(now.tzinfo).date() < now.date() and moment < now - LATELY


def instant_said(
    day: date | None, word: str, *, zone: str, now: datetime, day_ends_hour: int = 0
) -> datetime:
    """Return the instant in UTC that keeps the place of a time told in words.

    Parameters
    ----------
    day
        The person's day; None for the last that had this part of it.
    word
        One of `TIMES_SAID`.

    Raises
    ------
    InvalidEntry
        That part of the day is still to come, or the day is out of range.

    Examples
    --------
    >>> now = datetime(2026, 3, 11, 14, 20, tzinfo=UTC)
    >>> instant_said(date(2026, 3, 10), "evening", zone="UTC", now=now).isoformat()
    '2026-03-10T20:00:00+00:00'
    """
    if word not in PARTS_OF_DAY:
        return instant_of(day, None, zone=zone, now=now, day_ends_hour=day_ends_hour)
    here = now.astimezone(zone_of(zone))
    today = day_at(now, zone, day_ends_hour=day_ends_hour)
    begins, stands = PARTS_OF_DAY[word]
    if day is not None:
        check_day(day)
    told = datetime.combine(day or today, time(stands))
    days = (told,) if day is not None else (told, told - timedelta(days=1))
    found = latest_passed(days, zone=zone, now=now, rough=True)
    if day == today and (found is None or found > now):
        runs = here.hour >= begins or here.date() > today
        found = now.astimezone(UTC) if runs else None
    if found is None:
        raise InvalidEntry(
            "That time is in the future. Give a time up to now.",
            code="in_the_future",
            key="time_ahead",
        )
    return found


def _told_exactly(clocks: Iterable[datetime], now: datetime) -> datetime | None:
    """Return the latest of some times with an offset that has passed, in UTC."""
    instants = (clock.astimezone(UTC) for clock in clocks)
    return max((instant for instant in instants if has_come(instant, now)), default=None)


def latest_passed(
    clocks: Iterable[datetime], *, zone: str, now: datetime, rough: bool = False
) -> datetime | None:
    """Return the latest instant that has passed at which clocks in `zone` showed one of `clocks`.

    Parameters
    ----------
    clocks
        Dates and times as a clock on a wall shows them, without an offset.
    rough
        Whether each stands for a part of the day; one that clocks left out is then told later.

    Returns
    -------
    instant : UTC; None where all are still to come

    Raises
    ------
    InvalidEntry
        The latest of them is one that clocks never showed.
    """
    place = zone_of(zone)
    passed = [
        (instant, clock)
        for clock in clocks
        if (instant := _passed(clock, place, now, rough=rough)) is not None
    ]
    if not passed:
        return None
    instant, clock = max(passed)
    if not rough and not _readings(clock, place):
        raise InvalidEntry(
            "Clocks in {zone} never showed {clock} on {day}: they were put forward. "
            "Give the time that they showed.",
            zone=zone,
            clock=f"{clock:%H:%M}",
            day=clock.date().isoformat(),
            code="time_left_out",
        )
    return instant


def _passed(clock: datetime, place: ZoneInfo, now: datetime, *, rough: bool) -> datetime | None:
    """Return the last instant up to now at which a clock showed this, or would have."""
    left_out = clock.replace(tzinfo=place, fold=0 if rough else 1).astimezone(UTC)
    instants = _readings(clock, place) or (left_out,)
    done = [instant for instant in instants if instant <= now]
    early = [instant for instant in instants if instant > now and has_come(instant, now)]
    return max(done) if done else min(early, default=None)


def _readings(clock: datetime, place: ZoneInfo) -> tuple[datetime, ...]:
    """Return the instants in UTC at which clocks showed this: one, two, or none."""
    instants = {clock.replace(tzinfo=place, fold=fold).astimezone(UTC) for fold in (0, 1)}
    return tuple(
        instant
        for instant in instants
        if instant.astimezone(place).replace(tzinfo=None, fold=0) == clock
    )
