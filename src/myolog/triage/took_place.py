"""Whether a visit that was booked took place: of which one this is still to be asked.

Decides that a booking alone is never taken for a visit: until it is told what came of it, its day
counts for nothing, and the last day to be seen stands. A visit with the same role on its day or
later, a new booking that puts it off, and "it did not take place" are such an answer.
Source: the guide, section 8 (DP-9).
"""

from datetime import date, timedelta
from typing import Final

from myolog.journal.model import Journal
from myolog.journal.records import Examination
from myolog.journal.visits import Visit, is_visit
from myolog.triage.due import still_stand

__all__ = ["ASKED_FOR", "untold_visit"]

ASKED_FOR: Final = timedelta(days=28)
"""So long after its day it is asked; then nobody is asked any more, and nothing else changes."""


def untold_visit(journal: Journal, today: date) -> Visit | None:
    """Return the visit that was booked last for a day gone by, where nothing is told of it.

    Examples
    --------
    >>> booked = Visit(day=date(2026, 3, 11), event="booked", on=date(2026, 3, 27))
    >>> untold_visit(Journal((booked,)), date(2026, 3, 27)) is None
    True
    >>> untold_visit(Journal((booked,)), date(2026, 3, 28)) == booked
    True
    """
    past = journal.until(today)
    seen = [one for one in past.of(Examination) if is_visit(one)]
    untold = (
        one
        for one in still_stand(past, "booked")
        if today - ASKED_FOR <= one.on < today and not any(_answers(visit, one) for visit in seen)
    )
    return max(untold, key=lambda one: one.on, default=None)


def _answers(visit: Examination, booked: Visit) -> bool:
    same = visit.by == booked.by or not (visit.by and booked.by)
    return same and visit.day >= booked.on
