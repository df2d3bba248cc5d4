"""Logging: what is stored, what replaces what, and what is refused."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from myolog.errors import Conflict, InvalidEntry, InvalidEpisode, NotFound, UnknownSite, UserError
from myolog.journal.entries import Entry
from myolog.store.models import AuditEvent, EntryRow
from myolog.store.paging import episodes_page
from myolog.store.rows import row_of
from myolog.store.selectors import (
    Person,
    entries_of_day,
    entry_with_id,
    has_entries,
    journal_of,
    newest_entry,
)
from myolog.store.services.journal import (
    Seen,
    delete_entry,
    log_entries,
    log_entry,
    log_episode,
    restore_entry,
    store_episode,
)
from tests.factories import AT, DAY, episode, exposure, medicine, none_today, tally

pytestmark = pytest.mark.store


def test_an_episode_is_kept_with_an_audit_event(person: Person, now: datetime) -> None:
    logged = log_episode(
        person=person,
        site="calf",
        side="left",
        started_at=AT,
        duration_s=30,
        suspected=["caffeine", "a bad chair"],
        note="<b>",
        by="cli",
        now=now,
    )
    assert logged.created
    assert logged.episode.zone == "Europe/Berlin"
    assert journal_of(person).entries == (logged.episode,)
    assert newest_entry(person) == logged.episode
    assert entries_of_day(person, DAY) == (logged.episode,)
    (event,) = AuditEvent.objects.filter(person=person, action="log_episode")
    assert (event.by, str(event.entry)) == ("cli", logged.episode.id)


def test_the_same_key_and_content_store_once(person: Person, now: datetime) -> None:
    first = store_episode(person=person, episode=episode(), by="t", idempotency_key="k", now=now)
    again = store_episode(person=person, episode=episode(), by="t", idempotency_key="k", now=now)
    assert (first.created, again.created) == (True, False)
    assert again.episode == first.episode
    assert len(journal_of(person).episodes) == 1
    with pytest.raises(Conflict, match="sent before with other content"):
        store_episode(
            person=person, episode=episode(side="right"), by="t", idempotency_key="k", now=now
        )
    assert len(journal_of(person).episodes) == 1


def test_a_form_sent_twice_stores_once(person: Person, now: datetime) -> None:
    given = (medicine(), exposure())
    first = log_entries(person=person, entries=given, by="t", idempotency_key="f", now=now)
    again = log_entries(person=person, entries=given, by="t", idempotency_key="f", now=now)
    assert first == again
    assert len(journal_of(person).entries) == 2


@pytest.mark.parametrize("key", ["", "k" * 201, "a\x00b"])
def test_an_unusable_key_is_refused(person: Person, now: datetime, key: str) -> None:
    with pytest.raises(InvalidEntry, match="Idempotency-Key"):
        store_episode(person=person, episode=episode(), by="t", idempotency_key=key, now=now)


def test_a_later_word_revises_the_earlier_one(person: Person, now: datetime) -> None:
    log_entry(person=person, entry=tally(amount="some"), by="t", now=now)
    log_entry(person=person, entry=tally(amount="many"), by="t", now=now)
    (held,) = journal_of(person).tallies
    assert held.amount == "many"
    old, new = EntryRow.objects.filter(person=person).order_by("id")
    assert (old.retired_at, new.revises) == (now, old)
    assert old.payload["amount"] == "some"


def test_saying_the_same_again_writes_nothing(person: Person, now: datetime) -> None:
    first = log_entry(person=person, entry=tally(), by="t", now=now)
    assert log_entry(person=person, entry=tally(), by="t", now=now) == first
    assert EntryRow.objects.filter(person=person).count() == 1


def test_a_twitch_withdraws_none_today(person: Person, now: datetime) -> None:
    log_entry(person=person, entry=none_today(), by="t", now=now)
    store_episode(person=person, episode=episode(), by="t", now=now)
    assert journal_of(person).entries == journal_of(person).episodes


def test_none_today_is_refused_on_a_day_with_twitches(person: Person, now: datetime) -> None:
    store_episode(person=person, episode=episode(), by="t", now=now)
    with pytest.raises(InvalidEntry, match="Twitches are noted for 2026-03-09"):
        log_entry(person=person, entry=none_today(), by="t", now=now)
    log_entry(person=person, entry=tally(day=DAY - timedelta(1), amount="none"), by="t", now=now)
    log_entry(person=person, entry=none_today(day=DAY - timedelta(1)), by="t", now=now)
    assert len(journal_of(person).entries) == 3


def test_a_typed_value_and_an_imported_one_stand_side_by_side(
    person: Person, now: datetime
) -> None:
    log_entry(person=person, entry=exposure(value=100.0), by="t", now=now)
    log_entry(person=person, entry=exposure(value=90.0, source="watch"), by="t", now=now)
    journal = journal_of(person)
    assert len(journal.entries) == 2
    assert journal.exposure_values[DAY]["caffeine"] == 100.0


@pytest.mark.parametrize(
    ("over", "error"),
    [
        ({"started_at": AT + timedelta(days=2)}, InvalidEntry),
        ({"started_at": AT.replace(tzinfo=None)}, InvalidEntry),
        ({"started_at": datetime(1899, 1, 1, tzinfo=UTC)}, InvalidEntry),
        ({"duration_s": -3}, InvalidEpisode),
        ({"duration_s": 86_401}, InvalidEpisode),
        ({"site": "soul"}, UnknownSite),
        ({"note": "x" * 100_000}, InvalidEntry),
        ({"note": "\x00"}, InvalidEntry),
        ({"note": "\ud800"}, InvalidEntry),
        ({"zone": "Mars/Olympus"}, InvalidEntry),
    ],
)
def test_what_cannot_be_true_is_refused_and_nothing_is_stored(
    person: Person, now: datetime, over: dict[str, object], error: type[UserError]
) -> None:
    given = {"site": "calf", "side": "left", "started_at": AT, "by": "t", "now": now}
    with pytest.raises(error):
        log_episode(person=person, **given | over)
    assert not has_entries(person)
    assert not AuditEvent.objects.filter(person=person, action="log_episode").exists()


def test_a_day_is_stored_whole_or_not_at_all(person: Person, now: datetime) -> None:
    with pytest.raises(InvalidEntry):
        log_entries(
            person=person, entries=[tally(), exposure(day=DAY + timedelta(9))], by="t", now=now
        )
    with pytest.raises(InvalidEntry, match="given twice"):
        log_entries(person=person, entries=[tally(), tally(amount="many")], by="t", now=now)
    with pytest.raises(InvalidEntry, match="twitches and none"):
        log_entries(person=person, entries=[tally(), none_today()], by="t", now=now)
    assert not has_entries(person)


def test_deleting_can_be_undone(person: Person, now: datetime) -> None:
    stored = store_episode(person=person, episode=episode(), by="t", now=now).episode
    assert stored.id is not None
    delete_entry(person=person, id=stored.id, by="t", now=now)
    assert not has_entries(person)
    with pytest.raises(NotFound):
        delete_entry(person=person, id=stored.id, by="t", now=now)
    with pytest.raises(NotFound):
        entry_with_id(person, stored.id)
    assert restore_entry(person=person, id=stored.id, by="t", now=now) == stored
    assert entry_with_id(person, stored.id) == stored
    with pytest.raises(NotFound):
        restore_entry(person=person, id=stored.id, by="t", now=now)


def test_undo_gives_way_to_what_is_newer(person: Person, now: datetime) -> None:
    old = log_entry(person=person, entry=tally(), by="t", now=now)
    delete_entry(person=person, id=str(old.id), by="t", now=now)
    log_entry(person=person, entry=tally(amount="many"), by="t", now=now)
    with pytest.raises(Conflict, match="Something newer"):
        restore_entry(person=person, id=str(old.id), by="t", now=now)


@pytest.mark.parametrize("id", ["", "no-such", "00000000-0000-7000-8000-000000000000"])
def test_an_unknown_id_is_not_found(person: Person, now: datetime, id: str) -> None:
    for act in (delete_entry, restore_entry):
        with pytest.raises(NotFound):
            act(person=person, id=id, by="t", now=now)
    with pytest.raises(NotFound):
        entry_with_id(person, id)


def test_pages_of_episodes_are_whole_and_newest_first(person: Person, now: datetime) -> None:
    for minute in (3, 1, 2, 2, 5):
        begun = AT + timedelta(minutes=minute)
        store_episode(person=person, episode=episode(started_at=begun), by="t", now=now)
    seen, before = [], None
    while True:
        page = episodes_page(person, limit=2, cursor=before, now=now)
        seen += page.episodes
        before = page.next_cursor
        if before is None:
            break
    assert [e.started_at.minute - AT.minute for e in seen] == [5, 3, 2, 2, 1]
    assert len({e.id for e in seen}) == 5
    with pytest.raises(InvalidEntry):
        episodes_page(person, limit=2, cursor="no-such", now=now)


def test_the_database_itself_refuses_two_in_one_slot(person: Person, now: datetime) -> None:
    row_of(tally(), person=person, now=now).save()
    with pytest.raises(IntegrityError), transaction.atomic():
        row_of(tally(amount="many"), person=person, now=now).save()
    broken = row_of(episode(), person=person, now=now)
    broken.at = None
    with pytest.raises(IntegrityError), transaction.atomic():
        broken.save()
    strange = row_of(tally(day=DAY - timedelta(3)), person=person, now=now)
    strange.kind = "mood"
    with pytest.raises(IntegrityError), transaction.atomic():
        strange.save()


@pytest.mark.parametrize("twitch", [tally(), episode()])
@pytest.mark.parametrize("unconnected", [False, True])
def test_twitches_and_none_in_one_write_are_refused_whole(
    person: Person, now: datetime, twitch: Entry, unconnected: bool
) -> None:
    seen = Seen(at=now - timedelta(hours=1)) if unconnected else None
    for both in ((none_today(), twitch), (twitch, none_today())):
        with pytest.raises(InvalidEntry) as refused:
            log_entries(person=person, entries=both, by="t", seen=seen, now=now)
        assert refused.value.code == "day_has_twitches"
        assert not EntryRow.objects.exists()
        assert not AuditEvent.objects.filter(action="log").exists()


def test_none_of_one_day_goes_with_a_twitch_of_another(person: Person, now: datetime) -> None:
    log_entries(
        person=person,
        entries=(none_today(day=DAY - timedelta(days=1)), tally(), tally(site="thigh", count=0)),
        by="t",
        now=now,
    )
    assert EntryRow.objects.filter(retired_at__isnull=True).count() == 3
