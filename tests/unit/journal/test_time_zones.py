"""The date of an entry is the date on the person's wall, in every zone and on every odd night.

The oracle is the C library (`localtime`), which shares no code with Python's `zoneinfo`.
"""

import os
import time
import zoneinfo
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from myolog.charts import timeline
from myolog.errors import InvalidEntry
from myolog.journal.checks import zone_of
from myolog.journal.codec import decode, encode
from myolog.journal.daily import daily_events, daily_windows, day_range
from myolog.journal.model import Journal
from tests import factories as make
from tests.strategies import ZONES

NIGHTS = (
    (2026, 3, 8), (2026, 3, 29), (2026, 4, 5), (2026, 10, 4), (2026, 10, 25), (2026, 11, 1),
    (2011, 12, 30), (2024, 2, 29), (2025, 12, 31), (2026, 9, 27),
)  # fmt: skip
MORE_ZONES = (
    *ZONES, "Africa/Cairo", "America/Havana", "America/Los_Angeles", "America/Nuuk",
    "America/Santiago", "Asia/Beirut", "Asia/Gaza", "Asia/Jerusalem", "Asia/Kolkata", "Asia/Tokyo",
    "Atlantic/Azores", "Australia/Adelaide", "Australia/Sydney", "Europe/Chisinau", "Europe/Lisbon",
    "Europe/London", "Europe/Paris", "Pacific/Auckland", "Pacific/Easter", "Pacific/Norfolk",
    "America/Asuncion", "Asia/Yangon", "Pacific/Marquesas", "America/Phoenix", "Africa/El_Aaiun",
)  # fmt: skip


def _compiled(zone: str) -> str:
    """Return the path of the zone's compiled rules, the same ones that `zoneinfo` reads."""
    for folder in zoneinfo.TZPATH:
        if (Path(folder) / zone).is_file():
            return f"{folder}/{zone}"
    return str(files("tzdata.zoneinfo").joinpath(*zone.split("/")))


@pytest.fixture
def wall_date(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[datetime, str], date]]:
    """Give the date on the wall, as the C library works it out."""

    def worked_out(instant: datetime, zone: str) -> date:
        if os.environ.get("TZ") != f":{_compiled(zone)}":
            monkeypatch.setenv("TZ", f":{_compiled(zone)}")
            time.tzset()
        return date(*time.localtime(int(instant.timestamp()))[:3])

    yield worked_out
    monkeypatch.undo()
    time.tzset()


def test_the_oracle_knows_the_day_that_samoa_left_out(
    wall_date: Callable[[datetime, str], date],
) -> None:
    last = datetime(2011, 12, 30, 9, 59, tzinfo=UTC)
    assert wall_date(last, "Pacific/Apia") == date(2011, 12, 29)
    assert wall_date(last + timedelta(minutes=1), "Pacific/Apia") == date(2011, 12, 31)
    assert wall_date(last, "Pacific/Kiritimati") == date(2011, 12, 30)


@pytest.mark.no_cover
@pytest.mark.parametrize("zone", MORE_ZONES)
def test_every_half_hour_of_odd_nights_falls_on_the_date_of_the_wall(
    zone: str, wall_date: Callable[[datetime, str], date]
) -> None:
    for year, month, day in NIGHTS:
        first = datetime(year, month, day, tzinfo=UTC) - timedelta(hours=16)
        for half_hours in range(100):
            instant = first + timedelta(minutes=30 * half_hours)
            entry = make.episode(started_at=instant, zone=zone)
            assert entry.day == wall_date(instant, zone)
            assert entry.started_at == instant
            assert decode(encode(entry)) == entry


def nights_of(zone: str) -> tuple[date, ...]:
    """Give the days of 2026 on which clocks change in a zone; Berlin's where they never do."""
    noons = [
        datetime(2026, 1, 1, 12, tzinfo=ZoneInfo(zone)) + timedelta(days=n) for n in range(365)
    ]
    days = tuple(
        after.date() for before, after in pairwise(noons) if before.utcoffset() != after.utcoffset()
    )
    return days or (date(2026, 3, 29), date(2026, 10, 25))


@pytest.mark.no_cover
@pytest.mark.parametrize("zone", MORE_ZONES)
def test_day_totals_are_right_on_both_nights(
    zone: str, wall_date: Callable[[datetime, str], date]
) -> None:
    for night in nights_of(zone):
        noon = datetime(night.year, night.month, night.day, 12, tzinfo=UTC)
        instants = [noon + timedelta(minutes=30 * step) for step in range(-72, 72)]
        on_the_wall = Counter(wall_date(instant, zone) for instant in instants)
        first, last = min(on_the_wall), max(on_the_wall)
        bouts = [make.episode(started_at=instant, zone=zone) for instant in instants]
        looks = [make.window(at=instant, zone=zone, count=1) for instant in instants]
        journal = Journal((*bouts, *looks), zone)
        told = [on_the_wall[day] for day in day_range(first, last)]
        assert list(daily_events(journal, first, last)) == told
        assert list(daily_windows(journal, first, last)[0]) == told
        drawn = timeline.recent(journal, today=last)
        assert list(drawn.counts)[-len(told) :] == told
        assert drawn.day(len(drawn.counts) - 1) == last


def test_both_readings_of_a_repeated_hour_are_kept_apart() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    night = datetime(2026, 10, 25, 2, 30, tzinfo=berlin)
    first = make.episode(started_at=night, zone="Europe/Berlin")
    second = make.episode(started_at=night.replace(fold=1), zone="Europe/Berlin")
    assert second.started_at - first.started_at == timedelta(hours=1)
    assert first.day == second.day == date(2026, 10, 25)


def test_any_offset_of_the_same_instant_is_the_same_entry() -> None:
    shifted = make.AT.astimezone(timezone(timedelta(hours=-9, minutes=-30)))
    assert make.episode(started_at=shifted) == make.episode()
    assert make.episode(started_at=shifted).started_at.tzinfo is UTC


def test_the_kept_date_stays_although_the_zone_would_say_another() -> None:
    late = datetime(2026, 3, 9, 23, 30, tzinfo=UTC)
    assert make.episode(started_at=late, zone="Europe/Berlin").day == date(2026, 3, 10)
    kept = make.episode(started_at=late, zone="Europe/Berlin", day=date(2026, 3, 9))
    assert kept.day == date(2026, 3, 9)
    assert decode(encode(kept)) == kept


def test_a_zone_is_an_iana_name() -> None:
    assert zone_of("Asia/Kathmandu").key == "Asia/Kathmandu"
    with pytest.raises(InvalidEntry, match="not a time zone"):
        zone_of("Middle/Earth")
