"""A two-minute look with the timer: no number until they are over, then one to correct and save."""

import pytest
from playwright.sync_api import expect

from tests.web.browser.conftest import Open, standing_still
from tests.web.conftest import Served

pytestmark = [pytest.mark.browser]

PHONE = {"width": 360, "height": 740}


def test_taps_are_counted_in_silence_for_two_minutes(fresh: Served, enter: Open) -> None:
    page, watch = enter(fresh, viewport=PHONE)
    standing_still(page, fresh.base + "/look/")
    number = page.get_by_label("How many twitches")
    save = page.get_by_role("button", name="Save this look")
    expect(number).to_be_hidden()
    expect(save).to_be_disabled()
    page.get_by_role("button", name="Begin the two minutes").click()
    for _ in range(3):
        page.get_by_role("button", name="I felt one").click()
    page.clock.run_for(119_000)
    expect(number).to_be_hidden()
    page.clock.run_for(2_000)
    expect(number).to_have_value("3")
    expect(page.get_by_role("status")).to_contain_text("over")
    save.click()
    expect(page.get_by_role("status")).to_contain_text("Saved")
    assert watch.complaints == []


def test_without_a_script_the_number_is_typed(fresh: Served, enter: Open) -> None:
    page, _ = enter(fresh, viewport=PHONE, java_script_enabled=False)
    page.goto(fresh.base + "/look/")
    expect(page.get_by_role("button", name="Begin the two minutes")).to_be_hidden()
    page.get_by_label("How many twitches").fill("2")
    page.get_by_role("button", name="Save this look").click()
    expect(page.get_by_role("status")).to_contain_text("Saved")
