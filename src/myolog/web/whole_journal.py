"""The journal for a page."""

from myolog.journal.model import Journal
from myolog.store.selectors import Person, journal_of


def whole_journal(person: Person) -> Journal:
    """Return the person's whole journal as it stands."""
    return journal_of(person)
