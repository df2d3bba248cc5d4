"""Help now works with the server gone: the page, its look, and the check's first screen."""

import os
import signal
from contextlib import suppress

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.conftest import Open
from tests.web.conftest import Served

pytestmark = [pytest.mark.browser]


KEPT = """async () => {
  const found = await caches.match("/emergency/");
  const all = await navigator.serviceWorker.getRegistrations();
  return Boolean(found) && all.some((one) => one.active?.state === "activated");
}"""


def kept_at_hand(page: Page) -> None:
    """Wait until the worker has the page; `wait_for_function` takes a promise itself for yes."""
    for _ in range(100):
        if page.evaluate(KEPT):
            return
        page.wait_for_timeout(100)
    pytest.fail("the emergency page is not at hand")


def stop(served: Served) -> None:
    with suppress(ProcessLookupError):
        os.killpg(served.pid, signal.SIGKILL)
    os.waitid(os.P_PID, served.pid, os.WEXITED | os.WNOWAIT)  # half an answer would hide the page


def test_the_emergency_page_opens_with_the_server_gone(fresh: Served, enter: Open) -> None:
    page, _ = enter(fresh)
    kept_at_hand(page)
    stop(fresh)
    page.goto(fresh.base + "/emergency/#talk")
    expect(page.locator(".call b").first).to_have_text("112")
    ground = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    assert ground == "rgb(16, 37, 47)", "the page came without its look"
    expect(page.get_by_role("heading", name="I feel very low")).to_be_in_viewport()


def test_show_me_what_to_do_works_with_the_server_gone(fresh: Served, enter: Open) -> None:
    page, _ = enter(fresh)
    page.goto(fresh.base + "/check/")
    kept_at_hand(page)
    page.locator("label.tick", has_text="one side weak").first.click()
    stop(fresh)
    page.get_by_role("button", name="Show me what to do").click()
    expect(page.locator(".call b").first).to_have_text("112")


def test_a_new_country_is_kept_at_hand(fresh: Served, enter: Open) -> None:
    page, _ = enter(fresh)
    kept_at_hand(page)
    page.goto(fresh.base + "/settings/")
    page.locator("#country").select_option("GB")
    page.locator("form[action='/settings/place/'] button").click()
    page.wait_for_function("() => localStorage.getItem('help') === 'GB'")
    stop(fresh)
    page.goto(fresh.base + "/emergency/")
    expect(page.locator(".call b").first).to_have_text("999")


def test_nothing_else_is_kept_in_the_browser(fresh: Served, enter: Open) -> None:
    page, _ = enter(fresh)
    page.goto(fresh.base + "/log/?place=calf/left")
    page.get_by_role("button", name="Save: left calf").click()
    page.goto(fresh.base + "/journal/")
    kept_at_hand(page)
    kept = page.evaluate(
        """async () => {
             const names = await caches.keys();
             const keys = async (name) => (await caches.open(name)).keys();
             const all = await Promise.all(names.map(keys));
             return all.flat().map((request) => new URL(request.url).pathname).sort();
           }"""
    )
    assert kept == [
        "/emergency/",
        "/static/mark.svg",
        "/static/myolog.css",
        "/static/pico.min.css",
    ]
    assert page.evaluate("() => Object.keys(localStorage)") == ["help"]
