"""After a write, one page says so, once, and the cookie that carries it tells nothing."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.core import signing
from django.test import Client

from myolog.store.selectors import Person, journal_of
from myolog.web.notices import NoticeStorage

pytestmark = pytest.mark.django_db

COOKIE = "myolog_notices"
SAVED = "Saved: your left calf"


def note_one(client: Client, **over: str) -> None:
    fields = {"place": "calf/left", "key": str(uuid4()), "save": "1", "note": "after the dentist"}
    assert client.post("/log/", fields | over).headers["Location"] == "/"


def page(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_it_is_said_once(client: Client) -> None:
    note_one(client)
    assert SAVED in page(client, "/")
    assert SAVED not in page(client, "/")


def test_another_window_leaves_it_to_the_one_that_saved(client: Client) -> None:
    note_one(client)
    for other in ("/journal/", "/settings/", "/log/", "/programme/", "/journal/kept/"):
        assert SAVED not in page(client, other)
    assert SAVED in page(client, "/")


def test_two_windows_that_save_are_both_told(client: Client) -> None:
    note_one(client)
    client.post("/settings/", {"measured": "us"})
    assert "Saved." in page(client, "/settings/")
    assert SAVED in page(client, "/")


def test_the_cookie_holds_a_code_and_an_id_for_a_minute(client: Client, person: Person) -> None:
    note_one(client)
    cookie = client.cookies[COOKIE]
    assert (cookie["max-age"], cookie["samesite"], cookie["httponly"]) == (60, "Strict", True)
    told = signing.get_cookie_signer(salt=NoticeStorage.key_salt).unsign_object(cookie.value)
    (one,) = journal_of(person).episodes
    assert "after the dentist" in one.note
    assert str(told).count(str(one.id)) == 1
    assert "twitch" in str(told)
    assert not any(word in str(told) for word in ("calf", "left", "dentist", "Saved"))


def test_what_a_device_sends_later_says_nothing(client: Client) -> None:
    now = datetime.now(UTC).isoformat()
    fields = {"place": "calf/left", "key": str(uuid4()), "save": "1"}
    headers = {"X-Outbox-Kept": now, "X-Outbox-Sent": now, "X-Outbox-Zone": "UTC"}
    assert client.post("/log/", fields, headers=headers).json() == {"to": "/"}
    assert COOKIE not in client.cookies
    live = client.post(
        "/log/", fields | {"key": str(uuid4())}, headers=headers | {"X-Outbox-Live": "yes"}
    )
    assert live.json() == {"to": "/"}
    assert SAVED in page(client, "/")


@pytest.mark.parametrize(
    "address",
    ["/?saved=x", "/?none=1&write=2", "/settings/?changed=1", "/journal/?day=saved&write=x"],
)
def test_an_address_kept_from_an_earlier_myolog_opens(client: Client, address: str) -> None:
    assert client.get(address).status_code == 200


def test_a_cookie_of_somebody_else_says_nothing(client: Client) -> None:
    client.cookies[COOKIE] = "no:such"
    assert client.get("/").status_code == 200
