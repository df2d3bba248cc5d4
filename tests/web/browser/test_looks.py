"""How pages look: icons, and no motion for those who want none."""

import json

import pytest
from playwright.sync_api import Page

from tests.web.browser.conftest import Open
from tests.web.conftest import Served

pytestmark = [pytest.mark.browser]


MOVING = """() => [...document.querySelectorAll("*")]
  .filter((one) => {
    const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one);
    const moves = transitionDuration.split(", ").some((time) => parseFloat(time) > 0);
    return moves || animationName !== "none" || scrollBehavior === "smooth";
  })
  .map((one) => one.outerHTML.slice(0, 80))"""


def moving(page: Page, base: str) -> dict[str, list[str]]:
    found = {}
    for address in ("/", "/log/", "/day/", "/result/", "/patterns/", "/programme/", "/look/"):
        page.goto(base + address)
        if one := page.evaluate(MOVING):
            found[address] = one
    return found


def test_nothing_moves_for_those_who_want_less_motion(
    two_months: tuple[Served, str], enter: Open
) -> None:
    served, state = two_months
    still, _ = enter(served, state, reduced_motion="reduce")
    assert moving(still, served.base) == {}
    usual, _ = enter(served, state, reduced_motion="no-preference")
    assert "/log/" in moving(usual, served.base)  # a shape of the body fades in its colour


def test_the_manifest_names_large_icons(two_months: tuple[Served, str], enter: Open) -> None:
    served, state = two_months
    page, _ = enter(served, state)
    named = json.loads(page.request.get(served.base + "/manifest.webmanifest").text())["icons"]
    for source in ["/static/mark.svg", *[one["src"] for one in named]]:
        answer = page.request.get(served.base + source)
        assert answer.ok, source
        assert answer.headers["content-type"].startswith("image/"), source
    assert {one["sizes"] for one in named} >= {"192x192", "512x512"}
