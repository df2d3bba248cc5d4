"""The day an entry counts for, where a person's day ends after midnight."""

from datetime import UTC, date, datetime

import pytest

from myolog.errors import InvalidEntry, UnreadableFile
from myolog.journal.days import on_its_day
from myolog.journal.entries import Episode
from myolog.journal.file import lines, read_lines
from myolog.journal.model import Journal
from tests.factories import none_today


def twitch(started_at: str, day: str | None = None) -> Episode:
    """Make an episode in Berlin; without a day it is that of the calendar."""
    return Episode(
        site="calf",
        side="left",
        started_at=datetime.fromisoformat(started_at).replace(tzinfo=UTC),
        zone="Europe/Berlin",
        day=date.min if day is None else date.fromisoformat(day),
    )


@pytest.mark.parametrize(
    ("started_at", "ends", "was", "day"),
    [
        ("2026-03-11 00:30", 0, 0, "2026-03-11"),  # 01:30 there
        ("2026-03-11 00:30", 4, 0, "2026-03-10"),
        ("2026-03-11 02:59", 4, 0, "2026-03-10"),
        ("2026-03-11 03:00", 4, 0, "2026-03-11"),
        ("2026-03-10 22:59", 4, 0, "2026-03-10"),
        ("2026-12-31 23:30", 1, 0, "2026-12-31"),  # 00:30 on new year's day
    ],
)
def test_what_is_noted_before_the_day_ends_counts_for_it(
    started_at: str, ends: int, was: int, day: str
) -> None:
    there = on_its_day(twitch(started_at), day_ends_hour=ends, was=was)
    assert there.day == date.fromisoformat(day)
    back = on_its_day(there, day_ends_hour=was, was=ends)
    assert back == twitch(started_at)


def test_a_kept_date_that_is_not_of_the_calendar_and_a_date_that_was_given_stand() -> None:
    moved = twitch("2026-03-11 00:30", day="2026-03-12")
    assert on_its_day(moved, day_ends_hour=4) is moved
    none = none_today()
    assert on_its_day(none, day_ends_hour=4) is none


def test_a_file_says_when_days_end_and_is_read_back_the_same() -> None:
    night = on_its_day(twitch("2026-03-11 00:30"), day_ends_hour=4)
    written = "".join(lines(Journal((night,), "Europe/Berlin", 4)))
    assert written == (
        '{"myolog": "journal", "format": 1, "zone": "Europe/Berlin", "day_ends_hour": 4}\n'
        '{"kind": "episode", "day": "2026-03-10", "site": "calf", "side": "left", '
        '"started_at": "2026-03-11T00:30:00Z", "zone": "Europe/Berlin"}\n'
        '{"end": 1}\n'
    )
    read = read_lines(written.splitlines(keepends=True))
    assert read.day_ends_hour == 4
    assert read.episodes[0].day == date(2026, 3, 10)
    assert "day_ends_hour" not in next(lines(Journal((), "Europe/Berlin")))


@pytest.mark.parametrize("hour", ["7", "-1", '"4"', "true", "null", "4.5"])
def test_a_day_ends_at_a_whole_hour_from_midnight_to_six(hour: str) -> None:
    header = f'{{"myolog": "journal", "format": 1, "zone": "UTC", "day_ends_hour": {hour}}}\n'
    with pytest.raises(UnreadableFile, match="hour at which a day ends must be a whole number"):
        read_lines([header, '{"end": 0}\n'])
    with pytest.raises(InvalidEntry):
        Journal((), "UTC", 7)
