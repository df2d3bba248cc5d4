"""A real browser, a real server on a folder of its own, and a journal of two months in it."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from tests import forking, tables
from tests.web.conftest import SERVE, Served, free_port

SEED = Path(__file__).with_name("seed.py")
READY = Path(__file__).with_name("ready.py")
ROOT = Path(__file__).parents[3]
FORGET_THE_COUNTRY = """
import sys; from pathlib import Path; from myolog.store import start; start(Path(sys.argv[1]))
from myolog.store.selectors import the_person
from myolog.store.services.people import set_country, set_zone
set_zone(person=the_person(), zone="Europe/Berlin", by="test")
set_country(person=the_person(), country="", by="test")
"""
CHROMIUM = os.environ.get("MYOLOG_CHROMIUM", "/usr/bin/chromium")
QUIET = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--no-first-run",
)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Give the one driver of browsers; two in one run get in each other's way."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Give one Chromium for the run."""
    started = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
    yield started
    started.close()


def days_ago(count: int = 0) -> date:
    """Return the person's day some days ago: their home is this run's zone."""
    return datetime.now(UTC).astimezone().date() - timedelta(days=count)


def begin(data: Path, *, seed: str | None) -> tuple[subprocess.Popen[str], Served]:
    """Start a server on `data`, seeded with the example up to a month where one is given."""
    environment = {k: v for k, v in os.environ.items() if k != "MYOLOG_DATABASE_URL"}
    tables.laid_out(data)
    if seed is not None:
        forking.run(
            [sys.executable, str(SEED), str(data), seed], check=True, timeout=120, env=environment
        )
    process = forking.Popen(
        [sys.executable, "-c", SERVE, str(data), str(free_port())],
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env=environment,
    )
    assert process.stdout is not None
    line = process.stdout.readline()
    found = re.fullmatch(r"Open ((http://localhost:\d+)/open/[\w-]+/)\n", line)
    assert found, line
    return process, Served(base=found[2], launch_url=found[1], data=data, pid=process.pid)


def of_no_country(served: Served) -> None:
    """Take away the country that the zone of this run tells: help has the usual number then."""
    command = [sys.executable, "-c", FORGET_THE_COUNTRY, str(served.data)]
    forking.run(command, check=True, timeout=60)


def end(process: subprocess.Popen[str]) -> None:
    """Stop a server."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
    process.wait(timeout=20)
    assert process.stdout is not None
    process.stdout.close()


def standing_still(page: Page, address: str) -> None:
    """Open a page whose clock moves by `page.clock.run_for` alone, however busy this machine is."""
    now = datetime.now(UTC)
    page.clock.install(time=now - timedelta(minutes=40))
    page.goto(address)
    page.clock.pause_at(now - timedelta(minutes=10))


class Watch:
    """What a browser asked for and complained about.

    Attributes
    ----------
    elsewhere : addresses of requests that left the server's own
    complaints : errors of the console, content policy violations among them
    """

    def __init__(self, context: BrowserContext, base: str) -> None:
        self.elsewhere: list[str] = []
        self.complaints: list[str] = []
        self._base = base
        context.on("request", lambda request: self._asked(request.url))
        context.on("console", lambda message: self._said(message.type, message.text))
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))

    def _asked(self, url: str) -> None:
        if not url.startswith((self._base, "data:", "blob:")):
            self.elsewhere.append(url)

    def _said(self, kind: str, text: str) -> None:
        if kind == "error":
            self.complaints.append(text)


Open = Callable[..., tuple[Page, Watch]]


@pytest.fixture(scope="session")
def two_months(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, str]]:
    """Give a server with the example's journal of two months, and its owner's cookie state."""
    process, served = begin(tmp_path_factory.mktemp("two-months") / "data", seed="2")
    yield served, str(tmp_path_factory.mktemp("state") / "state.json")
    end(process)


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Served]:
    """Give a server with an empty journal."""
    process, served = begin(tables.laid_out(tmp_path / "data"), seed=None)
    yield served
    end(process)


@pytest.fixture
def prepared(tmp_path: Path) -> Iterator[Served]:
    """Give a server with the journal of a person who may begin the steps today."""
    data = tables.laid_out(tmp_path / "data")
    forking.run([sys.executable, str(READY), str(data)], check=True, timeout=60, cwd=ROOT,
                   env=os.environ | {"PYTHONPATH": str(ROOT)})  # fmt: skip
    process, served = begin(data, seed=None)
    yield served
    end(process)


@pytest.fixture
def enter(browser: Browser) -> Iterator[Open]:
    """Give a function that opens a server in a new window of the owner's."""
    contexts: list[BrowserContext] = []

    def enter_at(served: Served, state: str | None = None, **options: object) -> tuple[Page, Watch]:
        known = state if state is not None and Path(state).exists() else None
        context = browser.new_context(storage_state=known, **options)  # type: ignore[arg-type]
        contexts.append(context)
        context.set_default_timeout(30_000)
        context.set_default_navigation_timeout(90_000)
        watch = Watch(context, served.base)
        page = context.new_page()
        page.goto(served.base + "/" if known else served.launch_url)
        if state is not None and known is None:
            context.storage_state(path=state)
        return page, watch

    yield enter_at
    for context in contexts:
        context.close()
