"""Fit the map from raw probability to score anew, on people who serve for nothing else.

    python -m tests.calibration.triggers.recalibrate

Prints the weights for `myolog/triggers/scores.py`, what each cut would mean, and how many standard
errors an effect must measure to be told.
"""

import sys
from dataclasses import dataclass, replace
from itertools import product

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit

from myolog.triggers.diary import leave_out_slips
from myolog.triggers.estimation import estimate
from myolog.triggers.inputs import read_inputs
from myolog.triggers.scores import flagged_from, recalibrate, terms_of
from myolog.triggers.testable import judge_testable
from tests.calibration.triggers.measure import FAMILIES, Array, people
from tests.calibration.triggers.people import Person

PER_KIND = 120
FIRST = 50_000
CUTS = (0.56, 0.60, 0.64, 0.70, 0.74)
LENGTHS_APART = ((14, 36), (36, 60), (60, 100), (100, 200), (200, 400))
RIDGE = 0.1


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What the model said of one person, and what was true."""

    family: str
    raw: Array
    days: int
    acting: Array
    strength: Array


def look_at(family: str, person: Person) -> Seen | None:
    given = read_inputs(**person.arguments())
    inputs = replace(given, counts=leave_out_slips(given.counts))
    chosen = [i for i, each in enumerate(judge_testable(inputs)) if each.reason is None]
    if not chosen:
        return None
    found = estimate(inputs, chosen, tell=lambda _share: None)
    truth = np.array([person.effects.get(inputs.names[index], 0.0) for index in chosen])
    return Seen(
        family=family,
        raw=found.inclusion,
        days=int((inputs.counts >= 0).sum()),
        acting=truth != 0,
        strength=np.abs(truth) * np.sqrt(np.maximum(found.information, 0)),
    )


def fit_weights(seen: list[Seen]) -> Array:
    terms = np.concatenate([terms_of(each.raw, each.days) for each in seen])
    sign = 2.0 * np.concatenate([each.acting for each in seen]) - 1

    def lost(weights: Array) -> tuple[float, Array]:
        margin = sign * (terms @ weights)
        slope = -terms.T @ (sign * expit(-margin)) + RIDGE * weights
        return float(np.logaddexp(0, -margin).sum() + RIDGE / 2 * weights @ weights), slope

    return np.asarray(minimize(lost, np.zeros(terms.shape[1]), jac=True, method="BFGS").x)


def print_cuts(seen: list[Seen]) -> None:
    """Print how often findings are false by family and length, and people without any alarmed."""
    for family, (few, many) in product(FAMILIES, LENGTHS_APART):
        part = [each for each in seen if each.family == family and few <= each.days < many]
        for cut in CUTS:
            told = [recalibrate(each.raw, each.days) >= cut for each in part]
            n_told = sum(int(flags.sum()) for flags in told)
            false = sum(int(flags[~e.acting].sum()) for flags, e in zip(told, part, strict=True))
            nulls = [flags.any() for flags, e in zip(told, part, strict=True) if not e.acting.any()]
            print(f"family {family}, {few} to {many} days, cut {cut}: {n_told} told", end="")
            print(f", false {false / max(n_told, 1):.3f}, alarms {np.mean(nulls):.3f}")


def print_strength(seen: list[Seen]) -> None:
    told = np.concatenate(
        [recalibrate(each.raw, each.days) >= flagged_from(each.days) for each in seen]
    )
    acting = np.concatenate([each.acting for each in seen])
    strength = np.concatenate([each.strength for each in seen])
    print(f"{len(told)} exposures, {acting.mean():.3f} of them act")
    for low in np.arange(1, 8, 0.5):
        inside = acting & (strength >= low) & (strength < low + 0.5)
        if inside.sum() > 20:
            print(f"strength {low:.1f}: told {told[inside].mean():.2f} of {inside.sum()}")


def main(per_kind: int) -> None:
    looked = [
        look_at(family, person)
        for family in FAMILIES
        for person in people(family, per_kind=per_kind, first=FIRST)
    ]
    seen = [each for each in looked if each is not None]
    print("weights", *(f"{weight:.3f}" for weight in fit_weights(seen)))
    print_cuts(seen)
    print_strength(seen)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else PER_KIND)
