"""The words of one answer, as they stand beside a tick or in a list.

Decides where the words of an answer are found, so that page and command line
offer the same ones.
"""

from __future__ import annotations

from myolog.content.catalogue import Catalogue
from myolog.triage.answers import NOT_SURE

__all__ = ["choice_label"]


def choice_label(words: Catalogue, name: str, value: str | bool | None) -> str:
    """Return what stands beside an answer that is offered.

    Parameters
    ----------
    words
        The catalogue.
    name
        The question.
    value
        The answer offered; None when a number or a list is asked for, which
        the question itself says.

    Examples
    --------
    >>> from myolog.content.catalogue import load
    >>> choice_label(load(), "trend", "worsening")
    'More, or stronger'
    >>> choice_label(load(), "weight_loss", True)
    'I have lost weight without trying'
    """
    if value is None:
        return words.text(f"input.{name}.question")
    if value == NOT_SURE:
        return words.text("answer.not_sure")
    if isinstance(value, str):
        return words.text(f"input.{name}.values.{value}")
    if value:
        return words.text(f"input.{name}.tick")
    untick = f"input.{name}.untick"
    return words.text(untick if untick in words else "answer.no")
