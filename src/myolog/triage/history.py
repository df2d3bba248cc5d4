"""Every result in order, what changed it, and what the person did about it.

Decides which signs are said to be new or gone between two results, and to which result a visit
belongs: the one that stood on its day. Source: the guide, DP-3 and DP-9.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from myolog.journal.entries import Entry
from myolog.journal.model import Journal
from myolog.journal.records import Examination
from myolog.journal.visits import Visit
from myolog.triage.due import booked_ahead
from myolog.triage.result import CRISIS, Reason
from myolog.triage.rules import COUNTING_RULES
from myolog.triage.told import Told
from myolog.triage.urgency import can_wait

__all__ = ["ACTS", "Past", "Told", "history_of", "told_once"]

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
    """

    told: Told
    is_first: bool
    gained: tuple[Reason, ...]
    gone: tuple[Reason, ...]
    acts: tuple[Entry, ...]
    put_right: tuple[Told, ...] = ()


def told_once(results: Sequence[Told], journal: Journal) -> tuple[Past, ...]:
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
        for nth, past in enumerate(history_of(kept, journal))
    )


def history_of(results: Sequence[Told], journal: Journal) -> tuple[Past, ...]:
    """Put results beside what came before them and what was done.

    Parameters
    ----------
    results
        In the order in which they were said.
    journal
        What was noted.

    Returns
    -------
    history : oldest first
    """
    acts = sorted((one for kind in ACTS for one in journal.of(kind)), key=lambda one: one.day)
    found = []
    for nth, told in enumerate(results):
        before = _signs(results[nth - 1]) if nth else ()
        signs, last = _signs(told), nth + 1 == len(results)
        found.append(
            Past(
                told=told,
                is_first=nth == 0,
                gained=_without(signs, before),
                gone=_without(before, signs),
                acts=(
                    *_booked_before(told, journal),
                    *(
                        one
                        for one in acts
                        if told.day <= one.day and (last or one.day < results[nth + 1].day)
                    ),
                ),
            )
        )
    return tuple(found)


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
