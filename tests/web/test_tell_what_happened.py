"""After a result: booked, seen, or not yet; its dates for a calendar; a kind word once a week."""

from datetime import UTC, date, datetime, timedelta
from html import unescape

import pytest
from django.test import Client

from myolog.journal.records import Examination
from myolog.journal.visits import Visit
from myolog.store.models import AssessmentRow, AuditEvent
from myolog.store.selectors import Person, journal_of, today_in
from myolog.store.services.audit import record
from myolog.store.services.care import record_answers
from myolog.store.services.journal import delete_entry, log_entry
from myolog.store.services.people import set_language, set_zone
from tests import factories as make
from tests.filling import fields_of

pytestmark = pytest.mark.django_db

NEXT = "/result/next/"
HEALTH = ("twitch", "doctor", "health", "muscle", "check", "result", "Arzt", "Zuck", "Ergebnis")


def told(client: Client, **form: object) -> str:
    return unescape(client.post(NEXT, form, follow=True).content.decode())


def soon(person: Person, *, days_ago: int = 0) -> date:
    """Give a result of two to three weeks; return its day."""
    moment = datetime.now(UTC) - timedelta(days=days_ago)
    record_answers(person=person, answers={"weakness": "functional"}, by="test", now=moment)
    return today_in(person, moment)


def in_days(person: Person, n: int) -> str:
    return (today_in(person, datetime.now(UTC)) + timedelta(days=n)).isoformat()


def test_a_booked_visit_stands_on_result_journal_and_page(client: Client, person: Person) -> None:
    soon(person)
    assert "No visit is noted yet." in client.get("/result/").content.decode()
    page = told(client, event="booked", on=in_days(person, 5), role="neurologist")
    assert "That fits." in page
    (visit,) = journal_of(person).of(Visit)
    assert (visit.event, visit.by) == ("booked", "neurologist")
    assert "Booked for" in client.get("/result/").content.decode()
    assert "nerve doctor" in client.get("/journal/").content.decode()
    assert "Ask if there is an earlier day" in told(
        client, event="booked", on=in_days(person, 40), role="family_doctor"
    )
    assert len(journal_of(person).of(Visit)) == 2


def test_the_same_visit_on_another_day_replaces_it_and_can_be_undone(
    client: Client, person: Person
) -> None:
    soon(person)
    told(client, event="booked", on=in_days(person, 5))
    page = told(client, event="booked", on=in_days(person, 9))
    (visit,) = journal_of(person).of(Visit)
    assert visit.on.isoformat() == in_days(person, 9)
    assert f"/journal/{visit.id}/undo/" in page
    client.post(f"/journal/{visit.id}/undo/")
    assert [one.on.isoformat() for one in journal_of(person).of(Visit)] == [in_days(person, 5)]


def test_what_was_said_at_a_visit_is_kept_word_for_word(client: Client, person: Person) -> None:
    soon(person)
    page = told(
        client,
        event="seen",
        seen_on=in_days(person, 0),
        to_result="after",
        seen_by="other",
        seen_by_other="physiotherapist",
        tests=["examination", "emg"],
        said="explained",
        signs=["weakness"],
        text="an <b>old</b> injury",
        review=in_days(person, 90),
    )
    assert "Do the check again" in page
    assert "an <b>old</b> injury" in page
    (seen,) = journal_of(person).of(Examination)
    assert (seen.what, seen.by, seen.result) == ("visit", "physiotherapist", "explained")
    assert (seen.tests, seen.signs) == (("examination", "emg"), ("weakness",))
    assert seen.review is not None
    assert seen.review.isoformat() == in_days(person, 90)
    assert "Seen on" in client.get("/result/").content.decode()


def test_only_signs_of_the_result_that_can_be_explained_are_offered(
    client: Client, person: Person
) -> None:
    record_answers(
        person=person,
        answers={"weakness": "functional", "speech_swallow": "mild_new", "wasting": "no"},
        by="test",
    )
    page = client.get(NEXT).content.decode()
    assert 'name="signs"\n' in page or 'name="signs"' in page
    assert 'value="weakness"' in page
    assert 'value="speech_swallow"' not in page
    assert 'value="wasting"' not in page


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({}, "Choose what has happened: booked, seen, or not yet."),
        ({"event": "booked"}, "Give the day of the visit."),
        ({"event": "booked", "on": "2020-01-01"}, "That day has passed."),
        ({"event": "booked", "on": "soon"}, "The date must be written as year-month-day"),
        ({"event": "seen", "seen_on": "2199-01-01"}, "That day is still to come."),
        ({"event": "seen", "seen_on": "2026-01-02", "review": "2026-01-01"}, "before this one"),
        ({"event": "later", "when": "on_a_day", "later_on": "2020-01-01"}, "That day has passed."),
    ],
)
def test_a_day_that_cannot_be_is_said_in_one_sentence_and_nothing_is_lost(
    client: Client, person: Person, form: dict[str, str], sentence: str
) -> None:
    answer = client.post(NEXT, {**form, "text": "word for word", "role_other": "a nurse"})
    page = unescape(answer.content.decode())
    assert answer.status_code == 400
    assert sentence in page
    assert "word for word" in page
    assert "a nurse" in page
    for value in form.values():
        assert value in page
    assert journal_of(person).entries == ()


def test_a_visit_before_the_result_is_kept_and_leaves_it_open(
    client: Client, person: Person
) -> None:
    soon(person)
    page = told(client, event="seen", seen_on=in_days(person, -3), said="normal")
    assert "Saved as an earlier visit" in page
    assert "so that result is still open" in page
    assert "Open. By " in page
    assert len(journal_of(person).of(Examination)) == 1


def test_of_a_visit_on_the_day_of_a_result_it_is_asked_whether_it_was_after_it(
    client: Client, person: Person
) -> None:
    soon(person)
    today = in_days(person, 0)
    assert 'name="to_result"' in client.get(NEXT).content.decode()
    answer = client.post(NEXT, {"event": "seen", "seen_on": today, "text": "word for word"})
    page = unescape(answer.content.decode())
    assert answer.status_code == 400
    assert "is also the day of a result of the check." in page
    assert "word for word" in page
    assert journal_of(person).of(Examination) == ()
    form = {"event": "seen", "seen_on": today, "text": "word for word"}
    page = told(client, **form, to_result="unknown")
    assert "It is not told whether this was after the result of that day" in page
    assert "Whether it was after the result is not noted. If it was, say so there." in page
    (seen,) = journal_of(person).of(Examination)
    assert seen.to_result == "unknown"
    change = client.get(f"/journal/{seen.id}/visit/").content.decode()
    assert dict(fields_of(change))["to_result"] == "unknown"
    client.post(f"/journal/{seen.id}/visit/", dict(fields_of(change)) | {"to_result": "after"})
    (seen,) = journal_of(person).of(Examination)
    assert seen.to_result == "after"
    assert "Seen on" in unescape(client.get("/result/").content.decode())


def test_a_visit_of_another_day_is_asked_nothing_more(client: Client, person: Person) -> None:
    soon(person, days_ago=5)
    assert 'name="to_result"' not in client.get(NEXT).content.decode()
    told(client, event="seen", seen_on=in_days(person, -2), to_result="before")
    (seen,) = journal_of(person).of(Examination)
    assert (seen.day.isoformat(), seen.to_result) == (in_days(person, -2), "")


def test_who_tells_it_as_the_answer_to_a_result_has_it_filled_in(
    client: Client, person: Person
) -> None:
    record_answers(person=person, answers={"breathing": "severe"}, by="test")
    asked = client.get("/check/?new=1").content.decode()
    assert 'href="/result/next/?seen=after#seen_on"' in asked
    page = dict(fields_of(client.get("/result/next/?seen=after").content.decode()))
    assert (page["event"], page["to_result"]) == ("seen", "after")


def test_without_a_result_a_visit_can_be_noted(client: Client, person: Person) -> None:
    assert "There is no result of a check." in client.get(NEXT).content.decode()
    told(client, event="seen", seen_on=in_days(person, 0))
    assert len(journal_of(person).of(Examination)) == 1


def test_a_result_whose_entries_are_gone_is_said_in_one_sentence(
    client: Client, person: Person
) -> None:
    soon(person)
    for entry in journal_of(person).entries:
        delete_entry(person=person, id=str(entry.id), by="test")
    page = unescape(client.get(NEXT).content.decode())
    assert "although the entries behind it were deleted" in page
    told(client, event="booked", on=in_days(person, 3))
    assert len(journal_of(person).of(Visit)) == 1


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles", "Asia/Kolkata"])
def test_a_whole_day_is_the_persons_own_day_in_every_zone(
    client: Client, person: Person, zone: str
) -> None:
    """Others write the day before or after it, west or east of UTC (tutanota 2174, ics-py 173)."""
    set_zone(person=person, zone=zone, by="test")
    person.refresh_from_db()
    soon(person)
    for of, n in {"due": 21, "booked": 8}.items():
        if of == "booked":
            told(client, event="booked", on=in_days(person, n))
        file = client.get(f"{NEXT}{of}.ics").content.decode()
        assert f"DTSTART;VALUE=DATE:{in_days(person, n).replace('-', '')}" in file
        assert "DTEND" not in file


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_date_goes_into_the_calendar_in_neutral_words(
    client: Client, person: Person, language: str
) -> None:
    soon(person)
    set_language(person=person, language=language, by="test")
    told(client, event="later", when="in_2_days")
    days = {"due": 21, "later": 2, "booked": 8}
    for of, n in days.items():
        if of == "booked":
            told(client, event="booked", on=in_days(person, n), role="neurologist")
        answer = client.get(f"{NEXT}{of}.ics")
        assert answer["Content-Type"] == "text/calendar; charset=utf-8"
        file = answer.content.decode()
        assert f"DTSTART;VALUE=DATE:{in_days(person, n).replace('-', '')}" in file
        assert "TRIGGER:PT9H" in file
        assert not [
            word for word in HEALTH if word.lower() in file.lower().replace("-//myolog", "")
        ]
        assert str(person.id) not in file
    page = client.get(NEXT).content.decode()
    for of in days:
        assert of == "due" or f"{NEXT}{of}.ics" in page


def test_a_date_that_is_not_known_is_none(client: Client, person: Person) -> None:
    soon(person)
    assert client.get(f"{NEXT}booked.ics").status_code == 404
    assert client.get(f"{NEXT}soon.ics").status_code == 400


def test_an_overdue_visit_is_said_once_a_week_and_never_more(
    client: Client, person: Person
) -> None:
    soon(person, days_ago=22)
    title = "Have you been seen?"
    assert title in client.get("/").content.decode()
    assert title in client.get("/").content.decode()
    log_entry(
        person=person,
        entry=make.examination(day=today_in(person, datetime.now(UTC)), what="visit"),
        by="test",
    )
    assert title not in client.get("/").content.decode()


@pytest.mark.parametrize(("ago", "said"), [(1, False), (6, False), (7, True), (-3, True)])
def test_another_browser_does_not_say_it_again_within_the_week(
    client: Client, person: Person, ago: int, said: bool
) -> None:
    soon(person, days_ago=30)
    then = datetime.now(UTC) - timedelta(days=ago)
    record(person=person, by="another browser", action="say_overdue", now=then)
    for _ in range(2):
        assert ("Have you been seen?" in client.get("/").content.decode()) is said


@pytest.mark.parametrize("header", [{"myolog-kept": "yes"}, {"sec-purpose": "prefetch;prerender"}])
def test_a_page_that_nobody_reads_does_not_count_as_said(
    client: Client, person: Person, header: dict[str, str]
) -> None:
    soon(person, days_ago=22)
    said = AuditEvent.objects.filter(action="say_overdue")
    client.get("/", headers=header)
    client.head("/")
    assert not said.exists()
    client.get("/")
    assert said.count() == 1


def test_a_result_that_rose_is_not_seen_by_a_browser_that_keeps_the_page(
    client: Client, person: Person
) -> None:
    soon(person)
    rows = AssessmentRow.objects.filter(person=person)
    rows.update(raised_at=datetime.now(UTC), seen_at=None)
    client.get("/result/", headers={"myolog-kept": "yes"})
    assert not rows.filter(seen_at__isnull=False).exists()
    client.get("/result/")
    assert rows.filter(seen_at__isnull=False).exists()


def test_what_is_not_overdue_is_not_said(client: Client, person: Person) -> None:
    soon(person, days_ago=21)
    assert "Have you been seen?" not in client.get("/").content.decode()


def test_a_reminder_asked_for_keeps_the_kind_word_back(client: Client, person: Person) -> None:
    soon(person, days_ago=30)
    told(client, event="later", when="in_a_week")
    assert "Have you been seen?" not in client.get("/").content.decode()


def test_a_double_tap_stores_once(client: Client, person: Person) -> None:
    soon(person)
    form = {
        "event": "seen",
        "seen_on": in_days(person, 0),
        "to_result": "unknown",
        "key": "6f7f4f0e-6d4b-4d0c-9f43-0d6b1c6f2f11",
    }
    client.post(NEXT, form)
    client.post(NEXT, form)
    assert len(journal_of(person).of(Examination)) == 1


def test_programs_read_what_became_of_a_result(client: Client, person: Person) -> None:
    first = soon(person)
    assert client.get("/api/v1/follow-up").json() == {
        "state": "open",
        "since": first.isoformat(),
        "due": (first + timedelta(days=21)).isoformat(),
        "booked_on": None,
        "seen_on": None,
        "examined_on": None,
        "remind_on": None,
        "overdue": False,
    }
    told(client, event="booked", on=in_days(person, 4))
    found = client.get("/api/v1/follow-up").json()
    assert (found["state"], found["booked_on"]) == ("booked", in_days(person, 4))
