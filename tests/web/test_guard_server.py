"""The real server: what it prints, where it listens, how it starts and ends."""

import json
import os
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Callable
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from myolog.errors import Refused
from myolog.web.door import COOKIE
from myolog.web.server import serve as run_server
from tests import forking
from tests.web.conftest import SERVE, Served


def get(served: Served, path: str, **headers: str) -> tuple[int, dict[str, str], str]:
    """Ask the server; of headers that come twice, give the first."""
    connection = HTTPConnection("127.0.0.1", urlsplit(served.base).port or 80, timeout=10)
    try:
        host = {"Host": urlsplit(served.base).netloc}
        connection.request("GET", path, headers=host | headers)
        answer = connection.getresponse()
        first = dict(reversed(answer.getheaders()))
        return answer.status, first, answer.read().decode()
    finally:
        connection.close()


def test_the_printed_address_opens_the_journal_and_survives_a_restart(
    serve: Callable[..., Served],
) -> None:
    first = serve()
    status, headers, _ = get(first, urlsplit(first.launch_url).path)
    assert (status, headers["Location"]) == (302, "/")
    cookie = headers["Set-Cookie"].split(";")[0]
    assert cookie.startswith(COOKIE)
    assert get(first, "/", Cookie=cookie)[0] == 200
    assert get(first, "/")[0] == 403
    os.killpg(first.pid, signal.SIGTERM)
    again = serve(first.data)
    assert get(again, "/", Cookie=cookie)[0] == 200


def test_it_names_no_version_and_answers_broken_requests_plainly(server: Served) -> None:
    assert "Server" not in get(server, "/")[1]
    port = urlsplit(server.base).port or 80
    with socket.create_connection(("127.0.0.1", port), timeout=10) as raw:
        raw.sendall(b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nbroken\r\n\r\n")
        answer = raw.recv(10_000).decode(errors="replace")
    assert answer.startswith("HTTP/1.0 400 ")
    assert not any(word in answer for word in ("Traceback", "site-packages", "waitress/"))


def test_only_a_backup_may_be_large_and_the_rest_is_refused_before_it_is_sent(
    server: Served,
) -> None:
    brought, cookie = "/settings/backups/look/", "Cookie: myolog_owner=x"
    for path, shown, size, status in (
        ("/log/", cookie, 2_000_000, 413),
        ("/api/v1/episodes", "X: y", 2_000_000, 413),
        (brought, "X: y", 2_000_000, 413),
        (brought, cookie, 600_000_000, 413),
        (brought, cookie, 2_000_000, 403),  # read to its end; the cookie opens nothing
    ):
        answer = answer_to(server, path, shown, size, body=b"x" * size if status == 403 else b"")
        assert answer.status == status, (path, size)
        if status == 413:
            said = answer.read().decode()
            if path.startswith("/api/"):
                said = json.loads(said)["message"]
            assert said == "Das ist zu groß zum Speichern. Senden Sie weniger auf einmal."


def answer_to(served: Served, path: str, header: str, size: int, body: bytes) -> HTTPResponse:
    name, _, value = header.partition(": ")
    connection = HTTPConnection("127.0.0.1", urlsplit(served.base).port or 80, timeout=20)
    connection.putrequest("POST", path, skip_host=True)
    told = {"Host": urlsplit(served.base).netloc, "Accept-Language": "de", name: value}
    for field, says in (told | {"Content-Length": str(size)}).items():
        connection.putheader(field, says)
    connection.endheaders(body or None)
    return connection.getresponse()


def test_what_it_keeps_is_private(server: Served) -> None:
    assert stat.S_IMODE(server.data.stat().st_mode) == 0o700
    kept = list(server.data.rglob("*"))
    assert {stat.S_IMODE(one.stat().st_mode) for one in kept if one.is_dir()} <= {0o700}
    assert {stat.S_IMODE(one.stat().st_mode) for one in kept if one.is_file()} == {0o600}
    assert server.data / "journal.sqlite3" in kept


def test_it_ends_cleanly_when_asked(tmp_path: Path) -> None:
    command = [sys.executable, "-c", SERVE, str(tmp_path / "data"), "0"]
    environment = {k: v for k, v in os.environ.items() if k != "MYOLOG_DATABASE_URL"}
    with forking.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        process.send_signal(signal.SIGTERM)
        rest, errors = process.communicate(timeout=20)
    assert first.startswith("Open http://localhost:")
    assert (process.returncode, rest, errors) == (0, "", "")


def test_a_second_start_answers(serve: Callable[..., Served]) -> None:
    first = serve()
    os.killpg(first.pid, signal.SIGTERM)
    again = serve(first.data)
    assert get(again, "/emergency/")[0] == 200


def test_a_taken_port_is_said_in_one_sentence(server: Served, tmp_path: Path) -> None:
    port = str(urlsplit(server.base).port)
    second = forking.run(
        [sys.executable, "-c", SERVE, str(tmp_path / "other"), port],
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert second.returncode != 0
    assert second.stdout == ""
    assert f"Unavailable: Port {port} cannot be used" in second.stderr.splitlines()[-1]


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "example.org", ""])
def test_other_computers_are_never_served(host: str) -> None:
    with pytest.raises(Refused, match="other computers could read your journal"):
        run_server(None, host=host, open_browser=False)


def test_it_listens_on_this_computer_only(server: Served) -> None:
    port = urlsplit(server.base).port or 80
    listening = set()
    for table in ("tcp", "tcp6"):
        for line in Path(f"/proc/{server.pid}/net/{table}").read_text().splitlines()[1:]:
            fields = line.split()
            address, _, held = fields[1].partition(":")
            if fields[3] == "0A" and int(held, 16) == port:
                listening.add(address)
    assert "0100007F" in listening
    assert listening <= {"0100007F", "00000000000000000000000001000000"}


def test_a_second_start_of_the_same_journal_opens_the_one_that_runs(server: Served) -> None:
    port = str(urlsplit(server.base).port)
    second = forking.run(
        [sys.executable, "-c", SERVE, str(server.data), port],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (second.returncode, second.stderr) == (0, "")
    link = second.stdout.removeprefix("Open ").strip()
    status, headers, _ = get(server, urlsplit(link).path)
    assert (status, headers["Location"]) == (302, "/")


def test_a_button_stops_it_after_saying_so(tmp_path: Path) -> None:
    command = [sys.executable, "-c", SERVE, str(tmp_path / "data"), "0"]
    with forking.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        link = urlsplit(process.stdout.readline().removeprefix("Open ").strip())
        asked = HTTPConnection("127.0.0.1", link.port or 80, timeout=20)
        asked.request("GET", link.path, headers={"Host": link.netloc})
        answer = asked.getresponse()
        answer.read()
        cookies = [one.split(";")[0] for one in answer.headers.get_all("Set-Cookie", [])]
        token = next(one for one in cookies if one.startswith("csrftoken=")).partition("=")[2]
        shown = {"Host": link.netloc, "Cookie": "; ".join(cookies), "X-CSRFToken": token}
        asked.request(
            "POST", "/settings/stop/", headers=shown | {"Origin": f"http://{link.netloc}"}
        )
        answer = asked.getresponse()
        said = answer.read().decode()
        asked.close()
        rest, errors = process.communicate(timeout=20)
    assert answer.status == 200
    assert "Your journal is saved on this computer." in said
    assert (process.returncode, rest, errors) == (0, "", "")
