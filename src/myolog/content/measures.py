"""Metric or US measures: in which unit a volume or a weight is said and typed.

Stored values, files and answers to programs stay metric. As with the language, a shell says once
which measures hold (`measuring`), and whatever says an amount within it follows.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

from myolog.content.catalogue import load
from myolog.units import convert

__all__ = [
    "MEASURES",
    "measured_key",
    "measured_unit",
    "measures_in_force",
    "measuring",
    "to_measured",
    "to_metric",
    "usual_in",
]

MEASURES: Final = ("metric", "us")

_US: Final = {"mL": "fl_oz_us", "kg": "lb"}
_IN_FORCE: Final = ContextVar("measures_in_force", default=MEASURES[0])


def usual_in(country: str) -> str:
    """Return the measures that are usual in a country, given by its ISO code.

    Examples
    --------
    >>> usual_in("US"), usual_in("DE")
    ('us', 'metric')
    """
    return "us" if country == "US" else "metric"


def measures_in_force() -> str:
    """Return the measures in force, metric unless a shell said otherwise."""
    return _IN_FORCE.get()


@contextmanager
def measuring(measures: str) -> Iterator[None]:
    """Let everything within say amounts in these measures; shells call this, and nothing else does.

    Raises
    ------
    KeyError
        There are no such measures.

    Examples
    --------
    >>> with measuring("us"):
    ...     measured_unit("mL"), to_measured(2000, "mL"), measured_unit("mg")
    ('fl_oz_us', 67.6, 'mg')
    >>> measured_unit("mL"), to_measured(2000, "mL")
    ('mL', 2000)
    """
    if measures not in MEASURES:
        raise KeyError(f"There are no measures {measures!r}.")
    token = _IN_FORCE.set(measures)
    try:
        yield
    finally:
        _IN_FORCE.reset(token)


def measured_unit(unit: str) -> str:
    """Return the unit in which amounts in `unit` are said and typed."""
    return _US.get(unit, unit) if _IN_FORCE.get() == "us" else unit


def to_measured(value: float, unit: str) -> float:
    """Return an amount in `unit` as it is said, to one decimal where it was turned."""
    shown = measured_unit(unit)
    return value if shown == unit else round(convert(value, unit, shown), 1)


def to_metric(value: float, unit: str) -> float:
    """Return a typed amount in `unit`, to a whole millilitre or a hundredth of a kilogram.

    So fine that a tenth of an ounce or pound comes back as it was typed.

    Examples
    --------
    >>> with measuring("us"):
    ...     to_metric(67.6, "mL"), to_metric(150, "kg"), to_metric(180, "mg")
    (1999.0, 68.04, 180)
    """
    typed = measured_unit(unit)
    if typed == unit:
        return value
    return float(round(convert(value, typed, unit), 2 if unit == "kg" else 0))


def measured_key(key: str) -> str:
    """Return the key of the sentence that names amounts in the measures in force."""
    own = f"{key}_us"
    return own if _IN_FORCE.get() == "us" and own in load() else key
