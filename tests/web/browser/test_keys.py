"""The whole of Myolog by keyboard alone: all that can be pressed can be reached, seen and left."""

import json

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.conftest import Open
from tests.web.browser.pages import PAGES
from tests.web.conftest import Served

pytestmark = [pytest.mark.browser]

MARK = """() => {
  const can = "a[href], area[href], button, input, select, textarea, summary, [tabindex]";
  const reachable = [...document.querySelectorAll(can)].filter((one) =>
    one.checkVisibility({ visibilityProperty: true }) && !one.disabled && one.tabIndex >= 0
    && one.type !== "hidden" && one.getClientRects().length);
  const groups = new Set();
  const wanted = reachable.filter((one) => {
    if (one.type !== "radio") return true;
    const group = `${one.form && one.form.action} ${one.name}`;
    return !groups.has(group) && groups.add(group);
  });
  wanted.forEach((one) => { one.dataset.wanted = ""; });
  return wanted.length;
}"""
LISTEN = """() => {
  const walk = (window.walk = { unseen: [], over: false });
  let last = null;
  const ringed = (box) => {
    if (!box) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(box);
    return (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
  };
  document.addEventListener("focusin", ({ target: one }) => {
    walk.over ||= "reached" in one.dataset && last !== one;
    if (walk.over) return;
    last = one;
    one.dataset.reached = "";
    const group = one.type === "radio"
      ? [...document.getElementsByName(one.name)].filter((other) => other.form === one.form) : [];
    group.forEach((other) => { other.dataset.reached = ""; });
    const boxes = [one, one.closest("label"), one.nextElementSibling, one.parentElement];
    if (!boxes.some(ringed)) walk.unseen.push(one.outerHTML.slice(0, 110));
  });
  document.addEventListener("focusout", ({ relatedTarget }) => { walk.over ||= !relatedTarget; });
}"""
"""A walk is over when the focus comes round again or leaves the page."""
OVER = "() => window.walk.over || document.activeElement === document.body"
AT_ONCE = 20
MISSED = """() => [...document.querySelectorAll("[data-wanted]:not([data-reached])")]
  .map((one) => one.outerHTML.slice(0, 110))"""


def walk(page: Page) -> tuple[list[str], list[str]]:
    """Press Tab through the page; return what was not reached and what was not seen to be."""
    wanted = page.evaluate(MARK)
    page.evaluate(LISTEN)
    page.keyboard.press("Tab")
    for _ in range((2 * wanted + 20) // AT_ONCE + 1):
        if page.evaluate(OVER):
            break
        for _ in range(AT_ONCE):
            page.keyboard.press("Tab")
    return page.evaluate(MISSED), page.evaluate("() => window.walk.unseen")


def test_tab_reaches_all_there_is_and_shows_where_it_is(
    two_months: tuple[Served, str], enter: Open
) -> None:
    served, state = two_months
    desk = {"width": 1280, "height": 900}
    page, _ = enter(served, state, viewport=desk, reduced_motion="reduce")
    missed: dict[str, list[str]] = {}
    unseen: dict[str, list[str]] = {}
    for address in PAGES:
        page.goto(served.base + address)
        not_reached, not_seen = walk(page)
        if not_reached:
            missed[address] = not_reached
        if not_seen:
            unseen[address] = not_seen
    assert missed == {}, json.dumps(missed, indent=1)
    assert unseen == {}, json.dumps(unseen, indent=1)


NAMED = """() => {
  const one = document.activeElement;
  return one.getAttribute("aria-label") || one.innerText || one.value || "";
}"""


def press_to(page: Page, name: str, key: str = "Enter") -> None:
    """Press Tab until a control whose name begins with `name` has the focus, then `key`."""
    passed = []
    for _ in range(200):
        page.keyboard.press("Tab")
        passed.append(page.evaluate(NAMED))
        if passed[-1].startswith(name):
            page.keyboard.press(key)
            return
    raise AssertionError(f"no way to {name!r} with Tab, only to {passed}")


def test_a_twitch_is_noted_and_taken_back(fresh: Served, enter: Open) -> None:
    page, watch = enter(fresh, viewport={"width": 1280, "height": 900})
    page.goto(fresh.base + "/log/")
    page.locator("#find").focus()
    page.keyboard.type("left calf")
    press_to(page, "Your left calf")
    press_to(page, "Save: left calf")
    expect(page.get_by_role("status")).to_contain_text("left calf")
    undo = page.get_by_role("status").get_by_role("button", name="Undo")
    undo.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Taken back.")
    assert watch.complaints == []


def test_a_day_is_told(fresh: Served, enter: Open) -> None:
    page, watch = enter(fresh, viewport={"width": 1280, "height": 900})
    page.goto(fresh.base + "/day/")
    press_to(page, "One more: glass of water")
    press_to(page, "Save the day")
    expect(page.get_by_role("status")).to_contain_text("Saved")
    assert watch.complaints == []
