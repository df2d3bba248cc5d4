"""The words of one answer, as they stand beside a tick or in a list.

Decides where the words of an answer are found, so that page and command line
offer the same ones.
"""

from __future__ import annotations

import re
from typing import Final

from myolog.content.catalogue import Catalogue
from myolog.content.measures import measured_key
from myolog.content.names import unit_name
from myolog.journal.doubt import is_unsure, names_part, part_in_doubt, ticked_line
from myolog.triage.answers import INPUTS, Answer
from myolog.triage.screens import Line

__all__ = ["choice_label", "help_at_once", "help_of", "part_label", "things_of", "ticked_label"]

_OR: Final = re.compile(r"\. (?=(?:Or|Oder) )")
_SENTENCE: Final = re.compile(r"(?<=[.!?]) ")


def choice_label(words: Catalogue, name: str, value: Answer | None, *, alone: bool = False) -> str:
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
    alone
        The question is not shown above it, so that "Yes" would say nothing.

    Examples
    --------
    >>> from myolog.content.catalogue import load
    >>> choice_label(load(), "trend", "worsening")
    'More, or stronger'
    >>> choice_label(load(), "weight_loss", True)
    'I have lost weight without trying'
    >>> choice_label(load(), "run_days", 15)
    '15 days'
    >>> choice_label(load(), "kidney", "chronic_disease", alone=True)
    'I have kidney disease'
    >>> choice_label(load(), "kidney", "not_sure:missed_dialysis")
    'Not sure: I have kidney disease, and I missed a dialysis session'
    """
    if value is None:
        return words.text(f"input.{name}.question")
    if names_part(value):
        part = choice_label(words, name, part_in_doubt(value), alone=True)
        return words.text("answer.not_sure_about", part=part)
    if ticked_line(value):
        return words.text("answer.ticked", sign=ticked_label(words, name, value))
    if is_unsure(value):
        return words.text("answer.not_sure")
    if isinstance(value, bool):
        own = f"input.{name}.{'tick' if value else 'untick'}"
        return words.text(own if own in words else f"answer.{'yes' if value else 'no'}")
    if isinstance(value, int):
        return f"{value} {unit_name(INPUTS[name].unit)}".rstrip()
    own = f"input.{name}.alone.{value}"
    offered = own if alone and own in words else f"input.{name}.values.{value}"
    return words.text(measured_key(offered))


def part_label(words: Catalogue, line: Line, name: str, value: Answer | None) -> str:
    """Return what stands beside one part of a ticked line that may ask several questions.

    A part that counts only beside another of its line says so in words of its own.

    Examples
    --------
    >>> from myolog.content.catalogue import load
    >>> from myolog.triage.check import EMERGENCY
    >>> part_label(load(), EMERGENCY.line("fast"), "breathing", "exertional_unexplained")
    'And in these same days I have become short of breath on effort'
    """
    own = f"line.{line.code}.also.{name}"
    if own in words:
        return words.text(own)
    several = len({asked for asked, _ in line.choices}) > 1
    return choice_label(words, name, value, alone=several)


def help_of(words: Catalogue, table: str) -> tuple[str, ...]:
    """Return what helps to answer a line or a question: an explanation, and two short examples.

    Examples
    --------
    >>> from myolog.content.catalogue import load
    >>> help_of(load(), "line.kidney")[1]
    'For example: You go to a kidney doctor; You are on dialysis.'
    """
    found = [words.text(f"{table}.help")] if f"{table}.help" in words else []
    examples = measured_key(f"{table}.examples")
    if examples in words:
        first, other = words.items(examples)
        found.append(words.text("answer.such_as", first=first, other=other))
    return tuple(found)


def help_at_once(words: Catalogue, table: str) -> tuple[str, tuple[str, ...]]:
    """Return the one sentence that always stands under a line, and what explains it further.

    Examples
    --------
    >>> from myolog.content.catalogue import load
    >>> help_at_once(load(), "line.face")[0]
    'More than an eyelid that twitches.'
    """
    explained, *such_as = help_of(words, table)
    first, *further = _SENTENCE.split(explained, maxsplit=1)
    return first, (*further, *such_as)


def ticked_label(words: Catalogue, name: str, value: object) -> str:
    """Return the words of the line that was ticked without a part; "" for any other answer.

    A line that this version does not have is told as what the question is about.
    """
    if not ticked_line(value):
        return ""
    own = f"line.{ticked_line(value)}.label"
    return words.text(own if own in words else f"input.{name}.report")


def things_of(label: str) -> tuple[str, ...]:
    """Return the things that a line asks for, of which one is enough.

    Examples
    --------
    >>> things_of("Dark urine. Or kidney disease")
    ('Dark urine', 'Or kidney disease')
    """
    return tuple(_OR.split(label))
