"""Tests stay on this computer: the network block of conftest.py really blocks."""

import socket
import urllib.request

import pytest


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1", "example.com"])
def test_reaching_another_computer_fails(host: str) -> None:
    with pytest.raises(RuntimeError, match="tests stay on this computer"):
        socket.create_connection((host, 80), timeout=1)


def test_asking_for_a_name_fails() -> None:
    with pytest.raises(RuntimeError, match="tests stay on this computer"):
        socket.getaddrinfo("example.com", 443)


def test_sending_a_datagram_fails() -> None:
    with (
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender,
        pytest.raises(RuntimeError, match="tests stay on this computer"),
    ):
        sender.sendto(b"hello", ("192.0.2.1", 9))


def test_fetching_an_address_fails() -> None:
    with pytest.raises(RuntimeError, match="tests stay on this computer"):
        urllib.request.urlopen("http://example.com/", timeout=1)


def test_this_computer_answers() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        with socket.create_connection(("localhost", port), timeout=5) as client:
            assert client.getpeername()[1] == port
