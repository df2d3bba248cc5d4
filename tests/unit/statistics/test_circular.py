"""A preferred time of day, with whole days as units: right as often as it says."""

import numpy as np
import pytest

from myolog.statistics.circular import preferred_time

TURN = 2 * np.pi


def even_days(rng, n_days):
    """Bouts of a day lie close together, the days anywhere."""
    return [
        (rng.uniform(0, TURN) + rng.normal(0, 0.2, rng.integers(1, 9))) % TURN
        for _ in range(n_days)
    ]


def days_around(rng, n_days, *, angle, spread):
    return [(angle + rng.normal(0, spread, rng.integers(1, 9))) % TURN for _ in range(n_days)]


@pytest.mark.no_cover
def test_bursts_on_random_days_are_taken_for_a_pattern_no_more_often_than_said():
    rng = np.random.default_rng(1)
    alarms = sum(
        preferred_time(even_days(rng, 30), seed=number).p_value <= 0.05 for number in range(200)
    )
    assert alarms <= 18  # 99 % of a binomial of 200 and 5 %


def test_bouts_as_units_would_raise_false_alarms_on_the_same_days():
    """Shows why days are the units: a plain Rayleigh test over bouts is wrong far too often."""
    rng = np.random.default_rng(1)
    alarms = 0
    for _ in range(200):
        bouts = np.concatenate(even_days(rng, 30))
        strength = np.abs(np.exp(1j * bouts).mean()) ** 2 * len(bouts)
        alarms += np.exp(-strength) <= 0.05
    assert alarms > 60


def test_a_preferred_time_is_found_and_its_interval_holds_it():
    rng = np.random.default_rng(2)
    held = 0
    for number in range(100):
        time = preferred_time(days_around(rng, 30, angle=1.0, spread=1.2), seed=number)
        assert time.p_value <= 0.05
        off = abs((time.direction - 1.0 + np.pi) % TURN - np.pi)
        held += off <= time.half_width
    assert 82 <= held <= 98


def test_two_peaks_are_uneven_without_one_direction():
    rng = np.random.default_rng(3)
    days = days_around(rng, 30, angle=1.0, spread=0.4)
    days += days_around(rng, 30, angle=1.0 + np.pi, spread=0.4)
    time = preferred_time(days, seed=0)
    assert time.p_value <= 0.01
    assert time.p_one_peak > 0.05
    assert time.resultant < 0.3


def test_many_days_are_worked_through_in_parts_with_the_same_kind_of_answer():
    rng = np.random.default_rng(4)
    time = preferred_time(even_days(rng, 400), seed=0)
    assert 0.01 < time.p_value < 1
    assert time.resultant_high < 0.25
    assert time == preferred_time(even_days(np.random.default_rng(4), 400), seed=0)


@pytest.mark.parametrize("days", [[], [np.array([])]])
def test_a_day_without_a_time_is_a_mistake_of_ours(days):
    with pytest.raises(ValueError, match="at least one angle"):
        preferred_time(days, seed=0)
