"""Every result in order, what changed it, and what was done about it: page, terminal, program."""

import json
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from myolog.journal.records import TriageAnswers
from myolog.store.selectors import Person, journal_of, latest_assessment, the_person
from myolog.store.services.care import catch_up, mark_seen, record_answers
from myolog.store.services.drafts import open_again
from myolog.store.services.journal import log_entries, log_entry
from myolog.store.services.people import set_zone
from tests import factories as make
from tests.integration.test_a_result_stays import CALM, browser, page, terminal

pytestmark = pytest.mark.store

BEGAN = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)


@pytest.fixture
def person(db: None) -> Person:
    """Give a person with four results: calm, worse, raised by notes, and the same again."""
    person = set_zone(person=the_person(), zone="Europe/Berlin", by="test")
    told = ((0, CALM), (5, CALM | {"trend": "worsening"}))
    for days, answers in told:
        with time_machine.travel(BEGAN + timedelta(days=days)):
            record_answers(person=person, answers=answers, by="test")
    with time_machine.travel(BEGAN + timedelta(days=7)):
        seen = make.examination(
            day=BEGAN.date() + timedelta(days=7), what="examination", by="family doctor",
            result="normal",
        )  # fmt: skip
        log_entry(person=person, entry=seen, by="test")
    with time_machine.travel(BEGAN + timedelta(days=9)):
        day = BEGAN.date() + timedelta(days=9)
        looks = [
            make.tasks(day=day - timedelta(days=8), answers={"stairs": "fine"}),
            make.tasks(day=day, answers={"stairs": "cannot"}),
        ]
        log_entries(person=person, entries=looks, by="test")
        assert catch_up(person=person, by="test").raised
    with time_machine.travel(BEGAN + timedelta(days=10)):
        record_answers(person=person, answers={"mood": "none"}, by="test")
    return person


ORDER = ("13 March 2026", "12 March 2026", "Sunday 8 March", "Tuesday 3 March")


def test_the_page_and_the_terminal_show_every_result_newest_first(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    with time_machine.travel(BEGAN + timedelta(days=11)):
        shown = page(browser(person), "/result/history/")
        typed = terminal(monkeypatch, "check", "--history")
    for text in (shown, typed):
        places = [text.index(day) for day in ORDER]
        assert places == sorted(places)
        newest, risen, worse, first = (
            text[start:end] for start, end in zip(places, [*places[1:], len(text)], strict=True)
        )
        assert "Your first check." in first
        assert "No visit was noted for it." in first
        assert "You checked again. New: " in worse
        assert "10 March 2026: " in worse
        assert "family doctor" in worse
        assert "What was noted since changed it, before a new check was finished." in risen
        assert "You checked again. The signs were the same as before." in newest


def test_a_program_lists_the_same_results(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    with time_machine.travel(BEGAN + timedelta(days=11)):
        items = browser(person).get("/api/v1/assessment/history").json()
        typed = json.loads(terminal(monkeypatch, "check", "--history", "--json"))
    assert items == typed
    assert [(one["day"], one["has_risen"]) for one in items] == [
        ("2026-03-03", False),
        ("2026-03-08", False),
        ("2026-03-12", True),
        ("2026-03-13", False),
    ]
    assert [one["urgency"] for one in items][:2] == ["SELF_CARE", "ROUTINE"]
    assert [[act["kind"] for act in one["acts"]] for one in items] == [[], ["examination"], [], []]


def test_what_raised_the_result_stands_on_the_page_for_the_doctor_and_for_programs(
    person: Person,
) -> None:
    """Read or not; of the result of a check it stands nowhere."""
    line = "Raised by notes and by no new check: speech (daily task)."
    with time_machine.travel(BEGAN + timedelta(days=11)):
        assert browser(person).get("/api/v1/assessment").json()["raised"] is None
        assert "Raised by notes" not in page(browser(person), "/report/")
        looks = make.tasks(day=BEGAN.date() + timedelta(days=11), answers={"speech": "cannot"})
        log_entry(person=person, entry=looks, by="test")
        assert catch_up(person=person, by="test").raised
    for is_read in (False, True):
        with time_machine.travel(BEGAN + timedelta(days=11, hours=1)):
            if is_read:
                mark_seen(person=person)
            raised = browser(person).get("/api/v1/assessment").json()["raised"]
            assert raised == {"day": "2026-03-14", "places": [], "reasons": [], "tasks": ["speech"]}
            assert line in " ".join(page(browser(person), "/report/").split())


def test_without_a_check_there_is_none(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    person = the_person()
    assert "There is no result yet." in page(browser(person), "/result/history/")
    assert "There is no result yet." in terminal(monkeypatch, "check", "--history")


def test_what_was_said_in_despair_is_not_told_again_in_the_list(person: Person) -> None:
    with time_machine.travel(BEGAN + timedelta(days=12)):
        record_answers(person=person, answers={"mood": "suicidal"}, by="test")
        shown = page(browser(person), "/result/history/")
    assert "Please talk to someone now" in shown
    assert "You think about ending your life." not in shown


def test_a_result_put_right_on_its_day_is_one_line_for_a_reader_and_each_for_a_program(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    evening = BEGAN + timedelta(days=12)
    calm = {name: value for name, value in CALM.items() if name != "weakness"}
    wrong = (calm | {"speech_swallow": "choking"}, calm | {"sensory": "persistent"})
    with time_machine.travel(evening):
        for minutes, answers in enumerate((*wrong, calm)):
            with time_machine.travel(evening + timedelta(minutes=minutes)):
                latest = latest_assessment(person, now=datetime.now(UTC))
                if minutes:
                    assert latest is not None
                    assert latest.answers_id is not None
                    open_again(person=person, id=latest.answers_id, by="t", now=datetime.now(UTC))
                draft = journal_of(person).of(TriageAnswers)[-1].id if minutes else None
                record_answers(person=person, answers=answers, by="t", instead_of=draft)
    with time_machine.travel(evening + timedelta(hours=1)):
        shown = page(browser(person), "/result/history/")
        typed = terminal(monkeypatch, "check", "--history")
        items = browser(person).get("/api/v1/assessment/history").json()
    for text in (shown, typed):
        assert text.count("Sunday 15 March 2026") == 1
        assert "Put right on the same day. Before that it said: " in text
    assert [one["day"] for one in items].count("2026-03-15") == 3
