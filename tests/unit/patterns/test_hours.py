"""The time of day: told over days, within waking hours, and only when it holds."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest

from myolog.journal.entries import Episode
from myolog.journal.model import Journal
from myolog.journal.simulate import simulate
from myolog.patterns.hours import LEAST_DAYS, hour_pattern
from tests.factories import tally, window

START, TODAY = date(2026, 1, 5), date(2027, 1, 1)


def bout(day: int, hour: float, zone: str = "UTC") -> Episode:
    at = datetime(2026, 1, 5, tzinfo=UTC) + timedelta(days=day, hours=hour)
    return Episode(site="calf", side="left", started_at=at, zone=zone)


def journal(hours: dict[int, list[float]]) -> Journal:
    return Journal(tuple(bout(day, hour) for day, noted in hours.items() for hour in noted), "UTC")


def evenings(n_days: int) -> Journal:
    rng = np.random.default_rng(1)
    return journal({
        day: [float(hour) for hour in np.clip(rng.normal(19.3, 1.5, rng.integers(1, 6)), 7, 22.9)]
        for day in range(n_days)
    })  # fmt: skip


def test_a_bout_whose_time_nobody_told_counts_in_no_hour() -> None:
    told, untold = bout(1, 9.0), replace(bout(2, 20.0), time_said="evening")
    found = hour_pattern(Journal((told, untold), "UTC"), today=TODAY)
    assert (found.days, found.bouts, found.at_night) == (1, 1, 0)
    assert [hour for hour, days in enumerate(found.days_by_hour) if days] == [9]


def test_evenings_are_found_with_an_hour_and_a_range() -> None:
    found = hour_pattern(evenings(60), today=TODAY)
    assert found.verdict == "uneven"
    assert found.p_value is not None
    assert found.p_value <= 0.025
    assert found.hour is not None
    assert found.hour_low is not None
    assert found.hour_high is not None
    assert found.hour_low < 19.3 < found.hour_high
    assert found.hour_high - found.hour_low < 2
    assert found.days == 60
    assert found.days_needed is None


def test_one_bad_evening_with_many_bouts_is_one_day() -> None:
    rng = np.random.default_rng(2)
    spread = {day: [float(rng.uniform(7, 23))] for day in range(40)}
    spread[40] = [20 + number / 60 for number in range(50)]
    found = hour_pattern(journal(spread), today=TODAY)
    assert found.verdict != "uneven"
    assert found.days_by_hour[20] <= 6
    assert found.bouts == 90


def test_bouts_all_over_the_day_for_long_are_even() -> None:
    simulated = simulate(seed=3, days=365)
    found = hour_pattern(simulated.journal, today=TODAY)
    assert found.verdict == "even"
    assert found.hour is None


def test_two_times_a_day_are_uneven_without_one_hour() -> None:
    two = {day: [9.0 + day % 3 / 10, 17.0 + day % 4 / 10] for day in range(40)}
    found = hour_pattern(journal(two), today=TODAY)
    assert found.verdict == "uneven"
    assert found.hour is None


@pytest.mark.parametrize("n_days", [0, 1, LEAST_DAYS - 1])
def test_a_few_days_cannot_tell(n_days: int) -> None:
    found = hour_pattern(evenings(n_days), today=TODAY)
    assert found.verdict == "cannot_tell"
    assert found.days_needed == LEAST_DAYS
    assert found.p_value is None


def test_thirty_mixed_days_cannot_tell_either() -> None:
    rng = np.random.default_rng(6)
    mixed = {day: [float(rng.uniform(7, 23))] for day in range(30)}
    found = hour_pattern(journal(mixed), today=TODAY)
    assert found.verdict == "cannot_tell"
    assert found.p_value is not None


def test_only_waking_hours_are_compared_and_they_are_as_wide_as_the_notes() -> None:
    rng = np.random.default_rng(4)
    awake = {day: [float(rng.uniform(5, 23))] for day in range(300)}
    found = hour_pattern(journal(awake), today=TODAY)
    assert found.awake_from == 5
    assert found.awake_until == 23
    assert found.verdict != "uneven"
    night = journal({**awake, 300: [3.0]})
    assert hour_pattern(night, today=TODAY).at_night == 1


def test_a_look_at_a_late_hour_shows_that_the_person_was_awake() -> None:
    at = datetime(2026, 1, 5, 23, 30, tzinfo=UTC)
    found = hour_pattern(Journal((window(at=at, zone="UTC"),), "UTC"), today=TODAY)
    assert (found.awake_from, found.awake_until) == (7, 24)


def test_a_bout_noted_later_without_a_time_does_not_make_noon_a_peak() -> None:
    rng = np.random.default_rng(5)
    timed = {day: [float(rng.uniform(7.02, 22.9))] for day in range(40)}
    later = {day: [12.0] for day in range(40, 60)}
    found = hour_pattern(journal(timed | later), today=TODAY)
    assert found.days == 40
    assert found.verdict != "uneven"


def test_noon_counts_where_times_are_told_by_the_hour() -> None:
    hourly = {day: [float(7 + day % 16)] for day in range(32)}
    found = hour_pattern(journal(hourly), today=TODAY)
    assert found.days == 32
    assert found.days_by_hour[12] == 2


def test_the_hour_is_that_of_the_place_where_the_person_was() -> None:
    found = hour_pattern(Journal((bout(0, 6.5, "Asia/Kathmandu"),), "UTC"), today=TODAY)
    assert found.days_by_hour[12] == 1


def test_tallies_have_no_time_and_later_bouts_are_left_out() -> None:
    found = hour_pattern(Journal((tally(), bout(400, 9.5)), "UTC"), today=date(2026, 12, 31))
    assert found.days == 0
