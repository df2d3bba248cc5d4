"""Units of what Myolog tracks, and saying a length of time.

Decides which units turn into which, and by how much. Exposures keep one unit
each (mg, mL, g, min, h); a person may type another of the same kind. Source:
SI; 1 US fluid ounce = 29.5735295625 mL, 1 pound = 0.45359237 kg (exact); one
US standard drink = 14 g of alcohol, one UK unit = 8 g (the guide, section 5).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final

from myolog.frozen import FrozenDict

__all__ = ["ALCOHOL_PER_DRINK_G", "convert", "say_duration", "unit_spelled"]

ALCOHOL_PER_DRINK_G: Final = 14.0
"""Grams of alcohol in one US standard drink; an imported "drink" counts as this."""

_FACTORS: Final[Mapping[str, tuple[str, float]]] = FrozenDict(
    {
        "ug": ("mass", 0.001),
        "mg": ("mass", 1.0),
        "g": ("mass", 1000.0),
        "mL": ("volume", 1.0),
        "cL": ("volume", 10.0),
        "dL": ("volume", 100.0),
        "L": ("volume", 1000.0),
        "fl_oz_us": ("volume", 29.5735295625),
        "kg": ("mass", 1e6),
        "lb": ("mass", 453592.37),
        "s": ("time", 1.0),
        "min": ("time", 60.0),
        "h": ("time", 3600.0),
    }
)
_SPELLED: Final[Mapping[str, str]] = FrozenDict(
    {
        **{unit.casefold(): unit for unit in _FACTORS},
        "litre": "L", "litres": "L", "liter": "L", "liters": "L",
        "fl oz": "fl_oz_us", "oz": "fl_oz_us", "ounces": "fl_oz_us", "lbs": "lb", "pounds": "lb",
        "millilitre": "mL", "millilitres": "mL", "gram": "g", "grams": "g",
        "sec": "s", "secs": "s", "second": "s", "seconds": "s",
        "m": "min", "mins": "min", "minute": "min", "minutes": "min",
        "hr": "h", "hrs": "h", "hour": "h", "hours": "h",
        "milliliter": "mL", "milliliters": "mL", "gramm": "g", "milligramm": "mg",
        "milligram": "mg", "milligrams": "mg", "\u03bcg": "ug", "mcg": "ug", "kilo": "kg",
        "kilos": "kg", "kilogramm": "kg", "kilogram": "kg", "kilograms": "kg", "pound": "lb",
        "sek": "s", "sekunde": "s", "sekunden": "s", "minuten": "min",
        "std": "h", "stunde": "h", "stunden": "h",
    }
)  # fmt: skip


def convert(value: float, unit: str, to: str) -> float:
    """Turn `value` from one unit into another of the same kind.

    Raises
    ------
    ValueError
        A unit is unknown or the two measure different things.

    Examples
    --------
    >>> convert(1.5, "L", "mL")
    1500.0
    """
    if unit == to:
        return value
    if unit not in _FACTORS or to not in _FACTORS or _FACTORS[unit][0] != _FACTORS[to][0]:
        raise ValueError(f"cannot turn {unit} into {to}")
    return value * _FACTORS[unit][1] / _FACTORS[to][1]


def unit_spelled(word: str) -> str:
    """Return the unit that a word means; a word of no unit is returned as it is.

    Examples
    --------
    >>> unit_spelled("hours"), unit_spelled("Liter"), unit_spelled("cup")
    ('h', 'L', 'cup')
    """
    return _SPELLED.get(word.casefold(), word)


def say_duration(seconds: float) -> str:
    """Say a duration in at most two units.

    Examples
    --------
    >>> say_duration(45), say_duration(90), say_duration(7200)
    ('45 s', '1 min 30 s', '2 h')
    """
    whole = math.floor(seconds + 0.5)
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    if hours:
        return f"{hours} h {minutes} min" if minutes else f"{hours} h"
    if minutes:
        return f"{minutes} min {left} s" if left else f"{minutes} min"
    return f"{left} s"


_NOT_A_DURATION: Final = "“{text}” is not a duration; write it like 30s, 2min or 1h."
