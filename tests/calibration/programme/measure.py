"""How often each verdict is reached, by Myolog and by the guide's rough interval."""

from collections import Counter
from dataclasses import dataclass

import numpy as np

from myolog.programme.verdict import code_for, judge
from myolog.statistics.rates import period_change
from tests.calibration.programme.people import BEFORE_EVALUATION, Person

LEVELS = {"guide 90 %": 0.9, "guide 95 %": 0.95}
METHODS = ("myolog", *LEVELS)


@dataclass(frozen=True, kw_only=True)
class Measured:
    """Shares of each verdict by method."""

    n_runs: int
    verdicts: dict[str, Counter]

    def share(self, code: str, method: str = "myolog") -> float:
        return self.verdicts[method][code] / self.n_runs


def measure(
    person: Person, *, n_runs: int, seed: int, methods: tuple[str, ...] = METHODS
) -> Measured:
    """Judge as many journals; the journals are the same whichever methods are asked."""
    rng = np.random.default_rng(seed)
    verdicts: dict[str, Counter] = {method: Counter() for method in methods}
    for _ in range(n_runs):
        counts = person.counts(rng)
        for method in methods:
            verdicts[method][_verdict_of(method, counts, person)] += 1
    return Measured(n_runs=n_runs, verdicts=verdicts)


def _verdict_of(method: str, counts: np.ndarray, person: Person) -> str:
    if method == "myolog":
        return judge(counts, start_index=person.n_before).code
    return _by_the_guide(counts, person, LEVELS[method])


def _by_the_guide(counts: np.ndarray, person: Person, level: float) -> str:
    compared = counts.copy()
    compared[person.n_before : person.n_before + BEFORE_EVALUATION] = np.nan
    after = np.arange(len(counts)) >= person.n_before
    change = period_change(compared, after=after, level=level)
    return "UNCERTAIN" if change is None else code_for(change)
