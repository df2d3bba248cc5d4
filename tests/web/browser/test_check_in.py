"""Today on a phone: what is tapped most stands above the fold."""

import pytest
from playwright.sync_api import expect

from tests.web.browser.conftest import Open, days_ago
from tests.web.browser.pages import SMALL, follow, violations
from tests.web.conftest import Served

pytestmark = [pytest.mark.browser]


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


def test_a_thing_of_ones_own_is_begun_noted_and_archived(
    two_months: tuple[Served, str], enter: Open
) -> None:
    served, state = two_months
    page, watch = enter(served, state, viewport={"width": 360, "height": 6000}, has_touch=True)
    page.goto(f"{served.base}/day/?date={days_ago(250)}")
    follow(page, page.get_by_role("link", name="Track something of your own"))
    page.get_by_label("Name").fill("Late <b>pizza</b>")
    page.get_by_text("I do or take it").tap()
    follow(page, page.get_by_role("button", name="Track it").locator("visible=true"))
    page.get_by_text("Late <b>pizza</b>").tap()
    assert violations(page) == []
    assert page.evaluate(SMALL) == []
    page.goto(f"{served.base}/day/?date={days_ago(250)}")
    asked = page.get_by_role("group", name="Late <b>pizza</b>")
    asked.get_by_text("Yes").tap()
    follow(page, page.get_by_role("button", name="Save, close").locator("visible=true"))
    expect(page.get_by_text("Late <b>pizza</b> yes")).to_be_visible()
    page.goto(served.base + "/settings/own/")
    page.get_by_text("Late <b>pizza</b>").tap()
    follow(page, page.get_by_role("button", name="Archive", exact=True))
    expect(page.get_by_role("button", name="Bring back Late <b>pizza</b>")).to_be_visible()
    assert violations(page) == []
    assert watch.complaints == []
