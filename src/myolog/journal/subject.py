"""Whose journal it is: of the person who writes it, of their child, or of somebody they care for.

Decides what of that the words and the questions need to know. Nobody told means the person
themselves: a journal of before this was asked goes on as it was.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from myolog.frozen import FrozenDict
from myolog.journal.entries import Entry, ProfileFact
from myolog.journal.facts import NO, profile_fact, told_fact
from myolog.journal.model import Journal
from myolog.journal.records import TriageAnswers
from myolog.vocabulary.profile import PROFILE

__all__ = [
    "CHILD_BELOW",
    "SMALL_BELOW",
    "Subject",
    "ages_differ",
    "holds_something",
    "is_another_person",
    "subject_of",
]

CHILD_BELOW: Final = 16
"""Years of age below which the guide speaks of a child (S-CHILD, R-CHILD)."""

SMALL_BELOW: Final = 10
"""Years of age below which daily alcohol, statins and pregnancy are not asked about. Our choice."""

_BIRTHDAYS: Final = 1
"""Years by which two ages of one person can differ: one may be of the day before a birthday."""

_WHOSE: Final = frozenset({"answered_by", "age_years"})

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
    is_man : whether it is told that it is a man, and nobody told of a pregnancy
    """

    answered_by: str = "self"
    age_years: int | None = None
    told: bool = False
    is_man: bool = False

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
        is_man=profile_fact(journal, "sex", today) == "man"
        and told_fact(journal, "pregnant", today) in (None, *NO),
    )


def is_another_person(journal: Journal, told: Iterable[Entry], today: date) -> bool:
    """Say whether what is told now would be of somebody else than the journal is about.

    It would where who answers changes, or where the age lies more than a birthday apart from the
    one known. Nothing is asked of a journal that holds nothing about a person yet.
    """
    telling = tuple(one for one in told if _tells_whose(one))
    if not telling or not holds_something(journal):
        return False
    before = subject_of(journal, today)
    after = subject_of(journal.with_entries(telling), today)
    told_now = subject_of(Journal(entries=telling), today)
    answers = after.answered_by != before.answered_by
    return answers or ages_differ(before.age_years, told_now.age_years)


def ages_differ(one: int | None, other: int | None) -> bool:
    """Say whether two ages on one day cannot be of the same person; an unknown one fits any.

    Examples
    --------
    >>> ages_differ(74, 75), ages_differ(74, 6), ages_differ(None, 6)
    (False, True, False)
    """
    return one is not None and other is not None and abs(one - other) > _BIRTHDAYS


def holds_something(journal: Journal) -> bool:
    """Say whether a journal holds more than who it is for and how it is kept."""
    return any(
        not isinstance(one, ProfileFact) or not (one.code in _WHOSE or PROFILE[one.code].apart)
        for one in journal.entries
    )


def _tells_whose(entry: Entry) -> bool:
    if isinstance(entry, TriageAnswers):
        return isinstance(entry.answers.get("age_years"), int)
    return isinstance(entry, ProfileFact) and entry.code in _WHOSE
