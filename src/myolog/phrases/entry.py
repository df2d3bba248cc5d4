"""From what a line said to the entry it makes."""

from __future__ import annotations

from datetime import date, datetime

from myolog.journal.entries import DayTally, Episode, NoneToday
from myolog.journal.instants import day_at, instant_of
from myolog.phrases.result import Field, Understood

__all__ = ["entry_from", "left_out"]


def entry_from(
    said: Understood, *, now: datetime, zone: str, day_ends_hour: int = 0
) -> Episode | DayTally | NoneToday:
    """Return the entry that a line makes.

    What was not said is now, or today; of a day or a part of it without a clock that word is kept.

    Parameters
    ----------
    said
        A line with nothing in its way (`Understood.obstacle` is None).
    now
        The present, aware.
    zone
        The person's IANA zone.
    day_ends_hour
        The hour after midnight at which their day ends.

    Raises
    ------
    ValueError
        Something is in its way.
    InvalidEntry
        The entry cannot be true, such as a note that is too long.
    """
    if said.obstacle is not None:
        raise ValueError(said.obstacle)
    today = day_at(now, zone, day_ends_hour=day_ends_hour)
    if said.kind == "none_today":
        return NoneToday(day=said.day or today)
    if said.kind == "tally":
        return _tally(said, today)
    return Episode(
        site=said.site or "",
        side=said.side,
        started_at=said.started_at
        or instant_of(said.day, None, zone=zone, now=now, day_ends_hour=day_ends_hour),
        zone=zone,
        duration_s=said.duration_s,
        duration_said=said.duration_said,
        time_said=said.time_said,
        intensity=said.intensity,
        suspected=said.suspected,
        accompanied=said.accompanied,
        note=said.note,
    )


def _tally(said: Understood, today: date) -> DayTally:
    counted = isinstance(said.amount, int)
    return DayTally(
        day=said.day or today,
        site=said.site or "",
        side=said.side,
        amount=None if counted else str(said.amount),
        count=said.amount if isinstance(said.amount, int) else None,
    )


def left_out(said: Understood) -> tuple[Field, ...]:
    """Return the fields that were said but that the entry of this kind cannot hold."""
    if said.kind == "episode":
        return ()
    extra: dict[Field, object] = {
        "suspected": said.suspected,
        "accompanied": said.accompanied,
        "intensity": said.intensity,
        "site": said.site if said.kind == "none_today" else None,
    }
    return tuple(name for name, value in extra.items() if value not in (None, ()))
