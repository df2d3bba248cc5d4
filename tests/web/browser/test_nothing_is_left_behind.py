"""What was filled in is not lost and not doubled: leaving a form, Back, no connection."""

import json
import re
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.web.browser.conftest import Open, end
from tests.web.browser.outage import PAGES, exported, kept_at_hand, start_again, stop
from tests.web.conftest import Served

pytestmark = [pytest.mark.browser]
PHONE = {"width": 360, "height": 740}
TODAY = re.compile(r"^http://localhost:\d+/(\?|$)")
ESPRESSO = 'input[name="drink:espresso"]'


@pytest.fixture
def later() -> Iterator[ExitStack]:
    """Give a place for what ends with the test."""
    with ExitStack() as stack:
        yield stack


def entries(served: Served, kind: str) -> list[dict[str, object]]:
    return [one for one in map(json.loads, exported(served.data)) if one.get("kind") == kind]


def save(page: Page) -> None:
    page.locator(".dock button[name=save]").click()


def one_more_espresso(page: Page) -> None:
    page.locator("button[name=bump][value='espresso:+1']").click()


def test_a_changed_form_that_is_left_asks_once(fresh: Served, enter: Open) -> None:
    page, _ = enter(fresh, viewport=PHONE)
    asked: list[str] = []
    answers = iter([False, True])

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.accept() if next(answers) else dialog.dismiss()

    page.on("dialog", answer)
    page.goto(fresh.base + "/day/")
    page.locator("header a").first.click()
    page.wait_for_url(fresh.base + "/")
    assert asked == [], "nothing was changed"
    page.goto(fresh.base + "/day/")
    one_more_espresso(page)
    page.locator('a[href^="/settings/own/"]').click()
    expect(page.locator(ESPRESSO)).to_have_value("1")
    page.locator("header a").first.click()
    page.wait_for_url(fresh.base + "/")
    assert asked == ["What you filled in here is not saved yet. Leave without saving?"] * 2
    page.goto(fresh.base + "/day/")
    one_more_espresso(page)
    save(page)
    page.wait_for_url(fresh.base + "/")
    assert len(asked) == 2, "what is saved is left in peace"


def test_a_refused_form_is_not_left_without_a_word(fresh: Served, enter: Open) -> None:
    page, _ = enter(fresh, viewport=PHONE)
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    page.goto(fresh.base + "/day/")
    one_more_espresso(page)
    page.get_by_text("Give a number instead").first.click()
    page.locator("input[name='value:sleep_min']").fill("ages")
    save(page)
    expect(page.get_by_text("This was not saved yet.")).to_be_visible()
    page.locator("header a").first.click()
    expect(page.locator(ESPRESSO)).to_have_value("1")
    assert asked == ["What you filled in here is not saved yet. Leave without saving?"]
    page.locator("input[name='value:sleep_min']").fill("7:30")
    save(page)
    page.wait_for_url(TODAY)
    assert len(asked) == 1


def test_back_to_a_form_that_was_refused_opens_it_anew_and_no_page_of_help(
    fresh: Served, enter: Open
) -> None:
    page, _ = enter(fresh, viewport=PHONE)
    kept_at_hand(page, "/emergency/", *PAGES)
    page.goto(fresh.base + "/day/")
    page.get_by_text("Give a number instead").first.click()
    page.locator("input[name='value:sleep_min']").fill("ages")
    save(page)
    expect(page.get_by_text("This was not saved yet.")).to_be_visible()
    page.goto(fresh.base + "/learn/")
    page.go_back()
    expect(page.locator(ESPRESSO)).to_be_attached()
    assert page.url.startswith(fresh.base + "/day/")
    assert page.evaluate("() => document.documentElement.hasAttribute('data-kept')") is False


def test_back_after_save_asks_before_a_second_entry(fresh: Served, enter: Open) -> None:
    page, _ = enter(fresh, viewport=PHONE)
    page.goto(fresh.base + "/log/?place=calf/left")
    save(page)
    page.wait_for_url(TODAY)
    page.go_back()
    page.wait_for_url(fresh.base + "/log/**")
    save(page)
    expect(page.locator("#unsent [data-message]")).to_have_text(
        "This page has saved an entry already. Save again only if there is one more to note."
    )
    assert len(entries(fresh, "episode")) == 1
    save(page)
    page.wait_for_url(TODAY)
    assert len(entries(fresh, "episode")) == 2, "a second twitch can be noted"


def test_without_a_connection_nothing_typed_is_lost_or_told_wrong(
    fresh: Served, enter: Open, later: ExitStack
) -> None:
    page, _ = enter(fresh, viewport=PHONE)
    kept_at_hand(page, "/emergency/", *PAGES)
    page.goto(fresh.base + "/log/?place=calf/left")
    stop(fresh)
    page.get_by_text("Say it in one line").click()
    line = page.locator("input[name=say]")
    line.fill("left calf after espresso")
    for ask in (lambda: page.locator("button[name=fill]").click(), lambda: line.press("Enter")):
        ask()
        expect(page.locator("#unsent [data-message]")).to_have_text(
            "Myolog cannot be reached, and this step needs it. "
            "What you typed stays here on the page."
        )
        expect(line).to_have_value("left calf after espresso")
        page.evaluate("document.querySelector('#unsent [data-message]').textContent = ''")
    expect(page.locator("#unsent li")).to_have_count(0)
    line.fill("")
    page.get_by_text("Time, how long, what else").click()
    page.locator("#day").fill("2026-03-09")
    page.locator("#clock").fill("12:40")
    save(page)
    page.wait_for_url(TODAY)
    expect(page.locator("#unsent [data-when]")).to_have_text("Monday 9 March at 12:40")

    page.goto(fresh.base + "/day/")
    one_more_espresso(page)
    one_more_espresso(page)
    save(page)
    page.wait_for_url(TODAY)
    page.goto(fresh.base + "/day/")
    expect(page.locator(ESPRESSO)).to_have_value("2")
    one_more_espresso(page)
    save(page)
    page.wait_for_url(TODAY)
    later.callback(end, start_again(fresh))
    page.goto(fresh.base + "/")
    expect(page.locator("#unsent [data-message]")).to_have_text(
        "What was kept on this device has been sent."
    )
    expect(page.locator("#unsent [data-waiting]")).to_be_hidden()
    caffeine = [one for one in entries(fresh, "exposure") if one["code"] == "caffeine"]
    assert [one["servings"] for one in caffeine] == [{"espresso": 3}]
