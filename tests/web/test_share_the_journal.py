"""Pages share one reading of the journal, and every write makes a new one."""

import pytest
from django.test import Client

from myolog.journal.example import forearm_journal
from myolog.store.selectors import Person, journal_of
from myolog.store.services.corrections import correct_entry
from myolog.store.services.erasing import erase_everything
from myolog.store.services.imports import import_journal
from myolog.store.services.journal import delete_entry, log_entry, restore_entry
from myolog.store.services.people import set_zone
from tests import factories as make

pytestmark = pytest.mark.django_db


def test_an_unchanged_journal_is_read_once(
    person: Person, django_assert_num_queries: object
) -> None:
    log_entry(person=person, entry=make.episode(), by="test")
    first = journal_of(person)
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert journal_of(person) is first


def test_every_kind_of_write_is_seen_at_once(person: Person) -> None:
    def same() -> bool:
        return journal_of(person) == journal_of(person)

    stored = log_entry(person=person, entry=make.episode(), by="test")
    assert same()
    assert stored.id is not None
    corrected = correct_entry(
        person=person, id=stored.id, entry=make.episode(side="right"), by="test"
    )
    assert same()
    assert corrected.id is not None
    delete_entry(person=person, id=corrected.id, by="test")
    assert same()
    restore_entry(person=person, id=corrected.id, by="test")
    assert same()
    set_zone(person=person, zone="Asia/Tokyo", by="test")
    assert same()
    import_journal(person=person, journal=forearm_journal(), by="test")
    assert same()
    erase_everything(person=person)
    assert same()
    log_entry(person=person, entry=make.none_today(), by="test")
    assert same()


def test_a_page_shows_what_another_program_wrote(client: Client, person: Person) -> None:
    assert "Left calf" not in client.get("/journal/").content.decode()
    log_entry(person=person, entry=make.episode(), by="elsewhere")
    assert "Left calf" in client.get("/journal/?before=2026-03-30").content.decode()
