"""Amounts with their unit, and lengths of time, as they are typed into a field of their own.

Decides that a unit is read whole or refused, that hours may carry their minutes ("7:30", "7h30"),
and what the words for a length stand for.
"""

from __future__ import annotations

import math
import re
from typing import Final

from myolog.errors import Unclear, UserError
from myolog.phrases.hours import read_plain_clock
from myolog.phrases.numerals import SHOWN, flat, no_number, read_number
from myolog.phrases.quantities import GERMAN_NUMBERS, LENGTH, NUMBERS, seconds_in
from myolog.units import convert, unit_spelled

__all__ = ["read_amount", "read_length", "read_night"]

_SPLIT: Final = re.compile(
    r"(?P<number>[-+]? ?[\d.,' /½¼¾⅓⅔⅛⅜⅝⅞]*[\d.,½¼¾⅓⅔⅛⅜⅝⅞])(?P<unit> ?(?:[^\W\d_].*|%))?"
)
_CLOCK: Final = re.compile(r"(?P<hours>\d{1,3}):(?P<minutes>[0-5]\d)")
_PART: Final = re.compile(r"(?P<number>[\d.,'½¼¾⅓⅔]+) ?(?P<unit>[^\W\d_]+)?\.? ?(?:and |und )?")
_BARE: Final = re.compile(r"[\d½¼¾⅓⅔][\d.,' ½¼¾⅓⅔]*")
_BELOW: Final = {"h": "min", "min": "s", "s": ""}
_LENGTH: Final = re.compile(LENGTH)
_AND_A_HALF: Final = re.compile(r"(?<=\d) and a half(?!\S)")
_THOUSANDS: Final = re.compile(r"(?P<number>\d{1,3}(?:[.,]\d)?) ?k(?P<unit> [^\W\d_]+)?")
_NIGHT_H: Final = (2, 14)
"""More and up to so many of a night's sleep are hours, since nobody sleeps for so few minutes."""

_AT: Final = (
    r"\d{1,2}:\d{2}|\d{1,2}(?:[:.]\d{2})? ?(?:[ap]\.? ?m\.?|uhr(?: \d{1,2})?)|midnight|mitternacht"
)
_BED_TO_RISING: Final = re.compile(
    rf"(?:from |von )?(?P<bed>{_AT}|(?:1[5-9]|2[0-3])\.\d{{2}}) ?(?:-|–|to|till|until|bis) ?"
    rf"(?P<rising>{_AT}|\d{{1,2}}\.\d{{2}})"
)
"""Clock times beyond doubt; "5.30-8.15" can be hours as well."""

_HOURS_OR_PARTS: Final = re.compile(r"(?P<hours>\d{1,2})[.,](?P<minutes>[1-5]\d)")
_GERMAN_HOURS: Final = {
    word: n for word, n in GERMAN_NUMBERS.items() if _NIGHT_H[0] < n <= _NIGHT_H[1]
}
_GERMAN_NIGHT: Final = re.compile(
    rf"(?P<hours>{'|'.join(_GERMAN_HOURS)})(?P<half>einhalb)?(?: (?:stunden|std\.?|h))?"
)
_GERMAN: Final = {
    "halbe stunde": 1800.0, "eine halbe stunde": 1800.0, "viertelstunde": 900.0,
    "eine viertelstunde": 900.0, "dreiviertelstunde": 2700.0, "eine dreiviertelstunde": 2700.0,
    "eine stunde": 3600.0, "eine minute": 60.0, "eine sekunde": 1.0,
}  # fmt: skip


def _short(text: str, unit: str) -> str:
    """Return typed text with halves and thousands in digits: "5½ hours", "6500 steps"."""
    plain = _AND_A_HALF.sub("½", flat(text))
    thousands = _THOUSANDS.fullmatch(plain) if unit == "steps" else None
    if thousands is None:
        return plain
    number = float(thousands["number"].replace(",", "."))
    return f"{number * 1000:.0f}{thousands['unit'] or ''}"


def read_amount(text: str, unit: str, *, decimal: str = ".", called: str = "") -> float:
    """Read a number, with or without a unit, as an amount in `unit`.

    Hours may be typed with their minutes: "7:30" and "7h30" are seven and a half hours.

    Parameters
    ----------
    decimal
        The mark that parts decimals in the person's language.
    called
        What the person calls `unit`.

    Raises
    ------
    Unclear
        It can be a thousand or a decimal.
    UserError
        It is not a number, or its unit does not fit.

    Examples
    --------
    >>> read_amount("1.5 L", "mL"), read_amount("7h", "min"), read_amount("180", "mg")
    (1500.0, 420.0, 180.0)
    """
    plain = _short(text, unit)
    if unit in ("h", "min"):
        clock = _CLOCK.fullmatch(plain)
        if clock is not None:
            minutes = int(clock["hours"]) * 60 + int(clock["minutes"])
            return convert(float(minutes), "min", unit)
        seconds = _seconds(plain, decimal)
        if seconds is not None:
            return convert(seconds, "s", unit)
    if plain in NUMBERS:
        return read_number(plain)
    split = _SPLIT.fullmatch(plain)
    if split is None:
        raise no_number(text)
    tail = split["unit"] or ""
    value = read_number(split["number"], decimal=decimal, tail=tail)
    typed = tail.strip().rstrip(".")
    if not typed or typed in {unit.casefold(), called.casefold()}:
        return value
    try:
        return convert(value, unit_spelled(typed), unit)
    except ValueError:
        if not (called or unit):
            raise UserError(
                "“{typed}” does not fit here; give the number alone.",
                typed=typed[:20],
                code="invalid_amount",
                key="unit_where_none_is",
            ) from None
        raise UserError(
            "“{typed}” does not fit here; give the amount in {unit}.",
            typed=typed[:20],
            unit=called or unit,
            code="invalid_amount",
            key="other_unit",
        ) from None


def read_night(text: str, *, decimal: str = ".", called: str = "") -> float:
    """Read how long somebody slept, in minutes; a bare number that can only be hours is hours.

    From one clock time to another is the time between them.

    Parameters
    ----------
    decimal, called
        As for `read_amount`.

    Raises
    ------
    Unclear
        "7.30" can be seven and a half hours or a little more than seven and a quarter; or as
        `read_amount`.
    UserError
        As for `read_amount`.

    Examples
    --------
    >>> read_night("6.5"), read_night("6h30"), read_night("390"), read_night("six and a half")
    (390.0, 390.0, 390.0, 390.0)
    """
    between = _bed_to_rising(flat(text))
    if between is not None:
        return between
    plain = _short(text, "min")
    german = _GERMAN_NIGHT.fullmatch(plain)
    if german is not None:
        return 60.0 * (_GERMAN_HOURS[german["hours"]] + 0.5 * bool(german["half"]))
    for words in (plain, f"{plain} hours"):
        if not any(sign.isdigit() for sign in plain) and _LENGTH.fullmatch(words):
            return seconds_in(words) / 60
    number = read_amount(text, "min", decimal=decimal, called=called)
    fewest, most = _NIGHT_H
    if any(sign.isalpha() or sign == ":" for sign in plain) or not fewest < number <= most:
        return number
    either = _HOURS_OR_PARTS.fullmatch(plain)
    if either is not None:
        raise Unclear(
            "“{text}” can be read in two ways. Write {first} or {second}.",
            text=text.strip()[:SHOWN],
            first=f"{either['hours']}:{either['minutes']}",
            second=f"{either['hours']}{decimal}{either['minutes'].rstrip('0')} h",
            code="unclear_number",
            key="two_readings",
        )
    return number * 60


def _bed_to_rising(plain: str) -> float | None:
    said = _BED_TO_RISING.fullmatch(plain)
    if said is None:
        return None
    bed, rising = (read_plain_clock(one) for one in said.groups())
    minutes = ((rising.hour - bed.hour) * 60 + rising.minute - bed.minute) % 1440
    fewest, most = _NIGHT_H
    return float(minutes) if fewest * 60 < minutes <= most * 60 else None


def read_length(text: str, *, decimal: str = ".") -> int:
    """Read a length of time in whole seconds; a bare number is seconds.

    Raises
    ------
    Unclear
        Its number can be a thousand or a decimal.
    UserError
        It cannot be read as a length.

    Examples
    --------
    >>> read_length("30s"), read_length("2 min"), read_length("1h30"), read_length("half an hour")
    (30, 120, 5400, 1800)
    """
    plain = flat(text)
    seconds = _seconds(plain, decimal)
    if seconds is None and plain in _GERMAN:
        seconds = _GERMAN[plain]
    if seconds is None and not any(sign.isdigit() for sign in plain) and _LENGTH.fullmatch(plain):
        seconds = seconds_in(plain)
    if seconds is None and _BARE.fullmatch(plain):
        seconds = read_number(plain, decimal=decimal)
    if seconds is None:
        raise UserError(
            "“{text}” is not a duration; write it like 30s, 2min or 1h.",
            text=text.strip()[:SHOWN],
            code="invalid_duration",
            key="not_a_duration",
        )
    return math.floor(seconds + 0.5)


def _seconds(plain: str, decimal: str) -> float | None:
    """Return the seconds that numbers with units of time say, the larger first, or None.

    The last unit may be left out: "7h30" is seven hours and thirty minutes.
    """
    parts = list(_PART.finditer(plain))
    if not parts or "".join(part[0] for part in parts) != plain or not parts[0]["unit"]:
        return None
    total, below = 0.0, ""
    for index, part in enumerate(parts):
        unit = unit_spelled(part["unit"]) if part["unit"] else below
        if unit not in _BELOW or (index and unit not in _smaller(below)):
            return None
        tail = part[0][len(part["number"]) :].rstrip()
        value = read_number(part["number"], decimal=decimal, tail=tail)
        if index and not (value < 60 and value == int(value)):
            return None
        total += convert(value, unit, "s")
        below = _BELOW[unit]
    return total


def _smaller(unit: str) -> tuple[str, ...]:
    """Return this unit of time and those below it."""
    return ("min", "s") if unit == "min" else ("s",) if unit == "s" else ()
