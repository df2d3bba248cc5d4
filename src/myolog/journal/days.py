"""The day an entry counts for, where a person's day ends after midnight.

Decides that what has a time counts for the day of that time, and that a date given by the person
stands. A kept date that is not the one on the calendar is left: the rules of its zone have changed
since, and that moves nothing.
"""

from dataclasses import replace
from typing import TypeVar

from myolog.journal.entries import Entry
from myolog.journal.instants import day_at

E = TypeVar("E", bound=Entry)


def on_its_day(entry: E, *, day_ends_hour: int, was: int = 0) -> E:
    """Return the entry on the day it counts for.

    Parameters
    ----------
    day_ends_hour
        The hour after midnight at which the person's day ends, 0 to 6.
    was
        The hour by which its present day may have been found.
    """
    zone = getattr(entry, "zone", None)
    if entry.moment is None or zone is None or day_ends_hour == was:
        return entry
    if entry.day != day_at(entry.moment, zone, day_ends_hour=was):
        return entry
    day = day_at(entry.moment, zone, day_ends_hour=day_ends_hour)
    return entry if day == entry.day else replace(entry, day=day)
