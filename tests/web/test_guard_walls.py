"""What keeps web pages, rebound names and other ports away from the journal."""

import json
import logging
import sys
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from myolog.store.selectors import Person, journal_of
from myolog.web.middleware.limits import API_BODY_LIMIT
from myolog.web.quiet_log import QuietFormatter

EPISODES = "/api/v1/episodes"
BODY = json.dumps({"site": "calf", "side": "left", "started_at": "2026-01-01T00:00:00Z"})
CSP = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}


def write(browser: Client, **headers: str) -> Any:
    """Log an episode as the owner's browser does, with further headers."""
    given = {"Idempotency-Key": "k", "X-CSRFToken": browser.cookies["csrftoken"].value}
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    return browser.post(EPISODES, BODY, content_type="application/json", headers=given | names)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]"])
def test_the_three_names_of_this_computer_are_answered(client: Client, host: str) -> None:
    assert client.get("/journal/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "localhost.evil.example",
        "localhost:8417",
        "localhost:80@evil.example",
        "LOCALHOST.",
        "127.1",
        "2130706433",
        "0.0.0.0",
        "[::ffff:7f00:1]",
        "",
    ],
)
@pytest.mark.parametrize("path", ["/journal/", "/emergency/", EPISODES, "/static/myolog.css"])
def test_any_other_name_is_refused(client: Client, host: str, path: str) -> None:
    assert client.get(path, headers={"host": host}).status_code == 421


def test_the_port_belongs_to_the_name(client: Client) -> None:
    def at(host: str) -> int:
        answer = client.get("/journal/", headers={"host": host}, SERVER_PORT="8417")
        return int(answer.status_code)

    assert (at("localhost:8417"), at("localhost"), at("localhost:8418")) == (200, 421, 421)


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:1"},
        {"Origin": "https://localhost"},
        {"Referer": "https://evil.example/"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
        {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate"},
    ],
)
def test_a_write_from_elsewhere_is_refused_whatever_it_carries(
    strict_client: Client, person: Person, headers: dict[str, str]
) -> None:
    assert write(strict_client, **headers).status_code == 403
    assert not journal_of(person).entries


@pytest.mark.parametrize(
    "origin", ["http://localhost:1", "https://localhost", "http://evil", "null"]
)
def test_a_token_does_not_make_another_page_welcome(program: Client, origin: str) -> None:
    headers = {"Idempotency-Key": "k", "Origin": origin}
    answer = program.post(EPISODES, BODY, content_type="application/json", headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")


def test_the_owners_own_write_is_taken(strict_client: Client) -> None:
    own = {"Origin": "http://localhost", "Sec_Fetch_Site": "same-origin"}
    assert write(strict_client, **own).status_code == 201


def test_another_page_cannot_load_parts_but_can_link(client: Client) -> None:
    elsewhere = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}
    assert client.get("/journal/", headers=elsewhere).status_code == 403
    assert client.get("/static/myolog.css", headers=elsewhere).status_code == 403
    link = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    assert client.get("/journal/", headers=link).status_code == 200


def test_a_form_without_its_token_is_refused_in_one_sentence(strict_client: Client) -> None:
    answer = strict_client.post("/log/", {"site": "calf"})
    assert answer.status_code == 403
    assert "This page is out of date." in answer.content.decode()


@pytest.mark.parametrize("path", ["/journal/", "/nothing/", "/emergency/", EPISODES])
def test_every_answer_is_private(client: Client, path: str) -> None:
    headers = client.get(path).headers
    parts = headers["Content-Security-Policy"].split(";")
    policy = dict(part.strip().split(" ", 1) for part in parts)
    assert policy == CSP
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in headers
    assert "Server" not in headers


def test_static_files_may_be_kept_and_are_not_for_other_sites(stranger: Client) -> None:
    answer = stranger.get("/static/myolog.css")
    answer.close()
    assert answer.status_code == 200
    assert "no-store" not in answer["Cache-Control"]
    assert "Access-Control-Allow-Origin" not in answer.headers
    for path in ("/static/../settings.py", "/static/%2e%2e/settings.py", "/static/"):
        assert stranger.get(path).status_code == 404 or stranger.get(path).status_code == 403


def test_a_request_too_large_for_the_api_is_refused(program: Client) -> None:
    headers = {"Idempotency-Key": "k"}
    body = " " * (API_BODY_LIMIT + 1)
    answer = program.post(EPISODES, body, content_type="application/json", headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


@pytest.mark.parametrize("path", ["/%00/%ff", "/" + "a" * 9000, "/open/", "/open/x/y/"])
def test_an_odd_address_shows_nothing_of_the_inside(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code in {400, 403, 404}
    text = answer.content.decode()
    assert not any(word in text for word in ("Traceback", "myolog.web", "site-packages", "/src/"))


def test_our_own_failure_is_told_calmly(client: Client) -> None:
    client.raise_request_exception = False
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE store_assessmentrow")
    answer = client.get("/api/v1/assessment")
    assert (answer.status_code, answer.json()["code"]) == (500, "server_error")
    assert "store_assessmentrow" not in answer.content.decode()


def test_the_log_holds_no_text_of_the_person() -> None:
    try:
        raise ValueError("canary in an exception")
    except ValueError:
        failure = sys.exc_info()
    record = logging.LogRecord(
        "django.request", logging.ERROR, __file__, 1, "%s: %s", ("canary", "/open/canary/"), failure
    )
    line = QuietFormatter().format(record)
    assert "canary" not in line
    assert "ValueError" in line
    assert "test_guard_walls.py" in line
