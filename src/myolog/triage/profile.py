"""Facts of the profile that answer questions of the check.

Decides which facts do, how an age grows, and for how long a "no" holds where
time can change it. Source: the guide, section 3b (inputs marked P).
"""

from __future__ import annotations

from datetime import date
from typing import Final

from myolog.journal.model import Journal
from myolog.triage.answers import INPUTS, NOT_SURE, Answer

__all__ = ["profile_answers"]

FADING: Final = frozenset({"pregnant", "neck_surgery_recent"})
"""Facts whose "no" is asked again after `HOLDS_DAYS`; pregnancy not of a man."""

HOLDS_DAYS: Final = 90


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
    sex = journal.profile.get("sex")
    lasting = {"pregnant"} if sex is not None and sex.value == "man" else set()
    for name, fact in journal.profile.items():
        question = INPUTS.get(name)
        if question is None or "profile" not in question.origin:
            continue
        if question.kind == "int":
            found[name] = min(int(fact.value) + _full_years(fact.day, today), question.high)
        elif question.kind == "ordered" or fact.value == NOT_SURE:
            found[name] = str(fact.value)
        elif fact.value == "yes":
            found[name] = True
        elif name not in FADING - lasting or (today - fact.day).days < HOLDS_DAYS:
            found[name] = False
    return found


def _full_years(told: date, today: date) -> int:
    return today.year - told.year - ((today.month, today.day) < (told.month, told.day))
