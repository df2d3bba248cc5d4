"""Noting with the server gone: it opens, keeps, shows what waits, and sends each entry once."""

import json
import os
import re
import resource
import signal
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, Route, expect

from tests import forking
from tests.web.browser.conftest import CHROMIUM, QUIET, Open, days_ago, end
from tests.web.browser.outage import (
    PAGES,
    UNSENT,
    another_link,
    exported,
    kept_at_hand,
    start_again,
    stop,
)
from tests.web.browser.pages import violations
from tests.web.conftest import Served

pytestmark = [pytest.mark.browser]

PHONE = {"width": 360, "height": 740}


@pytest.fixture
def later() -> Iterator[ExitStack]:
    """Give a place for what ends with the test."""
    with ExitStack() as stack:
        yield stack


def restart(served: Served, later: ExitStack) -> None:
    later.callback(end, start_again(served))


def ready(fresh: Served, enter: Open) -> Page:
    """Open a phone-sized browser that has what it needs for an outage."""
    page, _ = enter(fresh, viewport=PHONE)
    kept_at_hand(page, "/emergency/", *PAGES, "/programme/practice/")
    return page


def note_a_twitch(page: Page, base: str, place: str = "calf/left") -> None:
    """Tap a place and Save; with the server gone, as with it."""
    page.goto(f"{base}/log/")
    page.locator("[data-list]").evaluate(
        "(list, place) => list.querySelector(`button[value='${place}']`).click()", place
    )
    page.locator(".dock button[name=save]").click()
    page.wait_for_url(base + "/")


def waiting(page: Page) -> int:
    return len(page.evaluate(UNSENT))


def all_sent(page: Page) -> None:
    for _ in range(100):
        if waiting(page) == 0:
            break
        page.wait_for_timeout(100)
    assert waiting(page) == 0
    expect(page.locator("#unsent [data-waiting]")).to_be_hidden()


def kinds(served: Served) -> list[str]:
    return sorted(
        entry["kind"] for entry in map(json.loads, exported(served.data)) if "kind" in entry
    )


def test_everything_noted_with_the_server_killed_arrives_once(
    fresh: Served, enter: Open, later: ExitStack
) -> None:
    page = ready(fresh, enter)
    stop(fresh)
    note_a_twitch(page, fresh.base)
    note_a_twitch(page, fresh.base, "calf/right")
    expect(page.locator("#unsent li")).to_have_count(2)
    expect(page.locator("#unsent li").first).to_contain_text("Your left calf")
    page.reload()
    expect(page.locator("#unsent li")).to_have_count(2)
    page.goto(fresh.base + "/day/")
    page.locator("button[value='coffee:+1'], button[name=bump][value$='+1']").first.click()
    page.locator(".dock button[name=save]").click()
    page.wait_for_url(fresh.base + "/")
    expect(page.locator("#unsent li")).to_have_count(3)
    page.goto(fresh.base + "/journal/")
    expect(page.get_by_role("heading", name="Journal")).to_be_visible()
    expect(page.locator("#unsent li")).to_have_count(3)
    restart(fresh, later)
    page.goto(fresh.base + "/")
    all_sent(page)
    page.reload()
    stored = kinds(fresh)
    assert stored.count("episode") == 2
    assert "exposure" in stored


def test_none_today_waits_and_arrives_once(fresh: Served, enter: Open, later: ExitStack) -> None:
    page = ready(fresh, enter)
    stop(fresh)
    page.goto(fresh.base + "/day/")
    page.locator("button[name='none']").click()
    expect(page.locator("#unsent li")).to_have_count(1)
    restart(fresh, later)
    page.get_by_role("button", name="Send now").click()
    all_sent(page)
    assert kinds(fresh) == ["none_today"]


def test_the_place_that_was_tapped_is_chosen_without_a_connection(
    fresh: Served, enter: Open
) -> None:
    page = ready(fresh, enter)
    stop(fresh)
    page.goto(f"{fresh.base}/log/?place=calf/left")
    expect(page.locator("[data-yours]")).to_have_text("Your left calf")
    expect(page.locator("input[name=place]")).to_have_value("calf/left")


def test_with_the_network_cut_and_back_it_is_sent_by_itself(fresh: Served, enter: Open) -> None:
    page = ready(fresh, enter)
    page.context.set_offline(True)
    note_a_twitch(page, fresh.base)
    expect(page.locator("#unsent li")).to_have_count(1)
    page.context.set_offline(False)
    all_sent(page)
    assert kinds(fresh) == ["episode"]


def test_the_page_that_nobody_answered_offers_the_way_on_once_all_is_sent(
    fresh: Served, enter: Open
) -> None:
    page = ready(fresh, enter)
    page.context.set_offline(True)
    note_a_twitch(page, fresh.base)
    page.goto(f"{fresh.base}/patterns/")
    expect(page.locator("h1:visible")).to_have_text("Myolog cannot be reached")
    page.context.set_offline(False)
    all_sent(page)
    expect(page.locator("h1:visible")).to_have_text("Myolog can be reached again")
    page.get_by_role("link", name="Go on").click()
    expect(page).to_have_url(f"{fresh.base}/patterns/")
    expect(page.locator("h1:visible")).not_to_have_text("Myolog can be reached again")


def test_an_answer_that_gets_lost_does_not_store_it_twice(fresh: Served, enter: Open) -> None:
    page = ready(fresh, enter)
    page.goto(fresh.base + "/log/?place=calf/left")

    def lose(route) -> None:
        route.fetch(max_redirects=0)  # the server has it; the browser never hears of that
        route.abort()

    page.context.route(
        lambda url: url.endswith("/log/"),
        lambda route: lose(route) if route.request.method == "POST" else route.continue_(),
    )
    page.locator(".dock button[name=save]").click()
    expect(page.locator("#unsent li")).to_have_count(1)
    page.context.unroute_all(behavior="ignoreErrors")
    page.reload()
    all_sent(page)
    assert kinds(fresh) == ["episode"]


def test_what_waits_survives_a_crash_of_the_browser(
    fresh: Served, playwright: Playwright, tmp_path: Path, later: ExitStack
) -> None:
    def begin() -> Page:
        context = playwright.chromium.launch_persistent_context(
            tmp_path / "profile", executable_path=CHROMIUM, args=list(QUIET), viewport=PHONE
        )
        context.set_default_timeout(30_000)
        return context.pages[0]

    page = begin()
    page.goto(fresh.launch_url)
    kept_at_hand(page, "/emergency/", *PAGES)
    page.context.close()  # the cookie goes to the disk
    page = begin()
    page.goto(fresh.base + "/")
    stop(fresh)
    note_a_twitch(page, fresh.base)
    expect(page.locator("#unsent li")).to_have_count(1)
    kill_browser_of(tmp_path / "profile")
    page = begin()
    later.callback(page.context.close)
    page.goto(fresh.base + "/")
    expect(page.locator("#unsent li")).to_have_count(1)
    restart(fresh, later)
    page.reload()
    all_sent(page)
    assert kinds(fresh) == ["episode"]


def kill_browser_of(profile: Path) -> None:
    """Kill the browser whose profile this is, as a crash would: its own lock names its process."""
    pid = int(os.readlink(profile / "SingletonLock").rpartition("-")[2])
    os.kill(pid, signal.SIGKILL)


def test_what_the_server_refuses_stays_with_its_sentence(
    fresh: Served, enter: Open, later: ExitStack
) -> None:
    page = ready(fresh, enter)
    stop(fresh)
    note_a_twitch(page, fresh.base)
    page.goto(fresh.base + "/day/")
    page.locator("input[name='drink:espresso']").fill("lots")
    page.locator(".dock button[name=save]").click()
    page.wait_for_url(fresh.base + "/")
    expect(page.locator("#unsent li")).to_have_count(2)
    restart(fresh, later)
    page.get_by_role("button", name="Send now").click()
    expect(page.locator("#unsent li")).to_have_count(1, timeout=15_000)
    expect(page.locator("#unsent [data-problem]")).to_contain_text("“lots” is not an amount")
    page.reload()
    remove = page.get_by_role("button", name="Remove: A whole day")
    remove.click()
    page.get_by_role("button", name="Remove for good").click()
    all_sent(page)
    assert kinds(fresh) == ["episode"]


def refused_day(page: Page, fresh: Served, later: ExitStack) -> None:
    """Save a day with an amount that nobody can read, without a server, and let it be refused."""
    stop(fresh)
    page.goto(fresh.base + "/day/")
    page.locator("input[name='drink:filter_coffee']").fill("2")
    page.locator("input[name='drink:espresso']").fill("lots")
    page.locator(".dock button[name=save]").click()
    page.wait_for_url(fresh.base + "/")
    expect(page.locator("#unsent [data-correct]")).to_be_hidden()
    restart(fresh, later)
    page.get_by_role("button", name="Send now").click()
    expect(page.locator("#unsent [data-problem]")).to_contain_text("“lots” is not an amount")


def cups_of(served: Served) -> dict[str, float]:
    told = [json.loads(line) for line in exported(served.data)]
    return {k: v for one in told for k, v in one.get("servings", {}).items()}


def test_what_was_refused_is_put_right_on_its_page_and_leaves_the_list(
    fresh: Served, enter: Open, later: ExitStack
) -> None:
    page = ready(fresh, enter)
    refused_day(page, fresh, later)
    page.get_by_role("button", name="Put it right: A whole day").click()
    page.wait_for_url(re.compile("/day/#kept-"))
    expect(page.locator("input[name='drink:espresso']")).to_have_value("lots")
    expect(page.locator("input[name='drink:filter_coffee']")).to_have_value("2")
    expect(page.locator("main")).to_contain_text("“lots” is not an amount")
    expect(page.locator("#unsent li")).to_have_count(1)
    page.locator("input[name='drink:espresso']").fill("plenty")
    page.locator(".dock button[name=save]").click()
    expect(page.locator("main")).to_contain_text("“plenty” is not an amount")
    page.locator("input[name='drink:espresso']").fill("1")
    page.locator(".dock button[name=save]").click()
    page.wait_for_url(lambda url: "/day/" not in url)
    all_sent(page)
    assert cups_of(fresh) == {"filter_coffee": 2, "espresso": 1}


def test_what_was_refused_leaves_once_all_of_it_is_told_anew_for_that_day(
    fresh: Served, enter: Open, later: ExitStack
) -> None:
    page = ready(fresh, enter)
    refused_day(page, fresh, later)
    for drink, left in (("filter_coffee", 1), ("espresso", 0)):
        page.goto(fresh.base + "/day/")
        page.locator(f"input[name='drink:{drink}']").fill("3")
        page.locator(".dock button[name=save]").click()
        page.wait_for_url(lambda url: "/day/" not in url)
        assert waiting(page) == left
    assert cups_of(fresh) == {"filter_coffee": 3, "espresso": 3}


def test_closing_the_journal_asks_first_and_leaves_nothing(
    fresh: Served, enter: Open, later: ExitStack
) -> None:
    page = ready(fresh, enter)
    page.goto(fresh.base + "/settings/")
    page.context.route("**/log/", lambda route: route.abort())
    page.evaluate(
        """async () => {
             const { kept } = await import("/static/kept.js");
             await kept.add({ key: crypto.randomUUID(), path: "/log/", fields: [], label: "x",
               keptAt: new Date().toISOString(), zone: "UTC", asOf: "", after: [],
               state: "waiting", sentence: "" });
           }"""
    )
    close = page.get_by_role("button", name="Close the journal in this browser")
    close.click()
    expect(page.get_by_text("Not sent from this device yet: 1")).to_be_visible()
    assert waiting(page) == 1
    page.get_by_role("button", name="Close it and lose them").click()
    expect(page.get_by_role("heading", name="This journal is closed")).to_be_visible()
    page.wait_for_timeout(300)
    left = page.evaluate(
        """async () => ({ pages: await caches.has("pages"),
             tables: (await indexedDB.databases()).filter((one) => one.version > 1).length })"""
    )
    assert left["pages"] is False
    assert waiting(page) == 0
    page.goto(fresh.base + "/journal/")
    expect(page.get_by_role("heading", name="This journal is closed")).to_be_visible()
    stop(fresh)
    page.goto(fresh.base + "/journal/")
    expect(page.get_by_role("heading", name="Myolog cannot be reached")).to_be_visible()
    assert waiting(page) == 0


def test_a_device_that_is_not_kept_ready_keeps_no_page(fresh: Served, enter: Open) -> None:
    page = ready(fresh, enter)
    page.goto(fresh.base + "/settings/")
    page.locator("label[for=ready-2]").click()
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_function("() => !localStorage.getItem('kept')")
    page.wait_for_timeout(300)
    assert not page.evaluate("() => caches.has('pages')")
    stop(fresh)
    page.goto(fresh.base + "/journal/")
    expect(page.get_by_role("heading", name="Myolog cannot be reached")).to_be_visible()
    expect(page.locator("[data-ready]")).to_be_hidden()


def test_only_what_is_needed_to_note_and_the_journal_are_kept(fresh: Served, enter: Open) -> None:
    page = ready(fresh, enter)
    page.goto(fresh.base + "/story/")
    page.goto(fresh.base + "/report/")
    kept = page.evaluate(
        """async () => {
             const keys = async (name) => (await caches.open(name)).keys();
             const all = await Promise.all((await caches.keys()).map(keys));
             return all.flat().map((request) => new URL(request.url).pathname).sort();
           }"""
    )
    pages = [path for path in kept if not path.startswith("/static/")]
    assert pages == ["/calendar/",
        "/day/", "/day/tasks/", "/emergency/", "/journal/kept/", "/log/", "/look/",
                     "/manifest.webmanifest", "/offline/", "/programme/practice/"]  # fmt: skip
    assert page.evaluate("() => Object.keys(localStorage).sort()") == ["build", "kept"]


def test_a_browser_that_cannot_keep_says_so_and_the_form_stays(fresh: Served, enter: Open) -> None:
    page = ready(fresh, enter)
    page.goto(fresh.base + "/log/?place=calf/left")
    page.evaluate(
        """() => { IDBObjectStore.prototype.add = () => {
             throw new DOMException("full", "QuotaExceededError"); }; }"""
    )
    page.locator("summary", has_text="Time, how long").first.click()
    page.locator("#note").fill("after the long walk")
    page.context.set_offline(True)
    page.locator(".dock button[name=save]").click()
    expect(page.locator("#unsent")).to_contain_text("no room to keep what you typed")
    expect(page.locator("#note")).to_have_value("after the long walk")
    page.context.set_offline(False)
    page.wait_for_timeout(4000)  # a form is sent once in two seconds, and the line comes back
    page.locator(".dock button[name=save]").click()
    page.wait_for_url(lambda url: "/log/" not in url)
    assert kinds(fresh) == ["episode"]


def test_a_browser_that_fails_after_the_sending_stores_it_once(fresh: Served, enter: Open) -> None:
    page = ready(fresh, enter)
    page.goto(fresh.base + "/log/?place=calf/left")
    page.evaluate(
        """() => {
             const fail = () => { throw new DOMException("broken", "UnknownError"); };
             IDBObjectStore.prototype.index = fail;
             Storage.prototype.setItem = fail;
           }"""
    )
    page.locator(".dock button[name=save]").click()
    page.wait_for_timeout(3000)
    page.goto(fresh.base + "/")
    all_sent(page)
    assert kinds(fresh) == ["episode"]


def test_two_windows_send_what_waits_once(fresh: Served, enter: Open) -> None:
    page = ready(fresh, enter)
    page.context.set_offline(True)
    for place in ("calf/left", "calf/right", "eyelid_lower/left"):
        note_a_twitch(page, fresh.base, place)
    other = page.context.new_page()
    other.goto(fresh.base + "/")
    page.context.set_offline(False)
    all_sent(page)
    all_sent(other)
    assert kinds(fresh) == ["episode"] * 3


def test_a_day_told_otherwise_in_another_window_is_asked_about(fresh: Served, enter: Open) -> None:
    page = ready(fresh, enter)
    note_a_twitch(page, fresh.base)
    other = page.context.new_page()
    for window in (page, other):
        window.goto(fresh.base + "/day/")
    for window, amount in ((page, "p1-2"), (other, "p1-1")):
        window.locator(f"label[for={amount}]").click()
        window.locator(".dock button[name=save]").click()
        window.wait_for_url(lambda url: "/day/" not in url)
    expect(other.get_by_role("heading", name="Two versions of")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_without_a_connection_are_accessible(
    scheme: str, fresh: Served, enter: Open
) -> None:
    page, watch = enter(fresh, viewport={"width": 360, "height": 2400}, color_scheme=scheme)
    kept_at_hand(page, "/emergency/", *PAGES)
    page.context.set_offline(True)
    note_a_twitch(page, fresh.base)
    for address in ("/", "/log/", "/day/", "/journal/"):
        page.goto(fresh.base + address)
        expect(page.locator("#unsent li")).to_have_count(1)
        assert violations(page) == []
    assert watch.elsewhere == []
    assert [text for text in watch.complaints if "Content Security" in text] == []


def test_a_day_kept_yesterday_is_a_blank_page_of_today_until_it_ends_at_four(
    fresh: Served, browser: Browser, enter: Open
) -> None:
    ends = [sys.executable, "-m", "myolog", "--data", str(fresh.data), "settings", "day-ends", "4"]
    forking.run(ends, check=True, timeout=60)
    page = ready(fresh, enter)
    page.context.set_offline(True)
    page.clock.install()
    day = days_ago(-2)
    for shown in (time(12), time(1, 30)):
        on = day + timedelta(days=shown.hour < 4)
        page.clock.set_fixed_time(datetime.combine(on, shown))
        page.goto(fresh.base + "/day/")
        for field in page.locator("input[name=date]").all():
            assert field.input_value() == day.isoformat()
        assert page.locator("[data-of-day]").count() == 0


def move_clock(page: Page, days: int) -> None:
    """Let a device's clock be off by whole days from here on."""
    page.clock.install()
    page.clock.set_system_time(datetime.now(UTC) + timedelta(days=days))


def say_of_the_day(page: Page, base: str, amount: str) -> None:
    page.goto(base + "/day/")
    page.locator(f"label[for={'p1-2' if amount == 'many' else 'p1-1'}]").click()
    page.locator(".dock button[name=save]").click()
    page.wait_for_url(lambda url: "/day/" not in url)


def test_two_devices_without_a_server_and_two_days_off_lose_nothing_and_are_asked(
    fresh: Served, browser: Browser, enter: Open, later: ExitStack
) -> None:
    first = ready(fresh, enter)
    note_a_twitch(first, fresh.base)
    first.wait_for_timeout(1500)  # the kept pages are renewed after a write
    other_device = browser.new_context(viewport=PHONE)
    later.callback(other_device.close)
    second = other_device.new_page()
    second.goto(another_link(fresh))
    kept_at_hand(second, "/emergency/", *PAGES)
    stop(fresh)
    for page, days, amount in ((first, 2, "many"), (second, -2, "some")):
        move_clock(page, days)
        say_of_the_day(page, fresh.base, amount)
        note_a_twitch(page, fresh.base, "eyelid_lower/left")
        expect(page.locator("#unsent li")).to_have_count(2)
    restart(fresh, later)
    for page in (first, second):
        page.goto(fresh.base + "/")
        all_sent(page)
    expect(second.locator("#unsent")).to_contain_text("Today asks you which one holds")
    other_device.close()  # never seen again
    first.goto(fresh.base + "/")
    expect(first.get_by_role("heading", name="Two versions of")).to_be_visible()
    first.set_viewport_size({"width": 360, "height": 2400})
    assert violations(first) == []
    first.get_by_role("button", name="Take the other").click()
    expect(first.get_by_text("That version holds now")).to_be_visible()
    stored = list(map(json.loads, exported(fresh.data)))
    today = days_ago().isoformat()
    assert [(one["day"], one["amount"]) for one in stored if one.get("kind") == "tally"] == [
        (today, "some")
    ]
    assert [one["day"] for one in stored if one.get("kind") == "episode"] == [today] * 3


def test_a_tick_a_look_and_the_weekly_tasks_wait_and_arrive_once(
    prepared: Served, enter: Open, later: ExitStack
) -> None:
    page, _ = enter(prepared, viewport=PHONE)
    base = prepared.base
    page.goto(base + "/programme/start/")
    page.get_by_role("button", name="Start today").click()
    kept_at_hand(page, "/emergency/", *PAGES, "/look/", "/day/tasks/", "/programme/kept/")
    stop(prepared)
    page.goto(base + "/journal/versions/")  # no such page is kept: what can be done instead
    page.get_by_role("link", name="Your steps").click()
    page.get_by_role("button", name="Ten quiet minutes").click()
    ticked = page.get_by_role("button", name="Ten quiet minutes", pressed=True)
    expect(ticked).to_be_visible()
    page.reload()
    expect(ticked).to_be_visible()
    page.goto(base + "/day/tasks/")
    page.locator("fieldset label").first.click()
    page.locator(".dock .primary").click()
    page.wait_for_url(base + "/")
    page.clock.install()
    page.goto(base + "/look/")
    page.get_by_role("button", name="Begin the two minutes").click()
    page.get_by_role("button", name="I felt one").click()
    page.clock.run_for(121_000)
    page.locator(".dock .primary").click()
    page.wait_for_url(base + "/")
    expect(page.locator("#unsent li")).to_have_count(3)
    restart(prepared, later)
    page.get_by_role("button", name="Send now").click()
    all_sent(page)
    page.reload()
    stored = [one for one in map(json.loads, exported(prepared.data)) if "kind" in one]
    assert [one["count"] for one in stored if one["kind"] == "window"] == [1]
    assert len([one for one in stored if one["kind"] == "tasks"]) == 1
    assert [one["step"] for one in stored if one.get("event") == "step_done"] == ["STEP-4"]


def test_a_page_that_crashes_while_it_sends_sends_the_rest_once(fresh: Served, enter: Open) -> None:
    page = ready(fresh, enter)
    context = page.context
    context.set_offline(True)
    for place in ("calf/left", "calf/right", "eyelid_lower/left"):
        note_a_twitch(page, fresh.base, place)
    sent: list[str] = []

    def crash(route: Route) -> None:
        if route.request.method != "POST":
            route.continue_()
            return
        sent.append(route.request.url)
        if len(sent) == 2:
            route.fetch(max_redirects=0)  # stored; the page is gone before it hears of that
        else:
            route.continue_()

    context.route("**/log/", crash)
    context.set_offline(False)
    for _ in range(100):
        if len(sent) == 2:
            break
        page.wait_for_timeout(50)
    page.close()
    context.unroute_all(behavior="ignoreErrors")
    anew = context.new_page()
    anew.goto(fresh.base + "/")
    all_sent(anew)
    assert kinds(fresh) == ["episode"] * 3


def test_a_browser_without_service_workers_keeps_what_is_typed_and_says_so(
    fresh: Served, enter: Open, later: ExitStack
) -> None:
    page, _ = enter(fresh, viewport=PHONE)
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    page.goto(fresh.base + "/settings/#device")
    expect(page.get_by_text("This browser cannot keep pages")).to_be_visible()
    page.goto(fresh.base + "/log/?place=calf/left")
    stop(fresh)
    page.locator(".dock button[name=save]").click()
    expect(page.locator("#unsent")).to_contain_text("Saved on this device")
    expect(page.locator("#unsent li")).to_have_count(1)
    restart(fresh, later)
    page.goto(fresh.base + "/")
    all_sent(page)
    assert kinds(fresh) == ["episode"]


def test_what_a_failing_disk_does_not_take_waits_with_the_reason(
    fresh: Served, enter: Open
) -> None:
    page = ready(fresh, enter)
    _, most = resource.prlimit(fresh.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(fresh.pid, resource.RLIMIT_FSIZE, (0, most))
    note_a_twitch(page, fresh.base)
    expect(page.locator("#unsent li")).to_have_count(1)
    expect(page.locator("#unsent")).to_contain_text("The disk did not do what it should")
    resource.prlimit(fresh.pid, resource.RLIMIT_FSIZE, (most, most))
    page.get_by_role("button", name="Send now").click()
    all_sent(page)
    assert kinds(fresh) == ["episode"]
