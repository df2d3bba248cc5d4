"""A row and an entry turn into each other without loss, on every database."""

import dataclasses

import pytest
from hypothesis import HealthCheck, given, settings

from myolog.journal.model import Journal
from myolog.store.models import EntryRow
from myolog.store.models.journal import KINDS, TIMED_KINDS
from myolog.store.rows import entry_of, row_of
from myolog.store.selectors import Person
from tests import strategies
from tests.factories import AT

pytestmark = pytest.mark.store


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(journal=strategies.journals)
def test_every_entry_comes_back_as_it_was(person: Person, journal: Journal) -> None:
    EntryRow.objects.filter(person=person).delete()
    rows = [row_of(entry, person=person, now=AT) for entry in journal.entries]
    EntryRow.objects.bulk_create(rows)
    kept = dict(EntryRow.objects.filter(person=person).values_list("id", "payload"))
    for row, entry in zip(rows, journal.entries, strict=True):
        assert entry_of(row.id, kept[row.id]) == dataclasses.replace(entry, id=str(row.id))


def test_what_has_a_time_of_day_is_known_to_the_table() -> None:
    assert TIMED_KINDS == ["episode", "window", "answers"]
    assert "tally" in KINDS
