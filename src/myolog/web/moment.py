"""The person's own clock: the time now where they live, and the days that addresses name."""

from datetime import UTC, date, datetime, time
from typing import Any

from myolog.errors import InvalidEntry
from myolog.journal.checks import check_passed, zone_of
from myolog.journal.instants import instant_of, instant_said
from myolog.store.selectors import Person, today_in
from myolog.web.middleware.identity import OwnRequest


def now_for(person: Person) -> datetime:
    """Return the time now in the person's home zone."""
    return datetime.now(UTC).astimezone(zone_of(person.zone))


def today_for(person: Person) -> date:
    """Return the person's day: the one before midnight until their day ends."""
    return today_in(person, datetime.now(UTC))


def moment_of(
    person: Person,
    day: date | None,
    clock: time | None,
    *,
    zone: str,
    said: str = "",
    said_at: datetime | None = None,
) -> datetime:
    """Return the instant a person means, to the minute; see `instant_of` and `instant_said`.

    Parameters
    ----------
    zone
        IANA name of the zone whose clock they read.
    said
        What was said of the time where no clock was told.
    said_at
        When the person said it, if not at this moment.
    """
    now = (said_at or datetime.now(UTC)).replace(second=0, microsecond=0)
    ends = person.day_ends_hour
    if said and clock is None:
        return instant_said(day, said, zone=zone, now=now, day_ends_hour=ends)
    return instant_of(day, clock, zone=zone, now=now, day_ends_hour=ends)


def day_named(text: str | None, *, today: date) -> date:
    """Return the day an address names; without one, today.

    Raises
    ------
    InvalidEntry
        It is not a date, lies before 1900, or in the future.
    """
    if not text:
        return today
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise InvalidEntry(
            "The date must be written as year-month-day, like 2026-03-09.",
            code="invalid_date",
            key="date_form",
        ) from None
    check_passed(day, today=today)
    return day


def clock_shown(request: OwnRequest, chosen: object = None) -> dict[str, Any]:
    """Return what a form shows of its clock: the zone, those to choose from, and the day's end.

    The home zone is chosen until the person says otherwise; the device's is offered by a script.

    Parameters
    ----------
    chosen
        The zone of what is shown; None for home.
    """
    home, zone = request.person.zone, str(chosen or request.person.zone)
    return {
        "zone": zone,
        "zones": tuple(dict.fromkeys((home, zone))),
        "day_ends_hour": request.person.day_ends_hour,
    }
