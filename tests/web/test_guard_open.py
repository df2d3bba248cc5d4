"""Opening the journal with the one-time address, and staying out without it."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from myolog.store.models import AuditEvent, Key
from myolog.store.selectors import Person
from myolog.store.services import access
from myolog.web.door import COOKIE


def launch(person: Person, now: datetime | None = None) -> str:
    return f"/open/{access.new_launch_token(person=person, now=now or datetime.now(UTC))}/"


def test_the_link_lets_a_browser_in(stranger: Client, person: Person) -> None:
    answer = stranger.get(launch(person))
    assert (answer.status_code, answer["Location"]) == (302, "/")
    cookie = stranger.cookies[COOKIE]
    assert cookie["httponly"] is True
    assert (cookie["samesite"], cookie["path"], cookie["max-age"]) == ("Strict", "/", 90 * 86_400)
    assert stranger.cookies["csrftoken"]["samesite"] == "Strict"
    assert stranger.get("/nothing-here/").status_code == 404
    assert AuditEvent.objects.filter(person=person, action="open_browser").count() == 1


def test_only_a_hash_of_each_secret_is_kept(client: Client, person: Person) -> None:
    secret = client.cookies[COOKIE].value
    kept = {value for row in Key.objects.values_list() for value in map(str, row)}
    assert secret not in kept
    assert Key.objects.filter(person=person, kind="owner").count() == 1


def test_a_used_link_is_dead(stranger: Client, person: Person) -> None:
    link = launch(person)
    stranger.get(link)
    other = Client(headers={"host": "localhost"})
    answer = other.get(link)
    assert answer.status_code == 403
    assert COOKIE not in other.cookies


def test_a_used_link_still_leads_in_where_the_journal_is_open(
    stranger: Client, person: Person
) -> None:
    link = launch(person)
    stranger.get(link)
    assert stranger.get(link).status_code == 302


def test_a_link_is_dead_after_a_day_or_when_a_newer_one_is_made(
    stranger: Client, person: Person
) -> None:
    old = launch(person, datetime.now(UTC) - timedelta(days=1, seconds=1))
    assert stranger.get(old).status_code == 403
    first = launch(person)
    launch(person)
    assert stranger.get(first).status_code == 403


def test_looking_ahead_does_not_use_the_link_up(stranger: Client, person: Person) -> None:
    link = launch(person)
    assert stranger.head(link).status_code == 204
    assert stranger.get(link, headers={"sec-purpose": "prefetch"}).status_code == 204
    assert stranger.get(link).status_code == 302


@pytest.mark.parametrize("path", ["/", "/journal/", "/result/", "/settings/", "/nothing-here/"])
def test_a_stranger_sees_one_sentence_and_the_way_to_help(stranger: Client, path: str) -> None:
    answer = stranger.get(path)
    assert answer.status_code == 403
    assert "This journal is closed in this browser." in answer.content.decode()
    assert 'href="/emergency/"' in answer.content.decode()


def test_a_browser_is_shut_out_when_revoked(client: Client, person: Person) -> None:
    secret = client.cookies[COOKIE].value
    now = datetime.now(UTC)
    assert access.owner_of(secret, now=now) == person
    access.close_browsers(person=person, by="test", now=now)
    assert client.get("/nothing-here/").status_code == 403
