"""The page of components shows every part the manual names, as the style sheet has it."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.architecture.checkout import ROOT, SOURCE

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


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_page_is_clean(scheme: str, width: int, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": width, "height": 6000}, color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(PAGE.as_uri())
    assert page.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0
    violations = Axe().run(page).response["violations"]
    assert [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in violations] == []
    page.close()
