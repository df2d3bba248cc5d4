"""How long Today takes in a browser, from asking for it until it can be used.

Chromium at the size of a phone, a long journal, nothing kept from an earlier visit; "interactive"
is when the page is read and its scripts have run.
"""

import os
from pathlib import Path

from bench.saving import long_journal, served

CHROMIUM = os.environ.get("MYOLOG_CHROMIUM", "/usr/bin/chromium")
READY = "() => performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd / 1000"


def opened_today(data: Path) -> float:
    """Open Today for the first time in a new browser."""
    from playwright.sync_api import sync_playwright

    with served(long_journal(data)) as (address, port), sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        phone = {"width": 360, "height": 740}
        visit = browser.new_context(viewport=phone)
        visit.new_page().goto(address)
        state = visit.storage_state()
        page = browser.new_context(viewport=phone, storage_state=state).new_page()
        page.goto(f"http://localhost:{port}/")
        seconds = float(page.evaluate(READY))
        browser.close()
    return seconds
