"""Every page, loaded once and looked at in each width and colour scheme, and as it is printed.

In the dark nothing but colours differs, so axe looks again only at those. The window is taller than
the page: a bar that sticks to the bottom covers what was not scrolled to. A printer leaves grounds
out, so that pale words would be lost.
"""

import json

import pytest
from playwright.sync_api import Page

from tests.web.browser.conftest import Open
from tests.web.browser.pages import (
    COLOUR_RULES,
    OPEN_FOLDS,
    PAGES,
    PALE,
    SQUEEZED,
    loud,
    violations,
)
from tests.web.conftest import Served

pytestmark = [pytest.mark.browser]

TALL = 6000
SPOIL = """() => {
  const spoiled = document.createElement("section");
  spoiled.innerHTML = `<p class="red">red</p><p class="pale">pale on dark and on paper</p>
    <p class="narrow">a sentence in a column far too narrow</p><p class="huge">wide</p><img>`;
  const style = new CSSStyleSheet();
  style.replaceSync(`.red { color: #c62828 !important } .narrow { width: 60px }
    .huge { min-width: 2000px }
    @media screen and (prefers-color-scheme: dark) { .pale { color: #333 !important } }
    @media print { .pale { color: #eee !important } }`);
  document.adoptedStyleSheets.push(style);
  document.querySelector("main").append(spoiled);
  document.querySelector('link[rel="icon"]').href = "/other.svg";
}"""
"""One fault of each kind; a style in the markup itself is refused by the content policy."""


def faults_of(page: Page) -> dict[str, object]:
    """Return what is wrong with the page that is open, by where it shows."""
    found: dict[str, object] = {"icon": wrong_icons(page)}
    for scheme in ("light", "dark"):
        page.emulate_media(media="print", color_scheme=scheme)  # type: ignore[arg-type]
        found[f"pale on paper, {scheme}"] = page.evaluate(PALE)
    page.emulate_media(media="screen", color_scheme="light")
    page.evaluate(OPEN_FOLDS)
    for width in (360, 768, 1060, 1280):
        page.set_viewport_size({"width": width, "height": TALL})
        found[f"squeezed at {width}"] = page.evaluate(SQUEEZED)
        wider = page.evaluate("() => document.documentElement.scrollWidth - innerWidth")
        found[f"wider than {width}"] = max(0, wider)
        if width in (360, 1280):
            found[f"axe at {width}"] = violations(page)
            page.emulate_media(color_scheme="dark")
            found[f"axe at {width} in the dark"] = violations(page, COLOUR_RULES)
            found[f"loud at {width} in the dark"] = loud(page)
            page.emulate_media(color_scheme="light")
            found[f"loud at {width}"] = loud(page)
    return {where: fault for where, fault in found.items() if fault}


def wrong_icons(page: Page) -> list[str]:
    """Return what is wrong with the icons that a page names."""
    icon = page.locator('link[rel="icon"]').get_attribute("href")
    for_a_phone = page.locator('link[rel="apple-touch-icon"]').count()
    return [] if (icon, for_a_phone) == ("/static/mark.svg", 1) else [f"{icon}, {for_a_phone}"]


@pytest.mark.parametrize("half", [PAGES[::2], PAGES[1::2]], ids=["first", "second"])
def test_every_page_is_clean_calm_and_readable(
    half: tuple[str, ...], two_months: tuple[Served, str], enter: Open
) -> None:
    served, state = two_months
    page, watch = enter(served, state, reduced_motion="reduce")
    found: dict[str, object] = {}
    for address in half:
        page.set_viewport_size({"width": 360, "height": TALL})
        page.goto(served.base + address)
        if faults := faults_of(page):
            found[address] = faults
    assert not found, json.dumps(found, indent=1)
    assert watch.elsewhere == []
    assert watch.complaints == [text for text in watch.complaints if "404" in text]


def test_each_of_these_looks_sees_its_fault(two_months: tuple[Served, str], enter: Open) -> None:
    served, state = two_months
    page, _ = enter(served, state, viewport={"width": 360, "height": TALL}, reduced_motion="reduce")
    page.goto(served.base + "/privacy/")
    assert faults_of(page) == {}
    page.evaluate(SPOIL)
    assert set(faults_of(page)) == {
        "icon",
        "pale on paper, light",
        "pale on paper, dark",
        *(f"squeezed at {width}" for width in (360, 768, 1060, 1280)),
        *(f"wider than {width}" for width in (360, 768, 1060, 1280)),
        *(f"{what} at {width}" for what in ("axe", "loud") for width in (360, 1280)),
        *(f"{what} at {width} in the dark" for what in ("axe", "loud") for width in (360, 1280)),
    }
