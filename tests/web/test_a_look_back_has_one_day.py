"""Looking back on the steps: one day everywhere, and too few days say neither better nor worse."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from myolog.journal.records import ProgrammeEvent
from myolog.store.selectors import Person, journal_of, the_person
from myolog.store.services.journal import log_entries
from myolog.store.services.people import set_language, set_zone
from myolog.store.services.programme_start import start_programme
from myolog.triage.urgency import Urgency
from tests.integration.test_a_result_stays import browser, page, terminal
from tests.programme_days import answer_calmly, days_before, told

pytestmark = pytest.mark.django_db

BEGAN = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
CANNOT_TELL = "Ob es besser geworden ist, lässt sich nicht sagen."


@pytest.fixture
def person(db: None) -> Person:
    """Give a person in Berlin who began the steps on Monday 30 November and noted no more."""
    person = set_zone(person=the_person(), zone="Europe/Berlin", by="test")
    set_language(person=person, language="de", by="test")
    with time_machine.travel(BEGAN):
        entries = [*told(BEGAN.date()), *days_before(BEGAN.date(), 4)]
        log_entries(person=person, entries=entries, by="test", now=BEGAN)
        answer_calmly(person, BEGAN)
        start_programme(person=person, by="test", now=BEGAN, compare=False)
    return person


def kept(person: Person) -> list[str]:
    of_steps = journal_of(person).of(ProgrammeEvent)
    return [one.day.isoformat() for one in of_steps if one.event == "verdict"]


def test_page_journal_and_entry_name_the_same_days(person: Person) -> None:
    with time_machine.travel(BEGAN + timedelta(days=1)):
        announced = "Wir blicken am Montag, 21. Dezember zurück und noch einmal am Montag, 28."
        assert announced in page(browser(person), "/programme/review/")
    with time_machine.travel(BEGAN + timedelta(days=20)):
        page(browser(person), "/")
        assert kept(person) == []
    for days in (22, 29):
        with time_machine.travel(BEGAN + timedelta(days=days)):
            page(browser(person), "/")
    assert kept(person) == ["2026-12-21", "2026-12-28"]


def test_too_few_days_are_not_called_not_better_nor_noted_by_the_person(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    with time_machine.travel(BEGAN + timedelta(days=29)):
        client = browser(person)
        assert "Zu wenige Tage" in page(client, "/programme/review/")
        found = page(client, "/result/")
        assert CANNOT_TELL in found
        typed = terminal(monkeypatch, "--language", "de", "check", "--last")
        assert CANNOT_TELL in typed
        for text in (found, typed):
            assert "sehen wir nicht" not in text
            assert "haben Sie nach diesem Ergebnis eingetragen" not in text
        levels = client.get("/result/").content.decode()
        assert f'data-level="{Urgency.ROUTINE.name}"' in levels
