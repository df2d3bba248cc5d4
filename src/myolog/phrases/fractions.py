"""Fractions: "1/2 hour", "1 1/2 h", "½ an hour", "1/2 cup".

Decides when two numbers with a slash between them are a part of one and no day: before a unit, "an"
or "of", behind a whole number, and before any other word that says nothing about when.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

__all__ = ["FRACTION", "in_decimals", "is_measured", "may_be_fraction"]

_SIGN: Final = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅒"
_SLASH: Final = r"[ \t]?[/⁄][ \t]?"
_PART: Final = rf"(?:1{_SLASH}[2348]|2{_SLASH}3|3{_SLASH}[48]|[57]{_SLASH}8)"
_ENDS: Final = rf"(?![\d.:,]*\d)(?!{_SLASH}\d)"
_MEASURE: Final = (
    r"(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|days?|weeks?|months?|an?|of|the|mg|ml|g"
    r"|cups?|mugs?|glass(?:es)?|pints?|bottles?|cans?|shots?|spoons?|tea ?spoons?|tsps?|tbsps?"
    r"|tablets?|pills?|tabs?|doses?|liters?|litres?|l|cigarettes?|times)"
)
_TELLS_WHEN: Final = (
    r"(?:at|around|about|in|on|after|before|this|last|today|early|late|morning|afternoon|evening"
    r"|night|noon|lunch\w*|and|then|for|while|during|left|right|my)"
)
_DATE_SIGN: Final = "".join(
    rf"(?<!\b{word} )" for word in ("on", "the", "dated", "since", "from", "until", "till", "to")
)
FRACTION: Final = (
    rf"(?<![\d/⁄.:,])(?<!\bat )(?:\d{{1,3}}[ \t]?)?[{_SIGN}]"
    rf"|(?<![\d/⁄.:,])(?<!\bat )\d{{1,3}}(?: |-| and | & ){_PART}{_ENDS}"
    rf"|(?<![\d/⁄.:,]){_PART}{_ENDS}(?=\s*{_MEASURE}\b)"
    rf"|(?<![\d/⁄.:,])(?<!\A){_DATE_SIGN}{_PART}{_ENDS}(?=[ \t]+(?!{_TELLS_WHEN}\b)[^\W\d_])"
)
_READ: Final = re.compile(
    rf"(?:(?P<whole>\d{{1,3}})[^\d{_SIGN}]*)?"
    rf"(?:(?P<over>\d){_SLASH}(?P<under>\d)|(?P<sign>[{_SIGN}]))"
)
_LOOKS: Final = re.compile(_PART)
_MEASURED: Final = re.compile(rf"\s*{_MEASURE}\b", re.IGNORECASE)


def in_decimals(text: str) -> str | None:
    """Return the number that a match of `FRACTION` says, with four places; None for other words.

    Examples
    --------
    >>> in_decimals("1 1/2"), in_decimals("¾"), in_decimals("noon")
    ('1.5000', '0.7500', None)
    """
    read = _READ.fullmatch(text)
    if read is None:
        return None
    part = unicodedata.numeric(read["sign"]) if read["sign"] else _over(read)
    return f"{int(read['whole'] or 0) + part:.4f}"


def may_be_fraction(first: int, second: int) -> bool:
    """Tell whether two numbers with a slash between them are also written for a part of one.

    Examples
    --------
    >>> may_be_fraction(1, 2), may_be_fraction(20, 11)
    (True, False)
    """
    return _LOOKS.fullmatch(f"{first}/{second}") is not None


def is_measured(after: str) -> bool:
    """Tell whether the words behind a number say that it is an amount."""
    return _MEASURED.match(after) is not None


def _over(read: re.Match[str]) -> float:
    return int(read["over"]) / int(read["under"])
