"""More or fewer: how often it is said where nothing changed, and how sure a rate is."""

import os
from datetime import timedelta

import numpy as np
from scipy.stats import binom

from myolog.journal.counted import counted
from myolog.journal.simulate import simulate
from myolog.journal.spans import KINDS
from myolog.patterns.change import Past

PEOPLE = 1000 if os.environ.get("MYOLOG_CALIBRATION") == "full" else 40


def past_of(seed: int, *, days: int = 190, base_rate: float = 3.0) -> tuple[Past, np.ndarray]:
    simulated = simulate(seed=seed, days=days, exposures=[], base_rate=base_rate, missing=0.25)
    past = Past(counted=counted(simulated.journal), until=simulated.truth.days[-1])
    return past, np.array(simulated.truth.expected)


def test_where_nothing_changed_more_or_fewer_is_said_in_at_most_5_percent() -> None:
    """By week, month and season together, as one person looks at all three."""
    said = 0
    for seed in range(PEOPLE):
        past, _ = past_of(seed, base_rate=(1.0, 3.0, 9.0)[seed % 3])
        verdicts = set()
        for kind in KINDS:
            verdicts.add(past.compare(*past.newest_two(kind)).verdict)
        said += bool(verdicts & {"more", "fewer"})
    print(f"said of {PEOPLE}: {said}")
    assert said <= binom.ppf(0.99, PEOPLE, 0.05)


def test_the_rate_of_the_days_of_a_month_lies_in_its_range() -> None:
    inside = total = 0
    for seed in range(PEOPLE // 2):
        past, expected = past_of(seed, base_rate=(1.0, 3.0, 9.0)[seed % 3])
        first = past.until - timedelta(days=len(expected) - 1)
        for span in past.window("months").spans[1:]:
            part = past.part(span)
            rate = part.rate
            if rate is None:
                continue
            start = (span.first - first).days
            true = expected[start : start + part.span.n_days].mean()
            inside += rate.low <= true <= rate.high
            total += 1
    print(f"inside: {inside} of {total}")
    assert inside >= binom.ppf(0.01, total, 0.90)
