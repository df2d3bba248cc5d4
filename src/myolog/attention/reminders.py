"""Reminders of the check-in and of the weekly look, which the person chooses or leaves.

Decides for which days: none by default, none in a rest, of the check-in only on days that ask for
it, and for a year at most, so that nothing rings on for ever. There is none of the check: nobody is
called to look for warning signs. Source: guide section 8, DP-1 and DP-10; the year is our own.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from typing import Final

from myolog.attention.rest import noting_on
from myolog.journal.entries import ProfileFact
from myolog.journal.model import Journal
from myolog.journal.reminders import Reminder, reminder_on
from myolog.vocabulary.reminding import Ring, ring_in

__all__ = ["STANDING", "chosen_rings", "standing_gone", "standing_reminders"]

STANDING: Final[Mapping[str, str]] = {"day": "remind_day", "week": "remind_week"}
"""What a reminder is of, and the fact that keeps it."""

AHEAD: Final = timedelta(days=364)
"""How far a calendar reaches."""


def chosen_rings(journal: Journal) -> dict[str, tuple[Ring, date]]:
    """Return when to be reminded, by what of, and the day it was chosen on."""
    profile = journal.profile
    return {
        code: (ring, profile[fact].day)
        for code, fact in STANDING.items()
        if fact in profile and (ring := ring_in(str(profile[fact].value))) is not None
    }


def standing_reminders(journal: Journal, *, today: date, seed: int) -> tuple[Reminder, ...]:
    """Return the reminders from today on.

    Parameters
    ----------
    seed
        The person's own number, which draws the days of noting.
    """

    def rests(day: date) -> bool:
        return noting_on(journal, day, seed=seed).rests

    def asks_nothing(day: date) -> bool:
        return not noting_on(journal, day, seed=seed).asked

    found = (
        reminder_on(
            journal,
            code,
            ring.at,
            first=max(chosen, today),
            last=today + AHEAD,
            weekdays=ring.weekdays,
            rests=asks_nothing if code == "day" else rests,
        )
        for code, (ring, chosen) in chosen_rings(journal).items()
    )
    return tuple(one for one in found if one is not None)


def standing_gone(journal: Journal, kept: Collection[str]) -> dict[str, date]:
    """Return what an earlier file may have held and holds no more: its code, and a day of it."""
    return {
        code: fact.day
        for fact in journal.of(ProfileFact)
        for code, name in STANDING.items()
        if fact.code == name and code not in kept
    }
