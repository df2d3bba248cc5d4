"""Twelve flows of ordinary life, each walked as a person would on a phone, with its taps counted.

A tap is a finger on something, a field that is typed counts as one. What is not part of a flow (a
page opened to begin with, a day told beforehand, an entry taken back) is done without counting.
The tests hold the figures of each flow; `make bench` prints how long each takes.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from playwright.sync_api import Locator, Page, expect

PHONE = {"width": 360, "height": 780}
PATIENCE_MS = 30_000
"""How long a busy machine may take to answer."""


class Walk:
    """One flow on one page.

    Attributes
    ----------
    taps : how often something was tapped or typed so far
    """

    def __init__(self, page: Page, base: str, today: date) -> None:
        self.page, self.base, self.today, self.taps = page, base, today, 0

    def tap(self, *targets: Locator) -> None:
        """Tap each in turn."""
        for target in targets:
            self.taps += 1
            target.locator("visible=true").first.tap()

    def write(self, field: Locator, text: str) -> None:
        """Type into a field."""
        self.taps += 1
        field.fill(text)

    def button(self, name: str | re.Pattern[str]) -> Locator:
        """Return the button of that name."""
        return self.page.get_by_role("button", name=name)

    def link(self, name: str | re.Pattern[str]) -> Locator:
        """Return the link of that name."""
        return self.page.get_by_role("link", name=name)

    def tab(self, name: str) -> Locator:
        """Return the link of that name at the foot of the page."""
        return self.page.locator(".tabs").get_by_role("link", name=name)

    def open(self, path: str) -> None:
        """Open a page to begin with, uncounted."""
        self.page.goto(self.base + path)

    def says(self, text: str) -> None:
        """See the note of the page say something."""
        expect(self.page.get_by_role("status")).to_contain_text(text, timeout=PATIENCE_MS)

    def take_back(self) -> None:
        """Undo what was saved last, uncounted."""
        self.page.get_by_role("status").get_by_role("button", name="Undo").tap()
        self.says("Taken back.")


Flow = Callable[[Walk], None]


# ---- with a new journal


def the_calm_path_of_the_check(walk: Walk) -> None:
    """From the first page to a result, with one sign and nothing that presses."""
    page = walk.page
    walk.tap(walk.link("Start the check"), walk.button("None of these"))
    walk.write(page.get_by_role("textbox", name="How old"), "42")
    for label in ("One to three months", "later came to new parts", "About the same", "Not yet"):
        walk.tap(page.locator("label.chip", has_text=label))
    walk.tap(walk.button("Next"))
    for _ in range(4):
        walk.tap(walk.button("None of these"))
    expect(page).to_have_url(walk.base + "/result/")
    expect(page.locator(".care[data-level=SOON]")).to_be_visible()


def the_page_for_the_doctor(walk: Walk) -> None:
    """From the result to the file."""
    walk.open("/result/")
    walk.tap(walk.link("Make the page for my doctor"))
    with walk.page.expect_download() as download:
        walk.tap(walk.link("Open as PDF"))
    assert download.value.suggested_filename.endswith(".pdf")


def the_start_of_the_steps(walk: Walk) -> None:
    """From Today to the first day, for a person whose check is done and who told nothing else."""
    page = walk.page
    walk.open("/")
    walk.tap(walk.tab("Steps"), page.locator("main a.btn.primary"))
    rest = page.locator('label.tick:has([name="rest"])')
    expect(rest).to_have_count(3, timeout=PATIENCE_MS)
    walk.tap(*rest.all(), walk.button("Save and go on"))
    walk.tap(page.locator('label.tick:has([name="anyway"])'), walk.button("Start today"))
    expect(page.get_by_role("heading", name="Day 1 of 28")).to_be_visible()


def none_today(walk: Walk) -> None:
    """Nothing noticed: one tap on Today."""
    walk.open("/")
    walk.tap(walk.button("None today"))
    walk.says("none today")


def same_as_yesterday(walk: Walk) -> None:
    """From Today to a day told like the one before it, which is told first."""
    walk.open(f"/day/?date={walk.today - timedelta(days=1)}")
    for one in (walk.page.get_by_text("7 to 8"), walk.page.get_by_text("Calm")):
        one.tap()
    walk.button("Save, close").locator("visible=true").tap()
    walk.says("Saved")
    walk.open("/")
    walk.tap(walk.page.locator(".day-ask").get_by_role("link"))
    walk.tap(walk.button(re.compile("^Same as ")))
    walk.says("Filled in")
    walk.tap(walk.button("Save the day"))
    walk.says("Saved")


# ---- with a journal of two months


def a_usual_place(walk: Walk) -> None:
    """A place that was noted lately, by its name on Today."""
    walk.open("/")
    walk.tap(walk.page.locator(".note-one .chip"), walk.button("Save: "))
    walk.says("Saved: your right")
    walk.take_back()


def an_entry_changed_in_place(walk: Walk) -> None:
    """The side of the newest single twitch, from Today."""
    page = walk.page
    walk.open("/")
    own = page.locator('a[href^="/journal/"][href*="back=list"]')
    walk.tap(walk.tab("Journal"), own)
    walk.tap(page.locator("[data-sides]").get_by_role("button", name="Left"))
    walk.tap(walk.button("Save the change"))
    walk.says("your left")
    walk.take_back()


def a_new_place_on_the_body(walk: Walk) -> None:
    """A place that was never noted, on the picture of Today."""
    walk.open("/")
    region = walk.page.locator('.map a.r[data-place="calf/left"]').locator("visible=true")
    walk.tap(region.locator(".skin"), walk.button("Save: left calf"))
    walk.says("your left calf")
    walk.take_back()


def the_check_in_of_a_day(walk: Walk) -> None:
    """Two places, two coffees, four glasses, sleep and stress, from Today."""
    page = walk.page
    walk.open("/")
    walk.tap(page.locator(".day-ask").get_by_role("link"))
    places = page.locator("ul.tally fieldset .seg").get_by_text("Some")
    walk.tap(places.nth(0), places.nth(1))
    walk.tap(*[walk.button("One more: filter coffee, cup")] * 2)
    walk.tap(*[walk.button("One more: glass of water")] * 4)
    walk.tap(page.get_by_text("7 to 8"), page.get_by_text("Calm"), walk.button("Save the day"))
    walk.says("Saved")
    walk.take_back()


def a_forgotten_week(walk: Walk) -> None:
    """Seven days long ago: the first is told, the others are as the day before."""
    page, first = walk.page, walk.today - timedelta(days=300)
    walk.open(f"/day/?date={first}")
    for n in range(7):
        expect(page).to_have_url(re.compile(f"date={first + timedelta(days=n)}"))
        if n == 0:
            walk.tap(page.get_by_text("7 to 8"), page.get_by_text("Calm"))
        else:
            walk.tap(walk.button("None on this day"))
            walk.says("Saved: none")
            walk.tap(walk.button(re.compile("^Same as ")))
            walk.says("Filled in")
        walk.tap(walk.button(re.compile("^Save, on to ")))
    walk.says("Saved.")
    expect(page).to_have_url(re.compile(f"date={first + timedelta(days=7)}"))


def an_old_entry_by_a_word(walk: Walk) -> None:
    """From Today to the day of an entry that a word of it finds, and the way back to the search."""
    walk.open("/")
    walk.tap(walk.tab("Journal"))
    walk.write(walk.page.locator('input[name="q"]'), "shoulder")
    walk.tap(walk.button("Find"), walk.page.locator("#found li a"))
    expect(walk.link("Back to what you searched")).to_be_visible()


def two_periods_compared(walk: Walk) -> None:
    """From Today to the answer about two fortnights of one's own choice."""
    page, ends = walk.page, (56, 43, 15, 2)
    walk.open("/")
    walk.tap(walk.tab("Journal"), walk.link("Years"))
    for name, back in zip(("first1", "last1", "first2", "last2"), ends, strict=True):
        walk.write(page.locator(f"#{name}"), str(walk.today - timedelta(days=back)))
    walk.tap(walk.button("Compare"))
    expect(walk.link("Back to the newest")).to_be_visible()


WITH_A_NEW_JOURNAL: tuple[Flow, ...] = (
    the_calm_path_of_the_check,
    the_page_for_the_doctor,
    the_start_of_the_steps,
    none_today,
    same_as_yesterday,
)
WITH_TWO_MONTHS: tuple[Flow, ...] = (
    a_usual_place,
    an_entry_changed_in_place,
    a_new_place_on_the_body,
    the_check_in_of_a_day,
    a_forgotten_week,
    an_old_entry_by_a_word,
    two_periods_compared,
)
