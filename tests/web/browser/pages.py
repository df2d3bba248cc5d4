"""Every page there is, and what is looked for on each."""

import re

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Locator, Page

from tests.calm import is_red_or_green

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
    "/calendar/",
    "/calendar/years/",
    "/story/",
    "/patterns/",
    "/patterns/?now=1",
    "/programme/",
    "/programme/questions/",
    "/programme/review/",
    "/programme/reminders/",
    "/result/next/",
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
    "/journal/find/?q=calf&sign=cramp",
    "/journal/find/?q=nothing-of-this&place=calf",
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

COLOUR_RULES = ("color-contrast", "link-in-text-block")

SCAN = """async (options) => (await axe.run(options)).violations
  .map((one) => [one.id, one.nodes.slice(0, 3).map((node) => node.html)])"""

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

SQUEEZED = """() => [...document.querySelectorAll("p, li, h1, h2, h3, dd, td, figcaption, summary")]
  .filter((one) => one.checkVisibility() && !one.closest(".sr, .gap-row, figcaption, .tabs"))
  .filter((one) => one.clientWidth < 110 && [...one.childNodes].some(
    (node) => node.nodeType === Node.TEXT_NODE && node.data.trim().length > 25))
  .map((one) => [one.clientWidth, one.textContent.trim().slice(0, 60)])"""

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

PALE = """() => {
  const light = (colour) => {
    const parts = colour.match(/[\\d.]+/g).map(Number).slice(0, 3).map((one) => one / 255)
      .map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  };
  const found = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const one = node.parentElement;
    const style = getComputedStyle(one);
    if (!node.data.trim() || !one.checkVisibility({ contentVisibilityAuto: false })) continue;
    if (style.printColorAdjust === "exact" || one.closest(".sr, svg")) continue;
    if (1.05 / (light(style.color) + 0.05) < 4.5) found.add(node.data.trim().slice(0, 60));
  }
  return [...found];
}"""


def follow(page: Page, control: Locator) -> None:
    """Click what leads to another page, and wait until that page is there.

    A click alone may return while the old page still stands: it would be looked at instead.
    """
    with page.expect_navigation():
        control.click()


def violations(page: Page, rules: tuple[str, ...] = ()) -> list[tuple[str, list[str]]]:
    """Return what axe finds: the rule, and the first three places; of these rules, or of all.

    Its script stays in a page, and selectors, which nobody reads, are not worked out: both cost a
    third of a scan.
    """
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    options: dict[str, object] = {"resultTypes": ["violations"], "selectors": False}
    if rules:
        options["runOnly"] = list(rules)
    found = page.evaluate(SCAN, options)
    return [(rule, [html[:150] for html in places]) for rule, places in found]


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
