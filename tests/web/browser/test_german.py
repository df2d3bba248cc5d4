"""German in a browser: longer words fit a phone, axe finds no fault, and help is kept in German."""

import json

import pytest

from tests.web.browser.conftest import Open
from tests.web.browser.pages import OPEN_FOLDS, PAGES, SMALL, violations
from tests.web.conftest import Served

pytestmark = [pytest.mark.browser]

WIDER = """() => [...document.querySelectorAll(".btn, .chip, .seg label, .tabs a, h1, h2")]
  .filter((one) => one.offsetParent && !one.closest(".sr") && one.scrollWidth > one.clientWidth + 1)
  .map((one) => one.textContent.trim())"""
"""What is cut off because its words are longer than its box."""


def test_pages_in_german_fit_a_phone_and_are_clean(
    two_months: tuple[Served, str], enter: Open
) -> None:
    served, state = two_months
    page, watch = enter(served, state, viewport={"width": 360, "height": 6000}, locale="de-DE")
    found: dict[str, object] = {}
    for address in PAGES:
        page.goto(served.base + address)
        assert page.evaluate("() => document.documentElement.lang") == "de"
        page.evaluate(OPEN_FOLDS)
        faults = page.evaluate(WIDER) + page.evaluate(SMALL)
        if page.evaluate("() => document.documentElement.scrollWidth > innerWidth"):
            faults.append("wider than the window")
        faults += [rule for rule, _ in violations(page)]
        if faults:
            found[address] = faults
    assert not found, json.dumps(found, indent=1, ensure_ascii=False)
    assert watch.elsewhere == []


def test_a_new_language_reaches_the_pages_that_are_kept(fresh: Served, enter: Open) -> None:
    page, _ = enter(fresh, viewport={"width": 360, "height": 800})
    page.wait_for_function("() => localStorage.getItem('build')")
    assert "Get help now" in page.evaluate(KEPT)
    page.goto(fresh.base + "/settings/")
    page.get_by_text("Deutsch").click()
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_function("() => localStorage.getItem('build').endsWith('de')")
    assert "Jetzt Hilfe holen" in page.evaluate(KEPT)


KEPT = "async () => (await (await caches.match('/emergency/', { cacheName: 'help' })).text())"
