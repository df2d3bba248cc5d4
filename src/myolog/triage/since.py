"""What was noted after a result was said, told apart from the result itself.

Decides what counts as new: a place where it had not twitched, and a rule that did not fire. A rise
in urgency is a result of its own and no matter of this module. Source: the guide, DP-9.
"""

from __future__ import annotations

from dataclasses import dataclass

from myolog.journal.model import Journal
from myolog.triage.joining import Joined, first_days, joined_on, new_beside
from myolog.triage.result import Assessment, Reason, has_risen
from myolog.triage.rules import COUNTING_RULES

__all__ = ["Since", "since_then"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """What has changed since a result.

    Attributes
    ----------
    places : each new place with its first day, in the order in which they joined
    reasons : rules that fire now and did not then
    calmer : whether the same answers would give a calmer result by now
    """

    places: tuple[Joined, ...]
    reasons: tuple[Reason, ...]
    calmer: bool

    def __bool__(self) -> bool:
        """Whether anything has changed."""
        return bool(self.places or self.reasons or self.calmer)


def since_then(*, then: Journal, now: Journal, was: Assessment, found: Assessment) -> Since:
    """Compare a result and its journal with those of now.

    Parameters
    ----------
    then, now
        The journal as it stood when the result was said, and as it stands.
    was, found
        The result, and what the same answers give now.
    """
    days = first_days(now)
    fired = {one.code for one in was.reasons}
    return Since(
        places=tuple(
            joined_on(now, spot, days[spot]) for spot in new_beside(first_days(then), days)
        ),
        reasons=tuple(
            one
            for one in found.reasons
            if not one.folded and one.code not in fired and one.code not in COUNTING_RULES
        ),
        calmer=has_risen(found.urgency, was.urgency),
    )
