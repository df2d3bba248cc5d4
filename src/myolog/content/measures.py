"""Metric or US measures: in which unit a volume or a weight is said and typed.

Stored values, files and answers to programs stay metric. As with the language, a shell says once
which measures hold (`measuring`), and whatever says an amount within it follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

from myolog.content.catalogue import load
from myolog.content.numbers import figure
from myolog.units import convert

__all__ = [
    "MEASURES",
    "measured_key",
    "measured_name",
    "measured_prose",
    "measured_unit",
    "measures_in_force",
    "measuring",
    "to_measured",
    "to_metric",
    "usual_in",
]

MEASURES: Final = ("metric", "us")

_IN_NAMES: Final = re.compile(r"\b(\d+) (mL|g)\b")
_IN_PROSE: Final = re.compile(r"\{([^{}|·]+) \| ([^{}|·]+)\}")
_OUNCES_IN_A_POUND: Final = 16
_TENTHS_BELOW: Final = 10
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


def measured_name(name: str) -> str:
    """Return a name that holds a serving, such as "beer, 330 mL", with it in the measures in force.

    Examples
    --------
    >>> with measuring("us"):
    ...     measured_name("beer, 330 mL at 5 %"), measured_name("plain chocolate, 50 g")
    ('beer, 11 fl oz at 5 %', 'plain chocolate, 1.8 oz')
    """
    return name if _IN_FORCE.get() != "us" else _IN_NAMES.sub(_in_ounces, name)


def _in_ounces(found: re.Match[str]) -> str:
    value, unit = float(found[1]), found[2]
    if unit == "mL":
        value, said = convert(value, unit, _US[unit]), "fl oz"
    else:
        value, said = convert(value, unit, _US["kg"]) * _OUNCES_IN_A_POUND, "oz"
    return f"{figure(value, '.1f' if value < _TENTHS_BELOW else '.0f')} {said}"


def measured_prose(text: str) -> str:
    """Return a text that gives amounts twice, as in "{2 litres | 68 fl oz}", in the measures.

    Examples
    --------
    >>> measured_prose("A cup is {240 mL | 8 fl oz}.")
    'A cup is 240 mL.'
    >>> with measuring("us"):
    ...     measured_prose("A cup is {240 mL | 8 fl oz}.")
    'A cup is 8 fl oz.'
    """
    return _IN_PROSE.sub(r"\2" if _IN_FORCE.get() == "us" else r"\1", text)


def measured_key(key: str) -> str:
    """Return the key of the sentence that names amounts in the measures in force."""
    own = f"{key}_us"
    return own if _IN_FORCE.get() == "us" and own in load() else key
