"""A result stays as it was said that day, and every shell shows the same one."""

import json
import re
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.test import Client

from myolog.cli.main import main
from myolog.store.models import AssessmentRow
from myolog.store.selectors import Person, journal_of, latest_assessment, the_person
from myolog.store.services import access
from myolog.store.services.care import catch_up, current_result, mark_seen, record_answers
from myolog.store.services.journal import delete_entry, log_entries, log_entry
from myolog.store.services.people import set_language, set_zone
from myolog.store.services.whose import tell_whose
from myolog.triage.answers import INPUTS
from myolog.triage.urgency import Urgency
from tests import factories as make

pytestmark = pytest.mark.store

BEGAN = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
CALM = {
    name: question.default
    for name, question in INPUTS.items()
    if not question.mitigating and "asked" in question.origin
} | {"run_days": 3}


@pytest.fixture
def at(db: None) -> Callable[[float], datetime]:
    """Give a function that says the time so many days after the first morning."""
    return lambda days: BEGAN + timedelta(days=days)


@pytest.fixture
def person(db: None) -> Person:
    """Give a person in Berlin, whose left calf twitches and who has done the check."""
    with time_machine.travel(BEGAN - timedelta(hours=2)):
        person = set_zone(person=the_person(), zone="Europe/Berlin", by="test")
        calf = make.tally(day=BEGAN.date(), site="calf", side="left")
        log_entry(person=person, entry=calf, by="test")
    with time_machine.travel(BEGAN):
        record_answers(person=person, answers=CALM | {"trend": "worsening"}, by="test")
    return person


def browser(person: Person) -> Client:
    client = Client(headers={"host": "localhost"})
    client.get(f"/open/{access.new_launch_token(person=person, now=datetime.now(UTC))}/")
    return client


def page(client: Client, address: str) -> str:
    found = BeautifulSoup(client.get(address).content, "html.parser").main
    assert found is not None
    return " ".join(found.get_text(" ").split())


def terminal(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> str:
    shown = StringIO()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", shown)
        with pytest.raises(SystemExit):
            main(arguments)
    return " ".join(shown.getvalue().split())


def thigh(person: Person, day: datetime) -> str:
    entry = make.tally(day=day.date(), site="thigh", side="right")
    return str(log_entry(person=person, entry=entry, by="test").id)


@pytest.mark.parametrize(
    ("language", "title", "sentence"),
    [
        (
            "en",
            "Since then",
            "It has also twitched in your right thigh, first noted for 12 March.",
        ),
        (
            "de",
            "Seitdem",
            "Es hat auch hier gezuckt: Oberschenkel rechts, zuerst eingetragen für den 12. März.",
        ),
    ],
)
def test_what_was_noted_later_stands_apart_from_the_result(
    language: str, title: str, sentence: str, person: Person, at,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    set_language(person=person, language=language, by="test")
    with time_machine.travel(at(1)):
        before = page(browser(person), "/result/")
    assert title not in before
    with time_machine.travel(at(2)):
        thigh(person, at(2))
        after = page(browser(person), "/result/")
        said = terminal(monkeypatch, "check", "--last")
    for text in (after, said):
        assert sentence in text
        assert title in text
    without = re.sub(rf"{title}.*?(Why|Warum)", r"\1", after)
    assert without == before


def test_a_program_reads_what_is_new_beside_the_result(person: Person, at) -> None:
    with time_machine.travel(at(2)):
        thigh(person, at(2))
        found = browser(person).get("/api/v1/assessment").json()
    assert found["answered_at"] == found["at"] == "2026-03-10T09:00:00Z"
    assert found["counts_from"] == "2026-03-10"
    assert found["since"]["places"] == [{"site": "thigh", "side": "right", "day": "2026-03-12"}]


def failing(person: Person, day: datetime) -> str:
    looks = [
        make.tasks(day=(day - timedelta(days=7)).date(), answers={"stairs": "fine"}),
        make.tasks(day=day.date(), answers={"stairs": "cannot"}),
    ]
    log_entries(person=person, entries=looks, by="test")
    return str(max(latest_rows(person), key=lambda row: row.day).id)


def latest_rows(person: Person):
    from myolog.store.services.entries import rows_in_force

    return list(rows_in_force(person).filter(kind="tasks"))


def test_a_rise_is_a_result_of_its_own_with_its_own_date_everywhere(
    person: Person, at, monkeypatch: pytest.MonkeyPatch
) -> None:
    with time_machine.travel(at(3)):
        failing(person, at(3))
        client = browser(person)
        today = page(client, "/")
        assert "Your advice has changed today." in today
        risen = latest_assessment(person, now=at(3))
        assert risen is not None
        level = risen.assessment.urgency
        assert level is not None
        assert level >= Urgency.SOON
        program = client.get("/api/v1/assessment").json()
        assert (program["urgency"], program["counts_from"]) == (level.name, "2026-03-13")
        result = page(client, "/result/")
        assert "Your result, Friday 13 March" in result
    with time_machine.travel(at(4)):
        today = page(browser(person), "/")
        assert "Your result, changed on 13 March" in today
        assert "advice has changed" not in today
        said = json.loads(terminal(monkeypatch, "check", "--last", "--json"))
        assert said["urgency"] == level.name


def test_a_calmer_journal_does_not_lower_what_was_said(person: Person, at) -> None:
    with time_machine.travel(at(3)):
        look = failing(person, at(3))
        browser(person).get("/result/")
        level = current_result(person=person, by="test", now=at(3))
        delete_entry(person=person, id=look, by="test")
    with time_machine.travel(at(4)):
        after = current_result(person=person, by="test", now=at(4))
        assert after is not None
        assert level is not None
        assert after.assessment == level.assessment
        text = page(browser(person), "/result/")
    assert "The result stands until you check again." in text


def test_a_slip_that_is_taken_back_before_anyone_saw_it_raises_nothing(person: Person, at) -> None:
    with time_machine.travel(at(3)):
        look = failing(person, at(3))
        assert catch_up(person=person, by="test").raised
        delete_entry(person=person, id=look, by="test")
        after = current_result(person=person, by="test")
    assert after is not None
    assert (after.assessment.urgency, after.raised, after.answered_at) == (
        Urgency.ROUTINE,
        False,
        BEGAN,
    )


def test_a_second_rise_after_a_first_one_is_announced(person: Person, at) -> None:
    with time_machine.travel(at(3)):
        failing(person, at(3))
        catch_up(person=person, by="test")
        mark_seen(person=person)
        swallow = make.tasks(day=at(3).date() + timedelta(days=1), answers={"swallow": "cannot"})
    with time_machine.travel(at(4)):
        log_entry(person=person, entry=swallow, by="test")
        found = current_result(person=person, by="test")
    assert found is not None
    assert found.raised
    assert str(found.counts_from) == "2026-03-14"


def test_results_of_an_older_myolog_still_show(person: Person, at) -> None:
    """Before, each re-run was shown in the place of the result; only its rises are now."""
    with time_machine.travel(at(2)):
        thigh(person, at(2))
        catch_up(person=person, by="test")
    rows = AssessmentRow.objects.filter(person=person).order_by("stored_nth")
    assert rows.count() >= 1
    rows.update(revision="")
    found = latest_assessment(person, now=at(2))
    assert found is not None
    assert found.at == BEGAN
    assert found.assessment.urgency == Urgency.ROUTINE


def test_a_result_stands_when_no_entry_is_left(
    person: Person, at, monkeypatch: pytest.MonkeyPatch
) -> None:
    with time_machine.travel(at(2)):
        for entry in journal_of(person).entries:
            delete_entry(person=person, id=str(entry.id), by="test")
        client = browser(person)
        for address in ("/", "/result/", "/result/history/", "/check/", "/report/", "/journal/"):
            assert client.get(address).status_code == 200, address
        assert "Book a normal visit within 4 weeks" in page(client, "/result/")
        assert "Book a normal visit within 4 weeks" in page(client, "/")
        assert "Book a normal visit" in terminal(monkeypatch, "check", "--last")
        assert client.get("/api/v1/assessment").json()["urgency"] == "ROUTINE"


def test_the_story_of_a_person_aged_nothing_is_told_everywhere(person: Person, at) -> None:
    with time_machine.travel(at(2)):
        today = at(2).date()
        story = make.story(day=today, onset_day=today - timedelta(days=20))
        age = [make.fact("age_years", 0, day=today)]
        tell_whose(person=person, facts=age, same_person=True, by="test")
        log_entries(person=person, entries=[story], by="test")
        record_answers(person=person, answers={"age_years": 0, "trend": "stable"}, by="test")
        client = browser(person)
        for address in ("/", "/story/", "/result/", "/report/", "/journal/", "/settings/about/"):
            assert client.get(address).status_code == 200, address
        assert "under 1 year of age" in page(client, "/report/")
