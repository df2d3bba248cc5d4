"""How soon to see somebody: six ordered steps.

Decides the scale and the days each step allows. The sentences that go with it
live in the catalogue under ``[urgency.<CODE>]``. Source: the guide, section 3a.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Final

__all__ = ["Urgency", "can_wait"]


class Urgency(IntEnum):
    """What to do and how soon, from the calmest to the most pressing.

    The integer is what is stored and compared; the name is the stable code.
    """

    SELF_CARE = 0
    """Look after it at home; look again within 4 weeks."""

    ROUTINE = 1
    """An ordinary appointment within 4 weeks."""

    SOON = 2
    """A doctor, with a way to neurology, within 2 to 3 weeks."""

    URGENT = 3
    """Speak to a doctor within 48 hours; a specialist within 2 weeks."""

    SAME_DAY = 4
    """Be seen today, so within 24 hours."""

    EMERGENCY = 5
    """Call an ambulance or go to an emergency department now."""

    @property
    def deadline_days(self) -> int:
        """Days in which to act, counted from the day of the answers."""
        return _DEADLINE_DAYS[self]

    @property
    def specialist_days(self) -> int | None:
        """Days in which to see a specialist, or None."""
        return 14 if self is Urgency.URGENT else None


_DEADLINE_DAYS: Final = {
    Urgency.SELF_CARE: 28,
    Urgency.ROUTINE: 28,
    Urgency.SOON: 21,
    Urgency.URGENT: 2,
    Urgency.SAME_DAY: 0,
    Urgency.EMERGENCY: 0,
}


def can_wait(urgency: Urgency | None) -> bool:
    """Say whether a result leaves time for anything beside what to do.

    A kind word about looking or worry never stands beside a result of today (guide, DP-8).
    """
    return urgency is None or urgency < Urgency.SAME_DAY
