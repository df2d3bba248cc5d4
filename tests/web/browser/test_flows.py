"""What a person does from the first open on: with a pointer, with keys alone, without a script."""

import re
import sys

import pytest
from playwright.sync_api import Page, expect

from tests import forking
from tests.web.browser.conftest import Open
from tests.web.browser.pages import follow
from tests.web.conftest import Served

pytestmark = [pytest.mark.browser]

PHONE = {"width": 360, "height": 740}


def none_of_these(page: Page) -> None:
    page.get_by_role("button", name="None of these").click()


def test_the_first_screen_shows_every_line_and_explains_what_is_ticked(
    fresh: Served, enter: Open
) -> None:
    """Measured at 360 pixels in November 2026: 3,597 high in English, before 4,725."""
    page, _ = enter(fresh, viewport=PHONE)
    page.goto(fresh.base + "/check/")
    lines, explained = page.locator(".ticks > li > label"), page.locator(".explained")
    assert [one.is_visible() for one in lines.all()] == [True] * 15
    assert not any(one.is_visible() for one in explained.all())
    lines.nth(4).click()
    assert [one.is_visible() for one in explained.all()] == [n == 4 for n in range(15)]
    page.get_by_text("Show what is meant").click()
    assert all(one.is_visible() for one in explained.all())


def test_a_twitch_in_two_taps_and_back(fresh: Served, enter: Open) -> None:
    page, watch = enter(fresh, viewport=PHONE)
    page.goto(fresh.base + "/log/")
    page.get_by_text("Choose from a list").click()
    page.get_by_role("button", name="Your right forearm").click()
    page.get_by_role("button", name="Save: right forearm").click()
    note = page.get_by_role("status")
    expect(note).to_contain_text("your right forearm")
    note.get_by_role("button", name="It was the other side").click()
    expect(page.get_by_role("status")).to_contain_text("your left forearm")
    page.goto(fresh.base + "/log/")
    page.get_by_role("button", name="Left forearm").click()  # the recent place: tap one
    page.get_by_role("button", name="Save: left forearm").click()  # tap two
    page.get_by_role("status").get_by_role("button", name="Undo").click()
    expect(page.get_by_role("status")).to_contain_text("Taken back.")
    page.goto(fresh.base + "/journal/")
    assert page.get_by_text("Left forearm").count() == 1
    assert watch.complaints == []


def test_the_undo_note_leaves_after_ten_seconds(fresh: Served, enter: Open) -> None:
    page, _ = enter(fresh, viewport=PHONE)
    page.clock.install()
    page.goto(fresh.base + "/log/?place=calf/left")
    page.get_by_role("button", name="Save: left calf").click()
    expect(page.get_by_role("status")).to_be_visible()
    page.mouse.move(0, 0)
    page.clock.run_for(11_000)
    expect(page.get_by_role("status")).to_have_count(0)


def test_a_tick_turns_none_into_what_to_do(fresh: Served, enter: Open) -> None:
    country = ["--data", str(fresh.data), "settings", "country", "AT"]
    forking.run([sys.executable, "-m", "myolog", *country], check=True, timeout=60)
    page, _ = enter(fresh, viewport=PHONE)
    page.goto(fresh.base + "/check/")
    none = page.get_by_role("button", name="None of these")
    show = page.get_by_role("button", name="Show me what to do")
    expect(none).to_be_visible()
    expect(show).to_be_hidden()
    page.locator("label.tick", has_text="one side or all of you weak").first.click()
    expect(none).to_be_hidden()
    show.click()
    expect(page.locator(".care[data-level=EMERGENCY] .call b")).to_have_text("144")


def test_the_check_with_keys_alone(fresh: Served, enter: Open) -> None:
    page, _ = enter(fresh, viewport={"width": 1280, "height": 800})
    page.goto(fresh.base + "/check/")

    def focused() -> str:
        return page.evaluate(
            """() => {
                 const one = document.activeElement;
                 const words = one.innerText || one.value || one.name || "";
                 return `${words}|${getComputedStyle(one).outlineStyle}`;
               }"""
        )

    def tab_to(pattern: str, limit: int = 80) -> None:
        for _ in range(limit):
            page.keyboard.press("Tab")
            if re.search(pattern, focused()):
                return
        raise AssertionError(f"no way to {pattern!r} with Tab; last: {focused()}")

    page.keyboard.press("Tab")
    assert focused().startswith("Skip to the page")
    tab_to("None of these")
    assert focused().endswith("solid")
    page.keyboard.press("Enter")
    expect(page).to_have_url(fresh.base + "/check/story/")
    page.locator("#age_years_typed").focus()
    page.keyboard.type("35")
    for _ in range(5):
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
    tab_to("Next")
    page.keyboard.press("Enter")
    expect(page).to_have_url(fresh.base + "/check/six/")
    page.keyboard.press("Tab")
    for _ in range(5):
        tab_to("None of these")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        if page.url.endswith("/result/"):
            break
    expect(page.locator(".care h1")).to_be_visible()


def test_everything_works_without_a_script(fresh: Served, enter: Open) -> None:
    page, _ = enter(fresh, viewport=PHONE, java_script_enabled=False)
    page.goto(fresh.base + "/check/")
    none_of_these(page)
    page.get_by_role("textbox", name="How old").fill("35")
    page.get_by_role("button", name="Next").click()
    page.locator("label.tick", has_text=re.compile(r"Numbness or tingling(?! is)")).first.click()
    page.locator(".more label.tick", has_text="seconds").first.click()
    page.get_by_role("button", name="Next").click()
    for _ in range(3):
        none_of_these(page)
    expect(page).to_have_url(fresh.base + "/result/")
    page.goto(fresh.base + "/day/")
    page.get_by_role("button", name="One more: filter coffee").click()
    expect(page.get_by_role("textbox", name="Filter coffee")).to_have_value("1")
    page.get_by_role("button", name="Save the day").click()
    expect(page.get_by_role("status")).to_be_visible()


def test_a_double_click_stores_once(fresh: Served, enter: Open) -> None:
    page, _ = enter(fresh, viewport=PHONE)
    page.goto(fresh.base + "/log/?place=calf/left")
    page.get_by_role("button", name="Save: left calf").dblclick()
    page.wait_for_url(fresh.base + "/")
    page.goto(fresh.base + "/journal/")
    assert page.get_by_text("Left calf").count() == 1


def test_what_stands_in_another_form_of_the_page_comes_back(fresh: Served, enter: Open) -> None:
    page, _ = enter(fresh, viewport=PHONE)
    page.goto(fresh.base + "/report/details/")
    page.locator("#m-name").fill("Ramipril")
    page.locator("#m-action").select_option("start")
    page.locator("#q-text").fill("Is it the water tablet?")
    page.locator("#question button", has_text="Add").click()
    expect(page.locator("#question")).to_contain_text("Is it the water tablet?")
    expect(page.locator("#m-name")).to_have_value("Ramipril")
    expect(page.locator("#m-action")).to_have_value("start")
    page.locator("#medicine button", has_text="Add").click()
    expect(page.locator("#medicine")).to_contain_text("Ramipril")
    expect(page.locator("#m-name")).to_have_value("")
    expect(page.locator("#q-text")).to_have_value("")


def test_hostile_notes_stay_text(fresh: Served, enter: Open) -> None:
    page, watch = enter(fresh, viewport=PHONE)
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    page.goto(fresh.base + "/report/details/")
    page.locator("#q-text").fill("<img src=x onerror=alert(1)><script>alert(2)</script>{{7*7}}")
    follow(page, page.locator("#question button", has_text="Add"))
    for address in ("/report/details/", "/journal/", "/report/", "/"):
        page.goto(fresh.base + address)
    assert dialogs == []
    assert watch.complaints == []
