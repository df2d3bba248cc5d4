"""A zone that nobody chose is put right, and a day may end after midnight. Times by hand."""

import importlib
from datetime import UTC, date, datetime

import pytest
from django.apps import apps

from myolog.errors import InvalidEntry
from myolog.journal.checks import zone_of
from myolog.journal.entries import Episode, NoneToday
from myolog.journal.model import Journal
from myolog.journal.records import TriageAnswers
from myolog.store.models import AuditEvent, EntryRow
from myolog.store.selectors import Person, journal_of, the_person, today_in
from myolog.store.services import zones
from myolog.store.services.imports import import_journal
from myolog.store.services.journal import log_entries, log_episode
from myolog.store.services.people import set_zone
from myolog.store.services.undoing import undo_last
from tests.factories import none_today, tally

pytestmark = [pytest.mark.store, pytest.mark.django_db]


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.fixture
def nobody(db: None) -> Person:
    """Give a person of an earlier Myolog, whose zone was UTC on every computer."""
    person = the_person()
    person.zone, person.zone_from = "UTC", Person.ZoneFrom.UNKNOWN
    person.save()
    return person


def noted(person: Person, *moments: str) -> None:
    for text in moments:
        log_episode(person=person, site="calf", side="left", started_at=utc(text), by="t")


def stands(person: Person) -> list[str]:
    """Return the day and the clock of each episode, as the person reads them."""
    return [
        f"{one.day} {one.started_at.astimezone(zone_of(one.zone)):%m-%d %H:%M} {one.zone}"
        for one in journal_of(person).episodes
    ]


def test_evenings_and_mornings_in_tokyo_come_back_to_their_days(nobody: Person) -> None:
    noted(nobody, "2026-11-25 03:00", "2026-11-26 15:45", "2026-11-26 22:00")
    log_entries(person=nobody, entries=[none_today(day=date(2026, 11, 27))], by="t")
    log_entries(person=nobody, entries=[tally(day=date(2026, 11, 24))], by="t")
    assert zones.is_unchosen(nobody)
    found = zones.in_no_zone(nobody, zone="Asia/Tokyo")
    assert [one.changes_day for one in found] == [False, True, True]
    set_zone(person=nobody, zone="Asia/Tokyo", by="t")
    assert not zones.is_unchosen(nobody)
    assert stands(nobody)[0] == "2026-11-25 11-25 03:00 UTC"
    assert zones.set_right(person=nobody, zone="Asia/Tokyo", by="t") == 3
    assert stands(nobody) == [
        "2026-11-25 11-25 12:00 Asia/Tokyo",
        "2026-11-27 11-27 00:45 Asia/Tokyo",
        "2026-11-27 11-27 07:00 Asia/Tokyo",
    ]
    journal = journal_of(nobody)
    assert journal.of(NoneToday) == (), "it steps back from a day with twitches"
    assert [one.day for one in journal.tallies] == [date(2026, 11, 24)], "a date given stands"
    undo_last(person=nobody, by="t")
    assert stands(nobody)[1] == "2026-11-26 11-26 15:45 UTC"
    assert [one.day for one in journal_of(nobody).of(NoneToday)] == [date(2026, 11, 27)]


def test_what_was_noted_elsewhere_does_not_move(nobody: Person) -> None:
    log_episode(
        person=nobody, site="calf", started_at=utc("2026-11-26 23:30"), zone="Asia/Tokyo", by="t"
    )
    assert zones.in_no_zone(nobody, zone="America/New_York") == ()
    noted(nobody, "2026-11-27 02:30")
    assert zones.in_no_zone(nobody, zone="UTC") == ()
    zones.set_right(person=nobody, zone="America/New_York", by="t")
    assert stands(nobody) == [
        "2026-11-26 11-26 21:30 America/New_York",
        "2026-11-27 11-27 08:30 Asia/Tokyo",
    ]


@pytest.mark.parametrize(
    ("zone", "told", "zone_from"),
    [
        ("UTC", False, "unknown"),
        ("UTC", True, "person"),
        ("Europe/Berlin", False, "person"),
    ],
)
def test_an_earlier_journal_is_asked_unless_its_zone_was_set(
    nobody: Person, zone: str, told: bool, zone_from: str
) -> None:
    Person.objects.update(zone=zone)
    if told:
        AuditEvent.objects.create(person=nobody, at=datetime.now(UTC), by="t", action="set_zone")
    importlib.import_module("myolog.store.migrations.0007_who_told_the_zone").find_who_told(
        apps, None
    )
    assert the_person().zone_from == zone_from


def test_a_file_in_utc_is_asked_about_and_any_other_zone_is_taken(person: Person) -> None:
    import_journal(person=person, journal=Journal((), "UTC"), by="t")
    assert zones.is_unchosen(person)
    import_journal(person=person, journal=Journal((), "Asia/Tokyo"), by="t")
    assert the_person().zone == "Asia/Tokyo"
    assert not zones.is_unchosen(the_person())


# ---------------------------------------------------------------- my day ends at


def test_a_night_in_bed_counts_for_the_evening(person: Person, now: datetime) -> None:
    noted(person, "2026-03-08 23:30", "2026-03-09 02:59", "2026-03-09 03:00")  # 0:30, 3:59, 4:00
    log_entries(person=person, entries=[none_today(day=date(2026, 3, 8))], by="t")
    moved = zones.set_day_end(person=person, day_ends_hour=4, by="t")
    assert len(moved) == 2
    assert [one.day.day for one in journal_of(person).episodes] == [8, 8, 9]
    assert journal_of(person).of(NoneToday) == ()
    assert today_in(person, utc("2026-03-10 02:59")) == date(2026, 3, 9)
    assert today_in(person, utc("2026-03-10 03:00")) == date(2026, 3, 10)
    noted(person, "2026-03-10 00:10")
    assert journal_of(person).episodes[-1].day == date(2026, 3, 9)
    log_entries(
        person=person,
        entries=[TriageAnswers(at=utc("2026-03-10 01:00"), zone="Europe/Berlin", answers={"a": 1})],
        by="t",
    )
    assert journal_of(person).of(TriageAnswers)[0].day == date(2026, 3, 9)
    zones.set_day_end(person=person, day_ends_hour=0, by="t")
    assert [one.day.day for one in journal_of(person).episodes] == [9, 9, 9, 10]
    assert [one.day for one in journal_of(person).of(NoneToday)] == [date(2026, 3, 8)]


@pytest.mark.parametrize("hour", [-1, 7, True])
def test_a_day_ends_from_midnight_to_six(person: Person, hour: int) -> None:
    with pytest.raises(InvalidEntry, match="hour at which a day ends"):
        zones.set_day_end(person=person, day_ends_hour=hour, by="t")
    assert the_person().day_ends_hour == 0


def test_an_empty_journal_takes_the_end_of_days_from_a_file(person: Person) -> None:
    noted(person, "2026-03-09 00:30", "2026-03-09 12:00")
    zones.set_day_end(person=person, day_ends_hour=4, by="t")
    kept = journal_of(person)
    assert kept.day_ends_hour == 4
    EntryRow.objects.all().delete()
    Person.objects.update(day_ends_hour=0, zone="UTC")
    empty = the_person()
    import_journal(person=empty, journal=kept, by="t")
    assert journal_of(the_person()) == kept


def test_a_file_with_another_end_of_days_joins_on_the_days_of_the_journal(person: Person) -> None:
    noted(person, "2026-03-08 12:00")
    night = Episode(
        site="calf",
        started_at=utc("2026-03-09 00:30"),
        zone="Europe/Berlin",
        day=date(2026, 3, 8),
    )
    import_journal(person=person, journal=Journal((night,), "Europe/Berlin", 4), by="t")
    assert [one.day.day for one in journal_of(person).episodes] == [8, 9]
