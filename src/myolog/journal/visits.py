"""A visit that is booked or was missed, or that the person wants to be reminded of.

A visit that has taken place is an `Examination`. Source: guide 3a (time frames), 8 (DP-9).
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final

from myolog.errors import InvalidEntry
from myolog.journal.checks import check_choice, check_day, check_text
from myolog.journal.entries import Entry
from myolog.journal.records import Examination
from myolog.vocabulary.visits import VISIT

__all__ = ["VISIT_EVENTS", "Visit", "is_visit"]

VISIT_EVENTS: Final = ("booked", "later", "missed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit(Entry):
    """A visit that is booked, or of which the person wants to be reminded.

    Attributes
    ----------
    event : booked; later for a reminder; missed for one that was booked and did not take place
    on : day of the visit, or of the reminder
    by : with whom, as a role such as "neurologist"
    """

    kind: ClassVar[str] = "visit"
    event: str
    on: date
    by: str = ""

    def _check(self) -> None:
        Entry._check(self)
        check_choice(self.event, VISIT_EVENTS, "What is planned")
        check_day(self.on, "The day of the visit")
        check_text(self.by, "With whom")
        if self.on < self.day:
            raise InvalidEntry(
                "That day has passed. Give a day from today on, or say that you have been seen.",
                code="invalid_date",
                key="visit_has_passed",
            )

    @property
    def slot(self) -> str:
        """One a day, event and role: a new day of the same visit replaces it."""
        return f"{self.day}/{self.event}/{self.by}"


def is_visit(entry: Examination) -> bool:
    """Say whether somebody saw the person, and not only a test was done."""
    return entry.what == VISIT or bool(entry.by.strip())
