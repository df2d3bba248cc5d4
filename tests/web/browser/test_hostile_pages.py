"""A real browser as the attacker's tool: rebound names and hostile pages reach nothing."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Playwright

from myolog.journal.file import read_lines
from tests.crash import run
from tests.web.browser.conftest import CHROMIUM, QUIET
from tests.web.conftest import Served

pytestmark = pytest.mark.browser

ATTACK = """async (target) => {
    const body = JSON.stringify({site: "calf", started_at: "2026-01-01T00:00:00Z"});
    const told = {};
    const attempt = async (name, path, options) => {
        try {
            const answer = await fetch(target + path, {credentials: "include", ...options});
            told[name] = answer.type === "opaque" ? "opaque" : answer.status;
        } catch (refused) {
            told[name] = "blocked";
        }
    };
    await attempt("read", "/journal/", {});
    await attempt("read blindly", "/journal/", {mode: "no-cors"});
    await attempt("write json", "/api/v1/episodes", {
        method: "POST", body,
        headers: {"Content-Type": "application/json", "Idempotency-Key": "k"}});
    await attempt("write text", "/api/v1/episodes", {method: "POST", mode: "no-cors", body});
    await attempt("write form", "/log/", {
        method: "POST", mode: "no-cors", body: new URLSearchParams({place: "calf.left"})});
    await attempt("none today", "/day/none/", {method: "POST", mode: "no-cors"});
    const image = new Image();
    told.image = await new Promise((done) => {
        image.onload = () => done("loaded");
        image.onerror = () => done("blocked");
        image.src = target + "/static/mark.svg";
    });
    return told;
}"""


class HostilePage(BaseHTTPRequestHandler):
    """Serves one empty page to the attacker's script."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>hostile</title><form></form>")

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def elsewhere() -> Iterator[int]:
    """Give the port of a hostile server on this computer."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), HostilePage)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def owner(server: Served, playwright: Playwright) -> Iterator[BrowserContext]:
    """Give the owner's Chromium, let in, for which evil.example is this computer."""
    browser = playwright.chromium.launch(
        executable_path=CHROMIUM,
        args=[*QUIET, "--host-resolver-rules=MAP *.example 127.0.0.1"],
    )
    context = browser.new_context()
    answer = context.new_page().goto(server.launch_url)
    assert answer is not None
    assert answer.status == 200
    yield context
    browser.close()


@pytest.mark.parametrize("name", ["evil.example", "localhost.example"])
def test_a_rebound_name_is_refused(owner: BrowserContext, server: Served, name: str) -> None:
    port = urlsplit(server.base).port
    for path in ("/", "/journal/", "/emergency/", "/api/v1/episodes"):
        answer = owner.new_page().goto(f"http://{name}:{port}{path}")
        assert answer is not None
        assert answer.status == 421


@pytest.mark.parametrize("name", ["evil.example", "localhost"])
def test_a_hostile_page_reads_and_writes_nothing(
    owner: BrowserContext, server: Served, elsewhere: int, name: str
) -> None:
    page = owner.new_page()
    page.goto(f"http://{name}:{elsewhere}/")
    told = page.evaluate(ATTACK, server.base)
    assert told["read"] == "blocked"
    assert told["write json"] == "blocked"
    assert told["image"] == "blocked"
    for attempt in ("read blindly", "write text", "write form", "none today"):
        assert told[attempt] in {"blocked", "opaque"}
    page.evaluate(
        """(target) => {
            const form = document.querySelector("form");
            form.action = target + "/day/none/";
            form.method = "post";
            form.submit();
        }""",
        server.base,
    )
    page.wait_for_url(f"{server.base}/day/none/")
    assert "private" in page.content()
    kept = run(server.data, "export", "--format", "jsonl", "-o", "-")
    assert not read_lines(kept.splitlines(keepends=True)).entries


def test_the_journal_cannot_be_framed(
    owner: BrowserContext, server: Served, elsewhere: int
) -> None:
    page = owner.new_page()
    page.goto(f"http://localhost:{elsewhere}/")
    page.evaluate(
        """(target) => new Promise((done) => {
            const frame = document.createElement("iframe");
            frame.onload = done;
            frame.src = target + "/journal/";
            document.body.append(frame);
        })""",
        server.base,
    )
    (frame,) = page.frames[1:]
    assert "Myolog" not in frame.content()
