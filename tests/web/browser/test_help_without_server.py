"""Help now works with the server gone: the page, its look, and the check's first screen."""

import os
import shutil
import signal
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import myolog
from tests.web.browser.conftest import Open, end, of_no_country
from tests.web.browser.outage import kept_at_hand, kept_calls, kept_notes, start_again, stop
from tests.web.conftest import Served

pytestmark = [pytest.mark.browser]


def with_help_kept(fresh: Served, enter: Open) -> Page:
    """Open a browser that keeps the help of no country."""
    page, _ = enter(fresh)
    of_no_country(fresh)
    page.reload()
    kept_at_hand(page)
    kept_calls(page, "112")
    return page


def test_the_emergency_page_opens_with_the_server_gone(fresh: Served, enter: Open) -> None:
    page = with_help_kept(fresh, enter)
    stop(fresh)
    page.goto(fresh.base + "/emergency/#talk")
    expect(page.locator(".call b").first).to_have_text("112")
    ground = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    assert ground == "rgb(16, 37, 47)", "the page came without its look"
    expect(page.get_by_role("heading", name="I feel very low")).to_be_in_viewport()


def test_the_emergency_page_opens_while_the_server_hangs(fresh: Served, enter: Open) -> None:
    page = with_help_kept(fresh, enter)
    os.killpg(fresh.pid, signal.SIGSTOP)
    try:
        page.goto(fresh.base + "/emergency/#talk")
        expect(page.locator(".call b").first).to_have_text("112")
        ground = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    finally:
        os.killpg(fresh.pid, signal.SIGCONT)
    assert ground == "rgb(16, 37, 47)", "the page came without its look"


def test_show_me_what_to_do_works_with_the_server_gone(fresh: Served, enter: Open) -> None:
    page, _ = enter(fresh)
    of_no_country(fresh)
    page.goto(fresh.base + "/check/")
    kept_at_hand(page)
    kept_calls(page, "112")
    page.locator("label.tick", has_text="one side or all of you weak").first.click()
    stop(fresh)
    page.get_by_role("button", name="Show me what to do").click()
    expect(page.locator(".call b").first).to_have_text("112")


def test_a_check_that_cannot_begin_is_no_call_for_help(fresh: Served, enter: Open) -> None:
    page, _ = enter(fresh)
    kept_at_hand(page, "/emergency/", "/offline/")
    stop(fresh)
    page.goto(fresh.base + "/check/")
    expect(page.get_by_role("heading", name="Myolog cannot be reached")).to_be_visible()
    expect(page.get_by_role("link", name="Help now").first).to_be_visible()


def test_a_new_country_is_kept_at_hand(fresh: Served, enter: Open) -> None:
    page, _ = enter(fresh)
    kept_at_hand(page)
    page.goto(fresh.base + "/settings/")
    page.locator("#country").select_option("GB")
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_function("() => localStorage.getItem('build')?.endsWith('GB999/en')")
    stop(fresh)
    page.goto(fresh.base + "/emergency/")
    expect(page.locator(".call b").first).to_have_text("999")
    page.goto(fresh.base + "/settings/")
    expect(page.get_by_role("link", name="999")).to_be_visible()


def upgraded(folder: Path) -> str:
    """Make another Myolog, with other advice, another number and another word on a noting page."""
    program = folder / "upgrade"
    shutil.copytree(
        Path(myolog.__file__).parent,
        program / "myolog",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    for file, old, new in (
        ("vocabulary/countries.py", 'call="112"', 'call="118"'),
        ("content/en/pages.toml", 'title = "Note a twitch"', 'title = "Note one twitch"'),
    ):
        changed = program / "myolog" / file
        text = changed.read_text("utf-8")
        assert old in text
        changed.write_text(text.replace(old, new), "utf-8")
    return str(program)


def test_one_visit_after_an_upgrade_renews_what_is_kept(
    fresh: Served, enter: Open, tmp_path: Path
) -> None:
    page, _ = enter(fresh)
    of_no_country(fresh)
    page.reload()
    kept_at_hand(page, "/emergency/", "/log/")
    kept_calls(page, "112")
    kept_notes(page, "Note a twitch")
    stop(fresh)
    process = start_again(fresh, PYTHONPATH=upgraded(tmp_path))
    page.goto(fresh.base + "/")
    kept_calls(page, "118")
    kept_notes(page, "Note one twitch")
    end(process)
    page.goto(fresh.base + "/emergency/")
    expect(page.locator(".call b").first).to_have_text("118")
    page.goto(fresh.base + "/log/")
    expect(page).to_have_title("Note one twitch - Myolog")
