"""One number for one thing: pages, terminal, pictures and report, each against a recount by hand.

The recount shares no code with Myolog: it reads the lines of the exported file.
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any, Final

import pytest
import time_machine

from myolog.journal.file import lines
from myolog.journal.model import Journal
from myolog.journal.simulate import simulate
from myolog.store.selectors import Person, journal_of, the_person
from myolog.store.services.imports import import_journal
from myolog.store.services.people import set_zone
from tests import factories as make
from tests.integration.test_a_result_stays import browser, page, terminal

ZONE: Final = "America/New_York"
NOW: Final = datetime(2026, 11, 25, 14, 30, tzinfo=UTC)
TODAY: Final = date(2026, 11, 25)
"""A Wednesday; patterns are looked at up to the Saturday before."""

SATURDAY: Final = date(2026, 11, 21)
MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
WORDS: Final = {"none": 0, "some": 2, "many": 6}
"""As the pages say: “Some” at one place counts as 2, “many” as 6."""
Row = dict[str, Any]


def long_one() -> Journal:
    """Give nine weeks, with looks on days of which nothing else is told, and three sides."""
    made = simulate(
        seed=8, days=62, start=date(2026, 9, 25), missing=0.3, exposures=("caffeine",), zone=ZONE
    ).journal
    told = {one.day for one in made.entries if one.kind in ("episode", "tally", "none_today")}
    free = [day for n in range(62) if (day := date(2026, 9, 25) + timedelta(n)) not in told]
    looks = [
        make.window(at=datetime(day.year, day.month, day.day, 17, tzinfo=UTC), zone=ZONE, count=n)
        for n, day in enumerate(free[:6])
    ]
    more = [
        make.tally(day=day, site=site, side=side, amount="some")
        for day in sorted(told)[::4]
        for site, side in (("eyelid", "left"), ("calf", "both"), ("chin", None))
    ]
    return made.with_entries([*looks, *more])


def short_one() -> Journal:
    """Give three days and a look."""
    days = [make.tally(day=TODAY - timedelta(n), site="calf", count=2) for n in (4, 6)]
    look = make.window(at=NOW - timedelta(days=5), zone=ZONE, count=4)
    return Journal((*days, look, make.none_today(day=TODAY - timedelta(9))), ZONE)


@pytest.fixture(params=[long_one, short_one])
def person(db: None, request: pytest.FixtureRequest) -> Person:
    with time_machine.travel(NOW):
        person = set_zone(person=the_person(), zone=ZONE, by="test")
        import_journal(person=person, journal=request.param(), by="test", now=NOW)
    return person


# ---- the recount


def said(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def plain(number: float) -> str:
    return f"{round(number, 1):.10g}"


class Recount:
    """What the lines of a file say up to a day."""

    def __init__(self, rows: Iterable[Row], last: date) -> None:
        self.rows = [row for row in rows if date.fromisoformat(row["day"]) <= last]
        self.last = last
        telling = ("episode", "tally", "none_today")
        self.noted = sorted({self.day(row) for row in self.rows if row["kind"] in telling})

    @staticmethod
    def day(row: Row) -> date:
        return date.fromisoformat(row["day"])

    def between(self, first: date, last: date) -> int:
        return sum(first <= day <= last for day in self.noted)

    def places(self) -> dict[str, int]:
        seen: defaultdict[tuple[str, str | None], set[date]] = defaultdict(set)
        for row in self.rows:
            tallied = row["kind"] == "tally" and (row.get("count") or WORDS.get(row.get("amount")))
            if row["kind"] == "episode" or tallied:
                seen[row["site"], row.get("side")].add(self.day(row))
        return {
            f"{side} {site}" if side in ("left", "right") else f"{site}/{side}": len(days)
            for (site, side), days in seen.items()
        }

    def counts(self) -> dict[date, int]:
        """Bouts of each noted day: at each place what was tallied, or the bouts where more."""
        at: defaultdict[date, defaultdict[Any, list[int]]] = defaultdict(
            lambda: defaultdict(lambda: [0, 0])
        )
        for row in self.rows:
            if row["kind"] == "episode":
                at[self.day(row)][row["site"], row.get("side")][0] += 1
            if row["kind"] == "tally":
                told = row["count"] if "count" in row else WORDS[row["amount"]]
                at[self.day(row)][row["site"], row.get("side")][1] = told
        return {day: sum(max(both) for both in at[day].values()) for day in self.noted}

    def lengths(self) -> list[float]:
        by_day = defaultdict(list)
        for row in self.rows:
            if row["kind"] == "episode" and row.get("duration_s"):
                by_day[self.day(row)].append(row["duration_s"])
        return sorted(median(found) for found in by_day.values())


def raw(person: Person) -> list[Row]:
    return [json.loads(line) for line in list(lines(journal_of(person)))[1:-1]]


def quarter(values: list[float], share: float) -> float:
    at = share * (len(values) - 1)
    low, rest = int(at), at - int(at)
    return values[low] + rest * (values[min(low + 1, len(values) - 1)] - values[low])


def length(seconds: float) -> str:
    return f"{round(seconds)} seconds" if seconds < 90 else f"{plain(seconds / 60)} minutes"


# ---- what is shown


def test_days_places_lengths_and_weeks_are_the_same_everywhere(
    person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with time_machine.travel(NOW):
        client = browser(person)
        patterns, report = page(client, "/patterns/"), page(client, "/report/")
        told = terminal(monkeypatch, "triggers")
        years = page(client, "/calendar/years/?by=months")
        by_month = terminal(monkeypatch, "triggers", "--by", "months")
        file = tmp_path / "report.txt"
        terminal(monkeypatch, "report", "--text", "-o", str(file))
        api = client.get("/api/v1/triggers").json()
    written, rows = " ".join(file.read_text().split()), raw(person)
    past, now = Recount(rows, SATURDAY), Recount(rows, TODAY)
    span = f"{said(past.noted[0])} to {said(past.noted[-1])}"
    shown = [f"From {len(past.noted)} days you noted, {span}."]
    shown += [
        f"{place}: {n} of {len(past.noted)} days"
        for place, n in past.places().items()
        if "/" not in place
    ]
    is_early = len(past.noted) < 28
    if is_early:
        shown = [f"noted {len(past.noted)} days"]
    lengths = past.lengths()
    if len(lengths) >= 14:
        low, middle, high = (length(quarter(lengths, share)) for share in (0.25, 0.5, 0.75))
        shown.append(f"On a usual day it lasted about {middle}.")
        shown.append(f"On half of the days it was between {low} and {high}.")
    for phrase in shown:
        assert phrase.lower() in told.lower(), phrase
        assert phrase.lower() in patterns.lower(), phrase
    assert api["days_logged"] == len(past.noted)
    over = Recount(rows, TODAY - timedelta(days=1))
    november = [n for day, n in over.counts().items() if day.month == 11]
    mean = sum(november) / len(november)
    for phrase in (
        f"November 2026 so far: {plain(mean)} twitches on a noted day",
        f"({len(november)} of 24 days noted)",
    ):
        assert phrase in years, phrase
        assert phrase in by_month, phrase
    whole = (TODAY - now.noted[0]).days + 1
    looks = [row["count"] for row in rows if row["kind"] == "window"]
    on_paper = [f"in all: {len(now.noted)} of {whole}."]
    on_paper.append(f"Fixed looks: {len(looks)}, median count {plain(median(looks))}.")
    most = sorted(now.places().items(), key=lambda one: -one[1])[:1]
    on_paper += [f"{place} {n} days" for place, n in most if "/" not in place]
    for phrase in on_paper:
        assert phrase in report, phrase
        assert phrase in written, phrase
    weeks = min(9, -(-((SATURDAY - past.noted[0]).days + 1) // 7))
    first = SATURDAY - timedelta(days=7 * weeks - 1)
    drawn = [f"Noted: {past.between(first, SATURDAY)} of these {7 * weeks} days."]
    counts = past.counts()
    last = sorted(counts[day] for day in counts if day > SATURDAY - timedelta(days=7))
    if len(last) >= 6:
        middle = plain(median(last))
        drawn.append(f"the typical day had {middle}, and most days had {last[1]} to {last[-2]}.")
    four_weeks = past.between(date(2026, 10, 25), SATURDAY)
    drawn.append(f"noted on {four_weeks} of 28 days")
    for phrase in () if is_early else drawn:
        assert phrase in patterns, phrase


# ---- one month, counted on paper

FIRST_OF_NOVEMBER: Final = datetime(2026, 11, 1, 15, 0, tzinfo=UTC)
"""A Sunday: patterns, months and years hold all of October, and nothing else is noted."""


def october() -> Journal:
    """Give a month with figures that can be counted on paper.

    Left calf 3 on the 1st to the 20th, right eyelid 1 on the 1st to the 10th, none on the 21st to
    the 28th, nothing after. Caffeine 200 mg up to the 14th, then 100; sleep 7 and 8 hours by turns.
    """
    entries: list[Any] = []
    for n in range(1, 29):
        day = date(2026, 10, n)
        if n <= 20:
            entries.append(make.tally(day=day, site="calf", side="left", count=3))
        else:
            entries.append(make.none_today(day=day))
        if n <= 10:
            entries.append(make.tally(day=day, site="eyelid", side="right", count=1))
        entries.append(make.exposure(day=day, value=200 if n <= 14 else 100))
        slept = 480 if n % 2 else 420
        entries.append(make.exposure(day=day, code="sleep_min", value=slept))
    return Journal(tuple(entries), "Europe/Berlin")


ON_PAPER: Final = {
    "/": ("Left calf Right eyelid",),
    "/journal/?before=2026-10-12": (
        "Fri 9 Change: Left calf 3 twitches Change: Right eyelid 1 twitch",
        "Change: Caffeine 200 mg, sleep 8 h",
    ),
    "/journal/": (
        "Tue 20 Change: Left calf 3 twitches Change: Caffeine 100 mg, sleep 7 h",
        "Wed 28 Change: No twitch noticed Change: Caffeine 100 mg, sleep 7 h",
    ),
    "/calendar/?month=2026-10": ("Days with twitches: 20. Without: 8. Not told: 3.",),
    "/patterns/": (
        "From 28 days you noted, 1 October 2026 to 28 October 2026.",
        "Left calf: 20 of 28 days",
        "Right eyelid: 10 of 28 days",
        "Days with a note of caffeine: 28. The typical day (median) had 150 mg.",
        "Face, tongue, throat: left 0, right 10. Legs: left 20, right 0.",
    ),
    "/calendar/years/?by=months": (
        "October 2026: 2.5 twitches on a noted day",
        "(28 of 31 days noted)",
        "10 of 28 days",
        "20 of 28 days",
    ),
    "/report/": (
        "By place: left calf 20 days and right eyelid 10 days.",
        "October 2026: 28 of 31; in all: 28 of 32.",
        "median 150 mg a day, 28 days noted",
        "median 7 h 30 min a day, 28 days noted",
    ),
}
"""What each page says of it: 28 days noted of 31, 20 with twitches and 8 without, 3 not told.

70 twitches (20 times 3 and 10 times 1) on 28 days are 2.5 a day. Of 14 days with 200 mg and 14 with
100 the middle is 150 mg; of 14 nights of 8 h and 14 of 7 h it is 7 h 30.
"""


def test_one_month_counted_on_paper_is_the_same_on_every_page_in_the_terminal_and_for_programs(
    db: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "report.txt"
    with time_machine.travel(FIRST_OF_NOVEMBER):
        person = set_zone(person=the_person(), zone="Europe/Berlin", by="test")
        import_journal(person=person, journal=october(), by="test", now=FIRST_OF_NOVEMBER)
        client = browser(person)
        shown = {address: page(client, address) for address in ON_PAPER}
        told = json.loads(terminal(monkeypatch, "triggers", "--json"))
        by_month = json.loads(terminal(monkeypatch, "triggers", "--by", "months", "--json"))
        rows = json.loads(terminal(monkeypatch, "journal", "--all", "--json"))
        in_words = (
            terminal(monkeypatch, "triggers"),
            terminal(monkeypatch, "triggers", "--by", "months"),
        )
        terminal(monkeypatch, "report", "--text", "-o", str(file))
        api = client.get("/api/v1/triggers").json()
    missing = [
        (address, phrase)
        for address, phrases in ON_PAPER.items()
        for phrase in phrases
        if phrase not in shown[address]
    ]
    assert missing == []
    written = " ".join(file.read_text().split())
    assert [one for one in ON_PAPER["/report/"] if one not in written] == []
    assert [
        one for one in ON_PAPER["/patterns/"][:3] if one.lower() not in in_words[0].lower()
    ] == []
    assert ON_PAPER["/calendar/years/?by=months"][0] in in_words[1]
    for found in (told, api):
        assert (found["days_logged"], found["twitches"]) == (28, 70)
        places = {one["site"]: one["days"] for one in found["patterns"]["places"]["places"]}
        assert places == {"calf": 20, "eyelid": 10}
    later = by_month["change"]["later"]
    assert (later["days"], later["days_noted"], later["twitches"], later["rate"]) == (
        31,
        28,
        70,
        2.5,
    )
    kinds = [row["kind"] for row in rows]
    assert [kinds.count(one) for one in ("tally", "none_today", "exposure")] == [30, 8, 56]
