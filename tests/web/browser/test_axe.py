"""Nothing goes to another host, all that is tapped is large, the check is clean screen by screen.

The window is taller than the page: a bar that sticks to the bottom covers what was not scrolled to.
"""

import json
from pathlib import Path

import pytest

from tests.web.browser.conftest import Open
from tests.web.browser.pages import COLOUR_RULES, SMALL, follow, violations
from tests.web.conftest import Served

pytestmark = [pytest.mark.browser]


def test_the_watch_on_other_hosts_sees_one(two_months: tuple[Served, str], enter: Open) -> None:
    served, state = two_months
    page, watch = enter(served, state)
    page.evaluate("() => { new Image().src = 'http://127.0.0.1:9/x.png' }")
    page.wait_for_timeout(300)
    assert watch.complaints or watch.elsewhere


def test_what_is_tapped_is_large_enough(two_months: tuple[Served, str], enter: Open) -> None:
    """44 px for controls and rows; links inside a sentence are exempt."""
    served, state = two_months
    page, _ = enter(served, state, viewport={"width": 360, "height": 6000})
    small: dict[str, list[str]] = {}
    asked = ("/log/?place=calf/left", "/day/", "/check/?new=1", "/story/", "/worry/")
    for address in ("/", "/result/", "/settings/noting/", "/patterns/", *asked):
        page.goto(served.base + address)
        found = page.evaluate(SMALL)
        if found:
            small[address] = found
    assert small == {}, json.dumps(small, indent=1)


def test_forced_colours_and_less_motion_change_nothing_that_is_said(
    two_months: tuple[Served, str], enter: Open, tmp_path: Path
) -> None:
    served, state = two_months
    page, watch = enter(
        served,
        state,
        viewport={"width": 360, "height": 800},
        forced_colors="active",
        reduced_motion="reduce",
    )
    page.goto(served.base + "/result/")
    border = page.evaluate("() => getComputedStyle(document.querySelector('.care')).borderTopWidth")
    assert float(border.removesuffix("px")) >= 2
    assert page.get_by_text("Not asked").count() + page.get_by_text("No", exact=True).count() > 0
    assert watch.complaints == []


def test_every_screen_of_the_check_is_clean(fresh: Served, enter: Open) -> None:
    page, watch = enter(fresh, viewport={"width": 360, "height": 6000}, reduced_motion="reduce")
    found: dict[str, object] = {}

    def scan(name: str) -> None:
        faults = violations(page)
        page.emulate_media(color_scheme="dark")
        faults += violations(page, COLOUR_RULES)
        page.emulate_media(color_scheme="light")
        if faults:
            found[name] = faults

    scan("first open")
    page.goto(fresh.base + "/check/")
    for screen in ("emergency", "story", "six", "body", "health", "life"):
        scan(screen)
        if screen not in {"emergency", "story"}:  # "None of these" lies over no sign that is unread
            dock = page.locator(".dock").evaluate("(one) => getComputedStyle(one).position")
            assert dock == "static", screen
        ticks = page.locator("input[name=tick]").all()
        for tick in ticks:
            tick.check()
        scan(f"{screen}, all ticked")
        for tick in ticks:
            tick.uncheck()
        onward = "Next" if screen == "story" else "None of these"
        follow(page, page.get_by_role("button", name=onward))
    scan("incomplete result")
    page.goto(fresh.base + "/check/?new=1")
    page.locator("input[name=tick][value=sudden]").check()
    follow(page, page.get_by_role("button", name="Show me what to do"))
    scan("emergency result")
    assert not found, json.dumps(found, indent=1)
    assert watch.elsewhere == []
    assert watch.complaints == []
