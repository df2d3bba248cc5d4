"""Make the map from raw probability to score anew, on people who serve for nothing else.

    python -m tests.calibration.triggers.recalibrate

Prints the knots and the cut for `myolog/triggers/scores.py`, and how many standard errors an
effect must measure to be told half of the time.
"""

import sys

import numpy as np
from sklearn.isotonic import IsotonicRegression

from myolog.triggers.estimation import estimate
from myolog.triggers.inputs import read_inputs
from myolog.triggers.testable import judge_testable
from tests.calibration.triggers.measure import FAMILIES, people

PER_KIND = 60
FIRST = 50_000
AT_MOST_FALSE = 0.055
AT_MOST_ALARMS = 0.08


def main(per_kind: int) -> None:
    raw, acting, strength, strongest = [], [], [], []
    for family in FAMILIES:
        for person in people(family, per_kind=per_kind, first=FIRST):
            inputs = read_inputs(**person.arguments())
            chosen = [i for i, each in enumerate(judge_testable(inputs)) if each.reason is None]
            if not chosen:
                continue
            found = estimate(inputs, chosen)
            truth = np.array([person.effects.get(inputs.names[index], 0.0) for index in chosen])
            raw.append(found.inclusion)
            acting.append(truth != 0)
            strength.append(np.abs(truth) * np.sqrt(np.maximum(found.information, 0)))
            if not person.effects:
                strongest.append(found.inclusion.max())
    x, y, z = np.concatenate(raw), np.concatenate(acting), np.concatenate(strength)
    print(f"{len(x)} exposures, {y.sum()} of them act ({y.mean():.3f})")
    fitted = IsotonicRegression(out_of_bounds="clip").fit(x, y)
    for knot in (
        0.0,
        0.01,
        0.02,
        0.03,
        0.05,
        0.08,
        0.12,
        0.18,
        0.25,
        0.35,
        0.5,
        0.65,
        0.8,
        0.95,
        1.0,
    ):
        near = np.clip(knot + np.array([-0.02, -0.01, 0, 0.01, 0.02]) * max(knot, 0.1), 0, 1)
        print(f"    ({knot}, {fitted.predict(near).mean():.3f}),")
    order = np.argsort(-x)
    false = np.cumsum(~y[order]) / np.arange(1, len(x) + 1)
    by_false = x[order][np.flatnonzero(false <= AT_MOST_FALSE)[-1]]
    by_alarms = np.quantile(strongest, 1 - AT_MOST_ALARMS)
    cut = max(by_false, by_alarms)
    print(f"cut, raw: {by_false:.3f} by false findings, {by_alarms:.3f} by alarms")
    for low in np.arange(1, 8, 0.5):
        inside = y & (z >= low) & (z < low + 0.5)
        if inside.sum() > 20:
            print(f"strength {low:.1f}: told {(x[inside] >= cut).mean():.2f} of {inside.sum()}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else PER_KIND)
