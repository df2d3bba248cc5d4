"""What each language does with a list and with a number of things."""

from __future__ import annotations

from collections.abc import Sequence

from myolog.content.catalogue import load
from myolog.content.languages import locale

__all__ = ["counted", "form_for", "joined", "range_of"]


def joined(parts: Sequence[str]) -> str:
    """Join phrases as one says them, the last with "and".

    Examples
    --------
    >>> from myolog.content.languages import speaking
    >>> joined(["calf", "thigh", "cheek"])
    'calf, thigh and cheek'
    >>> with speaking("de"):
    ...     joined(["Wade", "Wange"])
    'Wade und Wange'
    """
    from babel.lists import format_list

    return format_list(parts, "standard", locale())


def counted(key: str, count: int) -> str:
    """Say a number of things: the words stand under the key with `_one`, `_other` and so on.

    The forms are those of CLDR, so that a language with more of them has words for each.

    Examples
    --------
    >>> counted("report.count.day", 1), counted("report.count.day", 12)
    ('1 day', '12 days')
    """
    return load().fill(form_for(key, count), {"count": count})


def form_for(key: str, count: float) -> str:
    """Return the key of the form that a number takes: a mean of exactly one is said as one thing.

    Parameters
    ----------
    count
        The number as it is shown, rounded.

    Examples
    --------
    >>> form_for("page.long.rate", 1.0), form_for("page.long.rate", 0.5)
    ('page.long.rate_one', 'page.long.rate_other')
    """
    return f"{key}_{locale().plural_form(count)}"


def range_of(low: str, high: str) -> str:
    """Say a range of two numbers or dates, or the one that both are."""
    return low if low == high else load().text("chart.range", low=low, high=high)
