"""How much noting and checking is plenty, and from when something easier is offered.

Decides the soft budget of single logs a day and when a week holds too many checks or a day too
long a look. Source: guide section 8, DP-1 and DP-3; the budget of five is our own (hazard H3).
"""

from datetime import date, timedelta
from typing import Final

from myolog.journal.entries import Episode
from myolog.journal.model import Journal

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
