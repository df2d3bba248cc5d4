"""Undo is the state before, whole: what left comes back, and what came leaves."""

from datetime import date, datetime, timedelta
from importlib import import_module

import pytest
from django.apps import apps

from myolog.errors import Conflict, NotFound
from myolog.journal.entries import NoneToday
from myolog.journal.model import Journal
from myolog.store.models import EntryRow
from myolog.store.rows import row_of
from myolog.store.selectors import Person, journal_of, known_entry
from myolog.store.services.corrections import correct_entry
from myolog.store.services.imports import import_journal
from myolog.store.services.journal import (
    delete_entry,
    log_entries,
    log_entry,
    restore_entry,
    store_episode,
)
from myolog.store.services.undoing import undo, undo_last
from tests.factories import AT, DAY, episode, exposure, none_today, tally, window

pytestmark = pytest.mark.store
MINUTE = timedelta(minutes=1)


def kinds(person: Person) -> list[tuple[str, date]]:
    return [(entry.kind, entry.day) for entry in journal_of(person).entries]


def test_a_slip_taken_back_brings_back_the_none_it_had_replaced(
    person: Person, now: datetime
) -> None:
    log_entry(person=person, entry=none_today(), by="t", now=now)
    slip = store_episode(person=person, episode=episode(), by="t", now=now + MINUTE).episode
    assert kinds(person) == [("episode", DAY)]
    undone = undo(person=person, id=str(slip.id), by="t", now=now + 2 * MINUTE)
    assert [entry.id for entry in undone.gone] == [slip.id]
    assert kinds(person) == [("none_today", DAY)]
    with pytest.raises(NotFound, match="taken back already"):
        undo(person=person, id=str(slip.id), by="t", now=now + 3 * MINUTE)
    assert kinds(person) == [("none_today", DAY)]


def test_an_entry_moved_to_another_day_leaves_no_none_beside_it(
    person: Person, now: datetime
) -> None:
    before = DAY - timedelta(days=1)
    log_entries(person=person, entries=[none_today(), none_today(day=before)], by="t", now=now)
    first = store_episode(person=person, episode=episode(), by="t", now=now + MINUTE).episode
    moved = episode(started_at=AT - timedelta(days=1))
    then = correct_entry(person=person, id=str(first.id), entry=moved, by="t", now=now + 2 * MINUTE)
    assert kinds(person) == [("episode", before), ("none_today", DAY)]
    exported = journal_of(person)
    EntryRow.objects.filter(person=person).delete()
    taken = import_journal(person=person, journal=exported, by="t", now=now + 3 * MINUTE)
    assert (taken.added, taken.differing) == (2, 0)
    assert kinds(person) == [("episode", before), ("none_today", DAY)]
    assert str(then.id) == journal_of(person).episodes[0].id


def test_an_edit_taken_back_is_the_entry_as_it_was(person: Person, now: datetime) -> None:
    log_entry(person=person, entry=none_today(), by="t", now=now)
    old = store_episode(
        person=person, episode=episode(started_at=AT - timedelta(days=1)), by="t", now=now
    ).episode
    new = correct_entry(
        person=person, id=str(old.id), entry=episode(note="x"), by="t", now=now + MINUTE
    )
    assert kinds(person) == [("episode", DAY)]
    undo(person=person, id=str(new.id), by="t", now=now + 2 * MINUTE)
    assert journal_of(person).episodes == (old,)
    assert [none.day for none in journal_of(person).of(NoneToday)] == [DAY]


def test_a_day_is_taken_back_whole_with_what_it_replaced(person: Person, now: datetime) -> None:
    log_entries(person=person, entries=[tally(count=137), exposure(value=160)], by="t", now=now)
    stored = log_entries(
        person=person, entries=[tally(amount="some"), exposure(code="stress", value=4)],
        by="t", now=now + MINUTE,
    )  # fmt: skip
    undo(person=person, id=str(stored[1].id), by="t", now=now + 2 * MINUTE)
    (held,) = journal_of(person).tallies
    assert held.count == 137
    assert journal_of(person).exposure_values[DAY] == {"caffeine": 160.0}


def test_what_was_changed_since_is_not_taken_back(person: Person, now: datetime) -> None:
    first = log_entries(
        person=person, entries=[tally(count=137), exposure(value=160)], by="t", now=now
    )
    log_entry(person=person, entry=exposure(value=90), by="t", now=now + MINUTE)
    with pytest.raises(Conflict, match="changed since"):
        undo(person=person, id=str(first[0].id), by="t", now=now + 2 * MINUTE)
    assert journal_of(person).exposure_values[DAY] == {"caffeine": 90.0}
    assert len(journal_of(person).tallies) == 1


def test_one_after_the_other_leads_back_to_the_beginning(person: Person, now: datetime) -> None:
    shown = [journal_of(person).entries]
    steps = (
        lambda at: log_entry(person=person, entry=none_today(), by="t", now=at),
        lambda at: store_episode(person=person, episode=episode(), by="t", now=at),
        lambda at: log_entry(person=person, entry=tally(count=3), by="t", now=at),
        lambda at: delete_entry(
            person=person, id=str(journal_of(person).episodes[0].id), by="t", now=at
        ),
        lambda at: log_entry(person=person, entry=tally(amount="none"), by="t", now=at),
    )
    for n, step in enumerate(steps):
        step(now + n * MINUTE)
        shown.append(journal_of(person).entries)
    assert [entry.kind for entry in shown[-1]] == ["none_today", "tally"]
    for n, before in enumerate(reversed(shown[:-1])):
        undo_last(person=person, by="t", now=now + (10 + n) * MINUTE)
        assert journal_of(person).entries == before
    with pytest.raises(NotFound):
        undo_last(person=person, by="t", now=now + 20 * MINUTE)


def test_a_look_that_felt_something_speaks_against_none(person: Person, now: datetime) -> None:
    log_entry(person=person, entry=none_today(), by="t", now=now)
    log_entry(person=person, entry=window(count=0), by="t", now=now)
    assert kinds(person) == [("none_today", DAY), ("window", DAY)]
    log_entry(person=person, entry=window(count=2), by="t", now=now)
    assert kinds(person) == [("window", DAY), ("window", DAY)]


def test_one_of_two_versions_is_never_brought_back_beside_the_other(
    person: Person, now: datetime
) -> None:
    first = store_episode(person=person, episode=episode(), by="t", now=now).episode
    export = journal_of(person)
    ids = [str(first.id)]
    for n in (1, 2):
        entry = episode(note=str(n))
        ids.append(str(correct_entry(person=person, id=ids[-1], entry=entry, by="t", now=now).id))
    found = import_journal(person=person, journal=export, by="t", now=now + MINUTE)
    assert (found.added, found.differing) == (0, 1)
    with pytest.raises(Conflict, match="put right since"):
        restore_entry(person=person, id=ids[0], by="t", now=now + MINUTE)
    assert [one.note for one in journal_of(person).episodes] == ["2"]
    for id in ids:
        held = known_entry(person, id).now
        assert held is not None
        assert held.id == ids[2]
    delete_entry(person=person, id=ids[2], by="t", now=now + MINUTE)
    assert known_entry(person, ids[0]).now is None


def test_what_a_file_brought_beside_none_of_its_place_is_there_again_after_undo(
    person: Person, now: datetime
) -> None:
    """A file is taken in as it is; a move and its undo leave it as it was."""
    file = Journal((episode(), tally(amount="none")), "UTC")
    import_journal(person=person, journal=file, by="t", now=now)
    both = [("episode", DAY), ("tally", DAY)]
    assert sorted(kinds(person)) == both
    twitch = journal_of(person).episodes[0]
    moved = episode(started_at=AT - timedelta(days=1))
    correct_entry(person=person, id=str(twitch.id), entry=moved, by="t", now=now + MINUTE)
    undo_last(person=person, by="t", now=now + 2 * MINUTE)
    assert sorted(kinds(person)) == both


@pytest.mark.parametrize("brought_back_by", ["undo", "restore"])
@pytest.mark.parametrize("older", ["none", "twitch"])
def test_what_was_brought_back_since_counts_as_later_however_old_it_is(
    older: str, brought_back_by: str, person: Person, now: datetime
) -> None:
    """The older of two that contradict each other comes back between a deletion and its undo.

    By the time they were written it was there before; it is in force since later all the same.
    """
    told = {"none": tally(amount="none"), "twitch": episode()}
    newer = "twitch" if older == "none" else "none"

    def at(minutes: int) -> datetime:
        return now + minutes * MINUTE

    first = str(log_entry(person=person, entry=told[older], by="t", now=now).id)
    delete_entry(person=person, id=first, by="t", now=at(1))
    second = str(log_entry(person=person, entry=told[newer], by="t", now=at(2)).id)
    delete_entry(person=person, id=second, by="t", now=at(3))
    if brought_back_by == "undo":
        undo(person=person, id=first, by="t", now=at(4))
    else:
        restore_entry(person=person, id=first, by="t", now=at(4))
    undo(person=person, id=second, by="t", now=at(5))
    assert kinds(person) == [("episode", DAY)]


def test_an_older_journal_that_contradicts_itself_is_put_right(
    person: Person, now: datetime
) -> None:
    kept = none_today(day=DAY - timedelta(days=1))
    for entry in (none_today(), episode(), kept, tally(day=kept.day, amount="none")):
        row_of(entry, person=person, now=now).save()
    migration = import_module("myolog.store.migrations.0008_overruled")
    migration.step_back(apps, None)
    assert [none.day for none in journal_of(person).of(NoneToday)] == [kept.day]
    twitch = journal_of(person).episodes[0]
    delete_entry(person=person, id=str(twitch.id), by="t", now=now + MINUTE)
    assert [none.day for none in journal_of(person).of(NoneToday)] == [kept.day, DAY]
