"""Where a day's value comes from, and which of two values of one day counts.

What a person typed is surer than what they said was the same as yesterday, that is surer than what
an app or a watch recorded, and all of them are surer than a guess (guide 5).
"""

from enum import IntEnum
from typing import Final

__all__ = ["ESTIMATED", "SAME_AS_YESTERDAY", "TYPED", "Provenance", "provenance_of"]

TYPED: Final = "self"
SAME_AS_YESTERDAY: Final = "same as yesterday"
ESTIMATED: Final = "estimated"


class Provenance(IntEnum):
    """How a value came about, the surer the higher."""

    ESTIMATED = 1
    IMPORTED = 2
    SAME_AS_YESTERDAY = 3
    TYPED = 4

    @property
    def is_by_hand(self) -> bool:
        """Whether the person told it; anything else may change with the next import."""
        return self >= Provenance.SAME_AS_YESTERDAY


_WRITTEN: Final = {
    TYPED: Provenance.TYPED,
    SAME_AS_YESTERDAY: Provenance.SAME_AS_YESTERDAY,
    ESTIMATED: Provenance.ESTIMATED,
}


def provenance_of(source: str) -> Provenance:
    """Return what the source of a value, as files and the store write it, stands for.

    Examples
    --------
    >>> provenance_of("self") > provenance_of("same as yesterday") > provenance_of("watch")
    True
    """
    return _WRITTEN.get(source, Provenance.IMPORTED)
