"""One day of the journal tells every result of that day, in the page, the month and a terminal."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from myolog.journal.model import Journal
from myolog.store.selectors import Person, levels_told, the_person
from myolog.store.services.care import current_result, record_answers
from myolog.store.services.imports import import_journal
from myolog.store.services.journal import log_entry
from myolog.store.services.people import set_zone
from tests import factories as make
from tests.integration.test_a_result_stays import CALM, browser, page, terminal

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 3, 11, 8, 0, tzinfo=UTC)
NOON = MORNING + timedelta(hours=4)
HEADING = "The results of this day, in order"


@pytest.fixture
def person(db: None) -> Person:
    """Give a person in Dublin with a calm result of the morning."""
    person = set_zone(person=the_person(), zone="Europe/Dublin", by="test")
    with time_machine.travel(MORNING):
        record_answers(person=person, answers=CALM, by="test")
    return person


def test_a_rise_on_the_day_of_the_check_stands_below_its_result(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    with time_machine.travel(NOON):
        client = browser(person)
        for address in ("/journal/2026-03-11/", "/calendar/?day=2026-03-11"):
            assert HEADING not in page(client, address)
        fails = make.tasks(day=date(2026, 3, 11), answers={"jar": "cannot"})
        log_entry(person=person, entry=fails, by="test")
        current_result(person=person, by="test")
        order = (
            "Keep watch at home for now",
            "Your first check.",
            "Be seen within 2 to 3 weeks",
            "What was noted since changed it, before a new check was finished.",
            "New: You have become weaker, or something you do has become hard or no longer works.",
        )
        assert HEADING in page(client, "/calendar/?day=2026-03-11")
        _, _, shown = page(client, "/journal/2026-03-11/").partition(HEADING)
        places = [shown.find(part) for part in order]
        assert -1 not in places
        assert places == sorted(places)
        shown = " ".join(terminal(monkeypatch, "journal", "--from", "2026-03-11").split())
        places = [shown.find(part) for part in order]
        assert -1 not in places
        assert places == sorted(places)
        assert order[3] not in terminal(monkeypatch, "journal", "--find", "check")


def test_a_check_taken_in_from_a_file_has_its_result_also_where_it_asks_for_more(
    person: Person,
) -> None:
    with time_machine.travel(NOON):
        told = make.answers(
            {**CALM, "weakness": "functional"}, at=NOON - timedelta(hours=1), zone=person.zone
        )
        import_journal(person=person, journal=Journal((told,), person.zone), by="test")
        assert sorted(levels_told(person).values()) == ["SELF_CARE", "SOON"]
