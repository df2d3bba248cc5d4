"""A result of the check as it was said: its day, and what was known when."""

from dataclasses import dataclass
from datetime import date

from myolog.triage.result import Assessment
from myolog.triage.urgency import Urgency

__all__ = ["Told"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A result as it was said.

    Attributes
    ----------
    day : the day from which it counts
    assessment : what it said
    has_risen : whether notes raised it, and no new check
    due : the last day to be seen, as `with_due` works it out; None where no visit is asked for
    visits_known : ids of the visits that were noted before it was said
    withdrawn : whether its answers stand no more: they were put right, or deleted
    """

    day: date
    assessment: Assessment
    has_risen: bool
    due: date | None = None
    withdrawn: bool = False
    visits_known: frozenset[str | None] = frozenset()

    @property
    def urgency(self) -> Urgency | None:
        """How soon it said; None for one that was not finished."""
        return self.assessment.urgency
