"""The journal in memory is that on the disk, whoever changed it and whatever was taken back."""

import random
from datetime import date, datetime, timedelta

import pytest
from django.db import transaction

from myolog.errors import InvalidEntry
from myolog.journal.entries import DayExposure, Episode
from myolog.journal.model import Journal
from myolog.store.journals import current_journal, forget
from myolog.store.models import EntryRow
from myolog.store.selectors import Person, journal_of
from myolog.store.services.corrections import correct_entry
from myolog.store.services.erasing import erase_everything
from myolog.store.services.imports import import_journal
from myolog.store.services.journal import delete_entry, log_entry, restore_entry
from myolog.store.services.people import set_zone
from tests.factories import AT, DAY, episode, exposure, none_today, tally

pytestmark = pytest.mark.store


def read_anew(person: Person) -> object:
    """Return the journal as a process reads it that knows nothing of it yet."""
    forget()
    return current_journal(person)


def test_after_any_writes_what_is_held_is_what_a_new_process_reads(
    person: Person, now: datetime
) -> None:
    chance = random.Random(11)
    known: list[str] = []
    deleted: list[str] = []
    for step in range(40):
        moment = now + timedelta(minutes=step)
        what = chance.choice(["log", "log", "day", "delete", "restore", "correct"])
        if what == "log":
            began = AT - timedelta(days=chance.randrange(5))
            stored = log_entry(person=person, entry=episode(started_at=began), by="t", now=moment)
            known.append(str(stored.id))
        elif what == "day":
            entry = chance.choice([tally(count=step), exposure(value=step)])
            log_entry(person=person, entry=entry, by="t", now=moment)
        elif what == "delete" and known:
            deleted.append(known.pop(chance.randrange(len(known))))
            delete_entry(person=person, id=deleted[-1], by="t", now=moment)
        elif what == "restore" and deleted:
            known.append(deleted.pop())
            restore_entry(person=person, id=known[-1], by="t", now=moment)
        elif what == "correct" and known:
            known[0] = str(
                correct_entry(
                    person=person, id=known[0], entry=episode(note=f"{step}"), by="t", now=moment
                ).id
            )
        held = current_journal(person)
        assert held == read_anew(person)
        assert len(held.of(Episode)) == len(known)


def test_a_write_that_is_taken_back_leaves_nothing_in_memory(person: Person, now: datetime) -> None:
    log_entry(person=person, entry=tally(), by="t", now=now)
    before = journal_of(person)
    with transaction.atomic():
        log_entry(person=person, entry=episode(note="never stored"), by="t", now=now)
        assert len(journal_of(person).episodes) == 1
        transaction.set_rollback(True)
    assert journal_of(person) == before
    log_entry(person=person, entry=exposure(), by="t", now=now)
    assert [entry.kind for entry in journal_of(person).entries] == ["exposure", "tally"]


def test_only_what_was_changed_is_read_again(person: Person, now: datetime) -> None:
    kept = log_entry(person=person, entry=episode(), by="t", now=now)
    (first,) = journal_of(person).episodes
    assert first.id == kept.id
    log_entry(person=person, entry=none_today(day=DAY - timedelta(days=1)), by="t", now=now)
    assert journal_of(person).episodes[0] is first
    assert journal_of(person) is journal_of(person)


def test_a_row_that_another_program_changes_is_seen(person: Person, now: datetime) -> None:
    log_entry(person=person, entry=episode(), by="t", now=now)
    assert len(journal_of(person).entries) == 1
    EntryRow.objects.filter(person=person).update(retired_at=now)
    assert journal_of(person).entries == ()


def test_erasing_and_moving_house_are_seen(person: Person, now: datetime) -> None:
    log_entry(person=person, entry=episode(), by="t", now=now)
    assert journal_of(person).zone == "Europe/Berlin"
    set_zone(person=person, zone="Asia/Tokyo", by="t")
    assert journal_of(person).zone == "Asia/Tokyo"
    erase_everything(person=person)
    assert journal_of(person).entries == ()
    for minute in range(3):
        log_entry(person=person, entry=episode(), by="t", now=now + timedelta(minutes=minute))
    assert len(journal_of(person).entries) == 3


def test_an_import_is_held_as_a_new_process_reads_it(person: Person, now: datetime) -> None:
    log_entry(person=person, entry=none_today(), by="t", now=now)
    bouts = tuple(
        episode(started_at=AT - timedelta(hours=hour), note=f"{hour}") for hour in range(150)
    )
    file = Journal((*bouts, tally(), exposure(value=2)), "Europe/Berlin")
    assert len(journal_of(person).entries) == 1
    import_journal(person=person, journal=file, by="t", now=now)
    held = journal_of(person)
    assert held == read_anew(person)
    assert [one.note for one in held.episodes] == [f"{hour}" for hour in reversed(range(150))]
    assert all(one.id is not None for one in held.entries)


def test_an_import_that_is_taken_back_leaves_nothing_in_memory(
    person: Person, now: datetime
) -> None:
    log_entry(person=person, entry=tally(), by="t", now=now)
    before = journal_of(person)
    with transaction.atomic():
        import_journal(person=person, journal=Journal((episode(),)), by="t", now=now)
        assert len(journal_of(person).episodes) == 1
        transaction.set_rollback(True)
    assert journal_of(person) == before == read_anew(person)


def test_values_that_differ_in_their_day_alone_are_read_with_their_own_days(
    person: Person, now: datetime
) -> None:
    told = [
        (0, 180.0, "apple_health"),
        (1, 180.0, "apple_health"),
        (2, 180.0, "self"),
        (3, 1.0, "apple_health"),
        (4, 180.0, "apple_health"),
    ]
    values = [
        exposure(day=DAY - timedelta(days=ago), value=value, source=source)
        for ago, value, source in told
    ]
    cups = exposure(day=DAY - timedelta(days=5), value=180.0, servings={"espresso": 2.0})
    quoting = episode(note='It said "day": "2026-03-01", and more.')
    journal = Journal((*values, cups, quoting), person.zone)
    import_journal(person=person, journal=journal, by="t", now=now)
    found = read_anew(person)
    assert isinstance(found, Journal)
    assert [(one.day, one.value, one.source) for one in found.of(DayExposure)] == [
        (date(2026, 3, 4), 180.0, "self"),
        (date(2026, 3, 5), 180.0, "apple_health"),
        (date(2026, 3, 6), 1.0, "apple_health"),
        (date(2026, 3, 7), 180.0, "self"),
        (date(2026, 3, 8), 180.0, "apple_health"),
        (date(2026, 3, 9), 180.0, "apple_health"),
    ]
    assert [dict(one.servings) for one in found.of(DayExposure)][:2] == [{"espresso": 2.0}, {}]
    assert len({one.id for one in found.entries}) == 7
    assert found.episodes[0].note == 'It said "day": "2026-03-01", and more.'


def test_a_journal_is_read_once_for_each_state(
    person: Person, now: datetime, django_assert_num_queries
) -> None:
    values = [exposure(day=DAY - timedelta(days=ago)) for ago in range(300)]
    import_journal(person=person, journal=Journal(tuple(values), person.zone), by="t", now=now)
    found = read_anew(person)
    with django_assert_num_queries(1):
        assert current_journal(person) is found


def test_a_day_that_no_entry_can_have_is_refused_as_ever(person: Person, now: datetime) -> None:
    for ago in (0, 1):
        log_entry(person=person, entry=exposure(day=DAY - timedelta(days=ago)), by="t", now=now)
    row = EntryRow.objects.filter(person=person).latest("stored_nth")
    row.payload["day"] = "1850-01-01"
    row.save(update_fields=["payload"])
    with pytest.raises(InvalidEntry):
        read_anew(person)
