"""Facts of the profile that answer questions of the check.

Decides which facts do. Source: the guide, section 3b (inputs marked P).
"""

from __future__ import annotations

from datetime import date

from myolog.journal.facts import HOLDS_DAYS, fades, full_years
from myolog.journal.model import Journal
from myolog.triage.answers import INPUTS, NOT_SURE, Answer

__all__ = ["profile_answers"]


def profile_answers(journal: Journal, today: date) -> dict[str, Answer]:
    """Return what the profile answers, ``not_sure`` included.

    Parameters
    ----------
    journal
        Entries up to `today`.

    Returns
    -------
    answers : question to answer; an age counts up with the years since it was told
    """
    found: dict[str, Answer] = {}
    for name, fact in journal.profile.items():
        question = INPUTS.get(name)
        if question is None or "profile" not in question.origin:
            continue
        if question.kind == "int":
            found[name] = min(int(fact.value) + full_years(fact.day, today), question.high)
        elif question.kind == "ordered" or fact.value == NOT_SURE:
            found[name] = str(fact.value)
        elif fact.value == "yes":
            found[name] = True
        elif not fades(journal, name) or (today - fact.day).days < HOLDS_DAYS:
            found[name] = False
    return found
