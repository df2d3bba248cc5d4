"""Checking again puts no day off: one last day to be seen in page, terminal, report and program."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

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

NEXT = "/result/next/"

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


def events_of(client: Client, of: str) -> list[Any]:
    return list(Calendar.from_ical(client.get(f"{NEXT}{of}.ics").content).walk("VEVENT"))


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
    events = Calendar.from_ical(content).walk("VEVENT")
    (event,) = (one for one in events if one.get("status") != "CANCELLED")
    return f"{event['summary']} {event['dtstart'].dt.isoformat()}"


FIRST_DENIED = {
    "stroke_signs", "seizure_or_confusion", "rhythmic_jerking", "spine_trauma",
    "dark_urine_muscle", "lockjaw", "overdose", "cholinergic_exposure", "withdrawal",
    "preeclampsia_signs", "child_gait_or_movement", "lithium_mix", "statin_antibiotic",
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
            "These answers alone leave you 4 weeks. But an earlier result asked you to be seen by "
            "Monday 28 December, and that day has passed. So do not wait again: ask",
            "An earlier result asked for a visit by Monday 28 December.",
        ),
        (
            "de",
            "Diese Antworten allein ließen Ihnen 4 Wochen Zeit. Aber ein früheres Ergebnis bat "
            "Sie, sich bis Montag, 28. Dezember untersuchen zu lassen, und dieser Tag ist vorbei.",
            "Ein früheres Ergebnis bat um einen Termin bis Montag, 28. Dezember.",
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
        assert says in page(client, "/result/").replace(" ,", ",")
        assert says in terminal(monkeypatch, "check", "--last")
        assert line in page(client, "/")


def test_a_calmer_result_after_48_hours_says_calmly_that_it_cannot_wait(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    with time_machine.travel(MORNING[12, 3]):
        record_answers(person=person, answers=TOLD | {"weakness": "progressive"}, by="test")
    with time_machine.travel(MORNING[12, 3] + timedelta(days=5)):
        spread = {"weakness": "none", "site_scope": "spread"}
        record_answers(person=person, answers=TOLD | spread, by="test")
        client = browser(person)
        result, today, report, visit = (
            page(client, one).replace(" ,", ",") for one in ("/result/", "/", "/report/", NEXT)
        )
        last, told = (terminal(monkeypatch, *one) for one in (("check", "--last"), ("visit",)))
        assert client.get(f"{NEXT}due.ics").status_code == 200
    for text in (result, last):
        assert "Be seen within 2 to 3 weeks" in text
        assert (
            "These answers alone leave you 2 to 3 weeks. But an earlier result asked you to be "
            "seen by Saturday 5 December, and that day has passed. So do not wait again: call your "
            "family doctor now and ask for the next visit you can get."
        ) in text
        assert text.count("5 December") == 1
        assert "No visit is noted yet." in text
    assert "said to be seen by Saturday 5 December 2026." in today
    assert "an earlier one asked for a visit by 5 December 2026." in report
    assert "due by" not in report
    for text in (visit, told):
        assert "Still open. The last day was Saturday 5 December 2026." in text
    for text in (result, visit):
        assert "Put it in my calendar" not in text


def test_the_last_day_is_named_once_below_the_result(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    with time_machine.travel(MORNING[11, 30]):
        last = terminal(monkeypatch, "check", "--last")
        assert last.count("28 December") == 1
        assert "No visit is noted yet." in last
        assert "Open. By Monday 28 December 2026." in terminal(monkeypatch, "visit")


def test_after_a_visit_the_last_day_leaves_the_calendar(
    person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with time_machine.travel(MORNING[11, 30]):
        client = browser(person)
        (put,) = Calendar.from_ical(client.get(f"{NEXT}due.ics").content).walk("VEVENT")
        assert client.get(f"{NEXT}done.ics").status_code == 404
    with time_machine.travel(MORNING[12, 3]):
        books(person)
        client = browser(person)
        struck = [one for one in events_of(client, "booked") if one.get("status") == "CANCELLED"]
        seen = make.examination(day=date(2026, 12, 3), what="visit", by="family doctor")
        log_entry(person=person, entry=seen, by="test")
        assert "Take the last day out of my calendar again" in page(client, NEXT)
        struck += events_of(client, "done")
        file = tmp_path / "done.ics"
        terminal(monkeypatch, "visit", "calendar", "done", "-o", str(file))
    for one in struck:
        assert (one["uid"], one["status"]) == (put["uid"], "CANCELLED")
        assert one["dtstart"].dt == date(2026, 12, 28)
        assert one["sequence"] > put["sequence"]
    assert len(struck) == 2
    assert f"UID:{put['uid']}" in file.read_text()


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
        make_ready(person, MORNING[11, 30], age_years=44)
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
        "The first findings may come around Sunday 3 January 2027. Myolog looks on Sundays, at the "
        "days up to the Saturday before." in shown
    )
