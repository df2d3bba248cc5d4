"""The outbox's queue in a real browser's engine, without a server: see `interleavings.js`."""

from pathlib import Path

from playwright.sync_api import Browser, Route

from myolog.web.views.device import STATIC

DRIVER = Path(__file__).with_name("interleavings.js")
ORIGIN = "http://localhost:9"


def faults_of(browser: Browser, queue: str, *, seeds: range) -> list[str]:
    """Return what went wrong with a queue (its source) over some random lives."""

    def answer(route: Route) -> None:
        if route.request.url.endswith("/queue.js"):
            route.fulfill(body=queue, content_type="text/javascript")
        else:
            route.fulfill(body="<!doctype html>", content_type="text/html")

    page = browser.new_page()
    page.route(f"{ORIGIN}/**", answer)
    page.goto(f"{ORIGIN}/")
    found: list[str] = page.evaluate(DRIVER.read_text("utf-8"), list(seeds))
    page.close()
    return found


def source() -> str:
    """Return the queue as it ships."""
    return (STATIC / "queue.js").read_text("utf-8")
