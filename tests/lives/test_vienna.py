"""Fourteen days of a person on night shifts in Vienna, over the night that lacks an hour.

Their day ends at six in the morning: what is noted at work at half past three belongs to the day
before. On Sunday 29 March 2026 the hour from two to three does not exist.
"""

from collections.abc import Callable

import pytest

from tests.lives.computer import BEGUN, Computer, lived, missing, written

JOURNAL = """
2026-03-23 episode calf left 2026-03-24 03:30+01:00 Europe/Vienna
2026-03-23 episode eyelid right 23:40+01:00 Europe/Vienna
2026-03-24 exposure caffeine servings=espresso:2 value=160
2026-03-24 exposure sleep_min value=450
2026-03-25 none_today
2026-03-27 episode calf left 2026-03-28 05:50+01:00 Europe/Vienna duration_s=60
2026-03-28 episode calf left 2026-03-29 01:45+01:00 Europe/Vienna
2026-03-28 episode calf left 2026-03-29 03:20+02:00 Europe/Vienna
2026-03-29 tasks answers=grip:cannot,stairs:fine
2026-03-31 exposure stress value=7.5
2026-04-01 exposure steps value=12500
2026-04-02 tally calf left amount=many
"""

COUNTED = """
Zucken an den meisten Tagen seit etwa 23. März 2026
(etwa 14 Tage, wie geantwortet am 5. April 2026)
Krämpfe: bei keinem Einzeleintrag angegeben (von 5).
Nicht gelungen: eine volle Tasse halten, zuerst am 29. März 2026 (unmöglich).
Nach Stelle: Wade links 4 Tage und Augenlid rechts 1 Tag.
23. bis 31. März 2026: 4 von 9; 1. bis 5. April 2026: 1 von 5; insgesamt: 5 von 14.
Kein Eintrag seit 2. April 2026.
Koffein Median 160 mg am Tag, 1 Tag eingetragen
Alkohol nicht eingetragen
Schlaf Median 7 h 30 min am Tag, 1 Tag eingetragen
"""

REGIONS = {
    "page": "Gesicht, Zunge, Rachen 0 1 Hals, Arme 0 0 Rumpf 0 0 Beine 3 0 1. bis 5. April 2026 "
    "Region links rechts Gesicht, Zunge, Rachen 0 0 Hals, Arme 0 0 Rumpf 0 0 Beine 1 0",
    "pdf": "Gesicht, Zunge, Rachen 0 1 0 0 Hals, Arme 0 0 0 0 Rumpf 0 0 0 0 Beine 3 0 1 0",
}
"""Days with twitching left and right, in March and in April."""


@pytest.fixture
def life(computer: Callable[..., Computer]) -> Computer:
    return computer(zone="Europe/Vienna", locale="de_AT.UTF-8", look_ahead=True)


def test_fourteen_nights_in_vienna_come_back_as_they_were_lived(life: Computer) -> None:
    life.clock("2026-03-23 18:00")
    first = life.page("/")
    assert "144" in first.text
    assert "Europe/Vienna" in first.text
    life.terminal("settings", "day-ends", "6")
    calm = life.check(("run_days", "3"), ("site_scope", "single"), ("trend", "stable"))
    assert "M D M D F S S 23 24 25" in calm.text
    # A break in the shift at half past three: the first one is tonight, on Tuesday's date.
    life.begin_steps("3:30")
    rings = life.rings(life.page("/programme/reminders/file/").raw)
    assert rings == {
        "Zehn ruhige Minuten": [
            *(f"2026-03-{day}T02:30" for day in range(24, 29)),
            *("2026-03-29T01:30", "2026-03-30T01:30", "2026-03-31T01:30"),
            *(f"2026-04-{day:02}T01:30" for day in range(1, 21)),
        ],
        "Zeit für den Rückblick": ["2026-04-13", "2026-04-20"],
    }
    life.clock("2026-03-23 23:40")
    life.terminal("log", "eyelid", "right")
    life.clock("2026-03-24 03:30")
    noted = life.note("calf/left")
    assert "Montag" in noted.text

    # After the shift: the day that ended at six, then sleep; in the evening the sleep and coffee.
    life.clock("2026-03-24 20:00")
    life.page("/day/").send("/day/", {"drink:espresso": "2", "value:sleep_min": "7:30"})
    life.clock("2026-03-26 05:30")
    life.page("/day/").send("/day/", press="none")

    # Saturday morning, at the end of the shift.
    life.clock("2026-03-28 05:52")
    life.terminal("log", "calf", "left", "--at", "05:50", "--for", "1 min")

    # The night without an hour.
    life.clock("2026-03-29 03:40")
    refused = life.terminal("log", "calf", "left", "--at", "02:30", fails=True)
    assert "02:30" in refused.err
    life.terminal("log", "calf", "left", "--at", "01:45")
    life.terminal("log", "calf", "left", "--at", "20 minutes ago")

    # Sunday evening: a task that no longer works asks for a doctor.
    life.clock("2026-03-29 19:00")
    life.page("/day/tasks/").send("/day/tasks/", {"grip": "cannot", "stairs": "fine"}, press="")

    life.clock("2026-03-31 21:00")
    life.terminal("day", "--set", "stress=7,5")
    life.clock("2026-04-01 21:00")
    asked = life.terminal("day", "--set", "steps=12.500", fails=True)
    assert "12.500" in asked.err
    life.terminal("day", "--set", "steps=12500")
    life.clock("2026-04-03 04:00")
    life.page("/day/").send("/day/", {"place:calf/left": "many"})

    life.clock("2026-04-05 12:00")
    lines = life.lines()
    assert lines[0]["zone"] == "Europe/Vienna"
    assert lines[0]["day_ends_hour"] == 6
    told = [line for line in lines if line.get("kind") != "answers"]
    assert lived(told) == written(JOURNAL + BEGUN.format(day="2026-03-23", at="03:30"))
    weak = (("tick", "weakness"), ("choice:weakness", "weakness|weakness|functional"))
    result = life.check(("run_days", "14"), ("site_scope", "single"), ("trend", "stable"), *weak)
    assert "2 bis 3 Wochen" in result.text
    assert "2 bis 3 Wochen" in life.terminal("check", "--last").out
    assert life.api("GET", "assessment")["urgency"] == "SOON"
    report = life.doctors_page()
    assert report["page"] == report["terminal"]
    assert not missing(COUNTED, report)
    assert REGIONS["page"] in report["page"]
    assert REGIONS["pdf"] in report["pdf"]
