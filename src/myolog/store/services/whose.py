"""Who it is for, as the person tells it: another person is asked about before anything changes."""

from collections.abc import Iterable
from datetime import UTC, datetime

from django.db import transaction

from myolog.journal.entries import Entry, ProfileFact
from myolog.store.compared import hold
from myolog.store.models import Person
from myolog.store.services.entries import put
from myolog.store.services.journal import log_entries

__all__ = ["tell_whose"]


def tell_whose(
    *,
    person: Person,
    facts: Iterable[ProfileFact],
    same_person: bool = False,
    by: str,
    idempotency_key: str | None = None,
) -> tuple[Entry, ...]:
    """Store facts about the person; all or none.

    Parameters
    ----------
    same_person
        Whether the person has said that it is the same person as before, so that everything
        noted stays theirs.

    Raises
    ------
    AnotherPerson
        They would make the journal be about somebody else, and nobody said that it is the same.
    """
    told = tuple(facts)
    if not same_person:
        return log_entries(person=person, entries=told, by=by, idempotency_key=idempotency_key)
    moment = datetime.now(UTC)
    with transaction.atomic():
        hold(person)
        return put(told, person=person, by=by, action="log", now=moment)
