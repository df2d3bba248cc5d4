"""Whose journal it is: of the person who writes it, of their child, or of somebody they care for.

Decides what of that the words and the questions need to know. Nobody told means the person
themselves: a journal of before this was asked goes on as it was.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from myolog.frozen import FrozenDict
from myolog.journal.facts import profile_fact, told_fact
from myolog.journal.model import Journal

__all__ = ["CHILD_BELOW", "SMALL_BELOW", "Subject", "subject_of"]

CHILD_BELOW: Final = 16
"""Years of age below which the guide speaks of a child (S-CHILD, R-CHILD)."""

SMALL_BELOW: Final = 10
"""Years of age below which daily alcohol, statins and pregnancy are not asked about. Our choice."""

_FORMS: Final[Mapping[tuple[str, bool], str]] = FrozenDict(
    {("parent", True): "parent", ("parent", False): "parent"}
    | {("carer", True): "carer_of_child", ("carer", False): "carer"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """About whom the check asks, and who answers.

    Attributes
    ----------
    answered_by : self, parent or carer
    age_years : of the person whose journal it is; None where nobody told
    told : whether somebody said who answers
    """

    answered_by: str = "self"
    age_years: int | None = None
    told: bool = False

    @property
    def is_other(self) -> bool:
        """Whether somebody else answers than the person whose journal it is."""
        return self.answered_by != "self"

    @property
    def is_child(self) -> bool:
        """Whether the person is known to be under 16."""
        return self.age_years is not None and self.age_years < CHILD_BELOW

    @property
    def forms(self) -> str:
        """Which words name the person; "" where they are spoken to themselves."""
        return _FORMS.get((self.answered_by, self.is_child), "")

    @property
    def layers(self) -> tuple[str, ...]:
        """Which sentences are laid over those that speak to the person, in this order."""
        if not self.is_other:
            return ()
        age = CHILD_BELOW if self.age_years is None else self.age_years
        young = {"under_16": age < CHILD_BELOW, "under_10": age < SMALL_BELOW}
        return ("others", *(layer for layer, holds in young.items() if holds))


def subject_of(journal: Journal, today: date) -> Subject:
    """Return whose journal it is, as told up to a day.

    Examples
    --------
    >>> subject_of(Journal(), date(2026, 3, 1)).answered_by
    'self'
    """
    told = profile_fact(journal.until(today), "answered_by", today)
    age = told_fact(journal, "age_years", today)
    return Subject(
        answered_by="self" if told is None else str(told),
        age_years=age if isinstance(age, int) else None,
        told=told is not None,
    )
