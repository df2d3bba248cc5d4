"""How often each verdict is reached, by Myolog and by the guide's rough interval."""

from collections import Counter
from dataclasses import dataclass

import numpy as np

from myolog.programme.verdict import code_for, judge
from myolog.statistics.rates import period_change
from tests.calibration.programme.people import BEFORE_EVALUATION, Person

METHODS = ("myolog", "guide 90 %", "guide 95 %")


@dataclass(frozen=True, kw_only=True)
class Measured:
    """Shares of each verdict by method."""

    n_runs: int
    verdicts: dict[str, Counter]

    def share(self, code: str, method: str = "myolog") -> float:
        return self.verdicts[method][code] / self.n_runs


def measure(person: Person, *, n_runs: int, seed: int) -> Measured:
    rng = np.random.default_rng(seed)
    verdicts: dict[str, Counter] = {method: Counter() for method in METHODS}
    for _ in range(n_runs):
        counts = person.counts(rng)
        verdict = judge(counts, start_index=person.n_before)
        verdicts["myolog"][verdict.code] += 1
        for level in (90, 95):
            verdicts[f"guide {level} %"][_by_the_guide(counts, person, level / 100)] += 1
    return Measured(n_runs=n_runs, verdicts=verdicts)


def _by_the_guide(counts: np.ndarray, person: Person, level: float) -> str:
    compared = counts.copy()
    compared[person.n_before : person.n_before + BEFORE_EVALUATION] = np.nan
    after = np.arange(len(counts)) >= person.n_before
    change = period_change(compared, after=after, level=level)
    return "UNCERTAIN" if change is None else code_for(change)
