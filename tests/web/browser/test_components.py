"""The page of components shows every part the manual names, as the style sheet has it."""

import re

import pytest
from playwright.sync_api import Browser

from tests.architecture.checkout import ROOT, SOURCE
from tests.web.browser.pages import violations

pytestmark = [pytest.mark.browser]

PAGE = ROOT / "docs" / "components.html"
MANUAL = (ROOT / "docs" / "explanation" / "look.md").read_text()
STYLED = set(
    re.findall(r"\.([a-z][a-z0-9-]*)", (SOURCE / "web" / "static" / "myolog.css").read_text())
)
SHOWN = {
    name for names in re.findall(r'class="([^"]+)"', PAGE.read_text()) for name in names.split()
}
NAMED = {
    name
    for cell in re.findall(r"^\| (`.+?) \|", MANUAL, re.MULTILINE)
    for name in re.findall(r"`([\w-]+)`", cell)
}


def test_every_part_in_the_manual_is_shown_and_every_one_shown_has_its_style() -> None:
    assert len(NAMED) > 30
    assert not NAMED - SHOWN
    assert not SHOWN - STYLED - {"err", "no", "open", "wide"}  # no looks of their own


def test_the_page_is_clean(browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 6000}, reduced_motion="reduce")
    page.goto(PAGE.as_uri())
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 6000})
        assert page.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            assert violations(page) == [], (width, scheme)
    page.close()
