"""The steps in a real browser: chosen, ticked with and without script, and a quiet clock."""

import pytest
from playwright.sync_api import expect

from tests.web.browser.conftest import Open, standing_still
from tests.web.browser.pages import OPEN_FOLDS, SMALL, follow, violations
from tests.web.conftest import Served

pytestmark = [pytest.mark.browser]

PHONE = {"width": 360, "height": 740}
TALL = {"width": 360, "height": 6000}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_from_the_start_to_a_tick_on_clean_pages(
    prepared: Served, enter: Open, scheme: str
) -> None:
    page, watch = enter(prepared, viewport=TALL, color_scheme=scheme)

    def look() -> None:
        page.evaluate(OPEN_FOLDS)
        assert violations(page) == []
        assert page.evaluate(SMALL) == []
        wider = page.evaluate("() => document.documentElement.scrollWidth - innerWidth")
        assert wider <= 0

    page.goto(prepared.base + "/programme/")
    look()
    follow(page, page.get_by_role("link", name="Choose your steps"))
    look()
    page.get_by_label("Lights out at").fill("22:45")
    page.get_by_role("button", name="Start today").click()
    expect(page.get_by_role("heading", name="Day 1 of 28")).to_be_visible()
    look()
    page.get_by_role("button", name="Ten quiet minutes").click()
    ticked = page.get_by_role("button", name="Ten quiet minutes", pressed=True)
    expect(ticked).to_be_visible()
    page.goto(prepared.base + "/programme/goals/")
    look()
    page.goto(prepared.base + "/programme/practice/")
    look()
    page.goto(prepared.base + "/")
    expect(page.get_by_role("heading", name="Also today")).to_be_visible()
    assert page.evaluate(SMALL) == []
    assert watch.complaints == []
    assert watch.elsewhere == []


def test_without_a_script_everything_can_be_ticked(prepared: Served, enter: Open) -> None:
    page, _ = enter(prepared, viewport=PHONE, java_script_enabled=False)
    page.goto(prepared.base + "/programme/start/")
    page.get_by_role("button", name="Start today").click()
    page.get_by_text("At most 530 mg of caffeine").click()
    expect(page.get_by_role("button", name="At most 530 mg", pressed=True)).to_be_visible()
    page.get_by_text("At most 530 mg of caffeine").click()
    expect(page.get_by_role("button", name="At most 530 mg", pressed=False)).to_be_visible()
    page.goto(prepared.base + "/programme/practice/")
    expect(page.get_by_text("Set a clock to ten minutes")).to_be_visible()
    expect(page.get_by_role("button", name="Start")).to_have_count(0)


def test_the_clock_runs_rests_and_starts_anew(prepared: Served, enter: Open) -> None:
    page, _ = enter(prepared, viewport=PHONE)
    standing_still(page, prepared.base + "/programme/practice/")
    clock = page.locator("[data-clock]")
    page.get_by_role("button", name="Start").click()
    page.clock.run_for(61_000)
    expect(clock).to_have_text("8:59")
    page.get_by_role("button", name="Rest").click()
    page.clock.run_for(30_000)
    expect(clock).to_have_text("8:59")
    page.get_by_role("button", name="From the top").click()
    expect(clock).to_have_text("10:00")
    page.get_by_role("button", name="Start").click()
    page.clock.run_for(601_000)
    expect(page.get_by_text("Ten minutes. Take your time to get up.")).to_be_visible()
