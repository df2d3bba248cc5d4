"""A journal stays about one person: who it is for and their age never change unasked."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Final

from myolog.errors import AnotherPerson
from myolog.journal.entries import Entry, ProfileFact
from myolog.journal.records import TriageAnswers
from myolog.journal.subject import is_another_person
from myolog.store.models import Person
from myolog.store.selectors import journal_of, today_in
from myolog.store.services.births import refuse_before_birth

__all__ = ["refuse_another_life", "refuse_another_person"]

_TELLING: Final = frozenset({ProfileFact.kind, TriageAnswers.kind})


def refuse_another_life(entries: Collection[Entry], *, person: Person, now: datetime) -> None:
    """Refuse what cannot be of the person the journal is about.

    Raises
    ------
    AnotherPerson, InvalidEntry
        It tells of somebody else, or began before they can have been born.
    """
    refuse_another_person(entries, person=person, now=now)
    refuse_before_birth(entries, person=person, now=now)


def refuse_another_person(entries: Iterable[Entry], *, person: Person, now: datetime) -> None:
    """Refuse what tells of somebody else than the journal is about.

    Raises
    ------
    AnotherPerson
        Who answers, or an age, is not that of the person the journal is about.
    """
    told = tuple(one for one in entries if one.kind in _TELLING)
    if told and is_another_person(journal_of(person), told, today_in(person, now)):
        raise AnotherPerson(
            "A journal is about one person, and this tells of another. Nothing was changed. If it "
            "is the same person, say so under “Who is it for?”, or with “myolog settings about”. "
            "Another person needs a journal of their own: myolog --data FOLDER serve."
        )
