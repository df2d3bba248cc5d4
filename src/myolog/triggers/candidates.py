"""The forms in which an exposure may act: delays and shapes, one column each.

Decides which forms are tried. A delay form (kernel) spreads one day's exposure over the days
that follow; its weights sum to 1, so that a coefficient is the effect of a change kept up. A
shape bends the dose; it is scaled so that its coefficient is the slope of the straight line
through the person's own days. Source: distributed lag models (Gasparrini 2010,
doi:10.1002/sim.3940).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    FloatArray = NDArray[np.float64]
    BoolArray = NDArray[np.bool_]

__all__ = ["FORMS", "LAGS", "Candidates", "Form", "build_candidates"]

LAGS: Final = 5
"""Days over which an effect may spread, the same day included."""

_MOST_EXPLAINED: Final = 6.0
"""Exposures change a day's count by a factor of 400 at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One delay and shape.

    Parameters
    ----------
    kernel
        Weights of 0, 1, 2 ... days before; sums to 1.
    shape
        ``linear``, or how the dose is bent.
    weight
        Prior weight among the forms.
    """

    kernel: tuple[float, ...]
    shape: str
    weight: float


def _geometric(ratio: float) -> tuple[float, ...]:
    raw = [ratio**lag for lag in range(LAGS)]
    return tuple(value / sum(raw) for value in raw)


_SAME_DAY: Final = (1.0, 0.0, 0.0, 0.0, 0.0)
_BOTH: Final = (0.5, 0.5, 0.0, 0.0, 0.0)

SHAPES: Final = ("above_half", "above_most", "over_most", "levels_off")

FORMS: Final = (
    *(
        Form(kernel=tuple(float(day == lag) for day in range(LAGS)), shape="linear", weight=weight)
        for lag, weight in enumerate((6.0, 4.0, 1.0, 0.1, 0.1))
    ),
    Form(kernel=_BOTH, shape="linear", weight=1.6),
    Form(kernel=_geometric(0.5), shape="linear", weight=1.0),
    Form(kernel=_geometric(0.72), shape="linear", weight=0.5),
    Form(kernel=(0.25, 0.25, 0.25, 0.25, 0.0), shape="linear", weight=0.5),
    Form(kernel=(1 / 6, 1 / 3, 1 / 3, 1 / 6, 0.0), shape="linear", weight=0.5),
    *(Form(kernel=_SAME_DAY, shape=shape, weight=0.3) for shape in SHAPES),
)
"""`above` rises only beyond a value, `over` is a step there; half and most are the 50 % and 70 %
quantiles of the person's own days. The first `LAGS` forms are the single days of delay."""

_N_LINEAR: Final = sum(form.shape == "linear" for form in FORMS)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Candidates:
    """Columns of all exposures, exposure by exposure.

    Parameters
    ----------
    columns
        Shape (n_days, n_exposures * n_forms), centred on the logged days, 0 where not known; in
        units of the meaningful change.
    usable
        Shape (n_exposures, n_forms): False where a form says nothing of its own.
    """

    columns: FloatArray
    usable: BoolArray

    def explained(self, coefficients: FloatArray) -> FloatArray:
        """Return what the columns add to the log rate of each day."""
        import numpy as np

        added = self.columns @ coefficients
        return np.asarray(np.clip(added, -_MOST_EXPLAINED, _MOST_EXPLAINED), dtype=float)


def build_candidates(exposures: FloatArray, units: FloatArray, seen: BoolArray) -> Candidates:
    """Build every form of every exposure.

    Parameters
    ----------
    exposures
        Shape (n_days, n_exposures), NaN where not known; each varies on its known days.
    units
        Shape (n_exposures,).
    seen
        Shape (n_days,), the logged days.
    """
    import numpy as np

    scaled = exposures / units
    known = ~np.isnan(scaled)
    centre = np.nanmean(scaled, axis=0)
    plain = np.where(known, scaled - centre, 0.0)
    bent, fine = _bend(plain, known)
    lagged = np.stack([_delay(plain, lag) for lag in range(LAGS)])
    kernels = np.array([form.kernel for form in FORMS[:_N_LINEAR]])
    straight = np.einsum("kl,ltp->tpk", kernels, lagged)
    columns = np.concatenate([straight, bent], axis=2)
    columns -= columns[seen].mean(axis=0)
    usable = np.concatenate([np.ones((plain.shape[1], _N_LINEAR), dtype=bool), fine], axis=1)
    return Candidates(
        columns=np.asfortranarray(columns.reshape(len(plain), -1)),
        usable=usable,
    )


def _delay(values: FloatArray, lag: int) -> FloatArray:
    import numpy as np

    delayed = np.zeros_like(values)
    delayed[lag:] = values[: len(values) - lag]
    return delayed


def _bend(plain: FloatArray, known: BoolArray) -> tuple[FloatArray, BoolArray]:
    """Bend each exposure; return the shapes and which of them differ from the straight line."""
    import numpy as np

    n_days, n_exposures = plain.shape
    bent = np.zeros((n_days, n_exposures, len(SHAPES)))
    fine = np.zeros((n_exposures, len(SHAPES)), dtype=bool)
    for index in range(n_exposures):
        days = known[:, index]
        x = plain[days, index]
        ordered = np.sort(x)
        half, most = ordered[(len(x) - 1) // 2], ordered[7 * (len(x) - 1) // 10]
        reach = max(half - ordered[0], (ordered[-1] - ordered[0]) / 4)
        shapes = np.stack(
            [
                np.maximum(x - half, 0.0),
                np.maximum(x - most, 0.0),
                (x > most).astype(float),
                -np.exp(-(x - ordered[0]) / reach),
            ],
            axis=1,
        )
        shapes -= shapes.mean(axis=0)
        slope = x @ shapes / (x @ x)
        spread = np.sqrt((shapes**2).sum(axis=0))
        alike = slope * np.sqrt(x @ x) / np.where(spread > 0, spread, 1.0)
        fine[index] = (alike > 0.3) & (alike < 0.995)
        bent[days, index] = shapes / np.where(fine[index], slope, 1.0) * fine[index]
    return bent, fine
