"""Numbers as a person of a language writes them: which mark parts the decimals."""

from __future__ import annotations

from myolog.content.languages import locale, once_per_language

__all__ = ["decimal_mark", "figure", "rounded", "thousands_mark"]


def figure(value: float, form: str = ".10g") -> str:
    """Write a number in the way of the language in force.

    Parameters
    ----------
    value
        The number.
    form
        How it is formatted, as Python's own ``format`` takes it.

    Examples
    --------
    >>> from myolog.content.languages import speaking
    >>> figure(1.5), figure(1200, ",")
    ('1.5', '1,200')
    >>> with speaking("de"):
    ...     figure(1.5), figure(1200, ",")
    ('1,5', '1.200')
    """
    return format(value, form).translate(_marks())


def rounded(value: float) -> str:
    """Write a number with at most one decimal.

    Examples
    --------
    >>> rounded(4.0), rounded(2.25), rounded(1200.0)
    ('4', '2.2', '1200')
    """
    return figure(round(value, 1))


@once_per_language
def _marks() -> dict[int, str]:
    return str.maketrans({".": decimal_mark(), ",": thousands_mark()})


def decimal_mark() -> str:
    """Return what parts the decimals in the language in force."""
    return str(locale().number_symbols["latn"]["decimal"])


def thousands_mark() -> str:
    """Return what parts the thousands in the language in force."""
    return str(locale().number_symbols["latn"]["group"])
