"""Two windows on one earlier day: whoever comes second is asked at once, and nothing is lost."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from html import unescape
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from myolog.journal.entries import TaskCheck
from myolog.store.selectors import Person, journal_of
from myolog.store.services.people import set_language, set_zone
from myolog.store.services.versions import open_versions
from myolog.web.moment import today_for
from tests.filling import fields_of, filled

pytestmark = [pytest.mark.store, pytest.mark.django_db]
SAVE = ("save", "1")
SLEEP = {"6_to_7": 390, "7_to_8": 450}
ASKED = {
    "en": "Something else was noted for the same day since you opened the page.",
    "de": "Seit Sie die Seite geöffnet haben, wurde für denselben Tag etwas anderes eingetragen.",
}
Send = Callable[..., HttpResponse]


@pytest.fixture
def person(person: Person) -> Person:
    """Give a person in New York, five hours behind UTC."""
    return set_zone(person=person, zone="America/New_York", by="test")


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def script(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
def send(client: Client) -> Send:
    """Give a function that saves a window as it was opened, as the outbox does or by itself."""

    def save(page: str, *, script: bool, live: str = "yes", **changed: str) -> Any:
        action = re.search(r'<form id="f"[^>]* action="([^"]+)"', page)
        as_of = re.search(r'name="as-of" content="([^"]+)"', page)
        assert action
        assert as_of
        headers = {
            "X-Outbox-Kept": datetime.now(UTC).isoformat(),
            "X-Outbox-Sent": datetime.now(UTC).isoformat(),
            "X-Outbox-Zone": "America/New_York",
            "X-Outbox-As-Of": as_of[1],
            "X-Outbox-After": "",
            "X-Outbox-Live": live,
        }
        sent = filled(fields_of(page), SAVE, **changed)
        return client.post(action[1], sent, headers=headers if script else {})

    return save


def opened(client: Client, day: date) -> str:
    return client.get(f"/day/?date={day}").content.decode()


def next_page(client: Client, answer: HttpResponse) -> str:
    """Return the page that the answer leads to, as its window shows it."""
    if answer.status_code == 409:
        return unescape(answer.content.decode())
    to = answer.json()["to"] if answer.status_code == 200 else answer.headers["Location"]
    return unescape(client.get(to.partition("#")[0]).content.decode())


def values(person: Person, day: date) -> dict[str, float]:
    return dict(journal_of(person).exposure_values.get(day, {}))


def told_by(answer: HttpResponse, client: Client, language: str = "en") -> str:
    """Return the page of the second window, which says at once that it is asked."""
    page = next_page(client, answer)
    assert "That is enough for today" not in page
    assert "Das genügt für heute" not in page
    if answer.status_code != 409:
        assert ASKED[language] in page
    return page


@pytest.mark.parametrize("days_ago", [2, 9])
def test_the_second_window_is_asked_and_loses_nothing(
    days_ago: int, script: bool, client: Client, person: Person, send: Send
) -> None:
    day = today_for(person) - timedelta(days=days_ago)
    a, b = opened(client, day), opened(client, day)
    assert send(a, script=script, sleep="6_to_7", drink__filter_coffee="2").status_code < 400
    answer = send(b, script=script, sleep="7_to_8", drink__filter_coffee="1")
    page = told_by(answer, client)
    assert values(person, day) == {"caffeine": 180, "sleep_min": SLEEP["6_to_7"]}
    if not script:
        assert answer.status_code == 409
        assert "This was changed elsewhere since you opened the page" in page
        assert send(page, script=False).status_code == 302
    else:
        assert "Two versions of" in page
        (question,) = open_versions(person)
        client.post(f"/journal/versions/{question.id}/", {"keep": "other"})
    assert values(person, day) == {"caffeine": 90, "sleep_min": SLEEP["7_to_8"]}


def test_fields_that_only_one_window_changed_come_together(
    script: bool, client: Client, person: Person, send: Send
) -> None:
    day = today_for(person) - timedelta(days=2)
    a, b = opened(client, day), opened(client, day)
    send(a, script=script, sleep="6_to_7")
    answer = send(b, script=script, stress="calm")
    assert ASKED["en"] not in next_page(client, answer)
    assert values(person, day) == {"sleep_min": SLEEP["6_to_7"], "stress": 1}


def test_it_is_said_in_german_and_only_where_the_person_waits(
    client: Client, person: Person, send: Send
) -> None:
    set_language(person=person, language="de", by="t")
    day = today_for(person) - timedelta(days=3)
    a, b, c = (opened(client, day) for _ in range(3))
    send(a, script=True, stress="calm")
    told_by(send(b, script=True, stress="a_lot"), client, "de")
    later = send(c, script=True, live="no", stress="some")
    assert "„Heute“ fragt Sie, was gilt" in later.json()["sentence"]
    assert ASKED["de"] not in next_page(client, later)
    assert len(open_versions(person)) == 2


def test_a_weekly_look_that_is_set_aside_is_said_too(
    client: Client, person: Person, send: Send
) -> None:
    a, b = (client.get("/day/tasks/").content.decode() for _ in range(2))
    send(a, script=True, grip="harder")
    told_by(send(b, script=True, grip="fine"), client)
    (look,) = journal_of(person).of(TaskCheck)
    assert dict(look.answers) == {"grip": "harder"}


def test_an_earlier_day_emptied_or_left_as_it_is_is_not_today(
    client: Client, person: Person, send: Send
) -> None:
    day = today_for(person) - timedelta(days=2)
    send(opened(client, day), script=False, **{"value:steps": "900"})
    as_it_is = next_page(client, send(opened(client, day), script=False))
    assert "<p>Saved.</p>" in as_it_is
    emptied = next_page(client, send(opened(client, day), script=False, **{"value:steps": ""}))
    assert "Saved for " in emptied
    assert "That is enough for today" not in as_it_is + emptied
