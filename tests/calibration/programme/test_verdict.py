"""The verdict's false rates and its power, on invented people as the guide assumes them.

`MYOLOG_CALIBRATION=full` takes 1,500 people a cell, as `make calibrate` does; the usual run takes
fewer and allows for that by binomial bounds.
"""

import os

import pytest
from scipy.stats import binom

from tests.calibration.programme.grid import BOUND_MEMORY, MOST, people
from tests.calibration.programme.measure import measure
from tests.calibration.programme.people import Person

FULL = os.environ.get("MYOLOG_CALIBRATION") == "full"
N_RUNS = 1500 if FULL else 100
SHAPES = (4.0, None) if FULL else (4.0,)
SURPRISE = 0.001
"""How rarely a cell that keeps its bound may fail by chance."""

CLAIMED_AT_HALF = 0.20
BESIDE_95 = ("myolog", "guide 95 %")
GUIDE_AT_HALF = 0.162
GUIDE_AT_THREEFOLD = {7: 0.53, 14: 0.86}


def _judged(person, *, seed):
    return measure(person, n_runs=N_RUNS, seed=seed, methods=("myolog",))


@pytest.mark.parametrize("ratio", MOST)
def test_false_significant_keeps_its_bound(ratio):
    """In every cell within chance, and over all cells together without any slack."""
    cells = people(ratio=ratio, memory=BOUND_MEMORY, shapes=SHAPES)
    false = [
        _judged(person, seed=seed).verdicts["myolog"]["SIGNIFICANT"]
        for seed, person in enumerate(cells)
    ]
    assert max(false) <= binom.ppf(1 - SURPRISE, N_RUNS, MOST[ratio])
    assert sum(false) <= MOST[ratio] * N_RUNS * len(cells)


@pytest.fixture(scope="module")
def halved():
    """The guide's own cell: 14 days before, 8 events a day, half as many after."""
    return measure(Person(ratio=0.5), n_runs=max(N_RUNS, 500), seed=50, methods=BESIDE_95)


def test_a_true_halving_is_found_more_often_than_by_the_rough_interval(halved):
    found = halved.verdicts["myolog"]["SIGNIFICANT"]
    assert found >= binom.ppf(SURPRISE, halved.n_runs, CLAIMED_AT_HALF)
    assert halved.share("SIGNIFICANT") > GUIDE_AT_HALF
    assert halved.share("SIGNIFICANT") > halved.share("SIGNIFICANT", "guide 95 %")
    assert halved.share("ESCALATE") <= 0.01


def test_the_rough_interval_with_95_per_cent_gives_the_table_of_the_guide(halved):
    """So the guide's figures belong to a wider interval than the 90 % that its text names."""
    for code, printed in (("SIGNIFICANT", 0.162), ("SOME", 0.325)):
        assert halved.share(code, "guide 95 %") == pytest.approx(printed, abs=0.045)


@pytest.mark.parametrize("n_before", GUIDE_AT_THREEFOLD)
def test_three_times_as_many_is_escalated_at_least_as_often_as_by_the_guide(n_before):
    person = Person(ratio=3.0, n_before=n_before)
    measured = measure(person, n_runs=N_RUNS, seed=60, methods=("myolog", "guide 90 %"))
    found = measured.verdicts["myolog"]["ESCALATE"]
    assert found >= measured.verdicts["guide 90 %"]["ESCALATE"]
    assert found >= binom.ppf(SURPRISE, N_RUNS, GUIDE_AT_THREEFOLD[n_before])
