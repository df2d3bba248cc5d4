"""What became of a result: the day by which to be seen, what is booked, and whether that was done.

Decides which results a visit answers, that checking again does not move the day, and when it is
overdue. Source: the guide, sections 3a (time frames) and 8 (DP-9).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from myolog.journal.model import Journal
from myolog.journal.records import Examination
from myolog.journal.visits import Visit
from myolog.triage.answers import INPUTS
from myolog.triage.history import Told
from myolog.triage.urgency import Urgency
from myolog.vocabulary.visits import VISIT

__all__ = ["FollowUp", "explainable", "follow_up", "is_visit"]

State = Literal["none", "open", "booked", "passed", "seen"]

SAID_FROM: Final = Urgency.SOON
"""The least level of which it is said that its day has passed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """What became of the newest result.

    Attributes
    ----------
    state : none where it asks for no visit; else open, booked, passed (the booked day, and nothing
        was told since) or seen
    urgency : what the newest result says
    since : the day of the first result that waits for this visit
    due : the day by which to be seen; None where no visit is asked for
    booked : the booked visit that comes next, else the last one
    coming : the day of the next visit, as booked or as told at the last one
    seen : the latest visit told
    remind_on : the day from today on, on which the person wants to be reminded
    overdue : whether the day has passed without a visit, for a result of 2 to 3 weeks or sooner
    """

    state: State
    urgency: Urgency | None
    since: date | None
    due: date | None
    booked: Visit | None
    coming: date | None
    seen: Examination | None
    remind_on: date | None
    overdue: bool


def is_visit(entry: Examination) -> bool:
    """Say whether somebody saw the person, and not only a test was done."""
    return entry.what == VISIT or bool(entry.by.strip())


def follow_up(journal: Journal, results: Sequence[Told], *, today: date) -> FollowUp:
    """Return what became of the newest of the results.

    Parameters
    ----------
    journal
        Any; of what is dated after `today` only booked visits count.
    results
        The oldest first.

    Examples
    --------
    >>> from myolog.triage.assessment import decide
    >>> said = decide({"weakness": "functional"})
    >>> soon = Told(day=date(2026, 3, 11), assessment=said, has_risen=False)
    >>> found = follow_up(Journal(), (soon,), today=date(2026, 3, 20))
    >>> found.state, found.due.isoformat(), found.overdue
    ('open', '2026-04-01', False)
    """
    past = journal.until(today)
    visits = [one for one in past.of(Examination) if is_visit(one)]
    seen = visits[-1] if visits else None
    newest = results[-1] if results else None
    urgency = None if newest is None else newest.urgency
    state: State = "none"
    waiting: tuple[Told, ...] = ()
    if newest is not None and urgency is not None and urgency >= Urgency.ROUTINE:
        state = "seen"
        if seen is None or seen.day < newest.day:
            state = "open"
            waiting = tuple(_waiting(results, urgency, None if seen is None else seen.day))
    since = waiting[-1].day if waiting else None
    due = min(map(_due, waiting)) if waiting else None
    booked = _booked(past, since, today)
    if state == "open" and booked is not None:
        state = "booked" if booked.on >= today else "passed"
    review = None if seen is None else seen.review
    if review is not None and review < today:
        review = None
    later = [one for one in past.of(Visit) if one.event == "later"]
    remind_on = later[-1].on if later and later[-1].on >= today else None
    asked = urgency is not None and urgency >= SAID_FROM and state in ("open", "passed")
    return FollowUp(
        state=state,
        urgency=urgency,
        since=since,
        due=due,
        booked=booked,
        coming=review if booked is None else booked.on,
        seen=seen,
        remind_on=remind_on,
        overdue=asked and due is not None and today > due and remind_on in (None, today),
    )


def _waiting(results: Sequence[Told], newest: Urgency, seen: date | None) -> Iterable[Told]:
    """Return the unbroken row of results that wait for the visit, the newest first.

    A calmer one ends it: what the newest says counts, and checking again moves no day.
    """
    least = min(newest, SAID_FROM)
    for one in reversed(results):
        if one.urgency is None or one.urgency < least or (seen is not None and one.day <= seen):
            return
        yield one


def _due(told: Told) -> date:
    return told.day + timedelta(days=0 if told.urgency is None else told.urgency.deadline_days)


def _booked(journal: Journal, since: date | None, today: date) -> Visit | None:
    """Return the booked visit that comes next, as told last; else the one that has passed last.

    What was told last counts, so that a visit that is put off is not awaited on its old day.
    """
    told = [one for one in journal.of(Visit) if one.event == "booked"]
    told = [one for one in told if one.on >= today or (since is not None and one.day >= since)]
    last = [one for one in told if one.day == told[-1].day]
    coming = [one for one in last if one.on >= today]
    if coming:
        return min(coming, key=lambda one: one.on)
    return max(last, key=lambda one: one.on, default=None)


def explainable(names: Iterable[str]) -> tuple[str, ...]:
    """Return those questions whose sign an examination can explain, in the order of the guide."""
    asked = frozenset(names)
    return tuple(
        name
        for name, question in INPUTS.items()
        if name in asked and question.explained_up_to is not None
    )
