"""Take a picture of every page: `make screenshots` runs this file, `make test` does not.

Pictures go to .tmp/screenshots, at the width of a phone, a tablet and a computer, light and dark,
in both languages; three at the width of a phone go to docs/images, for the README.
"""

import re
from pathlib import Path

import pytest

from tests.architecture.checkout import ROOT
from tests.web.browser.conftest import Open
from tests.web.browser.pages import PAGES
from tests.web.conftest import Served

FOLDER = ROOT / ".tmp" / "screenshots"
README = {"today": "/", "log": "/log/?place=forearm/right", "result": "/result/"}
HEIGHT = 780


def name_of(address: str) -> str:
    """Turn an address into a file name: /log/?look=face is log-look-face."""
    return re.sub(r"\W+", "-", address).strip("-") or "today"


@pytest.mark.parametrize("locale", ["en-GB", "de-DE"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 768, 1280])
def test_every_page_is_taken(
    locale: str, scheme: str, width: int, two_months: tuple[Served, str], enter: Open
) -> None:
    served, state = two_months
    size = {"width": width, "height": HEIGHT}
    page, _ = enter(served, state, viewport=size, color_scheme=scheme, locale=locale)
    FOLDER.mkdir(parents=True, exist_ok=True)
    for address in PAGES:
        answer = page.goto(served.base + address)
        assert answer is not None
        assert answer.status == (404 if address == "/nothing/" else 200), address
        file = FOLDER / f"{name_of(address)}-{width}-{scheme}-{locale[:2]}.png"
        page.screenshot(path=file, full_page=True)


@pytest.mark.parametrize(("name", "address"), README.items())
def test_the_readme_has_its_three(
    name: str, address: str, two_months: tuple[Served, str], enter: Open
) -> None:
    served, state = two_months
    page, _ = enter(served, state, viewport={"width": 360, "height": HEIGHT})
    answer = page.goto(served.base + address)
    assert answer is not None
    assert answer.ok
    file: Path = ROOT / "docs" / "images" / f"{name}.png"
    page.screenshot(path=file)
    assert file.stat().st_size < 100_000
