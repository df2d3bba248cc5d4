"""The outbox's queue over 2,000 random lives."""

import pytest
from playwright.sync_api import sync_playwright

from tests.web.browser.conftest import CHROMIUM, QUIET
from tests.web.browser.interleaving import faults_of, source

pytestmark = [pytest.mark.browser]


def test_nothing_acknowledged_is_lost_in_two_thousand_lives() -> None:
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        assert faults_of(browser, source(), seeds=range(1_000, 3_000)) == []
        browser.close()
