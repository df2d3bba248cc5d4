"""Facts of the profile that answer questions of the check.

Decides which facts do. Source: the guide, section 3b (inputs marked P).
"""

from __future__ import annotations

from datetime import date

from myolog.journal.facts import profile_fact
from myolog.journal.model import Journal
from myolog.triage.answers import INPUTS, NOT_SURE, Answer

__all__ = ["profile_answers"]


def profile_answers(journal: Journal, today: date) -> dict[str, Answer]:
    """Return what the profile answers, ``not_sure`` included.

    Parameters
    ----------
    journal
        Any; of what is dated after `today` only signs count.

    Returns
    -------
    answers : question to answer; an age counts up with the years since it was told
    """
    found: dict[str, Answer] = {}
    for name in journal.profile:
        question = INPUTS.get(name)
        if question is None or "profile" not in question.origin:
            continue
        fact = profile_fact(journal, name, today)
        if question.kind == "int" and isinstance(fact, int | float):
            found[name] = min(int(fact), question.high)
        elif question.kind == "ordered" or fact == NOT_SURE:
            found |= {} if fact is None else {name: str(fact)}
        elif fact is not None:
            found[name] = fact == "yes"
    return found
