"""A visit that was booked or told is changed in place; nothing that was not touched is lost."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from html import unescape

import pytest
from django.http import HttpResponse
from django.test import Client

from myolog.journal.file import lines
from myolog.journal.records import Examination
from myolog.journal.visits import Visit
from myolog.store.selectors import Person, journal_of, today_in
from myolog.store.services.care import record_answers
from myolog.store.services.journal import delete_entry, log_entry
from tests import factories as make
from tests.filling import Fields, fields_of, filled

pytestmark = pytest.mark.django_db


def in_days(person: Person, n: int) -> date:
    return today_in(person, datetime.now(UTC)) + timedelta(days=n)


def booked(person: Person, on: int = 5, by: str = "neurologist") -> Visit:
    entry = make.visit(day=in_days(person, 0), on=in_days(person, on), by=by)
    stored = log_entry(person=person, entry=entry, by="test")
    assert isinstance(stored, Visit)
    return stored


def reminder(person: Person) -> Visit:
    entry = make.visit(event="later", day=in_days(person, 0), on=in_days(person, 3), by="")
    stored = log_entry(person=person, entry=entry, by="test")
    assert isinstance(stored, Visit)
    return stored


def the_visit(person: Person) -> Visit:
    (visit,) = journal_of(person).of(Visit)
    return visit


def seen(person: Person) -> Examination:
    entry = Examination(
        day=in_days(person, -3),
        what="visit",
        by="physiotherapist",
        result="explained",
        text="an old\r\ninjury",
        tests=("examination", "emg"),
        signs=("weakness",),
        review=in_days(person, 90),
    )
    stored = log_entry(person=person, entry=entry, by="test")
    assert isinstance(stored, Examination)
    return stored


def form_of(client: Client, entry: Visit | Examination, opened: str = "") -> Fields:
    return fields_of(client.get(f"/journal/{entry.id}/visit/{opened}").content.decode())


def send(client: Client, entry: Visit | Examination, form: Fields, **typed: str) -> HttpResponse:
    answer = client.post(f"/journal/{entry.id}/visit/", filled(form, **typed))
    assert isinstance(answer, HttpResponse)
    return answer


@pytest.mark.parametrize("make_one", [booked, seen, reminder])
def test_opened_and_saved_it_is_the_same_to_the_byte(
    client: Client, person: Person, make_one: Callable[[Person], Visit | Examination]
) -> None:
    entry = make_one(person)
    before = "".join(lines(journal_of(person)))
    assert send(client, entry, form_of(client, entry)).status_code == 302
    assert "".join(lines(journal_of(person))) == before


def test_a_booked_visit_moves_and_undo_brings_the_first_day_back(
    client: Client, person: Person
) -> None:
    entry = booked(person)
    page = client.get("/result/next/").content.decode()
    opened = re.search(rf'href="(/journal/{entry.id}/visit/[^"]*)"', page)
    assert opened is not None
    form = fields_of(client.get(unescape(opened[1])).content.decode())
    answer = send(client, entry, form, on=in_days(person, 9).isoformat(), role="family_doctor")
    assert answer["Location"] == "/result/next/"
    moved = the_visit(person)
    assert (moved.day, moved.on, moved.by) == (entry.day, in_days(person, 9), "family_doctor")
    assert f"/journal/{moved.id}/undo/" in client.get("/result/next/").content.decode()
    client.post(f"/journal/{moved.id}/undo/")
    assert the_visit(person) == entry


def test_what_was_said_is_put_right_and_the_rest_stays_word_for_word(
    client: Client, person: Person
) -> None:
    entry = seen(person)
    form = form_of(client, entry, "?back=details")
    answer = send(client, entry, form, seen_on=in_days(person, -4).isoformat(), review="")
    assert answer["Location"] == "/report/details/#examination"
    (found,) = journal_of(person).of(Examination)
    assert replace(found, id=None) == replace(entry, id=None, day=in_days(person, -4), review=None)


def test_the_way_back_leads_to_the_day_that_was_open(client: Client, person: Person) -> None:
    entry, day = booked(person), in_days(person, 5)
    page = unescape(client.get(f"/journal/{day}/").content.decode())
    address = f"/journal/{entry.id}/visit/?date={day}&back=day"
    assert address in page
    form = fields_of(client.get(address).content.decode())
    answer = send(client, entry, form, on=in_days(person, 8).isoformat())
    assert answer["Location"] == f"/journal/{day}/"


def test_two_windows_are_joined_and_who_loses_sees_the_other_and_keeps_the_own_words(
    client: Client, person: Person
) -> None:
    entry = booked(person)
    first, second, third = (form_of(client, entry) for _ in range(3))
    send(client, entry, first, on=in_days(person, 7).isoformat())
    assert send(client, entry, second, role="family_doctor").status_code == 302
    assert (the_visit(person).on, the_visit(person).by) == (in_days(person, 7), "family_doctor")
    lost = send(client, entry, third, on=in_days(person, 9).isoformat())
    page = lost.content.decode()
    assert lost.status_code == 409
    assert "it now says “Booked for" in page
    assert dict(fields_of(page))["on"] == in_days(person, 9).isoformat()
    assert the_visit(person).on == in_days(person, 7)
    assert send(client, the_visit(person), fields_of(page)).status_code == 302
    assert (the_visit(person).on, the_visit(person).by) == (in_days(person, 9), "family_doctor")


def test_deleted_meanwhile_the_words_stay_and_can_be_noted_as_new(
    client: Client, person: Person
) -> None:
    entry = seen(person)
    form = form_of(client, entry)
    delete_entry(person=person, id=str(entry.id), by="t")
    lost = send(client, entry, form, text="mine")
    page = lost.content.decode()
    assert lost.status_code == 409
    assert "This entry was deleted" in page
    assert journal_of(person).of(Examination) == ()
    assert send(client, entry, fields_of(page)).status_code == 302
    (found,) = journal_of(person).of(Examination)
    assert (found.text, found.day) == ("mine", entry.day)


def test_a_day_that_cannot_be_is_said_and_what_was_typed_stays(
    client: Client, person: Person
) -> None:
    entry = booked(person)
    lost = send(client, entry, form_of(client, entry), on=in_days(person, -1).isoformat())
    assert lost.status_code == 400
    assert "That day has passed." in lost.content.decode()
    assert f'value="{in_days(person, -1)}"' in lost.content.decode()
    assert the_visit(person) == entry


def test_what_is_no_visit_has_no_such_page(client: Client, person: Person) -> None:
    test = log_entry(person=person, entry=make.examination(what="emg"), by="test")
    assert client.get(f"/journal/{test.id}/visit/").status_code == 404
    assert "/visit/" not in client.get(f"/journal/{test.day}/").content.decode()


def passed(person: Person) -> Visit:
    """Give a result of a week ago and a visit that was booked for yesterday."""
    week_ago = datetime.now(UTC) - timedelta(days=7)
    record_answers(person=person, answers={"weakness": "functional"}, by="test", now=week_ago)
    entry = make.visit(day=in_days(person, -6), on=in_days(person, -1), by="neurologist")
    stored = log_entry(person=person, entry=entry, by="test", now=week_ago + timedelta(days=1))
    assert isinstance(stored, Visit)
    return stored


def test_today_asks_in_one_line_whether_the_visit_took_place(
    client: Client, person: Person
) -> None:
    entry = passed(person)
    today = client.get("/").content.decode()
    assert today.count("take place?") == 1
    assert "How did it go?" not in today
    page = client.get("/result/next/").content.decode()
    assert page.count("take place?") == 1
    assert "How did it go?" not in page
    yes = dict(fields_of(client.get("/result/next/?seen=1").content.decode()))
    assert (yes["event"], yes["seen_on"], yes["seen_by"]) == (
        "seen", in_days(person, -1).isoformat(), "neurologist",
    )  # fmt: skip
    client.post("/result/next/", yes)
    assert "take place?" not in client.get("/").content.decode()
    assert the_visit(person) == entry


def test_a_visit_that_was_moved_is_asked_about_no_more(client: Client, person: Person) -> None:
    entry = passed(person)
    assert f"/journal/{entry.id}/visit/?back=visit" in client.get("/result/next/").content.decode()
    send(client, entry, form_of(client, entry), on=in_days(person, 4).isoformat())
    assert "take place?" not in client.get("/").content.decode()
    assert "take place?" not in client.get("/result/next/").content.decode()


def test_a_visit_that_did_not_take_place_leaves_the_last_day_as_it_was_and_can_be_undone(
    client: Client, person: Person
) -> None:
    entry = passed(person)
    for _ in range(2):
        answer = client.post(f"/journal/{entry.id}/missed/")
        assert answer["Location"] == "/result/next/"
    page = unescape(client.get("/result/next/").content.decode())
    assert "did not take place. The visit is still needed. Open. By" in page
    assert "take place?" not in page
    missed = the_visit(person)
    assert replace(missed, id=None) == replace(entry, id=None, event="missed")
    assert client.get(f"/journal/{missed.id}/visit/").status_code == 404
    client.post(f"/journal/{missed.id}/undo/")
    assert the_visit(person) == entry
    test = log_entry(person=person, entry=make.examination(what="emg"), by="test")
    assert client.post(f"/journal/{test.id}/missed/").status_code == 404
