"""A month of the journal: every day a link that says what it tells, read without the rest."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from html import unescape

import pytest
import time_machine
from django.test import Client

from myolog.content.languages import speaking
from myolog.journal.model import Journal
from myolog.journal.months import month_days
from myolog.store.month_rows import days_of_results, journal_of_days
from myolog.store.selectors import Person
from myolog.store.services.care import record_answers
from myolog.store.services.journal import log_entries
from myolog.store.services.people import set_zone
from myolog.store.services.zones import set_day_end
from myolog.wording.months import day_told, month_told
from tests.factories import episode, examination, none_today, tally, visit

pytestmark = [pytest.mark.store, pytest.mark.django_db]

IN_THE_NIGHT = datetime(2028, 3, 1, 1, 30, tzinfo=UTC)


@pytest.fixture
def person(person: Person) -> Iterator[Person]:
    """Give a person in Berlin at 02:30 on 1 March, whose day ends at 03:00: it is 29 February."""
    with time_machine.travel(IN_THE_NIGHT, tick=True):
        set_zone(person=person, zone="Europe/Berlin", by="test")
        set_day_end(person=person, day_ends_hour=3, by="test")
        person.refresh_from_db()
        yield person


def page_of(client: Client, address: str) -> str:
    return re.sub(r"\s+", " ", unescape(client.get(address).content.decode()))


def names(page: str) -> list[str]:
    (table,) = re.findall(r'<table class="month">.*?</table>', page)
    return re.findall(r'aria-label="([^"]+)"', table)


def test_each_day_up_to_today_is_a_link_that_says_what_it_tells(
    client: Client, person: Person
) -> None:
    night = datetime(2028, 3, 1, 1, 20, tzinfo=UTC)
    log_entries(
        person=person, by="t",
        entries=[
            none_today(day=date(2028, 2, 1)),
            tally(day=date(2028, 2, 2), amount="many"),
            episode(started_at=night, zone="Europe/Berlin"),
            tally(day=date(2028, 1, 31), amount="some"),
        ],
    )  # fmt: skip
    record_answers(person=person, answers={"weakness": "none"}, by="t")
    page = page_of(client, "/calendar/")
    told = names(page)
    assert len(told) == 29
    assert told[0] == "Tuesday 1 February: no twitches"
    assert told[1] == "Wednesday 2 February: many twitches"
    assert told[2] == "Thursday 3 February: nothing noted"
    assert told[28] == "Tuesday 29 February, today: a few twitches, a result of the check"
    assert "February 2028. Days with twitches: 2. Without: 1. Not told: 26." in page
    assert page.count("btn primary") == 1
    assert 'href="/day/?date=2028-02-29&back=month"' in page
    assert "month=2028-03" not in page, "that month has not begun"
    assert 'href="/calendar/?month=2028-01"' in page
    before = page_of(client, "/calendar/?month=2028-01")
    assert names(before)[-1] == "Monday 31 January: some twitches"
    assert '<h2 id="day-name">Monday 31 January</h2>' in before, "the newest day that tells"
    chosen = page_of(client, "/calendar/?day=2028-01-12")
    assert '<h2 id="day-name">Wednesday 12 January</h2>' in chosen
    assert "Nothing noted" in chosen
    last = page_of(client, "/calendar/?day=2028-01-31")
    (turn,) = re.findall(r'<nav class="turn".*?</nav>', last)
    turned = re.findall(r'href="/calendar/\?month=(\S+)"', turn)
    assert turned == ["2027-12", "2028-02"], "no short month is skipped from a 31st"


def test_months_to_come_are_shown_as_far_as_a_visit_is_booked(
    client: Client, person: Person
) -> None:
    booked = visit(day=date(2028, 2, 20), on=date(2028, 4, 11), by="neurologist")
    log_entries(person=person, by="t", entries=[booked])
    assert 'href="/calendar/?month=2028-03"' in page_of(client, "/calendar/")
    page = page_of(client, "/calendar/?month=2028-04")
    (linked,) = re.findall(r'<a class="md later" href="([^"]+)">', page)
    assert linked == "/journal/2028-04-11/"
    assert "Booked for 11 April 2028" in page_of(client, linked)
    assert linked in page_of(client, "/calendar/?day=2028-04-11"), "where its day leads"
    assert "Not told" not in page, "nobody knows of days to come"
    assert "Open this day" not in page
    assert "month=2028-05" not in page
    assert client.get("/calendar/?month=2028-05").status_code == 400


def test_days_to_come_are_no_links_and_no_month_can_be_asked_ahead(
    client: Client, person: Person
) -> None:
    with time_machine.travel(datetime(2028, 3, 1, 9, tzinfo=UTC), tick=True):
        page = page_of(client, "/calendar/")
        assert names(page) == ["Wednesday 1 March, today: nothing noted"]
        assert page.count('<span class="md later"> <b>') == 30
        assert "March 2028 so far. Days with twitches: 0. Without: 0. Not told: 1." in page
        for address in ("month=2028-04", "day=2028-04-02", "month=2028-13", "month=x", "day=x"):
            assert client.get(f"/calendar/?{address}").status_code == 400, address


def test_a_day_that_was_opened_from_its_month_leads_back_there(
    client: Client, person: Person
) -> None:
    answer = client.post(
        "/day/", {"date": "2028-02-10", "back": "month", "save": "1", "stress": "calm"}
    )
    assert answer["Location"] == "/calendar/?day=2028-02-10#day"
    assert "Saved for Thursday 10 February 2028." in page_of(client, "/calendar/?day=2028-02-10")


def test_a_month_marks_every_visit_that_stands_as_the_result_names_them(
    client: Client, person: Person
) -> None:
    told = {"day": date(2028, 1, 20), "what": "visit", "by": "family_doctor"}
    log_entries(
        person=person, by="t",
        entries=[
            visit(day=date(2028, 2, 1), on=date(2028, 2, 8), by="neurologist"),
            visit(day=date(2028, 2, 2), on=date(2028, 2, 15), by="other"),
            visit(day=date(2028, 2, 9), on=date(2028, 2, 22), by="neurologist"),
            examination(**told, review=date(2028, 2, 17)),
        ],
    )  # fmt: skip
    booked = [
        name.removesuffix("a visit is booked")
        for name in names(page_of(client, "/calendar/"))
        if "booked" in name
    ]
    assert booked == [
        f"{day}: nothing noted, " for day in
        ("Tuesday 15 February", "Thursday 17 February", "Tuesday 22 February")
    ]  # fmt: skip


def test_the_month_reads_its_own_rows_alone(person: Person) -> None:
    first, last = date(2028, 2, 1), date(2028, 2, 29)
    entries = [tally(day=first + timedelta(days=n), amount="some") for n in (-1, 0, 27, 28)]
    log_entries(person=person, entries=entries, by="t")
    read = journal_of_days(person, first, last)
    assert [one.day.day for one in read.entries] == [1, 28, 29]
    assert not days_of_results(person, first, last)


def test_the_feed_of_reminders_is_open_and_the_month_beside_it_is_not(
    client: Client, stranger: Client, person: Person
) -> None:
    assert client.get("/calendar/").status_code == 200
    for address in ("/calendar/", "/calendar/?x=.ics", "/calendar/x.ics/"):
        assert stranger.get(address).status_code == 403, address
    assert stranger.get("/calendar/nobody-knows.ics").status_code == 404


def test_a_month_is_said_in_german() -> None:
    entries = (tally(day=date(2027, 3, 1), amount="some"),)
    today = date(2027, 3, 31)
    days = month_days(Journal(entries), date(2027, 3, 9), today=today)
    with speaking("de"):
        assert day_told(days[0], today=today) == "Montag, 1. März: einige Zuckungen"
        assert month_told(days, today=date(2027, 3, 2)) == (
            "März 2027 bisher. Tage mit Zuckungen: 1. Ohne: 0. Nicht bekannt: 1."
        )
