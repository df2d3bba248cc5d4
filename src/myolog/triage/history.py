"""Every result in order, what changed it, and what the person did about it.

Decides which signs are said to be new or gone between two results, and to which result a visit
belongs: the last one told before it. A result whose signs had been examined names that visit and no
last day. Source: the guide, DP-3 and DP-9.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from myolog.journal.entries import Entry
from myolog.journal.model import Journal
from myolog.journal.records import Examination
from myolog.journal.visits import Visit, is_visit
from myolog.triage.due import booked_ahead, came_after
from myolog.triage.examined import examined_for
from myolog.triage.result import CRISIS, Reason
from myolog.triage.rules import COUNTING_RULES
from myolog.triage.told import Told
from myolog.triage.urgency import Urgency, can_wait

__all__ = ["ACTS", "Past", "Told", "history_of", "told_by_day", "told_once"]

ACTS: Final = (Examination, Visit)
"""Kinds of entries that tell what a person did about a result."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """A result with its place in the order.

    Attributes
    ----------
    told : the result
    is_first : whether none came before it
    gained, gone : signs that it has and the one before had not, and the other way round
    acts : what the person did while it stood, behind a visit that was booked before and is to come
    put_right : results of the same day whose answers were put right, in whose place it stands
    was_seen : whether it asked for a visit and one came after it, or had covered its signs
    """

    told: Told
    is_first: bool
    gained: tuple[Reason, ...]
    gone: tuple[Reason, ...]
    acts: tuple[Entry, ...]
    put_right: tuple[Told, ...] = ()
    was_seen: bool = False


def told_once(results: Sequence[Told], journal: Journal, *, today: date) -> tuple[Past, ...]:
    """Put results in order as `history_of` does, one put right on its day with what replaced it.

    Somebody reads one line then, with what it said first; each stands for itself in `history_of`.
    """
    kept: list[Told] = []
    replaced: dict[int, tuple[Told, ...]] = {}
    for told in results:
        if not told.withdrawn:
            before = [one for one in kept if one.withdrawn and one.day == told.day]
            kept = [one for one in kept if one not in before]
            replaced[len(kept)] = tuple(before)
        kept.append(told)
    return tuple(
        replace(past, put_right=replaced.get(nth, ()))
        for nth, past in enumerate(history_of(kept, journal, today=today))
    )


def history_of(results: Sequence[Told], journal: Journal, *, today: date) -> tuple[Past, ...]:
    """Put results beside what came before them and what was done.

    Parameters
    ----------
    results
        In the order in which they were said.
    journal
        What was noted.
    today
        The day on which it is read: of the newest result it is told how it stands then.

    Returns
    -------
    history : oldest first
    """
    acts = sorted((one for kind in ACTS for one in journal.of(kind)), key=lambda one: one.day)
    found = []
    for nth, told in enumerate(results):
        before = _signs(results[nth - 1]) if nth else ()
        signs, after = _signs(told), results[nth + 1] if nth + 1 < len(results) else None
        day = told.day if after is not None else max(today, told.day)
        covered = examined_for(journal, results[: nth + 1], today=day)
        if covered is not None:
            told = replace(told, due=None)
        own = [one for one in acts if _belongs(one, told, after)]
        earlier = () if covered is None or covered in own else (covered,)
        found.append(
            Past(
                told=told,
                is_first=nth == 0,
                gained=_without(signs, before),
                gone=_without(before, signs),
                acts=(*_booked_before(told, journal), *earlier, *own),
                was_seen=covered is not None or _was_seen(told, acts),
            )
        )
    return tuple(found)


def told_by_day(
    results: Sequence[Told], journal: Journal, *, today: date
) -> Mapping[date, tuple[Past, ...]]:
    """Return the results of each day that tells more than one check's result, the oldest first.

    A check that stands alone is told by its own entry. The parameters are those of `history_of`.
    """
    history = told_once(results, journal, today=today)
    days: dict[date, list[Past]] = {past.told.day: [] for past in history}
    for past in history:
        days[past.told.day].append(past)
    return {day: tuple(found) for day, found in days.items() if _tells_more(found)}


def _tells_more(found: Sequence[Past]) -> bool:
    return len(found) > 1 or any(past.told.has_risen or past.put_right for past in found)


def _belongs(act: Entry, told: Told, after: Told | None) -> bool:
    """Say whether something was done while a result stood: behind it, and not behind the next."""
    if isinstance(act, Examination) and is_visit(act):
        return came_after(act, told) and (after is None or not came_after(act, after))
    return told.day <= act.day and (after is None or act.day < after.day)


def _was_seen(told: Told, acts: Sequence[Entry]) -> bool:
    """Say whether a visit came after a result that asked for one."""
    if told.urgency is None or told.urgency < Urgency.ROUTINE:
        return False
    visits = (one for one in acts if isinstance(one, Examination) and is_visit(one))
    return any(came_after(one, told) for one in visits)


def _booked_before(told: Told, journal: Journal) -> tuple[Entry, ...]:
    """Return the visit that was to come already on the day of a result that asks for one."""
    if told.due is None or not can_wait(told.urgency):
        return ()
    return booked_ahead(journal.until(told.day - timedelta(days=1)), told.day)[:1]


def _signs(told: Told) -> tuple[Reason, ...]:
    """Return the reasons that name a sign; what was said in despair is not told again in a list."""
    return tuple(
        one
        for one in told.assessment.reasons
        if not one.folded and one.code not in COUNTING_RULES and one.who not in CRISIS
    )


def _without(some: tuple[Reason, ...], others: tuple[Reason, ...]) -> tuple[Reason, ...]:
    codes = {one.code for one in others}
    return tuple(one for one in some if one.code not in codes)
