"""From what a caller hands in to clean arrays, or to one sentence that says what is wrong.

Decides what counts as a usable input of `analyse`. Silence stays missing: NaN is a day that was
not logged, and no missing number is ever taken for a zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias

from myolog.errors import UserError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import ArrayLike, NDArray

    FloatArray = NDArray[np.float64]

__all__ = ["Inputs", "Table", "arrange", "read_inputs"]


class Table(Protocol):
    """What of a data frame is used: named columns, in order."""

    def items(self) -> Iterable[tuple[str, ArrayLike]]:
        """Give each column with its name."""
        ...


_LARGEST: Final = 1e12

Exposures: TypeAlias = "Mapping[str, ArrayLike] | Table"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Inputs:
    """Checked input of one analysis.

    Parameters
    ----------
    counts
        Shape (n_days,), twitches by day; NaN is a day that was not logged.
    exposures
        Shape (n_days, n_exposures); NaN is not known.
    names
        Of the exposures, in order.
    units
        Shape (n_exposures,), the meaningful change of each.
    attention
        Shape (n_days,), how much the person looked; None when not measured.
    first_weekday
        0 for a Monday.
    first_day
        Date of day 0, when known.
    """

    counts: FloatArray
    exposures: FloatArray
    names: tuple[str, ...]
    units: FloatArray
    attention: FloatArray | None
    first_weekday: int
    first_day: date | None


def read_inputs(
    *,
    counts: ArrayLike,
    exposures: Exposures,
    units: Mapping[str, float],
    attention: ArrayLike | None = None,
) -> Inputs:
    """Check and arrange the input of an analysis.

    Raises
    ------
    UserError
        Something cannot be used; the sentence names it.
    """
    import numpy as np

    y = _numbers(counts, "the counts")
    if ((y < 0) | (y > _LARGEST)).any():
        raise UserError(
            "A count below 0 or beyond all measure cannot be used: give each day's count, or NaN "
            "for a day that was not logged.",
            code="invalid_counts",
        )
    columns = {str(name): _numbers(column, f"'{name}'") for name, column in exposures.items()}
    for name, column in columns.items():
        _check_length(column, y, f"'{name}'")
        if (np.abs(column) > _LARGEST).any():
            raise UserError(
                f"'{name}' holds a number beyond all measure: give a number for each day, or NaN.",
                code="invalid_exposure",
            )
    seen = None if attention is None else _numbers(attention, "the attention")
    if seen is not None:
        _check_length(seen, y, "the attention")
        if ((seen < 0) | (seen > _LARGEST)).any():
            raise UserError(
                "Attention is at least 0, such as minutes looked: give that, or NaN.",
                code="invalid_attention",
            )
    return arrange(
        counts=y,
        exposures=columns,
        units=[_unit(units, name) for name in columns],
        attention=seen,
        first_day=_first_day(exposures, counts, n_days=len(y)),
    )


def arrange(
    *,
    counts: FloatArray,
    exposures: Mapping[str, FloatArray],
    units: Sequence[float],
    attention: FloatArray | None,
    first_day: date | None,
) -> Inputs:
    """Return the input of an analysis from arrays that need no check."""
    import numpy as np

    columns = list(exposures.values())
    return Inputs(
        counts=counts,
        exposures=np.stack(columns, axis=1) if columns else np.empty((len(counts), 0)),
        names=tuple(exposures),
        units=np.array(units, dtype=float),
        attention=attention,
        first_weekday=0 if first_day is None else first_day.weekday(),
        first_day=first_day,
    )


def _numbers(values: ArrayLike, what: str) -> FloatArray:
    import numpy as np

    try:
        array = np.array(values, dtype=float)
    except (TypeError, ValueError):
        raise UserError(
            f"Not every value of {what} is a number: give one number for each day, or NaN.",
            code="not_numbers",
        ) from None
    if array.ndim != 1:
        raise UserError(
            f"The values of {what} must be one number for each day, in one row.",
            code="not_numbers",
        )
    return array


def _check_length(column: FloatArray, counts: FloatArray, what: str) -> None:
    if len(column) != len(counts):
        raise UserError(
            f"There are {len(counts)} counts, but {len(column)} values of {what}: give one for "
            "each day.",
            code="unequal_lengths",
        )


def _unit(units: Mapping[str, float], name: str) -> float:
    import numpy as np

    try:
        unit = float(units[name])
    except (KeyError, TypeError, ValueError):
        unit = np.nan
    if not (np.isfinite(unit) and unit > 0):
        raise UserError(
            f"'{name}' needs a meaningful change above 0: name it in `units`.",
            code="invalid_unit",
        )
    return unit


def _first_day(*tables: object, n_days: int) -> date | None:
    """Read the first date of the first table with a daily index."""
    import numpy as np

    for table in tables:
        values = getattr(getattr(table, "index", None), "values", None)
        if getattr(getattr(values, "dtype", None), "kind", "") != "M":
            continue
        days = np.asarray(values).astype("datetime64[D]")
        if len(days) != n_days or np.isnat(days).any() or (np.diff(days).astype(int) != 1).any():
            raise UserError(
                "The dates must be consecutive days, each once and in order: sort them and add "
                "the missing days as NaN.",
                code="invalid_dates",
            )
        return None if n_days == 0 else days[0].item()
    return None
