"""Two checks open in two windows: both are kept, and the graver result stands."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from myolog.journal.records import TriageAnswers
from myolog.store.selectors import Person, journal_of, latest_assessment
from myolog.triage.check import SCREENS
from myolog.triage.urgency import Urgency
from myolog.web.moment import now_for

pytestmark = pytest.mark.django_db


def shown(client: Client, address: str) -> dict[str, str]:
    """Return the hidden fields of a screen as a window has them."""
    page = BeautifulSoup(client.get(address).content, "html.parser")
    return {
        str(field["name"]): str(field["value"]) for field in page.select("#f input[type=hidden]")
    }


def level(person: Person) -> Urgency | None:
    found = latest_assessment(person, now=now_for(person))
    assert found is not None
    return found.assessment.urgency


def calmly_on(client: Client, address: str) -> str:
    """Answer every further screen with nothing ticked."""
    plain = {"age_years": "40", "age_years_typed": "40", "run_days": "3", "site_scope": "single"}
    plain |= {"trend": "stable", "measures_tried": "no"}
    while address.startswith("/check/"):
        answer = client.post(address, shown(client, address) | plain)
        assert answer.status_code == 302, answer.content.decode()
        address = answer.headers["location"]
    return address


def test_a_calm_check_of_a_window_that_never_saw_the_grave_one_takes_nothing_back(
    client: Client, person: Person
) -> None:
    first, second = shown(client, "/check/"), shown(client, "/check/")
    answer = client.post("/emergency/check/", first | {"tick": "sudden"})
    assert answer.headers["location"] == "/result/"
    assert level(person) == Urgency.EMERGENCY
    answer = client.post("/emergency/check/", second)
    assert level(person) == Urgency.EMERGENCY
    assert calmly_on(client, answer.headers["location"]) == "/result/"
    assert level(person) == Urgency.EMERGENCY


def test_a_graver_answer_of_the_slower_window_counts_and_both_are_kept(
    client: Client, person: Person
) -> None:
    second = shown(client, "/check/")
    address = client.post("/emergency/check/", shown(client, "/check/")).headers["location"]
    assert calmly_on(client, address) == "/result/"
    assert (level(person) or 0) < Urgency.SAME_DAY
    answer = client.post("/emergency/check/", second | {"tick": "sudden"})
    assert answer.headers["location"] == "/result/"
    assert level(person) == Urgency.EMERGENCY
    assert "A check in another window was finished meanwhile." in (
        client.get("/result/").content.decode()
    )
    assert len(journal_of(person).of(TriageAnswers)) == 2


def test_the_same_screen_sent_twice_is_one_check(client: Client, person: Person) -> None:
    fields = shown(client, "/check/") | {"tick": "sudden"}
    for _ in range(2):
        answer = client.post("/emergency/check/", fields)
        assert answer.headers["location"] == "/result/"
    assert len(journal_of(person).of(TriageAnswers)) == 1


def test_a_made_up_result_changes_nothing(client: Client, person: Person) -> None:
    for known in ("nonsense", "019cd68b-9d80-7c32-9259-6207bc48be7a"):
        answer = client.post("/emergency/check/", {"known_result": known})
        assert answer.headers["location"] == f"/check/{SCREENS[1].code}/"
