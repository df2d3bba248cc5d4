"""A two-minute look: offered at set times, stored with their number, never on a day of rest."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client

from myolog.journal.entries import CheckWindow
from myolog.store.selectors import Person, journal_of
from myolog.web.moment import now_for

pytestmark = pytest.mark.django_db

OFFER = 'href="/look/"'


def set_times(client: Client, *times: str, way: str = "usual") -> None:
    form = {"way": way, "windows": "1", "window": times, "key": str(uuid4())}
    assert client.post("/settings/noting/", form).status_code == 302


def just_past(person: Person) -> str:
    """Return a time of day of a minute ago; at midnight, midnight."""
    now = now_for(person)
    past = now - timedelta(minutes=1)
    return f"{past:%H:%M}" if past.date() == now.date() else "00:00"


def test_a_look_is_stored_with_its_number_once(client: Client, person: Person) -> None:
    form = {"count": "3", "key": str(uuid4())}
    answer = client.post("/look/", form, follow=True)
    assert "Saved. That is all until the next time." in answer.content.decode()
    client.post("/look/", form)
    (look,) = journal_of(person).of(CheckWindow)
    assert (look.count, look.seconds) == (3, 120)


@pytest.mark.parametrize("count", ["", "-1", "many", "1000", "1.5"])
def test_bad_input_is_one_sentence_and_stores_nothing(
    count: str, client: Client, person: Person
) -> None:
    answer = client.post("/look/", {"count": count, "key": str(uuid4())})
    assert answer.status_code == 400
    assert "Please check" in answer.content.decode()
    assert journal_of(person).entries == ()


def test_today_offers_a_look_at_a_set_time_until_it_is_done(client: Client, person: Person) -> None:
    client.post("/day/none/", {})
    assert OFFER not in client.get("/").content.decode()
    set_times(client, just_past(person))
    assert OFFER in client.get("/").content.decode()
    client.post("/look/", {"count": "0", "key": str(uuid4())})
    set_times(client, f"{now_for(person) - timedelta(minutes=30):%H:%M}", "00:00")
    page = " ".join(client.get("/settings/noting/").content.decode().split())
    assert 'name="window" type="time" form="ways" value="00:00"' in page


def test_no_look_is_offered_while_the_person_rests(client: Client, person: Person) -> None:
    client.post("/day/none/", {})
    set_times(client, just_past(person), way="quiet")
    assert OFFER not in client.get("/").content.decode()


def test_after_three_looks_the_page_says_that_is_plenty(client: Client) -> None:
    for _ in range(3):
        assert "are plenty" not in client.get("/look/").content.decode()
        client.post("/look/", {"count": "1", "key": str(uuid4())})
    assert "are plenty" in client.get("/look/").content.decode()


def test_a_zone_that_there_is_not_is_said_and_the_count_stays(
    client: Client, person: Person
) -> None:
    answer = client.post("/look/", {"count": "7", "zone": "Mars/Base"})
    assert answer.status_code == 400
    page = answer.content.decode()
    assert "Mars/Base" in page
    assert 'value="7"' in page
    assert journal_of(person).entries == ()
