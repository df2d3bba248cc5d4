"""How an open answer is written down: a doubt, or a tick of which nobody told the part.

``not_sure`` says nothing more. ``not_sure:V`` is a doubt whether V holds, named by the person.
``not_sure_up_to:V`` is a doubt about one of several parts of which V is the gravest, by a person
who cannot say which one it is.
``ticked:L`` and ``ticked:L:V`` are no doubt: the line L of the check was ticked, without a word on
which part of it fits. It counts as what is open up to V, and is told as what the line says.
"""

from __future__ import annotations

from typing import Final

__all__ = [
    "NOT_SURE",
    "is_open",
    "is_unsure",
    "names_part",
    "part_in_doubt",
    "tick_of",
    "ticked_line",
    "unsure_up_to",
    "unsure_whether",
]

NOT_SURE: Final = "not_sure"
"""The answer of a person who cannot tell."""

_WHETHER: Final = f"{NOT_SURE}:"
_UP_TO: Final = f"{NOT_SURE}_up_to:"
_TICKED: Final = "ticked:"


def unsure_whether(part: str) -> str:
    """Return the doubt whether `part` holds.

    Examples
    --------
    >>> part_in_doubt(unsure_whether("severe")), names_part(unsure_whether("severe"))
    ('severe', True)
    """
    return f"{_WHETHER}{part}"


def unsure_up_to(part: str) -> str:
    """Return the doubt about parts of which `part` is the gravest.

    Examples
    --------
    >>> part_in_doubt(unsure_up_to("severe")), names_part(unsure_up_to("severe"))
    ('severe', False)
    """
    return f"{_UP_TO}{part}"


def tick_of(line: str, part: str = "") -> str:
    """Return the answer of a person who ticked a line and told no part, `part` the gravest.

    Examples
    --------
    >>> ticked_line(tick_of("fast", "rapid")), part_in_doubt(tick_of("fast", "rapid"))
    ('fast', 'rapid')
    """
    return f"{_TICKED}{line}:{part}" if part else f"{_TICKED}{line}"


def ticked_line(value: object) -> str:
    """Return the line that was ticked without a part; "" for any other answer."""
    ticked = isinstance(value, str) and value.startswith(_TICKED)
    return str(value).split(":")[1] if ticked else ""


def is_unsure(value: object) -> bool:
    """Say whether an answer is a doubt of any kind."""
    return isinstance(value, str) and (value == NOT_SURE or value.startswith((_WHETHER, _UP_TO)))


def is_open(value: object) -> bool:
    """Say whether an answer leaves open what holds: a doubt, or a tick without a part."""
    return is_unsure(value) or bool(ticked_line(value))


def part_in_doubt(value: object) -> str:
    """Return the gravest part that is open; "" where the answer names none, or is not open."""
    if ticked_line(value):
        return str(value).partition(":")[2].partition(":")[2]
    return str(value).partition(":")[2] if is_unsure(value) else ""


def names_part(value: object) -> bool:
    """Say whether the person has named the part they doubt."""
    return isinstance(value, str) and value.startswith(_WHETHER)
