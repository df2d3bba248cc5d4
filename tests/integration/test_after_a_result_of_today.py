"""After an emergency or same-day result: have you been seen, and why calm is not enough yet."""

import io
import sys
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from myolog.cli.main import main
from myolog.journal.model import Journal
from myolog.store.selectors import Person, the_person
from myolog.store.services.care import record_answers
from myolog.store.services.journal import log_entry
from myolog.store.services.people import set_country, set_zone
from myolog.triage.aftermath import not_seen_since, still_counts
from myolog.triage.assessment import decide
from myolog.triage.conversation import Conversation
from myolog.triage.history import Told
from tests import factories as make
from tests.integration.cli.conftest import Typing
from tests.integration.test_a_result_stays import CALM, browser, page, terminal

BEGAN = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
LEVELS = {
    "EMERGENCY": {"stroke_signs": True},
    "SAME_DAY": {"speech_swallow": "choking"},
    "URGENT": {"wasting": "yes"},
    "SELF_CARE": {},
}


def told(day: int, level: str) -> Told:
    found = decide(LEVELS[level])
    assert found.urgency is not None
    assert found.urgency.name == level
    return Told(day=date(2026, 3, day), assessment=found, has_risen=False)


def seen(*days: int, to_result: str = "after") -> Journal:
    visits = (
        make.examination(day=date(2026, 3, day), by="doctor", to_result=to_result) for day in days
    )
    return Journal(tuple(visits), make.ZONE)


@pytest.mark.parametrize(
    ("results", "visits", "asked"),
    [
        ((), (), None),
        (((10, "EMERGENCY"),), (), 10),
        (((10, "SAME_DAY"),), (9,), 10),
        (((10, "SAME_DAY"),), (10,), None),
        (((10, "URGENT"),), (), None),
        (((10, "EMERGENCY"), (11, "SELF_CARE")), (), None),
    ],
)
def test_it_is_asked_first_after_a_result_of_today_until_somebody_has_seen_the_person(
    results: tuple[tuple[int, str], ...], visits: tuple[int, ...], asked: int | None
) -> None:
    given = tuple(told(*one) for one in results)
    today = date(2026, 3, 20)
    found = not_seen_since(given, seen(*visits), today=today)
    assert (None if found is None else found.day.day) == asked
    conversation = Conversation(journal=seen(*visits), today=today, results=given)
    assert conversation.asks_whether_seen == found


@pytest.mark.parametrize(
    ("results", "visits", "after"),
    [
        ((), (), None),
        (((10, "EMERGENCY"),), (), None),
        (((10, "SELF_CARE"), (11, "SELF_CARE")), (), None),
        (((1, "SAME_DAY"), (15, "SELF_CARE")), (), (1, False)),
        (((1, "SAME_DAY"), (16, "SELF_CARE")), (), None),
        (((1, "EMERGENCY"), (2, "URGENT"), (5, "SELF_CARE")), (3,), (1, True)),
    ],
)
def test_a_calm_result_within_14_days_says_why_it_may_not_be_enough(
    results: tuple[tuple[int, str], ...],
    visits: tuple[int, ...],
    after: tuple[int, bool] | None,
) -> None:
    given = tuple(told(*one) for one in results)
    found = still_counts(given, seen(*visits), today=date(2026, 3, 31))
    assert (None if found is None else (found.told.day.day, found.seen)) == after


@pytest.fixture
def person(db: None) -> Person:
    """Give a person in Berlin who was sent to an emergency department."""
    person = set_zone(person=the_person(), zone="Europe/Berlin", by="test")
    set_country(person=person, country="DE", by="test")
    with time_machine.travel(BEGAN):
        record_answers(person=person, answers={"stroke_signs": True}, by="test")
    return person


QUESTION = "On Tuesday 10 March 2026 your result asked you to be seen at once."
UNSEEN = "Please do that first: call 112"
STILL = "on Tuesday 10 March 2026 your answers asked for emergency help at once, and no visit is"


def test_page_and_terminal_ask_the_same_first_and_bar_nothing(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    with time_machine.travel(BEGAN + timedelta(days=2)):
        client = browser(person)
        asked = page(client, "/check/")
        assert QUESTION in asked
        assert client.get("/check/?new=1&seen=yes").context["is_first"]
        assert UNSEEN in page(client, "/check/?new=1&seen=no")
        assert 'href="tel:112">112</a>. Signs that come and go' in (
            client.get("/check/?new=1&seen=no").content.decode()
        )
        monkeypatch.setattr("myolog.store.computer.computer_zone", lambda: "Europe/Berlin")
        shown = io.StringIO()
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", Typing("2\n1\n\n", shown))
            patch.setattr(sys, "stdout", shown)
            with pytest.raises(SystemExit):
                main(["check"])
    said = " ".join(shown.getvalue().split())
    assert said.index(QUESTION) < said.index(UNSEEN) < said.index("1/6")
    assert browser(person).post("/emergency/check/", {"tick": "sudden"}).status_code == 302


def test_once_a_visit_is_noted_it_is_not_asked(person: Person) -> None:
    with time_machine.travel(BEGAN + timedelta(days=2)):
        visit = make.examination(day=date(2026, 3, 11), what="visit", by="hospital")
        log_entry(person=person, entry=visit, by="test")
        assert QUESTION not in page(browser(person), "/check/")


def test_a_calm_check_two_days_later_says_why_everywhere(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    with time_machine.travel(BEGAN + timedelta(days=2)):
        record_answers(person=person, answers=CALM, by="test")
        client = browser(person)
        assert client.get("/api/v1/assessment").json()["not_seen_since"] == "2026-03-10"
        assert STILL in page(client, "/result/")
        assert STILL in terminal(monkeypatch, "check", "--last")
    with time_machine.travel(BEGAN + timedelta(days=15)):
        record_answers(person=person, answers=CALM, by="test")
        assert STILL not in page(browser(person), "/result/")


def test_after_thoughts_of_suicide_it_asks_for_help_and_not_for_an_examination(
    person: Person,
) -> None:
    with time_machine.travel(BEGAN + timedelta(days=1)):
        record_answers(person=person, answers=CALM | {"mood": "suicidal"}, by="test")
    with time_machine.travel(BEGAN + timedelta(days=2)):
        client = browser(person)
        assert "Have you had help since?" in page(client, "/check/")
        assert "If you might act on it, call 112" in page(client, "/check/?new=1&seen=no")
        record_answers(person=person, answers=CALM, by="test")
        assert "please stay in touch with those who help you" in page(client, "/result/")
