"""Every page is clean for axe in light and dark, calls no other host and breaks no content policy.

The window is taller than the page: a bar that sticks to the bottom covers what was not scrolled to.
"""

import json
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.web.browser.conftest import Open
from tests.web.conftest import Served

pytestmark = [pytest.mark.browser]

PAGES = (
    "/",
    "/log/",
    "/log/?place=sole/left",
    "/log/?look=trunk",
    "/log/?look=face",
    "/log/?find=arm",
    "/log/?say=left+leg+2+min+after+espresso+yesterday+evening",
    "/day/",
    "/day/tasks/",
    "/look/",
    "/journal/",
    "/story/",
    "/patterns/",
    "/patterns/?now=1",
    "/programme/",
    "/programme/questions/",
    "/programme/review/",
    "/programme/reminders/",
    "/programme/practice/",
    "/check/",
    "/check/?new=1",
    "/check/missing/",
    "/result/",
    "/emergency/",
    "/learn/",
    "/learn/warning-signs/",
    "/learn/step-caffeine/",
    "/learn/search/?q=eyelid",
    "/learn/guide/",
    "/report/",
    "/report/details/",
    "/settings/",
    "/settings/about/",
    "/settings/noting/",
    "/worry/",
    "/settings/erase/",
    "/privacy/",
    "/nothing/",
)
OPEN_FOLDS = "() => { for (const one of document.querySelectorAll('details')) one.open = true }"

SMALL = """() => {
  const rows = ".rows a, .tabs a, summary, select, .btn, input:not([type=hidden])";
  const labels = ".seg label, .chip, label.tick";
  const inside = ".seg, .chip, .sr, .tick";
  const shown = (one) => one.offsetParent && (one.matches(labels) || !one.closest(inside));
  return [...document.querySelectorAll(`${rows}, ${labels}`)]
    .filter(shown)
    .map((one) => [one.outerHTML.slice(0, 90), one.getBoundingClientRect().height])
    .filter(([, height]) => height > 0 && height < 43.5)
    .map(([html, height]) => `${Math.round(height)} ${html}`);
}"""

SLOW_TO_SCAN = {"/learn/guide/"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_pages_are_clean(
    scheme: str, width: int, two_months: tuple[Served, str], enter: Open
) -> None:
    served, state = two_months
    page, watch = enter(
        served, state, viewport={"width": width, "height": 6000}, color_scheme=scheme
    )
    found: dict[str, object] = {}
    for address in PAGES:
        if address in SLOW_TO_SCAN and width == 1280:
            continue
        page.goto(served.base + address)
        page.evaluate(OPEN_FOLDS)
        results = Axe().run(page).response["violations"]
        if results:
            found[address] = [
                (one["id"], [node["html"][:150] for node in one["nodes"][:3]]) for one in results
            ]
        overflow = page.evaluate("() => document.documentElement.scrollWidth - innerWidth")
        assert overflow <= 0, f"{address} is wider than the window by {overflow} px"
    assert not found, json.dumps(found, indent=1)
    assert watch.elsewhere == []
    expected = [text for text in watch.complaints if "404" in text]
    assert watch.complaints == expected


def test_the_watch_on_other_hosts_sees_one(two_months: tuple[Served, str], enter: Open) -> None:
    served, state = two_months
    page, watch = enter(served, state)
    page.evaluate("() => { new Image().src = 'http://127.0.0.1:9/x.png' }")
    page.wait_for_timeout(300)
    assert watch.complaints or watch.elsewhere


def test_axe_sees_a_fault(two_months: tuple[Served, str], enter: Open) -> None:
    served, state = two_months
    page, _ = enter(served, state)
    page.goto(served.base + "/emergency/")
    assert Axe().run(page).response["violations"] == []
    page.evaluate("() => document.querySelector('main').append(document.createElement('img'))")
    assert [one["id"] for one in Axe().run(page).response["violations"]] == ["image-alt"]


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


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_screen_of_the_check_is_clean(scheme: str, fresh: Served, enter: Open) -> None:
    page, watch = enter(fresh, viewport={"width": 360, "height": 6000}, color_scheme=scheme)
    found: dict[str, object] = {}

    def scan(name: str) -> None:
        results = Axe().run(page).response["violations"]
        if results:
            found[name] = [(one["id"], one["nodes"][0]["html"][:150]) for one in results]

    scan("first open")
    page.goto(fresh.base + "/check/")
    for screen in ("emergency", "story", "six", "body", "health", "life"):
        scan(screen)
        ticks = page.locator("input[name=tick]").all()
        for tick in ticks:
            tick.check()
        scan(f"{screen}, all ticked")
        for tick in ticks:
            tick.uncheck()
        page.get_by_role("button", name="Next" if screen == "story" else "None of these").click()
    scan("incomplete result")
    page.goto(fresh.base + "/check/?new=1")
    page.locator("input[name=tick][value=sudden]").check()
    page.get_by_role("button", name="Show me what to do").click()
    scan("emergency result")
    assert not found, json.dumps(found, indent=1)
    assert watch.elsewhere == []
    assert watch.complaints == []
