"""One person's days in, findings out."""

import numpy as np
import pytest

from myolog.triggers import analyse


def person(seed=1, days=120, effect=0.4):
    """Invent days on which the first of four exposures drives the count."""
    rng = np.random.default_rng(seed)
    exposures = {name: rng.normal(size=days) for name in ("coffee", "stress", "sleep", "screens")}
    counts = rng.poisson(np.exp(1.5 + effect * exposures["coffee"])).astype(float)
    return {"counts": counts, "exposures": exposures, "units": dict.fromkeys(exposures, 1.0)}


def test_what_drives_the_count_is_found_and_nothing_else():
    report = analyse(**person())
    assert [found.exposure for found in report.findings] == ["coffee", "stress", "sleep", "screens"]
    assert [found.exposure for found in report.flagged] == ["coffee"]
    coffee = report.finding("coffee")
    assert coffee.verdict == "likely_trigger"
    assert coffee.low90 < np.exp(0.4) < coffee.high90
    assert coffee.lag_weights[0] > 0.8
    assert sum(coffee.lag_weights) == pytest.approx(1)


def test_an_effect_downwards_is_protective():
    coffee = analyse(**person(effect=-0.4)).finding("coffee")
    assert coffee.verdict == "likely_protective"
    assert coffee.high90 < 1


def test_three_days_are_a_verdict_and_no_error():
    report = analyse(counts=[1, 2, 3], exposures={"coffee": [0, 1, 2]}, units={"coffee": 1})
    assert report.finding("coffee").verdict == "cannot_tell"
    assert report.finding("coffee").reason == "too_few_days"
