"""Today: the check-in comes first until it is done, and what else is asked is one short list."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from django.test import Client

from myolog.store.selectors import Person
from myolog.store.services.care import record_answers
from myolog.store.services.journal import log_entries
from myolog.store.services.people import set_zone
from myolog.web.moment import today_for
from tests.factories import episode, tally

pytestmark = [pytest.mark.store, pytest.mark.django_db]


@pytest.fixture
def person(person: Person) -> Person:
    """Give a person on Kiritimati, fourteen hours ahead of UTC."""
    return set_zone(person=person, zone="Pacific/Kiritimati", by="test")


def today(client: Client) -> str:
    return re.sub(r"\s+", " ", unescape(client.get("/").content.decode()))


def twitch(person: Person, minutes: int = 1, **over: str) -> None:
    moment = datetime.now(UTC) - timedelta(minutes=minutes)
    noted = episode(started_at=moment, zone=person.zone, **over)
    log_entries(person=person, entries=[noted], by="t")


def test_single_twitches_leave_the_check_in_where_it_is(client: Client, person: Person) -> None:
    log_entries(person=person, by="t", entries=[tally(day=today_for(person) - timedelta(days=1))])
    open_day = today(client)
    for n in range(1, 7):
        twitch(person, n)
        page = today(client)
        assert page.count('class="btn primary full" href="/day/"') == 1, n
        assert page.index('href="/day/"') < page.index("/log/"), n
        assert "None today" not in page, "it can no longer hold"
    assert "None today" in open_day
    log_entries(person=person, by="t", entries=[tally(day=today_for(person))])
    page = today(client)
    assert "btn primary" not in page
    assert "Noted for today. That is enough." in page


def test_the_usual_places_stand_before_the_body(client: Client, person: Person) -> None:
    day = today_for(person)
    log_entries(
        person=person, by="t",
        entries=[tally(site="eyelid", side="right", day=day - timedelta(days=n)) for n in (2, 3)],
    )  # fmt: skip
    twitch(person)
    page = today(client)
    chips = re.findall(r'class="chip" href="([^"]+)">([^<]+)</a>', page)
    assert chips == [
        ("/log/?place=eyelid/right", "Right eyelid"), ("/log/?place=calf/left", "Left calf"),
    ]  # fmt: skip
    assert page.index('class="chip"') < page.index('class="map body"')


def test_what_a_result_asks_is_a_row_below_the_check_in_and_what_presses_is_on_top(
    client: Client, person: Person
) -> None:
    twitch(person)
    page = today(client)
    assert "You have not done the check yet." in page
    assert page.index("How was today?") < page.index("Also today")
    record_answers(person=person, answers={"weakness": "none"}, by="t")
    page = today(client)
    assert "Finish the check" in page or "You have not" not in page
    assert 'class="care"' not in page
    record_answers(person=person, answers={"weakness": "progressive"}, by="t")
    page = today(client)
    assert page.index('class="care" data-level="URGENT"') < page.index("How was today?")
    assert "Also today" not in page, "said once"
