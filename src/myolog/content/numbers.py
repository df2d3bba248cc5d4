"""Numbers as a person of a language writes them: which mark parts the decimals."""

from __future__ import annotations

from myolog.content.catalogue import load

__all__ = ["figure"]


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
    marks = load().labels("number")
    table = str.maketrans({".": marks["decimal"], ",": marks["thousands"]})
    return format(value, form).translate(table)
