"""How much noting and checking is plenty, and from when something easier is offered.

Decides the soft budget of single logs a day and when a week holds too many checks or a day too
long a look. Source: guide section 8, DP-1 and DP-3; the budget of five is our own (hazard H3).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from myolog.journal.entries import Episode
from myolog.journal.model import Journal
from myolog.journal.records import TriageAnswers

SINGLE_LOGS: Final = 5
"""Single logs on one day from which a look at the whole day is offered instead."""

CHECKS: Final = 3
"""Checks in seven days above which a kind note is added."""

LOOKING_MIN: Final = 30
"""Minutes of looking or reading on one day above which a kind note is added."""

WEEK: Final = timedelta(days=7)


def is_spent(n_logs: int) -> bool:
    """Say whether a day's single logs are plenty, so that the whole day is offered instead.

    An offer and never a refusal: every further log is stored like the first.
    """
    return n_logs >= SINGLE_LOGS


def logs_on(journal: Journal, day: date) -> int:
    """Count the single logs of one day."""
    return sum(isinstance(entry, Episode) for entry in journal.between(day, day))


@dataclass(frozen=True, slots=True, kw_only=True)
class Looking:
    """How much a person checked and looked in the last seven days.

    Attributes
    ----------
    n_checks : runs of the check
    longest_min : minutes of looking or reading on the longest day, or None where none was noted
    """

    n_checks: int
    longest_min: float | None

    @property
    def note(self) -> str:
        """The kind note that is due: many_checks, long_looks or "" for none."""
        if self.n_checks > CHECKS:
            return "many_checks"
        long = self.longest_min is not None and self.longest_min > LOOKING_MIN
        return "long_looks" if long else ""


def looking_in_week(journal: Journal, *, today: date) -> Looking:
    """Measure checking and looking over the seven days up to `today`."""
    first = today - WEEK
    minutes = [
        told["checking_min"]
        for day, told in journal.exposure_values.items()
        if first < day <= today and "checking_min" in told
    ]
    return Looking(
        n_checks=sum(1 for given in journal.of(TriageAnswers) if first < given.day <= today),
        longest_min=max(minutes, default=None),
    )
