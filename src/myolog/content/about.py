"""To whom Myolog speaks of whom: to the person, or to a parent or carer about somebody else.

As with the language, a shell says it once for a piece of work (`speaking_about`), and whatever
looks up words within it gets those of the third person where there are any.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

from myolog.journal.subject import Subject

__all__ = ["speaking_about", "spoken_about"]

_THEMSELVES: Final = Subject()
_SPOKEN_ABOUT: Final = ContextVar("spoken_about", default=_THEMSELVES)


def spoken_about() -> Subject:
    """Return about whom is spoken, the person themselves unless a shell said otherwise."""
    return _SPOKEN_ABOUT.get()


@contextmanager
def speaking_about(subject: Subject) -> Iterator[None]:
    """Let everything within speak about `subject`.

    Examples
    --------
    >>> from myolog.content.catalogue import load
    >>> with speaking_about(Subject(answered_by="parent")):
    ...     load().text("input.lithium.question")
    'Does your child take lithium?'
    """
    token = _SPOKEN_ABOUT.set(subject)
    try:
        yield
    finally:
        _SPOKEN_ABOUT.reset(token)
