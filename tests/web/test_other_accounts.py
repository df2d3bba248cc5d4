"""Another account of the computer is a stranger, whatever it brings along."""

import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest
from django.test import Client

from myolog.store.models import Key
from myolog.store.selectors import Person
from myolog.web import accounts
from myolog.web.accounts import OTHER_ACCOUNT, is_other_account
from tests.web.test_guard_open import launch

OTHER, OWN = 65_534, 1_234
as_root = pytest.mark.skipif(
    sys.platform != "linux" or os.getuid() != 0, reason="takes the accounts of other users"
)


@contextmanager
def held_by(account: int, family: int, host: str) -> Iterator[socket.socket]:
    """Give the server's end of a connection whose other end an account holds."""
    with socket.socket(family) as listening:
        listening.bind((host, 0))
        listening.listen()
        waits, ends = os.pipe()
        child = os.fork()
        if child == 0:
            with suppress(BaseException):
                os.setuid(account)
                asking = socket.socket(family)
                asking.connect(listening.getsockname())
                os.read(waits, 1)
            os._exit(0)
        taken, _ = listening.accept()
        with taken:
            yield taken
        os.write(ends, b".")
        os.waitpid(child, 0)
        os.close(waits)
        os.close(ends)


@as_root
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
@pytest.mark.parametrize(
    ("family", "host"), [(socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")]
)
@pytest.mark.parametrize(("account", "other"), [(OWN, False), (0, False), (OTHER, True)])
def test_linux_tells_whose_a_connection_is(
    monkeypatch: pytest.MonkeyPatch, family: int, host: str, account: int, other: bool
) -> None:
    with held_by(account, family, host) as taken:
        monkeypatch.setattr(accounts.os, "getuid", lambda: OWN)
        assert is_other_account(taken) is other


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells")
def test_who_has_let_go_already_is_not_taken_for_us(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        with socket.create_connection(listening.getsockname()) as asking:
            taken, _ = listening.accept()
            own = os.getuid() or OWN
            monkeypatch.setattr(accounts.os, "getuid", lambda: own)
            assert is_other_account(taken) is False
            asking.sendall(b"POST / HTTP/1.1\r\n")
        assert is_other_account(taken) is True
        taken.close()


def test_where_nobody_can_tell_the_other_walls_stand_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        monkeypatch.setattr(accounts.os, "getuid", lambda: OWN)
        assert is_other_account(ours) is False


@pytest.mark.store
def test_another_account_gets_nothing_for_a_cookie_a_link_or_a_token(
    client: Client, program: Client, person: Person
) -> None:
    other = {OTHER_ACCOUNT: True}
    assert client.get("/journal/").status_code == 200
    answer = client.get("/journal/", **other)
    assert answer.status_code == 403
    assert "Another user of this computer runs Myolog here" in answer.content.decode()
    assert 'href="/emergency/"' in answer.content.decode()
    assert program.get("/api/v1/episodes").status_code == 200
    assert program.get("/api/v1/episodes", **other).status_code == 403
    link = launch(person)
    assert client.get(link, **other).status_code == 403
    assert Key.objects.filter(kind="launch", used_at__isnull=True).count() == 1
    assert client.get("/emergency/", **other).status_code == 200
    drawn = client.get("/static/mark.svg", **other)
    drawn.close()
    assert drawn.status_code == 200
