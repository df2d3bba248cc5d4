"""On paper: folded tables and reasons are there, and nothing to tap is."""

import io
from unicodedata import normalize

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.web.browser.conftest import Open
from tests.web.conftest import Served

pytestmark = [pytest.mark.browser]


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
