"""What became of a result: the day by which to be seen, what is booked, and whether that was done.

Decides which results a visit answers, and when one is overdue; the day itself is that of `due`.
Source: the guide, sections 3a (time frames) and 8 (DP-9).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from myolog.journal.model import Journal
from myolog.journal.records import Examination
from myolog.journal.visits import Visit, is_visit
from myolog.triage.answers import INPUTS
from myolog.triage.due import (
    SAID_FROM,
    asks_whether_after,
    booked_last,
    came_after,
    due_of,
    visits_ahead,
    waiting,
)
from myolog.triage.examined import Looked, last_look
from myolog.triage.history import Told
from myolog.triage.took_place import untold_visit
from myolog.triage.urgency import Urgency

__all__ = ["FollowUp", "explainable", "follow_up", "told_last"]

State = Literal["none", "open", "booked", "passed", "seen"]


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
    is_ahead, is_today : whether that day is still to come, and whether it is today
    seen : the latest visit told
    remind_on : the day from today on, on which the person wants to be reminded
    overdue : whether the day has passed without a visit, for a result of 2 to 3 weeks or sooner
    examined : the visit at which the signs of the newest result were examined, where nothing is new
        or graver since; what it asks for has been done then
    is_late : whether the day has passed without a visit, whatever the result
    waits : whether nobody told yet what became of the visit, nor when to be reminded of it
    untold : the booked visit of which it is still to be told whether it took place
    undecided : the latest visit, where it was on the day of the newest result and it is not told
        whether it was before or after it
    look : the last visit after the signs were told, and why it does not cover the newest result
    """

    state: State
    urgency: Urgency | None
    since: date | None
    due: date | None
    booked: Visit | None
    coming: date | None
    is_ahead: bool
    is_today: bool
    seen: Examination | None
    remind_on: date | None
    overdue: bool
    examined: Examination | None
    is_late: bool
    waits: bool
    look: Looked | None
    untold: Visit | None
    undecided: Examination | None


def follow_up(journal: Journal, results: Sequence[Told], *, today: date) -> FollowUp:
    """Return what became of the newest of the results; one not finished takes no visit back.

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
    finished = [one for one in results if one.urgency is not None]
    newest = finished[-1] if finished else None
    urgency = None if newest is None else newest.urgency
    state: State = "none"
    row: tuple[Told, ...] = ()
    if newest is not None and urgency is not None and urgency >= Urgency.ROUTINE:
        state = "seen"
        if not any(came_after(one, newest) for one in visits):
            state = "open"
            row = tuple(waiting(finished, visits))
    look = last_look(past, results, today=today)
    examined = None if look is None or look.why else look.visit
    if examined is not None:
        state, row = "seen", ()
    since, due = row[-1].day if row else None, due_of(row)
    ahead = visits_ahead(past, today)
    booked = ahead[0] if ahead else booked_last(past, since, today)
    if state == "open" and booked is not None:
        state = "booked" if ahead else "passed"
    later = [one for one in past.of(Visit) if one.event == "later"]
    remind_on = later[-1].on if later and later[-1].on >= today else None
    untold = state in ("open", "passed")
    is_late = due is not None and today > due and untold
    asked = urgency is not None and urgency >= SAID_FROM
    reminded = remind_on in (None, today)
    return FollowUp(
        state=state,
        urgency=urgency,
        since=since,
        due=due,
        booked=booked,
        coming=None if booked is None else booked.on,
        is_ahead=bool(ahead),
        is_today=bool(ahead) and ahead[0].on == today,
        seen=seen,
        remind_on=remind_on,
        overdue=asked and is_late and reminded,
        examined=examined,
        is_late=is_late,
        waits=untold and reminded,
        look=look,
        untold=untold_visit(past, today),
        undecided=_undecided(seen, newest) if untold or state == "booked" else None,
    )


def _undecided(seen: Examination | None, newest: Told | None) -> Examination | None:
    if seen is None or newest is None or seen.to_result == "before":
        return None
    return seen if asks_whether_after((newest,), seen.day, visit=seen.id) else None


def told_last(journal: Journal, results: Sequence[Told], *, today: date) -> Told | None:
    """Return the newest result, without its last day where the visit it asks for has taken place.

    None where nothing was told yet.
    """
    if not results:
        return None
    found = follow_up(journal, results, today=today)
    return results[-1] if found.state != "seen" else replace(results[-1], due=None)


def explainable(names: Iterable[str]) -> tuple[str, ...]:
    """Return those questions whose sign an examination can explain, in the order of the guide."""
    asked = frozenset(names)
    return tuple(
        name
        for name, question in INPUTS.items()
        if name in asked and question.explained_up_to is not None
    )
