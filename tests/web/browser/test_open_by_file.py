"""The page that hands over the link opens the journal in a real browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from myolog.web import launch
from tests.web.conftest import Served

pytestmark = [pytest.mark.browser]


@pytest.mark.parametrize("script", [True, False])
def test_the_file_leads_into_the_journal(
    fresh: Served, browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: bool
) -> None:
    monkeypatch.setattr(launch.webbrowser, "open", lambda _: True)
    launch.hand_over(fresh.launch_url, tmp_path)
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto((tmp_path / launch.FILE).as_uri())
    page.wait_for_url(fresh.base + "/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.locator("a[href='/check/']").count() > 0
    context.close()
