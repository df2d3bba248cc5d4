"""Every chart in a real browser: light and dark, narrow and wide, on paper, under the policy.

The page is made here, from the template and the style sheet of the app, with the app's own content
policy; nothing is fetched but that style sheet.
"""

from collections.abc import Iterator
from datetime import date
from math import nan

import pytest
from django.conf import settings
from django.template import engines
from playwright.sync_api import Browser, Page, Route

from myolog.charts import body_map, hours, places, timeline, trigger_forest, weeks
from myolog.charts.bands import Band
from myolog.charts.theme import NOTED, PHONE
from myolog.journal.model import Journal
from myolog.journal.weekly import weekly_medians
from myolog.patterns.hours import hour_pattern
from myolog.vocabulary.exposures import EXPOSURES
from tests.architecture.checkout import SOURCE
from tests.factories import tally
from tests.unit.charts.test_theme import in_the_sheet
from tests.unit.charts.test_trigger_forest import ROWS
from tests.web.browser.pages import OPEN_FOLDS, violations

pytestmark = [pytest.mark.browser]

FIRST = date(2026, 1, 9)
COUNTS = [nan if day % 9 == 5 else float((day * 7) % 11) for day in range(63)]
CHARTS = (
    timeline.chart(
        timeline.Timeline(
            first_day=FIRST,
            counts=COUNTS,
            exposure=EXPOSURES["caffeine"],
            values=[nan if day % 17 == 3 else 90.0 * (day % 6) for day in range(63)],
            bands=(
                Band(kind="before", first_day=date(2026, 1, 23), last_day=date(2026, 2, 5)),
                Band(kind="steps", first_day=date(2026, 2, 6), last_day=date(2026, 3, 5)),
                Band(kind="pause", first_day=date(2026, 3, 6), last_day=date(2026, 3, 8)),
            ),
        )
    ),
    weeks.chart(weekly_medians(COUNTS[:35], first_day=FIRST), began_at=2, began_name="steps"),
    trigger_forest.chart(ROWS),
    places.chart(
        (places.Place(name="Arms", left=(3, 0), right=(9, 2), other=(1, 0)),),
        (places.Period(name="Jan", n_noted=20), places.Period(name="Feb", n_noted=0)),
    ),
    hours.chart(hour_pattern(Journal(), today=FIRST)),
    body_map.chart(body_map.compare(Journal((tally(day=FIRST),), "UTC"), today=FIRST)),
)
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Charts</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/static/pico.min.css">
<link rel="stylesheet" href="/static/myolog.css"></head><body><main class="wide"><h1>Charts</h1>
{% for chart in charts %}<section>{% draw chart %}</section>{% endfor %}</main></body></html>"""
HOME = "http://localhost:8417/"
POLICY = "; ".join(
    f"{name} {' '.join(sources)}"
    for name, sources in settings.CONTENT_SECURITY_POLICY["DIRECTIVES"].items()
)
LETTERS = """() => [...document.querySelectorAll(".drawn text")]
  .filter((one) => one.getClientRects().length)
  .map((one) => parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a)"""
SHOWN = """() => [".drawn .narrow", ".drawn .wide"]
  .map((width) => [...document.querySelectorAll(width)].every((one) => one.offsetHeight > 0))"""
LINE = """(paint) => {
  const line = [...document.querySelectorAll(".drawn svg *")].find((one) => one.getClientRects()
    .length && one.getAttribute("stroke") === paint);
  return getComputedStyle(line).stroke;
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Give the page with every chart, on a phone by day."""
    html = engines["django"].from_string(PAGE).render({"charts": CHARTS})  # type: ignore[attr-defined]
    complaints: list[str] = []

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(HOME)
        if path == "":
            headers = {"content-security-policy": POLICY, "content-type": "text/html"}
            route.fulfill(body=html, headers=headers)
        elif path.startswith("static/"):
            route.fulfill(path=SOURCE / "web" / path)
        else:
            complaints.append(route.request.url)
            route.abort()

    context = browser.new_context(viewport={"width": 360, "height": 6000}, reduced_motion="reduce")
    context.on("console", lambda said: complaints.append(said.text))
    context.route(lambda url: not url.startswith("data:"), answer)
    shown = context.new_page()
    shown.goto(HOME)
    yield shown
    context.close()
    assert complaints == []


def rgb(colour: str) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgb({red}, {green}, {blue})"


def in_each_look(page: Page) -> Iterator[tuple[int, str]]:
    """Show the page narrow and wide, by day and by night."""
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 6000})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            yield width, scheme


def test_charts_are_clean_and_keep_the_policy(page: Page) -> None:
    page.evaluate(OPEN_FOLDS)
    for look in in_each_look(page):
        assert violations(page) == [], look
        assert page.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0, look


def test_charts_are_read_on_a_phone_wide_and_on_paper(page: Page) -> None:
    """Letters are large enough, a phone shows the narrow picture, and a line has its tone."""
    assert PHONE <= 360
    tones = {"light": rgb(in_the_sheet(NOTED)[0]), "dark": rgb(in_the_sheet(NOTED)[1])}
    for width, scheme in in_each_look(page):
        sizes = page.evaluate(LETTERS)
        assert len(sizes) > 60
        assert min(sizes) >= 13
        assert page.evaluate(SHOWN) == [width == 360, width == 1280]
        assert page.evaluate(LINE, NOTED.page) == tones[scheme]
        page.emulate_media(media="print")
        assert page.evaluate(LINE, NOTED.page) == rgb(NOTED.grey)
        page.emulate_media(media="screen")
