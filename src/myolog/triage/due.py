"""By when to be seen: the one last day that every page, file and answer names for a result.

Decides which results wait for the same visit, and that checking again puts no day off: of all that
wait, the earliest day holds. A visit on the day of a result counts for it only where it is told
that it came after. Source: the guide, section 3a (time frames).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from myolog.journal.model import Journal
from myolog.journal.records import Examination
from myolog.journal.visits import Visit, is_visit
from myolog.triage.told import Told
from myolog.triage.urgency import Urgency

__all__ = [
    "SAID_FROM",
    "asks_whether_after",
    "booked_ahead",
    "booked_last",
    "booked_on",
    "came_after",
    "days_of_visits",
    "due_of",
    "still_stand",
    "visits_ahead",
    "visits_told",
    "waiting",
    "with_due",
]

SAID_FROM: Final = Urgency.SOON
"""The least level of which it is said that its day has passed."""


def came_after(visit: Examination, told: Told) -> bool:
    """Say whether a visit was after a result; on its day, only where that is told.

    One that was noted before the result was said is never after it.
    """
    if visit.day != told.day:
        return visit.day > told.day
    return visit.to_result == "after" and visit.id not in told.visits_known


def asks_whether_after(results: Iterable[Told], day: date, *, visit: str | None = None) -> bool:
    """Say whether it is to be told of a visit if it was before or after a result of its day.

    Parameters
    ----------
    day
        The day of the visit.
    visit
        Its id, where it is noted already: it is known to be before a result that was said later.
    """
    return any(
        one.day == day
        and one.urgency is not None
        and one.urgency >= Urgency.ROUTINE
        and not one.withdrawn
        and (visit is None or visit not in one.visits_known)
        for one in results
    )


def with_due(results: Sequence[Told], journal: Journal) -> tuple[Told, ...]:
    """Return results, each with the last day to be seen as it was when it was told.

    Parameters
    ----------
    results
        In the order in which they were said.
    journal
        What was noted; a visit before a result answers those before it.
    """
    visits = [one for one in journal.of(Examination) if is_visit(one)]
    found = []
    for nth, told in enumerate(results):
        before = [one for one in visits if not came_after(one, told)]
        found.append(replace(told, due=due_of(tuple(waiting(results[: nth + 1], before)))))
    return tuple(found)


def waiting(results: Sequence[Told], visits: Sequence[Examination]) -> Iterable[Told]:
    """Yield the unbroken row of results that wait for the same visit as the newest, newest first.

    A calmer one ends it: what the newest says counts, and checking again moves no day. One that was
    not finished says nothing and ends nothing, nor does one whose answers stand no more.
    """
    newest = results[-1].urgency if results else None
    if newest is None or newest < Urgency.ROUTINE:
        return
    least = min(newest, SAID_FROM)
    for one in reversed(results):
        if one.withdrawn and one is not results[-1]:
            continue
        if any(came_after(visit, one) for visit in visits):
            return
        if one.urgency is not None and one.urgency < least:
            return
        if one.urgency is not None:
            yield one


def due_of(row: Sequence[Told]) -> date | None:
    """Return the earliest last day of results that wait; None where none does."""
    days = (
        one.day + timedelta(days=one.urgency.deadline_days)
        for one in row
        if one.urgency is not None
    )
    return min(days, default=None)


def booked_ahead(journal: Journal, today: date) -> tuple[Visit, ...]:
    """Return the visits booked and still to come, the next one first.

    A visit that has taken place on its day is over. One told later puts off an earlier one with the
    same role, and one of which a role is not known; with another role both are awaited.
    """
    gone = {one.day for one in journal.until(today).of(Examination) if is_visit(one)}
    return _in_order(
        one for one in still_stand(journal, "booked") if one.on >= today and one.on not in gone
    )


def visits_ahead(journal: Journal, today: date) -> tuple[Visit, ...]:
    """Return every visit still to come, booked or told as the next one at a visit, by its day.

    Two for one day are one, with the role where one was told.
    """
    seen = [one for one in journal.until(today).of(Examination) if is_visit(one)]
    gone = {one.day for one in seen}
    reviews = [
        Visit(day=one.day, event="booked", on=one.review)
        for nth, one in enumerate(seen)
        if one.review is not None
        and one.review >= today
        and one.review not in gone
        and not _is_told_anew(one, seen[nth + 1 :])
    ]
    found: dict[date, Visit] = {}
    for one in _in_order((*booked_ahead(journal, today), *reviews)):
        found.setdefault(one.on, one)
    return tuple(found.values())


def booked_on(journal: Journal, day: date) -> tuple[Visit, ...]:
    """Return the visits booked, or told as the next one at a visit, for a later day, as told last.

    What was told at a visit bears the id of that visit.
    """
    kept = [one for one in still_stand(journal, "booked") if one.on == day and one.day != day]
    seen = [one for one in journal.of(Examination) if is_visit(one)]
    reviews = [
        Visit(id=one.id, day=one.day, event="booked", on=day)
        for nth, one in enumerate(seen)
        if one.review == day and not _is_told_anew(one, seen[nth + 1 :])
    ]
    return (*kept, *(reviews[-1:] if not kept else ()))


def _is_told_anew(visit: Examination, later: Sequence[Examination]) -> bool:
    """Say whether the next visit was told anew at a later one with the same role."""
    return any(one.by == visit.by and one.review for one in later)


def visits_told(journal: Journal) -> frozenset[date]:
    """Return the day of every visit booked or told as the next one that nobody put off since.

    One that did not take place is still awaited, until another one is booked in its place.
    """
    kept = {one.on for one in still_stand(journal, "booked", "missed")}
    seen = [one for one in journal.of(Examination) if is_visit(one)]
    return frozenset(kept | {one.review for one in seen[-1:] if one.review is not None})


def days_of_visits(journal: Journal, today: date) -> frozenset[date]:
    """Return every day, past or to come, for which a visit stands and on which none took place."""
    seen = {one.day for one in journal.until(today).of(Examination) if is_visit(one)}
    ahead = {one.on for one in visits_ahead(journal, today)}
    return (visits_told(journal) | ahead) - seen


def booked_last(journal: Journal, since: date | None, today: date) -> Visit | None:
    """Return the booked visit that has passed last, of those told since the result that waits."""
    passed = (
        one
        for one in still_stand(journal, "booked")
        if since is not None and one.day >= since and one.on < today
    )
    return max(passed, key=lambda one: one.on, default=None)


def _in_order(visits: Iterable[Visit]) -> tuple[Visit, ...]:
    return tuple(sorted(visits, key=lambda one: (one.on, not one.by)))


def still_stand(journal: Journal, *events: str) -> tuple[Visit, ...]:
    """Return the visits told as one of these events that no other of them puts off, as told.

    One told on a later day puts off an earlier one with the same role, and one of which a role is
    not known.
    """
    told = [one for one in journal.of(Visit) if one.event in events]
    return tuple(one for one in told if not any(_puts_off(other, one) for other in told))


def _puts_off(later: Visit, earlier: Visit) -> bool:
    same = later.by == earlier.by or not (later.by and earlier.by)
    return later.day > earlier.day and same
