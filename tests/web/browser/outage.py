"""Taking the server away from a browser, and giving it back."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page

from tests import forking
from tests.web.conftest import SERVE, Served

KEPT = """async (names) => {
  const found = await Promise.all(names.map((name) => caches.match(name)));
  const all = await navigator.serviceWorker.getRegistrations();
  return found.every(Boolean) && all.some((one) => one.active?.state === "activated");
}"""
PAGES = ("/log/", "/day/", "/journal/kept/")

UNSENT = """async () => {
  const { kept } = await import("/static/kept.js");
  return kept.all();
}"""


def kept_at_hand(page: Page, *names: str) -> None:
    """Wait until the browser keeps these pages; `wait_for_function` takes a promise for yes."""
    for _ in range(150):
        if page.evaluate(KEPT, list(names or ("/emergency/",))):
            return
        page.wait_for_timeout(100)
    pytest.fail("not at hand")


CALLS = """async () => {
  const help = await (await caches.match("/emergency/", { cacheName: "help" })).text();
  const number = new DOMParser().parseFromString(help, "text/html").querySelector(".call b");
  return number.textContent;
}"""
TAKEN_OVER = """async () => {
  const all = await navigator.serviceWorker.getRegistrations();
  return all.every((one) => one.active?.state === "activated" && !one.installing && !one.waiting);
}"""
NOTES = """async () => {
  const kept = await caches.match("/log/", { cacheName: "pages" });
  return (await kept?.text()) ?? "";
}"""


def kept_calls(page: Page, number: str) -> None:
    """Wait until the help this browser keeps has this number on top, and its worker is in place.

    Every number is somewhere on that page, in its list of countries. The page is kept while the
    worker that keeps it is still being installed.
    """
    _wait_until(page, lambda: page.evaluate(CALLS) == number and page.evaluate(TAKEN_OVER))


def kept_notes(page: Page, words: str) -> None:
    """Wait until the noting page that this browser keeps says this."""
    _wait_until(page, lambda: words in page.evaluate(NOTES))


def _wait_until(page: Page, is_so: Callable[[], bool]) -> None:
    """Wait no longer than an upgrade may take; a page that opens anew meanwhile is asked again."""
    for _ in range(150):
        with suppress(Error):
            if is_so():
                return
        page.wait_for_timeout(100)
    pytest.fail("what is kept does not say so")


def kept_to_the_end(page: Page) -> None:
    """Wait until the browser fetches no more pages to keep."""
    before, calm = -1, 0
    for _ in range(150):
        n_kept = page.evaluate("async () => (await (await caches.open('pages')).keys()).length")
        calm = calm + 1 if n_kept == before else 0
        if calm == 10:
            return
        before = n_kept
        page.wait_for_timeout(100)
    pytest.fail("it keeps on")


def stop(served: Served) -> None:
    """Kill the server."""
    with suppress(ProcessLookupError):
        os.killpg(served.pid, signal.SIGKILL)
    os.waitid(os.P_PID, served.pid, os.WEXITED | os.WNOWAIT)  # half an answer would hide the page


def start_again(served: Served, **more: str) -> subprocess.Popen[str]:
    """Start a server on the same folder and port; end it with `end` of the conftest."""
    port = served.base.rpartition(":")[2]
    environment = {k: v for k, v in os.environ.items() if k != "MYOLOG_DATABASE_URL"} | more
    process = forking.Popen(
        [sys.executable, "-c", SERVE, str(served.data), port],
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env=environment,
    )
    assert process.stdout is not None
    assert process.stdout.readline().startswith("Open ")
    return process


def exported(data: Path) -> list[str]:
    """Return the journal of a folder, one line an entry."""
    done = forking.run(
        [sys.executable, "-m", "myolog", "--data", str(data), "export", "-o", "-"],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    return done.stdout.splitlines()


def another_link(served: Served) -> str:
    """Return a one-time address for a second device."""
    make = (
        "import sys; from datetime import UTC, datetime; from pathlib import Path;"
        "from myolog.store import start; start(Path(sys.argv[1]));"
        "from myolog.store.selectors import the_person;"
        "from myolog.store.services.access import new_launch_token;"
        "print(new_launch_token(person=the_person(), now=datetime.now(UTC)))"
    )
    done = forking.run(
        [sys.executable, "-c", make, str(served.data)],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
        env={k: v for k, v in os.environ.items() if k != "MYOLOG_DATABASE_URL"},
    )
    return f"{served.base}/open/{done.stdout.strip()}/"
