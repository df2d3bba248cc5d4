"""How long twelve flows of ordinary life take in a browser, with a finger that never hesitates.

The flows and the figures of their taps are those of the tests; here is what the computer adds.
"""

import os
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from bench.opening import CHROMIUM
from bench.saving import served
from tests.web.browser.flows import PHONE, WITH_A_NEW_JOURNAL, WITH_TWO_MONTHS, Flow, Walk

SEED = Path(__file__).parents[1] / "tests" / "web" / "browser" / "seed.py"
_WITH_SETTINGS = os.environ | {"DJANGO_SETTINGS_MODULE": "myolog.web.settings.computer"}


def measure_flows() -> None:
    """Walk each flow once and print its taps and seconds."""
    with tempfile.TemporaryDirectory(prefix="myolog-flows-") as folder:
        two_months = Path(folder) / "two-months"
        subprocess.run([sys.executable, SEED, two_months, "2"], env=_WITH_SETTINGS, check=True)
        for data, flows in (
            (Path(folder) / "new", WITH_A_NEW_JOURNAL),
            (two_months, WITH_TWO_MONTHS),
        ):
            _walk(data, flows)


def _walk(data: Path, flows: tuple[Flow, ...]) -> None:
    from playwright.sync_api import sync_playwright

    with served(data) as (address, port), sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        visit = browser.new_context(viewport=PHONE, has_touch=True, timezone_id="UTC")
        page = visit.new_page()
        page.goto(address)
        for flow in flows:
            walk = Walk(page, f"http://localhost:{port}", datetime.now(UTC).date())
            began = time.monotonic()
            flow(walk)
            name = flow.__name__.replace("_", " ")
            print(f"{name:34} {walk.taps:3} taps {time.monotonic() - began:6.2f} s")
        browser.close()
