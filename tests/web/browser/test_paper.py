"""On paper: folded tables are there, nothing to tap is, and every word is dark on white."""

import io
import json
from unicodedata import normalize

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.web.browser.conftest import Open
from tests.web.browser.test_axe import PAGES
from tests.web.conftest import Served

pytestmark = [pytest.mark.browser]

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


def printed(page: Page) -> str:
    """Return the text of the page as it is printed."""
    sheets = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    return bare("".join(sheet.extract_text() for sheet in sheets))


def bare(text: str) -> str:
    """Return `text` without its spaces and ligatures, which are the printer's affair."""
    return "".join(normalize("NFKC", text).split())


def test_folded_tables_are_printed_and_what_is_tapped_is_not(
    two_months: tuple[Served, str], enter: Open
) -> None:
    served, state = two_months
    page, _ = enter(served, state, color_scheme="dark")
    page.goto(served.base + "/patterns/")
    cell = page.locator(".drawn + details tbody th").last
    assert not cell.is_visible()
    paper = printed(page)
    for name in page.locator(".drawn + details th").all_text_contents():
        assert bare(name) in paper, name
    for tapped in ("Help now", "Your data", "Look again now"):
        assert page.get_by_text(tapped).count(), tapped
        assert bare(tapped) not in paper


def test_reasons_in_folds_are_printed(two_months: tuple[Served, str], enter: Open) -> None:
    served, state = two_months
    page, _ = enter(served, state)
    page.goto(served.base + "/result/")
    fold = page.locator("details.fold > :not(summary)").first
    assert not fold.is_visible()
    paper = printed(page)
    assert bare(fold.text_content() or "")[:40] in paper


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_that_is_printed_is_dark_on_white(
    scheme: str, two_months: tuple[Served, str], enter: Open
) -> None:
    """A printer leaves grounds out, so that pale words would be lost."""
    served, state = two_months
    page, _ = enter(served, state, color_scheme=scheme)
    page.emulate_media(media="print", color_scheme=scheme)  # type: ignore[arg-type]
    pale: dict[str, list[str]] = {}
    for address in PAGES:
        page.goto(served.base + address)
        if found := page.evaluate(PALE):
            pale[address] = found
    assert pale == {}, json.dumps(pale, indent=1)


def test_a_pale_word_would_be_seen(two_months: tuple[Served, str], enter: Open) -> None:
    served, state = two_months
    page, _ = enter(served, state)
    page.goto(served.base + "/privacy/")
    assert page.evaluate(PALE) == []
    page.evaluate("() => document.querySelector('h1').style.setProperty('color', '#ddd')")
    assert len(page.evaluate(PALE)) == 1
