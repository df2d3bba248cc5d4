"""Every page of the owner's: it answers, calmly and in few queries, and to nobody else."""

import re
from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern

from myolog.journal.example import CHECK_DAYS
from myolog.store.selectors import Person, journal_of
from myolog.web.urls import urlpatterns

pytestmark = pytest.mark.django_db

PAGES = {
    "/": "Today",
    "/log/": "Note a twitch",
    "/day/": "How was today?",
    "/day/tasks/": "This week",
    "/look/": "A two-minute look",
    "/journal/": "Journal",
    "/journal/2026-03-01/": "Sunday 1 March",
    "/journal/kept/": "Journal",
    "/journal/find/?q=forearm": "Find in the journal",
    "/calendar/": "What the signs mean",
    "/calendar/years/": "More or fewer than before?",
    "/story/": "Your story so far",
    "/patterns/": "What goes with the twitching",
    "/patterns/?now=1": "What goes with the twitching",
    "/programme/": "Your four weeks are over.",
    "/programme/questions/": "A few things first",
    "/programme/review/": "Looking back",
    "/programme/reminders/": "Reminders",
    "/programme/practice/": "Ten quiet minutes",
    "/check/": "The check",
    "/result/": "Your result",
    "/learn/": "Understand twitches",
    "/learn/warning-signs/": "Warning signs",
    "/learn/search/?q=eyelid": "Search",
    "/learn/guide/": "The guide in order",
    "/report/": "Page for the doctor",
    "/report/details/": "Questions, visits and medicines",
    "/settings/": "Settings",
    "/settings/about/": "About you",
    "/settings/noting/": "How much to note",
    "/settings/own/": "Own things to track",
    "/worry/": "Worry and mood",
    "/settings/backups/": "Backups",
    "/settings/erase/": "Erase everything",
    "/privacy/": "Your data",
}
READS = (
    "/report/page.png",
    "/report/pdf/",
    "/report/text/",
    "/settings/take/jsonl/",
    "/settings/take/csv/",
)
SOME_ID = "00000000-0000-7000-8000-000000000000"
WRITES = (
    "/emergency/check/",
    "/check/correct/",
    "/day/none/",
    f"/journal/{SOME_ID}/delete/",
    f"/journal/{SOME_ID}/restore/",
    f"/journal/{SOME_ID}/other-side/",
    "/programme/tick/",
    "/programme/headache/",
    "/programme/pause/",
    "/programme/keep/",
    "/programme/reminders/address/",
    "/settings/country/",
    "/settings/backups/look/",
    "/settings/backups/place/",
    "/settings/backups/restore/",
    "/settings/revoke/",
    "/settings/close-others/",
    "/settings/close-this/",
    "/settings/stop/",
)
FEW = 8
"""Queries: the key, whether somebody told who it is for, the journal and its version, the newest
result, the number of writes since, when each visit was noted, and one more on Today."""
FEW_ON_TODAY = 10
"""Two more when a visit is overdue: whether that was said this week, and that it is said now."""


@pytest.mark.store
def test_every_page_answers_in_few_queries_with_help_one_tap_away(
    client: Client, full: Person
) -> None:
    assert {address: wrong for address in PAGES if (wrong := faults_of(client, address))} == {}


def faults_of(client: Client, address: str) -> list[str]:
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address)
    text = answer.content.decode()
    parts = (PAGES[address], 'lang="en"', 'href="/emergency/"', 'href="/emergency/#talk"')
    few = FEW_ON_TODAY if address == "/" else FEW
    return [
        *([f"{len(asked)} queries"] if len(asked) > few else []),
        *([] if answer.status_code == 200 else [str(answer.status_code)]),
        *([] if re.search(r"<title>\s*(.*\S)\s+- Myolog</title>", text) else ["no title"]),
        *(f"no {part}" for part in parts if part not in text),
    ]


@pytest.mark.store
def test_a_download_answers_in_few_queries(
    client: Client, full: Person, django_assert_max_num_queries
) -> None:
    for address in READS:
        with django_assert_max_num_queries(FEW, info=address):
            answer = client.get(address)
        assert answer.status_code == 200, address


def test_a_stranger_sees_nothing(stranger: Client, full: Person) -> None:
    for address in (*PAGES, *READS, "/settings/copy/"):
        answer = stranger.get(address)
        assert answer.status_code == 403, address
        assert "forearm" not in answer.content.decode(), address
        assert "/emergency/" in answer.content.decode(), address


def test_pages_refuse_other_methods(client: Client, full: Person) -> None:
    for address in {a.partition("?")[0] for a in PAGES}:
        assert client.delete(address).status_code == 405, address
        assert client.put(address).status_code == 405, address


@pytest.mark.parametrize("address", WRITES)
def test_writes_refuse_a_plain_read(address: str, client: Client) -> None:
    assert client.get(address).status_code == 405


@pytest.mark.parametrize("address", ["/log/", "/day/", "/look/", "/story/", *WRITES])
def test_writes_refuse_a_missing_csrf_token(address: str, strict_client: Client) -> None:
    assert strict_client.post(address, {}).status_code == 403


def test_no_address_is_left_out_here() -> None:
    known = {a.partition("?")[0].strip("/").split("/")[0] for a in (*PAGES, *READS, *WRITES)}
    known |= {"open", "emergency", "offline", "worker.js", "manifest.webmanifest", "calendar"}
    known |= {"door"}  # in test_at_the_door
    for one in urlpatterns:
        assert isinstance(one, URLPattern)
        first = str(one.pattern).lstrip("^").split("/")[0]
        assert first in known | {"api"}, f"add {one.pattern} to this file"


@pytest.mark.parametrize(
    "address",
    [
        "/journal/x/",
        "/journal/2026-02-30/",
        "/journal/?before=0001-01-01",
        "/day/?date=x",
        "/day/?date=0001-01-01",
        "/day/?date=2999-01-01",
    ],
)
def test_a_wrong_date_is_one_sentence(address: str, client: Client) -> None:
    answer = client.get(address)
    assert answer.status_code == 400
    assert "date" in answer.content.decode() or "future" in answer.content.decode()
    assert "Traceback" not in answer.content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "/nothing/",
        "/learn/nothing/",
        "/check/nothing/",
        f"/journal/{SOME_ID}/",
        "/settings/take/x/",
    ],
)
def test_a_page_that_does_not_exist_is_one_calm_sentence(address: str, client: Client) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert "/emergency/" in answer.content.decode()


def test_example_days_are_in_the_past() -> None:
    assert CHECK_DAYS[-1] < datetime.now(UTC).date()


def test_a_page_fetched_to_be_kept_takes_no_message_away(client: Client, full: Person) -> None:
    episode = journal_of(full).episodes[-1].id
    there = client.post(f"/journal/{episode}/delete/", {})["Location"]
    kept = client.get(there, headers={"myolog-kept": "yes"}).content.decode()
    read = client.get(there).content.decode()
    assert ("Deleted" in kept, "Deleted" in read) == (False, True)
