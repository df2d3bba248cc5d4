"""What is unusual is asked about once, keeps what was typed, and is stored when it is confirmed."""

import re
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.test import Client

from myolog.journal.entries import CheckWindow, DayExposure
from myolog.store.selectors import Person, journal_of
from myolog.store.services.people import set_language

pytestmark = pytest.mark.django_db


def told(**over: str) -> dict[str, str]:
    return {"key": str(uuid4()), "save": "1", **over}


def confirmed(page: str) -> list[str]:
    return re.findall(r'name="sure" value="([^"]*)"', page)


def test_a_day_asks_keeps_the_text_and_stores_on_the_second_saving(
    client: Client, person: Person
) -> None:
    form = {"value:caffeine": "1 500", "value:sleep_min": "7:30"}
    answer = client.post("/day/", told(**form))
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "Caffeine: 1500 mg is unusual." in page
    assert 'value="1 500"' in page
    assert journal_of(person).entries == ()
    assert confirmed(page) == ["caffeine=1500"]
    again = client.post("/day/", told(**form, sure="caffeine=1500"))
    assert again.status_code == 302
    stored = {one.code: one.value for one in journal_of(person).of(DayExposure)}
    assert stored == {"caffeine": 1500, "sleep_min": 450}


def test_another_unusual_value_is_asked_anew(client: Client, person: Person) -> None:
    answer = client.post("/day/", told(**{"value:caffeine": "1600"}, sure="caffeine=1500"))
    assert answer.status_code == 400
    assert confirmed(answer.content.decode()) == ["caffeine=1600"]
    assert journal_of(person).entries == ()


def test_what_cannot_be_is_refused_however_often_it_is_confirmed(
    client: Client, person: Person
) -> None:
    answer = client.post("/day/", told(**{"value:caffeine": "99999"}, sure="caffeine=99999"))
    assert answer.status_code == 400
    assert "must be between 0 and 2000 mg" in answer.content.decode()
    assert journal_of(person).entries == ()


def test_an_ordinary_day_and_a_quick_choice_ask_nothing(client: Client, person: Person) -> None:
    form = told(sleep="under_6", exercise="none", **{"value:caffeine": "180"})
    assert client.post("/day/", form).status_code == 302
    assert "is unusual" not in client.get("/day/").content.decode()


def test_a_look_asks_in_the_language_of_the_person(client: Client, person: Person) -> None:
    set_language(person=person, language="de", by="test")
    answer = client.post("/look/", told(count="900"))
    assert answer.status_code == 400
    assert "900 ist ungewöhnlich." in answer.content.decode()
    assert 'value="900"' in answer.content.decode()
    assert client.post("/look/", told(count="900", sure="look=900")).status_code == 302
    assert journal_of(person).of(CheckWindow)[0].count == 900


def test_facts_are_asked_about(client: Client, person: Person) -> None:
    answer = client.post("/settings/about/", told(weight_kg="390"))
    assert answer.status_code == 400
    assert confirmed(answer.content.decode()) == ["weight_kg=390.0"]
    assert journal_of(person).profile == {}
    client.post("/settings/about/", told(weight_kg="390", sure="weight_kg=390.0"))
    assert journal_of(person).profile["weight_kg"].value == 390


def sent_by(client: Client, *, live: str, form: dict[str, str]):  # type: ignore[no-untyped-def]
    at = datetime.now(UTC).isoformat()
    headers = {"X-Outbox-Kept": at, "X-Outbox-Sent": at, "X-Outbox-Live": live}
    return client.post("/day/", form, headers=headers)


def test_a_device_that_sends_later_is_never_stuck_and_is_told(
    client: Client, person: Person
) -> None:
    answer = sent_by(client, live="no", form=told(**{"value:caffeine": "1500"}))
    assert answer.status_code == 200
    assert "Caffeine: 1500 mg is unusual. It is noted as you gave it." in answer.json()["sentence"]
    assert [one.value for one in journal_of(person).of(DayExposure)] == [1500]


def test_a_device_whose_person_waits_is_asked(client: Client, person: Person) -> None:
    answer = sent_by(client, live="yes", form=told(**{"value:caffeine": "1500"}))
    assert answer.status_code == 400
    assert "Caffeine: 1500 mg is unusual." in answer.content.decode()
    assert journal_of(person).entries == ()
    sure = told(**{"value:caffeine": "1500"}, sure="caffeine=1500")
    assert "sentence" not in sent_by(client, live="yes", form=sure).json()
