"""Fourteen days in Tokyo: a person who notes in bed, drinks tea after espresso, and forgets a day.

Every value below was written down by hand from what the person did, before Myolog was asked.
"""

from collections.abc import Callable

import pytest

from tests.lives.computer import Computer, lived, missing, written

JOURNAL = """
2026-11-02 episode calf left 07:45+09:00 Asia/Tokyo
2026-11-02 episode calf left 23:50+09:00 Asia/Tokyo duration_s=30
2026-11-02 exposure caffeine servings=espresso:2 value=160
2026-11-02 exposure sleep_min said=6_to_7 value=390
2026-11-02 exposure stress said=calm value=1
2026-11-02 tally calf left amount=some
2026-11-03 episode eyelid left 00:45+09:00 Asia/Tokyo
2026-11-03 exposure caffeine servings=black_tea:1,espresso:2 value=210
2026-11-04 episode calf right 12:20+09:00 Asia/Tokyo note=at my desk suspected=caffeine
2026-11-05 exposure sleep_min said=7_to_8 value=450
2026-11-05 exposure water_ml servings=water:2 value=400
2026-11-05 none_today
2026-11-06 episode thigh right 18:20+09:00 Asia/Tokyo
2026-11-08 tasks answers=grip:fine,stairs:fine
2026-11-09 exposure sleep_min said=over_8 value=510
2026-11-09 tally calf left count=137
2026-11-11 exposure steps value=10000
2026-11-12 episode calf left 06:30+09:00 Asia/Tokyo
2026-11-13 window 12:58+09:00 Asia/Tokyo count=3
2026-11-14 none_today
"""

COUNTED = """
Twitching on most days since about 4 November 2026
(about 12 days, as answered on 15 November 2026)
the journal has twitching from 2 November 2026, before that
Cramps: not told with any single bout (of 6).
Face, tongue, throat 1 0 Neck, arms 0 0 Trunk 0 0 Legs 3 2
left calf 3 days, left eyelid 1 day, right calf 1 day and right thigh 1 day.
Days with a note: 2 to 15 November 2026: 8 of 14; in all: 8 of 14.
Fixed looks: 1, median count 3. No note since 14 November 2026.
Caffeine median 185 mg a day, 2 days noted
Alcohol not noted
Sleep median 7 to 8 h a day, 3 days noted
"""
"""Days by region, left and right; a look of two minutes that felt something counts as a note."""


@pytest.fixture
def life(computer: Callable[..., Computer]) -> Computer:
    return computer(zone="Asia/Tokyo", locale="ja_JP.UTF-8")


def test_fourteen_days_in_tokyo_come_back_as_they_were_lived(life: Computer) -> None:
    # Monday 2 November: a first look, a twitch, and the evening look back.
    life.clock("2026-11-02 07:40")
    first = life.page("/")
    assert "Asia/Tokyo" in first.text
    assert "119" in first.text  # Japan's ambulance
    life.clock("2026-11-02 07:45")
    life.note("calf/left")
    life.clock("2026-11-02 22:50")
    day = life.page("/day/")
    day.send(
        "/day/",
        {"place:calf/left": "some", "drink:espresso": "2", "sleep": "6_to_7", "stress": "calm"},
    )

    # Tuesday: after midnight in bed; a twitch of last night remembered; tea on top of espresso.
    life.clock("2026-11-03 00:45")
    saved = life.note("eyelid/left")
    assert "00:45" in saved.text
    assert "Tuesday 3 November" in saved.text
    life.clock("2026-11-03 08:10")
    life.terminal("log", "calf", "left", "--at", "yesterday 23:50", "--for", "30s")
    life.clock("2026-11-03 09:00")
    life.terminal("day", "--drink", "espresso=2")
    life.clock("2026-11-03 21:30")
    day = life.page("/day/")
    assert "160 mg" in day.text
    day.send("/day/", {"drink:black_tea": "1"})
    assert "210 mg" in life.page("/day/").text

    # Wednesday: a watch notes a twitch, in its own offset; "none today" can no longer hold.
    life.clock("2026-11-04 12:21")
    life.api(
        "POST",
        "episodes",
        {
            "site": "calf",
            "side": "right",
            "started_at": "2026-11-04T12:20:00+09:00",
            "suspected": ["caffeine"],
            "note": "at my desk",
        },
        Idempotency_Key="watch-1",
    )
    life.clock("2026-11-04 22:00")
    assert "12:20" in life.terminal("journal").out
    refused = life.terminal("none-today", fails=True)
    assert "4 November 2026" in refused.err
    assert "none" not in [form.get("action") for form in life.page("/day/").html.find_all("form")]

    # Thursday: a whole day with no twitch, told in the form with the sleep and the water.
    life.clock("2026-11-05 22:10")
    day = life.page("/day/")
    day.send("/day/", {"drink:water": "2", "sleep": "7_to_8"}, press="none")

    # Friday: on the train, without a connection; sent at night.
    life.clock("2026-11-06 08:00")
    kept = life.page("/log/?place=thigh/right")
    life.clock("2026-11-06 18:20")
    life.keep(kept, "/log/")
    life.clock("2026-11-06 23:10")
    life.deliver()

    # Saturday: nothing is noted, and nothing is made of that. Sunday: the weekly look.
    life.clock("2026-11-08 10:00")
    life.page("/day/tasks/").send("/day/tasks/", {"grip": "fine", "stairs": "fine"}, press="")

    # Monday is forgotten, and told on Tuesday: a count in the terminal, the sleep on the page.
    life.clock("2026-11-10 07:00")
    life.terminal("day", "--date", "yesterday", "--tally", "calf left 137", "--yes")
    life.page("/day/?date=2026-11-09").send("/day/", {"sleep": "over_8"})
    assert life.page("/day/?date=2026-11-09").status == 200

    # Wednesday: steps, typed as the pedometer shows them.
    life.clock("2026-11-11 21:00")
    asked = life.terminal("day", "--set", "steps=10,000", fails=True)
    assert "10,000" in asked.err
    life.terminal("day", "--set", "steps=10000")

    # Thursday: a slip, taken back at once; and a twitch deleted and brought back.
    life.clock("2026-11-12 06:30")
    life.note("calf/left")
    life.clock("2026-11-12 06:31")
    slip = life.note("calf/right")
    undo = slip.html.find("form", action=lambda it: bool(it) and it.endswith("/undo/"))
    assert undo is not None
    slip.send(undo["action"], press="")

    # Friday: a two-minute look that begins at 12:58. Saturday: none.
    life.clock("2026-11-13 13:00")
    life.page("/look/").send("/look/", {"count": "3"})
    life.clock("2026-11-14 22:00")
    life.terminal("none-today")

    # Sunday: everything comes back.
    life.clock("2026-11-15 09:00")
    lines = life.lines()
    assert lines[0]["zone"] == "Asia/Tokyo"
    assert lived(lines) == written(JOURNAL)

    # Both legs on two days each: more than one part of the body, as in vignette V15 of the guide.
    result = life.check()
    assert "Book a normal visit within 4 weeks" in result.text
    assert "Book a normal visit within 4 weeks" in life.terminal("check", "--last").out
    assert life.api("GET", "assessment")["urgency"] == "ROUTINE"
    today = life.page("/")
    assert "Sunday 15 November" in today.text
    report = life.doctors_page()
    assert report["page"] == report["terminal"]
    # That look of Friday the 13th is no whole day, so neither the page for the doctor counts it nor
    # a search for triggers.
    assert not missing(COUNTED, report)
    assert "You have noted 8 days." in life.page("/patterns/").text
    assert "You have noted 8 days." in life.terminal("triggers").out

    # The steps, and a reminder at a quarter to eleven: the same hour on all 28 days.
    life.begin_steps("22:45")
    rings = life.rings(life.page("/programme/reminders/file/").raw)
    assert rings == {
        "Ten quiet minutes": [
            *(f"2026-11-{day}T13:45" for day in range(15, 31)),
            *(f"2026-12-{day:02}T13:45" for day in range(1, 13)),
        ],
        "Time to look back": ["2026-12-06", "2026-12-13"],
    }
