"""What a person was not sure about, and what was ticked without a part, each told as that.

A clause such as "you take lithium" stands under ``input.<name>.whether`` for the question as a
whole and for each of its answers; "whether" and "that" are put before it here.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce

from myolog.content.catalogue import load
from myolog.content.choices import ticked_label
from myolog.journal.doubt import names_part, part_in_doubt, ticked_line
from myolog.triage.answers import INPUTS, Answer
from myolog.triage.result import Reason
from myolog.triage.urgency import Urgency

__all__ = ["clause_of", "detail_of_doubt", "reason_of_doubt"]


def reason_of_doubt(reason: Reason) -> str:
    """Return a reason that rests on a doubt or a bare tick, and what was told beside it."""
    words = load()
    labels = dict.fromkeys(ticked_label(words, *one) for one in reason.unsure)
    doubts = [_doubt(name, value) for name, value in reason.unsure if not ticked_line(value)]
    sign = _chain("notsure.either", doubts)
    told = _chain("notsure.also", (clause_of(*one) for one in reason.beside if _is_sign(*one)))
    said = [words.text("notsure.told", told=told)] if told and not doubts else []
    said += [words.text("notsure.ticked", sign=label) for label in labels if label]
    if doubts and told:
        said.append(words.text("notsure.beside", sign=sign, told=told))
    elif doubts:
        said.append(words.text("notsure.reason", sign=sign))
    return " ".join(said)


def detail_of_doubt(reason: Reason) -> str:
    """Return what a doubt, or a tick without a part, counts for."""
    pressing = reason.urgency >= Urgency.SAME_DAY
    if all(ticked_line(value) for _, value in reason.unsure):
        return load().text("notsure.ticked_pressing" if pressing else "notsure.ticked_detail")
    return load().text("notsure.pressing" if pressing else "notsure.detail")


def clause_of(name: str, value: Answer) -> str:
    """Return an answer as a clause; about the whole question where there is none for the answer.

    Examples
    --------
    >>> clause_of("breathing", "severe"), clause_of("lithium", True)
    ('you are fighting for breath', 'you take lithium')
    """
    words, own = load(), f"input.{name}.whether.{value}"
    return words.text(own if own in words else f"input.{name}.whether.some")


def _doubt(name: str, doubt: str) -> str:
    return clause_of(name, part_in_doubt(doubt) if names_part(doubt) else "")


def _is_sign(name: str, value: Answer) -> bool:
    rank = INPUTS[name].rank
    return f"input.{name}.whether" in load() and rank(value) > rank(INPUTS[name].default)


def _chain(key: str, clauses: Iterable[str]) -> str:
    each = list(dict.fromkeys(clauses)) or [""]
    return reduce(lambda sign, other: load().text(key, sign=sign, other=other), each)
