"""An import stands in nobody's way: it is made ready first, and what others write then counts."""

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from myolog.journal.entries import Entry
from myolog.journal.model import Journal
from myolog.store.models import Person as PersonRow
from myolog.store.selectors import Person, journal_of
from myolog.store.services import imports
from myolog.store.services.corrections import correct_entry
from myolog.store.services.imports import import_journal
from myolog.store.services.journal import delete_entry, log_entry, store_episode
from myolog.store.services.zones import set_day_end
from myolog.store.wholeness import faults_in
from tests import forking
from tests.factories import AT, DAY, answers, episode, exposure, none_today, tally

pytestmark = pytest.mark.store


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], object]], None]:
    """Let another writer in after the journal was looked at and before it is locked."""

    def let_in(write: Callable[[], object]) -> None:
        look = imports._what_is_known

        def looked(*given: object, **more: object) -> object:
            found = look(*given, **more)  # type: ignore[arg-type]
            monkeypatch.setattr(imports, "_what_is_known", look)
            write()
            return found

        monkeypatch.setattr(imports, "_what_is_known", looked)

    return let_in


Meanwhile = Callable[[Callable[[], object]], None]


def taken_in(person: Person, now: datetime, *entries: Entry) -> tuple[int, int, int]:
    """Import entries; return how many were added, known and differing."""
    found = import_journal(person=person, journal=Journal(entries), by="t", now=now)
    return found.added, found.known, found.differing


def test_what_was_saved_meanwhile_stands(
    person: Person, now: datetime, meanwhile: Meanwhile
) -> None:
    log_entry(person=person, entry=exposure(code="stress", value=3), by="t", now=now)
    meanwhile(lambda: log_entry(person=person, entry=tally(amount="many"), by="t", now=now))
    file = (tally(amount="none"), tally(site="thigh", amount="some"))
    assert taken_in(person, now, *file) == (1, 0, 1)
    assert sorted((one.site, one.amount) for one in journal_of(person).tallies) == [
        ("calf", "many"),
        ("thigh", "some"),
    ]


def test_the_first_entry_ever_meanwhile_stands(
    person: Person, now: datetime, meanwhile: Meanwhile
) -> None:
    meanwhile(lambda: log_entry(person=person, entry=tally(amount="many"), by="t", now=now))
    assert taken_in(person, now, tally(amount="many"), exposure()) == (1, 1, 0)


def test_what_was_deleted_meanwhile_comes_back(
    person: Person, now: datetime, meanwhile: Meanwhile
) -> None:
    stored = log_entry(person=person, entry=tally(amount="many"), by="t", now=now)
    mine = journal_of(person).entries
    meanwhile(lambda: delete_entry(person=person, id=str(stored.id), by="t", now=now))
    assert taken_in(person, now, *mine) == (1, 0, 0)
    assert [one.amount for one in journal_of(person).tallies] == ["many"]


def test_what_was_put_right_meanwhile_is_not_undone(
    person: Person, now: datetime, meanwhile: Meanwhile
) -> None:
    stored = store_episode(person=person, episode=episode(), by="t", now=now).episode
    right = episode(side="right")
    meanwhile(lambda: correct_entry(person=person, id=str(stored.id), entry=right, by="t", now=now))
    assert taken_in(person, now, stored) == (0, 0, 1)
    assert [one.side for one in journal_of(person).episodes] == ["right"]


def test_a_twitch_noted_meanwhile_outweighs_none_today(
    person: Person, now: datetime, meanwhile: Meanwhile
) -> None:
    log_entry(person=person, entry=exposure(), by="t", now=now)
    meanwhile(lambda: store_episode(person=person, episode=episode(), by="t", now=now))
    assert taken_in(person, now, none_today(), none_today(day=DAY - timedelta(3))) == (1, 0, 1)


def test_an_end_of_days_chosen_meanwhile_counts(
    person: Person, now: datetime, meanwhile: Meanwhile
) -> None:
    log_entry(person=person, entry=exposure(), by="t", now=now)
    elsewhere = PersonRow.objects.get(id=person.id)
    meanwhile(lambda: set_day_end(person=elsewhere, day_ends_hour=4, by="t", now=now))
    at_night = AT.replace(hour=1, minute=30)  # 02:30 in Berlin
    assert taken_in(person, now, episode(started_at=at_night, day=DAY)) == (1, 0, 0)
    assert [one.day for one in journal_of(person).episodes] == [DAY - timedelta(1)]


def test_a_long_file_asks_no_more_than_a_short_one(person: Person, now: datetime) -> None:
    def asked(count: int, site: str) -> int:
        told = (episode(site=site, started_at=AT + timedelta(seconds=n)) for n in range(count))
        with CaptureQueriesContext(connection) as queries:
            assert taken_in(person, now, *told) == (count, 0, 0)
        return len(queries)

    log_entry(person=person, entry=exposure(), by="t", now=now)
    assert asked(400, "calf") <= asked(4, "thigh") + 2


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has its own checksums")
def test_rows_taken_in_are_sealed_and_numbered_in_their_order(
    person: Person, now: datetime
) -> None:
    note = "Wade \u00fc \u2028"
    told = (
        episode(note=note),
        exposure(),
        answers({"weakness": "none"}, at=now),
        none_today(day=DAY - timedelta(9)),
    )
    assert taken_in(person, now, *told) == (4, 0, 0)
    assert faults_in(connection.connection) == ()
    rows = person.entries.order_by("stored_nth").values_list("kind", flat=True)
    assert list(rows) == ["none_today", "exposure", "episode", "answers"]
    assert [one.note for one in journal_of(person).episodes] == [note]


def test_another_person_keeps_the_same_ids(person: Person, now: datetime) -> None:
    other = PersonRow.objects.create(zone="UTC", created_at=now + timedelta(days=1))
    theirs = store_episode(person=other, episode=episode(), by="t", now=now).episode
    assert taken_in(person, now, replace(theirs, note="mine")) == (1, 0, 0)
    assert journal_of(other).episodes == (theirs,)
    assert [one.note for one in journal_of(person).episodes] == ["mine"]


SAVING = """
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from myolog.store import start
start(Path(sys.argv[1]))
from myolog.journal.entries import Episode
from myolog.journal.model import Journal
from myolog.store.selectors import journal_of, the_person
from myolog.store.services.imports import import_journal
from myolog.store.services.journal import log_episode
from myolog.store.wholeness import faults_of

person = the_person()
now = datetime.now(UTC)
file = Journal(tuple(
    Episode(site="thigh", side="left", zone="UTC", started_at=now - timedelta(hours=1, minutes=n))
    for n in range(3000)
), "UTC")
saved = 0
with ThreadPoolExecutor() as other:
    taken = other.submit(import_journal, person=person, journal=file, by="file")
    while not taken.done():
        log_episode(person=person, site="calf", side="left", started_at=now, by="hand")
        saved += 1
assert taken.result().added == 3000 and saved > 0, (taken.result(), saved)
sites = [one.site for one in journal_of(person).episodes]
assert (sites.count("thigh"), sites.count("calf")) == (3000, saved), (len(sites), saved)
assert faults_of(Path(sys.argv[1]) / "journal.sqlite3") == ()
"""


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL lets many write at once")
def test_saves_during_an_import_are_answered_and_all_survive(tmp_path: Path) -> None:
    environment = {k: v for k, v in os.environ.items() if k != "MYOLOG_DATABASE_URL"}
    command = [sys.executable, "-c", SAVING, str(tmp_path / "data")]
    done = forking.run(command, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr
