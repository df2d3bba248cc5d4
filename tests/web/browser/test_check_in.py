"""Today on a phone: what is tapped most stands above the fold."""

import pytest
from playwright.sync_api import expect

from tests.web.browser.conftest import Open
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
