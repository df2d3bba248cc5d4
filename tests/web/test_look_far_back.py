"""Months and years: numbers a person worked out, read without the rest of the journal."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from html import unescape

import pytest
import time_machine
from django.test import Client

from myolog.journal.model import Journal
from myolog.journal.spans import Span
from myolog.store.long_rows import counted_of, journal_beside, timed_in
from myolog.store.selectors import Person, journal_of
from myolog.store.services.care import record_answers
from myolog.store.services.journal import delete_entry, log_entries
from myolog.store.services.people import set_language, set_zone
from tests.factories import episode, examination, none_today, plan, programme, tally

pytestmark = [pytest.mark.store, pytest.mark.django_db]

NOW = datetime(2026, 4, 1, 1, 30, tzinfo=UTC)
"""03:30 on 1 April in Berlin, after its clocks changed."""


@pytest.fixture
def person(person: Person) -> Iterator[Person]:
    with time_machine.travel(NOW, tick=True):
        set_zone(person=person, zone="Europe/Berlin", by="t")
        person.refresh_from_db()
        yield person


def days(first: date, counts: list[int]) -> list[object]:
    return [
        tally(day=day, count=count) if count else none_today(day=day)
        for day, count in ((first + timedelta(days=n), count) for n, count in enumerate(counts))
    ]


def page_of(client: Client, query: str = "", status: int = 200) -> str:
    answer = client.get(f"/calendar/years/{query}")
    assert answer.status_code == status
    return re.sub(r"\s+", " ", unescape(answer.content.decode()))


@pytest.fixture
def quieter(person: Person) -> Person:
    """Tell of January with 8 a day, nothing of February, and March with 2 a day."""
    log_entries(
        person=person, by="t",
        entries=[
            *days(date(2026, 1, 1), [8, 7, 9, 8] * 7),
            *days(date(2026, 3, 1), [2, 1, 3, 2] * 7),
            examination(day=date(2026, 3, 5), result="normal"),
            programme(day=date(2026, 3, 2), event="started"),
        ],
    )  # fmt: skip
    return person


def test_nothing_noted_is_said_kindly(client: Client, person: Person) -> None:
    page = page_of(client)
    assert "Nothing is noted of twitches yet" in page
    assert "<svg role" not in page
    log_entries(person=person, by="t", entries=[tally(day=date(2026, 4, 1))])
    assert "Nothing is noted of twitches yet" in page_of(client), "today is not over"


def test_months_stand_beside_one_another_and_a_gap_cannot_be_compared(
    client: Client, quieter: Person
) -> None:
    record_answers(person=quieter, answers={"weakness": "none"}, by="t")
    page = page_of(client, "?by=months")
    assert '<h2 id="answer">Cannot tell</h2>' in page, "February tells nothing"
    assert "February 2026: too few noted days for a number (0 of 28 days noted)." in page
    assert "March 2026: 2 twitches on a noted day, likely 1.6 to 2.5 (28 of 31 days noted)." in page
    assert "<td>28 of 31</td> <td>8</td>" in page
    assert "<td>0 of 28</td> <td>too few notes</td>" in page
    assert "Visits: 5 Mar; Steps" in page
    assert page.count("btn primary") == 1


def test_two_periods_of_ones_choice_are_compared_in_either_order(
    client: Client, quieter: Person
) -> None:
    chosen = "?first1=2026-03-01&last1=2026-03-31&first2=2026-01-01&last2=2026-01-31"
    page = page_of(client, chosen)
    assert '<h2 id="answer">Fewer than before</h2>' in page
    assert "March 2026: 2 twitches on a noted day" in page
    assert "January 2026: 8 twitches on a noted day" in page
    assert re.search(r"That is 0\.2\d times as many as before, likely 0\.\d\d to 0\.\d\d", page)
    assert "This says what changed, not why." in page
    assert "Left calf</th> <td>28 of 28 days" in page
    assert "March 2026: cannot tell yet. Days with a known time: 0 of the 21 needed." in page
    assert 'name="first1" type="date" required value="2026-03-01"' in page


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("first1=2026-01-09&last1=2026-01-02&first2=2026-03-01&last2=2026-03-09",
         "9 January 2026 comes after 2 January 2026."),
        ("first1=2026-01-01&last1=2026-03-02&first2=2026-03-02&last2=2026-03-09",
         "The two periods share days."),
        ("first1=2026-01-01&last1=2026-01-09&first2=2026-02-01&last2=2026-02-09",
         "Nothing was noted of twitches from 1 February 2026 to 9 February 2026."),
        ("first1=2026-01-01&last1=2026-01-09&first2=2026-03-01&last2=2026-04-01",
         "1 April 2026 is not over yet."),
        ("first1=2026-01-01&last1=&first2=2026-03-01&last2=2026-03-09",
         "The first or the last day of a period is missing."),
        ("first1=x&last1=2026-01-09&first2=2026-03-01&last2=2026-03-09", "Please check"),
        ("first1=0001-01-01&last1=2026-01-09&first2=2026-03-01&last2=2026-03-09", "Please check"),
    ],
)  # fmt: skip
def test_periods_that_cannot_be_compared_are_refused_in_one_sentence(
    client: Client, quieter: Person, query: str, said: str
) -> None:
    page = page_of(client, f"?{query}", status=400)
    assert said in page
    assert page.count('role="alert"') == 1
    assert 'id="compare"' in page, "the form is there to be mended"
    with_german(quieter)
    assert "Bitte prüfen" in page_of(client, f"?{query}", status=400)


def with_german(person: Person) -> None:
    set_language(person=person, language="de", by="t")


def test_the_page_is_german_in_german(client: Client, quieter: Person) -> None:
    with_german(quieter)
    page = page_of(client, "?by=months")
    assert "Lässt sich nicht sagen" in page
    assert "März 2026: 2 Zuckungen an einem Tag mit Eintrag" in page


def test_what_does_not_fit_in_the_address_is_left_aside(client: Client, quieter: Person) -> None:
    for query in ("?by=decades", "?before=x", "?before=2999-01-01", "?before=1900-01-01"):
        assert "Over time" in page_of(client, query), query


def test_the_database_counts_what_the_journal_tells(person: Person) -> None:
    at = datetime(2026, 3, 28, 22, 59, tzinfo=UTC)  # 23:59 in Berlin, before the clocks change
    entries = [
        *(
            episode(started_at=at + timedelta(minutes=n), zone="Europe/Berlin", side=side)
            for n, side in ((0, "left"), (2, "left"), (3, "right"), (120, "left"))
        ),
        episode(started_at=at, zone="Europe/Berlin", site="everywhere", side=None),
        tally(day=date(2026, 3, 29), site="calf", side="left", amount="many"),
        none_today(day=date(2026, 3, 27)),
        plan(day=date(2026, 3, 20)),
        tally(day=date(2026, 3, 31)),
    ]
    log_entries(person=person, by="t", entries=entries)
    deleted = next(one for one in journal_of(person).episodes if one.side == "right")
    delete_entry(person=person, id=str(deleted.id), by="t")
    found = counted_of(person, date(2026, 3, 30))
    assert dict(found.days) == {
        date(2026, 3, 27): {},
        date(2026, 3, 28): {("calf", "left"): 1, ("everywhere", None): 1},
        date(2026, 3, 29): {("calf", "left"): 6},
    }
    assert found.in_words == {date(2026, 3, 29)}
    beside = journal_beside(person, date(2026, 3, 30))
    assert [one.kind for one in beside.entries] == ["experiment_plan"]
    timed = timed_in(person, Span(first=date(2026, 3, 28), last=date(2026, 3, 28)))
    assert [one.day.day for one in timed.entries] == [28, 28]
    assert isinstance(timed, Journal)
