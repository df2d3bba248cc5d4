"""The time of day: how often even days are taken for a preferred hour, in whole journals."""

import os

from scipy.stats import binom

from myolog.journal.simulate import simulate
from myolog.patterns.hours import LEVEL
from myolog.patterns.report import find_patterns

PEOPLE = 1000 if os.environ.get("MYOLOG_CALIBRATION") == "full" else 120


def test_days_without_a_preferred_hour_seldom_show_one() -> None:
    uneven = 0
    for seed in range(PEOPLE):
        simulated = simulate(seed=seed, days=60, missing=0.1)
        report = find_patterns(simulated.journal, today=simulated.truth.days[-1])
        uneven += report.hours.verdict == "uneven"
    assert uneven <= binom.ppf(0.99, PEOPLE, LEVEL)
