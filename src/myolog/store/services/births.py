"""Nothing is noted of days before the person can have been born, by the age that is told."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Final

from myolog.errors import InvalidEntry
from myolog.journal.entries import Entry, ProfileFact
from myolog.journal.facts import earliest_birth
from myolog.journal.records import Story
from myolog.store.models import Person
from myolog.store.selectors import journal_of, today_in

__all__ = ["refuse_before_birth"]

_SURE: Final = timedelta(days=365)
"""How old an entry is at least that can lie before a birth: whoever has an age, lives."""


def refuse_before_birth(entries: Iterable[Entry], *, person: Person, now: datetime) -> None:
    """Refuse what is dated too early for the age that stands, or comes with it.

    Parameters
    ----------
    entries
        A story is asked when it began, and everything when it was.

    Raises
    ------
    InvalidEntry
        It lies before the person can have been born.
    """
    given, today = tuple(entries), today_in(person, now)
    stories = [one for one in given if isinstance(one, Story)]
    earliest = min((one.day for one in given), default=today)
    if not stories and today - earliest < _SURE:
        return
    facts = (one for one in given if isinstance(one, ProfileFact))
    born = earliest_birth(journal_of(person).with_entries(facts), today)
    for story in stories:
        story.refuse_before(born)
    _refuse_day(earliest, born)


def _refuse_day(day: date, born: date | None) -> None:
    if born is not None and day < born:
        raise InvalidEntry(
            "By the age you told, {day} was before you were born. Correct the date, or your age.",
            day=day.isoformat(),
            code="invalid_date",
            key="day_before_birth",
        )
