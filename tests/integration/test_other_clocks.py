"""The nights when clocks change, lived in six zones at faked instants: page, terminal and line.

One process with another system zone and clock (Debian's `faketime`) lives every case; its zone and
its home are the computer's. What is expected was worked out by hand from the offsets of each zone.
"""

import json
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DRIVER = ROOT / "tests" / "other_clocks.py"

# zone, moment in UTC, clock said ("" is now), instant in UTC, day of it, today there
NIGHTS = (
    # Berlin puts clocks forward at 01:00 UTC: 02:00 is 03:00
    ("Europe/Berlin", "2026-03-29 01:10", "", "2026-03-29 01:10", "2026-03-29", "2026-03-29"),
    ("Europe/Berlin", "2026-03-29 01:10", "01:50", "2026-03-29 00:50", "2026-03-29", "2026-03-29"),
    ("Europe/Berlin", "2026-03-29 01:10", "02:30", None, None, "2026-03-29"),
    ("Europe/Berlin", "2026-03-28 23:10", "23:50", "2026-03-28 22:50", "2026-03-28", "2026-03-29"),
    # and back: 02:00 to 03:00 comes twice
    ("Europe/Berlin", "2026-10-25 01:10", "02:50", "2026-10-25 00:50", "2026-10-25", "2026-10-25"),
    ("Europe/Berlin", "2026-10-25 01:10", "02:05", "2026-10-25 01:05", "2026-10-25", "2026-10-25"),
    ("Europe/Berlin", "2026-10-25 00:55", "02:50", "2026-10-25 00:50", "2026-10-25", "2026-10-25"),
    # New York, forward at 07:00 UTC, back at 06:00 UTC
    ("America/New_York", "2026-03-08 07:20", "02:40", None, None, "2026-03-08"),
    (
        "America/New_York",
        "2026-03-08 07:20",
        "03:10",
        "2026-03-08 07:10",
        "2026-03-08",
        "2026-03-08",
    ),
    (
        "America/New_York",
        "2026-11-01 06:10",
        "01:50",
        "2026-11-01 05:50",
        "2026-11-01",
        "2026-11-01",
    ),
    (
        "America/New_York",
        "2026-11-01 03:30",
        "23:20",
        "2026-11-01 03:20",
        "2026-10-31",
        "2026-10-31",
    ),
    # St John's, half an hour off
    ("America/St_Johns", "2026-03-08 05:50", "02:40", None, None, "2026-03-08"),
    (
        "America/St_Johns",
        "2026-03-08 05:50",
        "01:50",
        "2026-03-08 05:20",
        "2026-03-08",
        "2026-03-08",
    ),
    (
        "America/St_Johns",
        "2026-11-01 04:40",
        "01:50",
        "2026-11-01 04:20",
        "2026-11-01",
        "2026-11-01",
    ),
    # Lord Howe: half an hour forward in October, half an hour back in April
    ("Australia/Lord_Howe", "2026-10-03 15:40", "02:10", None, None, "2026-10-04"),
    (
        "Australia/Lord_Howe",
        "2026-10-03 15:40",
        "01:50",
        "2026-10-03 15:20",
        "2026-10-04",
        "2026-10-04",
    ),
    (
        "Australia/Lord_Howe",
        "2026-04-04 15:10",
        "01:50",
        "2026-04-04 14:50",
        "2026-04-05",
        "2026-04-05",
    ),
    (
        "Australia/Lord_Howe",
        "2026-04-04 15:10",
        "01:35",
        "2026-04-04 15:05",
        "2026-04-05",
        "2026-04-05",
    ),
    # Auckland: forward in September, back in April
    ("Pacific/Auckland", "2026-09-26 14:10", "02:30", None, None, "2026-09-27"),
    (
        "Pacific/Auckland",
        "2026-09-26 14:10",
        "01:30",
        "2026-09-26 13:30",
        "2026-09-27",
        "2026-09-27",
    ),
    (
        "Pacific/Auckland",
        "2026-04-04 14:10",
        "02:50",
        "2026-04-04 13:50",
        "2026-04-05",
        "2026-04-05",
    ),
    # Kolkata changes nothing
    ("Asia/Kolkata", "2026-03-28 21:10", "02:30", "2026-03-28 21:00", "2026-03-29", "2026-03-29"),
    # and a time that lies ten minutes ahead is asked about, not taken for the day before
    ("Asia/Kolkata", "2026-10-24 21:10", "02:50", None, None, "2026-10-25"),
    # Tokyo's night, new year in Auckland and New York, 29 February
    ("Asia/Tokyo", "2026-11-28 15:45", "", "2026-11-28 15:45", "2026-11-29", "2026-11-29"),
    ("Europe/Berlin", "2026-11-29 15:36", "16:35", "2026-11-29 15:35", "2026-11-29", "2026-11-29"),
    (
        "Pacific/Auckland",
        "2026-12-31 11:10",
        "23:55",
        "2026-12-31 10:55",
        "2026-12-31",
        "2027-01-01",
    ),
    ("America/New_York", "2027-01-01 04:50", "", "2027-01-01 04:50", "2026-12-31", "2026-12-31"),
    ("America/New_York", "2028-02-29 04:59", "", "2028-02-29 04:59", "2028-02-28", "2028-02-28"),
    ("Asia/Kolkata", "2028-02-28 18:40", "00:05", "2028-02-28 18:35", "2028-02-29", "2028-02-29"),
    # a flight over the date line: an hour in Auckland's Sunday, the next in Honolulu's Saturday
    ("Pacific/Auckland", "2026-11-28 19:00", "", "2026-11-28 19:00", "2026-11-29", "2026-11-29"),
    (
        "Pacific/Honolulu",
        "2026-11-28 21:00",
        "10:30",
        "2026-11-28 20:30",
        "2026-11-28",
        "2026-11-28",
    ),
)
SHELLS = ("page", "terminal", "line")


def live(cases: list[dict[str, object]], folder: Path) -> list[dict[str, object]]:
    """Live cases in one process whose clock is faked."""
    wrapped = ["faketime", "-f", "+0", "printenv", "LD_PRELOAD"]
    preload = subprocess.run(wrapped, capture_output=True, text=True, check=True).stdout.strip()
    clock = folder / "clock"
    clock.write_text(f"{cases[0]['now']}\n")
    leave = {"MYOLOG_DATA", "MYOLOG_DATABASE_URL"}
    done = subprocess.run(
        [sys.executable, str(DRIVER), str(folder / "data")],
        input="".join(json.dumps(case) + "\n" for case in cases),
        env={
            **{name: value for name, value in os.environ.items() if name not in leave},
            "TZ": str(cases[0]["zone"]),
            "LD_PRELOAD": preload,
            "FAKETIME_TIMESTAMP_FILE": str(clock),
            "FAKETIME_FMT": "%s",
            "FAKETIME_NO_CACHE": "1",
        },
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.skipif(shutil.which("faketime") is None, reason="faketime is not installed")
def test_what_is_noted_at_night_comes_back_as_it_was_lived(tmp_path: Path) -> None:
    cases = [
        {
            "zone": zone,
            "now": int(datetime.fromisoformat(now).replace(tzinfo=UTC).timestamp()),
            "shell": shell,
            "said": said,
        }
        for zone, now, said, *_ in NIGHTS
        for shell in SHELLS
    ]
    wanted = [
        {
            "home": zone,
            "today": today,
            "at": [] if at is None else [at],
            "day": [] if at is None else [day],
        }
        for zone, _, _, at, day, today in NIGHTS
        for _ in SHELLS
    ]
    lived = live(cases, tmp_path)
    wrong = [
        (case, was, should)
        for case, was, should in zip(cases, lived, wanted, strict=True)
        if was != should
    ]
    assert wrong == []
