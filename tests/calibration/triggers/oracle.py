"""The oracle: the same likelihood and the same rule, told what no analysis can know.

It is given how each exposure acts (delay and shape), trend and weekdays, and, where the mechanics
have them, the level's parameters. What it misses cannot be seen in such days by anybody.
"""

import numpy as np
from numpy.typing import NDArray

from myolog.statistics.latent import Projection, Series, Wander, fit_level, project
from myolog.triggers.candidates import build_candidates
from myolog.triggers.estimation import log_prior_of
from myolog.triggers.inputs import read_inputs
from myolog.triggers.selection import select_columns
from myolog.triggers.testable import judge_testable
from tests.calibration.triggers.people import Person

GRID = tuple(
    Wander(sigma=sigma, phi=phi, k=k)
    for sigma in (0.12, 0.3, 0.5, 0.8)
    for phi in (0.3, 0.65, 0.9)
    for k in (1.5, 4.0, 12.0, 30.0)
)


def oracle_inclusion(person: Person) -> NDArray[np.float64]:
    """Return the raw probability of each exposure, in order."""
    columns = np.stack([person.columns[name] for name in person.exposures], axis=1)
    columns = columns - columns[~np.isnan(person.counts)].mean(axis=0)
    log_prior = np.full((columns.shape[1], 1), -np.log(max(columns.shape[1], 10)))
    return _choose(person, columns, log_prior)


def inclusion_without_forms(person: Person) -> NDArray[np.float64]:
    """Return the same of an oracle who has to seek delay and shape among the forms of Myolog."""
    inputs = read_inputs(**person.arguments())
    chosen = [i for i, each in enumerate(judge_testable(inputs)) if each.reason is None]
    raw = np.zeros(len(inputs.names))
    if chosen:
        seen = ~np.isnan(inputs.counts)
        candidates = build_candidates(inputs.exposures[:, chosen], inputs.units[chosen], seen)
        raw[chosen] = _choose(person, candidates.columns, log_prior_of(candidates))
    return raw


def _choose(
    person: Person, columns: NDArray[np.float64], log_prior: NDArray[np.float64]
) -> NDArray[np.float64]:
    seen = ~np.isnan(person.counts)
    known = np.zeros(len(seen)) if person.nuisance is None else person.nuisance
    series = Series(
        counts=np.where(seen, person.counts, 0.0),
        seen=seen,
        nuisance=np.ones((len(seen), 1), order="F"),
        precision=np.array([1 / 25.0]),
    )
    wanders = GRID if person.wander is None else (Wander(**person.wander),)
    effects = np.zeros(columns.shape[1])
    for _ in range(3):
        offset = known + columns @ effects
        fits = [fit_level(series, wander, offset=offset, start=None) for wander in wanders]
        best = max(fits, key=lambda fit: fit.evidence)
        whole = project(series, best, np.column_stack([columns, known]))
        # What is known is no effect: its share leaves the score.
        score = whole.score[:-1] - whole.information[:-1, -1]
        selection = select_columns(
            Projection(information=whole.information[:-1, :-1], score=score), log_prior
        )
        effects = selection.coefficients
    return selection.inclusion
