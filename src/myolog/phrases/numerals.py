"""Numbers as they are typed into a field of their own.

Decides which ways of writing a number are read, that one mark before exactly three digits
("1,000") may stand for a thousand or for a decimal and is asked, in every language, and that
whatever is not understood whole is refused: no part of what was typed is ever dropped.
"""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction
from typing import Final

from myolog.errors import Unclear, UserError
from myolog.phrases.quantities import NUMBERS, count_of

__all__ = ["SHOWN", "flat", "no_number", "read_number", "read_whole"]

_MOST_DIGITS: Final = 15
"""A float holds no more of them exactly."""

SHOWN: Final = 40
"""Characters of what was typed that a refusal quotes."""

_SAME: Final = str.maketrans(
    {"−": "-", "–": "-", "，": ",", "．": ".", "：": ":", "’": "'", "‘": "'", "＋": "+"}
)
_SIMPLE: Final = {
    "½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3), "⅛": Fraction(1, 8), "⅜": Fraction(3, 8), "⅝": Fraction(5, 8),
    "⅞": Fraction(7, 8), "1/2": Fraction(1, 2), "1/4": Fraction(1, 4), "3/4": Fraction(3, 4),
    "1/3": Fraction(1, 3), "2/3": Fraction(2, 3),
}  # fmt: skip
_MIXED: Final = re.compile(rf"(?:(?P<whole>\d+) ?)??(?P<part>{'|'.join(_SIMPLE)})")
_GROUPS: Final = tuple(
    re.compile(form)
    for form in (
        r"(?P<whole>\d+)",
        r"(?P<whole>\d{1,3}(?:(?P<mark>[ '])\d{3})(?:(?P=mark)\d{3})*)(?:[.,](?P<part>\d+))?",
        r"(?P<whole>\d{1,3}(?:,\d{3})+)\.(?P<part>\d+)",
        r"(?P<whole>\d{1,3}(?:\.\d{3})+),(?P<part>\d+)",
        r"(?P<whole>\d{1,3}(?:,\d{3}){2,}|\d{1,3}(?:\.\d{3}){2,})",
        r"(?P<whole>\d{1,2}(?:,\d{2})+,\d{3})",
    )
)
_ONE_MARK: Final = re.compile(r"(?P<before>\d*)(?P<mark>[.,])(?P<after>\d*)")


def flat(text: str) -> str:
    """Return typed text with plain digits, marks and single spaces, in small letters."""
    digits = (
        str(unicodedata.decimal(sign)) if sign.isdecimal() and not sign.isascii() else sign
        for sign in text.translate(_SAME)
    )
    return " ".join("".join(digits).split()).casefold()


def read_number(text: str, *, decimal: str = ".", tail: str = "") -> float:
    """Read a number.

    Parameters
    ----------
    decimal
        The mark that parts decimals in the person's language, "." or ",".
    tail
        What was typed behind the number, for the ways offered where it is unclear.

    Raises
    ------
    Unclear
        It can be a thousand or a decimal.
    UserError
        It is no number.

    Examples
    --------
    >>> read_number("1,5"), read_number("1 000"), read_number("1,000.5"), read_number("1½")
    (1.5, 1000.0, 1000.5, 1.5)
    """
    plain = flat(text)
    sign = "-" if plain.startswith("-") else ""
    body = plain[1:].lstrip() if plain[:1] in ("+", "-") else plain
    try:
        value = _unsigned(body, text, decimal)
    except _TwoReadings as two:
        large, small = two.args
        raise Unclear(
            "“{text}” can be read in two ways. Write {first} or {second}.",
            text=text.strip()[:SHOWN],
            first=f"{sign}{large}{tail}",
            second=f"{sign}{small}{tail}",
            code="unclear_number",
            key="two_readings",
        ) from None
    return -value if sign and value else value


class _TwoReadings(Exception):
    """A number with one mark before three digits, as a thousand and as a decimal."""


def _unsigned(plain: str, text: str, decimal: str) -> float:
    if plain in NUMBERS:
        return float(count_of(plain))
    if sum(sign.isdigit() for sign in plain) > _MOST_DIGITS:
        raise no_number(text)
    mixed = _MIXED.fullmatch(plain)
    if mixed is not None:
        return float(int(mixed["whole"] or 0) + _SIMPLE[mixed["part"]])
    for form in _GROUPS:
        found = form.fullmatch(plain)
        if found is not None:
            part = found.groupdict().get("part") or "0"
            return float(f"{re.sub('[^0-9]', '', found['whole'])}.{part}")
    return _one_mark(plain, text, decimal)


def _one_mark(plain: str, text: str, decimal: str) -> float:
    found = _ONE_MARK.fullmatch(plain)
    if found is None or not (found["before"] or found["after"]):
        raise no_number(text)
    before, after = found["before"], found["after"]
    groups = 1 <= len(before) <= 3 and not before.startswith("0")
    if groups and len(after) == 3:
        raise _TwoReadings(before + after, f"{before}{decimal}{after.rstrip('0') or '0'}")
    if groups and len(after) > 3 and found["mark"] != decimal:
        raise no_number(text)
    return float(f"{before or 0}.{after or 0}")


def no_number(text: str) -> UserError:
    """Return the refusal of what is no number."""
    return UserError(
        "“{text}” is not an amount; write a number, such as 2 or 1.5.",
        text=text.strip()[:SHOWN],
        code="invalid_amount",
        key="not_an_amount",
    )


def read_whole(text: str, *, decimal: str = ".") -> int:
    """Read a whole number.

    Raises
    ------
    Unclear
        It can be a thousand or a decimal.
    UserError
        It is no number, or has a part behind the mark.

    Examples
    --------
    >>> read_whole("12"), read_whole("10 000"), read_whole("12.0")
    (12, 10000, 12)
    """
    value = read_number(text, decimal=decimal)
    if value != int(value):
        raise UserError(
            "“{text}” is not a whole number; write it without a part, such as 12.",
            text=text.strip()[:SHOWN],
            code="invalid_amount",
            key="not_a_whole_number",
        )
    return int(value)
