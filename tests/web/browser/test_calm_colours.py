"""A refused form shows neither red nor green (hazards H3, H4); the pages: test_every_page.py."""

import pytest

from tests.web.browser.conftest import Open
from tests.web.browser.pages import OPEN_FOLDS, loud
from tests.web.conftest import Served

pytestmark = [pytest.mark.browser]


def test_a_refused_form_is_not_red(two_months: tuple[Served, str], enter: Open) -> None:
    served, state = two_months
    page, _ = enter(served, state)
    page.goto(served.base + "/day/")
    page.evaluate(OPEN_FOLDS)
    page.locator("[name='value:stress']").fill("99")
    page.locator("button[name=save][form=f]").click()
    page.wait_for_selector("[aria-invalid=true]", state="attached")
    assert loud(page) == {}
