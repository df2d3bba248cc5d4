"""How a doubt is written down: about a whole question, or about one part of it.

``not_sure`` says nothing more. ``not_sure:V`` is a doubt whether V holds, named by the person.
``not_sure_up_to:V`` is a doubt about one of several parts of which V is the gravest, by a person
who cannot say which one it is.
"""

from __future__ import annotations

from typing import Final

__all__ = ["NOT_SURE", "is_unsure", "names_part", "part_in_doubt", "unsure_up_to", "unsure_whether"]

NOT_SURE: Final = "not_sure"
"""The answer of a person who cannot tell."""

_WHETHER: Final = f"{NOT_SURE}:"
_UP_TO: Final = f"{NOT_SURE}_up_to:"


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


def is_unsure(value: object) -> bool:
    """Say whether an answer is a doubt of any kind."""
    return isinstance(value, str) and (value == NOT_SURE or value.startswith((_WHETHER, _UP_TO)))


def part_in_doubt(value: object) -> str:
    """Return the gravest part in doubt; "" where the doubt names none, or is none."""
    return str(value).partition(":")[2] if is_unsure(value) else ""


def names_part(value: object) -> bool:
    """Say whether the person has named the part they doubt."""
    return isinstance(value, str) and value.startswith(_WHETHER)
