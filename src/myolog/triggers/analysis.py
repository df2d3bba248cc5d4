"""One person's days in, findings out.

Decides the order of the analysis and what may be said of each exposure. Model, forms, choice and
interval each have their module; the manual's page on trigger statistics explains the whole and
prints its measured error rates.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import count
from math import exp, log, nan
from typing import TYPE_CHECKING, Final

from myolog.triggers.diary import leave_out_slips
from myolog.triggers.estimation import Estimated, estimate
from myolog.triggers.inputs import read_inputs
from myolog.triggers.report import (
    METHOD_VERSION,
    Contrast,
    Finding,
    TriggerReport,
    digest_of,
)
from myolog.triggers.scores import TYPICAL_SHARE, flagged_from
from myolog.triggers.testable import Testable, judge_testable

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from myolog.triggers.inputs import Exposures, Inputs
    from myolog.triggers.report import Note, Reason, Verdict

__all__ = ["analyse", "search"]

_BURSTY_BELOW: Final = 2.0
_TYPICAL: Final = log(1.3)
_MAX_DAYS: Final = 3650
"""When more than so many would be needed, days alone do not help."""
_NEEDED_Z: Final = 4.5
"""How many standard errors an effect must measure to be told two times in three."""


def analyse(
    *,
    counts: ArrayLike,
    exposures: Exposures,
    units: Mapping[str, float],
    attention: ArrayLike | None = None,
    seed: int = 0,  # noqa: ARG001 - part of the promised signature
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
        Changes nothing: the method draws nothing by chance.
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
    given = read_inputs(counts=counts, exposures=exposures, units=units, attention=attention)
    return search(given, progress=progress)


def search(given: Inputs, *, progress: Callable[[float], None] | None) -> TriggerReport:
    """Find the exposures that go with the twitching in checked input; see `analyse`."""
    tell = progress or _say_nothing
    inputs = replace(given, counts=leave_out_slips(given.counts))
    testable = judge_testable(inputs)
    chosen = [index for index, each in enumerate(testable) if each.reason is None]
    estimates = estimate(inputs, chosen, tell=tell) if chosen else None
    tell(1.0)
    return _report(given, inputs, testable, estimates)


def _say_nothing(_share: float) -> None:
    """Take progress that nobody asked for."""


def _report(
    given: Inputs,
    inputs: Inputs,
    testable: tuple[Testable, ...],
    estimates: Estimated | None,
) -> TriggerReport:
    from datetime import timedelta

    import numpy as np

    seen = ~np.isnan(inputs.counts)
    position = count()
    findings = tuple(
        _tested(inputs, index, estimates, next(position), each)
        if estimates is not None and each.reason is None
        else _untested(inputs, index, each)
        for index, each in enumerate(testable)
    )
    days = len(inputs.counts)
    return TriggerReport(
        findings=findings,
        days=days,
        days_logged=int(seen.sum()),
        twitches=float(inputs.counts[seen].sum()),
        first_day=inputs.first_day,
        last_day=None if inputs.first_day is None else inputs.first_day + timedelta(days=days - 1),
        tested=sum(each.reason is None for each in testable),
        columns=0 if estimates is None else estimates.columns,
        notes=_notes(given, inputs, estimates),
        level=None if estimates is None else estimates.level,
        method_version=METHOD_VERSION,
        digest=digest_of(given),
    )


def _notes(given: Inputs, inputs: Inputs, estimates: Estimated | None) -> tuple[Note, ...]:
    notes: list[Note] = []
    if (given.counts > inputs.counts.max(initial=0, where=inputs.counts >= 0)).any():
        notes.append("unlikely_counts")
    if estimates is not None and estimates.cap is not None:
        notes.append("capped")
    if estimates is not None and estimates.level.dispersion < _BURSTY_BELOW:
        notes.append("bursty")
    if inputs.attention is not None:
        notes.append("attention_used")
    return tuple(notes)


def _untested(inputs: Inputs, index: int, testable: Testable) -> Finding:
    return Finding(
        exposure=inputs.names[index],
        unit=float(inputs.units[index]),
        score=TYPICAL_SHARE,
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
    inputs: Inputs, index: int, estimates: Estimated, position: int, testable: Testable
) -> Finding:
    score = float(estimates.scores[position])
    flagged = score >= flagged_from(int((inputs.counts >= 0).sum()))
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
    needed = _NEEDED_Z**2 / _TYPICAL**2 * days
    return max(round(needed / information), 1) if information * _MAX_DAYS > needed else None


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
