"""A device in another zone than home: its clock is offered in the form, and nothing is chosen."""

import pytest
from playwright.sync_api import expect

from tests.web.browser.conftest import Open
from tests.web.browser.pages import follow
from tests.web.conftest import Served

pytestmark = [pytest.mark.browser]


def test_the_clock_of_the_device_is_offered_and_not_taken(fresh: Served, enter: Open) -> None:
    page, watch = enter(fresh, timezone_id="Pacific/Kiritimati", locale="en-GB")
    page.goto(fresh.base + "/log/?place=calf/left")
    page.get_by_text("Time, how long, what else").click()
    home = page.locator("[data-zones]").get_attribute("data-home")
    assert home
    offered = page.get_by_role("group", name="Whose clock?")
    expect(offered.get_by_role("radio")).to_have_count(2)
    expect(page.get_by_text(f"Times are those of {home}")).to_be_visible()
    assert offered.locator(":checked").get_attribute("value") == home
    offered.get_by_text("Pacific/Kiritimati").click()
    expect(page.get_by_text("Times are those of Pacific/Kiritimati")).to_be_visible()
    page.get_by_label("Day").fill("2026-03-09")
    page.get_by_label("Time", exact=True).fill("01:23")
    page.get_by_role("button", name="Save: left calf").click()
    expect(page.get_by_role("status")).to_contain_text("01:23 (Pacific/Kiritimati)")
    expect(
        page.get_by_text(f"those of {home}; this device is in Pacific/Kiritimati")
    ).to_be_visible()
    assert watch.complaints == []


def test_at_home_nothing_is_asked(fresh: Served, enter: Open) -> None:
    page, _ = enter(fresh)
    page.goto(fresh.base + "/log/?place=calf/left")
    home = page.locator("[data-zones]").get_attribute("data-home")
    page, _ = enter(fresh, timezone_id=home)
    page.goto(fresh.base + "/log/?place=calf/left")
    expect(page.locator("[data-zones]")).to_be_hidden()


def test_an_older_name_of_the_zone_is_no_other_zone(fresh: Served, enter: Open) -> None:
    page, _ = enter(fresh, timezone_id="Europe/Kiev")
    page.goto(fresh.base + "/settings/time/")
    offer = page.locator("[data-device-zone]")
    expect(offer).to_be_visible()
    page.get_by_label("Time zone").fill("Europe/Kyiv")
    follow(page, page.get_by_role("button", name="Save"))
    page.goto(fresh.base + "/settings/time/")
    expect(page.get_by_label("Time zone")).to_have_value("Europe/Kyiv")
    expect(offer).to_be_hidden()
