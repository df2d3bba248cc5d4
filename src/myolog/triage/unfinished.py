"""Whether the check behind a result was stopped before its end.

Decides nothing about a level: what was not asked counts as it was told before, and that is said.
Source: the guide, DP-9.
"""

from __future__ import annotations

from datetime import date

from myolog.journal.model import Journal
from myolog.journal.records import TriageAnswers
from myolog.triage.conversation import Conversation

__all__ = ["stopped_early"]


def stopped_early(journal: Journal, day: date) -> bool:
    """Say whether the check of a day left out a screen.

    What several checks of a day asked counts together, such as one of what was open.
    """
    told = [one for one in journal.of(TriageAnswers) if one.day == day]
    answers = {name: value for one in told for name, value in one.answers.items()}
    run = Conversation(journal=journal, today=day, answers=answers)
    return bool(told) and run.next_open is not None
