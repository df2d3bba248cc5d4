"""A simulated journal is repeatable, lossless and true to what it says drives it."""

from datetime import timedelta

import numpy as np
import pytest

from myolog.errors import UnknownExposure
from myolog.journal.daily import daily_events
from myolog.journal.entries import DayExposure, NoneToday
from myolog.journal.file import lines, read_lines
from myolog.journal.simulate import simulate
from myolog.vocabulary.exposures import EXPOSURES, exposure


def events(simulated):
    days = simulated.truth.days
    return np.array(daily_events(simulated.journal, days[0], days[-1]))


def exposure_by_day(simulated, code):
    values = np.full(len(simulated.truth.days), np.nan)
    for entry in simulated.journal.of(DayExposure):
        if entry.code == code:
            values[(entry.day - simulated.truth.days[0]).days] = entry.value
    return values


def estimated_log_ratio(simulated, code, lag):
    """Poisson regression of counts on the exposure `lag` days before, per meaningful change."""
    counts = events(simulated)
    changes = exposure_by_day(simulated, code) / exposure(code).change
    shifted = np.concatenate([np.full(lag, np.nan), changes])[: len(counts)]
    used = ~np.isnan(counts) & ~np.isnan(shifted)
    y, design = counts[used], np.column_stack([np.ones(used.sum()), shifted[used]])
    beta = np.array([np.log(y.mean()), 0.0])
    for _ in range(30):
        rate = np.exp(design @ beta)
        beta += np.linalg.solve(design.T @ (design * rate[:, None]), design.T @ (y - rate))
    return beta[1]


def test_the_same_seed_gives_the_same_journal_and_another_seed_another():
    one, same, other = (simulate(seed=seed, days=40, trigger="stress") for seed in (7, 7, 8))
    assert one == same
    assert one.journal != other.journal


@pytest.mark.parametrize("seed", range(20))
def test_the_file_keeps_a_simulated_journal_exactly(seed):
    journal = simulate(seed=seed, days=30, trigger=None if seed % 2 else "caffeine").journal
    assert read_lines(lines(journal)) == journal


@pytest.mark.parametrize("seed", range(10))
def test_what_was_noted_is_what_happened_on_the_days_that_were_logged(seed):
    simulated = simulate(seed=seed, days=120)
    noted, happened = events(simulated), np.array(simulated.truth.counts, dtype=float)
    logged = ~np.isnan(noted)
    assert (noted[logged] == happened[logged]).all()
    assert 0.6 < logged.mean() < 1
    none = {entry.day for entry in simulated.journal.of(NoneToday)}
    assert none == {
        day
        for day, count, seen in zip(simulated.truth.days, happened, logged, strict=True)
        if seen and count == 0
    }


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("trigger", "lag"), [("caffeine", None), ("sleep_min", 1), ("stress", 0), ("exercise_load", 2)]
)
def test_the_named_trigger_is_there_on_average(trigger, lag):
    found = []
    for seed in range(60):
        simulated = simulate(seed=seed, days=150, trigger=trigger, lag=lag, missing=0.05)
        found.append(estimated_log_ratio(simulated, trigger, simulated.truth.lag))
    error = 3 * np.std(found) / np.sqrt(len(found))
    assert np.mean(found) == pytest.approx(np.log(1.5), abs=max(error, 0.03))


@pytest.mark.no_cover
def test_without_a_trigger_no_exposure_drives_the_count():
    found = [
        estimated_log_ratio(simulate(seed=seed, days=150), "caffeine", 0) for seed in range(60)
    ]
    assert abs(np.mean(found)) < 3 * np.std(found) / np.sqrt(len(found))


@pytest.mark.no_cover
def test_late_coffee_costs_sleep_the_night_after():
    costs = []
    for seed in range(30):
        simulated = simulate(seed=seed, days=150)
        late, sleep = (exposure_by_day(simulated, code) for code in ("caffeine_late", "sleep_min"))
        known = ~np.isnan(late[:-1]) & ~np.isnan(sleep[1:])
        after = sleep[1:][known]
        costs.append(after[late[:-1][known] > 0].mean() - after[late[:-1][known] == 0].mean())
    assert -45 < np.mean(costs) < -20


@pytest.mark.parametrize("code", EXPOSURES)
def test_every_exposure_can_be_the_trigger(code):
    simulated = simulate(seed=1, days=21, trigger=code, exposures=())
    assert simulated.truth.trigger == code
    assert {entry.code for entry in simulated.journal.of(DayExposure)} == {code}
    assert simulated.journal.entries[-1].day < simulated.truth.days[0] + timedelta(days=21)


def test_no_days_go_missing_when_none_should():
    assert not np.isnan(events(simulate(seed=3, days=60, missing=0))).any()


@pytest.mark.parametrize(
    "wrong", [{"days": 0}, {"missing": 1.0}, {"base_rate": 0.0}, {"rate_ratio": -1.0}]
)
def test_numbers_out_of_range_are_our_mistake(wrong):
    with pytest.raises(ValueError, match="simulate needs"):
        simulate(**{"seed": 1, "days": 10} | wrong)


def test_an_unknown_trigger_is_named():
    with pytest.raises(UnknownExposure):
        simulate(seed=1, days=10, trigger="moonlight")
