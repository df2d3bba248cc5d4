"""Connections that ask for nothing, or bit by bit, do not keep the owner out."""

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from urllib.parse import urlsplit

import pytest

from myolog.web.connections import Connection, wait_for_a_pause
from tests.web.conftest import Served
from tests.web.test_guard_server import get

pytestmark = pytest.mark.store


@pytest.fixture
def crowd() -> Iterator[ExitStack]:
    """Give a place for connections that end with the test."""
    with ExitStack() as stack:
        yield stack


def connect(served: Served, crowd: ExitStack, first: bytes = b"") -> socket.socket:
    port = urlsplit(served.base).port or 80
    made = crowd.enter_context(socket.create_connection(("127.0.0.1", port), timeout=10))
    if first:
        made.sendall(first)
    return made


def is_closed(connection: socket.socket) -> bool:
    connection.settimeout(0)
    try:
        return connection.recv(1) == b""
    except BlockingIOError:
        return False
    except OSError:
        return True


def test_the_owner_is_answered_beside_150_that_say_nothing_and_150_that_never_finish(
    serve: Callable[..., Served], crowd: ExitStack
) -> None:
    server = serve()
    cookie = get(server, urlsplit(server.launch_url).path)[1]["Set-Cookie"].split(";")[0]
    silent = [connect(server, crowd) for _ in range(150)]
    assert get(server, "/", Cookie=cookie)[0] == 200
    begun = b"GET / HTTP/1.1\r\nHost: localhost\r\nX-A: "
    half = [connect(server, crowd, begun) for _ in range(150)]
    for one in half[-60:]:
        one.sendall(b"b")  # bit by bit is no busier than silent
    assert get(server, "/", Cookie=cookie)[0] == 200
    assert get(server, "/emergency/")[0] == 200
    assert all(is_closed(one) for one in silent)
    assert sum(not is_closed(one) for one in half) <= 64
    assert not is_closed(half[-1]), "the newest stay"


def test_who_asks_again_and_again_on_one_connection_stays(
    serve: Callable[..., Served], crowd: ExitStack
) -> None:
    server = serve()
    host = urlsplit(server.base).netloc.encode()
    ask = b"HEAD /static/mark.svg HTTP/1.1\r\nHost: " + host + b"\r\n\r\n"
    own = connect(server, crowd)
    for _ in range(4):
        for _ in range(50):
            connect(server, crowd)
        own.sendall(ask)
        assert own.recv(65_536).startswith(b"HTTP/1.1 200 OK")


def test_what_draws_is_loaded_only_once_nobody_has_asked_for_three_seconds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now, asked_at = 100.0, [103.5, 104.0]

    def sleep(seconds: float) -> None:
        nonlocal now
        now += seconds
        while asked_at and asked_at[0] <= now:
            monkeypatch.setattr(Connection, "busy_at", asked_at.pop(0))

    monkeypatch.setattr(time, "monotonic", lambda: now)
    monkeypatch.setattr(time, "sleep", sleep)
    monkeypatch.setattr(Connection, "busy_at", 101.0)
    wait_for_a_pause(3.0)
    assert now == 107.0
