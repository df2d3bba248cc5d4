"""Help now works with the server gone: the page, its look, and the check's first screen."""

import pytest
from playwright.sync_api import expect

from tests.web.browser.conftest import Open
from tests.web.browser.outage import kept_at_hand, stop
from tests.web.conftest import Served

pytestmark = [pytest.mark.browser]


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
    page.wait_for_function("() => localStorage.getItem('help') === 'GB/en'")
    stop(fresh)
    page.goto(fresh.base + "/emergency/")
    expect(page.locator(".call b").first).to_have_text("999")
    page.goto(fresh.base + "/settings/")
    expect(page.get_by_role("link", name="Get help now: call 999")).to_be_visible()
