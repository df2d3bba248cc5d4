"""From a raw probability to a score."""

import numpy as np
import pytest

from myolog.triggers.scores import flagged_from, recalibrate

RAW = np.linspace(0, 1, 200)


@pytest.mark.parametrize("days", [1, 28, 90, 365, 3650])
def test_a_larger_raw_probability_never_has_a_smaller_score(days):
    scores = recalibrate(RAW, days)
    assert (np.diff(scores) >= 0).all()
    assert scores[0] < 0.01
    assert scores[-1] > 0.98


def test_few_days_ask_for_more():
    """The raw probability is too bold in a short diary."""
    needed = [RAW[recalibrate(RAW, days) >= flagged_from(days)][0] for days in (28, 90, 365)]
    assert needed == sorted(needed, reverse=True)
    assert needed[0] - needed[2] > 0.1


def test_a_clear_trigger_makes_another_likelier():
    alone, *_ = recalibrate(np.array([0.4, 0.02]), 90)
    beside, clear = recalibrate(np.array([0.4, 0.99]), 90)
    assert 0 < beside - alone < 0.2
    assert clear == pytest.approx(recalibrate(np.array([0.99, 0.4]), 90)[0])
    assert recalibrate(np.array([0.4]), 90)[0] == pytest.approx(alone, abs=0.01)
