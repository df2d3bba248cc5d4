"""Something else answers at Myolog's address, or at another port: what it gets and can do."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from myolog.web.door import COOKIE
from tests.web.browser.conftest import Open, end, of_no_country
from tests.web.browser.outage import (
    UNSENT,
    exported,
    kept_at_hand,
    kept_to_the_end,
    start_again,
    stop,
)
from tests.web.browser.test_offline import all_sent, note_a_twitch
from tests.web.conftest import Served
from tests.web.test_guard_server import get

pytestmark = [pytest.mark.browser]


class Impostor(BaseHTTPRequestHandler):
    """Says yes to everything, with a proof it made up, and writes down what it is told."""

    seen: list[tuple[str, str, str, str]]

    def answer(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length).decode(errors="replace")
        cookie = self.headers.get("Cookie") or ""
        self.seen.append((self.command, self.path, cookie, body))
        told = json.dumps({"proof": "ab" * 32, "challenge": "x", "to": "/", "open": True})
        script = self.path.endswith(".js")
        kind = "text/javascript" if script else "application/json"
        page = f"<h1>Impostor</h1>{told}" if "/door/" not in self.path and not script else told
        self.send_response(404 if self.path == "/worker.js" else 200)
        self.send_header("Content-Type", kind if page == told else "text/html")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page.encode())

    do_GET = do_POST = do_HEAD = answer  # noqa: N815 (the library's names)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def impostor(port: int) -> Iterator[list[tuple[str, str, str, str]]]:
    """Let an impostor answer at a port; give what it is told: method, path, cookies, body."""
    seen: list[tuple[str, str, str, str]] = []
    handler = type("Here", (Impostor,), {"seen": seen})
    with ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield seen
        server.shutdown()


def own_cookie(page: Page) -> str:
    found = {one["name"]: one["value"] for one in page.context.cookies()}
    return f"{COOKIE}={found[COOKIE]}"


def proved(page: Page) -> None:
    """Wait until this browser has its key and has shown it."""
    has_proved = """async () => (await (await fetch("/settings/")).text())
      .includes('name="door" content=""')"""
    for _ in range(100):
        if page.evaluate(has_proved):
            return
        page.wait_for_timeout(100)
    pytest.fail("the browser has not proved itself")


def test_an_impostor_at_the_address_gets_no_entry_and_no_page_of_its_own_is_shown(
    fresh: Served, enter: Open
) -> None:
    page, _ = enter(fresh)
    of_no_country(fresh)
    page.reload()
    kept_at_hand(page, "/emergency/", "/log/", "/day/", "/journal/kept/")
    kept_to_the_end(page)
    proved(page)
    port = urlsplit(fresh.base).port or 80
    before = own_cookie(page)
    stop(fresh)
    with impostor(port) as seen:
        note_a_twitch(page, fresh.base)
        expect(page.locator("#unsent li")).to_have_count(1)
        expect(page.locator("#unsent")).to_contain_text("Something else answers")
        page.get_by_role("button", name="Send now").click()
        page.goto(fresh.base + "/emergency/")
        expect(page.locator(".call b").first).to_have_text("112")
        page.goto(fresh.base + "/settings/")
        expect(page.get_by_role("heading", level=1)).to_have_text("Myolog cannot be reached")
        page.wait_for_timeout(1500)  # the browser looks for a new worker by itself
        told = list(seen)
    assert len(page.evaluate(UNSENT)) == 1
    asked = {path for _, path, _, _ in told}
    assert "/door/" in asked
    assert asked <= {"/door/", "/worker.js", "/favicon.ico"}
    assert not [body for _, _, _, body in told if "calf" in body]
    assert not [cookie for _, path, cookie, _ in told if cookie and path != "/worker.js"]

    process = start_again(fresh)
    assert get(fresh, "/journal/", Cookie=before)[0] == 403
    page.goto(fresh.base + "/")
    all_sent(page)
    assert get(fresh, "/journal/", Cookie=before)[0] == 403
    assert get(fresh, "/journal/", Cookie=own_cookie(page))[0] == 200
    end(process)
    assert [one["kind"] for one in map(json.loads, exported(fresh.data)) if "kind" in one] == [
        "episode"
    ]


def test_a_cookie_that_another_port_was_sent_opens_nothing_after_a_restart(
    fresh: Served, enter: Open
) -> None:
    page, _ = enter(fresh)
    proved(page)
    with ThreadingHTTPServer(("127.0.0.1", 0), Impostor) as free:
        other = free.server_address[1]
    with impostor(other) as seen:
        page.goto(f"http://localhost:{other}/")
        stolen = next(cookie for _, path, cookie, _ in seen if path == "/")
    assert COOKIE in stolen, "cookies know no port"
    stop(fresh)
    process = start_again(fresh)
    assert get(fresh, "/journal/", Cookie=stolen)[0] == 403
    page.goto(fresh.base + "/journal/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Journal")
    assert get(fresh, "/journal/", Cookie=stolen)[0] == 403
    end(process)
