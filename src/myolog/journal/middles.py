"""The middle of values of which some were told in words.

Decides that a word is never turned into a measurement: where the middle value was said in a word,
the middle is that word, and no number is made between a word and its neighbour.
"""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["middle_told"]

Told = tuple[float, str]
"""A value, and the word that it stands for; empty where a number was told."""


def middle_told(values: Iterable[Told]) -> Told:
    """Return the median of one value or more; of two middle ones the lower where either is a word.

    Examples
    --------
    >>> middle_told([(330, "under_6"), (420, ""), (330, "under_6")])
    (330, 'under_6')
    >>> middle_told([(400, ""), (420, "")])
    (410.0, '')
    >>> middle_told([(390, "6_to_7"), (450, "7_to_8")])
    (390, '6_to_7')
    """
    ordered = sorted(values)
    low, high = ordered[(len(ordered) - 1) // 2], ordered[len(ordered) // 2]
    if low[0] == high[0]:
        return low[0], low[1] or high[1]
    return low if low[1] or high[1] else ((low[0] + high[0]) / 2, "")
