"""How often the search for triggers is wrong, and what it finds, on invented people.

`MYOLOG_CALIBRATION=full` takes 100 people of every kind; the usual run takes a few and allows for
that by binomial bounds. None of these people served any choice of the method.
"""

import os

import numpy as np
import pytest
from scipy.stats import binom

from tests.calibration.triggers.measure import covered, judge, people, rates, separation
from tests.calibration.triggers.people import LENGTHS

FULL = os.environ.get("MYOLOG_CALIBRATION") == "full"
PER_KIND = 100 if FULL else 15
FIRST = 200_000
SURPRISE = 0.002
"""How rarely a method that keeps its bound may fail by chance."""

MOST_FALSE = {"A": 0.06, "B": 0.08}
MOST_FALSE_OF_ANY_LENGTH = 0.10
MOST_ALARMS = 0.10
LEAST_COVERED = {"A": 0.87, "B": 0.86}
LEAST_POWER = {"A": 0.40, "B": 0.36}


@pytest.fixture(scope="module", params=["A", "B"])
def family(request):
    name = request.param
    judged = [
        judge(person, beside=False) for person in people(name, per_kind=PER_KIND, first=FIRST)
    ]
    return name, judged


def test_few_findings_are_false(family):
    name, judged = family
    found = rates(judged)
    told = found.true_flags + found.false_flags
    assert found.false_flags <= binom.ppf(1 - SURPRISE, told, MOST_FALSE[name])


@pytest.mark.parametrize("days", LENGTHS)
def test_few_findings_are_false_however_short_the_diary(family, days):
    found = rates([each for each in family[1] if each.person.days == days])
    told = found.true_flags + found.false_flags
    assert found.false_flags <= binom.ppf(1 - SURPRISE, told, MOST_FALSE_OF_ANY_LENGTH)


def test_few_people_without_a_trigger_are_told_one(family):
    found = rates(family[1])
    assert found.null_alarms <= binom.ppf(1 - SURPRISE, found.null_people, MOST_ALARMS)


def test_what_acts_is_found_about_as_often_as_the_manual_says(family):
    name, judged = family
    found = rates(judged)
    assert found.true_flags >= binom.ppf(SURPRISE, found.acting, LEAST_POWER[name])
    assert separation(judged, "Myolog") > 0.82


def test_the_ranges_hold_the_truth(family):
    name, judged = family
    held, total = covered(judged, acting=True)
    assert held >= binom.ppf(SURPRISE, total, LEAST_COVERED[name])
    held, total = covered(judged, acting=False)
    assert held >= binom.ppf(SURPRISE, total, 0.90)


def test_a_score_can_be_taken_at_its_word(family):
    """Of exposures with a score around 0.2, about one in five acts; likewise at 0.5 and 0.9."""
    scores = np.concatenate([each.scores["Myolog"] for each in family[1]])
    acting = np.concatenate([each.truth != 0 for each in family[1]])
    for low, high in ((0.0, 0.05), (0.1, 0.3), (0.4, 0.8), (0.9, 1.0)):
        inside = (scores >= low) & (scores < high)
        expected, n_inside = scores[inside].mean(), int(inside.sum())
        slack = 0.08
        assert acting[inside].sum() <= binom.ppf(1 - SURPRISE, n_inside, min(expected + slack, 1))
        assert acting[inside].sum() >= binom.ppf(SURPRISE, n_inside, max(expected - slack, 0))
