"""In the colours a system chose, what is chosen looks chosen: judged by what is drawn, not by code.

At 400 % zoom: a window of 1280 by 800 has 320 by 200 CSS px then.
"""

import base64

import pytest
from playwright.sync_api import Locator, Page

from tests.web.browser.conftest import Open, days_ago
from tests.web.conftest import Served

pytestmark = [pytest.mark.browser]

EDGE = 5
"""Pixels that are left out all around: a coloured frame alone tells nobody."""

CONTROLS = {
    "/check/?new=1": (("[name=tick]", "checked = !one.checked"),),
    "/settings/noting/": (
        ("label.tick [type=radio]:not(:checked)", "checked = true"),
        ("label.tick [type=checkbox]:not(:checked)", "checked = true"),
        (".dock .btn", "classList.toggle('primary')"),
    ),
    "/story/": ((".chip:has(input:not(:checked))", "querySelector('input').checked = true"),),
    "/day/": ((".seg :not(:checked) + label", "previousElementSibling.checked = true"),),
    "/log/?place=calf/left": (
        (".map .r:not([aria-current]) .skin", "parentNode.setAttribute('aria-current', 'true')"),
        (".seg button:not([aria-current])", "setAttribute('aria-current', 'true')"),
        (".chip:not([aria-current])", "setAttribute('aria-current', 'true')"),
    ),
    "/calendar/?month={a_full_month}": (
        (".md.some", "className = 'md many'"),
        (".views a", "toggleAttribute('aria-current')"),
    ),
}  # fmt: skip

UNLIKE = """async ([one, other, edge]) => {
  const pixels = await Promise.all([one, other].map(async (png) => {
    const image = new Image();
    image.src = "data:image/png;base64," + png;
    await image.decode();
    const { width, height } = image;
    const drawn = new OffscreenCanvas(width, height).getContext("2d");
    drawn.drawImage(image, 0, 0);
    return drawn.getImageData(edge, edge, width - 2 * edge, height - 2 * edge).data;
  }));
  let far = 0;
  for (let at = 0; at < pixels[0].length; at += 4)
    far += [0, 1, 2].some((part) => Math.abs(pixels[0][at + part] - pixels[1][at + part]) > 100);
  return far / (pixels[0].length / 4);
}"""


def unlike(judge: Page, control: Locator, change: str) -> float:
    """Return the share of a control's pixels that a change makes clearly another colour."""
    control.scroll_into_view_if_needed()
    handle = control.element_handle()
    assert handle is not None
    before = base64.b64encode(handle.screenshot()).decode()
    handle.evaluate(f"(one) => {{ one.{change} }}")
    after = base64.b64encode(handle.screenshot()).decode()
    return float(judge.evaluate(UNLIKE, [before, after, EDGE]))


def test_what_is_chosen_is_told_apart_in_the_systems_colours_and_very_large(
    two_months: tuple[Served, str], enter: Open
) -> None:
    served, state = two_months
    page, watch = enter(
        served,
        state,
        viewport={"width": 320, "height": 200},
        forced_colors="active",
        reduced_motion="reduce",
    )
    judge = page.context.new_page()
    alike = {}
    a_full_month = f"{days_ago(31):%Y-%m}"
    for named, controls in CONTROLS.items():
        address = named.format(a_full_month=a_full_month)
        page.goto(served.base + address)
        assert page.evaluate("() => document.documentElement.scrollWidth") == 320, address
        stuck = ".tabs, .dock, form .if-some"
        where = "(all) => all.map((one) => getComputedStyle(one).position)"
        assert "sticky" not in page.locator(stuck).evaluate_all(where), address
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            for selector, change in controls:
                seen = page.locator(selector).locator("visible=true").first
                share = unlike(judge, seen, change)
                if share < 0.2:
                    alike[address, selector, scheme] = round(share, 2)
    assert alike == {}
    assert watch.complaints == []
