"""Threads of one process that save stand in line, and whoever came first is let in first.

SQLite lets a writer that waits try again after pauses that grow, so that of several the unlucky one
waits for seconds while others come and go. Other processes still meet at SQLite's own lock.
"""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Final

from django.db import connection

from myolog.store.database import WAIT_S


class Line:
    """One turn, given in the order of asking."""

    def __init__(self) -> None:
        self._guard = Lock()
        self._waiting: deque[Lock] = deque()
        self._taken = False

    def __len__(self) -> int:
        """Return how many wait."""
        return len(self._waiting)

    def ask(self, wait_s: float) -> bool:
        """Wait for the turn; say whether it came in time."""
        with self._guard:
            if not self._taken:
                self._taken = True
                return True
            called = Lock()
            called.acquire()
            self._waiting.append(called)
        if called.acquire(timeout=wait_s):
            return True
        with self._guard:
            if called not in self._waiting:  # called at the very last moment
                return True
            self._waiting.remove(called)
        return False

    def hand_on(self) -> None:
        """Give the turn to whoever asked next."""
        with self._guard:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._taken = False


_LINE: Final = Line()


@contextmanager
def in_turn() -> Iterator[None]:
    """Begin a transaction when it is this thread's turn; after a long wait, without it.

    Inside a transaction nobody waits: it has the journal already.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block or not _LINE.ask(WAIT_S):
        yield
        return
    try:
        yield
    finally:
        _LINE.hand_on()
