"""How much a person checked and looked in a week.

Decides which runs of the check count: one that a daily task or a visit had asked for does not, or
Myolog would ask for a check and then say that there were too many. Source: guide section 8, DP-3.
"""

from dataclasses import dataclass, replace
from datetime import date

from myolog.attention.agenda import asks_for_check
from myolog.attention.budget import CHECKS, LOOKING_MIN, WEEK
from myolog.journal.model import Journal
from myolog.journal.records import Examination, TriageAnswers
from myolog.journal.visits import is_visit

__all__ = ["Looking", "looking_in_week"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Looking:
    """How much a person checked and looked in the last seven days.

    Attributes
    ----------
    n_checks : runs of the check that neither a daily task nor a visit had asked for
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
        n_checks=_checks_of_own(journal, first, today),
        longest_min=max(minutes, default=None),
    )


def _checks_of_own(journal: Journal, first: date, today: date) -> int:
    given = journal.of(TriageAnswers)
    lately = [nth for nth, one in enumerate(given) if first < one.day <= today]
    if len(lately) <= CHECKS:
        return len(lately)
    after = _after_visits(journal, given)
    return sum(nth not in after and not _was_asked_for(journal, given, nth) for nth in lately)


def _after_visits(journal: Journal, given: tuple[TriageAnswers, ...]) -> frozenset[int]:
    """Return which checks a visit had asked for: of each visit one, the first one after it.

    A visit tells no time of day: on the day of a check it may have been before or after it.
    """
    seen = sorted({one.day for one in journal.of(Examination) if is_visit(one)})
    found = set()
    for nth in range(1, len(given)):
        asked = [day for day in seen if given[nth - 1].day <= day <= given[nth].day]
        if asked:
            found.add(nth)
            seen = [day for day in seen if day not in asked]
    return frozenset(found)


def _was_asked_for(journal: Journal, given: tuple[TriageAnswers, ...], nth: int) -> bool:
    """Say whether a daily task asked for this check, as the journal stood before it."""
    later = set(map(id, given[nth:]))
    before = replace(journal, entries=tuple(e for e in journal.entries if id(e) not in later))
    return asks_for_check(before, given[nth].day)
