"""The check-in on one screen: few taps, under twenty seconds, yesterday's values by one tap."""

import time

import pytest
from playwright.sync_api import expect

from tests.web.browser.conftest import Open
from tests.web.conftest import Served

pytestmark = [pytest.mark.browser]

PHONE = {"width": 360, "height": 740}
TAPS_AT_MOST, SECONDS_AT_MOST = 14, 20


def test_a_day_is_noted_with_few_taps_in_less_than_twenty_seconds(
    two_months: tuple[Served, str], enter: Open
) -> None:
    served, state = two_months
    page, watch = enter(served, state, viewport=PHONE, has_touch=True)
    page.goto(served.base + "/day/")
    places = page.locator("ul.tally fieldset .seg")
    targets = [places.nth(n).get_by_text("Some") for n in range(places.count())]
    targets += [page.get_by_role("button", name="One more: filter coffee, cup")] * 2
    targets += [page.get_by_role("button", name="One more: glass of water")] * 4
    targets += [page.get_by_text("7 to 8"), page.get_by_text("Calm")]
    targets += [page.get_by_role("button", name="Save the day").locator("visible=true")]
    began = time.monotonic()
    for target in targets:
        target.tap()
    expect(page.get_by_role("status")).to_contain_text("Saved")
    assert len(targets) <= TAPS_AT_MOST
    assert time.monotonic() - began < SECONDS_AT_MOST
    assert watch.complaints == []


def test_same_as_yesterday_is_two_taps(two_months: tuple[Served, str], enter: Open) -> None:
    served, state = two_months
    page, _ = enter(served, state, viewport=PHONE, has_touch=True)
    page.goto(served.base + "/day/")
    page.get_by_text("Same as yesterday").tap()
    page.get_by_role("button", name="Save the day").locator("visible=true").tap()
    expect(page.get_by_role("status")).to_contain_text("Saved")
