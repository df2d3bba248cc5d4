"""Units of what Myolog tracks, and reading an amount or a duration that was typed.

Decides which units turn into which, and by how much. Exposures keep one unit
each (mg, mL, g, min, h); a person may type another of the same kind. Source:
SI; 1 US fluid ounce = 29.5735295625 mL, 1 pound = 0.45359237 kg (exact); one
US standard drink = 14 g of alcohol, one UK unit = 8 g (the guide, section 5).
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from myolog.errors import UserError

__all__ = ["ALCOHOL_PER_DRINK_G", "convert", "read_amount", "read_duration", "say_duration"]

ALCOHOL_PER_DRINK_G: Final = 14.0
"""Grams of alcohol in one US standard drink; an imported "drink" counts as this."""

_FACTORS: Final[Mapping[str, tuple[str, float]]] = MappingProxyType(
    {
        "mg": ("mass", 1.0),
        "g": ("mass", 1000.0),
        "mL": ("volume", 1.0),
        "L": ("volume", 1000.0),
        "fl_oz_us": ("volume", 29.5735295625),
        "kg": ("mass", 1e6),
        "lb": ("mass", 453592.37),
        "s": ("time", 1.0),
        "min": ("time", 60.0),
        "h": ("time", 3600.0),
    }
)
_SPELLED: Final[Mapping[str, str]] = MappingProxyType(
    {
        **{unit.casefold(): unit for unit in _FACTORS},
        "litre": "L", "litres": "L", "liter": "L", "liters": "L",
        "fl oz": "fl_oz_us", "oz": "fl_oz_us", "ounces": "fl_oz_us", "lbs": "lb", "pounds": "lb",
        "millilitre": "mL", "millilitres": "mL", "gram": "g", "grams": "g",
        "sec": "s", "secs": "s", "second": "s", "seconds": "s",
        "m": "min", "mins": "min", "minute": "min", "minutes": "min",
        "hr": "h", "hrs": "h", "hour": "h", "hours": "h",
    }
)  # fmt: skip
_AMOUNT: Final = re.compile(r"\s*([+-]?\d+(?:[.,]\d+)?)\s*([^\d\s][^\d]*?)?\s*", re.ASCII)
_PART: Final = re.compile(r"(\d+(?:[.,]\d+)?)\s*([a-z]*)\s*", re.ASCII)


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


def read_amount(text: str, unit: str) -> float:
    """Read a typed number, with or without a unit, as an amount in `unit`.

    Raises
    ------
    UserError
        It is not a number, or its unit does not fit.

    Examples
    --------
    >>> read_amount("1.5 L", "mL"), read_amount("7h", "min"), read_amount("180", "mg")
    (1500.0, 420.0, 180.0)
    """
    match = _AMOUNT.fullmatch(text)
    if match is None:
        raise UserError(
            "“{text}” is not an amount; write a number, such as 2 or 1.5.",
            text=text[:40],
            code="invalid_amount",
        )
    value = float(match[1].replace(",", "."))
    typed = (match[2] or "").strip()
    if not typed or typed.casefold() == unit.casefold():
        return value
    try:
        return convert(value, _SPELLED.get(typed.casefold(), typed), unit)
    except ValueError:
        raise UserError(
            "“{typed}” does not fit here; give the amount in {unit}.",
            typed=typed[:20],
            unit=unit,
            code="invalid_amount",
        ) from None


def read_duration(text: str) -> int:
    """Read a typed duration in whole seconds; a bare number is seconds.

    Raises
    ------
    UserError
        It cannot be read as a duration.

    Examples
    --------
    >>> read_duration("30s"), read_duration("2 min"), read_duration("1h30m")
    (30, 120, 5400)
    """
    wanted = text.strip().casefold()
    parts = list(_PART.finditer(wanted))
    total = 0.0
    if not parts or "".join(part[0] for part in parts) != wanted:
        raise UserError(_NOT_A_DURATION, text=text[:40], code="invalid_duration")
    for part in parts:
        unit = _SPELLED.get(part[2] or "s")
        if unit not in ("s", "min", "h") or (not part[2] and len(parts) > 1):
            raise UserError(_NOT_A_DURATION, text=text[:40], code="invalid_duration")
        total += convert(float(part[1].replace(",", ".")), unit, "s")
    return math.floor(total + 0.5)


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
