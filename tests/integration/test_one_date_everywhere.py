"""Checking again puts no day off: one last day to be seen in page, terminal, report and program."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.test import Client
from icalendar import Calendar

from myolog.journal.records import TriageAnswers
from myolog.store.selectors import Person, journal_of, the_person
from myolog.store.services.care import record_answers
from myolog.store.services.journal import log_entry
from myolog.store.services.people import set_language, set_zone
from myolog.store.services.programme_start import start_programme
from tests import factories as make
from tests.integration.test_a_result_stays import CALM, browser, page, terminal
from tests.programme_days import make_ready

pytestmark = pytest.mark.store

MORNING = {day: datetime(2026, *day, 14, 30, tzinfo=UTC) for day in ((11, 30), (12, 3), (12, 30))}
"""Half past nine in New York."""

TOLD = CALM | {"run_days": 45, "measures_tried": "no", "age_years": 44}
"""A normal visit within four weeks."""


@pytest.fixture
def person(db: None) -> Person:
    """Give a person in New York with a normal visit to book, by 28 December."""
    with time_machine.travel(MORNING[11, 30]):
        person = set_zone(person=the_person(), zone="America/New_York", by="test")
        record_answers(person=person, answers=TOLD, by="test")
    return person


def books(person: Person) -> None:
    with time_machine.travel(MORNING[11, 30]):
        booked = make.visit(day=date(2026, 11, 30), on=date(2026, 12, 8))
        log_entry(person=person, entry=booked, by="test")


def checks_again(person: Person) -> None:
    """Answer the first screen, and stop on the next one as it was filled in."""
    client = browser(person)
    client.post("/emergency/check/", page_form(client, "/check/"))
    story = page_form(client, "/check/story/")
    shown = client.post("/check/story/", {**story, "stop": "1"}, follow=True)
    assert shown.redirect_chain[-1][0] == "/result/"


def page_form(client: Client, address: str) -> dict[str, str]:
    """Return what a page sends as it was filled in."""
    found = BeautifulSoup(client.get(address).content, "html.parser").main
    assert found is not None
    sent = {}
    for one in found.select("input[name]"):
        if one.get("type") in ("radio", "checkbox") and not one.has_attr("checked"):
            continue
        sent[str(one["name"])] = str(one.get("value", ""))
    return sent


def day_in(content: bytes) -> str:
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    return f"{event['summary']} {event['dtstart'].dt.isoformat()}"


FIRST_DENIED = {
    "stroke_signs", "seizure_or_confusion", "rhythmic_jerking", "spine_trauma",
    "dark_urine_muscle", "lockjaw", "overdose", "cholinergic_exposure", "withdrawal",
    "preeclampsia_signs", "child_gait_or_movement",
}  # fmt: skip


def test_a_check_stopped_on_a_filled_in_page_tells_only_what_was_asked(person: Person) -> None:
    with time_machine.travel(MORNING[12, 3]):
        checks_again(person)
        first, again = journal_of(person).of(TriageAnswers)
        assert (first.day, again.day) == (date(2026, 11, 30), date(2026, 12, 3))
        assert set(again.answers) == FIRST_DENIED
        shown = page(browser(person), "/report/")
    assert "About the same over the past four weeks (answered on 30 November 2026)" in shown
    assert "about 45 days, as answered on 30 November 2026" in shown


def test_checking_again_puts_no_day_off_anywhere(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    with time_machine.travel(MORNING[12, 3]):
        checks_again(person)
        client = browser(person)
        shown = [page(client, one) for one in ("/result/", "/", "/result/history/", "/report/")]
        shown += [terminal(monkeypatch, "check", "--last"), terminal(monkeypatch, "visit")]
        shown += [terminal(monkeypatch, "check", "--history")]
        told = client.get("/api/v1/assessment").json()
        past = client.get("/api/v1/assessment/history").json()
        assert day_in(client.get("/result/next/due.ics").content) == (
            "Last day for an appointment 2026-12-28"
        )
    for text in shown:
        assert "28 December" in text
        assert "31 December" not in text
    assert "Result of 3 December 2026, visit due by 28 December 2026." in shown[3]
    assert (told["counts_from"], told["due"]) == ("2026-12-03", "2026-12-28")
    assert [one["due"] for one in past] == ["2026-12-28", "2026-12-28"]


def test_a_visit_booked_for_the_first_result_counts_for_the_second(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    books(person)
    with time_machine.travel(MORNING[12, 3]):
        checks_again(person)
        client = browser(person)
        for text in (page(client, "/"), page(client, "/result/"), page(client, "/result/next/")):
            assert "Booked for Tuesday 8 December 2026." in text
        for text in (
            page(client, "/result/history/"),
            terminal(monkeypatch, "check", "--history"),
        ):
            assert text.count("30 November 2026: Booked for 8 December 2026") == 2
            assert "No visit was noted for it." not in text
        assert "Booked for Tuesday 8 December 2026." in terminal(monkeypatch, "check", "--last")
        for of in ("due", "booked"):
            assert day_in(client.get(f"/result/next/{of}.ics").content) == "Appointment 2026-12-08"


@pytest.mark.parametrize(
    ("language", "says", "line"),
    [
        (
            "en",
            "asked you to be seen by Monday 28 December. That day has passed.",
            "The last day to be seen was Monday 28 December.",
        ),
        (
            "de",
            "sich bis Montag, 28. Dezember untersuchen zu lassen. Dieser Tag ist vorbei.",
            "Der letzte Tag zum Untersuchen war Montag, 28. Dezember.",
        ),
    ],
)
def test_a_day_that_has_passed_is_not_given_anew(
    person: Person, monkeypatch: pytest.MonkeyPatch, language: str, says: str, line: str
) -> None:
    set_language(person=person, language=language, by="test")
    with time_machine.travel(MORNING[12, 30]):
        record_answers(person=person, answers=TOLD, by="test")
        client = browser(person)
        assert says in page(client, "/result/").replace(" .", ".")
        assert says in terminal(monkeypatch, "check", "--last")
        assert line in page(client, "/")


def test_after_a_visit_a_new_result_has_a_day_of_its_own(person: Person) -> None:
    with time_machine.travel(MORNING[12, 3]):
        seen = make.examination(day=date(2026, 12, 2), what="visit", by="family doctor")
        log_entry(person=person, entry=seen, by="test")
        record_answers(person=person, answers=TOLD | {"assessed_normal": False}, by="test")
        assert "31 December" in page(browser(person), "/result/")


def test_the_days_of_looking_back_are_the_same_everywhere(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    with time_machine.travel(MORNING[11, 30]):
        make_ready(person, MORNING[11, 30])
        start_programme(person=person, by="test", now=MORNING[11, 30])
        client = browser(person)
        shown = [page(client, one) for one in ("/programme/", "/programme/review/")]
        shown.append(terminal(monkeypatch, "programme", "review"))
        file = client.get("/programme/reminders/file/").content
    for text in shown:
        assert "on Monday 21 December, and once more on Monday 28 December." in text
    looks = [
        one["dtstart"].dt.isoformat()
        for one in Calendar.from_ical(file).walk("VEVENT")
        if one["summary"] == "Time to look back"
    ]
    assert looks == ["2026-12-21", "2026-12-28"]


def test_why_first_findings_come_after_day_28_is_said(person: Person) -> None:
    with time_machine.travel(MORNING[11, 30]):
        log_entry(person=person, entry=make.none_today(day=date(2026, 11, 30)), by="test")
        shown = page(browser(person), "/patterns/")
    assert "about 28 days" in shown
    assert (
        "The first findings may come around Sunday 3 January. Myolog looks on Sundays, at the days "
        "up to the Saturday before." in shown
    )
