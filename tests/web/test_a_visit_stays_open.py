"""An open visit stays on Today and on the result page after its result has expired."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from myolog.store.selectors import Person, the_person
from myolog.store.services.care import record_answers
from myolog.store.services.journal import log_entry
from myolog.store.services.people import set_language, set_zone
from tests import factories as make
from tests.integration.test_a_result_stays import CALM, browser, page, terminal

pytestmark = pytest.mark.django_db

BEGAN = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
AGAIN = "Bitte machen Sie den Check noch einmal"
NEEDED = "Der Termin ist weiter nötig."
OPEN = "Offen. Bis Montag, 28. Dezember 2026."
LATE = (
    "Noch offen. Der letzte Tag war Montag, 28. Dezember 2026. "
    "Es ist nicht zu spät. Bitte machen Sie jetzt einen Termin aus."
)


def on(day: int, hour: int = 9) -> datetime:
    """Return a morning in December."""
    return datetime(2026, 12, day, hour, 0, tzinfo=UTC)


@pytest.fixture
def person(db: None) -> Person:
    """Give a person in Berlin who reads German."""
    person = set_zone(person=the_person(), zone="Europe/Berlin", by="test")
    set_language(person=person, language="de", by="test")
    return person


def routine(person: Person) -> None:
    with time_machine.travel(BEGAN):
        record_answers(person=person, answers=CALM | {"run_days": 20}, by="test")


@pytest.mark.parametrize(("day", "state"), [(15, OPEN), (21, OPEN), (28, OPEN), (29, LATE)])
def test_a_normal_visit_is_said_on_every_day_until_it_is_told_what_became_of_it(
    person: Person, monkeypatch: pytest.MonkeyPatch, day: int, state: str
) -> None:
    routine(person)
    with time_machine.travel(on(day)):
        client = browser(person)
        shown = page(client, "/")
        assert f"{NEEDED} {state}" in shown
        assert AGAIN in shown
        assert shown.count(state) == 1
        assert f"{NEEDED} {state}" in page(client, "/result/")
        assert f"{NEEDED} {state}" in terminal(monkeypatch, "--language", "de", "check", "--last")
        assert state in terminal(monkeypatch, "--language", "de", "visit")


def test_it_goes_from_the_list_once_it_is_booked_or_put_off_and_is_said_all_the_same(
    person: Person,
) -> None:
    routine(person)
    with time_machine.travel(on(15)):
        client = browser(person)
        wait = make.visit(event="later", day=on(15).date(), on=date(2026, 12, 20), by="")
        log_entry(person=person, entry=wait, by="test")
        shown = page(client, "/")
        assert NEEDED not in shown
        assert OPEN in shown
        booked = make.visit(day=on(15).date(), on=date(2026, 12, 22), by="family_doctor")
        log_entry(person=person, entry=booked, by="test")
        shown = page(client, "/")
        assert NEEDED not in shown
        assert "Termin am Dienstag, 22. Dezember 2026." in shown
    with time_machine.travel(on(24)):
        shown = page(browser(person), "/")
        assert f"{NEEDED} Am Dienstag, 22. Dezember 2026 hatten Sie einen Termin." in shown
        seen = make.examination(day=date(2026, 12, 22), what="visit", by="family_doctor")
        log_entry(person=person, entry=seen, by="test")
        client = browser(person)
        assert NEEDED not in page(client, "/")
        assert NEEDED not in page(client, "/result/")


def test_a_new_check_that_was_not_finished_takes_no_visit_back(person: Person) -> None:
    routine(person)
    with time_machine.travel(on(15)):
        record_answers(person=person, answers={"run_days": 3}, by="test")
        assert f"{NEEDED} {OPEN}" in page(browser(person), "/")


def test_what_is_graver_is_called_overdue_once_a_week_and_stands_there_in_between(
    person: Person,
) -> None:
    with time_machine.travel(BEGAN):
        record_answers(person=person, answers=CALM | {"weakness": "functional"}, by="test")
    late = "sagte, dass Sie sich bis Montag, 21. Dezember 2026 untersuchen lassen sollten"
    still = f"{NEEDED} Noch offen. Der letzte Tag war Montag, 21. Dezember 2026."
    for day, said, quiet in ((20, f"{NEEDED} Offen. Bis Montag, 21.", late), (22, late, NEEDED),
                             (23, still, late), (29, late, NEEDED)):  # fmt: skip
        with time_machine.travel(on(day)):
            client = browser(person)
            shown = page(client, "/")
            assert said in shown
            assert quiet not in shown
    assert still in page_on(person, 29, "/result/")


def page_on(person: Person, day: int, address: str) -> str:
    with time_machine.travel(on(day) + timedelta(hours=1)):
        return page(browser(person), address)
