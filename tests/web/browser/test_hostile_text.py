"""Whatever a person or a file writes into the journal is shown as text and does nothing else."""

import re
import sys
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Dialog, Page

from tests import forking
from tests.web.browser.conftest import Open, Watch, begin, days_ago, end
from tests.web.browser.hostile import A_DAY, STRINGS
from tests.web.browser.pages import PAGES
from tests.web.conftest import Served

pytestmark = [pytest.mark.browser]

SHOWN = """() => {
  const typed = [...document.querySelectorAll("input, textarea")].map((one) => one.value);
  return [document.body.textContent, ...typed].join("\\n");
}"""
ALIVE = """() => [...document.querySelectorAll("*")]
  .filter((one) => [...one.attributes].some(({ name, value }) =>
    (name.startsWith("on") && value.includes("hit"))
    || (/^(src|srcdoc|href|data|action|formaction)$/.test(name)
      && /^\\s*javascript:|127.0.0.1:9|hit/i.test(value))))
  .map((one) => one.outerHTML.slice(0, 120))"""
FIELDS = """() => [...document.querySelectorAll("form[method=post]")]
  .map((form, index) => [index, [...form.elements].filter((one) =>
    /^(text|search|textarea)$/.test(one.type)).map((one) => one.name)])
  .filter(([, names]) => names.length)"""
SEND = """([index, names, text]) => {
  const form = document.querySelectorAll("form[method=post]")[index];
  for (const name of names) form.elements[name].value = text;
  form.noValidate = true;
  form.requestSubmit(form.querySelector("button[type=submit]:not([hidden]), button:not([type])"));
}"""
REFUSED = re.compile(r"status of 4\d\d")
A_SEARCH = 100
"""Characters of a search that are read."""
ASKED = ("/learn/search/?q=",)
"""Addresses that carry words; the searches of a form are sent, and stand in FIELDS."""


def quiet(text: str) -> str:
    """Return `text` with every run of white space as one space, as a page shows it."""
    return " ".join(text.split())


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, str]]:
    """Give a server whose journal holds every hostile string in every field."""
    data = tmp_path_factory.mktemp("hostile") / "data"
    forking.run(
        [sys.executable, "-m", "tests.web.browser.hostile", str(data)], check=True, timeout=120
    )
    process, served = begin(data, seed=None)
    yield served, str(tmp_path_factory.mktemp("hostile-state") / "state.json")
    end(process)


def listen(page: Page) -> list[str]:
    """Return a list that fills with what a string made the browser do."""
    heard: list[str] = []
    page.context.expose_function("hit", lambda: heard.append("hit"))

    def answer(dialog: Dialog) -> None:
        if dialog.type == "beforeunload":  # Myolog itself asks: the form is not saved yet
            dialog.accept()
        else:
            heard.append(dialog.message)

    page.on("dialog", answer)
    return heard


def nothing_happened(page: Page, watch: Watch, heard: list[str], where: str) -> None:
    """Assert that no string came alive on the page as it stands."""
    assert page.evaluate(ALIVE) == [], where
    assert heard == [], where
    assert watch.elsewhere == [], where
    assert [one for one in watch.complaints if not REFUSED.search(one)] == [], where


def test_every_page_shows_them_as_text(hostile: tuple[Served, str], enter: Open) -> None:
    assert len(STRINGS) >= 200
    served, state = hostile
    page, watch = enter(served, state)
    heard = listen(page)
    days = [days_ago(back) for back in range(len(STRINGS) // A_DAY + 2)]
    seen = {}
    for address in (*PAGES, *(f"/journal/{day}/" for day in days)):
        page.goto(served.base + address)
        seen[address] = quiet(page.evaluate(SHOWN))
        nothing_happened(page, watch, heard, address)
    diary = " ".join(text for address, text in seen.items() if address.startswith("/journal/"))
    for where in (diary, seen["/story/"], seen["/report/details/"]):
        assert [text for text in STRINGS if quiet(text) not in where] == []


def test_a_note_is_edited_as_it_was_written(hostile: tuple[Served, str], enter: Open) -> None:
    served, state = hostile
    page, watch = enter(served, state)
    heard = listen(page)
    page.goto(f"{served.base}/journal/{days_ago()}/")
    edits = page.evaluate(
        "() => [...document.querySelectorAll('a[href^=\"/journal/\"]')].map((a) => a.pathname)"
    )
    notes = set()
    for address in sorted({one for one in edits if len(one) == len("/journal//") + 36})[:30]:
        page.goto(served.base + address)
        notes.add(page.locator("#note").input_value())
        nothing_happened(page, watch, heard, address)
    assert notes
    assert notes <= set(STRINGS)


def test_what_is_asked_for_is_shown_as_text(hostile: tuple[Served, str], enter: Open) -> None:
    served, state = hostile
    page, watch = enter(served, state)
    heard = listen(page)
    for position, text in enumerate(text for text in STRINGS[::3] if len(text) < A_SEARCH):
        address = ASKED[position % len(ASKED)] + quote(text)
        page.goto(served.base + address)
        assert quiet(text) in quiet(page.evaluate(SHOWN)), address
        nothing_happened(page, watch, heard, address)


def test_every_form_takes_or_refuses_them_as_text(fresh: Served, enter: Open) -> None:
    page, watch = enter(fresh)
    heard = listen(page)
    texts = iter(STRINGS * 10)
    sent = 0
    for address in PAGES:
        page.goto(fresh.base + address)
        for index in range(len(page.evaluate(FIELDS))):
            page.goto(fresh.base + address)
            forms = page.evaluate(FIELDS)
            if index >= len(forms):
                break
            number, names = forms[index]
            with page.expect_navigation():
                page.evaluate(SEND, [number, names, next(texts)])
            sent += 1
            nothing_happened(page, watch, heard, f"{address} {names}")
    assert sent > 15
    for address in PAGES:
        page.goto(fresh.base + address)
        nothing_happened(page, watch, heard, address)


def test_a_string_that_came_alive_is_seen(fresh: Served, enter: Open) -> None:
    page, watch = enter(fresh)
    heard = listen(page)
    nothing_happened(page, watch, heard, "before")
    page.evaluate("() => { document.body.innerHTML = '<img src=x onerror=hit()>' }")
    with pytest.raises(AssertionError):
        nothing_happened(page, watch, heard, "after")
