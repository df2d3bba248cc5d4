"""Noting a great deal: the whole day is offered from the fifth single log on, and nothing locks.

A person who logs sixty times a day meets the offer on the first day, on the page, in the API and at
the command line, and every one of the sixty is kept (hazard H3).
"""

import re
from datetime import UTC, datetime

import pytest
from django.test import Client

from myolog.attention.budget import SINGLE_LOGS
from myolog.content.catalogue import load
from myolog.store.selectors import Person, journal_of
from tests.web.test_api_episodes import post

pytestmark = pytest.mark.django_db

SIXTY = 60
OFFER = load().template("attention.tally.title")


def log(client: Client, n: int) -> str:
    """Log one twitch and return the page that follows."""
    answer = client.post("/log/", {"place": "calf/left", "save": "1", "note": str(n)})
    assert answer.status_code == 302
    return client.get(answer.headers["location"]).content.decode()


def test_sixty_logs_a_day_meet_the_offer_on_day_one_and_never_a_lock(
    client: Client, person: Person
) -> None:
    chosen = "/log/?place=calf/left"
    locked = client.get(chosen).content.decode().count("disabled")
    offered = [OFFER in log(client, n) for n in range(1, SIXTY + 1)]
    assert offered.index(True) + 1 == SINGLE_LOGS
    assert all(offered[SINGLE_LOGS - 1 :])
    assert len(journal_of(person).episodes) == SIXTY
    page = client.get(chosen).content.decode()
    assert OFFER in page
    assert 'action="/log/"' in page
    assert 'href="/day/"' in page
    assert page.count("disabled") == locked


def test_what_is_shown_does_not_count_along(client: Client) -> None:
    """After six and after sixteen logs, Today says the same but for the time and the keys."""
    pages = []
    for n in range(16):
        log(client, n)
        pages.append(re.sub(r"<[^>]+>", " ", client.get("/").content.decode()))
    assert pages[5] == pages[15]


def test_an_emergency_stands_above_the_offer(client: Client, person: Person) -> None:
    for n in range(SINGLE_LOGS):
        log(client, n)
    client.post(
        "/api/v1/assessment", '{"answers": {"stroke_signs": true}}', content_type="application/json"
    )
    text = client.get("/").content.decode()
    assert text.index('data-level="EMERGENCY"') < text.index(OFFER)


def test_a_program_is_offered_the_day_too_and_its_row_stays_the_same(
    program: Client, person: Person
) -> None:
    started = datetime.now(UTC).replace(hour=0, minute=0, second=1, microsecond=0)
    body = {"site": "calf", "side": "left", "started_at": started.isoformat()}
    answers = [post(program, body, key=str(n)) for n in range(SINGLE_LOGS + 1)]
    assert {answer.status_code for answer in answers} == {201}
    assert ["Myolog-Offer" in answer.headers for answer in answers] == [
        *[False] * (SINGLE_LOGS - 1),
        True,
        True,
    ]
    assert program.get(answers[-1].headers["Myolog-Offer"]).status_code == 200
    again = post(program, body, key="0")
    assert (again.status_code, again.json()) == (200, answers[0].json())
