"""Very many entries at once: what need not be done for each of them.

An imported journal holds hundreds of thousands of entries, most of them values of a day that differ
in their day alone.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from myolog.journal.codec import read_day
from myolog.journal.entries import DayExposure, Entry

__all__ = ["DailyValues", "without_search_for_cycles"]

_DAY: Final = '"day": "'
"""What the day of an entry begins with in JSON; in a text of it each quote has a backslash."""

_LENGTH: Final = len("2026-03-09")
_KEPT: Final = 20_000


class DailyValues:
    """Values of a day that were read already, by what their JSON says besides the day."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], DayExposure] = {}

    def like(self, text: str, *, id: str | None = None) -> Entry | None:
        """Return what a text says if it differs from one that was kept in its day alone.

        Raises
        ------
        InvalidEntry
            Its day is none.
        """
        before, _, rest = text.partition(_DAY)
        known = self._known.get((before, rest[_LENGTH:]))
        return None if known is None else known.named(id, day=read_day(rest[:_LENGTH]))

    def keep(self, text: str, entry: Entry) -> None:
        """Keep what was read of a text, unless it is of a kind that is told anew each time."""
        if isinstance(entry, DayExposure) and len(self._known) < _KEPT:
            before, _, rest = text.partition(_DAY)
            self._known[before, rest[_LENGTH:]] = entry


@contextmanager
def without_search_for_cycles() -> Iterator[None]:
    """Let Python make very many values without looking for cycles among them: there are none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
