"""Today is light: all that a phone loads for it the first time, compressed."""

import gzip

import pytest

from tests.web.browser.conftest import Open
from tests.web.conftest import Served

pytestmark = [pytest.mark.browser]

BUDGET = 100_000
"""Bytes before charts."""
PACKED = ("image/png", "font/woff2")
LOADED = """() => {
  const loaded = performance.getEntriesByType("resource");
  return [location.href, ...loaded.map((one) => one.name)];
}"""


def test_today_is_light(two_months: tuple[Served, str], enter: Open) -> None:
    served, state = two_months
    page, _ = enter(served, state)
    page.goto(served.base + "/", wait_until="networkidle")
    sizes = {}
    for address in page.evaluate(LOADED):
        answer = page.request.get(address)
        packed = answer.headers["content-type"] in PACKED
        body = answer.body()
        sizes[address] = len(body if packed else gzip.compress(body))
    assert any(address.endswith(".css") for address in sizes)
    assert any(address.endswith(".js") for address in sizes)
    assert sum(sizes.values()) < BUDGET, sizes
