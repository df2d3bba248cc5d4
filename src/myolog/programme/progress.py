"""How it went: on how many days each step was done, and whether that is enough to judge by.

Decides plain counts, without a score. Source: the guide, section 6b (adherence).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from myolog.journal.model import Journal
from myolog.journal.periods import ProgrammePeriod
from myolog.programme.guards import Effect, facts_of, guarded_parts
from myolog.programme.plan import guarded_amount
from myolog.programme.record import record_of
from myolog.programme.steps import STEPS, Step

__all__ = ["Progress", "StepCount", "progress_of"]

FIRST_JUDGED_DAY: Final = 8
"""The days before are for settling in."""

LEAST_SHARE: Final = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class StepCount:
    """On how many days one step was done.

    Attributes
    ----------
    step : which of the five
    n_done : days on which it was done
    n_days : days of the programme so far on which it was asked for
    """

    step: Step
    n_done: int
    n_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How the programme went so far.

    Attributes
    ----------
    counts : each step that was ever asked for, over all days so far, in the order of the guide
    n_done, n_asked : days of steps done and asked for, over days 8 to 28 so far
    """

    counts: tuple[StepCount, ...]
    n_done: int
    n_asked: int

    @property
    def is_valid(self) -> bool:
        """Whether at least 60 % of what was asked on days 8 to 28 was done."""
        return self.n_asked > 0 and self.n_done >= LEAST_SHARE * self.n_asked


def progress_of(journal: Journal, period: ProgrammePeriod, today: date) -> Progress:
    """Count the days on which each step was done, up to yesterday.

    Paused days count neither way, nor do days on which a step was left out, or on which caffeine
    was only noted. A step for which the person has to ask a doctor first is not counted.

    Parameters
    ----------
    journal
        Any; entries after `today` are left out.
    """
    past = journal.until(today)
    record = record_of(past, period, today)
    guarded = guarded_parts(facts_of(past, today, urgent=False))
    asked = [
        step
        for step in STEPS.values()
        if any((guarded[part.code].effect or 0) < Effect.ASK for part in step.parts)
    ]
    lived: dict[str, list[tuple[int, bool]]] = {step.code: [] for step in asked}
    for number, day in enumerate(period.days(today - timedelta(days=1)), start=1):
        for step in asked:
            if record.takes_part(step, day):
                amount = guarded_amount(record, step, day, guarded)
                if step.code == "STEP-1" and amount is None:
                    continue
                lived[step.code].append((number, record.done_on(step, day, amount)))
    judged = [
        done for days in lived.values() for number, done in days if number >= FIRST_JUDGED_DAY
    ]
    return Progress(
        counts=tuple(
            StepCount(step=step, n_done=sum(done for _, done in days), n_days=len(days))
            for step in asked
            if (days := lived[step.code])
        ),
        n_done=sum(judged),
        n_asked=len(judged),
    )
