"""At the door: Myolog and a browser prove who they are, and a cookie alone is worth little."""

import hashlib
import hmac
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from myolog.store.models import Key
from myolog.store.selectors import Person
from myolog.store.services import access
from myolog.web.door import COOKIE
from tests.web.test_guard_open import launch

pytestmark = [pytest.mark.store, pytest.mark.django_db]

HERE = "localhost"
A_YEAR = timedelta(days=365)


def told(asker: Client, path: str, *, host: str = HERE, **said: object) -> Any:
    """Ask as the script does, with the token of the page."""
    token = asker.cookies["csrftoken"].value if "csrftoken" in asker.cookies else ""
    headers = {"host": host, "X-CSRFToken": token}
    port = host.partition(":")[2] or "80"
    return asker.post(
        path, json.dumps(said), content_type="application/json", headers=headers, SERVER_PORT=port
    )


def mac(key: str, *said: str) -> str:
    """Work out what a holder of the key says: HMAC-SHA256 over its lines, in hex."""
    return hmac.new(bytes.fromhex(key), "\n".join(said).encode(), hashlib.sha256).hexdigest()


def entered(browser: Client, key: dict[str, str]) -> Any:
    """Knock and answer, as a browser that holds the key."""
    asked = told(browser, "/door/", browser=key["browser"], nonce="0123").json()
    assert asked["proof"] == mac(key["key"], "server", HERE, "0123")
    answer = mac(key["key"], "browser", HERE, asked["challenge"])
    return told(
        browser,
        "/door/in/",
        browser=key["browser"],
        challenge=asked["challenge"],
        answer=answer,
    )


@pytest.fixture
def key(client: Client) -> dict[str, str]:
    """Give the key that the owner's browser was handed, and has proved."""
    handed: dict[str, str] = told(client, "/door/key/").json()
    answer = entered(client, handed)
    assert (answer.status_code, answer.json()) == (200, {"open": True})
    assert COOKIE not in answer.cookies
    return handed


def status(browser: Client) -> int:
    return int(browser.get("/settings/").status_code)


def with_cookie(secret: str) -> Client:
    browser = Client(headers={"host": HERE})
    browser.cookies[COOKIE] = secret
    return browser


def test_the_key_is_handed_over_once_and_to_nobody_else(
    client: Client, stranger: Client, key: dict[str, str]
) -> None:
    assert len(bytes.fromhex(key["key"])) == 32
    assert told(client, "/door/key/").json() == {}
    assert told(stranger, "/door/key/").status_code == 403
    assert key["key"] not in {str(value) for row in Key.objects.values_list() for value in row}


def test_each_browser_has_a_key_of_its_own(
    client: Client, person: Person, key: dict[str, str]
) -> None:
    other = Client(headers={"host": HERE})
    other.get(launch(person))
    second = told(other, "/door/key/").json()
    assert second["key"] != key["key"]
    assert second["browser"] != key["browser"]


def test_a_cookie_got_while_myolog_was_stopped_opens_nothing(
    client: Client, key: dict[str, str]
) -> None:
    thief = with_cookie(client.cookies[COOKIE].value)
    assert status(thief) == 200, "while Myolog goes on, the cookie is a cookie"
    access.end_passes()  # Myolog starts anew
    assert status(thief) == 403
    assert entered(client, key).status_code == 200
    assert status(client) == 200, "its own browser is let in again"
    assert client.cookies[COOKIE].value != thief.cookies[COOKIE].value
    assert status(thief) == 403
    assert told(thief, "/door/key/").status_code == 403


def test_a_cookie_got_while_it_runs_ends_within_two_hours_and_at_the_next_proof(
    client: Client, key: dict[str, str]
) -> None:
    secret, now = client.cookies[COOKIE].value, datetime.now(UTC)
    assert access.owner_of(secret, now=now + timedelta(hours=1, minutes=59)) is not None
    assert access.owner_of(secret, now=now + timedelta(hours=2, seconds=1)) is None
    later = now + timedelta(hours=1, seconds=1)
    new = access.let_in(key["browser"], cookie=secret, now=later)
    assert new is not None
    assert new.secret
    assert access.owner_of(secret, now=later) is None
    assert access.owner_of(new.secret, now=later) is not None


def test_a_browser_that_proves_itself_stays_for_90_days(
    client: Client, key: dict[str, str]
) -> None:
    now = datetime.now(UTC)
    assert access.let_in(key["browser"], cookie="", now=now + timedelta(days=89)) is not None
    assert access.let_in(key["browser"], cookie="", now=now + timedelta(days=91)) is None


def test_a_browser_that_never_proves_itself_stays_for_a_day(client: Client) -> None:
    secret, now = client.cookies[COOKIE].value, datetime.now(UTC)
    access.end_passes()
    assert access.owner_of(secret, now=now + timedelta(hours=23)) is not None
    assert access.owner_of(secret, now=now + timedelta(hours=25)) is None


@pytest.mark.parametrize("ahead", [timedelta(hours=3), A_YEAR])
def test_a_cookie_got_while_the_clock_was_ahead_has_ended_and_a_proof_begins_it_anew(
    client: Client, key: dict[str, str], ahead: timedelta
) -> None:
    secret, right = client.cookies[COOKIE].value, datetime.now(UTC) - ahead
    assert access.owner_of(secret, now=right) is None
    new = access.let_in(key["browser"], cookie=secret, now=right)
    assert new is not None
    assert access.owner_of(new.secret, now=right) is not None
    assert access.let_in(key["browser"], cookie="", now=right + timedelta(days=91)) is None


def test_a_clock_set_right_by_a_few_minutes_shuts_nobody_out(client: Client) -> None:
    secret = client.cookies[COOKIE].value
    assert access.owner_of(secret, now=datetime.now(UTC) - timedelta(minutes=4)) is not None


def test_a_link_and_a_browser_without_scripts_of_a_clock_ahead_open_nothing_any_more(
    client: Client, person: Person
) -> None:
    now = datetime.now(UTC)
    link = access.new_launch_token(person=person, now=now + A_YEAR)
    secret = client.cookies[COOKIE].value
    assert access.open_browser_with(link, now=now) is None
    assert access.owner_of(secret, now=now - A_YEAR) is None
    again = access.new_launch_token(person=person, now=now - A_YEAR)
    assert access.open_browser_with(again, now=now - A_YEAR) is not None
    assert access.close_browsers(person=person, by="t", now=now - A_YEAR) == 2


def test_who_was_shut_out_is_told_so_by_myolog_itself(
    client: Client, person: Person, key: dict[str, str]
) -> None:
    access.close_browsers(person=person, by="test", now=datetime.now(UTC))
    answer = entered(client, key)
    assert (answer.status_code, answer.json()) == (403, {"open": False})
    assert status(client) == 403


def test_a_proof_is_for_one_address_one_browser_and_one_minute(
    client: Client, key: dict[str, str]
) -> None:
    browser, nonce = key["browser"], "ab"
    here = told(client, "/door/", browser=browser, nonce=nonce).json()["proof"]
    there = told(client, "/door/", host="localhost:8418", browser=browser, nonce=nonce).json()
    assert here != there["proof"]
    challenge = there["challenge"]
    elsewhere = mac(key["key"], "browser", "localhost:8418", challenge)
    wrong = {"browser": browser, "challenge": challenge, "answer": elsewhere}
    assert told(client, "/door/in/", **wrong).status_code == 400
    unknown = "00000000-0000-4000-8000-000000000000"
    other = told(client, "/door/", browser=unknown, nonce=nonce).json()
    answer = mac(key["key"], "browser", HERE, other["challenge"])
    mixed = {"browser": browser, "challenge": other["challenge"], "answer": answer}
    assert told(client, "/door/in/", **mixed).status_code == 400


@pytest.mark.parametrize("off", [timedelta(seconds=61), -timedelta(seconds=61), -A_YEAR])
def test_a_challenge_of_another_time_is_none(
    client: Client, key: dict[str, str], off: timedelta
) -> None:
    asked = told(client, "/door/", browser=key["browser"], nonce="1").json()["challenge"]
    answer = {
        "browser": key["browser"],
        "challenge": asked,
        "answer": mac(key["key"], "browser", HERE, asked),
    }
    assert told(client, "/door/in/", **answer).status_code == 200
    with time_machine.travel(datetime.now(UTC) + off):
        assert told(client, "/door/in/", **answer).status_code == 400


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"browser": "x", "nonce": "y"},
        {"browser": None, "nonce": "y"},
        {"browser": "00000000-0000-4000-8000-000000000000", "nonce": 5},
        {"browser": "00000000-0000-4000-8000-000000000000", "nonce": "y" * 3000},
    ],
)
def test_what_no_script_of_ours_sends_is_refused(stranger: Client, said: dict[str, object]) -> None:
    assert told(stranger, "/door/", **said).status_code == 400
    assert told(stranger, "/door/in/", **said).status_code == 400
    assert stranger.get("/door/").status_code == 405


def test_another_page_cannot_knock(client: Client) -> None:
    for path in ("/door/", "/door/in/", "/door/key/"):
        foreign = {"sec-fetch-site": "cross-site", "origin": "https://evil.example"}
        assert client.post(path, headers=foreign).status_code == 403


def test_a_form_sent_with_an_ended_cookie_is_offered_again_as_it_was_typed(
    client: Client, key: dict[str, str]
) -> None:
    access.end_passes()
    answer = client.post("/log/", {"site": "calf", "note": "two <b>words</b>"})
    text = answer.content.decode()
    assert answer.status_code == 403
    assert "two &lt;b&gt;words&lt;/b&gt;" in text
    assert '<meta name="door" content="knock">' in text
    assert '<meta name="keeps" content="">' in text, "what is kept goes only once it is known why"


def test_the_pages_say_what_to_do_at_the_door(client: Client, stranger: Client) -> None:
    def door(browser: Client, path: str) -> str:
        return browser.get(path).content.decode().split('name="door" content="')[1].split('"')[0]

    assert door(client, "/settings/") == "new"
    assert entered(client, told(client, "/door/key/").json()).status_code == 200
    assert door(client, "/settings/") == ""
    assert door(stranger, "/settings/") == ""
    access.end_passes()
    assert door(client, "/settings/") == "knock"


def test_a_browser_that_was_emptied_takes_its_key_anew(client: Client, key: dict[str, str]) -> None:
    answer = client.post("/settings/erase/", {"sure": "erase"})
    assert answer["Clear-Site-Data"] == '"storage"'
    assert told(client, "/door/key/").json() == key
    assert status(client) == 200


def test_a_form_at_the_door_is_refused(client: Client) -> None:
    for address in ("/door/", "/door/in/"):
        assert client.post(address, {"browser": "x"}).status_code == 400
