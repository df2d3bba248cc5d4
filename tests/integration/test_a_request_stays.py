"""What asks for the check is said until the check is done or the reason has gone."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from myolog.store.selectors import Person, the_person
from myolog.store.services.care import record_answers
from myolog.store.services.journal import delete_entry, log_entry
from myolog.store.services.people import set_language, set_zone
from tests import factories as make
from tests.integration.test_a_result_stays import CALM, browser, page, terminal

pytestmark = pytest.mark.django_db

BEGAN = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
NEXT = "Please do the check next"
TASK = "A daily task has got harder."
SEEN = "You were seen on Thursday 3 December 2026."
GERMAN = {
    TASK: "Bitte machen Sie als Nächstes den Check Eine Aufgabe im Alltag fällt schwerer.",
    SEEN: "Sie wurden am Donnerstag, 3. Dezember 2026 untersucht. Der Check fragt",
}


@pytest.fixture
def person(db: None) -> Person:
    """Give a person in Berlin with a normal visit to book."""
    person = set_zone(person=the_person(), zone="Europe/Berlin", by="test")
    with time_machine.travel(BEGAN):
        record_answers(person=person, answers=CALM | {"run_days": 20}, by="test")
    return person


def after(days: float) -> time_machine.travel:
    return time_machine.travel(BEGAN + timedelta(days=days))


def harder(person: Person) -> str:
    look = make.tasks(day=datetime.now(UTC).date(), answers={"jar": "cannot"})
    return str(log_entry(person=person, entry=look, by="test").id)


def seen(person: Person) -> str:
    visit = make.examination(day=datetime.now(UTC).date(), what="visit", result="unknown")
    return str(log_entry(person=person, entry=visit, by="test").id)


@pytest.mark.parametrize(("tell", "says"), [(harder, TASK), (seen, SEEN)])
def test_it_is_said_every_day_in_page_and_terminal_until_the_check_is_done(
    person: Person, monkeypatch: pytest.MonkeyPatch, tell: Callable[[Person], str], says: str
) -> None:
    with after(1):
        assert NEXT not in page(browser(person), "/")
        assert NEXT not in terminal(monkeypatch, "visit")
    with after(3):
        tell(person)
    for day in (3, 9, 40):
        with after(day):
            shown = page(browser(person), "/")
            assert shown.count(says) == 1, day
            assert NEXT in shown
            assert says in terminal(monkeypatch, "visit")
    with after(9):
        said = terminal(monkeypatch, "log", "calf", "left")
        assert f"{NEXT}: myolog check {says}" in said
        set_language(person=person, language="de", by="test")
        assert GERMAN[says] in page(browser(person), "/")
        set_language(person=person, language="en", by="test")
    with after(10):
        record_answers(person=person, answers=CALM | {"weakness": "felt_only"}, by="test",
                       reasons={"weakness": "a new jar"})  # fmt: skip
        assert NEXT not in page(browser(person), "/")
        assert NEXT not in terminal(monkeypatch, "visit")


@pytest.mark.parametrize("tell", [harder, seen])
def test_it_goes_with_its_reason(person: Person, tell: Callable[[Person], str]) -> None:
    with after(3):
        id = tell(person)
        assert NEXT in page(browser(person), "/")
        delete_entry(person=person, id=id, by="test")
        assert NEXT not in page(browser(person), "/")


def test_that_the_result_has_risen_is_said_until_it_was_read(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    with after(3):
        said = terminal(monkeypatch, "day", "--task", "jar=cannot")
        assert "Your advice has changed today." in said
        assert said.count("Please do the check next") == 1
    with after(4):
        said = terminal(monkeypatch, "log", "calf", "left")
        assert "Your advice changed on 3 December." in said
        terminal(monkeypatch, "check", "--last")
        assert "advice has changed" not in terminal(monkeypatch, "log", "calf", "left")


def test_a_check_after_a_visit_is_not_counted_as_one_too_many(person: Person) -> None:
    for hour in range(2):
        with after(3 + hour / 24):
            record_answers(person=person, answers=CALM | {"run_days": 20}, by="test")
    with after(4):
        seen(person)
        record_answers(person=person, answers=CALM | {"run_days": 20}, by="test")
        assert "You have checked often this week" not in page(browser(person), "/result/")
    with after(5):
        record_answers(person=person, answers=CALM | {"run_days": 21}, by="test")
        assert "You have checked often this week" in page(browser(person), "/result/")
