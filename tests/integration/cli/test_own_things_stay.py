"""A thing of one's own and its values outlive a restore, a move and the change of days."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.db import connection

from myolog.journal.file import read_journal
from myolog.journal.own import own_things
from myolog.store.models import Person
from myolog.store.selectors import journal_of, the_person
from myolog.store.services.imports import import_journal
from myolog.store.services.journal import log_entries
from myolog.web.moment import today_for
from tests.factories import exposure, own_thing

TEA, ACHE = "own:amount:pot-of-tea:3f9a", "own:rating:ache:77aa"


def kept():
    return journal_of(the_person())


@pytest.fixture
def noted(db):
    """Note two pots of tea and an ache of 4 yesterday; the ache is archived since."""
    person = the_person()
    today = today_for(person)
    yesterday = today.fromordinal(today.toordinal() - 1)
    log_entries(
        person=person,
        entries=(
            own_thing(day=yesterday, code=TEA, name="Pot of tea", unit="pots", role="do"),
            own_thing(day=yesterday, code=ACHE, name="Ache"),
            own_thing(day=today, code=ACHE, name="Ache", archived=True),
            exposure(day=yesterday, code=TEA, value=2),
            exposure(day=yesterday, code=ACHE, value=4),
        ),
        by="test",
    )
    return yesterday, today


def without_ids(journal):
    return sorted(repr(replace(entry, id=None)) for entry in journal.entries)


def is_as_noted(journal, yesterday):
    things = own_things(journal)
    assert {code: (one.name, one.unit, one.role, one.archived) for code, one in things.items()} == {
        TEA: ("Pot of tea", "pots", "do", False),
        ACHE: ("Ache", "", "feel", True),
    }
    assert journal.exposure_values == {yesterday: {TEA: 2.0, ACHE: 4.0}}
    return True


def test_an_export_read_into_an_empty_journal_is_the_same_journal(run, noted, tmp_path):
    file = tmp_path / "mine.jsonl"
    assert run("export", "-o", str(file)).code == 0
    before = kept()
    assert read_journal(file) == before
    other = Person.objects.create(zone=the_person().zone, created_at=datetime.now(UTC))
    found = import_journal(person=other, journal=read_journal(file), by="test")
    assert (found.added, found.differing) == (5, 0)
    there = journal_of(other)
    assert is_as_noted(there, noted[0])
    assert without_ids(there) == without_ids(before)


@pytest.mark.django_db(transaction=True)
def test_a_backup_brings_it_back(run, noted, tmp_path):
    if connection.vendor != "sqlite":
        pytest.skip("a PostgreSQL journal is copied with pg_dump")
    before, file = kept(), tmp_path / "copy.sqlite3"
    assert run("backup", "-o", str(file)).code == 0
    assert run("own", "rename", "Pot of tea", "Matcha").code == 0
    assert run("day", "--set", "stress=2").code == 0
    assert run("restore", str(file), "--yes").code == 0
    assert is_as_noted(kept(), noted[0])
    assert kept() == before


def test_the_same_as_the_day_before_takes_it_over_and_nothing_archived(run, noted):
    said = run("day", "--same-as-before")
    assert said.code == 0, said.err
    assert "Pot of tea" in said.out
    assert "Ache" not in said.out
    assert kept().exposure_values[noted[1]] == {TEA: 2.0}
