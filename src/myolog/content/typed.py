"""What was typed, read in the person's language and measures: the one door for every shell.

Decides nothing of its own: how numbers, lengths and times are read is `myolog.phrases`; the mark
of the decimals is the language's, the unit that of the measures in force.
"""

from __future__ import annotations

import re
from datetime import date, time
from typing import Final

from myolog.content.measures import measured_unit, to_metric
from myolog.content.names import unit_name
from myolog.content.numbers import decimal_mark
from myolog.content.own import own_unit
from myolog.errors import InvalidEntry
from myolog.phrases import hours, measurements, numerals, spans
from myolog.phrases.numerals import SHOWN
from myolog.vocabulary.exposures import Exposure
from myolog.vocabulary.own import is_own

__all__ = [
    "amount_typed",
    "clock_typed",
    "day_typed",
    "days_typed",
    "exposure_typed",
    "instant_clock_typed",
    "length_typed",
    "number_typed",
    "whole_amount_typed",
    "whole_typed",
    "years_typed",
]


_YEARS: Final = re.compile(
    r"(?P<number>.+?)\s*(?:jahre?n?(?: alt)?|j\.?|years?(?: old)?|yrs?\.?|y\.?)", re.IGNORECASE
)
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def number_typed(text: str) -> float:
    """Return the number that was typed; raises as `myolog.phrases.numerals.read_number`."""
    return numerals.read_number(text, decimal=decimal_mark())


def whole_typed(text: str) -> int:
    """Return the whole number that was typed; raises as `myolog.phrases.numerals.read_whole`."""
    return numerals.read_whole(text, decimal=decimal_mark())


def years_typed(text: str) -> int:
    """Return an age in whole years, with or without the word; raises as `whole_typed`.

    Examples
    --------
    >>> years_typed("58 Jahre"), years_typed("58 years old"), years_typed("58")
    (58, 58, 58)
    """
    found = _YEARS.fullmatch(text.strip())
    return whole_typed(found["number"] if found else text)


def amount_typed(text: str, unit: str, *, metric: bool = False) -> float:
    """Return a typed amount in `unit`, however the person measures.

    Parameters
    ----------
    metric
        Whether a bare number is in `unit` even for a person with US measures.

    Raises
    ------
    Unclear, UserError
        As `myolog.phrases.measurements.read_amount`.

    Examples
    --------
    >>> from myolog.content.languages import speaking
    >>> with speaking("de"):
    ...     amount_typed("1,5 Liter", "mL"), amount_typed("7:30", "min")
    (1500.0, 450.0)
    """
    said = unit if metric else measured_unit(unit)
    told = measurements.read_amount(text, said, decimal=decimal_mark(), called=unit_name(unit))
    return told if metric else to_metric(told, unit)


def exposure_typed(text: str, what: Exposure) -> float:
    """Return the typed amount of something that is tracked, in its unit; sleep may be in hours.

    Raises
    ------
    Unclear, UserError
        As `amount_typed`.

    Examples
    --------
    >>> from myolog.vocabulary.exposures import EXPOSURES
    >>> exposure_typed("6.5", EXPOSURES["sleep_min"]), exposure_typed("5", EXPOSURES["screen_h"])
    (390.0, 5.0)
    """
    if is_own(what.code):
        return number_typed(_without_unit(text, own_unit(what.code)))
    if what.code == "sleep_min":
        return measurements.read_night(text, decimal=decimal_mark(), called=unit_name(what.unit))
    return amount_typed(text, what.unit)


def _without_unit(text: str, unit: str) -> str:
    """Return a typed amount without the person's own unit behind it."""
    plain = text.strip()
    if unit and plain.casefold().endswith(unit.casefold()):
        return plain[: -len(unit)]
    return plain


def whole_amount_typed(text: str, unit: str, *, metric: bool = False) -> int:
    """Return a typed amount in `unit` that has no part; else as `amount_typed`.

    Raises
    ------
    Unclear, UserError
        As `amount_typed`, or it has a part.
    """
    amount = amount_typed(text, unit, metric=metric)
    if amount != int(amount):
        raise InvalidEntry(
            "“{text}” is not a whole amount; write it without a part, in {unit}.",
            text=text.strip()[:SHOWN],
            unit=unit_name(unit),
            code="invalid_amount",
            key="not_a_whole_amount",
        )
    return int(amount)


def length_typed(text: str) -> int:
    """Return a typed length in seconds; raises as `myolog.phrases.measurements.read_length`."""
    return measurements.read_length(text, decimal=decimal_mark())


def days_typed(text: str) -> int:
    """Return for how many days, typed in days, weeks, months or years; raises as `read_days`."""
    return spans.read_days(text, decimal=decimal_mark())


def day_typed(text: str) -> date:
    """Return a typed date, as a browser's own field sends it.

    Raises
    ------
    InvalidEntry
        It is no date, or not written as year-month-day.
    """
    plain = text.strip()
    try:
        if _DAY.fullmatch(plain):
            return date.fromisoformat(plain)
    except ValueError:
        pass
    raise InvalidEntry(
        "The date must be written as year-month-day, like 2026-03-09.",
        code="invalid_date",
        key="date_form",
    )


def clock_typed(text: str) -> time:
    """Return a typed time of day to the minute; raises as `hours.read_plain_clock`."""
    return hours.read_plain_clock(text)


def instant_clock_typed(text: str) -> time:
    """Return a typed time of day, with its offset if one was typed; raises as `hours.read_clock`.

    A time with an offset is an instant of that offset, whatever zone the person is in.
    """
    return hours.read_clock(text)
