"""How pages look: no squeezed sentence, one icon, no motion for those who want none."""

import json

import pytest
from playwright.sync_api import Page

from tests.web.browser.conftest import Open
from tests.web.browser.test_axe import OPEN_FOLDS, PAGES
from tests.web.conftest import Served

pytestmark = [pytest.mark.browser]

SQUEEZED = """() => [...document.querySelectorAll("p, li, h1, h2, h3, dd, td, figcaption, summary")]
  .filter((one) => one.checkVisibility() && !one.closest(".sr, .gap-row, figcaption, .tabs"))
  .filter((one) => one.clientWidth < 110 && [...one.childNodes].some(
    (node) => node.nodeType === Node.TEXT_NODE && node.data.trim().length > 25))
  .map((one) => [one.clientWidth, one.textContent.trim().slice(0, 60)])"""

MOVING = """() => [...document.querySelectorAll("*")]
  .filter((one) => {
    const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one);
    const moves = transitionDuration.split(", ").some((time) => parseFloat(time) > 0);
    return moves || animationName !== "none" || scrollBehavior === "smooth";
  })
  .map((one) => one.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("width", [360, 768, 1060, 1280])
def test_no_sentence_is_squeezed_into_a_narrow_column(
    width: int, two_months: tuple[Served, str], enter: Open
) -> None:
    served, state = two_months
    page, _ = enter(served, state, viewport={"width": width, "height": 900})
    found: dict[str, object] = {}
    for address in PAGES:
        page.goto(served.base + address)
        page.evaluate(OPEN_FOLDS)
        if narrow := page.evaluate(SQUEEZED):
            found[address] = narrow
    assert found == {}, json.dumps(found, indent=1)


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


def test_every_page_has_its_own_icon_and_the_manifest_names_large_ones(
    two_months: tuple[Served, str], enter: Open
) -> None:
    served, state = two_months
    page, _ = enter(served, state)
    for address in PAGES:
        page.goto(served.base + address)
        icon = page.locator('link[rel="icon"]')
        assert icon.get_attribute("href") == "/static/mark.svg", address
        assert page.locator('link[rel="apple-touch-icon"]').count() == 1, address
    named = json.loads(page.request.get(served.base + "/manifest.webmanifest").text())["icons"]
    for source in ["/static/mark.svg", *[one["src"] for one in named]]:
        answer = page.request.get(served.base + source)
        assert answer.ok, source
        assert answer.headers["content-type"].startswith("image/"), source
    assert {one["sizes"] for one in named} >= {"192x192", "512x512"}
