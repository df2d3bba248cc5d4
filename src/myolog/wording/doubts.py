"""What a person was not sure about, told as such and never as if it had been said.

A clause such as "you take lithium" stands under ``input.<name>.whether`` for the question as a
whole and for each of its answers; "whether" and "that" are put before it here.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce

from myolog.content.catalogue import load
from myolog.journal.doubt import names_part, part_in_doubt
from myolog.triage.answers import INPUTS, Answer
from myolog.triage.result import Reason
from myolog.triage.urgency import Urgency

__all__ = ["clause_of", "detail_of_doubt", "reason_of_doubt"]


def reason_of_doubt(reason: Reason) -> str:
    """Return a reason that rests on a doubt: what was not sure, and what was told beside it."""
    words = load()
    sign = _chain("notsure.either", (_doubt(name, value) for name, value in reason.unsure))
    told = _chain("notsure.also", (clause_of(*one) for one in reason.beside if _is_sign(*one)))
    if not told:
        return words.text("notsure.reason", sign=sign)
    return words.text("notsure.beside", sign=sign, told=told)


def detail_of_doubt(reason: Reason) -> str:
    """Return what a doubt counts for."""
    pressing = reason.urgency >= Urgency.SAME_DAY
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
