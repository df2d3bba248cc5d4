"""Reminders: times, a file for a calendar, and an address that is as secret as a token."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

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
from myolog.vocabulary.reminding import WEEKDAYS
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
    page = text(client.get(PAGE))
    assert f"{PAGE}file/" not in page
    assert "STEP-4" not in page, "no step is asked of anybody who has not begun"
    client.post(PAGE, {"STEP-4": "18:30"})
    assert chosen(person) == []


DAY = {"day": "20:30", "day_on": ["mon", "wed"]}
WEEK = {"week": "18:00", "week_on": "sun"}


def facts(person: Person) -> dict[str, object]:
    return {code: one.value for code, one in journal_of(person).profile.items()}


def test_the_check_in_and_the_weekly_look_are_chosen_and_taken_back(
    client: Client, person: Person
) -> None:
    """Nobody has to begin the steps for it."""
    page = in_one_line(text(client.get(PAGE)))
    assert page.count('name="day_on" value=') == page.count('type="checkbox"') == 7
    assert "Your calendar shows: A minute for the day" in page
    quiet = {"quiet_from": "2030-12-20", "quiet_to": "2031-01-03"}
    assert client.post(PAGE, {**DAY, **WEEK, **quiet}).status_code == 302
    assert facts(person) == {
        "remind_day": "20:30 mon wed", "remind_week": "18:00 sun",
        "remind_quiet": "2030-12-20/2031-01-03",
    }  # fmt: skip
    page = in_one_line(text(client.get(PAGE)))
    assert 'name="day" type="time" value="20:30"' in page
    assert [one[0] for one in re.findall(r'name="day_on" value="(\w+)"( checked)', page)] == [
        "mon", "wed",
    ]  # fmt: skip
    assert 'name="quiet_to" type="date" value="2031-01-03"' in page
    file = client.get(f"{PAGE}file/").content
    assert summaries(file) == ["A minute for the day", "A look at the week"]
    assert b"BYDAY=MO,WE" in file
    client.post(PAGE, {"day": "", **WEEK, "quiet_from": "", "quiet_to": ""})
    assert facts(person) == {
        "remind_day": "off", "remind_week": "18:00 sun", "remind_quiet": "off",
    }  # fmt: skip
    file = client.get(f"{PAGE}file/").content
    assert summaries(file) == ["A look at the week", "Reminders"], "an earlier file is struck out"
    assert file.count(b"STATUS:CANCELLED") == 1


def test_an_address_shows_them_and_strikes_nothing_out(
    client: Client, stranger: Client, person: Person
) -> None:
    client.post(PAGE, {**DAY, **WEEK})
    address = made(client)
    assert summaries(stranger.get(address).content) == [
        "A minute for the day", "A look at the week",
    ]  # fmt: skip
    client.post(PAGE, {"day": "", **WEEK})
    assert summaries(stranger.get(address).content) == ["A look at the week"]


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"day": "20:30"}, "Choose a day of the week, or leave the time blank."),
        ({**DAY, "day": "25:00"}, "“25:00” is not a time of day"),
        ({**WEEK, "week": "soon"}, "“soon” is not a time of day"),
        ({"quiet_from": "2030-12-20", "quiet_to": ""}, "Give the first and the last day without"),
        ({"quiet_from": "2030-12-20", "quiet_to": "2030-12-01"}, "must not end before it begins"),
        ({"quiet_from": "2030-12-20", "quiet_to": "2062-01-03"}, "can last a year at most"),
        ({"quiet_from": "20.12.", "quiet_to": "2062-01-03"}, "written as year-month-day"),
        ({**WEEK, "week_on": "noday"}, "Please choose one of what is offered here."),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence_and_nothing_is_kept(
    client: Client, person: Person, told: dict[str, Any], says: str
) -> None:
    good = WEEK if "day" in told else DAY
    answer = client.post(PAGE, {**good, **told})
    assert answer.status_code == 400
    assert says in text(answer)
    assert facts(person) == {}


def test_a_rest_from_noting_is_quiet(client: Client, person: Person) -> None:
    client.post(PAGE, {"day": "20:30", "day_on": [*WEEKDAYS]})
    begins = [one["dtstart"].dt.date() for one in events(client)]
    client.post("/settings/noting/", {"way": "quiet"})
    later = [one["dtstart"].dt.date() for one in events(client)]
    assert [(b - a).days for a, b in zip(begins, later, strict=True)] == [7]


def test_a_quiet_time_silences_the_steps_too(client: Client, reminded: Person) -> None:
    today = datetime.now(ZoneInfo("Europe/Berlin")).date()
    told = {"quiet_from": str(today), "quiet_to": str(today + timedelta(days=40))}
    client.post(PAGE, {"STEP-3": "22:15", "STEP-4": "18:30", **told})
    file = client.get(f"{PAGE}file/").content
    assert "Ten quiet minutes" not in summaries(file)
    assert file.count(b"STATUS:CANCELLED") == 2
    page = text(client.get(PAGE))
    assert field(page, "STEP-4") == "18:30", "the times stay"


def events(client: Client) -> list[Any]:
    content = client.get(f"{PAGE}file/").content
    return list(Calendar.from_ical(content).walk("VEVENT"))


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
    assert "The steps are paused, so their reminders rest. Your times stay here" in page
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
            main(["remind", *words])
        printed = capsysbinary.readouterr()
        return int(ended.value.code or 0), printed.out, printed.err

    code, out, err = run("step", "quiet", "18:30")
    assert (code, err) == (0, b"")
    assert out.startswith(
        b"day       nothing\nweek      nothing\nquiet     18:30\n"
        b"They ring by the clock of Europe/Berlin, your home zone"
    )
    code, out, _ = run("calendar", "-o", "-")
    assert code == 0
    assert "Ten quiet minutes" in summaries(out)
    assert summaries(out) == summaries(client.get(f"{PAGE}file/").content)
    code, out, err = run("step", "quiet", "soon")
    assert (code, out) == (2, b"")
    assert "“soon” is not a time of day".encode() in err
    assert run("step", "quiet", "OFF")[0] == 0
    assert chosen(running) == [("STEP-4", "off")]


def test_standing_reminders_from_a_terminal(
    client: Client, person: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(*words: str) -> tuple[int, str]:
        with pytest.raises(SystemExit) as ended:
            main(["remind", *words])
        printed = capsys.readouterr()
        return int(ended.value.code or 0), (printed.out + printed.err).splitlines()[0]

    assert run() == (0, "day       nothing")
    assert run("day", "8:30 pm") == (0, "day       20:30, every day")
    assert run("day", "20:30", "Wed", "monday") == (0, "day       20:30, Monday, Wednesday")
    assert run("week", "18:00") == (0, "day       20:30, Monday, Wednesday")
    assert facts(person) == {"remind_day": "20:30 mon wed", "remind_week": "18:00 sun"}
    assert run("pause", "2030-12-20", "2031-01-03")[0] == 0
    assert facts(person)["remind_quiet"] == "2030-12-20/2031-01-03"
    for words, says in (
        (("day", "20:30", "noday"), "“noday” is not a day of the week. Write mon, tue,"),
        (("pause", "2030-12-20"), "Give the first and the last day without reminders."),
        (("pause", "2030-12-20", "2030-12-01"), "The quiet time must not end before it begins."),
    ):
        code, said = run(*words)
        assert (code, said[: len(says)]) == (2, says)
    assert run("pause", "off")[0] == 0
    assert run("week", "OFF")[0] == 0
    assert facts(person)["remind_quiet"] == facts(person)["remind_week"] == "off"
    assert run("calendar", "-o", "-") == (0, "BEGIN:VCALENDAR")


def test_a_terminal_without_a_programme_gets_one_sentence(
    person: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in (["step", "quiet", "18:30"], ["calendar", "-o", "-"]):
        with pytest.raises(SystemExit) as ended:
            main(["remind", *words])
        printed = capsys.readouterr()
        assert (ended.value.code, printed.out, printed.err.count("\n")) == (4, "", 1)
