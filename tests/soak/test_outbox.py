"""The outbox's queue, and two devices of one person, over 2,000 random lives each."""

from datetime import UTC, date, datetime

import pytest
from playwright.sync_api import sync_playwright

from myolog.store.selectors import the_person
from tests import two_devices
from tests.web.browser.conftest import CHROMIUM, QUIET
from tests.web.browser.interleaving import faults_of, source


@pytest.mark.browser
def test_nothing_acknowledged_is_lost_in_two_thousand_lives() -> None:
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        assert faults_of(browser, source(), seeds=range(1_000, 3_000)) == []
        browser.close()


@pytest.mark.django_db
@pytest.mark.parametrize("first", range(1_000, 3_000, 500))
def test_no_version_is_lost_in_two_thousand_lives_of_two_devices(first: int) -> None:
    begins = datetime(2026, 3, 10, 12, tzinfo=UTC)
    day, seeds = date(2026, 3, 9), range(first, first + 500)
    assert two_devices.faults_of(the_person(), day=day, begins=begins, seeds=seeds) == []
