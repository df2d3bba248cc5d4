"""What a visit has told about the questions of the check, until the check asks them again.

Decides that only a look at strength and reflexes in which nothing was found answers "examined and
normal", for a year; that what was found takes it back; and that an explanation covers only a sign
that was known before the visit and is no graver now. Whether anything is new since is never taken
from a visit: the person says it. Source: the guide, section 3c, "Mitigation".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final

from myolog.journal.doubt import is_open
from myolog.journal.model import Journal
from myolog.journal.records import Examination, TriageAnswers
from myolog.triage.answers import INPUTS, Answer

__all__ = ["A_YEAR", "LOOKED", "examined_since", "explained_since"]

A_YEAR: Final = timedelta(days=365)
LOOKED: Final = "examination"
"""The test that is a look at strength and reflexes."""


def _visits_since(journal: Journal, name: str, today: date) -> list[Examination]:
    """Return the visits of a year that are newer than the last answer to a question."""
    told = [one.day for one in journal.of(TriageAnswers) if name in one.answers]
    last = told[-1] if told else date.min
    return [
        one
        for one in journal.until(today).of(Examination)
        if one.day > last and today - one.day <= A_YEAR
    ]


def examined_since(journal: Journal, today: date) -> bool | None:
    """Return whether the last visit with a look at strength and reflexes found nothing.

    None where no visit since the check has told it.
    """
    looked = [one for one in _visits_since(journal, "assessed_normal", today) if _tells(one)]
    return looked[-1].result == "normal" if looked else None


def _tells(one: Examination) -> bool:
    normal = one.result == "normal" and LOOKED in one.tests
    return normal or one.result == "abnormal"


def explained_since(
    journal: Journal, today: date, known_on: Callable[[Journal, date], Mapping[str, Answer]]
) -> tuple[str, ...]:
    """Return the questions whose sign was explained at a visit since the check.

    Parameters
    ----------
    known_on
        What was known about each question on a day, visits left aside.
    """
    visits = [
        one
        for one in _visits_since(journal, "explained_unchanged", today)
        if one.result == "explained" and one.signs
    ]
    if not visits:
        return ()
    now = known_on(journal.until(today), today)
    found: set[str] = set()
    for one in visits:
        before = one.day - timedelta(days=1)
        then = known_on(journal.until(before), before)
        found |= {name for name in one.signs if _is_no_graver(name, then, now)}
    return tuple(name for name in INPUTS["explained_unchanged"].values if name in found)


def _is_no_graver(name: str, then: Mapping[str, Answer], now: Mapping[str, Answer]) -> bool:
    question = INPUTS.get(name)
    if question is None or name not in then or name not in now:
        return False
    if is_open(then[name]) or is_open(now[name]):
        return False
    return question.rank(now[name]) <= question.rank(then[name])
