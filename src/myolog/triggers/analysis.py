"""One person's days in, findings out.

Decides the order of the analysis and what may be said of each exposure. Model, forms, choice and
interval each have their module; the manual's page on trigger statistics explains the whole and
prints its measured error rates.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import product
from math import exp, log, nan
from typing import TYPE_CHECKING, Final

from myolog.statistics.latent import Series, Wander, fit_level, project
from myolog.triggers.candidates import FORMS, build_candidates
from myolog.triggers.inputs import read_inputs
from myolog.triggers.interval import estimate_effects
from myolog.triggers.nuisance import nuisance_terms
from myolog.triggers.report import (
    METHOD_VERSION,
    Contrast,
    Finding,
    Level,
    TriggerReport,
    digest_of,
)
from myolog.triggers.selection import select_columns
from myolog.triggers.testable import Testable, judge_testable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import ArrayLike, NDArray

    from myolog.statistics.latent import LevelFit
    from myolog.triggers.inputs import Exposures, Inputs
    from myolog.triggers.report import Reason, Verdict

    FloatArray = NDArray[np.float64]

__all__ = ["analyse"]

_SIGMAS: Final = (0.12, 0.3, 0.5, 0.8)
_PHIS: Final = (0.3, 0.65, 0.9)
_SHAPES: Final = (3.0, 6.0, 12.0, 30.0)
_KEPT: Final = 20
_FLAGGED_FROM: Final = 0.27
_TYPICAL: Final = log(1.3)
_NEEDED_Z: Final = 3.3
"""How many standard errors an effect must measure to be flagged half of the time."""


def analyse(
    *,
    counts: ArrayLike,
    exposures: Exposures,
    units: Mapping[str, float],
    attention: ArrayLike | None = None,
    seed: int = 0,
    progress: Callable[[float], None] | None = None,
) -> TriggerReport:
    """Find the exposures that go with a person's twitching, each with an interval.

    Assumes that what moves the count besides the exposures wanders slowly or repeats by the week.
    Not for several counts a day, and no proof of cause: an unlogged cause that moves an exposure
    and the twitching cannot be told from that exposure, and neither can twitching that changes an
    exposure on the same day.

    Parameters
    ----------
    counts
        Shape (n_days,), twitches on consecutive days; NaN is a day that was not logged.
    exposures
        Mapping or data frame of arrays of shape (n_days,); NaN is not known. With a daily date
        index the weekdays are known, otherwise day 0 is taken for a Monday.
    units
        The meaningful change of each exposure, above 0.
    attention
        Shape (n_days,), at least 0: how much the person looked, such as minutes.
    seed
        Kept in the report. The method draws nothing by chance, so that it changes no number.
    progress
        Told the share that is done, 0 to 1. What it raises ends the analysis.

    Returns
    -------
    report : one finding for each exposure, in the order given

    Raises
    ------
    UserError
        An input cannot be used; the sentence says which and what to do.
    """
    tell = progress or _say_nothing
    inputs = read_inputs(counts=counts, exposures=exposures, units=units, attention=attention)
    testable = judge_testable(inputs)
    chosen = [index for index, each in enumerate(testable) if each.reason is None]
    tell(0.1)
    estimates = _estimate(inputs, chosen) if chosen else None
    tell(1.0)
    return _report(inputs, testable, chosen, estimates, seed)


def _say_nothing(_share: float) -> None:
    """Take progress that nobody asked for."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Estimated:
    """What was estimated for the exposures that could be tested."""

    inclusion: FloatArray
    low: FloatArray
    middle: FloatArray
    high: FloatArray
    lag_weights: FloatArray
    information: FloatArray
    columns: int
    level: Level


def _estimate(inputs: Inputs, chosen: list[int]) -> _Estimated:
    import numpy as np

    seen = ~np.isnan(inputs.counts)
    terms, precision = nuisance_terms(
        len(seen), first_weekday=inputs.first_weekday, attention=inputs.attention, seen=seen
    )
    series = Series(
        counts=np.where(seen, inputs.counts, 0.0), seen=seen, nuisance=terms, precision=precision
    )
    candidates = build_candidates(inputs.exposures[:, chosen], inputs.units[chosen], seen)
    log_prior = _log_prior(candidates.usable)
    fits = _explore(series, list(_grid()), np.zeros(len(seen)), None)
    projection, selection = None, None
    for _ in range(2):
        projection = project(series, fits[0], candidates.columns)
        selection = select_columns(projection, log_prior)
        offset = candidates.columns @ selection.coefficients
        fits = _explore(series, [fit.wander for fit in fits[:_KEPT]], offset, fits[0])
    projection = project(series, fits[0], candidates.columns)
    selection = select_columns(projection, log_prior)
    estimates = estimate_effects(projection, selection, log_prior)
    wander = fits[0].wander
    return _Estimated(
        inclusion=selection.inclusion,
        low=estimates.low,
        middle=estimates.middle,
        high=estimates.high,
        lag_weights=estimates.lag_weights,
        information=np.diagonal(projection.information).reshape(log_prior.shape)[:, :2].max(axis=1),
        columns=int(candidates.usable.sum()),
        level=Level(wander=wander.sigma, persistence=wander.phi, dispersion=wander.k),
    )


def _grid() -> list[Wander]:
    return [Wander(sigma=s, phi=p, k=k) for s, p, k in product(_SIGMAS, _PHIS, _SHAPES)]


def _log_prior(usable: NDArray[np.bool_]) -> FloatArray:
    import numpy as np

    weights = usable * np.array([form.weight for form in FORMS])
    weights = weights / weights.sum(axis=1, keepdims=True) / len(usable)
    with np.errstate(divide="ignore"):
        return np.asarray(np.log(weights), dtype=float)


def _explore(
    series: Series, wanders: list[Wander], offset: FloatArray, start: LevelFit | None
) -> list[LevelFit]:
    """Fit every point, the best by posterior first."""
    fits = []
    for wander in wanders:
        start = fit_level(
            series, wander, offset=offset, start=start, steps=8 if start is None else 3
        )
        fits.append(start)
    return sorted(fits, key=lambda fit: -(fit.evidence + _log_wander_prior(fit.wander)))


def _log_wander_prior(wander: Wander) -> float:
    return -0.5 * (log(wander.sigma / 0.35) / 0.7) ** 2 - 0.5 * (log(wander.k / 8) / 1.2) ** 2


def _report(
    inputs: Inputs,
    testable: tuple[Testable, ...],
    chosen: list[int],
    estimates: _Estimated | None,
    seed: int,
) -> TriggerReport:
    from datetime import timedelta

    import numpy as np

    place = {index: position for position, index in enumerate(chosen)}
    seen = ~np.isnan(inputs.counts)
    findings = tuple(
        _tested(inputs, index, estimates, place[index], testable[index])
        if estimates is not None and index in place
        else _untested(inputs, index, testable[index])
        for index in range(len(inputs.names))
    )
    days = len(inputs.counts)
    return TriggerReport(
        findings=findings,
        days=days,
        days_logged=int(seen.sum()),
        twitches=float(inputs.counts[seen].sum()),
        first_day=inputs.first_day,
        last_day=None if inputs.first_day is None else inputs.first_day + timedelta(days=days - 1),
        tested=len(chosen),
        columns=0 if estimates is None else estimates.columns,
        notes=() if inputs.attention is None else ("attention_used",),
        level=None if estimates is None else estimates.level,
        method_version=METHOD_VERSION,
        seed=seed,
        digest=digest_of(inputs, seed=seed),
    )


def _untested(inputs: Inputs, index: int, testable: Testable) -> Finding:
    return Finding(
        exposure=inputs.names[index],
        unit=float(inputs.units[index]),
        score=0.0,
        flagged=False,
        rate_ratio=nan,
        low90=nan,
        high90=nan,
        lag_weights=(1.0,),
        verdict="cannot_tell",
        reason=testable.reason,
        inseparable_from=testable.inseparable_from,
        days_used=testable.days_used,
        days_needed=None,
        contrast=None,
    )


def _tested(
    inputs: Inputs, index: int, estimates: _Estimated, position: int, testable: Testable
) -> Finding:
    score = float(estimates.inclusion[position])
    flagged = score >= _FLAGGED_FROM
    middle = float(estimates.middle[position])
    needed = _days_needed(float(estimates.information[position]), testable.days_used)
    verdict: Verdict
    reason: Reason | None = None
    if flagged:
        verdict = "likely_trigger" if middle > 0 else "likely_protective"
    elif needed is None or needed > testable.days_used:
        verdict, reason = "cannot_tell", "needs_more_days"
    else:
        verdict = "no_sign"
    weights = estimates.lag_weights[position]
    return Finding(
        exposure=inputs.names[index],
        unit=float(inputs.units[index]),
        score=score,
        flagged=flagged,
        rate_ratio=exp(middle),
        low90=exp(float(estimates.low[position])),
        high90=exp(float(estimates.high[position])),
        lag_weights=tuple(float(weight) for weight in weights),
        verdict=verdict,
        reason=reason,
        inseparable_from=(),
        days_used=testable.days_used,
        days_needed=None if flagged else needed,
        contrast=_contrast(inputs, index, int(weights.argmax())),
    )


def _days_needed(information: float, days: int) -> int | None:
    if not information > 0:
        return None
    return max(round(days * _NEEDED_Z**2 / (_TYPICAL**2 * information)), 1)


def _contrast(inputs: Inputs, index: int, lag: int) -> Contrast:
    import numpy as np

    y, x = inputs.counts[lag:], inputs.exposures[: len(inputs.counts) - lag, index]
    used = ~np.isnan(y) & ~np.isnan(x)
    y, x = y[used], x[used]
    split = float(np.median(x))
    if split == x.max():
        split = float(x[x < split].max()) if (x < split).any() else split
    more = x > split
    return Contrast(
        split=split,
        lag=lag,
        days_more=int(more.sum()),
        days_less=int((~more).sum()),
        twitches_more=float(y[more].sum()),
        twitches_less=float(y[~more].sum()),
    )
