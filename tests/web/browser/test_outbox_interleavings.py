"""What was acknowledged is stored once or shown, in 200 random lives of the queue."""

import pytest
from playwright.sync_api import Browser

from tests.web.browser.interleaving import faults_of, source

pytestmark = [pytest.mark.browser]

LIVES = range(200)

MISTAKES = {
    "lets go before it sends": (
        "    const answer = await send(entry)",
        "    await store.remove(entry.key);\n    const answer = await send(entry)",
    ),
    "takes any page for a yes": (
        'answer.status === 200 && typeof answer.to === "string"',
        "answer.status === 200",
    ),
    "takes a closed journal for a refusal": ("[400, 404,", "[400, 403, 404,"),
    "drops what was refused": (
        "await store.replace({ ...entry,",
        "await store.remove(entry.key, {",
    ),
    "never lets go": ("await store.remove(entry.key);", ""),
}


def test_nothing_acknowledged_is_lost_whatever_happens(browser: Browser) -> None:
    assert faults_of(browser, source(), seeds=LIVES) == []


@pytest.mark.parametrize("mistake", MISTAKES)
def test_the_lives_find_a_mistake(mistake: str, browser: Browser) -> None:
    right, wrong = MISTAKES[mistake]
    assert right in source()
    assert faults_of(browser, source().replace(right, wrong), seeds=LIVES) != []
