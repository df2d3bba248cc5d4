"""No page shows red or green, in light or dark, a refused form included (hazards H3, H4)."""

import re

import pytest
from playwright.sync_api import Page

from tests.calm import is_red_or_green
from tests.web.browser.conftest import Open
from tests.web.browser.test_axe import OPEN_FOLDS, PAGES
from tests.web.conftest import Served

pytestmark = [pytest.mark.browser]

COLOURS = """() => {
  const found = {};
  const keep = (one, name, value) => { found[value] ??= `${name} ${one.outerHTML.slice(0, 120)}` };
  for (const one of document.querySelectorAll("body, body *")) {
    const box = one.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    const style = getComputedStyle(one);
    for (const name of ["color", "backgroundColor", "fill", "stroke", "outlineColor"]) {
      keep(one, name, style[name]);
    }
    for (const side of ["Top", "Right", "Bottom", "Left"]) {
      if (style[`border${side}Width`] !== "0px") keep(one, "border", style[`border${side}Color`]);
    }
  }
  return found;
}"""
CHANNELS = re.compile(r"rgba?\((\d+), (\d+), (\d+)(?:, (0(?:\.0*)?))?\)")


def loud(page: Page) -> dict[str, str]:
    """Return each red or green colour on the page, and where it is."""
    page.evaluate(OPEN_FOLDS)
    found: dict[str, str] = page.evaluate(COLOURS)
    read = {colour: CHANNELS.fullmatch(colour) for colour in found}
    assert sum(match is not None for match in read.values()) > 3
    return {
        colour: found[colour]
        for colour, match in read.items()
        if match and match[4] is None and is_red_or_green(*map(int, match.group(1, 2, 3)))
    }


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_shows_red_or_green(
    scheme: str, two_months: tuple[Served, str], enter: Open
) -> None:
    served, state = two_months
    page, _ = enter(served, state, color_scheme=scheme)
    bad: dict[str, dict[str, str]] = {}
    for address in PAGES:
        page.goto(served.base + address)
        if found := loud(page):
            bad[address] = found
    assert bad == {}


def test_a_refused_form_is_not_red(two_months: tuple[Served, str], enter: Open) -> None:
    served, state = two_months
    page, _ = enter(served, state)
    page.goto(served.base + "/day/")
    page.evaluate(OPEN_FOLDS)
    page.locator("[name='value:stress']").fill("99")
    page.locator("button[name=save][form=f]").click()
    page.wait_for_selector("[aria-invalid=true]", state="attached")
    assert loud(page) == {}


def test_the_look_at_colours_sees_red(two_months: tuple[Served, str], enter: Open) -> None:
    served, state = two_months
    page, _ = enter(served, state)
    page.goto(served.base + "/emergency/")
    page.evaluate("() => { document.querySelector('h1').style.color = '#c62828' }")
    assert len(loud(page)) == 1
