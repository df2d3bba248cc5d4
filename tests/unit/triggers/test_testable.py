"""What cannot be tested has a reason, and is never "no effect"."""

import numpy as np
import pytest

from myolog.triggers import analyse

DAYS = 40
VARIED = np.arange(DAYS, dtype=float) * 7 % 11
COUNTS = np.arange(DAYS, dtype=float) * 5 % 8
SPARSE = np.where(np.arange(DAYS) < 3, 1.0, 0.0)


def reason(counts, values):
    report = analyse(counts=counts, exposures={"coffee": values}, units={"coffee": 1})
    found = report.finding("coffee")
    assert found.verdict == "cannot_tell"
    assert not found.flagged
    assert np.isnan([found.rate_ratio, found.low90, found.high90]).all()
    assert found.contrast is None
    assert found.days_needed is None
    return found.reason


def only(values, n_days):
    return np.where(np.arange(DAYS) < n_days, values, np.nan)


@pytest.mark.parametrize(
    ("counts", "values", "expected"),
    [
        (np.full(DAYS, np.nan), VARIED, "no_counts"),
        (only(COUNTS, 13), VARIED, "too_few_days"),
        (np.zeros(DAYS), VARIED, "no_twitches"),
        (np.where(np.arange(DAYS) < 9, 1.0, 0.0), VARIED, "too_few_twitches"),
        (COUNTS, np.full(DAYS, np.nan), "not_logged"),
        (COUNTS, only(VARIED, 13), "too_few_days"),
        (COUNTS, np.full(DAYS, 3.0), "constant"),
        (COUNTS, np.full(DAYS, 0.1) + 1e-17 * np.arange(DAYS), "constant"),
        (COUNTS, SPARSE, "too_sparse"),
    ],
)
def test_the_reason_is_named(counts, values, expected):
    assert reason(counts, values) == expected


@pytest.mark.parametrize("n_days", [1, 2, 3])
def test_a_few_days_are_too_few(n_days):
    report = analyse(
        counts=np.ones(n_days), exposures={"coffee": np.arange(n_days)}, units={"coffee": 1}
    )
    assert report.finding("coffee").reason == "too_few_days"


@pytest.mark.parametrize("twin", [2 * VARIED + 3, -VARIED], ids=["doubled", "turned around"])
def test_what_moves_together_is_named_as_inseparable_and_nothing_is_made_of_it(twin):
    rng = np.random.default_rng(3)
    exposures = {"coffee": VARIED, "sugar": twin, "sleep": rng.normal(size=DAYS)}
    report = analyse(
        counts=np.round(VARIED), exposures=exposures, units=dict.fromkeys(exposures, 1)
    )
    coffee, sugar, sleep = report.findings
    assert (coffee.reason, sugar.reason) == ("inseparable", "inseparable")
    assert coffee.inseparable_from == ("sugar",)
    assert sugar.inseparable_from == ("coffee",)
    assert sleep.reason != "inseparable"
    assert report.tested == 1


def test_what_is_never_known_on_the_same_days_is_not_called_inseparable():
    early = only(VARIED, DAYS // 2)
    late = np.where(np.isnan(early), VARIED, np.nan)
    report = analyse(counts=COUNTS, exposures={"a": early, "b": late}, units={"a": 1, "b": 1})
    assert report.tested == 2


def test_columns_that_stand_still_where_both_are_known_are_not_called_inseparable():
    still = np.where(np.arange(DAYS) < 20, 2.0, VARIED)
    known = only(VARIED, 20)
    report = analyse(counts=COUNTS, exposures={"a": still, "b": known}, units={"a": 1, "b": 1})
    assert report.tested == 2
