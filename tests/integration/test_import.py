"""Taking in a journal: twice is once, and nothing that stands is lost."""

import hashlib
import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import uuid5

import pytest
from hypothesis import HealthCheck, assume, given, settings

from myolog.errors import Conflict, InvalidEntry
from myolog.journal.codec import encode
from myolog.journal.entries import DayExposure, NoneToday
from myolog.journal.model import Journal
from myolog.store.models import EntryRow
from myolog.store.models import Person as PersonRow
from myolog.store.selectors import Person, journal_of, the_person
from myolog.store.services.corrections import correct_entry
from myolog.store.services.imports import Imported, import_journal
from myolog.store.services.journal import delete_entry, log_entry, restore_entry, store_episode
from tests import strategies
from tests.factories import AT, DAY, episode, exposure, none_today, plan, tally

pytestmark = pytest.mark.store
FAR = datetime.fromisoformat("2200-12-30T23:00:00+00:00")


def outcome(added: int = 0, known: int = 0, differing: int = 0) -> Imported:
    return Imported(added=added, known=known, differing=differing)


def content(journal: Journal) -> list[str]:
    rows = (encode(replace(entry, id=None)) for entry in journal.entries)
    return sorted(json.dumps(row, sort_keys=True) for row in rows)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(journal=strategies.journals)
def test_twice_is_once(person: Person, journal: Journal) -> None:
    EntryRow.objects.filter(person=person).delete()
    assume(journal.twitch_days.isdisjoint(none.day for none in journal.of(NoneToday)))
    first = import_journal(person=person, journal=journal, by="t", now=FAR)
    assert first == outcome(added=len(journal.entries))
    once = journal_of(person)
    again = import_journal(person=person, journal=journal, by="t", now=FAR)
    assert again == outcome(known=len(journal.entries))
    assert journal_of(person) == once
    assert content(once) == content(journal)


def test_its_own_export_adds_nothing(person: Person, now: datetime) -> None:
    store_episode(person=person, episode=episode(), by="t", now=now)
    log_entry(person=person, entry=tally(), by="t", now=now)
    mine = journal_of(person)
    assert import_journal(person=person, journal=mine, by="t", now=now) == outcome(known=2)
    assert journal_of(person) == mine


def test_an_empty_journal_takes_the_files_home_zone(person: Person, now: datetime) -> None:
    file = Journal((episode(),), "Asia/Tokyo")
    import_journal(person=person, journal=file, by="t", now=now)
    assert journal_of(the_person()).zone == "Asia/Tokyo"
    later = Journal((tally(),), "Europe/Paris")
    import_journal(person=person, journal=later, by="t", now=now)
    assert journal_of(the_person()).zone == "Asia/Tokyo"


def test_two_equal_bouts_without_ids_stay_two(person: Person, now: datetime) -> None:
    file = Journal((episode(), episode()))
    assert import_journal(person=person, journal=file, by="t", now=now) == outcome(added=2)
    assert import_journal(person=person, journal=file, by="t", now=now) == outcome(known=2)


def test_ids_of_another_program_are_known_again(person: Person, now: datetime) -> None:
    file = Journal((episode(id="ep-1"), tally(id="t-1")))
    assert import_journal(person=person, journal=file, by="t", now=now).added == 2
    assert import_journal(person=person, journal=file, by="t", now=now).known == 2


def test_what_the_journal_says_stands(person: Person, now: datetime) -> None:
    log_entry(person=person, entry=tally(amount="many"), by="t", now=now)
    file = Journal((tally(amount="none"), exposure(source="watch")))
    result = import_journal(person=person, journal=file, by="t", now=now)
    assert result == outcome(added=1, differing=1)
    assert journal_of(person).tallies[0].amount == "many"


def test_a_deleted_entry_comes_back_with_its_file(person: Person, now: datetime) -> None:
    stored = store_episode(person=person, episode=episode(), by="t", now=now).episode
    mine = journal_of(person)
    delete_entry(person=person, id=str(stored.id), by="t", now=now)
    assert import_journal(person=person, journal=mine, by="t", now=now) == outcome(added=1)
    assert journal_of(person) == mine


def test_an_entry_put_right_since_is_not_brought_back(person: Person, now: datetime) -> None:
    stored = store_episode(person=person, episode=episode(), by="t", now=now).episode
    before = journal_of(person)
    right = episode(side="right")
    correct_entry(person=person, id=str(stored.id), entry=right, by="t", now=now)
    assert import_journal(person=person, journal=before, by="t", now=now) == outcome(differing=1)
    assert [entry.side for entry in journal_of(person).episodes] == ["right"]
    with pytest.raises(Conflict, match="put right since"):
        restore_entry(person=person, id=str(stored.id), by="t", now=now)


def test_none_today_gives_way_to_twitches_of_the_file(person: Person, now: datetime) -> None:
    log_entry(person=person, entry=none_today(), by="t", now=now)
    file = Journal((episode(), none_today(day=DAY - timedelta(1))))
    assert import_journal(person=person, journal=file, by="t", now=now).added == 2
    assert {entry.kind for entry in journal_of(person).entries} == {"episode", "none_today"}
    both = Journal((none_today(),))
    assert import_journal(person=person, journal=both, by="t", now=now) == outcome(differing=1)


def test_what_a_wrong_clock_dated_ahead_comes_in_and_is_counted(
    person: Person, now: datetime
) -> None:
    file = Journal((episode(), episode(started_at=AT + timedelta(days=366)), plan()))
    first = import_journal(person=person, journal=file, by="t", now=now)
    assert (first.added, first.n_ahead) == (3, 1)
    assert content(journal_of(person)) == content(file)
    again = import_journal(person=person, journal=file, by="t", now=now)
    assert (again.added, again.known, again.n_ahead) == (0, 3, 1)
    with pytest.raises(InvalidEntry, match="in the future"):
        log_entry(person=person, entry=none_today(day=DAY + timedelta(days=366)), by="t", now=now)


def test_another_persons_ids_are_left_alone(person: Person, now: datetime) -> None:
    other = PersonRow.objects.create(zone="UTC", created_at=now + timedelta(days=1))
    theirs = store_episode(person=other, episode=episode(), by="t", now=now).episode
    file = Journal((theirs,))
    assert import_journal(person=person, journal=file, by="t", now=now) == outcome(added=1)
    assert import_journal(person=person, journal=file, by="t", now=now) == outcome(known=1)
    assert journal_of(other).episodes == (theirs,)


def test_other_words_under_a_known_id_are_told_apart(person: Person, now: datetime) -> None:
    stored = store_episode(person=person, episode=episode(), by="t", now=now).episode
    file = Journal((replace(stored, note="edited in the file"),))
    assert import_journal(person=person, journal=file, by="t", now=now) == outcome(differing=1)
    delete_entry(person=person, id=str(stored.id), by="t", now=now)
    assert import_journal(person=person, journal=file, by="t", now=now) == outcome(differing=1)
    assert journal_of(person).episodes == ()


def test_two_spellings_of_one_id_are_two_entries(person: Person, now: datetime) -> None:
    id = "0198c2f0-0000-7000-8000-00000000abcd"
    file = Journal((episode(id=id), episode(id=id.upper(), side="right")))
    assert import_journal(person=person, journal=file, by="t", now=now) == outcome(added=2)
    assert import_journal(person=person, journal=file, by="t", now=now) == outcome(known=2)


def test_keys_stay_those_by_which_a_file_was_known_before(person: Person, now: datetime) -> None:
    def stress(day: date) -> DayExposure:
        return exposure(day=day, code="stress", value=3)

    file = Journal((stress(day=DAY), stress(day=DAY - timedelta(1))))
    import_journal(person=person, journal=file, by="t", now=now)
    payloads = [
        '{"code": "stress", "day": "2026-03-08", "kind": "exposure", "value": 3.0}',
        '{"code": "stress", "day": "2026-03-09", "kind": "exposure", "value": 3.0}',
    ]
    names = [f"{hashlib.sha256(one.encode()).hexdigest()}/0" for one in payloads]
    rows = EntryRow.objects.filter(person=person).order_by("day")
    assert [row.id for row in rows] == [uuid5(person.id, name) for name in names]
    assert [row.payload["day"] for row in rows] == ["2026-03-08", "2026-03-09"]


def test_nothing_is_written_before_what_must_come_first(person: Person, now: datetime) -> None:
    seen: list[int] = []

    def fail() -> None:
        seen.append(EntryRow.objects.filter(person=person).count())
        raise Conflict("The backup cannot be made. Make room.")

    with pytest.raises(Conflict, match="backup"):
        import_journal(person=person, journal=Journal((episode(),)), by="t", now=now, first=fail)
    assert seen == [0]
    assert not EntryRow.objects.filter(person=person).exists()
    taken = import_journal(
        person=person,
        journal=Journal((episode(),)),
        by="t",
        now=now,
        first=lambda: seen.append(EntryRow.objects.filter(person=person).count()),
    )
    assert (taken.added, seen) == (1, [0, 0])
