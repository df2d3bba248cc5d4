"""The fit of one person's days: level, choice of exposures, size of effects.

Decides the order of the steps. First the level's parameters, while every exposure may explain a
little, so that effects are not taken for scatter; then the choice; then both again, each given
the other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from myolog.statistics.latent import Series, fit_level, project
from myolog.triggers.candidates import FORMS, Candidates, build_candidates
from myolog.triggers.diary import find_cap
from myolog.triggers.evidence import look_again
from myolog.triggers.exploration import MIDDLE, explore, weight_of
from myolog.triggers.interval import estimate_effects
from myolog.triggers.nuisance import nuisance_terms
from myolog.triggers.report import Level
from myolog.triggers.scores import recalibrate
from myolog.triggers.selection import SLAB_SD, select_columns

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from myolog.statistics.latent import LevelFit
    from myolog.triggers.exploration import Found
    from myolog.triggers.inputs import Inputs
    from myolog.triggers.selection import Selection

    FloatArray = NDArray[np.float64]

__all__ = ["Estimated", "estimate", "log_prior_of"]

_FEWEST: Final = 10
"""Prior probability is shared among at least so many exposures."""

_MAX_UNITS: Final = 3.0
"""Standard deviation of an exposure, in units, beyond which a larger unit is worked in."""

_RIDGE_FORM: Final = 6
_RIDGE_SD: Final = 0.2
_CHOSEN_FROM: Final = 0.1
_TURNS: Final = 2
_AVERAGED: Final = 4
_SHARE_OF_A_TURN: Final = 0.25


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Estimated:
    """What was estimated for the exposures that could be tested, in order.

    Parameters
    ----------
    inclusion
        Raw probabilities that they act.
    scores
        The same, recalibrated.
    low, middle, high
        Log rate ratios.
    lag_weights
        Shape (n_exposures, LAGS).
    information
        How much the days say about a same-day or next-day effect, per squared log rate ratio.
    columns
        Forms tried in all.
    level
        The level's parameters.
    cap
        Count at which the person stops counting; None when there is none.
    """

    inclusion: FloatArray
    scores: FloatArray
    low: FloatArray
    middle: FloatArray
    high: FloatArray
    lag_weights: FloatArray
    information: FloatArray
    columns: int
    level: Level
    cap: float | None


def estimate(inputs: Inputs, chosen: list[int], *, tell: Callable[[float], None]) -> Estimated:
    """Estimate the exposures `chosen`, at least one, each of which can be tested.

    `tell` is called with the share that is done, 0 to 1; what it raises ends the estimation.
    """
    import numpy as np

    series, cap = _series(inputs)
    exposures, units = inputs.exposures[:, chosen], inputs.units[chosen]
    # A unit far below what the person's days vary by would let the effect of a usual day be
    # anything, and would cost the numbers their precision.
    steps = np.maximum(units, np.nanstd(exposures, axis=0) / _MAX_UNITS)
    candidates = build_candidates(exposures, steps, series.seen)
    log_prior = log_prior_of(candidates)
    nothing = np.zeros(len(series.seen))
    found = explore(_allow_all(series, candidates), offset=nothing, begin=MIDDLE)
    fit = fit_level(series, found[0][1].wander, offset=nothing, start=None)
    projection = project(series, fit, candidates.columns)
    selection = select_columns(projection, log_prior)
    for turn in range(_TURNS):
        tell(_SHARE_OF_A_TURN * (turn + 1))
        found = explore(
            _allow_chosen(series, candidates, selection), offset=nothing, begin=found[0][0]
        )
        offset = candidates.explained(selection.coefficients)
        fit = fit_level(series, found[0][1].wander, offset=offset, start=fit)
        projection = project(series, fit, candidates.columns)
        selection = select_columns(projection, log_prior)
    tell(_SHARE_OF_A_TURN * (_TURNS + 1))
    estimates = estimate_effects(projection, selection, log_prior)
    own = np.diagonal(projection.information).reshape(log_prior.shape)
    averaged = _averaged(series, candidates, log_prior, found, selection, fit)
    inclusion = look_again(series, fit, candidates, projection, selection, averaged)
    return Estimated(
        inclusion=inclusion,
        scores=recalibrate(inclusion, int(series.seen.sum())),
        low=estimates.low * units / steps,
        middle=estimates.middle * units / steps,
        high=estimates.high * units / steps,
        lag_weights=estimates.lag_weights,
        information=own[:, :2].max(axis=1) * (steps / units) ** 2,
        columns=int(candidates.usable.sum()),
        level=Level(wander=fit.wander.sigma, persistence=fit.wander.phi, dispersion=fit.wander.k),
        cap=cap,
    )


def _series(inputs: Inputs) -> tuple[Series, float | None]:
    import numpy as np

    seen = ~np.isnan(inputs.counts)
    terms, precision = nuisance_terms(
        len(seen), first_weekday=inputs.first_weekday, attention=inputs.attention, seen=seen
    )
    counts = np.where(seen, inputs.counts, 0.0)
    cap = find_cap(inputs.counts[seen])
    series = Series(
        counts=counts,
        seen=seen,
        nuisance=terms,
        precision=precision,
        capped=None if cap is None else counts == cap,
    )
    return series, cap


def log_prior_of(candidates: Candidates) -> FloatArray:
    """Return the log prior of each form, shape (n_exposures, n_forms)."""
    import numpy as np

    weights = candidates.usable * np.array([form.weight for form in FORMS])
    weights = weights / weights.sum(axis=1, keepdims=True) / max(len(weights), _FEWEST)
    with np.errstate(divide="ignore"):
        return np.asarray(np.log(weights), dtype=float)


def _allow_all(series: Series, candidates: Candidates) -> Series:
    """Let every exposure explain a little."""
    import numpy as np

    columns = candidates.columns[:, _RIDGE_FORM :: candidates.usable.shape[1]]
    return series.widened(columns, np.full(columns.shape[1], _RIDGE_SD**-2))


def _allow_chosen(series: Series, candidates: Candidates, selection: Selection) -> Series:
    """Let the exposures that may act explain what they can."""
    import numpy as np

    picked = np.flatnonzero(selection.inclusion > _CHOSEN_FROM)
    best = picked * candidates.usable.shape[1] + selection.weights[picked].argmax(axis=1)
    precision = 1 / (SLAB_SD**2 * selection.inclusion[picked])
    return series.widened(candidates.columns[:, best], precision)


def _averaged(
    series: Series,
    candidates: Candidates,
    log_prior: FloatArray,
    found: list[Found],
    selection: Selection,
    best: LevelFit,
) -> FloatArray:
    """Average the raw probabilities over the best places."""
    import numpy as np

    offset = candidates.explained(selection.coefficients)
    weights = np.array([weight_of(fit) for _, fit in found[:_AVERAGED]])
    weights = np.exp(weights - weights.max())
    weights /= weights.sum()
    inclusion: FloatArray = weights[0] * selection.inclusion
    for weight, (_, wide) in zip(weights[1:], found[1:], strict=False):
        fit = fit_level(series, wide.wander, offset=offset, start=best)
        projection = project(series, fit, candidates.columns)
        inclusion = inclusion + weight * select_columns(projection, log_prior).inclusion
    return inclusion
