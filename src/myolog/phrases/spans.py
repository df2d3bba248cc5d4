"""For how many days something has lasted, as it is typed into a field of its own.

Decides that days, weeks, months and years are read in both languages, one after the other from the
larger to the smaller; that a month is a twelfth of a year; and that words without a number, such as
"a few weeks", are refused: a result may rest on the count.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from myolog.errors import InvalidEntry
from myolog.phrases.numerals import SHOWN, flat, read_number
from myolog.phrases.quantities import GERMAN_NUMBERS, NUMBERS

__all__ = ["read_days"]

YEAR_DAYS: Final = 365.25

_UNITS: Final = {
    **dict.fromkeys(("d", "day", "days", "tag", "tage", "tagen"), 1.0),
    **dict.fromkeys(("w", "wk", "wks", "week", "weeks", "woche", "wochen"), 7.0),
    **dict.fromkeys(("month", "months", "monat", "monate", "monaten"), YEAR_DAYS / 12),
    **dict.fromkeys(("y", "yr", "yrs", "year", "years", "jahr", "jahre", "jahren"), YEAR_DAYS),
}
_GERMAN: Final = {
    **GERMAN_NUMBERS,
    "ein": 1, "eine": 1, "einen": 1, "einem": 1, "einer": 1,
    "halbes": 0.5, "ein halbes": 0.5, "einem halben": 0.5, "anderthalb": 1.5, "eineinhalb": 1.5,
}  # fmt: skip
_ENGLISH: Final = {
    "a": 1, "an": 1, "fourteen": 14, "half a": 0.5, "a half": 0.5, "one and a half": 1.5,
    "a couple of": 2, "a couple": 2,
}  # fmt: skip
_WORDS: Final[dict[str, float]] = {**NUMBERS, **_GERMAN, **_ENGLISH}


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_BEFORE: Final = re.compile(
    r"(?:(?:for|since|seit|about|around|roughly|approx\.?|ca\.?|circa|etwa|ungefähr|rund|~) ?)*"
)
_PART: Final = re.compile(
    rf"(?P<number>{_either(_WORDS)}|[\d½¼¾⅓⅔][\d.,'/ ½¼¾⅓⅔]*?)(?: ?)(?P<unit>{_either(_UNITS)})"
    r"\.?(?![^\W\d_])(?:,? ?(?:and|und|,)? ?)"
)
_BARE: Final = re.compile(r"[-+\d½¼¾⅓⅔.,' /]+")


def read_days(text: str, *, decimal: str = ".") -> int:
    """Read for how many days; a bare number is days.

    Raises
    ------
    Unclear
        Its number can be a thousand or a decimal.
    InvalidEntry
        It cannot be read whole, or it is less than no day.

    Examples
    --------
    >>> read_days("60 days"), read_days("two months"), read_days("3 Wochen"), read_days("12")
    (60, 61, 21, 12)
    """
    days = _counted(_BEFORE.sub("", flat(text), count=1), decimal)
    if days is None or days < 0:
        raise InvalidEntry(
            "“{text}” is not a length of time; write it in days, weeks, months or years, "
            "such as 3 weeks.",
            text=text.strip()[:SHOWN],
            code="invalid_duration",
            key="not_a_span",
        )
    return math.floor(days + 0.5)


def _counted(body: str, decimal: str) -> float | None:
    if _BARE.fullmatch(body) and any(sign.isdigit() for sign in body):
        return read_number(body, decimal=decimal)
    if body in _WORDS:
        return _WORDS[body]
    parts = list(_PART.finditer(body))
    if not parts or "".join(part[0] for part in parts) != body:
        return None
    units = [_UNITS[part["unit"]] for part in parts]
    if any(later >= earlier for earlier, later in pairwise(units)):
        return None
    return sum(
        unit * _number(part["number"], part["unit"], decimal)
        for part, unit in zip(parts, units, strict=True)
    )


def _number(said: str, unit: str, decimal: str) -> float:
    known = _WORDS.get(said)
    return read_number(said, decimal=decimal, tail=f" {unit}") if known is None else known
