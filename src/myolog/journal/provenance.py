"""Where a day's value comes from, and which of two values of one day counts.

What a person typed is surer than what they said was the same as yesterday, that is surer than what
an app or a watch recorded, and all of them are surer than a guess (guide 5).
"""

from enum import IntEnum
from typing import Final

__all__ = [
    "ESTIMATED",
    "SAME_AS_YESTERDAY",
    "TYPED",
    "Provenance",
    "provenance_of",
    "rival_of",
]

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


def rival_of(slot: str | None) -> str | None:
    """Return the slot that cannot be filled beside this one of a day's value, if any.

    What a person says of a day takes the place of what "same as yesterday" filled in.

    Examples
    --------
    >>> rival_of("2026-03-09/caffeine/self")
    '2026-03-09/caffeine/same as yesterday'
    >>> rival_of("2026-03-09/caffeine/watch")
    """
    day, _, rest = (slot or "").partition("/")
    code, _, source = rest.partition("/")
    other = _RIVALS.get(source)
    return None if other is None else f"{day}/{code}/{other}"


_RIVALS: Final = {TYPED: SAME_AS_YESTERDAY, SAME_AS_YESTERDAY: TYPED}
