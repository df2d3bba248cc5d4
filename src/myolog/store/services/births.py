"""No story begins before the person can have been born, by the age that is told."""

from collections.abc import Iterable
from datetime import datetime

from myolog.journal.entries import Entry, ProfileFact
from myolog.journal.facts import earliest_birth
from myolog.journal.records import Story
from myolog.store.models import Person
from myolog.store.selectors import journal_of, today_in

__all__ = ["refuse_before_birth"]


def refuse_before_birth(entries: Iterable[Entry], *, person: Person, now: datetime) -> None:
    """Refuse a story that begins too early for the age that stands, or comes with it.

    Raises
    ------
    InvalidEntry
        It began before the person can have been born.
    """
    given = tuple(entries)
    stories = [one for one in given if isinstance(one, Story)]
    if not stories:
        return
    facts = (one for one in given if isinstance(one, ProfileFact))
    born = earliest_birth(journal_of(person).with_entries(facts), today_in(person, now))
    for story in stories:
        story.refuse_before(born)
