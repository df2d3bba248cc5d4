"""How long "Months and years" takes in a journal of ten years, right after the start and again.

A made journal: 3,650 days, of which one in eight tells nothing, with nine twitches on a day and
three values beside them, some 40,000 entries.
"""

import random
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from datetime import time as clock
from pathlib import Path

from bench.saving import PLACES, entered, read, run, served
from myolog.journal.entries import DayExposure, Entry, Episode, NoneToday
from myolog.journal.file import write_journal
from myolog.journal.model import Journal

DAYS = 3_650
ADDRESSES = tuple(f"/calendar/years/?by={kind}" for kind in ("seasons", "months", "weeks"))


def first_look_back(data: Path) -> float:
    """Open the page as the first after the start; then its other views, the slowest counts."""
    folder = data.with_name("ten_years")
    if not folder.exists():
        file = data.with_name("ten_years.jsonl")
        write_journal(Journal(tuple(_entries()), "Europe/Berlin"), file)
        run(folder, "import", file, "--yes")
    with served(folder) as (address, port):
        connection, cookie = entered(address, port)
        took = []
        for page in ADDRESSES:
            began = time.perf_counter()
            connection.request("GET", page, headers={"Cookie": cookie})
            answer, text = read(connection)
            took.append(time.perf_counter() - began)
            if answer.status != 200 or "<svg" not in text:
                raise SystemExit(f"{page} answered {answer.status} without a picture")
    return max(took)


def _entries() -> Iterator[Entry]:
    chance = random.Random(12)
    today = datetime.now(UTC).date()
    for ago in range(1, DAYS + 1):
        day = today - timedelta(days=ago)
        n_twitches = round(chance.gauss(9, 3))
        if chance.random() < 1 / 8:
            continue
        if n_twitches <= 0:
            yield NoneToday(day=day)
        for _ in range(n_twitches):
            site, side = chance.choice(PLACES)
            at = datetime.combine(day, clock(7), UTC) + timedelta(minutes=chance.randrange(840))
            yield Episode(site=site, side=side, started_at=at, zone="Europe/Berlin")
        for code, most in (("caffeine", 400), ("sleep_min", 540), ("stress", 10)):
            yield DayExposure(day=day, code=code, value=float(chance.randrange(most)))
