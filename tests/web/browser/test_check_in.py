"""The check-in on one screen: few taps, under twenty seconds, yesterday's values by one tap."""

import re
import time
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from tests.web.browser.conftest import Open, days_ago
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


def test_a_forgotten_week_is_told_in_three_taps_a_day(
    two_months: tuple[Served, str], enter: Open
) -> None:
    served, state = two_months
    page, watch = enter(served, state, viewport=PHONE, has_touch=True)
    first = days_ago(300)
    page.goto(f"{served.base}/day/?date={first}")
    taps = 0
    for n in range(7):
        dated = f"date={first + timedelta(days=n)}"
        expect(page).to_have_url(re.compile(dated))
        if n == 0:
            page.get_by_text("7 to 8").tap()
            page.get_by_text("Calm").tap()
        else:
            page.get_by_role("button", name="None on this day").tap()
            expect(page.get_by_role("status")).to_contain_text("Saved: none")
            page.get_by_role("button", name=re.compile("^Same as ")).tap()
            expect(page.get_by_role("status")).to_contain_text("Filled in")
        page.get_by_role("button", name=re.compile("^Save, on to ")).locator("visible=true").tap()
        taps += 3
    expect(page.get_by_role("status")).to_contain_text("Saved.")
    expect(page).to_have_url(re.compile(f"date={first + timedelta(days=7)}"))
    assert taps <= 21
    assert watch.complaints == []


def test_the_check_in_the_usual_places_and_the_body_stand_above_the_fold(
    fresh: Served, enter: Open
) -> None:
    page, _ = enter(fresh, viewport={"width": 360, "height": 780}, has_touch=True)
    for place in ("calf/left", "eyelid/right"):
        page.goto(f"{fresh.base}/log/?place={place}")
        page.get_by_role("button", name="Save: ").locator("visible=true").tap()
        expect(page.get_by_role("status")).to_contain_text("Saved")
    page.goto(fresh.base + "/")
    fold = page.locator(".tabs").bounding_box()
    assert fold is not None
    for there in (".day-ask .primary", ".note-one .chip >> nth=1", ".map.body >> nth=0"):
        box = page.locator(there).bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= fold["y"], there
