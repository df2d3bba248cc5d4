"""Reminders: times, a file for a calendar, and an address that is as secret as a token."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from icalendar import Calendar

from myolog.cli.main import main
from myolog.journal.records import ProgrammeEvent
from myolog.store.models import Key
from myolog.store.selectors import Person, journal_of
from myolog.store.services.care import record_answers
from myolog.store.services.erasing import erase_everything
from myolog.store.services.people import set_zone
from myolog.store.services.programme import pause, resume, stop_programme
from myolog.store.services.programme_plan import plan_of
from myolog.store.services.programme_start import start_programme
from tests.programme_days import CALM, REASONS, make_ready
from tests.web.markup import in_one_line

PAGE = "/programme/reminders/"


def text(answer: Any) -> str:
    return str(answer.content.decode())


def summaries(content: bytes) -> list[str]:
    return [str(one["summary"]) for one in Calendar.from_ical(content).walk("VEVENT")]


def chosen(person: Person) -> list[tuple[str | None, str | None]]:
    found = journal_of(person).of(ProgrammeEvent)
    return [(one.step, one.value) for one in found if one.event == "reminder"]


@pytest.fixture
def running(person: Person) -> Person:
    set_zone(person=person, zone="Europe/Berlin", by="t")
    make_ready(person, datetime.now(UTC))
    start_programme(person=person, by="t")
    return person


@pytest.fixture
def reminded(client: Client, running: Person) -> Person:
    answer = client.post(PAGE, {"STEP-4": "18:30", "STEP-3": "22:15", "STEP-1": ""})
    assert answer.status_code == 302
    return running


def test_times_are_chosen_changed_and_taken_back(client: Client, reminded: Person) -> None:
    assert chosen(reminded) == [("STEP-3", "22:15"), ("STEP-4", "18:30")]
    page = text(client.get(PAGE))
    assert 'value="18:30"' in page
    assert "Your calendar shows: Ten quiet minutes" in page
    assert "They ring by the clock of Europe/Berlin, your home zone, also on a journey." in page
    client.post(PAGE, {"STEP-4": "", "STEP-3": "22:15"})
    assert chosen(reminded) == [("STEP-3", "22:15"), ("STEP-4", "off")]


def test_a_time_that_is_none_changes_nothing(client: Client, reminded: Person) -> None:
    before = chosen(reminded)
    answer = client.post(PAGE, {"STEP-4": "25:00", "STEP-5": "20:00"})
    assert answer.status_code == 400
    assert "“25:00” is not a time of day; write hours and minutes, such as 18:30." in text(answer)
    assert chosen(reminded) == before


def test_the_file(client: Client, reminded: Person) -> None:
    answer = client.get(f"{PAGE}file/")
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert "reminders.ics" in answer.headers["Content-Disposition"]
    assert summaries(answer.content) == [
        "Lights out soon", "Ten quiet minutes", "Time to look back", "Time to look back",
    ]  # fmt: skip
    assert b"TZID=Europe/Berlin" in answer.content
    assert str(reminded.id).encode() not in answer.content


def test_without_a_programme_there_is_no_file(client: Client, person: Person) -> None:
    assert client.get(f"{PAGE}file/").status_code == 404
    answer = client.post(PAGE, {"STEP-4": "18:30"})
    assert answer.status_code == 400
    assert "No programme was started yet" in text(answer)


def made(client: Client) -> str:
    page = text(client.post(f"{PAGE}address/", {"act": "make"}))
    found = re.search(r"http://localhost(/calendar/[\w-]{43}\.ics)", page)
    assert found, page
    return found[1]


def test_a_calendar_follows_the_address_without_a_cookie(
    client: Client, stranger: Client, reminded: Person
) -> None:
    address = made(client)
    answer = stranger.get(address)
    assert answer.status_code == 200
    assert "Ten quiet minutes" in summaries(answer.content)
    assert answer.headers["Cache-Control"] == "no-store"
    assert address not in text(client.get(PAGE)), "it is shown once"
    assert stranger.post(address).status_code in (403, 405)


def test_only_its_digest_is_kept_and_it_opens_nothing_else(
    client: Client, stranger: Client, reminded: Person
) -> None:
    secret = made(client).removeprefix("/calendar/").removesuffix(".ics")
    key = Key.objects.get(kind="feed")
    assert secret not in (key.digest, key.name)
    bearer = {"authorization": f"Bearer {secret}"}
    assert stranger.get("/api/v1/programme", headers=bearer).status_code == 401
    assert stranger.get("/programme/").status_code == 403


def test_a_new_address_or_taking_it_away_ends_the_old_one(
    client: Client, stranger: Client, reminded: Person
) -> None:
    first = made(client)
    second = made(client)
    assert stranger.get(first).status_code == 404
    assert stranger.get(second).status_code == 200
    assert "Take away" in text(client.get(PAGE))
    client.post(f"{PAGE}address/", {"act": "revoke"})
    assert stranger.get(second).status_code == 404
    assert stranger.get("/calendar/x.ics").status_code == 404


def test_erasing_takes_the_address_away(client: Client, stranger: Client, reminded: Person) -> None:
    address = made(client)
    erase_everything(person=reminded)
    assert stranger.get(address).status_code == 404


def test_it_stays_readable_when_there_is_nothing_to_be_reminded_of(
    client: Client, stranger: Client, reminded: Person
) -> None:
    address = made(client)
    stop_programme(person=reminded, by="t", now=datetime.now(UTC) + timedelta(days=2))
    assert stranger.get(address).status_code == 200


def test_a_pause_and_a_guard_end_what_they_touch(client: Client, reminded: Person) -> None:
    client.post(PAGE, {"STEP-1": "14:00", "STEP-3": "22:15", "STEP-4": "18:30"})
    assert "Last cup of the day" in summaries(client.get(f"{PAGE}file/").content)
    client.post("/settings/about/", {"lithium": "yes"})
    assert "Last cup of the day" not in summaries(client.get(f"{PAGE}file/").content)
    pause(person=reminded, by="t")
    file = client.get(f"{PAGE}file/").content
    assert set(summaries(file)) == {"Reminders"}, (
        "a file of before would ring on: all is struck out"
    )
    assert file.count(b"STATUS:CANCELLED") == file.count(b"BEGIN:VEVENT") == 5


def field(page: str, step: str) -> str:
    found = re.search(rf'name="{step}" type="time" value="([^"]*)"', in_one_line(page))
    assert found, step
    return found[1]


@pytest.mark.parametrize("urgent", [False, True], ids=["by the person", "by a 48 h result"])
def test_times_chosen_while_the_steps_rest_are_kept_and_shown(
    client: Client, running: Person, urgent: bool
) -> None:
    if urgent:
        feared = CALM | {"weakness": "progressive"}
        record_answers(person=running, answers=feared, reasons=REASONS, by="t")
        assert plan_of(person=running, now=datetime.now(UTC)).state == "waiting"  # type: ignore[union-attr]
    else:
        pause(person=running, by="t")
    assert client.post(PAGE, {"STEP-3": "22:00", "STEP-5": "20:00"}).status_code == 302
    page = text(client.get(PAGE))
    assert (field(page, "STEP-3"), field(page, "STEP-5"), field(page, "STEP-1")) == (
        "22:00", "20:00", "",
    )  # fmt: skip
    assert "The steps are paused, so reminders rest. Your times stay here" in page
    assert "/programme/reminders/file/" not in page
    client.post(PAGE, {"STEP-3": "", "STEP-5": "20:00"})
    assert field(text(client.get(PAGE)), "STEP-3") == ""
    assert field(text(client.get(PAGE)), "STEP-5") == "20:00"
    if not urgent:
        resume(person=running, by="t")
        assert "rest." not in text(client.get(PAGE))
        assert "A short note" in "".join(summaries(client.get(f"{PAGE}file/").content))


def test_nobody_with_a_guard_on_drinks_is_told_to_drink(client: Client, running: Person) -> None:
    client.post(PAGE, {"STEP-2": "10:00"})
    assert "A glass of water" in summaries(client.get(f"{PAGE}file/").content)
    client.post("/settings/about/", {"heart_disease": "not_sure"})
    assert "A glass of water" not in summaries(client.get(f"{PAGE}file/").content)


def test_from_a_terminal(
    client: Client, running: Person, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    def run(*words: str) -> tuple[int, bytes, bytes]:
        with pytest.raises(SystemExit) as ended:
            main(["programme", *words])
        printed = capsysbinary.readouterr()
        return int(ended.value.code or 0), printed.out, printed.err

    code, out, err = run("remind", "quiet", "18:30")
    assert (code, err) == (0, b"")
    assert out.startswith(
        b"quiet     18:30\nThey ring by the clock of Europe/Berlin, your home zone"
    )
    code, out, _ = run("calendar", "-o", "-")
    assert code == 0
    assert "Ten quiet minutes" in summaries(out)
    assert summaries(out) == summaries(client.get(f"{PAGE}file/").content)
    code, out, err = run("remind", "quiet", "soon")
    assert (code, out) == (2, b"")
    assert "“soon” is not a time of day".encode() in err
    assert run("remind", "quiet", "OFF")[0] == 0
    assert chosen(running) == [("STEP-4", "off")]


def test_a_terminal_without_a_programme_gets_one_sentence(
    person: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in (["remind", "quiet", "18:30"], ["calendar", "-o", "-"]):
        with pytest.raises(SystemExit) as ended:
            main(["programme", *words])
        printed = capsys.readouterr()
        assert (ended.value.code, printed.out, printed.err.count("\n")) == (4, "", 1)
