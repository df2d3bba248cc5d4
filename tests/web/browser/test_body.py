"""Noting a twitch on the body: two taps, the right side, large areas, keys, and no script."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.web.browser.conftest import Open
from tests.web.conftest import Served

pytestmark = [pytest.mark.browser]

PHONE = {"width": 360, "height": 740}
TALL = {"width": 360, "height": 3000}
LOOKS = ("body", "trunk", "face", "hands", "feet")

TAP_AREAS = """() => {
  const found = {};
  for (const picture of document.querySelectorAll("svg.map")) {
    const box = picture.getBoundingClientRect();
    if (!box.width) continue;
    for (let y = box.top - 10; y < box.bottom + 10; y += 2) {
      for (let x = Math.max(1, box.left - 10); x < Math.min(innerWidth, box.right + 10); x += 2) {
        const region = document.elementFromPoint(x, y)?.closest?.("svg.map a[data-place]");
        if (!region || !picture.contains(region)) continue;
        const name = picture.getAttribute("aria-label") + " " + region.dataset.place;
        const area = (found[name] ??= { left: x, top: y, right: x, bottom: y });
        area.left = Math.min(area.left, x);
        area.right = Math.max(area.right, x);
        area.bottom = Math.max(area.bottom, y);
      }
    }
  }
  return Object.entries(found).map(
    ([name, area]) => [name, area.right - area.left + 2, area.bottom - area.top + 2]);
}"""

SIDES = """() => {
  const wrong = [], seen = {};
  const rightIsAt = {
    front: "left", back: "right", face: "left", trunk_front: "left", trunk_back: "right" };
  for (const picture of document.querySelectorAll("svg.map")) {
    const box = picture.getBoundingClientRect();
    const view = picture.querySelector("pattern").id.replace("-dots", "");
    for (let y = box.top; y < box.bottom; y += 3) {
      for (let x = box.left; x < box.right; x += 3) {
        const region = document.elementFromPoint(x, y)?.closest?.("svg.map a[data-place]");
        if (!region || !picture.contains(region)) continue;
        const side = region.dataset.place.split("/")[1];
        if (!side || !rightIsAt[view]) continue;
        const half = x < box.left + box.width / 2 - 1 ? "left" : "right";
        if (Math.abs(x - box.left - box.width / 2) <= 1) continue;
        seen[view] = (seen[view] ?? 0) + 1;
        const own = half === rightIsAt[view] ? "right" : "left";
        if (side !== own) wrong.push([view, region.dataset.place, x - box.left, y - box.top]);
      }
    }
  }
  return [seen, wrong];
}"""


def region(page: Page, place: str) -> Locator:
    return page.locator(f'.map a.r[data-place="{place}"]').locator("visible=true")


def test_no_tap_lands_on_the_other_side_of_the_body(
    two_months: tuple[Served, str], enter: Open
) -> None:
    served, state = two_months
    page, _ = enter(served, state, viewport=TALL)
    for look in ("body", "trunk", "face"):
        page.goto(f"{served.base}/log/?look={look}")
        seen, wrong = page.evaluate(SIDES)
        assert min(seen.values()) > 1000, look
        assert wrong == [], look


def test_every_place_drawn_has_44_px_both_ways_somewhere_and_28_on_the_whole_body(
    two_months: tuple[Served, str], enter: Open
) -> None:
    """Somewhere: on the body or in a close-up of the trunk, the face, a hand or a foot."""
    served, state = two_months
    page, _ = enter(served, state, viewport=TALL)
    areas: dict[str, dict[str, tuple[float, float]]] = {}
    for look in LOOKS:
        page.goto(f"{served.base}/log/?look={look}")
        areas[look] = {name: (width, height) for name, width, height in page.evaluate(TAP_AREAS)}
        if look == "body":
            on_it = page.query_selector_all('[data-shows="body"] a.r[data-place]')
            assert len(areas[look]) == len(on_it)
    best: dict[str, float] = {}
    for name, area in (one for of_look in areas.values() for one in of_look.items()):
        place = name.rpartition(" ")[2]
        best[place] = max(best.get(place, 0), *[min(area)])
    drawn = page.query_selector_all(".map a.r[data-place]")
    assert set(best) == {one.get_attribute("data-place") for one in drawn}
    assert {place: size for place, size in best.items() if size < 44} == {}

    whole = areas["body"]
    narrow = {name.rpartition(" ")[2] for name, area in whole.items() if min(area) < 44}
    larger = {name.rpartition(" ")[2] for name in areas["trunk"]}
    limbs = {"biceps", "triceps", "elbow", "forearm", "hand", "quad", "hamstring", "knee", "calf"}
    assert narrow <= larger
    assert {place.partition("/")[0] for place in narrow}.isdisjoint(limbs | {"shin", "foot"})
    assert {name: area for name, area in whole.items() if min(area) < 28 or max(area) < 44} == {}


def told(page: Page) -> list[object]:
    return page.evaluate(
        """() => {
          const shown = (one) => one && !one.hidden && one.offsetParent !== null;
          const texts = (selector) => [...document.querySelectorAll(selector)].filter(shown)
            .map((one) => [one.textContent.trim(), one.value, one.getAttribute("aria-current")]);
          const marked = [...document.querySelectorAll(".map a.r[aria-current]")]
            .map((one) => one.dataset.place);
          return [...texts("h1"), ...texts(".dock button"), ...texts("[data-sides] button"),
                  ...texts("[data-noisy]"), ...marked];
        }"""
    )


def test_choosing_on_the_page_says_what_the_server_would_say(
    two_months: tuple[Served, str], enter: Open
) -> None:
    served, state = two_months
    page, _ = enter(served, state, viewport=PHONE)
    for place in ("calf/left", "abdomen/right", "neck", "tongue", "sole/left"):
        page.goto(f"{served.base}/log/?place={place}")
        expected = told(page)
        page.goto(f"{served.base}/log/?place=shin/right")
        page.get_by_text("Choose from a list").click()
        page.locator(f'[data-list] button[value="{place}"]').click()
        assert told(page) == expected, place
        assert page.locator('input[name="place"]').input_value() == place


def test_the_head_leads_to_the_face(two_months: tuple[Served, str], enter: Open) -> None:
    served, state = two_months
    page, _ = enter(served, state, viewport=PHONE)
    page.goto(served.base + "/log/")
    page.get_by_role("link", name="Your face, closer").locator(".skin").click()
    region(page, "eyelid/left").locator(".skin").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your left eyelid")
    expect(region(page, "eyelid/left")).to_have_attribute("aria-current", "true")


def test_a_place_is_found_and_saved_with_keys_alone(fresh: Served, enter: Open) -> None:
    page, _ = enter(fresh, viewport={"width": 1280, "height": 800})
    page.goto(fresh.base + "/log/")
    for _ in range(40):
        page.keyboard.press("Tab")
        if "picture" in page.evaluate("() => document.activeElement.textContent"):
            break
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.type("glut")
    page.keyboard.press("Enter")
    expect(page.locator("[data-list] li").locator("visible=true")).to_have_count(1)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Your left buttock")
    save = page.get_by_role("button", name="Save: left buttock")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.textContent").startswith("Save: "):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("your left buttock")
    assert save.count() == 0


def test_the_body_and_the_list_work_without_a_script(fresh: Served, enter: Open) -> None:
    page, _ = enter(fresh, viewport=PHONE, java_script_enabled=False)
    page.goto(fresh.base + "/log/")
    page.get_by_role("button", name="Hands").click()
    region(page, "thumb/right").locator(".skin").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Your right thumb or base of the thumb"
    )
    page.get_by_text("Choose from a list").click()
    page.get_by_label("Type a place").fill("belly")
    page.get_by_role("button", name="Look it up").click()
    page.get_by_role("button", name="Your left belly").click()
    page.get_by_role("button", name="Save: left belly").locator("visible=true").click()
    expect(page.get_by_role("status")).to_contain_text("your left belly")
