"""Numbers and lengths of time in words: "2", "a couple of", "half an hour", "1 h 30".

Decides what rough words stand for: "a couple" is 2, "a few minutes" 5 minutes, "seconds" alone
what the log form stores for it. A range stands for its middle.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from myolog.frozen import FrozenDict
from myolog.phrases.words import table_of

__all__ = ["COUNT", "LENGTH", "RANGE", "ROUGHLY", "count_of", "is_rough", "seconds_in"]

NUMBERS: Final[Mapping[str, float]] = FrozenDict(
    {
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
        "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20,
        "twenty five": 25, "thirty": 30, "forty": 40, "forty five": 45, "fifty": 50, "sixty": 60,
        "ninety": 90, "a hundred": 100, "hundred": 100,
    }
)  # fmt: skip
GERMAN_NUMBERS: Final[Mapping[str, int]] = FrozenDict(
    {
        spelled: number
        for word, number in table_of("german")["number"]["values"].items()
        if isinstance(number, int) and number > 1
        for spelled in (word, word.replace("ue", "ü").replace("oe", "ö").replace("ss", "ß"))
    }
)
"""From two on, with umlauts and without; "ein" also means "a"."""

_UNITS: Final[Mapping[str, int]] = FrozenDict(
    {
        **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), 1),
        **dict.fromkeys(("m", "min", "mins", "minute", "minutes"), 60),
        **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), 3600),
    }
)
_FEW: Final[Mapping[int, int]] = FrozenDict({1: 10, 60: 300, 3600: 10_800})
_BARE: Final[Mapping[int, int]] = FrozenDict({1: 10, 60: 300, 3600: 7_200})

_N: Final = rf"(?:\d{{1,6}}(?:[.,]\d{{1,4}})?|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
_U: Final = rf"(?:{'|'.join(sorted(_UNITS, key=len, reverse=True))})"
_LONG_U: Final = r"(?:secs?|seconds?|mins?|minutes?|hrs?|hours?)"
COUNT: Final = rf"(?:{_N}|a couple(?: of)?|couple(?: of)?)"
ROUGHLY: Final = (
    r"(?:a good|good|a solid|about|around|approximately|approx|roughly|circa|ca|nearly|almost"
    r"|maybe|perhaps|probably"
    r"|like|just|only|at least|at most|(?:no|not) (?:more|less|fewer) than"
    r"|over|under|more than|less than|up to|another|~)"
)

_FORMS: Final = (
    r"(?P<three_quarters>(?:three|3) quarters of an hour)",
    rf"(?:(?:an?|one|1) )?third of an? (?P<third>{_LONG_U})",
    rf"(?:two|2) thirds of an? (?P<two_thirds>{_LONG_U})",
    rf"(?P<share>0\.\d{{1,4}}) (?:of )?an? (?P<share_unit>{_LONG_U})",
    rf"(?:a )?quarter (?:of )?(?:an? )?(?P<quarter>{_LONG_U})",
    rf"(?:a )?half (?:an? |of an? )?(?P<half>{_LONG_U})",
    rf"(?:an?|one) (?P<half_more>{_LONG_U}) and a half",
    rf"(?:an?|one) (?P<quarter_more>{_LONG_U}) and a quarter",
    rf"(?P<n_units>{_N}) (?P<n_units_unit>{_LONG_U}) and a (?P<n_units_part>half|quarter)",
    rf"(?P<n_half>{_N}) and a half (?P<n_half_unit>{_U})",
    rf"(?P<n_quarter>{_N}) and (?:a|one) quarter (?P<n_quarter_unit>{_U})",
    rf"between (?P<least>{_N}) and (?P<most>{_N}) (?P<between_unit>{_U})",
    rf"an? (?P<or_two>{_LONG_U}) or (?:two|2)",
    rf"(?P<low>{_N})(?: {_U})? (?:-|/|to|or) (?P<high>{_N}) (?P<range_unit>{_U})",
    rf"(?:an? |the )?couple (?:of )?(?P<couple>{_LONG_U})",
    rf"(?:an? |the )?(?:good )?(?:few|several|some|handful of)(?: more)? (?P<few>{_LONG_U})",
    rf"(?P<big>{_N}) (?P<big_unit>h|hrs?|hours?|m|mins?|minutes?)"
    rf"(?: and)? (?P<small>{_N})(?: (?P<small_unit>{_U}))?(?! ?[-:/])",
    rf"(?P<n>{_N}) (?P<unit>{_U})",
    rf"(?:an?|one) (?P<one>{_LONG_U})",
    r"(?P<bare>seconds|secs|minutes|mins|hours)",
)
_PARSED: Final = tuple(re.compile(form) for form in _FORMS)
LENGTH: Final = rf"(?:{'|'.join(re.sub(r'[?]P<[a-z_]+>', '?:', form) for form in _FORMS)})"
"""Pattern of a length of time, without groups."""

RANGE: Final = rf"(?:{_N}(?: {_U})? (?:-|/|to|or) {_N}|between {_N} and {_N}) (?:{_LONG_U}|[ms])"
"""Pattern of a length told as "5 to 10 minutes", without groups."""

_ROUGH: Final = re.compile(
    r"couple|few|several|some|handful|or two|or 2|^(?:seconds|secs|minutes|mins|hours)$"
    r"|^between | - | / | to | or "
)


def count_of(text: str) -> float:
    """Return the number that a match of `COUNT` says."""
    if "couple" in text:
        return 2.0
    return NUMBERS[text] if text in NUMBERS else float(text.replace(",", "."))


def is_rough(text: str) -> bool:
    """Tell whether a length is said in words that leave it open."""
    return _ROUGH.search(text) is not None


def seconds_in(text: str) -> float:
    """Return the seconds that a match of `LENGTH` says.

    Examples
    --------
    >>> seconds_in("half an hour"), seconds_in("5 - 10 min"), seconds_in("a couple of seconds")
    (1800.0, 450.0, 2.0)
    """
    for form in _PARSED:
        match = form.fullmatch(text)
        if match is not None:
            return float(_seconds(match.groupdict()))
    raise ValueError(f"not a length: {text!r}")


def _seconds(said: Mapping[str, str | None]) -> float:
    name, first = next((name, word) for name, word in said.items() if word is not None)
    unit = _UNITS.get(first, 1)
    fixed = {
        "three_quarters": 2700.0, "third": unit / 3, "two_thirds": unit * 2 / 3,
        "quarter": unit / 4, "half": unit / 2, "half_more": unit * 1.5, "quarter_more": unit * 1.25,
        "or_two": unit * 2.0, "couple": unit * 2.0, "one": unit * 1.0,
        "few": _FEW.get(unit, 0), "bare": _BARE.get(unit, 0),
    }  # fmt: skip
    if name in fixed:
        return fixed[name]
    number = count_of(first)
    if name == "n_units":
        part = 0.5 if said["n_units_part"] == "half" else 0.25
        return (number + part) * _unit(said["n_units_unit"])
    if name == "n_half":
        return (number + 0.5) * _unit(said["n_half_unit"])
    if name == "n_quarter":
        return (number + 0.25) * _unit(said["n_quarter_unit"])
    if name == "share":
        return number * _unit(said["share_unit"])
    if name == "least":
        return (number + count_of(said["most"] or "0")) / 2 * _unit(said["between_unit"])
    if name == "low":
        return (number + count_of(said["high"] or "0")) / 2 * _unit(said["range_unit"])
    if name == "big":
        unit = _unit(said["big_unit"])
        small = _unit(said["small_unit"]) if said["small_unit"] else unit // 60
        return number * unit + count_of(said["small"] or "0") * small
    return number * _unit(said["unit"])


def _unit(word: str | None) -> int:
    return _UNITS[word or "s"]
