"""Fourteen days from New York to Berlin and back, over both nights on which clocks go back.

Europe changes on Sunday 25 October 2026, while the person is in the air; the east of the United
States on Sunday 1 November, the night after they are home. Every value below was written by hand.
"""

from collections.abc import Callable

import pytest

from tests.lives.computer import BEGUN, Computer, missing, told, written

JOURNAL = """
2026-10-19 answers 07:20-04:00 America/New_York
2026-10-19 episode forearm right 19:28-04:00 America/New_York duration_s=120 suspected=caffeine
2026-10-20 exposure caffeine servings=filter_coffee:1 value=90
2026-10-20 exposure stress said=a_lot value=8
2026-10-20 tally forearm right amount=some
2026-10-21 episode forearm right 23:55-04:00 America/New_York
2026-10-22 episode forearm right 23:10-04:00 America/New_York
2026-10-24 episode shoulder right 20:30-04:00 America/New_York
2026-10-25 episode calf left 09:00+01:00 Europe/Berlin
2026-10-26 episode calf left 00:30+01:00 Europe/Berlin
2026-10-27 exposure alcohol_g servings=beer:1 value=13
2026-10-27 exposure sleep_min value=405
2026-10-28 none_today
2026-10-30 window 07:58-04:00 America/New_York count=0
2026-11-01 episode eyelid left 01:15-04:00 America/New_York
2026-11-01 episode forearm right 01:50-04:00 America/New_York
2026-11-01 episode forearm left 01:30-05:00 America/New_York
"""

COUNTED = """
Twitching on most days since about 17 October 2026
(about 16 days, as answered on 19 October 2026)
Twitching on most days since it began
Cramps: not told with any single bout (of 9).
right forearm 5 days, left calf 2 days, right shoulder 1 day,
left eyelid 1 day and left forearm 1 day.
Days with a note: 19 to 31 October 2026: 8 of 13; 1 November 2026: 1 of 1; in all: 9 of 14.
Fixed looks: 1, median count 0.
Caffeine median 90 mg a day, 1 day noted
Alcohol median 13 g a day, 1 day noted
Sleep median 6 h 45 min a day, 1 day noted
"""

REGIONS = {
    "page": "Face, tongue, throat 0 0 Neck, arms 0 5 Trunk 0 0 Legs 2 0 1 November 2026 "
    "Region left right Face, tongue, throat 1 0 Neck, arms 1 1 Trunk 0 0 Legs 0 0",
    "pdf": "Face, tongue, throat 0 0 1 0 Neck, arms 0 5 1 1 Trunk 0 0 0 0 Legs 2 0 0 0",
}
"""Days with twitching left and right, in October and on 1 November."""

RINGS = [
    *(f"2026-10-{day}T01:00" for day in range(20, 32)),
    "2026-11-01T01:00",
    *(f"2026-11-{day:02}T02:00" for day in range(2, 17)),
]
"""Nine in the evening at home, on 28 evenings: an hour later in UTC from 1 November on."""


@pytest.fixture
def life(computer: Callable[..., Computer]) -> Computer:
    return computer(zone="America/New_York", locale="en_US.UTF-8")


def test_fourteen_days_over_the_ocean_come_back_as_they_were_lived(life: Computer) -> None:
    # Monday 19 October: the check, on the first morning; it has twitched for a few days.
    life.clock("2026-10-19 07:15")
    assert "911" in life.page("/").text
    life.clock("2026-10-19 07:20")
    result = life.check(("run_days", "3"), ("site_scope", "single"), ("trend", "stable"))
    assert "Keep watch at home" in result.text
    life.begin_steps("21:00")
    life.clock("2026-10-19 19:30")
    life.terminal(
        *("log", "forearm", "right", "--for", "2min", "--suspect", "caffeine"),
        *("--at", "2 minutes ago"),
    )

    # Tuesday evening is Wednesday in UTC, and stays Tuesday.
    life.clock("2026-10-20 21:30")
    life.page("/day/").send(
        "/day/", {"place:forearm/right": "some", "drink:filter_coffee": "1", "stress": "a_lot"}
    )
    assert "Tuesday 20 October" in life.page("/").text
    life.clock("2026-10-21 23:55")
    life.note("forearm/right")

    # Thursday: none, said too early; on Friday a watch sends a twitch of Thursday night.
    life.clock("2026-10-22 20:00")
    life.terminal("none-today")
    life.clock("2026-10-23 06:00")
    life.api(
        "POST",
        "episodes",
        {"site": "forearm", "side": "right", "started_at": "2026-10-22T23:10:00-04:00"},
        Idempotency_Key="watch-1",
    )

    # Saturday: over the ocean, without a connection; the clock of the computer stays at home.
    life.clock("2026-10-24 17:00")
    kept = life.page("/log/?place=shoulder/right")
    life.clock("2026-10-24 20:30")
    life.keep(kept, "/log/")

    # Sunday: Berlin, where the clocks went back in the night.
    life.travel("Europe/Berlin")
    life.clock("2026-10-25 08:40")
    life.deliver()
    life.clock("2026-10-25 09:00")
    noted = life.terminal("log", "calf", "left", "--zone", "here")
    assert "Berlin" in noted.out
    assert "Berlin" in life.page("/journal/2026-10-25/").text
    life.clock("2026-10-26 00:30")
    noted = life.terminal("log", "calf", "left", "--zone", "here")
    assert "00:30" in noted.out
    taken = life.terminal("remind", "calendar", "-o", "-").out
    assert life.rings(taken)["Ten quiet minutes"] == RINGS

    # Tuesday: a night too short, told in hours and minutes; one beer.
    life.clock("2026-10-27 21:00")
    life.terminal("day", "--set", "sleep=6:45", "--drink", "beer=1")
    life.clock("2026-10-28 22:00")
    day = life.page("/day/")
    day.send("/day/", press="none")
    # Without a script nobody asks the device where it is: the look is kept on the clock at home.
    life.clock("2026-10-30 13:00")
    life.page("/look/").send("/look/", {"count": "0"})

    # Saturday: home. The night to Sunday has the hour from one to two twice.
    life.travel("America/New_York")
    life.clock("2026-10-31 20:00")
    assert "Berlin" not in life.page("/log/").text
    life.clock("2026-11-01T01:20-04:00")
    life.terminal("log", "eyelid", "left", "--at", "01:15")
    life.clock("2026-11-01T01:10-05:00")
    life.terminal("log", "forearm", "right", "--at", "20 minutes ago")
    life.clock("2026-11-01T01:40-05:00")
    life.terminal("log", "forearm", "left", "--at", "01:30")

    life.clock("2026-11-01 10:00")
    lines = life.lines()
    assert lines[0]["zone"] == "America/New_York"
    answers = [line for line in lines if line.get("kind") == "answers"]
    assert answers[0]["answers"]["age_years"] == 41
    found = [told({**line, "answers": None} if line in answers else line) for line in lines[1:-1]]
    assert sorted(one.removesuffix(" answers=None") for one in found) == sorted(
        written(JOURNAL + BEGUN.format(day="2026-10-19", at="21:00"))
    )
    assert "Sunday 1 November" in life.page("/").text
    rings = life.rings(life.page("/programme/reminders/file/").raw)
    assert rings == {
        "Ten quiet minutes": RINGS,
        "Time to look back": ["2026-11-09", "2026-11-16"],
    }
    report = life.doctors_page()
    assert report["page"] == report["terminal"]
    assert not missing(COUNTED, report)
    assert REGIONS["page"] in report["page"]
    assert REGIONS["pdf"] in report["pdf"]
